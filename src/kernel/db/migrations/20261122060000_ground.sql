-- The ground every table of a city stands on: who is calling, row protection, sealing.
-- {{city}} is the city's division code, {{schema}} its schema. Roles: owner (migrations), staff and resident (callers), definer (a few reviewed functions).

-- Who is calling: set for the length of one transaction by the two doors.
create function current_command() returns bigint language sql stable as $$ select nullif(current_setting('mz.command', true), '')::bigint $$;
create function caller_divisions() returns int[] language sql stable as $$ select coalesce(nullif(current_setting('mz.divisions', true), ''), '{}')::int[] $$;
create function caller_person() returns bigint language sql stable as $$ select nullif(current_setting('mz.person', true), '')::bigint $$;
create function caller_is_auditor() returns boolean language sql stable as $$ select coalesce(current_setting('mz.auditor', true), '') = 'on' $$;

-- One row: which city this schema is.
create table city (
  one boolean primary key default true check (one),
  code text not null,
  name text not null,
  short text not null,
  demo boolean not null,
  -- Business day of a demo city; null = today in Asia/Shanghai. Moves forward only.
  demo_day date
);
create function forbid_clock_back() returns trigger language plpgsql as $$
begin
  if old.demo_day is not null and (new.demo_day is null or new.demo_day < old.demo_day) then
    raise exception 'the business clock does not go back' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger forbid_clock_back before update of demo_day on city for each row execute function forbid_clock_back();
create trigger forbid_city_rename before update of code on city for each row execute function forbid_clock_back();
grant select, update (demo_day) on city to mz_{{city}}_staff;
grant select on city to mz_{{city}}_resident, mz_{{city}}_definer;

-- The command log: one row for each command that was carried out, signed outside the database.
create sequence command_no;
grant usage, select on sequence command_no to mz_{{city}}_staff, mz_{{city}}_resident;
create table command_log (
  id bigint primary key,
  command text not null,
  account_id bigint,
  post_id bigint,
  person_id bigint,
  business_day date not null,
  at timestamptz not null,
  body_digest bytea not null,
  digests jsonb not null,
  key_id text not null,
  mac bytea not null,
  xid xid8 not null default pg_current_xact_id(),
  block_no bigint
);
comment on table command_log is '操作记录：每项操作一行，库外密钥签名';
create index command_log_unsealed on command_log (id) where block_no is null;
create index command_log_day on command_log (business_day, id);

-- What each command wrote, table by table: a digest over its rows, taken by trigger.
create table audit_digest (
  id bigint generated always as identity primary key,
  command_id bigint not null,
  table_name text not null,
  op text not null check (op in ('insert', 'close')),
  rows int not null,
  first_id bigint not null,
  last_id bigint not null,
  digest bytea not null
);
create index audit_digest_command on audit_digest (command_id);

create table audit_block (
  no bigint primary key,
  commands int not null,
  root bytea not null,
  previous bytea not null,
  key_id text not null,
  mac bytea not null,
  sealed_at timestamptz not null
);
comment on table audit_block is '封存块：梅克尔根与前块相连，块头另存库外';

-- Reads of sensitive data: one row a reading, with everyone it showed.
create table read_log (
  id bigint generated always as identity primary key,
  query text not null,
  account_id bigint,
  post_id bigint,
  person_id bigint,
  purpose text,
  subjects bigint[] not null,
  subject_kind text not null,
  business_day date not null,
  at timestamptz not null,
  key_id text not null,
  mac bytea not null
);

-- A repeat with the same key and body gets the first answer.
create table idempotency_key (
  actor text not null,
  command text not null,
  client_key text not null,
  body_digest bytea not null,
  command_id bigint not null,
  response jsonb,
  at timestamptz not null default now(),
  primary key (actor, command, client_key)
);

grant select, insert on command_log, audit_digest, read_log to mz_{{city}}_staff, mz_{{city}}_resident;
grant select, insert, update on idempotency_key to mz_{{city}}_staff, mz_{{city}}_resident;
grant select on audit_block to mz_{{city}}_staff;
grant select, insert, update on command_log, audit_block, audit_digest, read_log to mz_{{city}}_definer;
alter table command_log enable row level security;  alter table command_log force row level security;
alter table audit_digest enable row level security; alter table audit_digest force row level security;
alter table read_log enable row level security;     alter table read_log force row level security;
alter table idempotency_key enable row level security; alter table idempotency_key force row level security;
create policy write_own on command_log for insert to mz_{{city}}_staff, mz_{{city}}_resident with check (id = current_command());
create policy read_own on command_log for select to mz_{{city}}_staff, mz_{{city}}_resident using (caller_is_auditor() or id = current_command());
create policy all_rows on command_log to mz_{{city}}_definer using (true) with check (true);
create policy write_own on audit_digest for insert to mz_{{city}}_staff, mz_{{city}}_resident with check (command_id = current_command());
create policy read_own on audit_digest for select to mz_{{city}}_staff, mz_{{city}}_resident using (caller_is_auditor() or command_id = current_command());
create policy all_rows on audit_digest to mz_{{city}}_definer using (true) with check (true);
create policy write_own on read_log for insert to mz_{{city}}_staff, mz_{{city}}_resident with check (true);
create policy read_audit on read_log for select to mz_{{city}}_staff using (caller_is_auditor());
create policy all_rows on read_log to mz_{{city}}_definer using (true) with check (true);
create policy own_keys on idempotency_key to mz_{{city}}_staff, mz_{{city}}_resident
  using (actor = current_setting('mz.actor', true)) with check (actor = current_setting('mz.actor', true));

-- Digest of the rows one statement wrote. Nulls are left out so that a column added later does not change old digests.
create function seal_insert() returns trigger language plpgsql security definer set search_path = {{schema}}, ext, pg_temp set timezone = 'UTC' set datestyle = 'ISO' as $$
-- a trigger without arguments has no tg_argv at all
declare left_out text[] := coalesce(tg_argv::text[], '{}');
begin
  if current_command() is null then
    raise exception 'rows of % are written only through command()', tg_table_name;
  end if;
  insert into audit_digest (command_id, table_name, op, rows, first_id, last_id, digest)
  select current_command(), tg_table_name, 'insert', count(*), min(id), max(id),
         sha256(string_agg(sha256(convert_to((jsonb_strip_nulls(to_jsonb(f)) - left_out)::text, 'UTF8')), ''::bytea order by id))
    from fresh f having count(*) > 0;
  return null;
end $$;

-- Bitemporal rows are never changed, only closed: known_to gets the number of the command that knew better.
create function seal_close() returns trigger language plpgsql security definer set search_path = {{schema}}, ext, pg_temp as $$
begin
  if exists (select 1 from fresh f join old_rows o using (id)
              where (to_jsonb(f) - 'known_to') is distinct from (to_jsonb(o) - 'known_to') or o.known_to is not null or f.known_to is distinct from current_command()) then
    raise exception 'a recorded row of % may only be closed', tg_table_name;
  end if;
  insert into audit_digest (command_id, table_name, op, rows, first_id, last_id, digest)
  select current_command(), tg_table_name, 'close', count(*), min(id), max(id), sha256(string_agg(convert_to(id::text, 'UTF8'), ','::bytea order by id))
    from fresh having count(*) > 0;
  return null;
end $$;

-- Same digest, computed again by audit:verify.
create function sealed_digest(sealed regclass, command bigint, low bigint, high bigint, left_out text[]) returns table (rows bigint, digest bytea)
  language plpgsql stable set timezone = 'UTC' set datestyle = 'ISO' as $$
begin
  return query execute format(
    'select count(*), sha256(string_agg(sha256(convert_to((jsonb_strip_nulls(to_jsonb(f)) - $4)::text, ''UTF8'')), ''''::bytea order by id)) from %s f where command_id = $1 and id between $2 and $3', sealed)
    using command, low, high, left_out;
end $$;

create table sealed_table (name text primary key, left_out text[] not null, closes boolean not null);
grant select on sealed_table to mz_{{city}}_staff, mz_{{city}}_definer;

-- Called by migrations for each append-only table: (id identity, command_id). `left_out` are columns of current state beside the sealed ones.
create procedure seal_table(name text, left_out text[] default '{}', closes boolean default false) language plpgsql as $$
declare skip text[] := case when closes then left_out || '{known_to}'::text[] else left_out end;
begin
  execute format('create trigger seal_insert after insert on %I referencing new table as fresh for each statement execute function seal_insert(%s)',
                 name, (select string_agg(quote_literal(c), ', ') from unnest(skip) c));
  if closes then
    execute format('create trigger seal_close after update on %I referencing new table as fresh old table as old_rows for each statement execute function seal_close()', name);
  end if;
  insert into sealed_table values (name, skip, closes);
end $$;

-- Called by migrations for each table with rows of an area. Policies compare the internal division id with the caller's list, never a code prefix.
-- `resident` is a condition under which a resident may read a row; empty = never.
create procedure protect_rows(name text, divisions text[] default '{division_id}', resident text default '', may_update boolean default false) language plpgsql as $$
declare inside text := (select string_agg(format('%I = any ((select caller_divisions())::int[])', c), ' or ') from unnest(divisions) c);
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format('create policy in_area on %I to mz_{{city}}_staff using (%s) with check (%s)', name, inside, inside);
  execute format('create policy all_rows on %I to mz_{{city}}_definer using (true) with check (true)', name);
  execute format('grant select, insert%s on %I to mz_{{city}}_staff', case when may_update then ', update' else '' end, name);
  execute format('grant select, insert, update on %I to mz_{{city}}_definer', name);
  if resident <> '' then
    execute format('create policy own on %I for select to mz_{{city}}_resident using (%s)', name, resident);
    execute format('grant select on %I to mz_{{city}}_resident', name);
  end if;
end $$;
