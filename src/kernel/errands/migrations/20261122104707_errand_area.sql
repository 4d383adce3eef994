-- 办完的交办事项也按辖区读。
create index errand_done on errand (division_id, done_on) where done_on is not null;
