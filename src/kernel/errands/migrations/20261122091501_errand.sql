-- 交办事项: work that an event outside a procedure leaves to an office: a decision revoked on review, a correction somebody asked for, a complaint borne out.
create table errand (
  id bigint generated always as identity primary key,
  kind text not null,
  title text not null,
  division_id int not null references division (id),
  roles text[] not null,
  opened_on date not null,
  because text not null,
  case_id bigint,
  grant_id bigint,
  household_id bigint,
  person_id bigint,
  -- id of what it came from, within its kind: the review, the request, the complaint
  source_id bigint not null,
  done_on date,
  done_by text,
  result text,
  command_id bigint not null default current_command(),
  unique (kind, source_id)
);
comment on table errand is '交办事项：复议、更正申请、投诉属实等交给办事机关再办的事';
create index errand_open on errand (division_id, opened_on) where done_on is null;
call protect_rows('errand', '{division_id}', '', may_update => true);
call seal_table('errand', '{done_on,done_by,result}');
