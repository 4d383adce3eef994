-- Who deputises a department's post works for that department, as long as the deputy's post holds.
create or replace function caller_departments() returns text[] language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select coalesce(array_agg(d.department), '{}') from department_post d
   where d.to_day is null and d.post_id in (
     select caller.post from (select nullif(substring(current_setting('mz.actor', true) from '^post:([0-9]+)$'), '')::bigint as post) caller
     union all
     select p.of_post_id from post_deputy p where p.deputy_post_id = nullif(substring(current_setting('mz.actor', true) from '^post:([0-9]+)$'), '')::bigint)
$$;
grant select on post_deputy to mz_{{city}}_definer;

-- What is still to be done is a small part of all that was ever handed over.
create index handover_open on handover (id) where state in ('sent', 'received', 'returned', 'answered');
