-- 文书与送达: the numbered and sealed paper of a decision, how it reached the person, what was asked of a higher office or a court, and what they said.
create table decision_paper (
  id bigint generated always as identity primary key,
  decision_id bigint not null unique references decision (id),
  case_id bigint not null,
  division_id int not null,
  -- 文号: 中民低字〔2014〕18号
  number text not null unique,
  -- digest over what the paper says, taken when it was issued
  digest bytea not null,
  -- printed beside the number; with both anyone holding the paper can have it checked
  code text not null,
  issued_on date not null,
  command_id bigint not null default current_command()
);
comment on table decision_paper is '决定文书：文号、内容摘要、校验码';
create index decision_paper_case on decision_paper (case_id);

create table service_record (
  id bigint generated always as identity primary key,
  decision_id bigint not null references decision (id),
  case_id bigint not null,
  division_id int not null,
  how text not null check (how in ('direct', 'left', 'entrusted', 'post', 'electronic', 'public')),
  tried_on date not null,
  -- day from which the remedies run; null when the attempt failed. Of a public announcement the day its term is over.
  served_on date,
  receiver text,
  by_names text[] not null default '{}',
  witnesses text[] not null default '{}',
  -- why the receipt was refused, or why the attempt failed
  because text,
  tracking text,
  place text,
  file_id bigint references stored_file (id),
  recorded_by text not null,
  command_id bigint not null default current_command(),
  check (served_on is null or served_on >= tried_on)
);
comment on table service_record is '送达回证：每次送达一行，送到的只有一次';
create unique index service_record_served_once on service_record (decision_id) where served_on is not null;
create index service_record_case on service_record (case_id);

create table remedy (
  id bigint generated always as identity primary key,
  decision_id bigint not null references decision (id),
  case_id bigint not null,
  division_id int not null,
  kind text not null check (kind in ('reconsideration', 'lawsuit')),
  body text not null,
  number text,
  received_on date not null,
  command_id bigint not null default current_command()
);
comment on table remedy is '行政复议、行政诉讼：受理机关和日期';
create index remedy_case on remedy (case_id);
create table remedy_result (
  id bigint generated always as identity primary key,
  remedy_id bigint not null unique references remedy (id),
  decision_id bigint not null,
  case_id bigint not null,
  division_id int not null,
  outcome text not null check (outcome in ('upheld', 'changed', 'revoked', 'withdrawn')),
  decided_on date not null,
  number text,
  said text not null,
  command_id bigint not null default current_command()
);
comment on table remedy_result is '复议决定、判决的结果；原决定不改，另行办理';

call protect_rows('decision_paper', '{division_id}', 'case_id in (select own_case_ids())');
call protect_rows('service_record', '{division_id}', 'case_id in (select own_case_ids())');
call protect_rows('remedy', '{division_id}', 'case_id in (select own_case_ids())');
call protect_rows('remedy_result', '{division_id}', 'case_id in (select own_case_ids())');
-- rows without current state name a column they do not have
call seal_table('decision_paper', '{known_to}');
call seal_table('service_record', '{known_to}');
call seal_table('remedy', '{known_to}');
call seal_table('remedy_result', '{known_to}');

-- What the check of a paper needs, for whoever holds its number and its code: nothing of a person.
create function paper_by_code(wanted text, with_code text) returns table (decision_id bigint, digest bytea, number text, case_number text, matter text, outcome text, decided_on date, first_month text, fen bigint, grounds jsonb, statement text, office_name text, revoked boolean)
  language sql stable security definer set search_path = {{schema}}, ext, pg_temp as $$
  select d.id, p.digest, p.number, c.number, c.matter, d.outcome, d.decided_on, d.first_month, d.fen, d.grounds, d.statement, d.office_name,
         exists (select 1 from remedy_result r where r.decision_id = d.id and r.outcome in ('changed', 'revoked'))
    from decision_paper p join decision d on d.id = p.decision_id join case_file c on c.id = p.case_id where p.number = wanted and p.code = with_code
$$;
alter function paper_by_code(text, text) owner to mz_{{city}}_definer;
revoke all on function paper_by_code(text, text) from public;
grant execute on function paper_by_code(text, text) to mz_{{city}}_staff, mz_{{city}}_resident;
