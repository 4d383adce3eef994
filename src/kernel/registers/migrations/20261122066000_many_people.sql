-- Rosters bring thousands of people at once: the cross-area questions of one person, asked for many in one statement.

-- The people behind documents, wherever they live, and whether their name is the one given. Shows no name.
create function people_by_documents(kinds text[], hashes bytea[], names text[]) returns table (nth int, person_id bigint, same_name boolean)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select asked.nth::int, d.person_id, p.name = asked.name
    from unnest(kinds, hashes, names) with ordinality as asked (kind, hash, name, nth)
    join person_document d on d.kind = asked.kind and d.number_hash = asked.hash and not d.withdrawn
    join person p on p.id = d.person_id
$$;
-- An office that takes in people may see them from then on.
create function hand_people_to(wanted bigint[], divisions int[]) returns void language plpgsql security definer set search_path = {{schema}}, pg_temp as $$
begin
  if exists (select 1 from unnest(divisions) d where d is null or not (d = any (caller_divisions()))) then
    raise exception 'a division is outside the area of the caller';
  end if;
  update person p set handling_division_id = h.division from unnest(wanted, divisions) as h (person, division) where p.id = h.person;
end $$;
-- The households people belong to on a day, wherever they are, and the division they lie in.
create function households_of(wanted bigint[], on_day date) returns table (person_id bigint, household_id bigint, division_id int)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select m.person_id, m.household_id, m.division_id from household_member m
   where m.person_id = any (wanted) and m.known_to is null and m.valid_from <= on_day and (m.valid_to is null or m.valid_to > on_day)
$$;
do $$ declare f text; begin
  foreach f in array '{people_by_documents(text[]\,bytea[]\,text[]),hand_people_to(bigint[]\,int[]),households_of(bigint[]\,date)}'::text[] loop
    execute format('alter function %s owner to mz_{{city}}_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mz_{{city}}_staff', f);
  end loop;
end $$;
