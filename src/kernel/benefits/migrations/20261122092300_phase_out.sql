-- 渐退: a stretch of its own, after the income rose above the line and before the grant ends by itself.
alter table grant_version drop constraint grant_version_change_check;
alter table grant_version add constraint grant_version_change_check
  check (change in ('opened', 'members', 'income', 'standard', 'suspended', 'resumed', 'ended', 'phase-out', 'other'));

-- 暂缓发放: nothing of a grant is paid from a month on while a doubt stands, whether the roll is drawn already or not yet (死亡). Let go by one more row.
create table grant_hold (
  id bigint generated always as identity primary key,
  grant_id bigint not null references benefit_grant (id),
  household_id bigint not null,
  division_id int not null,
  from_month date not null check (extract(day from from_month) = 1),
  -- what raised the doubt, so that it is raised once: person_death 12
  cause text not null,
  reason text not null,
  lifted_on date,
  command_id bigint not null default current_command(),
  unique (grant_id, cause)
);
comment on table grant_hold is '待遇暂缓：疑点未了，先不发';
create index grant_hold_open on grant_hold (grant_id) where lifted_on is null;
call protect_rows('grant_hold', '{division_id}', 'household_id in (select own_households())', may_update => true);
call seal_table('grant_hold', '{lifted_on}');
