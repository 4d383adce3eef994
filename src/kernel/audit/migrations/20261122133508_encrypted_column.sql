-- Which columns are encrypted, so that a change of keys leaves none behind. A migration that makes one says so here: call encrypted_column(table, column, key column).
create table encrypted_column (
  table_name text primary key,
  column_name text not null,
  -- the key's name beside the value, where it is kept apart too (it stands in the value itself)
  key_column text,
  -- keyed hashes that are written again with it
  hash_columns text[] not null default '{}'
);
grant select on encrypted_column to mz_{{city}}_staff, mz_{{city}}_definer;
create procedure encrypted_column(name text, cipher text, key_name text default null, hashes text[] default '{}') language plpgsql as $$
begin
  insert into encrypted_column values (name, cipher, key_name, hashes);
  execute format('grant select, update on %I to mz_{{city}}_definer', name);
end $$;
call encrypted_column('person_document', 'number_cipher', 'key_id', '{number_hash,last_six_hash}');
call encrypted_column('payee_account', 'number_cipher', 'key_id');
call encrypted_column('case_draft', 'values_cipher', 'key_id');
call encrypted_column('roll_line', 'account_cipher');
call encrypted_column('bank_file', 'cipher', 'key_id');
call encrypted_column('bank_return', 'cipher', 'key_id');
call encrypted_column('objection', 'objector_cipher', 'key_id');
call encrypted_column('complaint_reporter', 'who_cipher', 'key_id');
call encrypted_column('intake', 'told_cipher', 'key_id');
call encrypted_column('handover', 'told_cipher', 'key_id');
call encrypted_column('second_factor', 'secret');
call encrypted_column('session_sign_on', 'id_token');

-- The key an encrypted value was written with: it stands at its head.
create function key_of_value(value bytea) returns text language sql immutable as $$
  select case when octet_length(value) > 2 then convert_from(substring(value from 3 for get_byte(value, 1)), 'UTF8') end
$$;

-- As before, and: while the keys are being changed (mz.rekey), the encrypted column, its key and its hashes may be written again. What that does to the digest is signed by the command that does it.
create or replace function seal_close() returns trigger language plpgsql security definer set search_path = {{schema}}, ext, pg_temp as $$
declare again text[];
begin
  if coalesce(current_setting('mz.rekey', true), '') = 'on' then
    select array_remove(column_name || (key_column || hash_columns), null) into again from encrypted_column where table_name = tg_table_name;
    if again is null or exists (select 1 from fresh f join old_rows o using (id) where (to_jsonb(f) - again) is distinct from (to_jsonb(o) - again)) then
      raise exception 'a change of keys may write nothing of % but its encrypted values', tg_table_name;
    end if;
    return null;
  end if;
  if exists (select 1 from fresh f join old_rows o using (id)
              where (to_jsonb(f) - 'known_to') is distinct from (to_jsonb(o) - 'known_to') or o.known_to is not null or f.known_to is distinct from current_command()) then
    raise exception 'a recorded row of % may only be closed', tg_table_name;
  end if;
  insert into audit_digest (command_id, table_name, op, rows, first_id, last_id, digest)
  select current_command(), tg_table_name, 'close', count(*), min(id), max(id), sha256(string_agg(convert_to(id::text, 'UTF8'), ','::bytea order by id))
    from fresh having count(*) > 0;
  return null;
end $$;
