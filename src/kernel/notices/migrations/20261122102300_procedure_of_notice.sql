-- By which procedure a notice was put up: its law has its own words for what is proposed. Tells nothing of a person.
create function procedure_of_notice(wanted bigint) returns text
  language sql stable security definer set search_path = {{schema}}, ext, pg_temp as $$
  select c.procedure from public_notice n join case_file c on c.id = n.case_id where n.id = wanted
$$;
alter function procedure_of_notice(bigint) owner to mz_{{city}}_definer;
revoke all on function procedure_of_notice(bigint) from public;
grant execute on function procedure_of_notice(bigint) to mz_{{city}}_staff, mz_{{city}}_resident;
