-- Closing thousands of rows in one statement: old and new are matched by hashing (a planner that knows nothing of transition tables walked each row past all
-- others: a minute for 3,000 wide rows), and compared as they lie in storage, without writing both out as JSON.
create or replace function seal_close() returns trigger language plpgsql security definer set search_path = {{schema}}, ext, pg_temp set enable_nestloop = off as $$
begin
  if exists (select 1 from fresh f join old_rows o using (id)
              where o.known_to is not null or f.known_to is distinct from current_command() or not (jsonb_populate_record(f, '{"known_to": null}') *= o)) then
    raise exception 'a recorded row of % may only be closed', tg_table_name;
  end if;
  insert into audit_digest (command_id, table_name, op, rows, first_id, last_id, digest)
  select current_command(), tg_table_name, 'close', count(*), min(id), max(id), sha256(string_agg(convert_to(id::text, 'UTF8'), ','::bytea order by id))
    from fresh having count(*) > 0;
  return null;
end $$;
