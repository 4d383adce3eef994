-- A run over a large register goes in two parts of it side by side: while one is being written the other is being worked out. Each part has its own pointer;
-- what a run did stands in its results, this only says how far it is.
create table repricing_part (
  id bigint generated always as identity primary key,
  run_id bigint not null references repricing_run (id),
  division_id int not null references division (id),
  -- its grants: numbers above `after_grant` up to this one, null = to the end
  to_grant bigint,
  state text not null default 'running' check (state in ('running', 'done')),
  -- how far it is: the last grant looked at, how many grants and persons
  after_grant bigint not null default 0,
  grants int not null default 0,
  persons int not null default 0,
  unchanged int not null default 0
);
comment on table repricing_part is '标准调整分几段同时算，每段算到哪里';
create index repricing_part_run on repricing_part (run_id, id);
call protect_rows('repricing_part', '{division_id}', '', may_update => true);
-- a run begun before goes on as one part
insert into repricing_part (run_id, division_id, state, after_grant, grants, persons, unchanged) select id, division_id, state, after_grant, grants, persons, unchanged from repricing_run order by id;
alter table repricing_run drop column after_grant, drop column grants, drop column persons, drop column unchanged;
