-- 标准调整: a run over every grant that reads a standard. A preview computes and writes no grant; a real run writes new versions from the effective month on.
create table repricing_run (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('preview', 'real')),
  proposal_id bigint not null references parameter_proposal (id),
  parameter text not null,
  division_id int not null references division (id),
  from_month date not null check (extract(day from from_month) = 1),
  to_month date check (extract(day from to_month) = 1),
  -- figures as known before and after: both fixed, so that every piece reads the same book
  old_known bigint not null,
  new_known bigint not null,
  account_id bigint not null,
  on_day date not null,
  state text not null default 'running' check (state in ('running', 'done')),
  -- how far it is: the last grant looked at, how many grants and persons
  after_grant bigint not null default 0,
  grants int not null default 0,
  persons int not null default 0,
  unchanged int not null default 0,
  command_id bigint not null default current_command()
);
comment on table repricing_run is '标准调整的推演和重算，一次一行';
create unique index repricing_run_once on repricing_run (proposal_id) where kind = 'real';
create index repricing_run_proposal on repricing_run (proposal_id, id);

-- One grant in one run: changed, or left for a person with the reason. Nobody is priced twice in a run.
create table repricing_result (
  id bigint generated always as identity primary key,
  run_id bigint not null references repricing_run (id),
  grant_id bigint not null references benefit_grant (id),
  household_id bigint not null,
  division_id int not null,
  outcome text not null check (outcome in ('changed', 'review')),
  persons int not null,
  hukou_kind text not null check (hukou_kind in ('urban', 'rural')),
  -- 分 a month in the first month that differs; for a review both what is paid now
  old_fen bigint not null,
  new_fen bigint not null,
  first_month date not null,
  -- 分: for months before the day of the run, and from the first month to the end of its year
  past_fen bigint not null default 0,
  year_fen bigint not null default 0,
  -- who bears the difference of a month; what no document divides is not divided
  city_fen bigint not null default 0,
  county_fen bigint not null default 0,
  undivided_fen bigint not null default 0,
  because text not null,
  inferred boolean not null default false,
  command_id bigint not null default current_command(),
  unique (run_id, grant_id)
);
comment on table repricing_result is '标准调整中每一份待遇的结果';

call protect_rows('repricing_run', '{division_id}', '', may_update => true);
call protect_rows('repricing_result');
call seal_table('repricing_run', '{state,after_grant,grants,persons,unchanged}');
call seal_table('repricing_result', '{known_to}');
