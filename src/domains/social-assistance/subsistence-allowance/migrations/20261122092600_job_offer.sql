-- 介绍工作: each job offered to a member able to work, and what became of it. 社会救助暂行办法第四十五条, 2021年办法第三十四条.
create table job_offer (
  id bigint generated always as identity primary key,
  grant_id bigint not null references benefit_grant (id),
  household_id bigint not null references household (id),
  division_id int not null references division (id),
  person_id bigint not null references person (id),
  offered_on date not null,
  -- who offered what: 人社局公益性岗位，保洁，每月 1,600 元
  offered_by text not null,
  job text not null,
  answer text not null check (answer in ('accepted', 'just-cause', 'refused')),
  reason text not null,
  account_id bigint,
  post_id bigint,
  command_id bigint not null default current_command()
);
comment on table job_offer is '介绍工作记录：只加不改';
create index job_offer_person on job_offer (person_id, offered_on);
create index job_offer_grant on job_offer (grant_id);
call protect_rows('job_offer', '{division_id}', 'household_id in (select own_households())');
call seal_table('job_offer');
