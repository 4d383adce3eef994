-- office_of(division_on(leaf, day), level) for many leaves at once: one walk for a city's villages instead of one each.
create function places_of(leaves int[], on_day date, wanted text) returns table (division_id int, place int) language sql stable as $$
  with recursive later as (
    select d.id as leaf, d.id, d.valid_to, d.successor_id, 0 as steps from division d where d.id = any (leaves)
    union all
    select l.leaf, s.id, s.valid_to, s.successor_id, l.steps + 1 from later l join division s on s.id = l.successor_id where l.valid_to <= on_day
  ),
  standing as (select distinct on (l.leaf) l.leaf, l.id from later l order by l.leaf, l.steps desc),
  above as (
    select s.leaf, d.id, d.level, d.parent_id, 0 as depth from standing s join division d on d.id = s.id
    union all
    select a.leaf, p.id, p.level, p.parent_id, a.depth + 1 from above a join division p on p.id = a.parent_id
  )
  select distinct on (a.leaf) a.leaf, a.id from above a
   where array_position('{village,town,county,city,province}'::text[], a.level) >= array_position('{village,town,county,city,province}'::text[], wanted)
   order by a.leaf, a.depth
$$;
