-- 发放: the monthly roll, its lines, what the bank was told and what it answered.

-- Offices above the caller: a town may know that the city's roll exists and where it stands, and read its own lines of it.
create function caller_offices() returns int[] language sql stable as $$
  with recursive above as (
    select d.id, d.parent_id from division d where d.id = any (caller_divisions())
    union
    select p.id, p.parent_id from division p join above a on p.id = a.parent_id
  ) select coalesce(array_agg(id), '{}') from above
$$;

-- One roll: a benefit, a month, an office. Totals and names stand in roll_event, which only that office reads.
create table roll (
  id bigint generated always as identity primary key,
  number text not null unique,
  benefit text not null,
  month date not null check (extract(day from month) = 1),
  kind text not null check (kind in ('main', 'follow-up')),
  -- the roll whose failed lines this one pays
  follows bigint references roll (id),
  -- the main roll of the month before, against which changes are told
  previous_id bigint references roll (id),
  division_id int not null references division (id),
  -- the input is frozen: everything as known at this command, on this business day
  known_at bigint not null,
  drawn_on date not null,
  needs_finance boolean not null,
  state text not null check (state in ('drawing', 'drawn', 'checked', 'submitted', 'approved', 'confirmed', 'sent', 'returned', 'closed', 'void')),
  version int not null default 1,
  -- divisions drawn so far, in order of their code, while a large roll is drawn in pieces
  drawn_to text,
  command_id bigint not null default current_command(),
  check ((kind = 'follow-up') = (follows is not null))
);
comment on table roll is '发放花名册';
create unique index roll_main_once on roll (benefit, month, division_id) where kind = 'main' and state <> 'void';
create index roll_follows on roll (follows);

create table roll_event (
  id bigint generated always as identity primary key,
  roll_id bigint not null references roll (id),
  division_id int not null,
  version int not null,
  step text not null,
  state text not null,
  account_id bigint not null,
  post_id bigint,
  on_day date not null,
  lines int,
  households int,
  persons int,
  fen bigint,
  hash bytea,
  note text,
  command_id bigint not null default current_command(),
  unique (roll_id, version)
);
comment on table roll_event is '花名册每一步：谁、哪天、合计、指纹';

create table roll_line (
  id bigint generated always as identity primary key,
  roll_id bigint not null references roll (id),
  line_no int not null,
  household_id bigint not null references household (id),
  household_number text not null,
  division_id int not null,
  head_person_id bigint not null,
  hukou_kind text not null,
  persons int not null,
  fen bigint not null check (fen >= 0),
  regular_fen bigint not null,
  arrears_fen bigint not null,
  recovery_fen bigint not null check (recovery_fen <= 0),
  -- overpaid and not yet recovered after this line
  outstanding_fen bigint not null default 0,
  last_persons int not null,
  last_fen bigint not null,
  last_regular_fen bigint not null,
  last_arrears_fen bigint not null,
  last_recovery_fen bigint not null,
  change text check (change in ('taken-over', 'new', 'resumed', 'stopped', 'members-added', 'members-removed', 'income-down', 'income-up', 'standard')),
  reason text not null,
  account_id bigint,
  payee_name text,
  payee_person_id bigint,
  agent_relation text,
  bank_code text,
  bank_name text,
  account_cipher bytea,
  account_hash bytea,
  account_last_four text,
  -- the failed line this one pays again
  retry_of bigint references roll_line (id),
  digest bytea not null,
  status text not null check (status in ('open', 'held', 'sent', 'paid', 'failed', 'withdrawn', 'nothing')),
  command_id bigint not null default current_command(),
  unique (roll_id, line_no),
  unique (roll_id, household_id),
  check (fen = regular_fen + arrears_fen + recovery_fen)
);
comment on table roll_line is '花名册一户一行';
create index roll_line_household on roll_line (household_id);
create index roll_line_retry on roll_line (retry_of) where retry_of is not null;

-- Live while known_to is null. The same money of the same month can be live only once: paying twice is impossible in the database itself.
create table roll_line_item (
  id bigint generated always as identity primary key,
  roll_id bigint not null references roll (id),
  line_id bigint not null references roll_line (id),
  division_id int not null,
  household_id bigint not null,
  grant_id bigint not null references benefit_grant (id),
  for_month date not null,
  item text not null,
  person_id bigint,
  fen bigint not null check (fen <> 0),
  funding text,
  cause text not null check (cause in ('regular', 'arrears', 'recovery')),
  occurrence int not null default 1 check (occurrence > 0),
  known_from bigint not null default current_command(),
  known_to bigint,
  command_id bigint not null default current_command()
);
create unique index roll_line_item_live_once on roll_line_item (grant_id, for_month, item, coalesce(person_id, 0), cause, occurrence) where known_to is null;
create index roll_line_item_line on roll_line_item (line_id);
create index roll_line_item_grant on roll_line_item (grant_id, for_month);

create table roll_finding (
  id bigint generated always as identity primary key,
  roll_id bigint not null references roll (id),
  line_id bigint references roll_line (id),
  household_id bigint,
  division_id int not null,
  kind text not null,
  detail text not null,
  -- what is found again is the same finding
  subject text not null default '',
  -- cannot be paid as it is
  must_hold boolean not null,
  command_id bigint not null default current_command()
);
create unique index roll_finding_once on roll_finding (roll_id, kind, coalesce(line_id, 0), subject);

create table finding_resolution (
  id bigint generated always as identity primary key,
  finding_id bigint not null unique references roll_finding (id),
  roll_id bigint not null,
  division_id int not null,
  action text not null check (action in ('hold', 'pay')),
  reason text not null,
  account_id bigint not null,
  command_id bigint not null default current_command()
);

-- 暂缓: held from payment, or let go again, each time with a reason.
create table line_hold (
  id bigint generated always as identity primary key,
  line_id bigint not null references roll_line (id),
  roll_id bigint not null,
  household_id bigint not null,
  division_id int not null,
  held boolean not null,
  reason text not null,
  account_id bigint,
  command_id bigint not null default current_command()
);
create index line_hold_line on line_hold (line_id);

create table bank_file (
  id bigint generated always as identity primary key,
  roll_id bigint not null unique references roll (id),
  division_id int not null,
  batch_no text not null unique,
  file_name text not null,
  sha256 text not null,
  -- the file holds account numbers: encrypted like them
  cipher bytea not null,
  key_id text not null,
  lines int not null,
  fen bigint not null,
  pay_date date not null,
  command_id bigint not null default current_command()
);
comment on table bank_file is '代发文件：一册一份，再取还是同一份';

create table bank_return (
  id bigint generated always as identity primary key,
  roll_id bigint not null references roll (id),
  division_id int not null,
  file_name text not null,
  digest bytea not null unique,
  cipher bytea not null,
  key_id text not null,
  paid_lines int not null,
  paid_fen bigint not null,
  failed_lines int not null,
  failed_fen bigint not null,
  command_id bigint not null default current_command()
);
comment on table bank_return is '回盘文件：同一份读两次，第二次什么也不改';

create table payment_event (
  id bigint generated always as identity primary key,
  roll_id bigint not null references roll (id),
  line_id bigint not null references roll_line (id),
  household_id bigint not null,
  division_id int not null,
  kind text not null check (kind in ('sent', 'paid', 'failed', 'withdrawn')),
  fen bigint not null,
  reference text,
  code text,
  reason text,
  bank_time text,
  bank_return_id bigint references bank_return (id),
  on_day date not null,
  command_id bigint not null default current_command(),
  unique (line_id, kind)
);
comment on table payment_event is '每一笔的去向：送出、到账、退回、撤出';
create index payment_event_roll on payment_event (roll_id, kind);
create unique index payment_event_settled_once on payment_event (line_id) where kind in ('paid', 'failed', 'withdrawn');

-- Whether finance confirms before money is sent, where an office decided otherwise than declared.
create table payroll_setting (
  id bigint generated always as identity primary key,
  benefit text not null,
  division_id int not null references division (id),
  from_month date not null,
  needs_finance boolean not null,
  document text not null,
  command_id bigint not null default current_command()
);

call protect_rows('roll', may_update => true);
create policy office_above on roll for select to mz_{{city}}_staff using (division_id = any ((select caller_offices())::int[]));
call protect_rows('roll_event');
call protect_rows('roll_line', '{division_id}', '', may_update => true);
call protect_rows('roll_line_item', '{division_id}', '', may_update => true);
call protect_rows('roll_finding');
call protect_rows('finding_resolution');
call protect_rows('line_hold');
call protect_rows('bank_file');
call protect_rows('bank_return');
call protect_rows('payment_event', '{division_id}', 'household_id in (select own_households())');
call protect_rows('payroll_setting');

-- rows without current state name a column they do not have: sealing with an empty list digests nothing
call seal_table('roll', '{state,version,drawn_to}');
call seal_table('roll_event', '{known_to}');
call seal_table('roll_line', '{status}');
call seal_table('roll_line_item', closes => true);
call seal_table('roll_finding', '{known_to}');
call seal_table('finding_resolution', '{known_to}');
call seal_table('line_hold', '{known_to}');
call seal_table('bank_file', '{known_to}');
call seal_table('bank_return', '{known_to}');
call seal_table('payment_event', '{known_to}');
call seal_table('payroll_setting', '{known_to}');
