-- 文件：what people hand in and what the office makes. Bytes stay as they came, found by their digest.
create table stored_file (
  id bigint generated always as identity primary key,
  name text not null,
  media_type text not null,
  sha256 bytea not null,
  size int not null,
  bytes bytea not null,
  division_id int not null references division (id),
  person_id bigint,
  command_id bigint not null default current_command()
);
call protect_rows('stored_file', '{division_id}', 'person_id = (select caller_person())');
call seal_table('stored_file', '{bytes}');
