-- 抽查: who is looked at again is drawn by a seed that was recorded before; a draw is made once and can be repeated by anyone who may read the seed.

create table sample_seed (
  id bigint generated always as identity primary key,
  purpose text not null,
  -- office at which the cases are handed in; one seed a month
  division_id int not null references division (id),
  month date not null check (extract(day from month) = 1),
  seed bytea not null check (length(seed) = 32),
  made_on date not null,
  command_id bigint not null default current_command(),
  unique (purpose, division_id, month)
);
comment on table sample_seed is '抽查种子：一处一月一个，先有种子后有抽查';

create table sample_draw (
  id bigint generated always as identity primary key,
  case_id bigint not null references case_file (id),
  division_id int not null references division (id),
  purpose text not null,
  seed_id bigint not null references sample_seed (id),
  -- what was drawn about: the number of the case
  subject text not null,
  -- share of cases that is drawn, as decimal text, and the document it rests on
  ratio text not null,
  document jsonb,
  -- millionths, from seed and subject; drawn when below the ratio
  point int not null check (point >= 0 and point < 1000000),
  drawn boolean not null,
  drawn_on date not null,
  command_id bigint not null default current_command(),
  -- once for ever: a case that is sent back and handed in again keeps its lot
  unique (case_id, purpose)
);
comment on table sample_draw is '抽查结果：一件一次，不能重抽';
create index sample_draw_division on sample_draw (division_id, id);

call protect_rows('sample_seed', '{division_id}');
call protect_rows('sample_draw', '{division_id}');
call seal_table('sample_seed');
call seal_table('sample_draw');
