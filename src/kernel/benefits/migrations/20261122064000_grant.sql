-- 待遇: what a household was granted, month by month, and from which command to which we knew it.

-- The households a resident belongs to today: whose grants and payments they may read.
create function own_households() returns setof bigint language sql stable security definer set search_path = {{schema}}, ext, pg_temp as $$
  select household_id from household_member
   where person_id = caller_person() and known_to is null
     and (valid_to is null or valid_to > (select coalesce(demo_day, (now() at time zone 'Asia/Shanghai')::date) from city))
$$;
alter function own_households() owner to mz_{{city}}_definer;
revoke all on function own_households() from public;
grant execute on function own_households() to mz_{{city}}_staff, mz_{{city}}_resident;

-- 接收: an existing register taken over from a bureau's roster, in one command, with the digest of the roster it came from.
create table grant_takeover (
  id bigint generated always as identity primary key,
  division_id int not null references division (id),
  benefit text not null,
  document_title text not null,
  document_digest bytea not null,
  first_month date not null check (extract(day from first_month) = 1),
  grants int not null,
  persons int not null,
  fen bigint not null,
  command_id bigint not null default current_command(),
  unique (benefit, document_digest)
);
comment on table grant_takeover is '接收原有花名册：一份文件一次，留文件摘要';

-- Current state of a grant; its history is in grant_version.
create table benefit_grant (
  id bigint generated always as identity primary key,
  benefit text not null,
  case_id bigint,
  takeover_id bigint references grant_takeover (id),
  household_id bigint not null references household (id),
  division_id int not null references division (id),
  state text not null default 'active' check (state in ('active', 'suspended', 'ended')),
  first_month date not null check (extract(day from first_month) = 1),
  last_month date check (extract(day from last_month) = 1),
  version int not null default 1,
  command_id bigint not null default current_command(),
  check (num_nonnulls(case_id, takeover_id) = 1)
);
comment on table benefit_grant is '待遇：哪一户、哪一项、从哪个月起';
create index benefit_grant_division on benefit_grant (benefit, division_id);
create index benefit_grant_household on benefit_grant (household_id);

-- What a month is worth. Half-open [from_month, to_month); an ended or suspended stretch is a version of its own, with its reason and nothing to pay.
create table grant_version (
  id bigint generated always as identity primary key,
  grant_id bigint not null references benefit_grant (id),
  benefit text not null,
  household_id bigint not null,
  division_id int not null,
  from_month date not null check (extract(day from from_month) = 1),
  to_month date check (extract(day from to_month) = 1),
  known_from bigint not null default current_command(),
  known_to bigint,
  state text not null check (state in ('paid', 'suspended', 'ended')),
  persons int not null check (persons >= 0),
  hukou_kind text not null check (hukou_kind in ('urban', 'rural')),
  fen bigint not null check (fen >= 0),
  facts jsonb,
  rules text,
  -- explanation, working and figures used, as decided
  assessment jsonb,
  basis text not null check (basis in ('assessment', 'takeover')),
  -- what made it differ from the version before: decides the word on the roll
  change text not null default 'other' check (change in ('opened', 'members', 'income', 'standard', 'suspended', 'resumed', 'ended', 'other')),
  reason text not null,
  case_id bigint,
  decision_id bigint,
  command_id bigint not null default current_command(),
  check (to_month is null or to_month > from_month),
  check (state = 'paid' or (fen = 0 and persons = 0)),
  exclude using gist (grant_id with =, daterange(from_month, to_month) with &&, int8range(known_from, known_to) with &&)
);
comment on table grant_version is '待遇各月的金额，双时态';
create index grant_version_benefit on grant_version (benefit, division_id);
create index grant_version_household on grant_version (household_id);

create table grant_line (
  id bigint generated always as identity primary key,
  version_id bigint not null references grant_version (id),
  household_id bigint not null,
  division_id int not null,
  item text not null,
  person_id bigint references person (id),
  fen bigint not null,
  funding text,
  command_id bigint not null default current_command()
);
create index grant_line_version on grant_line (version_id);

-- One person, one grant of a benefit at a time, in the database itself.
create table grant_person (
  id bigint generated always as identity primary key,
  version_id bigint not null references grant_version (id),
  grant_id bigint not null references benefit_grant (id),
  benefit text not null,
  person_id bigint not null references person (id),
  household_id bigint not null,
  division_id int not null,
  from_month date not null,
  to_month date,
  known_from bigint not null default current_command(),
  known_to bigint,
  command_id bigint not null default current_command(),
  constraint grant_person_once exclude using gist (benefit with =, person_id with =, daterange(from_month, to_month) with &&, int8range(known_from, known_to) with &&)
);
create index grant_person_version on grant_person (version_id);
create index grant_person_person on grant_person (person_id);

-- 扣回办法: how much a month is held back of what was overpaid. The law names no rate: an office decides, with a reason.
create table recovery_plan (
  id bigint generated always as identity primary key,
  grant_id bigint not null references benefit_grant (id),
  household_id bigint not null,
  division_id int not null,
  total_fen bigint not null check (total_fen > 0),
  monthly_fen bigint not null check (monthly_fen > 0),
  reason text not null,
  command_id bigint not null default current_command()
);
comment on table recovery_plan is '多发扣回的分期办法';
create index recovery_plan_grant on recovery_plan (grant_id, command_id);

call protect_rows('grant_takeover');
call protect_rows('benefit_grant', '{division_id}', 'household_id in (select own_households())', may_update => true);
call protect_rows('grant_version', '{division_id}', 'household_id in (select own_households())', may_update => true);
call protect_rows('grant_line', '{division_id}', 'household_id in (select own_households())');
call protect_rows('grant_person', '{division_id}', '', may_update => true);
call protect_rows('recovery_plan', '{division_id}', 'household_id in (select own_households())');

-- a takeover numbers its rows before it writes them
grant usage on sequence benefit_grant_id_seq, grant_version_id_seq to mz_{{city}}_staff;

-- rows without current state name a column they do not have: sealing with an empty list digests nothing
call seal_table('grant_takeover', '{known_to}');
call seal_table('benefit_grant', '{state,division_id,last_month,version}');
call seal_table('grant_version', closes => true);
call seal_table('grant_line', '{known_to}');
call seal_table('grant_person', closes => true);
call seal_table('recovery_plan', '{known_to}');

-- Whether a person already is in another grant of the benefit in these months, wherever it is: yes or no, never where.
create function persons_already_granted(of_benefit text, persons bigint[], except_grant bigint, months daterange) returns setof bigint
  language sql stable security definer set search_path = {{schema}}, ext, pg_temp as $$
  select distinct person_id from grant_person
   where benefit = of_benefit and person_id = any (persons) and grant_id is distinct from except_grant and known_to is null and daterange(from_month, to_month) && months
$$;
alter function persons_already_granted(text, bigint[], bigint, daterange) owner to mz_{{city}}_definer;
revoke all on function persons_already_granted(text, bigint[], bigint, daterange) from public;
grant execute on function persons_already_granted(text, bigint[], bigint, daterange) to mz_{{city}}_staff;
