import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openPayrollWorld, type PayrollWorld, type TestHousehold } from '../../../test/harness/payroll-world.ts';
import { defineBenefit, defineMatter } from '../contract/matter.ts';
import { met, unmet } from '../contract/rules.ts';
import { makeRegistry } from '../registry/registry.ts';
import { ownUnits } from '../registers/household/own-units.ts';
import { fen } from '../values/money.ts';
import { month, monthOf } from '../values/month.ts';
import { plainDate } from '../values/plain-date.ts';
import { assess } from './assess.ts';
import { followTurns } from './follow-turns.ts';
import { openGrant } from './open-grant.ts';
import { loadBook } from '../policy/load-book.ts';
import householdReader from '../registers/household/queries/list-households.ts';

/** An invented benefit of a person: 100 元 a month from 80, 200 元 from 90, nothing any more from 100. No law says any of it. */
const law = { instrument: '试验办法', article: '第一条', documentNumber: null };
const ageOn = (birthDate: string, day: string): number => Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);
const benefit = defineBenefit<{ readonly birthDate: string }>({
  id: 'sample-age', title: '试验津贴', claimant: 'person', governedBy: 'benefit-month', coveredFrom: plainDate('2010-01-01'), items: { age: '津贴' }, starts: 'month-of-confirmation', facts: z.strictObject({ birthDate: z.string() }),
  rules: [{
    id: 'sample-age-rules', title: '试验规则', applies: { division: '00', from: plainDate('2010-01-01'), to: null }, law: [law],
    criteria: [{ id: 'age', title: '年龄', law, test: ({ birthDate }, asOf) => (ageOn(birthDate, asOf.day) < 100 ? met('不满100周岁') : unmet('已满100周岁')) }],
    amount: ({ birthDate }, asOf) => [{ item: 'age', title: '津贴', fen: fen(ageOn(birthDate, asOf.day) >= 90 ? 20_000 : 10_000) }],
    turns: ({ birthDate }) => [90, 100].map((age) => ({ month: month(`${Number(birthDate.slice(0, 4)) + age}-${birthDate.slice(5, 7)}`), because: `满${age}周岁` })),
    working: () => [],
  }],
});
const matter = defineMatter({ id: 'sample-age', title: '试验津贴', law: [law], caseCode: 'SA', covers: [], benefits: [benefit], procedures: [], authority: { accept: { title: '受理', level: 'town' } } });
const registry = makeRegistry({ domains: [], values: [], matters: [{ file: 'src/domains/samples/sample-age/matter.ts', declaration: matter }] });

const s = 'city_442000';
let world: PayrollWorld;
let home: TestHousehold;
beforeAll(async () => {
  world = await openPayrollWorld();
  home = await world.household('442000001001', 2);
});
afterAll(() => world.close());

const unitOf = (person: number): Promise<number> => world.act(async (tx, by) => (await ownUnits(tx, by, [{ personId: person, divisionId: home.divisionId, address: '民生路 1 号', hukouKind: 'urban', validFrom: by.today }], '测试'))[0] ?? 0);

test('个人名下：一人一个，两人同时要也只立一个；家里的户不动，家庭名单里没有它', async () => {
  const [person = 0] = home.persons;
  const [one, other] = await Promise.all([unitOf(person), unitOf(person)]);
  expect(one).toBe(other);
  expect(one).not.toBe(home.id);
  expect(await unitOf(person)).toBe(one);
  const { rows } = await world.cities.owner.query(`select number, single from ${s}.household where id = $1`, [one]);
  expect(rows).toEqual([{ number: expect.stringContaining('-GR-'), single: true }]);
  expect((await world.cities.owner.query(`select 1 from ${s}.household_member where household_id = $1`, [one])).rowCount).toBe(0);
  const list = await world.see(world.clerk, householdReader, {});
  expect(list.rows.map((row) => row.id)).toEqual([home.id]);
});

test('到了年龄自己变：每个生日的月份起一段，金额照那时的年龄；到头的那个月起不再发，人人可以早知道', async () => {
  const person = home.persons[1] ?? 0;
  const facts = { birthDate: '1931-03-01' };
  const unit = await unitOf(person);
  const grant = await world.act(async (tx, by) => {
    const assessment = assess(benefit, facts, { book: await loadBook(tx), divisions: ['44', '00'], day: by.today });
    const id = await openGrant(tx, by, { benefit: benefit.id, caseId: await someCase(tx), householdId: unit, divisionId: home.divisionId, hukouKind: 'urban', firstMonth: monthOf(by.today), facts, assessment, decisionId: null, reason: '测试', persons: [{ key: 'm1', personId: person }] });
    await followTurns(tx, benefit.id, [id], monthOf(by.today), registry);
    return id;
  });
  const { rows } = await world.cities.owner.query(`select from_month::text as from, to_month::text as to, state, fen::int as fen, reason from ${s}.grant_version where grant_id = $1 and known_to is null order by from_month`, [grant]);
  expect(rows).toEqual([
    { from: '2014-11-01', to: '2021-03-01', state: 'paid', fen: 10_000, reason: '测试' },
    { from: '2021-03-01', to: '2031-03-01', state: 'paid', fen: 20_000, reason: '满90周岁' },
    { from: '2031-03-01', to: null, state: 'ended', fen: 0, reason: '已满100周岁' },
  ]);
  expect((await world.cities.owner.query(`select state, last_month::text as last from ${s}.benefit_grant where id = $1`, [grant])).rows).toEqual([{ state: 'active', last: '2031-02-01' }]);
});

/** A grant names the case it came from. */
const someCase = async (tx: Parameters<Parameters<PayrollWorld['act']>[0]>[0]): Promise<number> => (await tx.one<{ id: number }>(
  `insert into case_file (number, matter, procedure, opened_on, household_id, applicant_person_id, division_id, state, state_since, state_seq, version, form, facts)
   values ('ZS-SA-2014-000001', 'sample-age', 'none', '2014-11-03', $1, $2, $3, 'received', '2014-11-03', 1, 1, '{}', '{}') returning id`, [home.id, home.persons[1], home.divisionId])).id;
