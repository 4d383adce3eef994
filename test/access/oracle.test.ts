import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestCities, type TestCities } from '../harness/city.ts';
import { actorName, type Caller } from '../../src/kernel/access/caller.ts';
import { hasArea, roles } from '../../src/kernel/access/roles.ts';
import { callerOfPost } from '../../src/kernel/access/sessions.ts';
import { query } from '../../src/kernel/db/query.ts';
import getHousehold from '../../src/kernel/registers/household/queries/get-household.ts';
import getPerson from '../../src/kernel/registers/person/queries/get-person.ts';
import type { AnyQuery } from '../../src/server/find-doors.ts';
import { collectLists } from './collect-lists.ts';
import { Oracle } from './oracle.ts';
import { plantWorld, type World } from './oracle-world.ts';

interface Asked { readonly text: string; readonly division: number | null; readonly day: string; readonly limit: number }
type Check = (ask: (id: string, input: object) => Promise<Record<string, unknown>>, oracle: Oracle, asked: Asked, post: { division: number; role: string }) => Promise<void>;

let cities: TestCities;
let world: World;
let lists: ReadonlyMap<string, AnyQuery>;
const seed = Number(process.env['ORACLE_SEED'] ?? 20_141_103);

/** Every page of a list, one after another. */
async function pages(ask: Parameters<Check>[0], id: string, input: object): Promise<{ ids: number[]; total: unknown }> {
  const ids: number[] = [];
  for (let after: unknown; ;) {
    const page = await ask(id, { ...input, ...(after === undefined ? {} : { after }) });
    ids.push(...(page['rows'] as { id: number }[]).map((r) => r.id));
    if (page['next'] === null) return { ids, total: page['total'] };
    after = page['next'];
  }
}
const idsOf = (rows: readonly { id: number }[]): number[] => rows.map((r) => r.id);
const sorted = (ids: readonly number[]): number[] => ids.toSorted((a, b) => a - b);
const exact = (count: number) => ({ count, exact: true });
const scoped = ({ division }: Asked): object => (division === null ? {} : { division });
/** No division has this id. */
const NOWHERE = -1;
const households = 'subsistence-allowance.registered-households';
const persons = 'subsistence-allowance.registered-persons';

/** How each query is compared with the oracle. Every other door is compared in doors.test.ts. */
const checks: Readonly<Record<string, Check>> = {
  async 'person.list-people'(ask, oracle, asked) {
    const { ids, total } = await pages(ask, 'person.list-people', { text: asked.text, limit: asked.limit });
    const expected = /-/.test(asked.text) ? [] : oracle.people(asked.text);
    expect({ ids, total }).toEqual({ ids: idsOf(expected), total: exact(expected.length) });
    const all = await pages(ask, 'person.list-people', { limit: 100 });
    expect(all.ids).toEqual(idsOf(oracle.people()));
  },
  async 'household.list-households'(ask, oracle, asked) {
    const { ids, total } = await pages(ask, 'household.list-households', { text: asked.text, limit: asked.limit });
    const expected = oracle.households(asked.text);
    expect({ ids, total }).toEqual({ ids: idsOf(expected), total: exact(expected.length) });
  },
  async 'search.suggest'(ask, oracle, asked) {
    const hits = (await ask('search.suggest', { text: asked.text })) as unknown as { kind: string; id: number }[];
    expect(hits.map((h) => `${h.kind} ${h.id}`)).toEqual(oracle.suggestions(asked.text));
  },
  async 'casework.list-cases'(ask, oracle) {
    const { lines, total } = await ask('casework.list-cases', { limit: 200 });
    const expected = oracle.cases();
    expect({ ids: sorted(idsOf(lines as { id: number }[])), total }).toEqual({ ids: sorted(idsOf(expected)), total: expected.length });
  },
  async 'casework.list-tasks'(ask, oracle, _asked, post) {
    const { lines, total } = await ask('casework.list-tasks', {});
    const expected = oracle.tasks(post.division, post.role);
    expect({ ids: sorted((lines as { caseId: number }[]).map((l) => l.caseId)), total }).toEqual({ ids: sorted(expected.map((t) => t.caseId)), total: expected.length });
  },
  // the cases planted here are of a matter that declares no file: no role may find any
  async 'dossier.list-files'(ask, oracle) {
    const { lines } = await ask('dossier.list-files', { year: 2014, view: 'all' });
    const seen = new Set(oracle.households().map((h) => h.id));
    expect((lines as { id: number }[]).filter((line) => !seen.has(line.id))).toEqual([]);
  },
  async 'statistics.get-figure'(ask, oracle, asked) {
    const { seen, outside } = oracle.grants(asked.day, asked.division);
    const people = (grants: World['grants']): number => grants.reduce((n, g) => n + g.persons.length, 0);
    for (const [id, count] of [[households, (g: World['grants']) => g.length], [persons, people]] as const) {
      const figure = await ask('statistics.get-figure', { id, day: asked.day, ...scoped(asked) });
      const urban = count(seen.filter((g) => g.urbanRural === 'urban'));
      expect(figure).toMatchObject({ all: { value: count(seen) }, urban: { value: urban }, rural: { value: count(seen) - urban }, outside: { rows: count(outside), measure: count(outside) } });
      expect((figure['breakdown'] as { all: { rows: number } }[]).reduce((n, b) => n + b.all.rows, 0)).toBe(count(seen));
    }
  },
  async 'statistics.list-rows'(ask, oracle, asked) {
    const { seen } = oracle.grants(asked.day, asked.division);
    const { ids } = await pages(ask, 'statistics.list-rows', { id: persons, day: asked.day, ...scoped(asked), limit: asked.limit });
    expect(sorted(ids)).toEqual(sorted(seen.flatMap((g) => g.persons)));
  },
  async 'statistics.export-rows'(ask, oracle, asked) {
    const { seen } = oracle.grants(asked.day, asked.division);
    const file = await ask('statistics.export-rows', { id: households, day: asked.day, ...scoped(asked) });
    const lines = (file['text'] as string).trimEnd().split('\r\n').slice(1);
    const numberOf = new Map(world.households.map((h) => [h.id, h.number]));
    expect(lines.map((l) => /ZS-HH-\d{4}-\d{6}/.exec(l)?.[0]).toSorted()).toEqual(seen.map((g) => numberOf.get(g.household)).toSorted());
  },
};

/** A post in force, over, or not begun: only the first may ask anything. */
async function takePost(role: string, division: number, period: 'now' | 'over' | 'later'): Promise<Caller> {
  const [from, to] = { now: ['2000-01-01', null], over: ['2000-01-01', '2014-11-03'], later: ['2014-11-04', null] }[period] as [string, string | null];
  const { rows: [row] } = await cities.owner.query<{ id: string }>(
    `with a as (insert into city_442000.account (login, name, kind, command_id) values (gen_random_uuid(), $1, 'staff', 0) returning id)
     insert into city_442000.post (account_id, role, division_id, valid_from, valid_to, command_id) select a.id, $1, $2, $3, $4, 0 from a returning id`, [role, division, from, to]);
  return callerOfPost(cities.zhongshan, Number(row?.id));
}

beforeAll(async () => {
  cities = await openTestCities();
  world = await plantWorld(cities, seed);
  lists = new Map((await collectLists()).map((q) => [q.id, q]));
}, 120_000);
afterAll(() => cities.close());

describe(`every role, area and period of a post sees exactly what an oracle says (seed ${seed})`, () => {
  test('the world is wide enough to tell', () => {
    expect(world.households).toHaveLength(50);
    expect(world.cases.length).toBeGreaterThan(10);
    expect(world.people.filter((p) => new Set(p.divisions.filter((d) => d !== null)).size > 1).length).toBeGreaterThan(20);
    expect(new Set(world.grants.map((g) => g.division)).size).toBe(5);
  });

  for (const [id, check] of Object.entries(checks)) {
    test(id, async () => {
      const definition = lists.get(id);
      if (!definition) throw new Error(`${id} is no longer registered: take its check off`);
      const somebody = fc.constantFrom(...world.people);
      const text = fc.oneof(
        fc.constantFrom('', '陈', '陈秀', '欧', '单', 'c', 'cx', 'chen', 'shan', 'zz', 'ZS-HH-2014-00000', 'ZS-HH-2014-0000', 'ZS-SY-', 'ZS-'),
        somebody.map((p) => p.number), somebody.map((p) => p.number.slice(-6)), somebody.map((p) => p.pinyin));
      await fc.assert(fc.asyncProperty(
        fc.constantFrom(...Object.keys(roles)), fc.constantFrom(...world.divisions.map((d) => d.id)), fc.constantFrom('now' as const, 'now' as const, 'now' as const, 'over' as const, 'later' as const),
        text, fc.option(fc.constantFrom(...world.divisions.map((d) => d.id))), fc.constantFrom('2014-11-03', '2014-12-15', '2014-08-01'), fc.integer({ min: 1, max: 20 }),
        async (role, post, period, typed, division, day, limit) => {
          const caller = await takePost(role, post, period);
          const ask = async (name: string, input: object): Promise<Record<string, unknown>> => {
            const outcome = await query(cities.zhongshan, caller, lists.get(name) ?? definition, input);
            if (!outcome.ok) throw new Error(`${name} as ${actorName(caller)}: ${JSON.stringify(outcome)}`);
            return outcome.result as Record<string, unknown>;
          };
          if (period !== 'now') {
            expect(caller.post).toBeNull();
            await expect(check(ask, new Oracle(world, post), { text: typed, division, day, limit }, { division: post, role })).rejects.toThrow(/access\.sign-in-first/);
            return;
          }
          // a department outside the bureau has no area: it is shown nothing of it
          await check(ask, new Oracle(world, hasArea(role) ? post : NOWHERE), { text: typed, division, day, limit }, { division: post, role });
        }), { numRuns: 30, seed });
    }, 120_000);
  }

  test('a page opens exactly for whoever has the row in the area', async () => {
    await fc.assert(fc.asyncProperty(
      fc.constantFrom(...world.divisions.map((d) => d.id)), fc.constantFrom(...world.people), fc.constantFrom(...world.households),
      async (post, person, household) => {
        const [caller, oracle] = [await takePost('town-clerk', post, 'now'), new Oracle(world, post)];
        const opens = async (definition: AnyQuery, input: object): Promise<boolean> => (await query(cities.zhongshan, caller, definition, input)).ok;
        expect(await opens(getPerson as AnyQuery, { person: person.id })).toBe(oracle.people().includes(person));
        expect(await opens(getHousehold as AnyQuery, { household: household.id })).toBe(oracle.households().includes(household));
      }), { numRuns: 60, seed });
  });

  test('a protection that lets one row too many through is noticed', async () => {
    const village = world.divisions.find((d) => d.code === '442000002001')?.id ?? 0;
    const caller = { ...(await takePost('village-clerk', village, 'now')) };
    const wider = { ...caller, divisions: [...caller.divisions, ...world.divisions.filter((d) => d.code === '442000001001').map((d) => d.id)] };
    const ask = async (name: string, input: object): Promise<Record<string, unknown>> => {
      const outcome = await query(cities.zhongshan, wider, lists.get(name) as AnyQuery, input);
      return (outcome as { result: Record<string, unknown> }).result;
    };
    for (const id of ['person.list-people', 'household.list-households', 'casework.list-cases', 'statistics.get-figure', 'statistics.list-rows', 'statistics.export-rows']) {
      await expect(checks[id]?.(ask, new Oracle(world, village), { text: '', division: null, day: '2014-12-15', limit: 20 }, { division: village, role: 'village-clerk' }), id).rejects.toThrow();
    }
  });

  test('every check still has its list; doors without a check here are compared in doors.test.ts', () => {
    expect(Object.keys(checks).filter((id) => !lists.has(id))).toEqual([]);
  });
});
