-- Cases are found by the front of their numbers, compared byte by byte: the unique index follows another order and cannot answer that.
create index case_file_number_order on case_file (number collate "C", id);
