-- 人、户：current state beside a bitemporal history. valid = what the law counts; known = from which command to which we knew it.

create table person (
  id bigint generated always as identity primary key,
  name text not null,
  name_pinyin text not null,
  name_initials text not null,
  sex text not null check (sex in ('male', 'female', 'unknown')),
  birth_date date,
  death_date date,
  hukou_kind text check (hukou_kind in ('urban', 'rural')),
  -- three divisions may read a person: hukou, residence, and the office now handling their case
  hukou_division_id int references division (id),
  residence_division_id int references division (id),
  handling_division_id int references division (id),
  phone bytea,
  version int not null default 1,
  command_id bigint not null default current_command()
);
create index person_name on person (name text_pattern_ops);
create index person_pinyin on person (name_pinyin text_pattern_ops);
create index person_initials on person (name_initials text_pattern_ops);
create index person_hukou on person (hukou_division_id);
create index person_residence on person (residence_division_id);
create index person_handling on person (handling_division_id);

create table person_version (
  id bigint generated always as identity primary key,
  person_id bigint not null references person (id),
  valid_from date not null,
  valid_to date,
  known_from bigint not null default current_command(),
  known_to bigint,
  name text not null,
  sex text not null,
  birth_date date,
  death_date date,
  hukou_kind text,
  hukou_division_id int,
  residence_division_id int,
  reason text not null,
  command_id bigint not null default current_command(),
  exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&, int8range(known_from, known_to) with &&)
);

-- 证件：several a person, or none. The number is encrypted; it is found by a keyed hash (whole, last six).
create table person_document (
  id bigint generated always as identity primary key,
  person_id bigint not null references person (id),
  kind text not null check (kind in ('id-card', 'hk-mo-tw-residence-permit', 'foreign-permanent-residence', 'passport')),
  number_cipher bytea not null,
  number_hash bytea not null,
  last_six_hash bytea not null,
  key_id text not null,
  masked text not null,
  valid_from date,
  valid_to date,
  withdrawn boolean not null default false,
  command_id bigint not null default current_command()
);
create unique index person_document_number on person_document (kind, number_hash) where not withdrawn;
create index person_document_last_six on person_document (last_six_hash);
create index person_document_person on person_document (person_id);

create table household (
  id bigint generated always as identity primary key,
  number text not null unique,
  head_person_id bigint not null references person (id),
  division_id int not null references division (id),
  address text not null,
  hukou_kind text not null check (hukou_kind in ('urban', 'rural')),
  version int not null default 1,
  command_id bigint not null default current_command()
);
create index household_division on household (division_id);
create index household_head on household (head_person_id);

create table household_version (
  id bigint generated always as identity primary key,
  household_id bigint not null references household (id),
  division_id int not null,
  head_person_id bigint not null,
  address text not null,
  hukou_kind text not null,
  valid_from date not null,
  valid_to date,
  known_from bigint not null default current_command(),
  known_to bigint,
  reason text not null,
  command_id bigint not null default current_command(),
  exclude using gist (household_id with =, daterange(valid_from, valid_to) with &&, int8range(known_from, known_to) with &&)
);
create table household_member (
  id bigint generated always as identity primary key,
  household_id bigint not null references household (id),
  division_id int not null,
  person_id bigint not null references person (id),
  relation text not null,
  valid_from date not null,
  valid_to date,
  known_from bigint not null default current_command(),
  known_to bigint,
  reason text not null,
  command_id bigint not null default current_command(),
  -- one person, one household at a time
  exclude using gist (person_id with =, daterange(valid_from, valid_to) with &&, int8range(known_from, known_to) with &&)
);
create index household_member_household on household_member (household_id);

-- 领款账户：whose account, at which bank; an agent payee (代领人) with the registered relation.
create table payee_account (
  id bigint generated always as identity primary key,
  household_id bigint not null references household (id),
  division_id int not null,
  holder_name text not null,
  holder_person_id bigint references person (id),
  -- set when the holder is not of the household: 代领人 and the relation registered
  agent_relation text,
  bank_code text not null,
  bank_name text not null,
  number_cipher bytea not null,
  number_hash bytea not null,
  key_id text not null,
  last_four text not null,
  valid_from date not null,
  valid_to date,
  known_from bigint not null default current_command(),
  known_to bigint,
  command_id bigint not null default current_command(),
  exclude using gist (household_id with =, daterange(valid_from, valid_to) with &&, int8range(known_from, known_to) with &&)
);
create index payee_account_number on payee_account (number_hash);

call protect_rows('person', '{hukou_division_id,residence_division_id,handling_division_id}', 'id = (select caller_person())', may_update => true);
call protect_rows('household', '{division_id}', '', may_update => true);
call protect_rows('household_version', '{division_id}', '', may_update => true);
call protect_rows('household_member', '{division_id}', 'person_id = (select caller_person())', may_update => true);
call protect_rows('payee_account', '{division_id}', '', may_update => true);

-- Documents and versions of a person follow the person.
do $$ declare t text; begin
  foreach t in array '{person_version,person_document}'::text[] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy with_person on %I to mz_{{city}}_staff using (exists (select 1 from person p where p.id = %I.person_id)) with check (true)', t, t);
    execute format('create policy own on %I for select to mz_{{city}}_resident using (person_id = (select caller_person()))', t);
    execute format('create policy all_rows on %I to mz_{{city}}_definer using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to mz_{{city}}_staff, mz_{{city}}_definer', t);
    execute format('grant select on %I to mz_{{city}}_resident', t);
  end loop;
end $$;

call seal_table('person_version', closes => true);
call seal_table('person_document', '{withdrawn}');
call seal_table('household_version', closes => true);
call seal_table('household_member', closes => true);
call seal_table('payee_account', closes => true);

-- Cross-area questions, answered without showing a row.
-- The person behind a document, wherever they live: needed so that nobody is registered twice.
create function person_by_document(wanted_kind text, wanted_hash bytea) returns bigint language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select person_id from person_document where kind = wanted_kind and number_hash = wanted_hash and not withdrawn
$$;
-- An office that opens a case for a person may see that person from then on.
create function hand_person_to(wanted bigint, division int) returns void language plpgsql security definer set search_path = {{schema}}, pg_temp as $$
begin
  if not (division = any (caller_divisions())) then
    raise exception 'division % is outside the area of the caller', division;
  end if;
  update person set handling_division_id = division where id = wanted;
end $$;
-- The household a person belongs to on a day, wherever it is.
create function household_of(wanted bigint, on_day date) returns bigint language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select household_id from household_member where person_id = wanted and known_to is null and valid_from <= on_day and (valid_to is null or valid_to > on_day)
$$;
do $$ declare f text; begin
  foreach f in array '{person_by_document(text\,bytea),hand_person_to(bigint\,int),household_of(bigint\,date)}'::text[] loop
    execute format('alter function %s owner to mz_{{city}}_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mz_{{city}}_staff', f);
  end loop;
end $$;
