-- 终止审核确认: an application broken off by the office, with its ground.
alter table case_file drop constraint case_file_outcome_check;
alter table case_file add constraint case_file_outcome_check
  check (outcome in ('granted', 'refused', 'withdrawn', 'not-accepted', 'terminated', 'continued', 'suspended', 'ended', 'resumed'));
alter table decision drop constraint decision_outcome_check;
alter table decision add constraint decision_outcome_check check (outcome in ('granted', 'refused', 'kept', 'changed', 'suspended', 'ended', 'resumed', 'terminated'));
