-- 一门受理: the windows, what was told at them, and every hand-over with its whole history.

-- 救助窗口: a register, public like an address book.
create table service_window (
  id bigint generated always as identity primary key,
  level text not null check (level in ('city', 'town', 'village')),
  division_id int not null references division (id),
  name text not null,
  address text not null,
  phone text not null,
  opened_on date not null,
  closed_on date check (closed_on > opened_on),
  command_id bigint not null default current_command()
);
comment on table service_window is '社会救助服务窗口';
create unique index service_window_here on service_window (division_id, level) where closed_on is null;

-- 协办部门岗位: which department a post outside the bureau works for.
create table department_post (
  id bigint generated always as identity primary key,
  post_id bigint not null references post (id),
  department text not null,
  division_id int not null references division (id),
  from_day date not null,
  to_day date,
  command_id bigint not null default current_command()
);
create unique index department_post_now on department_post (post_id) where to_day is null;

-- The departments the calling post works for.
create function caller_departments() returns text[] language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select coalesce(array_agg(d.department), '{}') from department_post d
   where d.post_id = nullif(substring(current_setting('mz.actor', true) from '^post:([0-9]+)$'), '')::bigint and d.to_day is null
$$;
-- Which departments have somebody who can act; a yes or no for the window, no names.
create function departments_with_posts() returns setof text language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select distinct department from department_post where to_day is null
$$;

create table intake (
  id bigint generated always as identity primary key,
  number text not null unique,
  window_id bigint not null references service_window (id),
  -- area of the window that heard it
  division_id int not null references division (id),
  home_division_id int not null references division (id),
  person_id bigint references person (id),
  how text not null check (how in ('window', 'phone', 'visit', 'patrol')),
  told_on date not null,
  name_masked text not null,
  number_masked text,
  -- everything typed, encrypted: name, numbers, address, the trouble in the person's words
  told_cipher bytea not null,
  key_id text not null,
  account_id bigint,
  clerk_name text not null,
  office_name text not null,
  state text not null default 'open' check (state in ('open', 'answered')),
  answered_on date,
  command_id bigint not null default current_command()
);
comment on table intake is '求助登记（一门受理）';
create index intake_division on intake (division_id, id);
create index intake_person on intake (person_id);

create table handover (
  id bigint generated always as identity primary key,
  number text not null unique,
  intake_id bigint not null references intake (id),
  -- the window's area, and the area of the office that got it
  division_id int not null references division (id),
  office_division_id int not null references division (id),
  need text not null,
  receiver_kind text not null check (receiver_kind in ('matter', 'department')),
  receiver text not null,
  receiver_name text not null,
  law jsonb not null,
  name_masked text not null,
  person_id bigint,
  -- what the receiving office needs to know, encrypted: it sees this and not the intake
  told_cipher bytea not null,
  key_id text not null,
  sent_on date not null,
  receive_due date,
  answer_due date,
  -- the readings the days were counted by, with document
  limits jsonb not null,
  state text not null default 'sent' check (state in ('sent', 'received', 'returned', 'transferred', 'answered', 'told')),
  received_on date,
  receipt_number text unique,
  answered_on date,
  outcome text,
  told_on date,
  case_id bigint references case_file (id),
  previous_id bigint references handover (id),
  version int not null default 1,
  command_id bigint not null default current_command()
);
comment on table handover is '转办（当前状态）';
create index handover_intake on handover (intake_id);
create index handover_division on handover (division_id, id);
create index handover_office on handover (office_division_id, id);
create index handover_receiver on handover (receiver, id) where receiver_kind = 'department';
create index handover_case on handover (case_id) where case_id is not null;

create table handover_event (
  id bigint generated always as identity primary key,
  handover_id bigint not null references handover (id),
  division_id int not null,
  office_division_id int not null,
  receiver_kind text not null,
  receiver text not null,
  move text not null check (move in ('send', 'receive', 'answer', 'return', 'transfer', 'reroute', 'tell')),
  on_day date not null,
  actor_name text not null,
  office_name text not null,
  -- the window wrote down what a department without account answered on paper
  on_behalf boolean not null default false,
  content text,
  outcome text,
  scan_file_id bigint references stored_file (id),
  command_id bigint not null default current_command()
);
comment on table handover_event is '转办经过：只加不改，封存';
create index handover_event_of on handover_event (handover_id, id);

call protect_rows('intake', '{division_id}', 'person_id = (select caller_person())', may_update => true);

do $$ declare t text; begin
  foreach t in array '{handover,handover_event}'::text[] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    -- window and office by area; a department by what was handed to it and nothing else
    execute format($p$create policy window_or_receiver on %I to mz_{{city}}_staff
      using (division_id = any ((select caller_divisions())::int[]) or (receiver_kind = 'matter' and office_division_id = any ((select caller_divisions())::int[]))
        or (receiver_kind = 'department' and receiver = any ((select caller_departments())::text[])))
      with check (division_id = any ((select caller_divisions())::int[]) or (receiver_kind = 'matter' and office_division_id = any ((select caller_divisions())::int[]))
        or (receiver_kind = 'department' and receiver = any ((select caller_departments())::text[])))$p$, t);
    execute format('create policy all_rows on %I to mz_{{city}}_definer using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to mz_{{city}}_definer', t);
    execute format('grant select, insert on %I to mz_{{city}}_staff', t);
    execute format('grant select on %I to mz_{{city}}_resident', t);
  end loop;
end $$;
grant update (state, received_on, receipt_number, answered_on, outcome, told_on, case_id, version) on handover to mz_{{city}}_staff;
create policy own on handover for select to mz_{{city}}_resident using (person_id = (select caller_person()));
create policy own on handover_event for select to mz_{{city}}_resident using (exists (select 1 from handover h where h.id = handover_id));

alter table service_window enable row level security; alter table service_window force row level security;
create policy open_to_all on service_window for select to mz_{{city}}_staff, mz_{{city}}_resident using (true);
create policy in_area on service_window for insert to mz_{{city}}_staff with check (division_id = any ((select caller_divisions())::int[]));
create policy close_in_area on service_window for update to mz_{{city}}_staff using (division_id = any ((select caller_divisions())::int[]));
create policy all_rows on service_window to mz_{{city}}_definer using (true);
grant select, insert, update (closed_on) on service_window to mz_{{city}}_staff;
grant select on service_window to mz_{{city}}_resident, mz_{{city}}_definer;
alter table department_post enable row level security; alter table department_post force row level security;
create policy in_area on department_post to mz_{{city}}_staff using (division_id = any ((select caller_divisions())::int[])) with check (division_id = any ((select caller_divisions())::int[]));
create policy all_rows on department_post to mz_{{city}}_definer using (true);
grant select, insert, update (to_day) on department_post to mz_{{city}}_staff;
grant select on department_post to mz_{{city}}_definer;

call seal_table('service_window', '{closed_on}');
call seal_table('department_post', '{to_day}');
call seal_table('intake', '{state,answered_on}');
call seal_table('handover', '{state,received_on,receipt_number,answered_on,outcome,told_on,case_id,version}');
call seal_table('handover_event');

-- A hand-over made from another, by whoever may see that one: the window's area of the first stays, so that the window goes on watching.
create function hand_onward(of_handover bigint, new_number text, to_kind text, to_receiver text, to_name text, to_office int, by_law jsonb, sent_day date, receive_by date, answer_by date, by_limits jsonb)
  returns bigint language plpgsql security definer set search_path = {{schema}}, ext, pg_temp as $$
declare h handover; made bigint;
begin
  select * into h from handover where id = of_handover for update;
  if not found or not (h.division_id = any (caller_divisions()) or (h.receiver_kind = 'matter' and h.office_division_id = any (caller_divisions()))
      or (h.receiver_kind = 'department' and h.receiver = any (caller_departments()))) then
    raise exception 'handover % is not the caller''s to pass on', of_handover;
  end if;
  insert into handover (number, intake_id, division_id, office_division_id, need, receiver_kind, receiver, receiver_name, law, name_masked, person_id, told_cipher, key_id, sent_on, receive_due, answer_due, limits, previous_id)
  values (new_number, h.intake_id, h.division_id, to_office, h.need, to_kind, to_receiver, to_name, by_law, h.name_masked, h.person_id, h.told_cipher, h.key_id, sent_day, receive_by, answer_by, by_limits, h.id)
  returning id into made;
  insert into handover_event (handover_id, division_id, office_division_id, receiver_kind, receiver, move, on_day, actor_name, office_name)
  select made, h.division_id, to_office, to_kind, to_receiver, 'send', sent_day, e.actor_name, e.office_name
    from handover_event e where e.handover_id = h.id order by e.id desc limit 1;
  return made;
end $$;
-- Each need answered: the intake is. Run by whoever answered last, also a department that cannot see the intake.
create function settle_intake(of_handover bigint, on_day date) returns void language sql security definer set search_path = {{schema}}, ext, pg_temp as $$
  update intake i set state = 'answered', answered_on = on_day
   where i.id = (select h.intake_id from handover h where h.id = of_handover) and i.state = 'open'
     and not exists (select 1 from handover o where o.intake_id = i.id and o.state in ('sent', 'received', 'returned'))
$$;
-- Where a request stands, for whoever holds its receipt: words of state and days, nothing of the person.
create function follow_intake(wanted text) returns table (told_on date, state text, need text, receiver_name text, handover_state text, sent_on date, received_on date, answered_on date, outcome text, answer_due date)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select i.told_on, i.state, h.need, h.receiver_name, h.state, h.sent_on, h.received_on, h.answered_on, h.outcome, h.answer_due
    from intake i join handover h on h.intake_id = i.id and h.state <> 'transferred' where i.number = wanted order by h.id
$$;
do $$ declare f text; begin
  foreach f in array '{caller_departments(),departments_with_posts(),hand_onward(bigint\,text\,text\,text\,text\,int\,jsonb\,date\,date\,date\,jsonb),settle_intake(bigint\,date),follow_intake(text)}'::text[] loop
    execute format('alter function %s owner to mz_{{city}}_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mz_{{city}}_staff', f);
  end loop;
end $$;
grant execute on function follow_intake(text) to mz_{{city}}_resident;
grant execute on function caller_departments() to mz_{{city}}_resident;
