-- 死亡登记: the day, who says so, the number of the certificate; lifted when it was reported in error. Nothing is taken back, a lifting is one more row.
create table person_death (
  id bigint generated always as identity primary key,
  person_id bigint not null references person (id),
  kind text not null check (kind in ('died', 'lifted')),
  -- the registration a lifting takes back
  lifts_id bigint unique references person_death (id),
  died_on date not null,
  source text not null check (source in ('certificate', 'hukou', 'funeral', 'civil-affairs', 'court', 'other')),
  certificate_no text,
  reason text not null,
  command_id bigint not null default current_command(),
  check ((kind = 'lifted') = (lifts_id is not null))
);
comment on table person_death is '死亡登记及撤销';
create index person_death_person on person_death (person_id, id);
alter table person_death enable row level security;
alter table person_death force row level security;
create policy with_person on person_death to mz_{{city}}_staff using (exists (select 1 from person p where p.id = person_death.person_id)) with check (true);
create policy all_rows on person_death to mz_{{city}}_definer using (true) with check (true);
grant select, insert on person_death to mz_{{city}}_staff;
grant select, insert, update on person_death to mz_{{city}}_definer;
call seal_table('person_death', '{known_to}');

-- The number of a household that was once in the caller's area, for the page of its last day there.
create function household_number_of(wanted bigint) returns setof text language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select h.number from household h where h.id = wanted and exists (select 1 from household_version v where v.household_id = h.id and v.division_id = any (caller_divisions()))
$$;
alter function household_number_of(bigint) owner to mz_{{city}}_definer;
revoke all on function household_number_of(bigint) from public;
grant execute on function household_number_of(bigint) to mz_{{city}}_staff;
