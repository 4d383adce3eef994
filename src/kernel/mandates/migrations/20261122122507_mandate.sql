-- 代办授权：who may act for whom, in which matters, from when until when, on which paper or confirmation. Rows are only added.

-- Set by the two doors when somebody acts for another. Then caller_person() is nobody: what is the helper's own, or the principal's own, is closed.
create function caller_mandate() returns bigint language sql stable as $$ select nullif(current_setting('mz.mandate', true), '')::bigint $$;
create function caller_helper() returns bigint language sql stable as $$ select nullif(current_setting('mz.helper', true), '')::bigint $$;
create function business_day() returns date language sql stable as $$ select coalesce(demo_day, (now() at time zone 'Asia/Shanghai')::date) from city $$;

create table mandate (
  id bigint generated always as identity primary key,
  -- the principal's village or community: whose offices may see it
  division_id int not null references division (id),
  principal_person_id bigint not null references person (id),
  -- a person, or a village committee (村委会代为提交)
  helper_person_id bigint references person (id),
  helper_division_id int references division (id),
  principal_name text not null,
  helper_name text not null,
  relation text not null,
  basis text not null check (basis in ('code', 'paper', 'guardian-register', 'guardian-paper')),
  -- 事项 in which the helper may act
  matters text[] not null check (cardinality(matters) between 1 and 20),
  valid_from date not null,
  -- exclusive
  valid_to date not null,
  document_file_id bigint references stored_file (id),
  recorded_by text not null,
  office_name text,
  command_id bigint not null default current_command(),
  check (valid_to > valid_from),
  check ((helper_person_id is null) <> (helper_division_id is null)),
  check (helper_person_id is distinct from principal_person_id),
  check (document_file_id is not null or basis in ('code', 'guardian-register'))
);
comment on table mandate is '代办授权：委托人、受托人、事项、期限、凭据';
create index mandate_principal on mandate (principal_person_id);
create index mandate_helper on mandate (helper_person_id);
create index mandate_division on mandate (division_id);

create table mandate_end (
  id bigint generated always as identity primary key,
  mandate_id bigint not null unique references mandate (id),
  division_id int not null,
  ended_on date not null,
  ended_by text not null,
  reason text,
  command_id bigint not null default current_command()
);
comment on table mandate_end is '代办授权的收回或辞去：当场生效';

-- A code the principal tells the helper; kept as a keyed hash, good once and for a short time.
create table mandate_code (
  id bigint generated always as identity primary key,
  division_id int not null,
  principal_person_id bigint not null references person (id),
  principal_name text not null,
  helper_name text not null,
  relation text not null,
  matters text[] not null,
  valid_to date not null,
  code_hash bytea not null,
  expires_at timestamptz not null,
  used_by bigint references mandate (id),
  withdrawn boolean not null default false,
  command_id bigint not null default current_command()
);
create unique index mandate_code_open on mandate_code (code_hash) where used_by is null and not withdrawn;
-- Wrong codes by account: after a few the door stays shut for a day.
create table mandate_code_miss (id bigint generated always as identity primary key, account_id bigint not null references account (id), at timestamptz not null default now());
create index mandate_code_miss_account on mandate_code_miss (account_id, at);
alter table mandate_code_miss enable row level security;
alter table mandate_code_miss force row level security;
create policy own on mandate_code_miss to mz_{{city}}_staff using ('account:' || account_id = current_setting('mz.actor', true)) with check ('account:' || account_id = current_setting('mz.actor', true));
grant select, insert on mandate_code_miss to mz_{{city}}_staff;

-- The mandate a caller stands under, if it holds: the right helper, today, not taken back, the principal alive. Everything a helper may see hangs on this.
create function held_mandate() returns setof mandate language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select m.* from mandate m
   where m.id = caller_mandate() and m.helper_person_id = caller_helper() and m.valid_from <= business_day() and m.valid_to > business_day()
     and not exists (select 1 from mandate_end e where e.mandate_id = m.id)
     and not exists (select 1 from person p where p.id = m.principal_person_id and p.death_date is not null)
$$;
create function own_mandate_ids() returns setof bigint language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select id from mandate where principal_person_id = caller_person() or helper_person_id = caller_person()
$$;

call protect_rows('mandate', '{division_id}', 'id in (select own_mandate_ids()) or id in (select id from held_mandate())');
call protect_rows('mandate_end', '{division_id}', 'mandate_id in (select own_mandate_ids())');
call protect_rows('mandate_code', '{division_id}', 'principal_person_id = (select caller_person())', may_update => true);
call seal_table('mandate');
call seal_table('mandate_end');

-- What the window has to know of two people who may live anywhere in the city, as yes or no: the name is theirs, alive, born by a day, one household.
create function person_fits(wanted bigint, called text, born_by date) returns table (named boolean, alive boolean, adult boolean)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select p.name = called, p.death_date is null, p.birth_date <= born_by from person p where p.id = wanted
$$;
create function share_household(one bigint, other bigint, on_day date) returns boolean
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select household_of(one, on_day) is not null and household_of(one, on_day) = household_of(other, on_day)
$$;
-- Where a person's papers are kept: for the rows a mandate makes.
create function place_of_person(wanted bigint) returns int language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select coalesce(handling_division_id, residence_division_id, hukou_division_id) from person where id = wanted
$$;
-- A code is taken up: by whoever knows it together with both names. The row is given only then, and its division to write in.
create function mandate_code_for(hash bytea, principal text, helper text) returns table (id bigint, division_id int, principal_person_id bigint, relation text, matters text[], valid_to date)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select c.id, c.division_id, c.principal_person_id, c.relation, c.matters, c.valid_to from mandate_code c
   where c.code_hash = hash and c.used_by is null and not c.withdrawn and c.expires_at > now() and c.principal_name = principal and c.helper_name = helper
$$;
do $$ declare f text; begin
  foreach f in array '{held_mandate(),own_mandate_ids(),person_fits(bigint\,text\,date),share_household(bigint\,bigint\,date),place_of_person(bigint),mandate_code_for(bytea\,text\,text)}'::text[] loop
    execute format('alter function %s owner to mz_{{city}}_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mz_{{city}}_staff, mz_{{city}}_resident', f);
  end loop;
end $$;
grant execute on function household_of(bigint, date) to mz_{{city}}_definer;
