-- 认定: that a household and its persons count as something for a time. What others ask before they give: 医疗救助、危房改造、殡葬减免、轮候优先.

create table recognition (
  id bigint generated always as identity primary key,
  kind text not null,
  -- number and code printed on the certificate
  number text not null unique,
  verify_code text not null unique,
  household_id bigint not null references household (id),
  division_id int not null references division (id),
  case_id bigint not null references case_file (id),
  decision_id bigint not null references decision (id),
  renews bigint references recognition (id),
  valid_from date not null,
  -- first day it no longer holds, as decided
  valid_to date not null,
  -- first day it no longer holds, when it was ended early
  ended_on date,
  end_reason text,
  version int not null default 1,
  command_id bigint not null default current_command(),
  check (valid_to > valid_from),
  check ((ended_on is null) = (end_reason is null))
);
comment on table recognition is '认定：哪一户、哪一种、从哪天到哪天（当前状态）';
create index recognition_division on recognition (kind, division_id);
create index recognition_household on recognition (household_id);
create index recognition_case on recognition (case_id);
create index recognition_until on recognition (kind, valid_to) where ended_on is null;

-- Whom it covers, on which days, and from which command to which we knew it. One person, one status of a kind at a time.
create table recognition_person (
  id bigint generated always as identity primary key,
  recognition_id bigint not null references recognition (id),
  kind text not null,
  person_id bigint not null references person (id),
  household_id bigint not null,
  division_id int not null,
  valid_from date not null,
  valid_to date not null,
  known_from bigint not null default current_command(),
  known_to bigint,
  command_id bigint not null default current_command(),
  check (valid_to > valid_from),
  constraint recognition_person_once exclude using gist (kind with =, person_id with =, daterange(valid_from, valid_to) with &&, int8range(known_from, known_to) with &&)
);
comment on table recognition_person is '认定所包括的人，双时态';
create index recognition_person_recognition on recognition_person (recognition_id);
create index recognition_person_person on recognition_person (person_id);

-- Money that is paid only while the status holds.
create table recognition_grant (
  id bigint generated always as identity primary key,
  recognition_id bigint not null references recognition (id),
  grant_id bigint not null references benefit_grant (id) unique,
  household_id bigint not null,
  division_id int not null,
  command_id bigint not null default current_command()
);
comment on table recognition_grant is '随认定发放的待遇';
create index recognition_grant_recognition on recognition_grant (recognition_id);

call protect_rows('recognition', '{division_id}', 'household_id in (select own_households())', may_update => true);
call protect_rows('recognition_person', '{division_id}', 'household_id in (select own_households())', may_update => true);
call protect_rows('recognition_grant', '{division_id}', 'household_id in (select own_households())');
call seal_table('recognition', '{ended_on,end_reason,version}');
call seal_table('recognition_person', closes => true);
call seal_table('recognition_grant', '{known_to}');

-- What nobody may hold together, by declaration of a matter: the standings of one group exclude each other for a person.
create table standing_group (standing text primary key, exclusive text not null);
comment on table standing_group is '不能同时享有的待遇和认定';
grant select on standing_group to mz_{{city}}_staff;
grant select, insert on standing_group to mz_{{city}}_definer;

-- Kept by triggers from grant_person and recognition_person; nothing else writes here. The constraint is what counts.
create table person_standing (
  id bigint generated always as identity primary key,
  exclusive text not null,
  standing text not null,
  person_id bigint not null,
  period daterange not null,
  known_from bigint not null,
  known_to bigint,
  source text not null check (source in ('grant', 'recognition')),
  source_id bigint not null,
  unique (source, source_id),
  constraint person_standing_once exclude using gist (exclusive with =, person_id with =, period with &&, int8range(known_from, known_to) with &&)
);
comment on table person_standing is '每人在各月享有的互斥身份，由触发器维护';
alter table person_standing enable row level security;
alter table person_standing force row level security;
create policy all_rows on person_standing to mz_{{city}}_definer using (true) with check (true);
grant select, insert, update on person_standing to mz_{{city}}_definer;
create index person_standing_person on person_standing (person_id);

create function keep_grant_standing() returns trigger language plpgsql security definer set search_path = {{schema}}, ext, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into person_standing (exclusive, standing, person_id, period, known_from, known_to, source, source_id)
      select g.exclusive, g.standing, f.person_id, daterange(f.from_month, f.to_month), f.known_from, f.known_to, 'grant', f.id from fresh f join standing_group g on g.standing = f.benefit;
  else
    update person_standing s set known_to = f.known_to from fresh f where s.source = 'grant' and s.source_id = f.id and f.known_to is not null and s.known_to is null;
  end if;
  return null;
end $$;
alter function keep_grant_standing() owner to mz_{{city}}_definer;
create trigger keep_standing_insert after insert on grant_person referencing new table as fresh for each statement execute function keep_grant_standing();
create trigger keep_standing_close after update on grant_person referencing new table as fresh for each statement execute function keep_grant_standing();

create function keep_recognition_standing() returns trigger language plpgsql security definer set search_path = {{schema}}, ext, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into person_standing (exclusive, standing, person_id, period, known_from, known_to, source, source_id)
      select g.exclusive, g.standing, f.person_id, daterange(f.valid_from, f.valid_to), f.known_from, f.known_to, 'recognition', f.id from fresh f join standing_group g on g.standing = f.kind;
  else
    update person_standing s set known_to = f.known_to from fresh f where s.source = 'recognition' and s.source_id = f.id and f.known_to is not null and s.known_to is null;
  end if;
  return null;
end $$;
alter function keep_recognition_standing() owner to mz_{{city}}_definer;
create trigger keep_standing_insert after insert on recognition_person referencing new table as fresh for each statement execute function keep_recognition_standing();
create trigger keep_standing_close after update on recognition_person referencing new table as fresh for each statement execute function keep_recognition_standing();

-- A matter declares in its own migration what excludes what; what is already held is entered with it.
create procedure declare_standing(of_standing text, of_group text) language plpgsql security definer set search_path = {{schema}}, ext, pg_temp as $$
begin
  insert into standing_group (standing, exclusive) values (of_standing, of_group);
  insert into person_standing (exclusive, standing, person_id, period, known_from, known_to, source, source_id)
    select of_group, of_standing, person_id, daterange(from_month, to_month), known_from, known_to, 'grant', id from grant_person where benefit = of_standing;
  insert into person_standing (exclusive, standing, person_id, period, known_from, known_to, source, source_id)
    select of_group, of_standing, person_id, daterange(valid_from, valid_to), known_from, known_to, 'recognition', id from recognition_person where kind = of_standing;
end $$;
alter procedure declare_standing(text, text) owner to mz_{{city}}_definer;
revoke all on procedure declare_standing(text, text) from public;
grant execute on procedure declare_standing(text, text) to current_user;

-- What persons hold of the group of a standing in a period, wherever it is: what and until when, never where or in which household.
create function standings_held(of_standing text, persons bigint[], within daterange) returns table (standing text, person_id bigint, until date)
  language sql stable security definer set search_path = {{schema}}, ext, pg_temp as $$
  select s.standing, s.person_id, upper(s.period) from person_standing s join standing_group g on g.exclusive = s.exclusive
   where g.standing = of_standing and s.person_id = any (persons) and s.known_to is null and s.period && within
  union
  select r.kind, r.person_id, r.valid_to from recognition_person r where r.kind = of_standing and r.person_id = any (persons) and r.known_to is null and daterange(r.valid_from, r.valid_to) && within
$$;
alter function standings_held(text, bigint[], daterange) owner to mz_{{city}}_definer;
revoke all on function standings_held(text, bigint[], daterange) from public;
grant execute on function standings_held(text, bigint[], daterange) to mz_{{city}}_staff;

-- Whether a person holds a status on a day, wherever it was recognised: which kinds, never where.
create function recognitions_of(persons bigint[], on_day date) returns table (person_id bigint, kind text)
  language sql stable security definer set search_path = {{schema}}, ext, pg_temp as $$
  select r.person_id, r.kind from recognition_person r where r.person_id = any (persons) and r.known_to is null and r.valid_from <= on_day and r.valid_to > on_day
$$;
alter function recognitions_of(bigint[], date) owner to mz_{{city}}_definer;
revoke all on function recognitions_of(bigint[], date) from public;
grant execute on function recognitions_of(bigint[], date) to mz_{{city}}_staff, mz_{{city}}_resident;

-- 验证证明: whoever holds the paper may ask whether it is genuine. Answers only to number and code together.
create function verify_recognition(of_number text, of_code text) returns table (kind text, head text, persons bigint, valid_from date, valid_to date, ended_on date)
  language sql stable security definer set search_path = {{schema}}, ext, pg_temp as $$
  select r.kind, left(p.name, 1) || repeat('*', greatest(char_length(p.name) - 1, 1)), (select count(distinct rp.person_id) from recognition_person rp where rp.recognition_id = r.id), r.valid_from, r.valid_to, r.ended_on
    from recognition r
    left join lateral (select head_person_id from household_version hv where hv.household_id = r.household_id and hv.known_to is null order by hv.valid_from desc limit 1) h on true
    left join person p on p.id = h.head_person_id
   where r.number = of_number and r.verify_code = of_code
$$;
alter function verify_recognition(text, text) owner to mz_{{city}}_definer;
revoke all on function verify_recognition(text, text) from public;
grant execute on function verify_recognition(text, text) to mz_{{city}}_staff, mz_{{city}}_resident;

-- The names that stand on the certificate, for the household itself and the offices of its area.
create function certificate_people(of_recognition bigint) returns table (name text, relation text, number text, head boolean)
  language sql stable security definer set search_path = {{schema}}, ext, pg_temp as $$
  select p.name, m.relation, m.number_masked, p.id = h.head_person_id
    from recognition r join household h on h.id = r.household_id join case_member m on m.case_id = r.case_id join person p on p.id = m.person_id
   where r.id = of_recognition and (r.household_id in (select own_households()) or r.division_id = any ((select caller_divisions())::int[]))
     and m.person_id in (select person_id from recognition_person where recognition_id = r.id)
   order by p.id = h.head_person_id desc, m.id
$$;
alter function certificate_people(bigint) owner to mz_{{city}}_definer;
revoke all on function certificate_people(bigint) from public;
grant execute on function certificate_people(bigint) to mz_{{city}}_staff, mz_{{city}}_resident;
