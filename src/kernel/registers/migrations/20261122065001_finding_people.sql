-- Lists of people are read in the order of pinyin, page by page; numbers of households are typed from the front.
create index person_order on person (name_pinyin collate "C", id);
create index household_number_order on household (number collate "C", id);

-- The business day and the instant of commands: when something became known. Nothing of what they did or who did it.
create function command_days(wanted bigint[]) returns table (id bigint, business_day date, at timestamptz)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select c.id, c.business_day, c.at from command_log c where c.id = any(wanted)
$$;
alter function command_days(bigint[]) owner to mz_{{city}}_definer;
revoke all on function command_days(bigint[]) from public;
grant execute on function command_days(bigint[]) to mz_{{city}}_staff;
