-- Who may see a complaint is unchanged. The area stands in the policy itself as well, where an index answers it; the function is then asked only of the area's own.
create index complaint_division on complaint (division_id, id);
alter policy in_sight on complaint using (division_id = any ((select caller_divisions())::int[]) and may_see_complaint(restricted, division_id, about_office_id, about_account_id));
