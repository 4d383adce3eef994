-- 消息: messages are read from the rows they speak of; here only how far each resident has read.
create table message_read (
  account_id bigint primary key references account (id),
  read_to bigint not null
);
comment on table message_read is '居民消息读到哪里';
alter table message_read enable row level security;
alter table message_read force row level security;
create policy own on message_read to mz_{{city}}_staff, mz_{{city}}_resident
  using ('account:' || account_id = current_setting('mz.actor', true)) with check ('account:' || account_id = current_setting('mz.actor', true));
create policy all_rows on message_read to mz_{{city}}_definer using (true) with check (true);
grant select, insert, update on message_read to mz_{{city}}_resident, mz_{{city}}_staff;
