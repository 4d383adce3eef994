-- 代办：a case says under which mandate a step was taken; a draft belongs to the person it is for, so that the principal and the helper write on one.
alter table case_action add column mandate_id bigint references mandate (id);
create index case_action_mandate on case_action (mandate_id) where mandate_id is not null;

-- One's own cases; under a mandate only the principal's own applications, in the matters it names, running or begun since.
create or replace function own_case_ids() returns setof bigint language sql stable security definer set search_path = {{schema}}, pg_temp as $$
  select case_id from case_member where person_id = caller_person()
  union
  select c.id from held_mandate() m join case_file c on c.applicant_person_id = m.principal_person_id
   where c.matter = any (m.matters) and c.kind = 'application' and (c.outcome is null or c.opened_on >= m.valid_from)
$$;
grant execute on function held_mandate() to mz_{{city}}_definer;

alter table case_draft no force row level security;
alter table case_draft add column person_id bigint references person (id);
-- number of the saving: whoever saves names the one they saw
alter table case_draft add column version int not null default 1;
alter table case_draft add column saved_by text;
update case_draft d set person_id = (select a.person_id from account a where a.id = d.account_id);
-- an account that shares a person with another leaves one open draft, the later
delete from case_draft d where d.case_id is null and exists (select 1 from case_draft o where o.case_id is null and o.person_id = d.person_id and o.matter = d.matter and o.id > d.id);
alter table case_draft alter column person_id set not null;
drop index case_draft_open;
create unique index case_draft_open on case_draft (person_id, matter) where case_id is null;
drop policy own on case_draft;
create policy own on case_draft to mz_{{city}}_staff, mz_{{city}}_resident
  using (person_id = (select caller_person()) or exists (select 1 from held_mandate() m where m.principal_person_id = case_draft.person_id and case_draft.matter = any (m.matters)))
  with check (person_id = (select caller_person()) or exists (select 1 from held_mandate() m where m.principal_person_id = case_draft.person_id and case_draft.matter = any (m.matters)));
alter table case_draft force row level security;
