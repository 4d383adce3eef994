import type pg from 'pg';
import { sampleProcedure } from '../../src/kernel/casework/sample-matter.ts';
import { loadDivisions } from '../../src/kernel/registers/division/load-divisions.ts';

/**
 * Fifty thousand people in twenty thousand households over every village of a city, each household with a case, a grant and a payment; written past
 * the doors, so for reading plans only. Documents are found by hashes that stand for nothing.
 */
export async function plantPopulation(owner: pg.Client, city: string, households = 20_000): Promise<void> {
  await loadDivisions(owner, city);
  await owner.query(`set search_path to city_${city}, ext; set session_replication_role = replica`);
  await owner.query(
    `create temp table villages as select row_number() over (order by d.code) - 1 as no, d.id from division d join divisions_under((select id from division where code = '${city}' and valid_to is null)) u on u = d.id
      where d.level = 'village' and d.valid_from <= '2014-11-03' and (d.valid_to is null or d.valid_to > '2014-11-03')`);
  await owner.query(
    `create temp table plan as select h, 2 + h % 2 as size, v.id as division from generate_series(1, $1::int) h join villages v on v.no = (h * 7919) % (select count(*) from villages)`, [households]);
  await owner.query(statements.join(';'));
  await owner.query('set session_replication_role = origin');
  await owner.query('analyze');
}

/** What the later rooms hold of such a city: nearly every decision served, one household in four recognised, one in five heard at a window, one in ten complained of. */
const rooms = [
  `insert into decision (id, case_id, division_id, outcome, decided_on, grounds, assessment, evidence_digest, statement, decided_by, office_name, action_id, command_id) overriding system value
   select h, h, division, 'granted', '2014-10-30', '[]', '{}', '\\x00', '', '种', '种', h, 0 from plan where h % 20 > 0`,
  `insert into decision_paper (decision_id, case_id, division_id, number, digest, code, issued_on, command_id) select h, h, division, '中民低字〔2014〕' || h || '号', '\\x00', 'x', '2014-10-30', 0 from plan where h % 20 > 0`,
  `insert into service_record (decision_id, case_id, division_id, how, tried_on, served_on, recorded_by, command_id) select h, h, division, 'direct', '2014-10-31', '2014-10-31', '种', 0 from plan where h % 20 > 0 and h % 100 <> 1`,
  `insert into review_plan (grant_id, benefit, household_id, division_id, version_id, cycle, class, because, set_by, months, counted_from, due_month, checked_on, command_id)
   select h, 'subsistence-allowance', h, division, h, 'review', 'a', '种', 'rules', 12, '2014-01-01', date '2014-06-01' + make_interval(months => h % 24), '2014-10-01', 0 from plan`,
  `insert into recognition (id, kind, number, verify_code, household_id, division_id, case_id, decision_id, valid_from, valid_to, command_id) overriding system value
   select h, 'low-income-family', 'ZS-RD-2014-' || h, 'x' || h, h, division, h, h, '2014-01-01', date '2014-06-01' + h % 700, 0 from plan where h % 4 = 0`,
  `insert into recognition_person (recognition_id, kind, person_id, household_id, division_id, valid_from, valid_to, known_from, command_id)
   select h, 'low-income-family', h * 3 + m, h, division, '2014-01-01', date '2014-06-01' + h % 700, 0, 0 from plan cross join generate_series(0, size - 1) m where h % 4 = 0`,
  `insert into complaint (id, number, about, matter, division_id, received_on, how, content, named, restricted, household_id, state, command_id) overriding system value
   select h, 'ZS-TS-2014-' || h, case when h % 50 = 0 then 'office' else 'household' end, 'subsistence-allowance', division, '2014-09-01', 'phone', '种', false, h % 50 = 0, h, case when h % 100 = 0 then 'received' else 'closed' end, 0 from plan where h % 10 = 0`,
  `insert into intake (id, number, window_id, division_id, home_division_id, how, told_on, name_masked, told_cipher, key_id, clerk_name, office_name, command_id) overriding system value
   select h, 'ZS-QZ-2014-' || h, 1, division, division, 'window', '2014-10-01', '陈*英', '\\x00', 'k1', '种', '种', 0 from plan where h % 5 = 0`,
  `insert into handover (id, number, intake_id, division_id, office_division_id, need, receiver_kind, receiver, receiver_name, law, name_masked, told_cipher, key_id, sent_on, limits, state, command_id) overriding system value
   select h, 'ZS-ZB-2014-' || h, h, division, office_of(division, 'town'), 'schooling', case when h % 2 = 0 then 'matter' else 'department' end, case when h % 2 = 0 then 'subsistence-allowance' else 'education' end, '种', '{}', '陈*英', '\\x00', 'k1', '2014-10-01', '{}',
          case when h % 50 = 0 then 'sent' else 'told' end, 0 from plan where h % 5 = 0`,
  `insert into household_change (household_id, division_id, grant_id, kind, words, happened_on, persons, command_id) select h, division, h, 'income', '种', '2014-10-01', '[]', 0 from plan where h % 2 = 0`,
  `insert into errand (kind, title, division_id, roles, opened_on, because, household_id, source_id, done_on, command_id) select 'check', '种', division, '{village-clerk}', '2014-10-01', '种', h, h, case when h % 10 > 0 then date '2014-10-02' end, 0 from plan where h % 2 = 0`,
  `insert into roll (id, number, benefit, month, kind, division_id, known_at, drawn_on, needs_finance, state, command_id) overriding system value
   select 1, 'ZS-FF-2014-10', 'subsistence-allowance', '2014-10-01', 'main', id, 0, '2014-10-08', false, 'closed', 0 from division where 'city_' || code = current_schema() and valid_to is null`,
  `insert into roll_line (id, roll_id, line_no, household_id, household_number, division_id, head_person_id, hukou_kind, persons, fen, regular_fen, arrears_fen, recovery_fen, last_persons, last_fen, last_regular_fen, last_arrears_fen, last_recovery_fen, change, reason, digest, status, command_id) overriding system value
   select h, 1, h, h, 'ZS-HH-2014-' || lpad(h::text, 6, '0'), division, h * 3, 'urban', size, 100, 100, 0, 0, 0, 0, 0, 0, 0, case when h % 10 = 0 then 'new' end, '种', '\\x00', 'paid', 0 from plan`,
];

const statements = [
  `insert into person (id, name, name_pinyin, name_initials, sex, birth_date, hukou_kind, hukou_division_id, residence_division_id, handling_division_id, command_id) overriding system value
   select h * 3 + m, (array['陈','李','黄','梁','吴','林','何','冯','郭','苏'])[1 + (h * 3 + m) % 10] || (array['秀英','志强','伟','芳','娜','敏','静','丽','强','磊','军','洋'])[1 + (h * 31 + m) % 12],
          (array['chen','li','huang','liang','wu','lin','he','feng','guo','su'])[1 + (h * 3 + m) % 10] || (array['xiuying','zhiqiang','wei','fang','na','min','jing','li','qiang','lei','jun','yang'])[1 + (h * 31 + m) % 12],
          (array['c','l','h','l','w','l','h','f','g','s'])[1 + (h * 3 + m) % 10] || (array['xy','zq','w','f','n','m','j','l','q','l','j','y'])[1 + (h * 31 + m) % 12],
          'female', date '1930-01-01' + (h * 7 + m) % 30000, case when h % 3 = 0 then 'rural' else 'urban' end, division, division, division, 0
     from plan cross join generate_series(0, size - 1) m`,
  `insert into person_document (person_id, kind, number_cipher, number_hash, last_six_hash, key_id, masked, command_id)
   select id, 'id-card', '\\x00', sha256(convert_to(id::text, 'UTF8')), sha256(convert_to((id % 20000)::text, 'UTF8')), 'k1', '4420**********0000', 0 from person`,
  `insert into household (id, number, head_person_id, division_id, address, hukou_kind, command_id) overriding system value
   select h, 'ZS-HH-2014-' || lpad(h::text, 6, '0'), h * 3, division, '路 1 号', case when h % 3 = 0 then 'rural' else 'urban' end, 0 from plan`,
  `insert into household_member (household_id, division_id, person_id, relation, valid_from, known_from, reason, command_id)
   select h, division, h * 3 + m, '成员', '2013-01-01', 0, '种', 0 from plan cross join generate_series(0, size - 1) m`,
  `insert into case_file (id, number, matter, procedure, opened_on, household_id, applicant_person_id, division_id, state, state_since, state_seq, version, outcome, form, facts, command_id) overriding system value
   select h, 'ZS-DB-2014-' || lpad(h::text, 6, '0'), 'sample', '${sampleProcedure.id}', '2014-10-08', h, h * 3, division, '${sampleProcedure.start}', '2014-10-08', 1, 1, case when h % 20 > 0 then 'granted' end, '{}', '{}', 0 from plan`,
  `insert into case_member (case_id, division_id, person_id, key, relation, name_masked, command_id) select h, division, h * 3, 'm0', '本人', '陈*英', 0 from plan`,
  `insert into benefit_grant (id, benefit, case_id, household_id, division_id, first_month, command_id) overriding system value select h, 'subsistence-allowance', h, h, division, '2014-01-01', 0 from plan`,
  `insert into grant_version (id, grant_id, benefit, household_id, division_id, from_month, known_from, state, persons, hukou_kind, fen, basis, reason, command_id) overriding system value
   select h, h, 'subsistence-allowance', h, division, '2014-01-01', 0, 'paid', size, case when h % 3 = 0 then 'rural' else 'urban' end, 38000 * size, 'takeover', '种', 0 from plan`,
  `insert into grant_person (version_id, grant_id, benefit, person_id, household_id, division_id, from_month, known_from, command_id)
   select h, h, 'subsistence-allowance', h * 3 + m, h, division, '2014-01-01', 0, 0 from plan cross join generate_series(0, size - 1) m`,
  `insert into ledger_entry (division_id, household_id, benefit, roll_id, line_id, item_id, grant_id, for_month, item, hukou_kind, kind, fen, booked_on, command_id)
   select division, h, 'subsistence-allowance', 1, h, h * 12 + n, h, date '2014-01-01' + make_interval(months => n), 'allowance', 'urban', 'paid', 38000 * size, (date '2014-01-10' + make_interval(months => n))::date, 0 from plan cross join generate_series(8, 9) n`,
  ...rooms,
];
