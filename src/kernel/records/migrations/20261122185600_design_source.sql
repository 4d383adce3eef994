-- 从旧表开始: the sheet a register's design was begun from, kept as a file: tried again with each edition, and the first to be imported.
alter table register_declaration add column source jsonb;
comment on column register_declaration.source is '设计时用的旧表：文件、工作表、表头在第几行';
