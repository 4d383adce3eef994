import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCities, staff, type TestCities } from '../../../test/harness/city.ts';
import type { Caller } from '../access/caller.ts';
import { command } from '../db/command.ts';
import { query } from '../db/query.ts';
import { addDays, plainDate } from '../values/plain-date.ts';
import { idCardCheckDigit } from '../values/id-card-number.ts';
import { checkCases } from './check-cases.ts';
import { makeAuthorise } from './commands/authorise.ts';
import { makeRegisterApplication } from './commands/register-application.ts';
import { makeTakeStep } from './commands/take-step.ts';
import { makeGetCase } from './queries/get-case.ts';
import { sampleRegistry } from './sample-matter.ts';

const doors = { register: makeRegisterApplication(sampleRegistry), step: makeTakeStep(sampleRegistry), authorise: makeAuthorise(sampleRegistry) };
const getCase = makeGetCase(sampleRegistry);
let cities: TestCities;
let posts: Record<'clerk' | 'approver', Caller>;

beforeAll(async () => {
  cities = await openTestCities();
  posts = { clerk: await staff(cities, cities.zhongshan, 'town-clerk', '442000001'), approver: await staff(cities, cities.zhongshan, 'approver', '442000') };
});
afterAll(() => cities.close());

const WHO = [{ name: '刘敏' }, { name: '钟伟' }];
/** Everything a clerk might try, at the right time or not. */
const tries = {
  'accept': {}, 'visit': { who: WHO }, 'check': {}, 'propose': { place: '公告栏' }, 'again': {}, 'approve': {}, 'withdraw': {}, 'not-accept': { reason: '不合' },
  'request-supplement': { missing: [{ what: '户口簿' }], told: 'paper' }, 'supplement': { received: '户口簿' }, 'return': { to: 'looking', reason: '再看' },
  'extend': { task: 'whole-case', days: 2, reason: '人不在家' },
} as const;
const all = Object.keys(tries) as (keyof typeof tries)[];

let born = 0;
const nextId = (): string => {
  born += 1;
  const head = `44209919${String(50 + (born % 40)).padStart(2, '0')}0101${String(born).padStart(3, '0')}`;
  return head + idCardCheckDigit(head);
};

test('whatever is tried in whatever order, the current rows are what the sealed actions say', { timeout: 120_000 }, async () => {
  let taken = 0;
  let day = plainDate('2014-11-03');
  const run = (who: keyof typeof posts, door: Parameters<typeof command>[2], body: unknown) => command(cities.zhongshan, posts[who], door as never, body, { key: randomUUID() });
  const step = fc.record({
    // one time in eight anything at all; else one of what the case page offers
    wild: fc.integer({ min: 0, max: 7 }).map((n) => n === 0), pick: fc.nat(), who: fc.constantFrom('clerk' as const, 'clerk' as const, 'approver' as const), days: fc.integer({ min: 0, max: 9 }),
  });
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
    const opened = await run('clerk', doors.register as never, { matter: 'sample', values: { division: '442000001001', address: '太平路', members: [{ name: '某人', idNumber: nextId(), relation: '户主', income: '100' }] } });
    if (!opened.ok) throw new Error(JSON.stringify(opened));
    const { caseId } = opened.result as { caseId: number };
    await run('clerk', doors.authorise as never, { caseId });
    let seen = 1;
    for (const one of steps) {
      day = addDays(day, one.days);
      await cities.owner.query('update city_442000.city set demo_day = $1', [day]);
      const page = await query(cities.zhongshan, posts[one.who], getCase, { caseId });
      const offered = page.ok ? page.result.steps.filter((offer) => offer.no === null && offer.id !== 'correct-facts' && (!['withdraw', 'not-accept'].includes(offer.id) || one.pick % 7 === 0)).map((offer) => offer.id as keyof typeof tries) : [];
      const from = one.wild || offered.length === 0 ? all : offered;
      const what = from[one.pick % from.length] ?? 'accept';
      const answer = await run(one.who, doors.step as never, { caseId, step: what, seen, data: tries[what] });
      if (!answer.ok) { expect(answer.refused.code).not.toBe('unexpected'); continue; }
      seen = (answer.result as { version: number }).version;
      taken += 1;
    }
    expect(await checkCases(cities.zhongshan, await sampleRegistry())).toEqual([]);
  }), { numRuns: 25 });
  // the property must have seen something happen: more than one step a case
  // a run in which hardly anything could be done would prove nothing
  expect(taken).toBeGreaterThan(10);
});
