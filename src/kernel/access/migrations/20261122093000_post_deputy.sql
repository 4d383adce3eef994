-- 代理: another person holds a post for a period, in their own name. The post row of the deputy is an ordinary one; here stands whose post it is and why.
create table post_deputy (
  id bigint generated always as identity primary key,
  -- the post that is deputised, and the post row opened for the deputy
  of_post_id bigint not null references post (id),
  deputy_post_id bigint not null unique references post (id),
  division_id int not null references division (id),
  from_day date not null,
  -- exclusive; a deputy always has a last day
  to_day date not null,
  reason text not null,
  command_id bigint not null default current_command(),
  check (to_day > from_day)
);
comment on table post_deputy is '岗位代理：谁在哪段时间代谁的岗位，因为什么';
create table post_deputy_end (
  id bigint generated always as identity primary key,
  deputy_id bigint not null unique references post_deputy (id),
  division_id int not null,
  ended_on date not null,
  reason text not null,
  command_id bigint not null default current_command()
);
comment on table post_deputy_end is '提前结束的代理';
call protect_rows('post_deputy', '{division_id}');
call protect_rows('post_deputy_end', '{division_id}');
call seal_table('post_deputy');
call seal_table('post_deputy_end');
grant select on post_deputy to mz_{{city}}_resident;

-- A deputy's post ends on the day it is ended, never later; no other post row can be changed here.
create function end_deputy_post(deputy bigint, on_day date) returns boolean language sql security definer set search_path = {{schema}}, pg_temp as $$
  update post p set valid_to = greatest(on_day, p.valid_from) from post_deputy d
   where d.id = deputy and p.id = d.deputy_post_id and d.division_id = any ((select caller_divisions())::int[]) and p.valid_to > on_day
  returning true
$$;
alter function end_deputy_post(bigint, date) owner to mz_{{city}}_definer;
revoke all on function end_deputy_post(bigint, date) from public;
grant execute on function end_deputy_post(bigint, date) to mz_{{city}}_staff;

-- As before, and whose post it is where one acts for another.
create or replace function session_for(token bytea, on_day date) returns table (account_id bigint, name text, kind text, person_id bigint, post_id bigint, posts jsonb)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select a.id, a.name, a.kind, a.person_id, s.post_id,
         coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'divisionId', p.division_id, 'divisionName', d.name, 'divisionLevel', d.level, 'divisionCode', d.code,
                     'actingFor', (select h.name from post_deputy pd join post o on o.id = pd.of_post_id join account h on h.id = o.account_id where pd.deputy_post_id = p.id)) order by p.id)
                     from post p join division d on d.id = p.division_id
                    where p.account_id = a.id and p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day)), '[]')
    from session s join account a on a.id = s.account_id
   where s.token_hash = token and s.expires_at > now() and not a.disabled
$$;
create or replace function post_for(wanted bigint, on_day date) returns table (account_id bigint, name text, kind text, person_id bigint, post_id bigint, posts jsonb)
  language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select a.id, a.name, a.kind, a.person_id, p.id,
         jsonb_build_array(jsonb_build_object('id', p.id, 'role', p.role, 'divisionId', p.division_id, 'divisionName', d.name, 'divisionLevel', d.level, 'divisionCode', d.code,
           'actingFor', (select h.name from post_deputy pd join post o on o.id = pd.of_post_id join account h on h.id = o.account_id where pd.deputy_post_id = p.id)))
    from post p join account a on a.id = p.account_id join division d on d.id = p.division_id
   where p.id = wanted and p.valid_from <= on_day and (p.valid_to is null or p.valid_to > on_day) and not a.disabled
$$;
