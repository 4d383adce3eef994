-- A new standard changes what a month is worth, neither who is counted nor what is known of them; a stretch that is only cut shorter changes nothing at all. Such a
-- version names the one that holds the rest: its facts, and, where it was not assessed anew, its assessment.
alter table grant_version add column kept_of bigint;
comment on column grant_version.kept_of is '家庭情况（没有另算的，连同核定）记在哪一版；空为自己的';

create function version_facts(own jsonb, kept_of bigint) returns jsonb language sql stable set search_path = {{schema}}, ext, pg_temp as $$
  select coalesce(own, (select facts from grant_version where id = $2))
$$;
create function version_assessment(own jsonb, kept_of bigint) returns jsonb language sql stable set search_path = {{schema}}, ext, pg_temp as $$
  select coalesce(own, (select assessment from grant_version where id = $2))
$$;
revoke all on function version_facts(jsonb, bigint), version_assessment(jsonb, bigint) from public;
grant execute on function version_facts(jsonb, bigint), version_assessment(jsonb, bigint) to mz_{{city}}_staff, mz_{{city}}_resident, mz_{{city}}_definer;

-- One month of a grant is worth one thing at a time, as before, but looked after statement by statement: an exclusion constraint cost more than all other
-- indexes together where a new standard writes every household again. Whoever writes months of a grant holds the grant until the end of the transaction, so
-- that two at once cannot both find nothing; then every row just written is held against all others of its grant.
do $$
declare excluded text := (select conname from pg_constraint where conrelid = 'grant_version'::regclass and contype = 'x');
begin
  execute format('alter table grant_version drop constraint %I', excluded);
end $$;
create index grant_version_grant on grant_version (grant_id, from_month);
create unique index grant_version_now_once on grant_version (grant_id, from_month) where known_to is null;

create function forbid_version_overlap() returns trigger language plpgsql security definer
  set search_path = {{schema}}, ext, pg_temp set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
begin
  perform 1 from benefit_grant where id in (select grant_id from fresh) order by id for no key update;
  if exists (select 1 from fresh f join grant_version o on o.grant_id = f.grant_id and o.id <> f.id
              where daterange(o.from_month, o.to_month) && daterange(f.from_month, f.to_month) and int8range(o.known_from, o.known_to) && int8range(f.known_from, f.known_to)) then
    raise exception 'a month of a grant would be worth two things at a time' using errcode = 'exclusion_violation', constraint = 'grant_version_once', table = 'grant_version';
  end if;
  return null;
end $$;
alter function forbid_version_overlap() owner to mz_{{city}}_definer;
create trigger forbid_overlap after insert on grant_version referencing new table as fresh for each statement execute function forbid_version_overlap();

call refer_in_bulk('grant_version', 'grant_id', 'benefit_grant');
call refer_in_bulk('grant_line', 'version_id', 'grant_version');
call refer_in_bulk('grant_line', 'person_id', 'person');
call close_only('grant_version');
