-- 失信记录: an office decided that a person gave false information; for a period the next application gets no short way.
create table dishonesty_record (
  id bigint generated always as identity primary key,
  number text not null unique,
  person_id bigint not null references person (id),
  division_id int not null references division (id),
  ground text not null,
  law jsonb not null,
  decided_on date not null,
  -- exclusive last day; by the period in force on the day of the decision
  until date not null,
  complaint_id bigint,
  -- 罚款 decided by the competent office, in 分; null when none
  penalty_fen bigint check (penalty_fen > 0),
  told_on date,
  decided_by text not null,
  command_id bigint not null default current_command(),
  check (until > decided_on)
);
comment on table dishonesty_record is '失信记录：事实、依据、期限';
create index dishonesty_record_person on dishonesty_record (person_id);
-- 异议, and the office's answer: an upheld one lifts the record, which stays readable.
create table dishonesty_objection (
  id bigint generated always as identity primary key,
  record_id bigint not null references dishonesty_record (id),
  division_id int not null,
  said text not null,
  on_day date not null,
  command_id bigint not null default current_command()
);
create table dishonesty_answer (
  id bigint generated always as identity primary key,
  record_id bigint not null references dishonesty_record (id),
  objection_id bigint unique references dishonesty_objection (id),
  division_id int not null,
  lifted boolean not null,
  reply text not null,
  on_day date not null,
  by_name text not null,
  command_id bigint not null default current_command()
);
create function own_dishonesty_ids() returns setof bigint language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select id from dishonesty_record where person_id = caller_person()
$$;
alter function own_dishonesty_ids() owner to mz_{{city}}_definer;
revoke all on function own_dishonesty_ids() from public;
grant execute on function own_dishonesty_ids() to mz_{{city}}_staff, mz_{{city}}_resident;
call protect_rows('dishonesty_record', '{division_id}', 'person_id = (select caller_person())', may_update => true);
call protect_rows('dishonesty_objection', '{division_id}', 'record_id in (select own_dishonesty_ids())');
call protect_rows('dishonesty_answer', '{division_id}', 'record_id in (select own_dishonesty_ids())');
call seal_table('dishonesty_record', '{told_on}');
call seal_table('dishonesty_objection', '{known_to}');
call seal_table('dishonesty_answer', '{known_to}');

-- Records that stand against persons on a day, wherever they were made: an application elsewhere is warned too.
create function dishonesty_of(persons bigint[], on_day date) returns table (person_id bigint, number text, ground text, decided_on date, until date)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select r.person_id, r.number, r.ground, r.decided_on, r.until from dishonesty_record r
   where r.person_id = any (persons) and r.decided_on <= on_day and r.until > on_day and not exists (select 1 from dishonesty_answer a where a.record_id = r.id and a.lifted)
$$;
alter function dishonesty_of(bigint[], date) owner to mz_{{city}}_definer;
revoke all on function dishonesty_of(bigint[], date) from public;
grant execute on function dishonesty_of(bigint[], date) to mz_{{city}}_staff;
