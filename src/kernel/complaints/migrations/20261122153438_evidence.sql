-- 证据: a file laid beside a complaint is seen by whoever sees the complaint, and by nobody else, whatever the area.
create index complaint_action_files on complaint_action using gin ((data->'files') jsonb_path_ops) where step = 'investigated';
create function is_hidden_evidence(file bigint) returns boolean language sql stable security definer set search_path = {{schema}}, ext, pg_temp as $$
  select exists (select 1 from complaint_action a join complaint c on c.id = a.complaint_id
                  where a.step = 'investigated' and a.data->'files' @> jsonb_build_array(file) and not may_see_complaint(c.restricted, c.division_id, c.about_office_id, c.about_account_id))
$$;
alter function is_hidden_evidence(bigint) owner to mz_{{city}}_definer;
revoke all on function is_hidden_evidence(bigint) from public;
grant execute on function is_hidden_evidence(bigint) to mz_{{city}}_staff;
create policy evidence on stored_file as restrictive for select to mz_{{city}}_staff using (not is_hidden_evidence(id));
