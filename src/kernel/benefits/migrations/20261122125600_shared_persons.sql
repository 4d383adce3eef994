-- A new standard changes what a month is worth, not who is counted: the version it makes names the one whose persons it has, and nothing is written about them.
alter table grant_version add column persons_of bigint;
comment on column grant_version.persons_of is '成员与哪一版相同（只改金额时不重记成员）；空为自己的';

-- The persons of a version, its own or those it shares.
create view version_person with (security_invoker = true) as
  select v.id as version_id, v.grant_id, p.id, p.person_id from grant_version v join grant_person p on p.version_id = coalesce(v.persons_of, v.id);
comment on view version_person is '每一版待遇计入的成员';
grant select on version_person to mz_{{city}}_staff, mz_{{city}}_definer;
