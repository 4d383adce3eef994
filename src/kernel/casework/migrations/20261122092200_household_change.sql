-- 变更: what was reported to have happened in a household that draws a benefit, or recorded of one that does not. Written once; whether it was carried out stands beside it.
create table household_change (
  id bigint generated always as identity primary key,
  household_id bigint not null references household (id),
  division_id int not null,
  -- the request it belongs to; null when a clerk recorded it in the register alone
  case_id bigint unique references case_file (id),
  grant_id bigint references benefit_grant (id),
  other_grant_id bigint references benefit_grant (id),
  kind text not null,
  words text not null,
  happened_on date not null,
  -- what the register has to record, persons by id; null when only money changed
  change jsonb,
  -- facts of the other household and of the one that begins
  other_facts jsonb,
  begun_facts jsonb,
  -- key of a member in the facts -> person, of this household and of the other
  persons jsonb not null,
  done_on date,
  command_id bigint not null default current_command()
);
comment on table household_change is '家庭变更：报告的内容，办成的日期';
create index household_change_household on household_change (household_id, happened_on);
call protect_rows('household_change', '{division_id}', 'household_id in (select own_households())', may_update => true);
call seal_table('household_change', '{done_on}');
