-- 单点登录: an attempt under way, and by which provider a session came. Nobody reads these tables but through the functions below.
create table sign_on_attempt (
  -- digest of the state that goes through the browser's address; the secret it is drawn from stays in the browser
  state_hash bytea primary key,
  provider text not null,
  back_to text not null,
  expires_at timestamptz not null
);
comment on table sign_on_attempt is '正在进行的统一认证登录，一次有效';
create table session_sign_on (
  session_id bigint primary key references session (id) on delete cascade,
  provider text not null,
  -- encrypted with the city's key: it is shown to the provider again on leaving
  id_token bytea not null
);
comment on table session_sign_on is '由统一认证登录的会话，退出时一并告知';
do $$ declare t text; begin
  foreach t in array '{sign_on_attempt,session_sign_on}'::text[] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy all_rows on %I to mz_{{city}}_definer using (true) with check (true)', t);
    execute format('grant select, insert, delete on %I to mz_{{city}}_definer', t);
  end loop;
end $$;

create function open_sign_on_attempt(state bytea, of_provider text, return_to text, lasts interval) returns void language sql security definer set search_path = {{schema}}, pg_temp as $$
  delete from sign_on_attempt where expires_at < now();
  insert into sign_on_attempt (state_hash, provider, back_to, expires_at) values (state, of_provider, return_to, now() + lasts)
$$;
-- Taking it uses it up: the same way back opens nothing a second time.
create function take_sign_on_attempt(state bytea) returns table (provider text, back_to text) language sql security definer set search_path = {{schema}}, pg_temp as $$
  delete from sign_on_attempt a where a.state_hash = state and a.expires_at > now() returning a.provider, a.back_to
$$;
create function note_session_sign_on(token bytea, of_provider text, id_token_cipher bytea) returns void language sql security definer set search_path = {{schema}}, pg_temp as $$
  insert into session_sign_on (session_id, provider, id_token) select s.id, of_provider, id_token_cipher from session s where s.token_hash = token
$$;
create function session_sign_on_of(token bytea) returns table (provider text, id_token bytea) language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select o.provider, o.id_token from session_sign_on o join session s on s.id = o.session_id where s.token_hash = token
$$;
-- The person a verified document belongs to, anywhere in the city, and the account of that person.
create function resident_of_document(of_kind text, hash bytea) returns table (person_id bigint, account_id bigint, disabled boolean) language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select d.person_id, a.id, coalesce(a.disabled, false) from person_document d join person p on p.id = d.person_id and p.death_date is null left join account a on a.person_id = d.person_id and a.kind = 'resident'
   where d.kind = of_kind and d.number_hash = hash and not d.withdrawn order by a.disabled, a.id limit 1
$$;
-- An account of a provider's has no password of its own any more.
create function forget_password(of_account bigint) returns void language sql security definer set search_path = {{schema}}, pg_temp as $$
  update account set password = null, must_change_password = false where id = of_account and password is not null
$$;
create function open_resident_account(of_person bigint, login_name text) returns bigint language sql security definer set search_path = {{schema}}, pg_temp as $$
  insert into account (login, name, kind, person_id)
  select login_name, p.name, 'resident', of_person from person p where p.id = of_person
  returning id
$$;
do $$ declare f text; begin
  foreach f in array '{open_sign_on_attempt(bytea\,text\,text\,interval),take_sign_on_attempt(bytea),note_session_sign_on(bytea\,text\,bytea),session_sign_on_of(bytea),resident_of_document(text\,bytea),forget_password(bigint),open_resident_account(bigint\,text)}'::text[] loop
    execute format('alter function %s owner to mz_{{city}}_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mz_{{city}}_staff', f);
  end loop;
end $$;
