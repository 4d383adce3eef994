import fc from 'fast-check';
import type pg from 'pg';
import { sampleProcedure } from '../../src/kernel/casework/sample-matter.ts';
import { divisionId, staff, type TestCities } from '../harness/city.ts';
import { asCommand, inventedNumber, plantHousehold } from './plant.ts';

/** The rows of a city as they stand in its tables, read past every protection: what the oracle judges by. */
export interface World {
  readonly divisions: readonly { id: number; code: string; level: string; parent_id: number | null; successor_id: number | null }[];
  readonly people: readonly { id: number; name: string; pinyin: string; initials: string; number: string; divisions: readonly (number | null)[] }[];
  readonly households: readonly { id: number; number: string; division: number; members: readonly number[] }[];
  readonly cases: readonly { id: number; number: string; division: number; applicant: number }[];
  readonly tasks: readonly { caseId: number; office: number; division: number; roles: readonly string[] }[];
  readonly grants: readonly { household: number; division: number; firstMonth: string; urbanRural: string; persons: readonly number[] }[];
}

const name = fc.tuple(fc.constantFrom('陈', '李', '黄', '单', '欧阳'), fc.constantFrom('秀英', '志强', '伟', '娜')).map((parts) => parts.join(''));
const family = (villages: number) => fc.record({
  village: fc.nat(villages - 1), hukouKind: fc.constantFrom('urban' as const, 'rural' as const), names: fc.array(name, { minLength: 1, maxLength: 3 }), firstMonth: fc.constantFrom('2014-09-01', '2014-12-01'),
  // where each member is registered and lives, if not with the household; the last two choose how the office came to know them
  elsewhere: fc.array(fc.record({ hukou: fc.option(fc.nat(villages - 1)), residence: fc.option(fc.nat(villages - 1)), handling: fc.option(fc.nat(villages - 1)) }), { minLength: 3, maxLength: 3 }),
  applied: fc.boolean(), office: fc.constantFrom('town', 'city'),
});

const s = 'city_442000';

/** Random households over the villages of a city, one of them in a town abolished long ago. Everything is written; what comes back was read again. */
export async function plantWorld(cities: TestCities, seed: number): Promise<World> {
  const { owner, zhongshan: zs } = cities;
  await owner.query(
    `insert into ${s}.division (code, name, level, parent_id, valid_from, valid_to, successor_id)
     select '442000003', '旧镇', 'town', p.id, '2000-01-01', '2010-01-01', n.id from ${s}.division p, ${s}.division n where p.code = '442000' and n.code = '442000100'`);
  await owner.query(
    `insert into ${s}.division (code, name, level, parent_id, valid_from, valid_to, successor_id)
     select '442000003001', '旧村', 'village', p.id, '2000-01-01', '2010-01-01', n.id from ${s}.division p, ${s}.division n where p.code = '442000003' and n.code = '442000100001'`);
  const villages = (await owner.query<{ id: number }>(`select id from ${s}.division where level = 'village' order by code`)).rows.map((r) => r.id);
  const approver = await staff(cities, zs, 'approver', '442000');
  const families = fc.sample(fc.array(family(villages.length), { minLength: 50, maxLength: 50 }), { numRuns: 1, seed })[0] ?? [];
  const planted = await asCommand(zs, approver, async (tx, by) => {
    const made = [];
    for (const one of families) made.push(await plantHousehold(tx, by, { division: villages[one.village] ?? 0, hukouKind: one.hukouKind, names: one.names, firstMonth: one.firstMonth, fen: 50_000 }));
    return made;
  });
  const city = await divisionId(cities, zs, '442000');
  for (const [at, one] of families.entries()) {
    const home = planted[at];
    if (!home) continue;
    for (const [m, person] of home.persons.entries()) {
      const e = one.elsewhere[m];
      const village = (index: number | null | undefined): number | null => (index === null || index === undefined ? null : (villages[index] ?? null));
      // the office that opened a case for the head handles the head
      await owner.query(`update ${s}.person set hukou_division_id = $2, residence_division_id = $3, handling_division_id = $4 where id = $1`,
        [person, village(e?.hukou) ?? home.division, village(e?.residence), m === 0 ? home.division : village(e?.handling)]);
    }
    if (one.applied) await plantCase(owner, { no: at + 1, household: home.household, applicant: home.persons[0] ?? 0, division: home.division, office: one.office === 'city' ? city : null });
  }
  return readWorld(owner);
}

async function plantCase(owner: pg.Client, of: { no: number; household: number; applicant: number; division: number; office: number | null }): Promise<void> {
  const { rows: [row] } = await owner.query<{ id: string }>(
    `insert into ${s}.case_file (number, matter, procedure, opened_on, household_id, applicant_person_id, division_id, state, state_since, state_seq, version, form, facts, command_id)
     values ($1, 'sample', $2, '2014-10-08', $3, $4, $5, $6, '2014-10-08', 1, 1, '{}', '{}', 1) returning id`,
    [`ZS-SY-2014-${String(of.no).padStart(6, '0')}`, sampleProcedure.id, of.household, of.applicant, of.division, sampleProcedure.start]);
  await owner.query(
    `insert into ${s}.case_task (case_id, division_id, task, title, state, opened_seq, roles, power, office_division_id, opened_on, counted_from, command_id)
     values ($1, $2, 'accept', '受理', $3, 1, $4, 'accept', coalesce($5, (select parent_id from ${s}.division where id = $2)), '2014-10-08', '2014-10-08', 1)`,
    [row?.id, of.division, sampleProcedure.start, of.office === null ? ['town-clerk'] : ['approver', 'auditor'], of.office]);
}

async function readWorld(owner: pg.Client): Promise<World> {
  const all = async <T extends pg.QueryResultRow>(sql: string): Promise<T[]> => (await owner.query<T>(sql)).rows;
  const numbers = (ids: readonly unknown[]): number[] => ids.map(Number);
  const people = await all<{ id: string; name: string; name_pinyin: string; name_initials: string; hukou_division_id: number; residence_division_id: number | null; handling_division_id: number | null }>(`select * from ${s}.person order by id`);
  return {
    divisions: await all(`select id, code, level, parent_id, successor_id from ${s}.division`),
    people: people.map((p, at) => ({ id: Number(p.id), name: p.name, pinyin: p.name_pinyin, initials: p.name_initials, number: inventedNumber(at + 1), divisions: [p.hukou_division_id, p.residence_division_id, p.handling_division_id] })),
    households: (await all<{ id: string; number: string; division_id: number; members: string[] }>(
      `select h.id, h.number, h.division_id, array_agg(m.person_id) as members from ${s}.household h join ${s}.household_member m on m.household_id = h.id group by h.id`))
      .map((h) => ({ id: Number(h.id), number: h.number, division: h.division_id, members: numbers(h.members) })),
    cases: (await all<{ id: string; number: string; division_id: number; applicant_person_id: string }>(`select * from ${s}.case_file`)).map((c) => ({ id: Number(c.id), number: c.number, division: c.division_id, applicant: Number(c.applicant_person_id) })),
    tasks: (await all<{ case_id: string; office_division_id: number; division_id: number; roles: string[] }>(`select * from ${s}.case_task`)).map((t) => ({ caseId: Number(t.case_id), office: t.office_division_id, division: t.division_id, roles: t.roles })),
    grants: (await all<{ household_id: string; division_id: number; from_month: string; hukou_kind: string; persons: string[] }>(
      `select v.household_id, v.division_id, to_char(v.from_month, 'YYYY-MM-DD') as from_month, v.hukou_kind, array_agg(p.person_id) as persons
         from ${s}.grant_version v join ${s}.grant_person p on p.version_id = v.id group by v.id`))
      .map((g) => ({ household: Number(g.household_id), division: g.division_id, firstMonth: g.from_month, urbanRural: g.hukou_kind, persons: numbers(g.persons) })),
  };
}
