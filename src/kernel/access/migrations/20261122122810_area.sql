-- The area of a post is asked for at every request and changes with the tree of divisions only, a few times a year. A number moves with the tree, so that a
-- process may keep the lists it has read and knows at once when they are old.
create table division_change (
  one boolean primary key default true check (one),
  no bigint not null default 0
);
comment on table division_change is '行政区划表改动的次数：各进程据此知道记住的辖区是否还作数';
insert into division_change default values;
alter table division_change enable row level security;
alter table division_change force row level security;
create policy everyone_reads on division_change for select to mz_{{city}}_staff, mz_{{city}}_resident, mz_{{city}}_definer, mz_{{city}}_owner using (true);
create policy owner_counts on division_change for update to mz_{{city}}_owner using (true) with check (true);
grant select on division_change to mz_{{city}}_staff, mz_{{city}}_resident, mz_{{city}}_definer;

create function count_division_change() returns trigger language plpgsql security definer set search_path = {{schema}}, pg_temp as $$
begin
  update division_change set no = no + 1;
  return null;
end $$;
create trigger count_division_change after insert or update or delete or truncate on division for each statement execute function count_division_change();

-- The divisions a post sees; none when `known` still holds.
create function area_of(root int, known text) returns table (stamp text, ids int[]) language sql stable as $$
  select s.stamp, case when s.stamp is distinct from known then array(select divisions_under(root)) end
    from (select current_database() || ':' || c.no as stamp from division_change c) s
$$;
