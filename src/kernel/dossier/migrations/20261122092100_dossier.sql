-- 一户一档: the file of a household and year. What the platform recorded itself stays where it was recorded; here lie the papers filed beside it, and the sealed versions.

create table dossier_paper (
  id bigint generated always as identity primary key,
  household_id bigint not null references household (id),
  year int not null check (year between 1949 and 2999),
  case_id bigint references case_file (id),
  -- the member it is about, where each has one
  person_id bigint references person (id),
  -- key of the checklist
  item text not null,
  file_id bigint not null references stored_file (id),
  division_id int not null references division (id),
  filed_on date not null,
  filed_by text not null,
  -- last sealed version when it was filed: after a seal it is an appendix, with its reason
  after_version int not null default 0,
  reason text,
  command_id bigint not null default current_command(),
  check (after_version = 0 or reason is not null)
);
comment on table dossier_paper is '归档材料：只加不改；封存以后归入的是附件，附理由';
create index dossier_paper_household on dossier_paper (household_id, year);
create index dossier_paper_case on dossier_paper (case_id, item);

create table dossier_version (
  id bigint generated always as identity primary key,
  household_id bigint not null references household (id),
  year int not null,
  version int not null check (version > 0),
  division_id int not null references division (id),
  case_id bigint references case_file (id),
  because text not null,
  sealed_on date not null,
  sealed_by text not null,
  -- what lay in the file, in order: kind, id and digest of each
  contents jsonb not null,
  previous bytea,
  -- SHA-256 over the contents and the version before
  digest bytea not null,
  command_id bigint not null default current_command(),
  unique (household_id, year, version)
);
comment on table dossier_version is '一户一档的封存版本：目录和摘要，前后相连';

call protect_rows('dossier_paper');
call protect_rows('dossier_version');
call seal_table('dossier_paper');
call seal_table('dossier_version');
create index case_file_household_year on case_file (household_id, opened_on);
