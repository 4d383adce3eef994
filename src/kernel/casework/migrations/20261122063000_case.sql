-- 办件: current state beside a sealed record of every action. The current rows can be rebuilt from the actions at any time.

create table case_file (
  id bigint generated always as identity primary key,
  number text not null unique,
  matter text not null,
  procedure text not null,
  opened_on date not null,
  household_id bigint references household (id),
  applicant_person_id bigint not null references person (id),
  -- village or community whose offices handle the case
  division_id int not null references division (id),
  state text not null,
  state_since date not null,
  -- action that led into the present state
  state_seq int not null,
  -- number of the last action: what a clerk has seen
  version int not null,
  outcome text check (outcome in ('granted', 'refused', 'withdrawn', 'not-accepted')),
  paused_since date,
  -- answers of the form, numbers of documents and accounts masked: those stand encrypted in the registers
  form jsonb not null,
  -- what the rules judge: the answers, as corrected by survey and verification
  facts jsonb not null,
  assessment jsonb,
  draft_id bigint unique,
  command_id bigint not null default current_command()
);
comment on table case_file is '办件（当前状态）';
create index case_file_division on case_file (division_id, id);
create index case_file_household on case_file (household_id);
create index case_file_applicant on case_file (applicant_person_id);
create index case_file_open on case_file (division_id, state) where outcome is null;

create table case_member (
  id bigint generated always as identity primary key,
  case_id bigint not null references case_file (id),
  division_id int not null,
  person_id bigint not null references person (id),
  -- key of the member in the facts
  key text not null,
  relation text not null,
  name_masked text not null,
  number_masked text,
  command_id bigint not null default current_command(),
  unique (case_id, person_id)
);
comment on table case_member is '一件里共同生活的家庭成员';
create index case_member_person on case_member (person_id);

create table case_action (
  id bigint generated always as identity primary key,
  case_id bigint not null references case_file (id),
  division_id int not null,
  seq int not null,
  step text not null,
  from_state text,
  to_state text not null,
  on_day date not null,
  actor_kind text not null check (actor_kind in ('staff', 'resident', 'system')),
  account_id bigint,
  post_id bigint,
  post_role text,
  actor_name text not null,
  office_name text,
  -- version the actor had seen; null when the case was opened
  seen int,
  data jsonb not null,
  command_id bigint not null default current_command(),
  unique (case_id, seq)
);
comment on table case_action is '办件经过：只加不改，封存';

create table case_task (
  id bigint generated always as identity primary key,
  case_id bigint not null references case_file (id),
  division_id int not null,
  task text not null,
  title text not null,
  state text not null,
  opened_seq int not null,
  roles text[] not null,
  power text not null,
  -- office that holds the power on the day the task was opened
  office_division_id int not null references division (id),
  opened_on date not null,
  -- day the limit is counted from: opened_on, or the end of a public notice
  counted_from date not null,
  due_on date,
  limit_days int,
  limit_calendar text check (limit_calendar in ('working', 'calendar')),
  limit_law jsonb,
  extended_days int not null default 0,
  -- days the clock stood still, in the limit's own kind of day
  paused_days int not null default 0,
  -- true when a year without an announced calendar was crossed
  assumed boolean not null default false,
  -- others have to answer first
  waits boolean not null default false,
  done_on date,
  dropped_on date,
  command_id bigint not null default current_command(),
  unique (case_id, opened_seq, task)
);
comment on table case_task is '待办（当前状态）';
create index case_task_open on case_task (office_division_id, due_on) where done_on is null and dropped_on is null;

create table authorisation (
  id bigint generated always as identity primary key,
  case_id bigint not null references case_file (id),
  division_id int not null,
  person_id bigint not null references person (id),
  signed_on date not null,
  how text not null check (how in ('portal', 'paper')),
  -- by whom a person without capacity was represented
  represented_by text,
  command_id bigint not null default current_command(),
  unique (case_id, person_id)
);
comment on table authorisation is '授权核对家庭经济状况';

create table decision (
  id bigint generated always as identity primary key,
  case_id bigint not null references case_file (id),
  division_id int not null,
  outcome text not null check (outcome in ('granted', 'refused')),
  decided_on date not null,
  -- first month of benefit, YYYY-MM
  first_month text check (first_month ~ '^\d{4}-\d{2}$'),
  fen bigint,
  grounds jsonb not null,
  assessment jsonb not null,
  evidence_digest bytea,
  statement text not null,
  post_id bigint,
  account_id bigint,
  decided_by text not null,
  office_name text not null,
  command_id bigint not null default current_command(),
  -- openGrant of the same command refers to it
  action_id bigint not null references case_action (id)
);
comment on table decision is '决定：同意或不予同意，附全部理由和当时的证据摘要';
create index decision_case on decision (case_id);

-- 草稿: one an account and matter; everything typed is encrypted, numbers of documents stand in it.
create table case_draft (
  id bigint generated always as identity primary key,
  account_id bigint not null references account (id),
  matter text not null,
  division_id int references division (id),
  values_cipher bytea not null,
  key_id text not null,
  saved_at timestamptz not null default now(),
  case_id bigint references case_file (id),
  command_id bigint not null default current_command()
);
create unique index case_draft_open on case_draft (account_id, matter) where case_id is null;
alter table case_draft enable row level security;
alter table case_draft force row level security;
create policy own on case_draft to mz_{{city}}_staff, mz_{{city}}_resident
  using ('account:' || account_id = current_setting('mz.actor', true)) with check ('account:' || account_id = current_setting('mz.actor', true));
create policy all_rows on case_draft to mz_{{city}}_definer using (true) with check (true);
grant select, insert, update, delete on case_draft to mz_{{city}}_staff;
grant select on case_draft to mz_{{city}}_resident;

-- Cases a resident belongs to, as applicant or as a member who has to authorise.
create function own_case_ids() returns setof bigint language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select case_id from case_member where person_id = caller_person()
$$;
alter function own_case_ids() owner to mz_{{city}}_definer;
revoke all on function own_case_ids() from public;
grant execute on function own_case_ids() to mz_{{city}}_staff, mz_{{city}}_resident;

call protect_rows('case_file', '{division_id}', 'id in (select own_case_ids())', may_update => true);
call protect_rows('case_member', '{division_id}', 'case_id in (select own_case_ids())');
call protect_rows('case_action', '{division_id}', 'case_id in (select own_case_ids())');
call protect_rows('case_task', '{division_id}', 'case_id in (select own_case_ids())', may_update => true);
call protect_rows('authorisation', '{division_id}', 'case_id in (select own_case_ids())');
call protect_rows('decision', '{division_id}', 'case_id in (select own_case_ids())');

call seal_table('case_member');
call seal_table('case_action');
call seal_table('authorisation');
call seal_table('decision');
