-- 保存期满: what is due to be taken out, counted without showing it; and taking it out, recorded.
create table retention_run (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('drafts', 'complaint-contacts')),
  before date not null,
  masked int not null,
  ran_on date not null,
  command_id bigint not null default current_command()
);
comment on table retention_run is '期满清除的记录：清了什么、多少件';
grant select, insert on retention_run to mz_{{city}}_staff, mz_{{city}}_definer;
alter table retention_run enable row level security; alter table retention_run force row level security;
create policy all_posts on retention_run to mz_{{city}}_staff using (true) with check (true);
create policy all_rows on retention_run to mz_{{city}}_definer using (true) with check (true);
call seal_table('retention_run', '{known_to}');

create function retention_due(kind text, before date) returns int language sql stable security definer set search_path = {{schema}}, ext, pg_temp as $$
  select case kind
    when 'drafts' then (select count(*)::int from case_draft where case_id is null and saved_at < before and length(values_cipher) > 0)
    when 'complaint-contacts' then (select count(*)::int from complaint_reporter r join complaint c on c.id = r.complaint_id where r.who_cipher is not null and c.state = 'closed'
       and (select max(a.on_day) from complaint_action a where a.complaint_id = c.id) < before)
    when 'notices' then (select count(*)::int from public_notice where ends_on < before)
    when 'logs' then (select count(*)::int from read_log where business_day < before)
    else 0 end
$$;
-- Takes out what is over; audit and the fact that there was a draft or a complaint stay.
create function retention_mask(kind text, before date, on_day date) returns int language plpgsql security definer set search_path = {{schema}}, ext, pg_temp as $$
declare n int := 0;
begin
  if kind = 'drafts' then
    delete from case_draft where case_id is null and saved_at < before;
  elsif kind = 'complaint-contacts' then
    update complaint_reporter r set who_cipher = null, key_id = null, masked_on = on_day from complaint c
     where c.id = r.complaint_id and r.who_cipher is not null and c.state = 'closed' and (select max(a.on_day) from complaint_action a where a.complaint_id = c.id) < before;
  else
    raise exception 'nothing of kind % is ever taken out', kind;
  end if;
  get diagnostics n = row_count;
  return n;
end $$;
grant delete on case_draft to mz_{{city}}_definer;
grant select on case_draft to mz_{{city}}_definer;
do $$ declare f text; begin
  foreach f in array '{retention_due(text\,date),retention_mask(text\,date\,date)}'::text[] loop
    execute format('alter function %s owner to mz_{{city}}_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to mz_{{city}}_staff', f);
  end loop;
end $$;
