-- 花名册、投诉和文书 are found while their number is being typed.
create index roll_number_found on roll (number collate "C");
create index complaint_number_found on complaint (number collate "C");
create index decision_paper_number_found on decision_paper (number collate "C");
