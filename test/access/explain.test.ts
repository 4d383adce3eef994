import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestCities, staff, type TestCities } from '../harness/city.ts';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { query } from '../../src/kernel/db/query.ts';
import type { City } from '../../src/kernel/db/city.ts';
import type { AnyQuery } from '../../src/server/find-doors.ts';
import { collectLists } from './collect-lists.ts';
import { plantPopulation } from './plant-population.ts';

/** Tables that grow with the city: nobody whose area is one village reads them from end to end. */
const large = new Set(['person', 'person_document', 'household', 'household_member', 'case_file', 'case_member', 'benefit_grant', 'grant_version', 'grant_person', 'ledger_entry',
  'decision', 'decision_paper', 'service_record', 'review_plan', 'recognition', 'recognition_person', 'complaint', 'intake', 'handover', 'household_change', 'errand', 'roll_line']);

/**
 * Known to be read whole: a need is seen by its window, by the town and by the department it went to, and for three ways joined by "or" the planner expects
 * ten departments where a post has none. Bearable at some ten thousand rows a city.
 */
const readWhole: Readonly<Record<string, readonly string[]>> = { 'single-window.list-handovers': ['handover'] };

/** What each list is asked. A figure counts the whole city as definer, by design; its rows are read within the area. */
const asked: Readonly<Record<string, readonly object[]>> = {
  'person.list-people': [{}, { text: 'chenxiu' }, { text: 'cx' }, { text: '陈秀' }, { text: '442099198001010016' }, { text: '010016' }],
  'household.list-households': [{}, { text: 'ZS-HH-2014-0001' }, { text: '陈秀' }, { text: '442099198001010016' }],
  'search.suggest': [{ text: 'chenxiu' }, { text: 'cx' }, { text: '陈秀' }, { text: '442099198001010016' }, { text: '010016' }, { text: 'ZS-DB-2014-0001' }],
  'casework.list-cases': [{}, { find: '陈秀' }],
  'casework.list-tasks': [{}],
  'casework.count-tasks': [{}],
  'reviews.list': [{ view: 'open' }, { view: 'overdue' }, { view: 'working' }, { view: 'coming' }],
  'reviews.count': [{}],
  'recognitions.list-recognitions': [{}, { show: 'expiring' }, { show: 'past' }, { text: '陈秀' }],
  'complaints.list-complaints': [{}, { closed: true }],
  'complaints.count-complaints': [{}],
  'service.list-unserved': [{}],
  'service.count-unserved': [{}],
  'single-window.list-handovers': [{}, { side: 'mine' }, { find: '陈' }],
  'single-window.list-intakes': [{}, { find: '000005' }],
  'household.list-changes': [{ household: 2 }],
  'errands.list-errands': [{}, { done: true }],
  'payroll.list-lines': [{ roll: 1, view: 'changed' }, { roll: 1, view: 'all' }],
  'payroll.list-household-payments': [{ household: 2 }],
  'payroll.list-rolls': [{}],
  'statistics.list-rows': [
    { id: 'subsistence-allowance.registered-households', day: '2014-11-03' }, { id: 'subsistence-allowance.registered-persons', day: '2014-11-03' },
    { id: 'subsistence-allowance.amount-paid', from: '2014-09-01', to: '2014-10-01' }, { id: 'subsistence-allowance.average-top-up', from: '2014-09-01', to: '2014-10-01' },
  ],
};

interface Plan { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; 'Plan Rows'?: number; Filter?: string; Plans?: Plan[] }
/** Large tables a plan reads from end to end. */
const wholeReads = (plan: Plan, id: string): (string | undefined)[] => nodes(plan)
  .filter((n) => n['Node Type'] === 'Seq Scan' && large.has(n['Relation Name'] ?? '') && !(readWhole[id] ?? []).includes(n['Relation Name'] ?? ''))
  .map((n) => n['Relation Name']);
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

let cities: TestCities;
let zs: City;
let narrow: Caller;
let wide: Caller;
let lists: AnyQuery[];

/** The same city, with every reading explained before it is done. */
function explaining(city: City, plans: { sql: string; plan: Plan }[]): City {
  const pool = {
    connect: async () => {
      const client = await city.pool.connect();
      return new Proxy(client, {
        get(target, key) {
          if (key !== 'query') { const value: unknown = Reflect.get(target, key, target); return typeof value === 'function' ? value.bind(target) : value; }
          return async (text: unknown, values?: unknown[]) => {
            if (typeof text === 'string' && /^\s*(select|with)\b/i.test(text) && !/set_config|nextval/.test(text)) {
              const { rows } = await target.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (format json) ${text}`, values);
              const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
              if (plan) plans.push({ sql: text, plan });
            }
            return target.query(text as string, values);
          };
        },
      });
    },
  };
  return { ...city, pool: pool as unknown as City['pool'] };
}

async function plansOf(caller: Caller, definition: AnyQuery, input: object): Promise<{ sql: string; plan: Plan }[]> {
  const plans: { sql: string; plan: Plan }[] = [];
  expect(await query(explaining(zs, plans), caller, definition, input)).toMatchObject({ ok: true });
  expect(plans.length).toBeGreaterThan(0);
  return plans;
}

beforeAll(async () => {
  cities = await openTestCities();
  zs = cities.zhongshan;
  await plantPopulation(cities.owner, '442000');
  narrow = await staff(cities, zs, 'village-clerk', '442000001016');
  wide = await staff(cities, zs, 'approver', '442000');
  lists = await collectLists();
}, 120_000);
afterAll(() => cities.close());

describe('reading plans at fifty thousand people', () => {
  test('the population is what the plans are read for', async () => {
    const { rows: [people] } = await cities.owner.query<{ n: string }>('select count(*) as n from city_442000.person');
    expect(Number(people?.n)).toBe(50_000);
    expect(narrow.divisions).toHaveLength(1);
    expect(wide.divisions.length).toBeGreaterThan(300);
  });

  for (const [id, inputs] of Object.entries(asked)) {
    test(`${id}: the narrowest post reads no large table from end to end`, async () => {
      const definition = lists.find((q) => q.id === id);
      if (!definition) throw new Error(`${id} is no longer a list: take it off`);
      for (const input of inputs) {
        for (const { sql, plan } of await plansOf(narrow, definition, input)) {
          expect(wholeReads(plan, id), `${id} ${JSON.stringify(input)}\n${sql}`).toEqual([]);
        }
      }
    });
  }

  test('a search with a text reads by index under the widest post too', async () => {
    for (const id of ['person.list-people', 'search.suggest', 'casework.list-cases']) {
      for (const input of asked[id]?.filter((one) => 'text' in one || 'find' in one) ?? []) {
        for (const { sql, plan } of await plansOf(wide, lists.find((q) => q.id === id) as AnyQuery, input)) expect(wholeReads(plan, id), `${id} ${JSON.stringify(input)}\n${sql}`).toEqual([]);
      }
    }
  });

  test('the first page of a list fetches no more rows than it shows, for one village and for the whole city', async () => {
    for (const caller of [narrow, wide]) {
      for (const id of ['person.list-people', 'household.list-households', 'casework.list-cases']) {
        for (const { sql, plan } of await plansOf(caller, lists.find((q) => q.id === id) as AnyQuery, {})) {
          if (/count\(\*\).* as (count|total) from/.test(sql)) continue;
          // gathering a whole area to show fifty of it stands in a plan as a sort, a hash or a bitmap over it
          const gathered = nodes(plan).filter((n) => large.has(n['Relation Name'] ?? '') && n['Node Type'] === 'Bitmap Heap Scan' && (n['Plan Rows'] ?? 0) > 5_000);
          expect(gathered, `${id}\n${sql}`).toEqual([]);
          if (caller === narrow) expect(nodes(plan).filter((n) => n['Index Name'] === 'person_order' || n['Index Name'] === 'household_number_order'), `${id}: one village is not looked for in the order of a city\n${sql}`).toEqual([]);
          else if (id === 'casework.list-cases') expect(nodes(plan).filter((n) => n['Index Name'] === 'case_file_division'), `${id}: a city is not sorted to show fifty\n${sql}`).toEqual([]);
        }
      }
    }
  });

  test('what belongs to one household is read by index under the widest post too', async () => {
    for (const id of ['payroll.list-household-payments', 'household.list-changes']) {
      for (const input of asked[id] ?? []) {
        for (const { sql, plan } of await plansOf(wide, lists.find((q) => q.id === id) as AnyQuery, input)) expect(wholeReads(plan, id), `${id} ${JSON.stringify(input)}\n${sql}`).toEqual([]);
      }
    }
  });

  test('the other city sees none of it', async () => {
    const gz = await staff(cities, cities.guangzhou, 'approver', '440100');
    for (const id of ['person.list-people', 'household.list-households', 'casework.list-cases']) {
      const outcome = await query(cities.guangzhou, gz, lists.find((q) => q.id === id) as AnyQuery, {});
      expect(JSON.stringify(outcome)).toMatch(/"(rows|lines)":\[\]/);
    }
  });

});

test('every list that reads people, households, cases or money has a reading plan; the others are named', () => {
  const missing = lists.map((q) => q.id).filter((id) => !(id in asked)).toSorted();
  console.log(`lists without a reading plan: ${missing.join(' ') || 'none'}`);
  expect(Object.keys(asked).filter((id) => !lists.some((q) => q.id === id))).toEqual([]);
});
