-- 全程期限: the limit of a whole case beside those of its tasks; rebuilt from the actions like every current row.
alter table case_file add column overall jsonb;
-- last day while it runs, for ordering lists; null when it has ended or none is set
alter table case_file add column overall_due_on date;
comment on column case_file.overall is '全程期限（当前状态）：从哪天起算、到哪天止、延了几天、停了几天';
