-- 批量办理: what was ordered for many at once, and how each of them fared. What was done stands in the record of each; this is the order's own state.
create table bulk_run (
  id bigint generated always as identity primary key,
  -- office of the post that ordered it
  division_id int not null references division (id),
  post_id bigint not null,
  ordered_by text not null,
  ordered_on date not null,
  work text not null,
  what text not null,
  title text not null,
  -- answers of the form, asked once for all
  data jsonb not null,
  -- trying: each row is tried and put back; tried: waits for a person's word
  state text not null check (state in ('trying', 'tried', 'running', 'done', 'stopped')),
  command_id bigint not null default current_command()
);
comment on table bulk_run is '批量办理：一次下的活';
create index bulk_run_post on bulk_run (post_id, id desc);

create table bulk_row (
  id bigint generated always as identity primary key,
  run_id bigint not null references bulk_run (id),
  division_id int not null,
  subject_id bigint not null,
  seen int,
  state text not null default 'waiting' check (state in ('waiting', 'fits', 'done', 'refused', 'left')),
  code text,
  because text,
  command_id bigint not null default current_command(),
  unique (run_id, subject_id)
);
comment on table bulk_row is '批量办理：每一件办得怎样';

call protect_rows('bulk_run', '{division_id}', '', may_update => true);
call protect_rows('bulk_row', '{division_id}', '', may_update => true);
