-- 账号: how it is opened, kept and closed; who signed in from where; who was kept out.
alter table account
  add column opened_at timestamptz not null default now(),
  add column last_sign_in timestamptz;
grant select (login, opened_at, last_sign_in, must_change_password, password_set_at) on account to mz_{{city}}_staff;
create index post_account on post (account_id);
create index post_division on post (division_id);

-- 登录记录: each sign-in, failure and lock, one row, never changed. No name somebody typed (a password may be typed there), no address: their keyed digests.
create table sign_in_record (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  kind text not null check (kind in ('signed-in', 'began', 'wrong-password', 'wrong-second-factor', 'locked', 'shut-out', 'expired', 'signed-out')),
  -- null: there is no account of the name that was typed
  account_id bigint references account (id),
  login_digest bytea,
  -- whose area the row lies in: the account's office, the whole city where there is no account
  division_id int not null references division (id),
  device text not null,
  whence bytea,
  session_id bigint
);
comment on table sign_in_record is '登录记录：谁、何时、从哪台设备登录，错了几次，什么时候锁的';
create index sign_in_record_login on sign_in_record (login_digest, at);
create index sign_in_record_whence on sign_in_record (whence, at);
create index sign_in_record_account on sign_in_record (account_id, at);
create index sign_in_record_at on sign_in_record (division_id, at);
call protect_rows('sign_in_record', '{division_id}');
revoke insert on sign_in_record from mz_{{city}}_staff;
revoke update on sign_in_record from mz_{{city}}_definer;

-- A name or an address that failed too often is shut out until a time, whether or not there is such an account.
create table sign_in_lock (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('account', 'address')),
  subject bytea not null,
  locked_at timestamptz not null default now(),
  until timestamptz not null,
  lifted_at timestamptz
);
comment on table sign_in_lock is '登录锁定';
create index sign_in_lock_subject on sign_in_lock (subject, until);
-- Earlier passwords, so that none comes back too soon.
create table account_password (
  id bigint generated always as identity primary key,
  account_id bigint not null references account (id),
  password text not null,
  until timestamptz not null default now()
);
comment on table account_password is '用过的密码（散列）';
create index account_password_account on account_password (account_id, id);
do $$ declare t text; begin
  foreach t in array '{sign_in_lock,account_password}'::text[] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy all_rows on %I to mz_{{city}}_definer using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to mz_{{city}}_definer', t);
  end loop;
end $$;

-- 账号事项: everything done to an account, by whom and why.
create table account_event (
  id bigint generated always as identity primary key,
  account_id bigint not null references account (id),
  division_id int not null references division (id),
  kind text not null check (kind in ('opened', 'post-added', 'post-ended', 'post-moved', 'handed-over', 'disabled', 'fell-asleep', 'enabled', 'password-reset', 'password-changed', 'sessions-ended', 'unlocked', 'kept')),
  post_id bigint references post (id),
  reason text not null,
  by_account_id bigint,
  by_name text not null,
  on_day date not null,
  at timestamptz not null default now(),
  command_id bigint not null default current_command()
);
comment on table account_event is '账号事项：开通、岗位、停用、重设密码，谁办的，为什么';
create index account_event_account on account_event (account_id, id);
call protect_rows('account_event', '{division_id}');
call seal_table('account_event');
drop table sign_in_failure cascade;

create function account_division(wanted bigint, on_day date) returns int language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select coalesce(
    (select p.division_id from post p where p.account_id = wanted order by (p.valid_to is null or p.valid_to > on_day) desc, exists (select 1 from post_deputy d where d.deputy_post_id = p.id), p.valid_to desc nulls first, p.id limit 1),
    (select coalesce(h.handling_division_id, h.residence_division_id, h.hukou_division_id) from account a join person h on h.id = a.person_id where a.id = wanted),
    (select d.id from division d join city c on d.code = c.code order by d.valid_to desc nulls first limit 1))
$$;
-- Whether the caller's area holds the whole account: every post it has now or will have, or, with none, the office it was last at; of a resident, the person.
create function account_in_area(wanted bigint, on_day date) returns boolean language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select case when a.kind = 'resident' then exists (select 1 from person h where h.id = a.person_id and (h.handling_division_id = any (caller_divisions()) or h.residence_division_id = any (caller_divisions()) or h.hukou_division_id = any (caller_divisions())))
    when a.kind = 'staff' then account_division(wanted, on_day) = any (caller_divisions())
      and not exists (select 1 from post p where p.account_id = wanted and (p.valid_to is null or p.valid_to > on_day) and p.division_id <> all (caller_divisions()))
    else false end
   from account a where a.id = wanted
$$;

drop function account_for_login(text);
drop function note_sign_in_failure(text);
create function account_for_login(wanted text) returns table (id bigint, kind text, password text, expired_after interval)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select a.id, a.kind, a.password, case when a.must_change_password then now() - a.password_set_at end from account a where a.login = wanted and not a.disabled
$$;
create function locked_until(login bytea, address bytea) returns timestamptz language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select max(until) from sign_in_lock where ((kind = 'account' and subject = login) or (kind = 'address' and subject = address)) and until > now() and lifted_at is null
$$;
create function note_sign_in(what text, of_account bigint, login bytea, on_day date, on_device text, address bytea, in_session bigint) returns void
  language sql security definer set search_path = {{schema}}, pg_temp as $$
  insert into sign_in_record (kind, account_id, login_digest, division_id, device, whence, session_id) values (what, of_account, login, account_division(of_account, on_day), on_device, address, in_session)
$$;
-- A failure is noted and counted: since the last time it went well or was unlocked, within a time. Too many shut the name, or the address, out.
create function note_sign_in_failure(what text, of_account bigint, login bytea, on_day date, on_device text, address bytea, within interval, most_of_account int, most_of_address int, lasts interval) returns boolean
  language plpgsql security definer set search_path = {{schema}}, pg_temp as $$
declare shut boolean := false;
begin
  -- one after another for one name: a burst sent at once is counted as what it is
  perform pg_advisory_xact_lock(hashtext(encode(login, 'hex')));
  if exists (select 1 from sign_in_lock l where l.kind = 'account' and l.subject = login and l.until > now() and l.lifted_at is null) then
    perform note_sign_in('shut-out', of_account, login, on_day, on_device, address, null);
    return true;
  end if;
  perform note_sign_in(what, of_account, login, on_day, on_device, address, null);
  if (select count(*) from sign_in_record r where r.login_digest = login and r.kind in ('wrong-password', 'wrong-second-factor') and r.at > now() - within
        and r.at > coalesce((select max(g.at) from sign_in_record g where g.login_digest = login and g.kind in ('signed-in', 'began')), '-infinity')
        and r.at > coalesce((select max(coalesce(l.lifted_at, l.until)) from sign_in_lock l where l.subject = login and l.kind = 'account'), '-infinity')) >= most_of_account then
    insert into sign_in_lock (kind, subject, until) values ('account', login, now() + lasts);
    perform note_sign_in('locked', of_account, login, on_day, on_device, address, null);
    shut := true;
  end if;
  if (select count(*) from sign_in_record r where r.whence = address and r.kind in ('wrong-password', 'wrong-second-factor') and r.at > now() - within
        and r.at > coalesce((select max(coalesce(l.lifted_at, l.until)) from sign_in_lock l where l.subject = address and l.kind = 'address'), '-infinity')) >= most_of_address then
    insert into sign_in_lock (kind, subject, until) values ('address', address, now() + lasts);
    perform note_sign_in('locked', null, null, on_day, on_device, address, null);
    shut := true;
  end if;
  return shut;
end $$;
create function note_signed_in(of_account bigint) returns void language sql security definer set search_path = {{schema}}, pg_temp as $$
  update account set last_sign_in = now() where id = of_account
$$;
create function lift_locks(login bytea) returns bigint language sql security definer set search_path = {{schema}}, pg_temp as $$
  with lifted as (update sign_in_lock set lifted_at = now() where subject = login and kind = 'account' and until > now() and lifted_at is null returning 1) select count(*) from lifted
$$;

-- The present password and the last so many before it.
create function passwords_of(of_account bigint, most int) returns setof text language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  (select a.password from account a where a.id = of_account and a.password is not null) union all
  (select p.password from account_password p where p.account_id = of_account order by p.id desc limit greatest(most - 1, 0))
$$;
create function set_password(of_account bigint, fresh text, must_change boolean) returns void language sql security definer set search_path = {{schema}}, pg_temp as $$
  insert into account_password (account_id, password) select a.id, a.password from account a where a.id = of_account and a.password is not null;
  update account set password = fresh, must_change_password = must_change, password_set_at = now() where id = of_account
$$;
-- Words about oneself that make a poor password.
create function words_about(of_account bigint) returns table (kind text, login text, name text, pinyin text, birth_date date, phone bytea)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select a.kind, a.login, a.name, p.name_pinyin, p.birth_date, p.phone from account a left join person p on p.id = a.person_id where a.id = of_account
$$;
create function set_account_disabled(of_account bigint, off boolean) returns boolean language sql security definer set search_path = {{schema}}, pg_temp as $$
  update account set disabled = off where id = of_account and disabled <> off returning true
$$;
-- A post ends on a day, never later than it would have; one that has not begun is then never held.
create function end_post(of_post bigint, on_day date) returns boolean language sql security definer set search_path = {{schema}}, pg_temp as $$
  update post set valid_to = greatest(on_day, valid_from) where id = of_post and division_id = any ((select caller_divisions())::int[]) and (valid_to is null or valid_to > on_day) returning true
$$;
create function sessions_of(of_account bigint, idle interval) returns table (id bigint, device text, created_at timestamptz, last_seen timestamptz, expires_at timestamptz)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select s.id, s.device, s.created_at, s.last_seen, s.expires_at from session s where s.account_id = of_account and s.expires_at > now() and s.last_seen > now() - idle order by s.last_seen desc
$$;
-- Ends sessions of an account: the one named, or all but the one kept.
create function end_sessions(of_account bigint, one bigint, kept bigint) returns bigint language sql security definer set search_path = {{schema}}, pg_temp as $$
  with gone as (delete from session s where s.account_id = of_account and (one is null or s.id = one) and (kept is null or s.id <> kept) returning 1) select count(*) from gone
$$;
create function own_sign_ins(of_account bigint, most int) returns table (at timestamptz, kind text, device text)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select r.at, r.kind, r.device from sign_in_record r where r.account_id = of_account order by r.id desc limit most
$$;
-- What somebody did to the own account; also while signing in, when nobody has an area yet.
create function note_own_event(of_account bigint, what text, because text, called text, on_day date) returns void language sql security definer set search_path = {{schema}}, pg_temp as $$
  insert into account_event (account_id, division_id, kind, reason, by_account_id, by_name, on_day) values (of_account, account_division(of_account, on_day), what, because, of_account, called, on_day)
$$;
-- Before a session is closed or changed it says whose it is.
drop function close_session(bytea);
create function close_session(token bytea) returns table (session_id bigint, account_id bigint, device text, whence bytea) language sql security definer set search_path = {{schema}}, pg_temp as $$
  delete from session s where s.token_hash = token returning s.id, s.account_id, s.device, s.whence
$$;
do $$ declare f text; begin
  foreach f in array '{account_division(bigint\,date),account_in_area(bigint\,date),account_for_login(text),locked_until(bytea\,bytea),note_sign_in(text\,bigint\,bytea\,date\,text\,bytea\,bigint),note_sign_in_failure(text\,bigint\,bytea\,date\,text\,bytea\,interval\,int\,int\,interval),note_signed_in(bigint),lift_locks(bytea),passwords_of(bigint\,int),set_password(bigint\,text\,boolean),words_about(bigint),set_account_disabled(bigint\,boolean),end_post(bigint\,date),sessions_of(bigint\,interval),end_sessions(bigint\,bigint\,bigint),own_sign_ins(bigint\,int),note_own_event(bigint\,text\,text\,text\,date),close_session(bytea)}'::text[] loop
    execute format('alter function %s owner to mz_{{city}}_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mz_{{city}}_staff, mz_{{city}}_resident', f);
  end loop;
end $$;
-- As before, with the device it was opened on.
drop function session_for(bytea, date, interval);
create function session_for(token bytea, on_day date, idle interval)
  returns table (account_id bigint, name text, kind text, person_id bigint, post_id bigint, posts jsonb, session_id bigint, next text, passed text[], device text, whence bytea)
  language sql volatile security definer set search_path = {{schema}}, pg_temp as $$
  update session set last_seen = now() where token_hash = token and last_seen between now() - idle and now() - interval '1 minute';
  select a.id, a.name, a.kind, a.person_id, s.post_id,
         coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'divisionId', p.division_id, 'divisionName', d.name, 'divisionLevel', d.level, 'divisionCode', d.code,
                     'actingFor', (select h.name from post_deputy pd join post o on o.id = pd.of_post_id join account h on h.id = o.account_id where pd.deputy_post_id = p.id)) order by p.id)
                     from post p join division d on d.id = p.division_id
                    where p.account_id = a.id and p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day)), '[]'),
         s.id, s.next, s.passed, s.device, s.whence
    from session s join account a on a.id = s.account_id
   where s.token_hash = token and s.expires_at > now() and s.last_seen >= now() - idle and not a.disabled
$$;
alter function session_for(bytea, date, interval) owner to mz_{{city}}_definer;
revoke all on function session_for(bytea, date, interval) from public;
grant execute on function session_for(bytea, date, interval) to mz_{{city}}_staff, mz_{{city}}_resident;
create function portal_account_of(person bigint) returns table (id bigint, login text) language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select a.id, a.login from account a where a.person_id = person and a.kind = 'resident' order by a.id limit 1
$$;
-- Dormant since: the last sign-in, or the day it was opened, kept or enabled.
create function used_last(of_account bigint) returns timestamptz language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select greatest(a.last_sign_in, a.opened_at, (select max(e.at) from account_event e where e.account_id = a.id and e.kind in ('kept', 'enabled'))) from account a where a.id = of_account
$$;
-- Locked names among these: which of them are shut out now.
create function locked_logins(logins bytea[]) returns table (login bytea, until timestamptz) language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select l.subject, max(l.until) from sign_in_lock l where l.kind = 'account' and l.subject = any (logins) and l.until > now() and l.lifted_at is null group by l.subject
$$;
do $$ declare f text; begin
  foreach f in array '{portal_account_of(bigint),used_last(bigint),locked_logins(bytea[])}'::text[] loop
    execute format('alter function %s owner to mz_{{city}}_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mz_{{city}}_staff', f);
  end loop;
end $$;
create function own_account(of_account bigint) returns table (login text, password_set_at timestamptz, has_password boolean) language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select a.login, a.password_set_at, a.password is not null from account a where a.id = of_account
$$;
create function own_account_events(of_account bigint, most int) returns table (at timestamptz, kind text, by_name text, reason text) language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select e.at, e.kind, e.by_name, e.reason from account_event e where e.account_id = of_account order by e.id desc limit most
$$;
do $$ declare f text; begin
  foreach f in array '{own_account(bigint),own_account_events(bigint\,int)}'::text[] loop
    execute format('alter function %s owner to mz_{{city}}_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mz_{{city}}_staff, mz_{{city}}_resident', f);
  end loop;
end $$;
