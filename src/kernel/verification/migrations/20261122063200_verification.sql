-- 核对: one request a member and agency; answers are sealed as they come, and frozen as evidence before a decision.
create table verification_request (
  id bigint generated always as identity primary key,
  case_id bigint not null references case_file (id),
  division_id int not null,
  person_id bigint not null references person (id),
  member_key text not null,
  agency text not null,
  categories text[] not null,
  -- 1, and one more each time a case is investigated again
  round int not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'partial', 'answered', 'unable', 'overdue', 'manual')),
  ticket text,
  attempts int not null default 0,
  ordered_on date not null,
  sent_at timestamptz,
  answered_on date,
  -- after this instant nobody asks again by himself
  deadline timestamptz not null,
  ordered_by_post bigint not null,
  last_error text,
  command_id bigint not null default current_command(),
  unique (case_id, person_id, agency, round)
);
comment on table verification_request is '核对请求（当前状态）：一人一单位一件';
create index verification_request_case on verification_request (case_id, round);

create table verification_answer (
  id bigint generated always as identity primary key,
  request_id bigint not null references verification_request (id),
  case_id bigint not null,
  division_id int not null,
  kind text not null check (kind in ('partial', 'complete', 'unable', 'correction', 'manual')),
  -- SHA-256 of the answer as canonical JSON: the same answer is recorded once
  digest bytea not null,
  answer jsonb not null,
  -- words of the clerk, for a manual finding
  reason text,
  received_on date not null,
  recorded_by text not null,
  command_id bigint not null default current_command(),
  unique (request_id, digest)
);
comment on table verification_answer is '核对答复：只加不改，迟到的更正另加一行';
create index verification_answer_case on verification_answer (case_id);

create table evidence (
  id bigint generated always as identity primary key,
  case_id bigint not null references case_file (id),
  division_id int not null,
  round int not null,
  frozen_on date not null,
  digest bytea not null,
  report jsonb not null,
  command_id bigint not null default current_command()
);
comment on table evidence is '核对报告：决定以此为据，随决定封存';
create index evidence_case on evidence (case_id);

-- Address of an agency in this city; the environment (AGENCY_<ID>_URL) goes before it.
create table agency_address (agency text primary key, url text not null, command_id bigint default current_command());
grant select, insert, update on agency_address to mz_{{city}}_staff;

call protect_rows('verification_request', '{division_id}', 'case_id in (select own_case_ids())', may_update => true);
call protect_rows('verification_answer');
call protect_rows('evidence');
call seal_table('verification_answer');
call seal_table('evidence');
