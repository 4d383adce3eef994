-- 撤销导入: what was taken over by mistake is closed, as long as nothing rests on it. The rows stay, with the command that closed them.
create table roster_import_undone (
  id bigint generated always as identity primary key,
  import_id bigint not null unique references roster_import (id),
  division_id int not null references division (id),
  on_day date not null,
  account_name text not null,
  reason text not null,
  command_id bigint not null default current_command()
);
comment on table roster_import_undone is '撤销的导入：谁、哪天、为什么';
call protect_rows('roster_import_undone');
call seal_table('roster_import_undone', '{known_to}');

alter table roster_import drop constraint roster_import_state_check;
alter table roster_import add constraint roster_import_state_check check (state in ('running', 'done', 'undone'));
-- the same bytes may come again once the first import was undone
alter table roster_import drop constraint roster_import_digest_key;
create unique index roster_import_digest on roster_import (digest) where state <> 'undone';
create or replace function roster_imported(of_digest bytea) returns table (id bigint, on_day date, account_name text, office text, rows int[], state text)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select i.id, i.on_day, i.account_name, d.name, i.rows, i.state from roster_import i join division d on d.id = i.division_id where i.digest = of_digest and i.state <> 'undone'
$$;
