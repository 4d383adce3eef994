-- 投诉举报. A restricted one (about staff or an office, or by somebody who gave a name) is read by supervisors alone, and never at the office or by the person it is about.

-- The post behind the call: what is restricted is decided here and not by what a handler passes on.
create function caller_post() returns post language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select p from post p where 'post:' || p.id = current_setting('mz.actor', true)
$$;
alter function caller_post() owner to mz_{{city}}_definer;
create function may_see_complaint(restricted boolean, in_division int, about_office int, about_account bigint) returns boolean
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select in_division = any (caller_divisions())
     and (about_account is null or about_account is distinct from (caller_post()).account_id)
     and (not restricted or ((caller_post()).role = 'supervisor' and (about_office is null or about_office is distinct from (caller_post()).division_id)))
$$;
alter function may_see_complaint(boolean, int, int, bigint) owner to mz_{{city}}_definer;
do $$ declare f text; begin
  foreach f in array '{caller_post(),may_see_complaint(boolean\,int\,int\,bigint)}'::text[] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mz_{{city}}_staff, mz_{{city}}_resident, mz_{{city}}_definer', f);
  end loop;
end $$;

create table complaint (
  id bigint generated always as identity primary key,
  number text not null unique,
  about text not null check (about in ('household', 'office', 'staff')),
  matter text not null,
  division_id int not null references division (id),
  received_on date not null,
  how text not null check (how in ('portal', 'desk', 'phone', 'letter', 'handed-over')),
  content text not null,
  named boolean not null,
  restricted boolean not null,
  about_office_id int references division (id),
  about_account_id bigint,
  -- last day for the answer; null where no document sets one
  answer_by date,
  -- current state, beside the sealed record of every action
  household_id bigint references household (id),
  state text not null default 'received' check (state in ('received', 'assigned', 'investigated', 'to-answer', 'closed')),
  outcome text check (outcome in ('upheld', 'partly', 'rejected', 'handed-over')),
  version int not null default 1,
  command_id bigint not null default current_command(),
  check (restricted or (about = 'household' and not named))
);
comment on table complaint is '投诉举报';
create index complaint_open on complaint (division_id, received_on) where state <> 'closed';

-- Who said it and how to reach them: encrypted, taken out when the term of keeping is over.
create table complaint_reporter (
  id bigint generated always as identity primary key,
  complaint_id bigint not null unique references complaint (id),
  who_cipher bytea,
  key_id text,
  masked_on date,
  command_id bigint not null default current_command()
);
create table complaint_action (
  id bigint generated always as identity primary key,
  complaint_id bigint not null references complaint (id),
  division_id int not null,
  seq int not null,
  step text not null check (step in ('lodged', 'assigned', 'investigated', 'concluded', 'answered', 'handed-over')),
  on_day date not null,
  actor_name text not null,
  data jsonb not null,
  command_id bigint not null default current_command(),
  unique (complaint_id, seq)
);
comment on table complaint_action is '投诉举报的经过：只加不改';

do $$ declare t text; begin
  foreach t in array '{complaint,complaint_reporter,complaint_action}'::text[] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy all_rows on %I to mz_{{city}}_definer using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to mz_{{city}}_definer', t);
    execute format('grant select, insert%s on %I to mz_{{city}}_staff', case when t = 'complaint' then ', update' else '' end, t);
  end loop;
end $$;
create policy in_sight on complaint to mz_{{city}}_staff using (may_see_complaint(restricted, division_id, about_office_id, about_account_id))
  with check (division_id = any ((select caller_divisions())::int[]));
-- what belongs to a complaint is seen with it
create policy with_complaint on complaint_action to mz_{{city}}_staff using (exists (select 1 from complaint c where c.id = complaint_id)) with check (true);
create policy with_complaint on complaint_reporter to mz_{{city}}_staff using (exists (select 1 from complaint c where c.id = complaint_id)) with check (true);
call seal_table('complaint', '{household_id,state,outcome,version}');
call seal_table('complaint_reporter', '{who_cipher,key_id,masked_on}');
call seal_table('complaint_action', '{known_to}');

-- A complaint comes in, from anyone, also from a desk that may not read it afterwards.
create function lodge_complaint(no text, what text, of_matter text, at_division int, on_day date, via text, said text, is_named boolean, is_restricted boolean, office int, account bigint, answer_until date, who bytea, with_key text, actor text)
  returns bigint language plpgsql security definer set search_path = {{schema}}, ext, pg_temp as $$
declare made bigint;
begin
  insert into complaint (number, about, matter, division_id, received_on, how, content, named, restricted, about_office_id, about_account_id, answer_by)
  values (no, what, of_matter, at_division, on_day, via, said, is_named, is_restricted, office, account, answer_until) returning id into made;
  if who is not null then insert into complaint_reporter (complaint_id, who_cipher, key_id) values (made, who, with_key); end if;
  insert into complaint_action (complaint_id, division_id, seq, step, on_day, actor_name, data) values (made, at_division, 1, 'lodged', on_day, actor, jsonb_build_object('how', via));
  return made;
end $$;
-- How far a complaint is and what the answer was, for whoever holds its number and code.
create function follow_complaint(wanted text) returns table (state text, outcome text, received_on date, answer_by date, reply text)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select c.state, c.outcome, c.received_on, c.answer_by, (select a.data->>'reply' from complaint_action a where a.complaint_id = c.id and a.step = 'concluded' order by a.seq desc limit 1) from complaint c where c.number = wanted
$$;
do $$ declare f text; begin
  foreach f in array '{lodge_complaint(text\,text\,text\,int\,date\,text\,text\,boolean\,boolean\,int\,bigint\,date\,bytea\,text\,text),follow_complaint(text)}'::text[] loop
    execute format('alter function %s owner to mz_{{city}}_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mz_{{city}}_staff, mz_{{city}}_resident', f);
  end loop;
end $$;
