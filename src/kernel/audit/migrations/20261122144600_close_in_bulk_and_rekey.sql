-- Both at once: closing thousands of rows in one statement by hashing and in their stored form, and, while the keys are being changed (mz.rekey), writing the encrypted column, its key and
-- its hashes again.
create or replace function seal_close() returns trigger language plpgsql security definer set search_path = {{schema}}, ext, pg_temp set enable_nestloop = off as $$
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
              where o.known_to is not null or f.known_to is distinct from current_command() or not (jsonb_populate_record(f, '{"known_to": null}') *= o)) then
    raise exception 'a recorded row of % may only be closed', tg_table_name;
  end if;
  insert into audit_digest (command_id, table_name, op, rows, first_id, last_id, digest)
  select current_command(), tg_table_name, 'close', count(*), min(id), max(id), sha256(string_agg(convert_to(id::text, 'UTF8'), ','::bytea order by id))
    from fresh having count(*) > 0;
  return null;
end $$;
