-- Decisions of an area are found by the area: what has not been served yet is counted on every desk.
create index decision_division on decision (division_id, id);
