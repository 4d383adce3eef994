-- A piece of a roll asks which households ever stood in its villages: without this each piece read the whole register.
create index household_version_division on household_version (division_id, household_id);
