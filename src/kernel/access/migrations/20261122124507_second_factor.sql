-- 第二凭证: a one-time code beside the password. Nobody reads these tables but through the functions below.
alter table session add column second_factor_at timestamptz;
-- One row an enrolment: begun, confirmed by a first code, ended with its reason. A row is never taken away; what was ended stays as history.
create table second_factor (
  id bigint generated always as identity primary key,
  account_id bigint not null references account (id),
  -- encrypted with the city's key, which is not in the database
  secret bytea not null,
  begun_at timestamptz not null default now(),
  confirmed_at timestamptz,
  ended_at timestamptz,
  ended_because text,
  -- the last step of 30 seconds whose code was taken: no code opens anything twice
  last_step bigint not null default 0,
  command_id bigint not null default current_command(),
  ended_by_command bigint,
  check ((ended_at is null) = (ended_because is null))
);
comment on table second_factor is '第二凭证：每次绑定一行，停用写明原因，不删除';
create unique index second_factor_held on second_factor (account_id) where confirmed_at is not null and ended_at is null;
create unique index second_factor_begun on second_factor (account_id) where confirmed_at is null and ended_at is null;
-- 恢复码: each opens the door once when the phone is not at hand.
create table recovery_code (
  id bigint generated always as identity primary key,
  second_factor_id bigint not null references second_factor (id),
  code_hash bytea not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  command_id bigint not null default current_command()
);
comment on table recovery_code is '恢复码：只存密钥散列，用过一次作废';
create index recovery_code_factor on recovery_code (second_factor_id);
create table second_factor_failure (
  id bigint generated always as identity primary key,
  account_id bigint not null references account (id),
  at timestamptz not null default now()
);
comment on table second_factor_failure is '第二凭证输错的记录';
create index second_factor_failure_account on second_factor_failure (account_id, at);
do $$ declare t text; begin
  foreach t in array '{second_factor,recovery_code,second_factor_failure}'::text[] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy all_rows on %I to mz_{{city}}_definer using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to mz_{{city}}_definer', t);
  end loop;
end $$;

-- How an account stands: holds a factor since when, with how many recovery codes left, and how long ago this session gave a code.
create function second_factor_standing(of_account bigint, in_session bigint) returns table (held boolean, since timestamptz, codes_left bigint, seconds_since bigint)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select f.id is not null, f.confirmed_at, (select count(*) from recovery_code c where c.second_factor_id = f.id and c.used_at is null and c.withdrawn_at is null),
         (select extract(epoch from now() - s.second_factor_at)::bigint from session s where s.id = in_session and s.account_id = of_account)
    from (select 1) one left join second_factor f on f.account_id = of_account and f.confirmed_at is not null and f.ended_at is null
$$;
create function begin_second_factor(of_account bigint, sealed bytea) returns bigint language sql security definer set search_path = {{schema}}, pg_temp as $$
  update second_factor set ended_at = now(), ended_because = '重新开始', ended_by_command = current_command() where account_id = of_account and confirmed_at is null and ended_at is null;
  insert into second_factor (account_id, secret) values (of_account, sealed) returning id
$$;
create function begun_second_factor(of_account bigint, lasts interval) returns table (id bigint, secret bytea) language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select f.id, f.secret from second_factor f where f.account_id = of_account and f.confirmed_at is null and f.ended_at is null and f.begun_at > now() - lasts
$$;
-- The new factor takes the place of the old one; its first code is used up, its recovery codes are laid down.
create function confirm_second_factor(factor bigint, step bigint, in_session bigint, hashes bytea[]) returns void language sql security definer set search_path = {{schema}}, pg_temp as $$
  update second_factor o set ended_at = now(), ended_because = '换成新的', ended_by_command = current_command()
    from second_factor n where n.id = factor and o.account_id = n.account_id and o.id <> n.id and o.confirmed_at is not null and o.ended_at is null;
  update second_factor set confirmed_at = now(), last_step = step where id = factor and confirmed_at is null and ended_at is null;
  insert into recovery_code (second_factor_id, code_hash) select factor, unnest(hashes);
  update session s set second_factor_at = now() from second_factor f where f.id = factor and s.id = in_session and s.account_id = f.account_id
$$;
create function held_second_factor(of_account bigint, lasts interval) returns table (id bigint, secret bytea, last_step bigint, failures bigint)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select f.id, f.secret, f.last_step, (select count(*) from second_factor_failure x where x.account_id = of_account and x.at > now() - lasts)
    from second_factor f where f.account_id = of_account and f.confirmed_at is not null and f.ended_at is null
$$;
-- True for the first who brings this step or a later one; the row is locked meanwhile, so a code sent twice at once is taken once.
create function use_second_factor_step(factor bigint, step bigint, in_session bigint) returns boolean language sql security definer set search_path = {{schema}}, pg_temp as $$
  with used as (update second_factor set last_step = step where id = factor and ended_at is null and last_step < step returning account_id),
       marked as (update session s set second_factor_at = now() from used where s.id = in_session and s.account_id = used.account_id)
  select exists (select 1 from used)
$$;
create function use_recovery_code(factor bigint, hash bytea, in_session bigint) returns boolean language sql security definer set search_path = {{schema}}, pg_temp as $$
  with used as (update recovery_code set used_at = now() where second_factor_id = factor and code_hash = hash and used_at is null and withdrawn_at is null returning second_factor_id),
       marked as (update session s set second_factor_at = now() from second_factor f, used where f.id = used.second_factor_id and s.id = in_session and s.account_id = f.account_id)
  select exists (select 1 from used)
$$;
create function note_second_factor_failure(of_account bigint) returns void language sql security definer set search_path = {{schema}}, pg_temp as $$
  insert into second_factor_failure (account_id) values (of_account)
$$;
create function renew_recovery_codes(of_account bigint, hashes bytea[]) returns boolean language sql security definer set search_path = {{schema}}, pg_temp as $$
  update recovery_code c set withdrawn_at = now() from second_factor f where f.account_id = of_account and f.confirmed_at is not null and f.ended_at is null and c.second_factor_id = f.id and c.used_at is null and c.withdrawn_at is null;
  insert into recovery_code (second_factor_id, code_hash) select f.id, unnest(hashes) from second_factor f where f.account_id = of_account and f.confirmed_at is not null and f.ended_at is null;
  select exists (select 1 from second_factor f where f.account_id = of_account and f.confirmed_at is not null and f.ended_at is null)
$$;
-- False when there was none. Whoever is signed in on it is signed out where somebody else ended it.
create function end_second_factor(of_account bigint, because text, sign_out boolean) returns boolean language sql security definer set search_path = {{schema}}, pg_temp as $$
  delete from session where sign_out and account_id = of_account;
  update session set second_factor_at = null where not sign_out and account_id = of_account;
  with ended as (update second_factor set ended_at = now(), ended_because = because, ended_by_command = current_command() where account_id = of_account and ended_at is null returning confirmed_at)
  select exists (select 1 from ended where confirmed_at is not null)
$$;
do $$ declare f text; begin
  foreach f in array '{second_factor_standing(bigint\,bigint),begin_second_factor(bigint\,bytea),begun_second_factor(bigint\,interval),confirm_second_factor(bigint\,bigint\,bigint\,bytea[]),held_second_factor(bigint\,interval),use_second_factor_step(bigint\,bigint\,bigint),use_recovery_code(bigint\,bytea\,bigint),note_second_factor_failure(bigint),renew_recovery_codes(bigint\,bytea[]),end_second_factor(bigint\,text\,boolean)}'::text[] loop
    execute format('alter function %s owner to mz_{{city}}_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mz_{{city}}_staff', f);
  end loop;
end $$;
-- who holds none yet asks as an account without a post; the same questions, with a resident's rights
grant execute on function second_factor_standing(bigint, bigint), begun_second_factor(bigint, interval) to mz_{{city}}_resident;
