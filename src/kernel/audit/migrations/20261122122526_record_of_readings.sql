-- Readings are sealed into the blocks beside the commands: who looked at whom can be neither changed nor taken out nor added unseen.
alter table read_log
  add column xid xid8 not null default pg_current_xact_id(),
  add column block_no bigint,
  -- part of what is signed: a row copied with its signature is found
  add column nonce bytea;
create index read_log_unsealed on read_log (id) where block_no is null;
comment on table read_log is '查看记录：每次查看敏感信息一行，库外密钥签名';
alter table audit_block add column readings int, add column read_root bytea;
comment on column audit_block.readings is '块内查看记录条数；早于此列的块为空，只含操作';

-- Encrypted values are written again when the key changes; the rows' digest of the time they were written is replaced by a signed one.
alter table audit_digest drop constraint audit_digest_op_check;
alter table audit_digest add constraint audit_digest_op_check check (op in ('insert', 'close', 'rekey'));
alter table audit_digest add column of_command bigint, add column was bytea;

-- 记录核验: each run with what it found.
create table audit_run (
  id bigint generated always as identity primary key,
  -- the queued work this run answers
  job_id bigint,
  ordered_by text not null,
  started_at timestamptz not null,
  seconds numeric(9, 1) not null,
  commands bigint not null,
  readings bigint not null,
  blocks bigint not null,
  sealed_rows bigint not null,
  unsealed bigint not null,
  findings jsonb not null,
  ran_on date not null,
  command_id bigint not null default current_command()
);
comment on table audit_run is '记录核验：每次核验的范围和发现';
grant select, insert on audit_run to mz_{{city}}_staff;
grant select on audit_run to mz_{{city}}_definer;
alter table audit_run enable row level security; alter table audit_run force row level security;
create policy auditor_reads on audit_run for select to mz_{{city}}_staff using (caller_is_auditor() or command_id = current_command());
create policy signed on audit_run for insert to mz_{{city}}_staff with check (command_id = current_command());
create policy all_rows on audit_run to mz_{{city}}_definer using (true) with check (true);
call seal_table('audit_run', '{known_to}');
