-- Which records point at others now, wherever they lie and whoever reads them: what is linked to is not taken away behind somebody's back. Tells which record
-- points, and the title of its register; nothing of what is written in it. Every column that links has a foreign key to the index of all records.
create function records_pointing_at(wanted bigint[]) returns table (pointed bigint, pointing bigint, title text)
  language plpgsql stable security definer set search_path = {{schema}}, pg_temp as $$
declare link record;
begin
  for link in
    select c.conrelid::regclass::text as name, a.attname as col, coalesce(obj_description(c.conrelid, 'pg_class'), '') as words,
           exists (select from pg_attribute v where v.attrelid = c.conrelid and v.attname = 'valid_to' and not v.attisdropped) as holds
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = 'register_record'::regclass and a.attname <> 'record_id'
       and exists (select from pg_attribute k where k.attrelid = c.conrelid and k.attname = 'known_to' and not k.attisdropped)
       and exists (select from pg_attribute k where k.attrelid = c.conrelid and k.attname = 'record_id' and not k.attisdropped)
  loop
    return query execute format('select distinct t.%1$I, t.record_id, $2 from %2$s t where t.%1$I = any ($1) and t.known_to is null and t.what <> ''taken-back''%3$s',
      link.col, link.name, case when link.holds then ' and t.valid_to is null' else '' end) using wanted, link.words;
  end loop;
end $$;
alter function records_pointing_at(bigint[]) owner to mz_{{city}}_definer;
revoke all on function records_pointing_at(bigint[]) from public;
grant execute on function records_pointing_at(bigint[]) to mz_{{city}}_staff;
