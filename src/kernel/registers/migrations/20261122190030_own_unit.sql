-- 个人名下: who draws a benefit for himself is paid under his own name, beside the household he lives in. It has a number, a place with its history and an account like
-- a household, and no members: who lives with whom stays with the household.
alter table household add column single boolean check (single);
comment on column household.single is '个人名下：只为本人领取待遇而立；空为一家人的户';
create unique index household_single on household (head_person_id) where single;

create or replace function own_households() returns setof bigint language sql stable security definer set search_path = {{schema}}, ext, pg_temp as $$
  select household_id from household_member
   where person_id = caller_person() and known_to is null
     and (valid_to is null or valid_to > (select coalesce(demo_day, (now() at time zone 'Asia/Shanghai')::date) from city))
  union all
  select id from household where single and head_person_id = caller_person()
$$;

-- Whether a person has a name of his own already, wherever it lies.
create function own_units_of(persons bigint[]) returns table (person_id bigint, household_id bigint) language sql stable security definer set search_path = {{schema}}, ext, pg_temp as $$
  select head_person_id, id from household where single and head_person_id = any (persons)
$$;
alter function own_units_of(bigint[]) owner to mz_{{city}}_definer;
revoke all on function own_units_of(bigint[]) from public;
grant execute on function own_units_of(bigint[]) to mz_{{city}}_staff;
