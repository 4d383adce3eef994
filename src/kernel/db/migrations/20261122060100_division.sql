-- 行政区划：a dated tree. A code may mean different things in different years; the id never does.
create table division (
  id int generated always as identity primary key,
  code text not null,
  name text not null,
  level text not null check (level in ('province', 'city', 'county', 'town', 'village', 'grid')),
  parent_id int references division (id),
  valid_from date not null,
  valid_to date,
  successor_id int references division (id),
  document text,
  check (valid_to is null or valid_to > valid_from),
  exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);
comment on table division is '行政区划（国标代码、统计用区划代码），带有效期';
create index division_parent on division (parent_id);
create index division_name on division (name text_pattern_ops);
grant select on division to mz_{{city}}_staff, mz_{{city}}_resident, mz_{{city}}_definer;

-- Everything that is or ever was under a division, the abolished through their successors: what a post there may see.
create function divisions_under(root int) returns setof int language sql stable as $$
  with recursive under as (
    select root as id
    union
    select d.id from division d join under u on d.parent_id = u.id or d.successor_id = u.id
  ) select id from under
$$;

-- From a division up to the province, nearest first.
create function divisions_above(leaf int) returns table (id int, code text, name text, level text, depth int) language sql stable as $$
  with recursive above as (
    select d.id, d.code, d.name, d.level, d.parent_id, 0 as depth from division d where d.id = leaf
    union all
    select p.id, p.code, p.name, p.level, p.parent_id, a.depth + 1 from division p join above a on p.id = a.parent_id
  ) select a.id, a.code, a.name, a.level, a.depth from above a order by depth
$$;

-- The ancestor (or self) at a level; where that level is missing, the next one up (中山 has no 区县).
create function office_of(leaf int, wanted text) returns int language sql stable as $$
  select id from divisions_above(leaf)
   where array_position('{village,town,county,city,province}'::text[], level) >= array_position('{village,town,county,city,province}'::text[], wanted)
   order by depth limit 1
$$;

-- Working days: only the days that differ from Monday-to-Friday, and the years the State Council has announced.
create table calendar_year (year int primary key);
create table calendar_day (day date primary key, working boolean not null);
grant select on calendar_year, calendar_day to mz_{{city}}_staff, mz_{{city}}_resident, mz_{{city}}_definer;
