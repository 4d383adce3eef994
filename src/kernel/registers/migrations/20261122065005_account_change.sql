-- 变更领款账户的原因: who changed where a household's money goes, and why. The accounts themselves stand in payee_account.
create table account_change (
  id bigint generated always as identity primary key,
  household_id bigint not null references household (id),
  division_id int not null,
  payee_account_id bigint not null references payee_account (id),
  reason text not null,
  command_id bigint not null default current_command()
);
comment on table account_change is '领款账户变更及原因';
create index account_change_household on account_change (household_id);
call protect_rows('account_change');
call seal_table('account_change');

-- The last command carried out up to the end of a business day: what was known then. Of no command is more told than its number.
create function last_command_of(day date) returns bigint language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select coalesce(max(c.id), 0) from command_log c where c.business_day <= day
$$;
alter function last_command_of(date) owner to mz_{{city}}_definer;
revoke all on function last_command_of(date) from public;
grant execute on function last_command_of(date) to mz_{{city}}_staff, mz_{{city}}_resident;
