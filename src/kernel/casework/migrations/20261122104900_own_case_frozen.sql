-- Whether the check of one's own case has been reported: yes or no. The report itself is not for residents.
create function own_case_frozen(of_case bigint) returns boolean
  language sql stable security definer set search_path = {{schema}}, ext, pg_temp as $$
  select exists (select 1 from evidence e where e.case_id = of_case and of_case in (select own_case_ids()))
$$;
alter function own_case_frozen(bigint) owner to mz_{{city}}_definer;
revoke all on function own_case_frozen(bigint) from public;
grant execute on function own_case_frozen(bigint) to mz_{{city}}_resident;
