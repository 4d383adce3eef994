-- Cases about a benefit already granted: 复核、变更、停发与恢复. One at a time a grant; a stop takes the place of the others.
alter table case_file add column kind text not null default 'application' check (kind in ('application', 'review', 'change', 'stop'));
alter table case_file add column grant_id bigint references benefit_grant (id);
alter table case_file add check ((kind = 'application') = (grant_id is null));
alter table case_file drop constraint case_file_outcome_check;
alter table case_file add constraint case_file_outcome_check
  check (outcome in ('granted', 'refused', 'withdrawn', 'not-accepted', 'continued', 'suspended', 'ended', 'resumed'));
create unique index case_file_one_a_grant on case_file (grant_id) where grant_id is not null and outcome is null;
create index case_file_grant on case_file (grant_id) where grant_id is not null;

alter table decision add column grant_id bigint references benefit_grant (id);
alter table decision drop constraint decision_outcome_check;
alter table decision add constraint decision_outcome_check check (outcome in ('granted', 'refused', 'kept', 'changed', 'suspended', 'ended', 'resumed'));
create index decision_grant on decision (grant_id) where grant_id is not null;
