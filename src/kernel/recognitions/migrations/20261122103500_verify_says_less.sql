-- 验证证明 says whether it holds and until when; who is in the household stays on the paper.
drop function verify_recognition(text, text);
create function verify_recognition(of_number text, of_code text) returns table (kind text, valid_from date, until date)
  language sql stable security definer set search_path = {{schema}}, ext, pg_temp as $$
  select r.kind, r.valid_from, coalesce(r.ended_on, r.valid_to) from recognition r where r.number = of_number and r.verify_code = of_code
$$;
alter function verify_recognition(text, text) owner to mz_{{city}}_definer;
revoke all on function verify_recognition(text, text) from public;
grant execute on function verify_recognition(text, text) to mz_{{city}}_staff, mz_{{city}}_resident;
