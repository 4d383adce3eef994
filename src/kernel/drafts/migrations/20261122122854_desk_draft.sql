-- 没写完的表 of the desk: one a post and form; everything typed is encrypted, numbers of documents stand in it. Taken away when it is sent.
create table desk_draft (
  id bigint generated always as identity primary key,
  post_id bigint not null,
  -- which form of what: case:12:survey, new:subsistence-allowance
  form_key text not null,
  values_cipher bytea not null,
  key_id text not null,
  saved_at timestamptz not null default now(),
  command_id bigint not null default current_command(),
  unique (post_id, form_key)
);
comment on table desk_draft is '办公台没写完的表，只有写的岗位自己看得到';
alter table desk_draft enable row level security;
alter table desk_draft force row level security;
create policy own on desk_draft to mz_{{city}}_staff
  using ('post:' || post_id = current_setting('mz.actor', true)) with check ('post:' || post_id = current_setting('mz.actor', true));
create policy all_rows on desk_draft to mz_{{city}}_definer using (true) with check (true);
grant select, insert, update, delete on desk_draft to mz_{{city}}_staff;
grant select, insert, update, delete on desk_draft to mz_{{city}}_definer;
