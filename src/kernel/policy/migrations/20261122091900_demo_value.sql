-- 演示值: a figure entered only so that the demo city can go on; marked wherever it shows. Null = a real one.
alter table parameter_proposal add column demo boolean;
alter table parameter_value add column demo boolean;
