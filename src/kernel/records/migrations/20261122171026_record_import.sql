-- 台账导入: a sheet that was taken into a register: what was ordered, with the rows frozen that day, and what became of each piece of them.
create table record_import (
  id bigint generated always as identity primary key,
  register text not null references register (id),
  -- office of the post that ordered it
  division_id int not null references division (id),
  post_id bigint not null,
  account_name text not null,
  on_day date not null,
  file_id bigint not null references stored_file (id),
  file_name text not null,
  sheet text not null,
  -- sub-record its rows are entries of
  into_sub text,
  -- row of the headings, where it was named; the columns and what was chosen
  head_row int,
  plan jsonb not null,
  -- rows that are written, as the sheet numbers them; rows of one piece
  rows int[] not null,
  piece int not null check (piece > 0),
  -- rows that were wrong that day
  bad int not null,
  command_id bigint not null default current_command()
);
comment on table record_import is '台账导入：一次导入一张表';
create index record_import_of on record_import (register, id desc);
call protect_rows('record_import');
call seal_table('record_import');

create table record_import_piece (
  id bigint generated always as identity primary key,
  import_id bigint not null references record_import (id),
  division_id int not null references division (id),
  nth int not null,
  -- the piece was taken back
  undoes boolean not null,
  -- each row: its number in the sheet, what was done, the record or entry, why not
  results jsonb not null,
  command_id bigint not null default current_command(),
  unique (import_id, undoes, nth)
);
comment on table record_import_piece is '台账导入：一段一段写下的结果';
call protect_rows('record_import_piece');
call seal_table('record_import_piece');
