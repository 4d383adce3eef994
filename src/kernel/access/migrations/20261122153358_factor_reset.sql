-- 账号事项: that a second factor was reset is told beside what else was done to an account.
alter table account_event drop constraint account_event_kind_check;
alter table account_event add constraint account_event_kind_check check (kind in ('opened', 'post-added', 'post-ended', 'post-moved', 'handed-over', 'disabled', 'fell-asleep', 'enabled', 'password-reset', 'password-changed', 'sessions-ended', 'unlocked', 'kept', 'factor-reset'));
