-- 送达的清单和件数按辖区读：一个村的岗位不必读遍全市的文书。
create index decision_paper_division on decision_paper (division_id, decision_id);
create index service_record_division on service_record (division_id, decision_id);
