-- Declared registers (台账). Each has a table of its own, made from its declaration (kernel/records/table); here stands what they share.
create function caller_role() returns text language sql stable as $$ select coalesce(current_setting('mz.role', true), '') $$;

-- Which registers have tables, by which declaration, and who writes and reads in each.
create table register (
  id text primary key,
  title text not null,
  -- read in the whole city by those who may read it at all
  across boolean not null,
  -- digest of the declaration its tables stand by
  digest text not null
);
create table register_role (register text not null references register (id), role text not null, keeps boolean not null, primary key (register, role));
grant select on register, register_role to mz_{{city}}_staff, mz_{{city}}_definer;

-- The auditor, and work the platform does by itself, read every register; nobody else but by the declaration.
create function caller_reads(wanted text) returns boolean language sql stable as $$
  select caller_role() in ('auditor', 'system') or exists (select 1 from register_role r where r.register = wanted and r.role = caller_role())
$$;
create function caller_keeps(wanted text) returns boolean language sql stable as $$
  select caller_role() = 'system' or exists (select 1 from register_role r where r.register = wanted and r.role = caller_role() and r.keeps)
$$;
create function caller_registers() returns text[] language sql stable as $$
  select array(select r.id from register r where caller_role() in ('auditor', 'system') or exists (select 1 from register_role x where x.register = r.id and x.role = caller_role()))
$$;
create function caller_registers_across() returns text[] language sql stable as $$
  select array(select r.id from register r where r.across and r.id = any (caller_registers()))
$$;
create function caller_kept() returns text[] language sql stable as $$
  select array(select r.id from register r where caller_role() = 'system' or exists (select 1 from register_role x where x.register = r.id and x.role = caller_role() and x.keeps))
$$;

-- Every record of every register, as it stands now: its number, what it is called, whose it is. Rebuilt from the registers' own tables; found from anywhere.
create sequence record_no;
grant usage, select on sequence record_no to mz_{{city}}_staff;
create table register_record (
  id bigint primary key,
  register text not null references register (id),
  number text not null unique,
  division_id int not null references division (id),
  person_id bigint references person (id),
  name text,
  pinyin text,
  initials text,
  state text not null,
  -- part of the stock now
  standing boolean not null,
  taken_back boolean not null default false
);
comment on table register_record is '各台账的记录：编号、名称、属于谁、现在的状态';
create index record_register on register_record (register, division_id) where standing;
create index record_name on register_record (register, name text_pattern_ops);
create index record_pinyin on register_record (register, pinyin text_pattern_ops);
create index record_initials on register_record (register, initials text_pattern_ops);
create index record_called on register_record (name text_pattern_ops);
create index record_person on register_record (person_id) where person_id is not null;
create index record_division on register_record (division_id);
alter table register_record enable row level security;
alter table register_record force row level security;
create policy readers on register_record for select to mz_{{city}}_staff
  using ((division_id = any ((select caller_divisions())::int[]) and register = any ((select caller_registers())::text[])) or register = any ((select caller_registers_across())::text[]));
create policy keepers_open on register_record for insert to mz_{{city}}_staff
  with check (division_id = any ((select caller_divisions())::int[]) and register = any ((select caller_kept())::text[]));
create policy keepers_change on register_record for update to mz_{{city}}_staff
  using (division_id = any ((select caller_divisions())::int[]) and register = any ((select caller_kept())::text[]))
  with check (register = any ((select caller_kept())::text[]));
create policy all_rows on register_record to mz_{{city}}_definer using (true) with check (true);
grant select, insert, update on register_record to mz_{{city}}_staff;
grant select, insert, update on register_record to mz_{{city}}_definer;

-- 同与不同: two records looked at side by side, and what was found.
create table record_twin (
  id bigint generated always as identity primary key,
  register text not null,
  low bigint not null references register_record (id),
  high bigint not null references register_record (id),
  division_id int not null,
  same boolean not null,
  reason text not null,
  command_id bigint not null default current_command(),
  check (low < high)
);
create index record_twin_pair on record_twin (low, high);
call protect_rows('record_twin');
call seal_table('record_twin');

-- 目标数 of a register for a year and a place; a later one stands in place of an earlier.
create table record_target (
  id bigint generated always as identity primary key,
  register text not null,
  target text not null,
  year int not null,
  division_id int not null references division (id),
  planned numeric not null check (planned >= 0),
  document text not null,
  command_id bigint not null default current_command()
);
create index record_target_of on record_target (register, year);
call protect_rows('record_target');
call seal_table('record_target');

-- How a workbook's columns were understood last time, by its headings; and what was taken in from which file.
create table record_mapping (
  register text not null,
  division_id int not null references division (id),
  headings text not null,
  columns jsonb not null,
  command_id bigint not null default current_command(),
  primary key (register, division_id, headings)
);
call protect_rows('record_mapping', may_update => true);

-- Who did a command, for the history of a record: post and name, nothing of what it was.
create function command_authors(wanted bigint[]) returns table (id bigint, business_day date, author text)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select c.id, c.business_day, coalesce(d.name || ' ', '') || coalesce(a.name, '系统')
    from command_log c left join account a on a.id = c.account_id left join post p on p.id = c.post_id left join division d on d.id = p.division_id
   where c.id = any (wanted)
$$;
alter function command_authors(bigint[]) owner to mz_{{city}}_definer;
revoke all on function command_authors(bigint[]) from public;
grant execute on function command_authors(bigint[]) to mz_{{city}}_staff;

-- What a record of another area is called: a link shows its name, and nothing more. Not of registers held by persons.
create function record_titles(wanted bigint[]) returns table (id bigint, register text, number text, name text)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select r.id, r.register, r.number, case when r.person_id is null then r.name end from register_record r where r.id = any (wanted)
$$;
alter function record_titles(bigint[]) owner to mz_{{city}}_definer;
revoke all on function record_titles(bigint[]) from public;
grant execute on function record_titles(bigint[]) to mz_{{city}}_staff;

-- Registers a bureau makes itself: every version of the declaration, never changed; the last published one is in force.
create table register_declaration (
  id bigint generated always as identity primary key,
  register text not null,
  version int not null,
  -- draft: tried on data; published: its tables are made; withdrawn: no new records, the old ones stay
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  declaration jsonb not null,
  division_id int not null references division (id),
  command_id bigint not null default current_command(),
  unique (register, version)
);
call protect_rows('register_declaration');
call seal_table('register_declaration');
-- which registers the bureau has made is no secret within it
create function published_registers() returns table (register text, version int, state text, declaration jsonb)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select distinct on (d.register) d.register, d.version, d.state, d.declaration from register_declaration d where d.state <> 'draft' order by d.register, d.version desc
$$;
alter function published_registers() owner to mz_{{city}}_definer;
revoke all on function published_registers() from public;
grant execute on function published_registers() to mz_{{city}}_staff;
