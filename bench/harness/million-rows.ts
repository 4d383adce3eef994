import type { Sizes } from './plant-million.ts';

/** 广州: districts between the city and its streets, 2,700 villages. */
export const CITY = '440100';

const SURNAMES = '陈李黄梁吴林何冯郭苏邓罗曾彭蔡叶潘钟谢杜'.split('');
const SURNAME_LETTERS = 'chen li huang liang wu lin he feng guo su deng luo zeng peng cai ye pan zhong xie du'.split(' ');
const GIVEN = '秀英志强伟芳娜敏静丽磊军洋艳勇杰娟涛明超兰霞平刚桂文辉玲建华'.split('');
const GIVEN_LETTERS = 'xiu ying zhi qiang wei fang na min jing li lei jun yang yan yong jie juan tao ming chao lan xia ping gang gui wen hui ling jian hua'.split(' ');

const array = (words: readonly string[]): string => `array[${words.map((word) => `'${word}'`).join(',')}]`;
const initials = (words: readonly string[]): string[] => words.map((word) => word[0] ?? '');

/** Columns of a case's papers that are copied as they are; the rest is said in `multiply`. */
const paper = (table: string, columns: string, more: { readonly into: string; readonly from: string } = { into: '', from: '' }): { what: string; sql: string } => ({
  what: table,
  sql: `insert into ${table} (case_id, division_id${more.into}, command_id, ${columns}) select c.id, c.division_id${more.from}, 0, ${columns.split(', ').map((column) => `t.${column}`).join(', ')}
    from copied c join ${table} t on t.case_id = c.template join home h on h.id = c.id`,
});

/**
 * Set-based, one statement a table. Household h lives in village h × 7919 modulo the villages; its persons are 1000 + 3h and the next. Household h has case h: the
 * first are granted and draw, one in five of the others stands in one of the states of the demo's open applications.
 */
export function multiply(sizes: Sizes): { readonly what: string; readonly sql: string }[] {
  const open = '(select array_agg(id order by id) from case_file where outcome is null and id < 1000)';
  const surname = `1 + p.n % ${SURNAMES.length}`;
  const given = `1 + (p.n / ${SURNAMES.length}) % ${GIVEN.length}`;
  const second = `1 + (p.n / ${SURNAMES.length * GIVEN.length}) % ${GIVEN.length}`;
  const spelt = (parts: readonly [readonly string[], readonly string[]]): string => `(${array(parts[0])})[${surname}] || (${array(parts[1])})[${given}] || (${array(parts[1])})[${second}]`;
  return [
    { what: '村居', sql: `create temp table village as select row_number() over (order by d.code) - 1 as no, d.id, office_of(d.id, 'town') as town, office_of(d.id, 'county') as county
        from division d join divisions_under((select id from division where code = '${CITY}' and valid_to is null)) u on u = d.id where d.level = 'village' and d.valid_from <= '2024-05-20' and (d.valid_to is null or d.valid_to > '2024-05-20')` },
    { what: '户', sql: `create temp table home as select h as id, 2 + h % 2 as size, v.id as division_id, v.town, v.county, 1000 + h * 3 as head
        from generate_series(1001, ${1000 + sizes.households}) h join village v on v.no = (h::bigint * 7919) % (select count(*) from village); analyze home` },
    { what: 'person', sql: `insert into person (id, name, name_pinyin, name_initials, sex, birth_date, hukou_kind, hukou_division_id, residence_division_id, handling_division_id, command_id) overriding system value
        select p.n, ${spelt([SURNAMES, GIVEN])}, ${spelt([SURNAME_LETTERS, GIVEN_LETTERS])}, ${spelt([initials(SURNAME_LETTERS), initials(GIVEN_LETTERS)])},
               case when p.n % 2 = 0 then 'female' else 'male' end, date '1930-01-01' + (p.n / 1000 * 7919 % 30000)::int, 'urban', p.division_id, p.division_id, p.division_id, 0
          from (select h.head + m as n, h.division_id from home h, generate_series(0, h.size - 1) m) p order by p.n` },
    { what: 'person_version', sql: `insert into person_version (person_id, valid_from, known_from, name, sex, birth_date, hukou_kind, hukou_division_id, residence_division_id, reason, command_id)
        select id, birth_date, 0, name, sex, birth_date, hukou_kind, hukou_division_id, residence_division_id, '测速', 0 from person where id >= 1000` },
    { what: 'household', sql: `insert into household (id, number, head_person_id, division_id, address, hukou_kind, command_id) overriding system value
        select id, 'GZ-HH-2023-' || lpad(id::text, 6, '0'), head, division_id, '中山路 ' || id || ' 号', 'urban', 0 from home` },
    { what: 'household_version', sql: `insert into household_version (household_id, division_id, head_person_id, address, hukou_kind, valid_from, known_from, reason, command_id)
        select id, division_id, head, '中山路 ' || id || ' 号', 'urban', '2023-01-01', 0, '测速', 0 from home` },
    { what: 'household_member', sql: `insert into household_member (household_id, division_id, person_id, relation, valid_from, known_from, reason, command_id)
        select h.id, h.division_id, h.head + m, case m when 0 then '本人' else '子女' end, '2023-01-01', 0, '测速', 0 from home h, generate_series(0, h.size - 1) m` },
    { what: 'payee_account', sql: `insert into payee_account (household_id, division_id, holder_name, holder_person_id, bank_code, bank_name, number_cipher, number_hash, key_id, last_four, valid_from, known_from, command_id)
        select id, division_id, '种', head, '314', '农商银行', '\\x00', sha256(convert_to(id::text, 'UTF8')), 'k1', lpad((id % 10000)::text, 4, '0'), '2023-01-01', 0, 0 from home` },
    { what: '办件的样子', sql: `create temp table copied as select h.id, h.division_id, case when h.id - 1000 <= ${sizes.grants} or h.id % 5 < 2 then (select min(id) from case_file where outcome = 'granted' and id < 1000)
        else (${open})[1 + h.id % 7] end as template from home h where h.id - 1000 <= ${sizes.cases}; create index on copied (template); analyze copied` },
    { what: 'case_file', sql: `insert into case_file (id, number, matter, procedure, opened_on, household_id, applicant_person_id, division_id, state, state_since, state_seq, version, outcome, paused_since, form, facts, assessment, overall, overall_due_on, kind, command_id) overriding system value
        select c.id, 'GZ-DB-2023-' || lpad(c.id::text, 6, '0'), t.matter, t.procedure, t.opened_on, c.id, h.head, c.division_id, t.state, t.state_since, t.state_seq, t.version, t.outcome, t.paused_since, t.form, t.facts, t.assessment, t.overall, t.overall_due_on, t.kind, 0
          from copied c join case_file t on t.id = c.template join home h on h.id = c.id` },
    { what: 'case_member', sql: `insert into case_member (case_id, division_id, person_id, key, relation, name_masked, number_masked, command_id)
        select c.id, c.division_id, h.head + t.nth - 1, t.key, t.relation, t.name_masked, t.number_masked, 0
          from copied c join (select t.*, row_number() over (partition by case_id order by id) as nth from case_member t where case_id < 1000) t on t.case_id = c.template join home h on h.id = c.id and t.nth <= h.size` },
    paper('case_action', 'seq, step, from_state, to_state, on_day, actor_kind, account_id, post_id, post_role, actor_name, office_name, seen, data'),
    paper('case_task', 'task, title, state, opened_seq, roles, power, opened_on, counted_from, due_on, limit_days, limit_calendar, limit_law, extended_days, paused_days, assumed, waits, done_on, dropped_on',
      { into: ', office_division_id', from: `, case (select level from division d where d.id = t.office_division_id) when 'county' then h.county when 'town' then h.town else c.division_id end` }),
    { what: 'authorisation', sql: `insert into authorisation (case_id, division_id, person_id, signed_on, how, represented_by, command_id)
        select c.id, c.division_id, h.head + t.nth - 1, t.signed_on, t.how, t.represented_by, 0
          from copied c join (select t.*, row_number() over (partition by case_id order by id) as nth from authorisation t where case_id < 1000) t on t.case_id = c.template join home h on h.id = c.id and t.nth <= h.size` },
    paper('evidence', 'round, frozen_on, digest, report'),
    paper('public_notice', 'matter, state, scope, name_masked, headcount, fen, office_name, division_name, place, posted_on, ends_on, withdrawn_on, withdrawn_reason'),
    paper('decision', 'outcome, decided_on, first_month, fen, grounds, assessment, evidence_digest, statement, post_id, account_id, decided_by, office_name', { into: ', action_id', from: ', 1000000 + c.id' }),
    { what: 'benefit_grant', sql: `insert into benefit_grant (id, benefit, case_id, household_id, division_id, first_month, command_id) overriding system value
        select id, 'subsistence-allowance', id, id, division_id, '2023-06-01', 0 from home where id - 1000 <= ${sizes.grants}` },
    { what: 'grant_version', sql: `insert into grant_version (id, grant_id, benefit, household_id, division_id, from_month, known_from, state, persons, hukou_kind, fen, facts, rules, assessment, basis, change, reason, case_id, command_id) overriding system value
        select h.id, h.id, t.benefit, h.id, h.division_id, '2023-06-01', 0, 'paid', h.size, 'urban', t.fen, t.facts, t.rules, t.assessment, t.basis, t.change, t.reason, h.id, 0
          from home h, (select * from grant_version where id < 1000 order by id limit 1) t where h.id - 1000 <= ${sizes.grants}` },
    { what: 'grant_line', sql: `insert into grant_line (version_id, household_id, division_id, item, person_id, fen, command_id)
        select h.id, h.id, h.division_id, t.item, null, t.fen, 0 from home h, (select * from grant_line where version_id = (select min(id) from grant_version)) t where h.id - 1000 <= ${sizes.grants}` },
    { what: 'grant_person', sql: `insert into grant_person (version_id, grant_id, benefit, person_id, household_id, division_id, from_month, known_from, command_id)
        select h.id, h.id, 'subsistence-allowance', h.head + m, h.id, h.division_id, '2023-06-01', 0, 0 from home h, generate_series(0, h.size - 1) m where h.id - 1000 <= ${sizes.grants}` },
    { what: 'person_standing', sql: `insert into person_standing (exclusive, standing, person_id, period, known_from, source, source_id)
        select g.exclusive, g.standing, p.person_id, daterange(p.from_month, p.to_month), 0, 'grant', p.id from grant_person p join standing_group g on g.standing = p.benefit where p.household_id > 1000` },
    { what: 'review_plan', sql: `insert into review_plan (grant_id, benefit, household_id, division_id, version_id, cycle, class, because, set_by, months, counted_from, due_month, differences, checked_on, command_id)
        select h.id, t.benefit, h.id, h.division_id, h.id, t.cycle, t.class, t.because, t.set_by, t.months, t.counted_from, date '2024-06-01' + make_interval(months => h.id % 12), t.differences, t.checked_on, 0
          from home h, (select * from review_plan order by id limit 1) t where h.id - 1000 <= ${sizes.grants}` },
    { what: '编号', sql: `insert into numbering (series, year, last) values ('GZ-DB', 2023, ${sizes.cases + 1000}), ('GZ-HH', 2023, ${sizes.households + 1000}) on conflict do nothing` },
    ...['person', 'household', 'case_file', 'benefit_grant', 'grant_version'].map((table) => ({ what: `${table} 的编号`, sql: `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))` })),
  ];
}
