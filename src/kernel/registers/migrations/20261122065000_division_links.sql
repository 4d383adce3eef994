-- A city holds the divisions of the whole province (people come from elsewhere): 35,000 rows, walked at every sign-in, so both links are indexed.
create index division_successor on division (successor_id) where successor_id is not null;
create index division_code on division (code);

create or replace function divisions_under(root int) returns setof int language sql stable as $$
  with recursive under as (
    select root as id
    union
    select next.id from under u cross join lateral (
      select d.id from division d where d.parent_id = u.id
      union all
      select d.id from division d where d.successor_id = u.id
    ) next
  ) select id from under
$$;

-- The division a row of an earlier division belongs to on a day: the abolished lead to whoever took them over, as far as the day.
-- A division that was split has no single successor and stays itself until its rows are re-coded.
create function division_on(leaf int, on_day date) returns int language sql stable as $$
  with recursive later as (
    select d.id, d.valid_to, d.successor_id, 0 as steps from division d where d.id = leaf
    union all
    select s.id, s.valid_to, s.successor_id, l.steps + 1 from later l join division s on s.id = l.successor_id where l.valid_to <= on_day
  ) select id from later order by steps desc limit 1
$$;

-- Which published file was read into this city last; the same file is not read twice.
create table loaded_data (name text primary key, digest text not null, loaded_at timestamptz not null default now());
comment on table loaded_data is '已读入的公共数据（区划、工作日历）及其摘要';
