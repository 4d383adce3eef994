-- 参数：what an office entered and a second person signed. The sources' own values stay in files; a signed one takes their place from its first day.
create table parameter_proposal (
  id bigint generated always as identity primary key,
  parameter text not null,
  division_code text not null,
  from_day date not null,
  to_day date,
  hukou_kind text check (hukou_kind in ('urban', 'rural')),
  value jsonb not null,
  document jsonb not null,
  state text not null default 'waiting' check (state in ('waiting', 'signed', 'withdrawn')),
  proposed_by bigint not null,
  proposed_on date not null,
  command_id bigint not null default current_command()
);
create table parameter_value (
  id bigint generated always as identity primary key,
  proposal_id bigint not null unique references parameter_proposal (id),
  parameter text not null,
  division_code text not null,
  from_day date not null,
  to_day date,
  hukou_kind text,
  value jsonb not null,
  document jsonb not null,
  proposed_by bigint not null,
  signed_by bigint not null,
  signed_on date not null,
  command_id bigint not null default current_command(),
  check (signed_by <> proposed_by)
);
-- Standards are public: no area.
grant select on parameter_proposal, parameter_value to mz_{{city}}_staff, mz_{{city}}_resident, mz_{{city}}_definer;
grant insert on parameter_proposal, parameter_value to mz_{{city}}_staff;
grant update (state) on parameter_proposal to mz_{{city}}_staff;
call seal_table('parameter_proposal', '{state}');
call seal_table('parameter_value');
