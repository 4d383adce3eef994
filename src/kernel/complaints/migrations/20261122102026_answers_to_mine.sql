-- Answers to complaints the caller made under a name while signed in. Those made without a name stay apart from every account.
create function answers_to_my_complaints() returns table (number text, on_day date, command bigint, said text)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select c.number, a.on_day, a.command_id, a.data->>'said'
    from complaint c join command_log l on l.id = c.command_id join complaint_action a on a.complaint_id = c.id and a.step = 'answered'
   where c.named and caller_person() is not null and l.person_id = caller_person()
   order by a.id desc limit 30
$$;
alter function answers_to_my_complaints() owner to mz_{{city}}_definer;
revoke all on function answers_to_my_complaints() from public;
grant execute on function answers_to_my_complaints() to mz_{{city}}_resident;

-- What a check by the office changed in the grants of the caller's own household; not who had spoken, nor what was said.
create function corrections_of_mine() returns table (on_day date, command bigint, did text)
  language sql stable security definer set search_path = {{schema}}, ext, pg_temp as $$
  select a.on_day, a.command_id, a.data->>'did'
    from complaint c join complaint_action a on a.complaint_id = c.id and a.step = 'concluded'
   where caller_person() is not null and c.household_id in (select own_households()) and a.data->>'correction' in ('change', 'suspend', 'end')
   order by a.id desc limit 30
$$;
alter function corrections_of_mine() owner to mz_{{city}}_definer;
revoke all on function corrections_of_mine() from public;
grant execute on function corrections_of_mine() to mz_{{city}}_resident;
