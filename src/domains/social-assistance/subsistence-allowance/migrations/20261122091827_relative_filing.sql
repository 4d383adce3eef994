-- 近亲属备案: accepted applications of families with a near relative among those who handle 低保 or sit on the village committee.
create table relative_filing (
  id bigint generated always as identity primary key,
  case_id bigint not null unique references case_file (id),
  division_id int not null references division (id),
  -- town that accepted it
  office_division_id int not null references division (id),
  number text not null unique,
  -- who, and how related, as the applicant declared
  relative text not null,
  filed_on date not null,
  filed_by text not null,
  command_id bigint not null default current_command()
);
comment on table relative_filing is '近亲属单独登记备案';
create index relative_filing_division on relative_filing (division_id, id);

call protect_rows('relative_filing', '{division_id}');
call seal_table('relative_filing');
