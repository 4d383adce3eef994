-- 定稿数: a number as it was reported, with its definition, the rows it counted and what was known then. Never changed; later corrections stand beside it.
create table frozen_figure (
  id bigint generated always as identity primary key,
  indicator text not null,
  title text not null,
  unit text not null,
  definition text not null,
  -- digest of the definition and the selection of its rows: tells when the same name came to mean something else
  definition_digest bytea not null,
  from_day date not null,
  to_day date not null,
  -- last command known when it was frozen
  known bigint not null,
  division_id int not null references division (id),
  rows int not null,
  measure bigint not null,
  weight bigint not null,
  -- as shown; null where nothing was counted (a ratio without a denominator)
  value text,
  breakdown jsonb not null,
  rows_digest bytea not null,
  note text not null,
  account_id bigint,
  on_day date not null,
  command_id bigint not null default current_command()
);
comment on table frozen_figure is '定稿的统计数：数、口径、截止、所知、指纹';
create index frozen_figure_indicator on frozen_figure (indicator, to_day);

create table frozen_figure_row (
  id bigint generated always as identity primary key,
  frozen_figure_id bigint not null references frozen_figure (id),
  division_id int not null,
  row_kind text not null,
  row_id bigint not null,
  urban_rural text,
  measure bigint not null,
  weight bigint not null,
  command_id bigint not null default current_command()
);
comment on table frozen_figure_row is '定稿数所数的每一行';
create index frozen_figure_row_figure on frozen_figure_row (frozen_figure_id);

call protect_rows('frozen_figure');
call protect_rows('frozen_figure_row');
call seal_table('frozen_figure');
call seal_table('frozen_figure_row');

-- 公开口径: counts below `smallest` are not shown to the public, so that nobody is recognised in a number.
create table statistics_setting (one boolean primary key default true check (one), smallest int not null default 5 check (smallest >= 1));
insert into statistics_setting default values;
grant select on statistics_setting to mz_{{city}}_staff, mz_{{city}}_resident, mz_{{city}}_definer;
