-- By which procedure a paper was decided: its law has its own words for yes and no. Tells nothing of a person.
create function procedure_by_code(wanted text, with_code text) returns text
  language sql stable security definer set search_path = {{schema}}, ext, pg_temp as $$
  select c.procedure from decision_paper p join case_file c on c.id = p.case_id where p.number = wanted and p.code = with_code
$$;
alter function procedure_by_code(text, text) owner to mz_{{city}}_definer;
revoke all on function procedure_by_code(text, text) from public;
grant execute on function procedure_by_code(text, text) to mz_{{city}}_staff, mz_{{city}}_resident;
