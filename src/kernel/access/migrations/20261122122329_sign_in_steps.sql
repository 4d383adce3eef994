-- Signing in has steps: a session that has not passed all of them yet says which one comes next, and opens nothing but the doors of that step.
alter table account
  -- the password was handed over by somebody else (opened, reset): its holder sets an own one first
  add column must_change_password boolean not null default false,
  add column password_set_at timestamptz;
update account set password_set_at = now() where password is not null;
alter table session
  add column id bigint generated always as identity unique,
  add column next text not null default 'none' check (next in ('none', 'change-password', 'second-factor', 'enrol-second-factor')),
  add column passed text[] not null default '{}',
  -- browser and system in words, as the holder would recognise them
  add column device text not null default '',
  -- keyed digest of the address it came from; the address itself is not kept
  add column whence bytea;
create index session_account on session (account_id);

drop function open_session(bytea, bigint, bigint, interval);
create function open_session(token bytea, of_account bigint, lasts interval, next_step text, steps_passed text[], on_device text, from_where bytea) returns bigint
  language sql security definer set search_path = {{schema}}, pg_temp as $$
  delete from session where expires_at < now();
  insert into session (token_hash, account_id, expires_at, next, passed, device, whence) values (token, of_account, now() + lasts, next_step, steps_passed, on_device, from_where) returning id
$$;
-- The secret changes whenever the session comes to stand for more than before (a step passed, another post): an old one stolen is worth nothing.
create function rotate_session(token bytea, fresh bytea) returns boolean language sql security definer set search_path = {{schema}}, pg_temp as $$
  update session set token_hash = fresh where token_hash = token and expires_at > now() returning true
$$;
create function advance_session(token bytea, steps_passed text[], next_step text) returns void language sql security definer set search_path = {{schema}}, pg_temp as $$
  update session set passed = steps_passed, next = next_step where token_hash = token
$$;
-- What decides the steps of an account; other rooms keep their own part (second factor).
create function sign_in_standing(of_account bigint) returns table (must_change_password boolean, password_age interval)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select a.must_change_password, now() - a.password_set_at from account a where a.id = of_account
$$;
-- The account behind a token and its posts in force on the business day; a session left alone longer than `idle` is over. Notes once a minute that it is in use.
drop function session_for(bytea, date);
create function session_for(token bytea, on_day date, idle interval)
  returns table (account_id bigint, name text, kind text, person_id bigint, post_id bigint, posts jsonb, session_id bigint, next text, passed text[])
  language sql volatile security definer set search_path = {{schema}}, pg_temp as $$
  update session set last_seen = now() where token_hash = token and last_seen between now() - idle and now() - interval '1 minute';
  select a.id, a.name, a.kind, a.person_id, s.post_id,
         coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'divisionId', p.division_id, 'divisionName', d.name, 'divisionLevel', d.level, 'divisionCode', d.code,
                     'actingFor', (select h.name from post_deputy pd join post o on o.id = pd.of_post_id join account h on h.id = o.account_id where pd.deputy_post_id = p.id)) order by p.id)
                     from post p join division d on d.id = p.division_id
                    where p.account_id = a.id and p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day)), '[]'),
         s.id, s.next, s.passed
    from session s join account a on a.id = s.account_id
   where s.token_hash = token and s.expires_at > now() and s.last_seen >= now() - idle and not a.disabled
$$;
do $$ declare f text; begin
  foreach f in array '{open_session(bytea\,bigint\,interval\,text\,text[]\,text\,bytea),rotate_session(bytea\,bytea),advance_session(bytea\,text[]\,text),sign_in_standing(bigint),session_for(bytea\,date\,interval)}'::text[] loop
    execute format('alter function %s owner to mz_{{city}}_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mz_{{city}}_staff, mz_{{city}}_resident', f);
  end loop;
end $$;
