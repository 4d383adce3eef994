-- 导入花名册: which file a bureau's register was taken over from, by whom, and what stood in it.
create table roster_import (
  id bigint generated always as identity primary key,
  division_id int not null references division (id),
  file_id bigint not null references stored_file (id),
  file_name text not null,
  -- one file, one import: the bytes decide, not the name
  digest bytea not null unique,
  first_month date not null check (extract(day from first_month) = 1),
  households int not null,
  persons int not null,
  fen bigint not null,
  -- first rows of the households that were good when the clerk pressed the button: the frozen input of the run
  rows int[] not null,
  account_id bigint not null,
  account_name text not null,
  on_day date not null,
  state text not null check (state in ('running', 'done')),
  done_households int not null default 0,
  done_persons int not null default 0,
  command_id bigint not null default current_command()
);
comment on table roster_import is '导入花名册：一个文件一次';
create index roster_import_division on roster_import (division_id, id);

-- What the list said of a household beyond name, number, account and amount; no id number and no account in it.
create table roster_household (
  id bigint generated always as identity primary key,
  takeover_id bigint not null references grant_takeover (id),
  import_id bigint references roster_import (id),
  division_id int not null references division (id),
  household_id bigint not null references household (id),
  -- its number in the list, or the row it begins with
  key text not null,
  first_row int not null,
  recorded jsonb not null,
  command_id bigint not null default current_command(),
  unique (takeover_id, first_row)
);
comment on table roster_household is '花名册上的一户：编号、起保年月、各人类别原文';
create index roster_household_household on roster_household (household_id);

call protect_rows('roster_import', may_update => true);
call protect_rows('roster_household');
call seal_table('roster_import', '{state,done_households,done_persons}');
call seal_table('roster_household', '{known_to}');

-- Whether these very bytes were imported before, anywhere in the city, by whom and when.
create function roster_imported(of_digest bytea) returns table (id bigint, on_day date, account_name text, office text, rows int[], state text)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select i.id, i.on_day, i.account_name, d.name, i.rows, i.state from roster_import i join division d on d.id = i.division_id where i.digest = of_digest
$$;
-- In which division people belong to a household on a day or later: the office to ask, and nothing else of the household.
create function memberships_from(wanted bigint[], day date) returns table (person_id bigint, division_id int)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select distinct m.person_id, m.division_id from household_member m where m.person_id = any (wanted) and m.known_to is null and (m.valid_to is null or m.valid_to > day)
$$;
-- Whether an account is some household's already, and under the same name.
create function accounts_held(hashes bytea[], names text[], day date) returns table (nth int, same_name boolean)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select asked.nth::int, bool_and(a.holder_name = asked.name)
    from unnest(hashes, names) with ordinality as asked (hash, name, nth)
    join payee_account a on a.number_hash = asked.hash and a.known_to is null and (a.valid_to is null or a.valid_to > day)
   group by asked.nth
$$;
do $$ declare f text; begin
  foreach f in array '{roster_imported(bytea),memberships_from(bigint[]\,date),accounts_held(bytea[]\,text[]\,date)}'::text[] loop
    execute format('alter function %s owner to mz_{{city}}_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mz_{{city}}_staff', f);
  end loop;
end $$;
