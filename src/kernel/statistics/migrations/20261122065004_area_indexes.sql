-- A village reads its own rows of what grows with the city: members, grants by person, the ledger.
create index household_member_division on household_member (division_id);
create index grant_person_division on grant_person (division_id);
create index grant_version_division on grant_version (division_id);
create index ledger_entry_division on ledger_entry (division_id, booked_on);
create index roll_line_division on roll_line (division_id, roll_id);
