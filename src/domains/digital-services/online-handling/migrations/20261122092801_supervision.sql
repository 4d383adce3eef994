-- 督办: a supervisor writes to the office that is late, and the office answers.
create table supervision_note (
  id bigint generated always as identity primary key,
  number text not null unique,
  -- whose clock: the kernel's tasks, or a declared watch; and which row of it
  source text not null,
  subject_id bigint not null,
  division_id int not null references division (id),
  office text not null,
  title text not null,
  subject_number text not null,
  path text not null,
  due_on date not null,
  content text not null,
  answer_by date,
  written_on date not null,
  account_id bigint,
  written_by text not null,
  state text not null default 'open' check (state in ('open', 'answered')),
  command_id bigint not null default current_command()
);
comment on table supervision_note is '督办单';
create index supervision_note_division on supervision_note (division_id, state);
create index supervision_note_subject on supervision_note (source, subject_id);
create table supervision_answer (
  id bigint generated always as identity primary key,
  note_id bigint not null unique references supervision_note (id),
  division_id int not null,
  content text not null,
  answered_on date not null,
  answered_by text not null,
  office_name text not null,
  command_id bigint not null default current_command()
);
comment on table supervision_answer is '督办答复';
call protect_rows('supervision_note');
call protect_rows('supervision_answer');
grant update (state) on supervision_note to mz_{{city}}_staff;
call seal_table('supervision_note', '{state}');
call seal_table('supervision_answer');
