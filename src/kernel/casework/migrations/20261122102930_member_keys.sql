-- By which key the facts of a grant call each member of a household. The case that gave a member the key may lie with the office the household came from, or
-- with another household it was joined from: keys only are told, and only of a household the caller may see.
create function member_keys(home bigint, facts jsonb) returns table (person_id bigint, key text) language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select distinct on (p.id) p.id, f.told ->> 'key'
    from household_member m
    join person p on p.id = m.person_id
    cross join lateral jsonb_array_elements(case when jsonb_typeof(facts -> 'members') = 'array' then facts -> 'members' else '[]'::jsonb end) as f (told)
   where m.household_id = home and m.known_to is null and coalesce(f.told ->> 'name', p.name) = p.name
     and (f.told ->> 'key' in ('p' || p.id, p.id::text) or exists (select 1 from case_member c where c.person_id = p.id and c.key = f.told ->> 'key'))
     and (exists (select 1 from household h where h.id = home and h.division_id = any (caller_divisions())) or home in (select own_households()))
   order by p.id, f.told ->> 'key' = 'p' || p.id desc
$$;
alter function member_keys(bigint, jsonb) owner to mz_{{city}}_definer;
revoke all on function member_keys(bigint, jsonb) from public;
grant execute on function member_keys(bigint, jsonb) to mz_{{city}}_staff, mz_{{city}}_resident;
