-- 公示: what was published, where and for how long. Name masked, headcount and amount: nothing else of a household is public.
create table public_notice (
  id bigint generated always as identity primary key,
  case_id bigint not null references case_file (id),
  division_id int not null,
  matter text not null,
  -- state of the procedure that the notice holds
  state text not null,
  scope text not null check (scope in ('town', 'county')),
  name_masked text not null,
  headcount int not null check (headcount > 0),
  -- 分 a month
  fen bigint not null,
  office_name text not null,
  division_name text not null,
  place text not null,
  posted_on date not null,
  -- last day of the notice; the day after, a decision may be taken
  ends_on date not null,
  withdrawn_on date,
  withdrawn_reason text,
  command_id bigint not null default current_command(),
  check (ends_on >= posted_on)
);
comment on table public_notice is '公示：姓名（隐去中间）、人数、金额';
create index public_notice_case on public_notice (case_id);
create index public_notice_running on public_notice (division_id, ends_on) where withdrawn_on is null;

create table objection (
  id bigint generated always as identity primary key,
  notice_id bigint not null references public_notice (id),
  case_id bigint not null,
  division_id int not null,
  received_on date not null,
  how text not null check (how in ('portal', 'desk')),
  content text not null,
  -- who objects, and how to reach them: encrypted, for the office only; null when they did not say
  objector_cipher bytea,
  key_id text,
  command_id bigint not null default current_command()
);
comment on table objection is '对公示的异议';
create index objection_notice on objection (notice_id);
create table objection_answer (
  id bigint generated always as identity primary key,
  objection_id bigint not null unique references objection (id),
  case_id bigint not null,
  division_id int not null,
  answered_on date not null,
  outcome text not null check (outcome in ('upheld', 'rejected')),
  reply text not null,
  answered_by text not null,
  command_id bigint not null default current_command()
);
comment on table objection_answer is '对异议的答复';

call protect_rows('public_notice', '{division_id}', 'withdrawn_on is null', may_update => true);
call protect_rows('objection', '{division_id}');
call protect_rows('objection_answer', '{division_id}');
call seal_table('public_notice', '{withdrawn_on,withdrawn_reason}');
call seal_table('objection');
call seal_table('objection_answer');

-- Anyone may object while the notice runs, also who has not signed in. Locks the notice, so that no decision passes it by.
create function object_to_notice(wanted bigint, on_day date, said text, who bytea, with_key text) returns bigint language plpgsql security definer set search_path = {{schema}}, ext, pg_temp as $$
declare n public_notice; made bigint;
begin
  select * into n from public_notice where id = wanted and withdrawn_on is null and posted_on <= on_day and ends_on >= on_day for update;
  if not found then return null; end if;
  insert into objection (notice_id, case_id, division_id, received_on, how, content, objector_cipher, key_id)
  values (n.id, n.case_id, n.division_id, on_day, 'portal', said, who, with_key) returning id into made;
  return made;
end $$;
alter function object_to_notice(bigint, date, text, bytea, text) owner to mz_{{city}}_definer;
revoke all on function object_to_notice(bigint, date, text, bytea, text) from public;
grant execute on function object_to_notice(bigint, date, text, bytea, text) to mz_{{city}}_staff;
