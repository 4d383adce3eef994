-- Accounts, posts and sessions. Nobody reads these tables but through the functions below.
create table account (
  id bigint generated always as identity primary key,
  login text not null unique,
  name text not null,
  kind text not null check (kind in ('staff', 'resident', 'system')),
  person_id bigint,
  password text,
  disabled boolean not null default false,
  command_id bigint default current_command()
);
-- 岗位: a role at a division for a period.
create table post (
  id bigint generated always as identity primary key,
  account_id bigint not null references account (id),
  role text not null,
  division_id int not null references division (id),
  valid_from date not null,
  valid_to date,
  command_id bigint default current_command(),
  exclude using gist (account_id with =, role with =, division_id with =, daterange(valid_from, valid_to) with &&)
);
create table session (
  token_hash bytea primary key,
  account_id bigint not null references account (id),
  post_id bigint references post (id),
  created_at timestamptz not null default now(),
  last_seen timestamptz not null default now(),
  expires_at timestamptz not null
);
create table sign_in_failure (login text not null, at timestamptz not null default now());
create index sign_in_failure_login on sign_in_failure (login, at);
grant select, insert, update on account, post, session to mz_{{city}}_definer;
grant select, insert, delete on sign_in_failure to mz_{{city}}_definer;
grant delete on session to mz_{{city}}_definer;
grant select on post to mz_{{city}}_staff;
grant select (id, name, kind, disabled) on account to mz_{{city}}_staff;
grant insert on account, post to mz_{{city}}_staff;
grant update (post_id) on session to mz_{{city}}_staff;

create function account_for_login(wanted text) returns table (id bigint, name text, kind text, person_id bigint, password text, failures bigint)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select a.id, a.name, a.kind, a.person_id, a.password,
         (select count(*) from sign_in_failure f where f.login = a.login and f.at > now() - interval '15 minutes')
    from account a where a.login = wanted and not a.disabled
$$;
create function note_sign_in_failure(wanted text) returns void language sql security definer set search_path = {{schema}}, pg_temp as $$
  insert into sign_in_failure (login) values (wanted)
$$;
create function open_session(token bytea, of_account bigint, at_post bigint, lasts interval) returns void language sql security definer set search_path = {{schema}}, pg_temp as $$
  delete from session where expires_at < now();
  delete from sign_in_failure where login = (select a.login from account a where a.id = of_account);
  insert into session (token_hash, account_id, post_id, expires_at) values (token, of_account, at_post, now() + lasts)
$$;
create function close_session(token bytea) returns void language sql security definer set search_path = {{schema}}, pg_temp as $$
  delete from session where token_hash = token
$$;
create function take_post(token bytea, wanted bigint, on_day date) returns boolean language sql security definer set search_path = {{schema}}, pg_temp as $$
  update session s set post_id = p.id from post p
   where s.token_hash = token and p.id = wanted and p.account_id = s.account_id and p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day)
  returning true
$$;
-- The account behind a token and its posts in force on the business day.
create function session_for(token bytea, on_day date) returns table (account_id bigint, name text, kind text, person_id bigint, post_id bigint, posts jsonb)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select a.id, a.name, a.kind, a.person_id, s.post_id,
         coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'divisionId', p.division_id, 'divisionName', d.name, 'divisionLevel', d.level, 'divisionCode', d.code) order by p.id)
                     from post p join division d on d.id = p.division_id
                    where p.account_id = a.id and p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day)), '[]')
    from session s join account a on a.id = s.account_id
   where s.token_hash = token and s.expires_at > now() and not a.disabled
$$;
-- A post acting for a run that it ordered (the worker has no session).
create function post_for(wanted bigint, on_day date) returns table (account_id bigint, name text, kind text, person_id bigint, post_id bigint, posts jsonb)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select a.id, a.name, a.kind, a.person_id, p.id,
         jsonb_build_array(jsonb_build_object('id', p.id, 'role', p.role, 'divisionId', p.division_id, 'divisionName', d.name, 'divisionLevel', d.level, 'divisionCode', d.code))
    from post p join account a on a.id = p.account_id join division d on d.id = p.division_id
   where p.id = wanted and p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day) and not a.disabled
$$;
do $$ declare f text; begin
  foreach f in array '{account_for_login(text),note_sign_in_failure(text),open_session(bytea\,bigint\,bigint\,interval),close_session(bytea),take_post(bytea\,bigint\,date),session_for(bytea\,date),post_for(bigint\,date)}'::text[] loop
    execute format('alter function %s owner to mz_{{city}}_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mz_{{city}}_staff, mz_{{city}}_resident', f);
  end loop;
end $$;

-- 编号: case numbers, document numbers. No number twice, none skipped inside a transaction that commits.
create table numbering (series text not null, year int not null, last int not null, primary key (series, year));
grant select, insert, update on numbering to mz_{{city}}_staff;

-- Work to be done later, and what happened: the outbox. Payloads carry ids only.
create table job (
  id bigint generated always as identity primary key,
  kind text not null,
  payload jsonb not null default '{}',
  -- the same key is queued once while it waits
  unique_key text,
  run_after timestamptz not null default now(),
  attempts int not null default 0,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  locked_until timestamptz,
  last_error text,
  post_id bigint,
  command_id bigint default current_command(),
  created_at timestamptz not null default now(),
  done_at timestamptz
);
create index job_due on job (run_after) where state in ('waiting', 'running');
create unique index job_unique on job (kind, unique_key) where state in ('waiting', 'running') and unique_key is not null;
grant select, insert, update on job to mz_{{city}}_staff, mz_{{city}}_definer;
grant insert on job to mz_{{city}}_resident;
