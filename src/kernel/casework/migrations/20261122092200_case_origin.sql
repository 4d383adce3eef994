-- 转办: a case that goes on from another on the same facts and evidence, because the household agreed to it.
create table case_origin (
  id bigint generated always as identity primary key,
  case_id bigint not null references case_file (id) unique,
  from_case_id bigint not null references case_file (id),
  division_id int not null references division (id),
  -- who of the household agreed, and how: 当面、电话、网上
  agreed_by text not null,
  agreed_how text not null check (agreed_how in ('in-person', 'phone', 'portal')),
  on_day date not null,
  command_id bigint not null default current_command()
);
comment on table case_origin is '转办：从哪一件转来，家庭怎么同意的';
create index case_origin_from on case_origin (from_case_id);
call protect_rows('case_origin', '{division_id}', 'case_id in (select own_case_ids())');
call seal_table('case_origin');
