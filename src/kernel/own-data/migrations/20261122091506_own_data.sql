-- 我的信息: who read what is held about the caller, and what the caller asks to be put right.
create function readings_of_me() returns table (at timestamptz, query text, purpose text, role text, division text, own boolean)
  language sql stable security definer set search_path = {{schema}}, ext, pg_temp as $$
  select l.at, l.query, l.purpose, p.role, d.name, l.person_id is not distinct from caller_person()
    from read_log l left join post p on p.id = l.post_id left join division d on d.id = p.division_id
   where caller_person() is not null and ((l.subject_kind = 'person' and caller_person() = any (l.subjects))
      or (l.subject_kind = 'household' and l.subjects && array(select own_households())) or (l.subject_kind = 'case' and l.subjects && array(select own_case_ids())))
   order by l.id desc limit 500
$$;
alter function readings_of_me() owner to mz_{{city}}_definer;
revoke all on function readings_of_me() from public;
grant execute on function readings_of_me() to mz_{{city}}_resident;

create table correction_request (
  id bigint generated always as identity primary key,
  person_id bigint not null references person (id),
  division_id int not null references division (id),
  field text not null check (field in ('name', 'sex', 'birth-date', 'hukou-kind', 'other')),
  -- what it should say
  wanted text not null,
  reason text not null,
  file_id bigint references stored_file (id),
  asked_on date not null,
  command_id bigint not null default current_command()
);
comment on table correction_request is '本人要求更正登记的信息';
create table correction_answer (
  id bigint generated always as identity primary key,
  request_id bigint not null unique references correction_request (id),
  person_id bigint not null,
  division_id int not null,
  accepted boolean not null,
  reason text not null,
  answered_on date not null,
  answered_by text not null,
  command_id bigint not null default current_command()
);
call protect_rows('correction_request', '{division_id}', 'person_id = (select caller_person())');
call protect_rows('correction_answer', '{division_id}', 'person_id = (select caller_person())');
call seal_table('correction_request', '{known_to}');
call seal_table('correction_answer', '{known_to}');
