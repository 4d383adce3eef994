-- 迁入: the 转移证明 of another city that lay beside an application when it was opened. Nothing of it is a ground for a decision.
create table transfer_arrival (
  id bigint generated always as identity primary key,
  case_id bigint not null unique references case_file (id),
  division_id int not null references division (id),
  -- the file as it was handed in
  file_id bigint not null references stored_file (id),
  -- code and name of the city that made it
  issuer_city text not null,
  issuer_name text not null,
  -- 文号 of the decision there
  paper_number text not null,
  digest bytea not null,
  command_id bigint not null default current_command()
);
comment on table transfer_arrival is '迁入申请所附的外市转移证明';
call protect_rows('transfer_arrival', '{division_id}', 'case_id in (select own_case_ids())');
call seal_table('transfer_arrival');
