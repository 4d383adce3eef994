-- 长期公布: who is granted a benefit in a village, by name, headcount and amount. There is no other column, and none can be asked for.
-- A child is never named: where the head of the household is a minor (born after `adult_born`), an adult of the household stands for it, else nobody's name.
create function published_households(at_division int, of_benefits text[], on_month date, adult_born date) returns table (name text, headcount int, fen bigint)
  language sql stable security definer set search_path = {{schema}}, ext, pg_temp as $$
  select coalesce((
           select p.name from person p
             left join household_member m on m.household_id = h.id and m.person_id = p.id and m.known_to is null
            where (p.id = h.head_person_id or m.id is not null) and p.birth_date is not null and p.birth_date <= adult_born and p.death_date is null
            order by (p.id = h.head_person_id) desc, p.birth_date limit 1), '') as name,
         sum(v.persons)::int, sum(v.fen)::bigint
    from benefit_grant g
    join household h on h.id = g.household_id
    join grant_version v on v.grant_id = g.id and v.known_to is null and v.state = 'paid' and v.from_month <= on_month and (v.to_month is null or v.to_month > on_month)
   where h.division_id = at_division and g.state = 'active' and g.benefit = any (of_benefits) and v.fen > 0
   group by h.id, h.head_person_id, h.number order by h.number
$$;
-- How many households are published in each village under a town.
create function published_counts(at_town int, of_benefits text[], on_month date) returns table (division_id int, code text, division text, households int)
  language sql stable security definer set search_path = {{schema}}, ext, pg_temp as $$
  select d.id, d.code, d.name, count(distinct h.id)::int
    from division d join household h on h.division_id = d.id join benefit_grant g on g.household_id = h.id and g.state = 'active' and g.benefit = any (of_benefits)
    join grant_version v on v.grant_id = g.id and v.known_to is null and v.state = 'paid' and v.fen > 0 and v.from_month <= on_month and (v.to_month is null or v.to_month > on_month)
   where d.id in (select divisions_under(at_town)) group by d.id, d.code, d.name order by d.code
$$;
do $$ declare f text; begin
  foreach f in array '{published_households(int\,text[]\,date\,date),published_counts(int\,text[]\,date)}'::text[] loop
    execute format('alter function %s owner to mz_{{city}}_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mz_{{city}}_staff, mz_{{city}}_resident', f);
  end loop;
end $$;
