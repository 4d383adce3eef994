-- 定期复核: of each grant the class, the month the next review falls due, and what the check found. Current state; classes and postponements are sealed beside it.

-- 起保: the month a household that was taken over first received the benefit, where its roster tells; its reviews keep that rhythm.
alter table benefit_grant add column since_month date check (extract(day from since_month) = 1);

-- 从哪个月起在本平台办定期复核: until an office has said so, grants taken over are reviewed where they were before.
create table review_start (
  id bigint generated always as identity primary key,
  benefit text not null unique,
  division_id int not null references division (id),
  from_month date not null check (extract(day from from_month) = 1),
  reason text not null,
  account_id bigint,
  command_id bigint not null default current_command()
);
comment on table review_start is '启用定期复核：哪项待遇，从哪个月起，谁定的';

create table review_plan (
  id bigint generated always as identity primary key,
  grant_id bigint not null unique references benefit_grant (id),
  benefit text not null,
  household_id bigint not null,
  division_id int not null references division (id),
  -- version of the grant and cycle of law it was reckoned from: another one, and it is reckoned again
  version_id bigint not null,
  cycle text not null,
  class text not null,
  because text not null,
  set_by text not null check (set_by in ('rules', 'clerk')),
  months int not null check (months > 0),
  counted_from date not null,
  due_month date not null check (extract(day from due_month) = 1),
  -- sentences: what differs from what the grant rests on; empty = nothing
  differences text[] not null default '{}',
  checked_on date,
  command_id bigint not null default current_command()
);
comment on table review_plan is '复核计划（当前状态）：类别、应复核月份、核查发现';
create index review_plan_due on review_plan (benefit, due_month);
create index review_plan_division on review_plan (division_id);

-- 定类: a clerk sets the class of a household otherwise than the rules would, with the reason.
create table review_class (
  id bigint generated always as identity primary key,
  grant_id bigint not null references benefit_grant (id),
  division_id int not null,
  cycle text not null,
  class text not null,
  reason text not null,
  on_day date not null,
  account_id bigint,
  post_id bigint,
  command_id bigint not null default current_command()
);
comment on table review_class is '镇街核定的复核类别：只加不改';
create index review_class_grant on review_class (grant_id, id);

-- 延长核查期限: in an emergency, where the law allows it.
create table review_postponement (
  id bigint generated always as identity primary key,
  grant_id bigint not null references benefit_grant (id),
  division_id int not null,
  from_month date not null,
  to_month date not null check (extract(day from to_month) = 1 and to_month > from_month),
  reason text not null,
  law jsonb not null,
  on_day date not null,
  account_id bigint,
  post_id bigint,
  command_id bigint not null default current_command()
);
comment on table review_postponement is '延长核查期限：只加不改';
create index review_postponement_grant on review_postponement (grant_id, id);

call protect_rows('review_start', may_update => true);
call protect_rows('review_plan', '{division_id}', 'household_id in (select own_households())', may_update => true);
call protect_rows('review_class');
call protect_rows('review_postponement');
call seal_table('review_class');
call seal_table('review_postponement');
-- every office of the city reads from when reviews are done here
create policy everyone_reads on review_start for select to mz_{{city}}_staff using (true);
