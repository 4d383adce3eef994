-- 稍后: a clerk puts a case aside for now with a reason. Only the order of this post's own worklist; no limit moves. Over when the case moves.
create table task_later (
  id bigint generated always as identity primary key,
  post_id bigint not null,
  case_id bigint not null references case_file (id),
  -- version at which it was put aside
  seen int not null,
  reason text not null check (length(reason) between 1 and 100),
  put_on date not null,
  command_id bigint not null default current_command(),
  unique (post_id, case_id)
);
comment on table task_later is '稍后再办：只管自己待办的次序，不动期限';
alter table task_later enable row level security;
alter table task_later force row level security;
create policy own on task_later to mz_{{city}}_staff
  using ('post:' || post_id = current_setting('mz.actor', true)) with check ('post:' || post_id = current_setting('mz.actor', true));
create policy all_rows on task_later to mz_{{city}}_definer using (true) with check (true);
grant select, insert, update, delete on task_later to mz_{{city}}_staff;
grant select, insert, update, delete on task_later to mz_{{city}}_definer;
