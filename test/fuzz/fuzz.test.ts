import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../harness/database.ts';
import { openFuzzCity, type FuzzCity } from './fuzz-city.ts';
import { judge, SLOWEST_MS, type Answered } from './judge.ts';
import { listRoutes, PLAIN } from './routes.ts';
import { draw, runFuzz, tell } from './run-fuzz.ts';

const INPUTS = 2000;
const SEED = 4;

let database: TestDatabase;
let city: FuzzCity;
beforeAll(async () => {
  database = await createTestDatabase();
  city = await openFuzzCity(database.url, { both: false });
}, 180_000);
afterAll(async () => {
  await city?.close();
  await database?.drop();
});

describe('every door of the house takes whatever is thrown at it', () => {
  test('every command, query, download and plain route is among those thrown at', () => {
    const served = [...city.app.printRoutes({ commonPrefix: false }).matchAll(/^([│ ]*)[├└]── (\S+) \(/gm)].map(([, , path]) => path!);
    const doors = ['/api/c/:id', '/api/q/:id', '/api/x/:id'];
    expect(served.map((path) => (path === '/:id' ? '/api/files/:id' : path)).filter((path) => !doors.includes(path) && !(PLAIN as readonly string[]).includes(path))).toEqual([]);
    const fuzzed = new Set(listRoutes(city).map((route) => route.id));
    const { commands, queries, downloads } = city.doors;
    const all = [...[...commands.keys()].map((id) => `c/${id}`), ...[...queries.keys()].map((id) => `q/${id}`), ...[...downloads.keys()].map((id) => `x/${id}`), ...PLAIN];
    expect(all.filter((id) => !fuzzed.has(id))).toEqual([]);
    expect(fuzzed.size).toBe(all.length);
  });

  test(`${INPUTS} inputs: no 500, no refusal outside the table, nothing of the house in a body, nobody in a log, no transaction left open`, async () => {
    const result = await runFuzz(city, { seed: SEED, inputs: INPUTS });
    expect(result.failures.map((failure) => tell(SEED, failure))).toEqual([]);
    expect(result.inputs).toBe(INPUTS);
    // the handlers are entered, not only the doors: a good part is taken, and few refusals are of the door's own kind
    const counts = Object.values(result.routes);
    expect(counts.reduce((sum, one) => sum + one.taken, 0)).toBeGreaterThan(INPUTS / 10);
    expect(Object.keys(result.codes).length).toBeGreaterThan(30);
    expect(counts.filter((one) => one.taken > 0).length).toBeGreaterThan(counts.length / 3);
  }, 240_000);

  test('the same seed throws the same, another seed something else', () => {
    const thrown = (seed: number) => listRoutes(city).slice(0, 60).map((route, n) => draw(city, route, seed, n).sent);
    expect(thrown(SEED)).toEqual(thrown(SEED));
    expect(thrown(SEED)).not.toEqual(thrown(SEED + 1));
  });
});

describe('what the judge calls a failure', () => {
  const refusals = { 'not-found': { status: 404, sentence: '没有。' } } as const;
  const answer = (more: Partial<Answered>): Answered => ({ status: 404, type: 'application/problem+json', body: '{"status":404,"code":"not-found","title":"没有。"}', ms: 5, log: [], ...more });
  const verdict = (more: Partial<Answered>): string[] => judge(answer(more), { refusals, personal: ['陈秀英'] });

  test('a declared refusal passes', () => { expect(verdict({})).toEqual([]); });
  test.each<[string, Partial<Answered>]>([
    ['a 500', { status: 500, body: '{"status":500,"code":"not-found","title":"没有。"}' }],
    ['unexpected', { status: 503, body: '{"status":503,"code":"unexpected","title":"没有办成"}' }],
    ['a code of no table', { body: '{"status":404,"code":"made-up","title":"没有。"}' }],
    ['another status than declared', { status: 400, body: '{"status":400,"code":"not-found","title":"没有。"}' }],
    ['a sentence with a gap', { body: '{"status":404,"code":"not-found","title":"{who}没有。"}' }],
    ['no JSON', { type: 'text/html', body: '<h1>Error</h1>' }],
    ['a stack', { body: '{"status":404,"code":"not-found","title":"at run (/srv/src/kernel/db/tx.ts:20:5)"}' }],
    ['SQL', { body: '{"status":404,"code":"not-found","title":"insert into person violates check"}' }],
    ['a name in a log', { log: ['{"message":"陈秀英"}'] }],
    ['an id number in a log', { log: ['{"message":"442099195801024423"}'] }],
    ['slowness', { ms: SLOWEST_MS + 1 }],
  ])('%s does not', (_what, more) => { expect(verdict(more).length).toBeGreaterThan(0); });
});
