-- 常用视图: filters of a list kept under a name, for one post or for its office. What is looked for by name is never part of one.
create table saved_view (
  id bigint generated always as identity primary key,
  post_id bigint not null,
  division_id int not null references division (id),
  made_by text not null,
  list text not null,
  name text not null check (length(name) between 1 and 20),
  asked jsonb not null,
  shared boolean not null,
  command_id bigint not null default current_command(),
  unique (post_id, list, name)
);
comment on table saved_view is '常用视图：列表的筛选条件，自己用或者本单位共用';
create index saved_view_office on saved_view (division_id, list) where shared;

-- the view a list opens with for one post
create table default_view (
  id bigint generated always as identity primary key,
  post_id bigint not null,
  list text not null,
  view_id bigint not null references saved_view (id) on delete cascade,
  command_id bigint not null default current_command(),
  unique (post_id, list)
);
comment on table default_view is '打开列表先看的视图，一个岗位一张表一个';

alter table saved_view enable row level security;   alter table saved_view force row level security;
alter table default_view enable row level security; alter table default_view force row level security;
create policy own on saved_view to mz_{{city}}_staff
  using ('post:' || post_id = current_setting('mz.actor', true)) with check ('post:' || post_id = current_setting('mz.actor', true));
create policy office on saved_view for select to mz_{{city}}_staff using (shared and division_id = any ((select caller_divisions())::int[]));
create policy all_rows on saved_view to mz_{{city}}_definer using (true) with check (true);
create policy own on default_view to mz_{{city}}_staff
  using ('post:' || post_id = current_setting('mz.actor', true)) with check ('post:' || post_id = current_setting('mz.actor', true));
create policy all_rows on default_view to mz_{{city}}_definer using (true) with check (true);
grant select, insert, update, delete on saved_view, default_view to mz_{{city}}_staff;
grant select, insert, update, delete on saved_view, default_view to mz_{{city}}_definer;
