import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { hashPassword } from '../../src/kernel/access/password.ts';
import { assess } from '../../src/kernel/benefits/assess.ts';
import { openGrant } from '../../src/kernel/benefits/open-grant.ts';
import { readFacts } from '../../src/kernel/benefits/read-facts.ts';
import type { JobHandler } from '../../src/kernel/jobs/job.ts';
import { workOnce } from '../../src/kernel/jobs/work.ts';
import close from '../../src/kernel/payroll/commands/close.ts';
import { loadBook } from '../../src/kernel/policy/load-book.ts';
import { loadRegistry } from '../../src/kernel/registry/find-declarations.ts';
import type { Month } from '../../src/kernel/values/month.ts';
import { plainDate } from '../../src/kernel/values/plain-date.ts';
import { findDoors } from '../../src/server/find-doors.ts';
import { findHandlers } from '../../src/server/find-handlers.ts';
import { staff } from '../harness/city.ts';
import { BENEFIT, openPayrollWorld, type PayrollWorld, type TestHousehold } from '../harness/payroll-world.ts';
import { rollStory } from '../harness/roll-story.ts';
import { buildWatchedApp } from '../harness/watched-app.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- an answer as it comes over the wire
type Body = any;
let world: PayrollWorld;
let app: FastifyInstance;
let handlers: JobHandler[];
let chen: Caller;
let lin: Caller;
let townOfficer: Caller;
let guangzhou: Caller;
const cookies = new Map<Caller | 'nobody', string>([['nobody', '']]);
const homes: TestHousehold[] = [];

const post = async (caller: Caller | 'nobody', path: string, body: unknown, city = '442000'): Promise<{ status: number; body: Body }> => {
  const answer = await app.inject({ method: 'POST', url: path, payload: body as object, headers: { 'x-csrf': '1', 'idempotency-key': randomUUID(), cookie: cookies.get(caller) || `mz_city=${city}`, 'x-city': city } });
  return { status: answer.statusCode, body: answer.json() as Body };
};
const act = (caller: Caller, door: string, body: unknown) => post(caller, `/api/c/${door}`, body);
const see = async (caller: Caller | 'nobody', door: string, body: unknown): Promise<Body> => {
  const { status, body: answer } = await post(caller, `/api/q/${door}`, body);
  expect(status, JSON.stringify(answer)).toBe(200);
  return answer;
};
const done = async (caller: Caller, door: string, body: unknown): Promise<Body> => {
  const { status, body: answer } = await act(caller, door, body);
  expect(status, JSON.stringify(answer)).toBe(200);
  return answer;
};
const signIn = async (caller: Caller, city: '442000' | '440100'): Promise<void> => {
  const { rows: [account] } = await world.cities.owner.query<{ login: string }>(`update city_${city}.account set password = $1 where id = $2 returning login`, [await hashPassword('演示用'), caller.account?.id]);
  const answer = await app.inject({ method: 'POST', url: '/api/c/session.sign-in', payload: { city, name: account?.login, password: '演示用' }, headers: { 'x-csrf': '1' } });
  expect(answer.statusCode).toBe(200);
  cookies.set(caller, String(answer.headers['set-cookie']).split(';')[0] ?? '');
};

/** One household decided by this platform, on its facts: one person, 100.00 of wages a month. */
async function openAssessed(home: TestHousehold): Promise<void> {
  const found = (await loadRegistry()).findBenefit(BENEFIT)!;
  const facts = { hukouKind: 'urban', members: [{ key: String(home.persons[0]), relation: 'self', sex: 'female', age: 50, hukouHere: true, authorised: true, incomes: [{ category: 'wage', monthlyFen: 10_000 }] }], assets: { movableFen: 0, vehicles: 0, houses: 1 } };
  const read = readFacts(found.benefit, facts);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  await world.act(async (tx, by) => {
    const { rows: [kase] } = await world.cities.owner.query<{ id: string }>(
      `insert into city_442000.case_file (number, matter, procedure, opened_on, household_id, applicant_person_id, division_id, state, state_since, state_seq, version, form, facts, command_id)
       values ('ZS-DB-TEST-1', 'subsistence-allowance', 'test', '2014-09-10', $1, $2, $3, 'done', '2014-10-20', 1, 1, '{}', '{}', 0) returning id`, [home.id, home.persons[0], home.divisionId]);
    const assessment = assess(found.benefit, read.facts, { book: await loadBook(tx), divisions: ['442000', '44'], day: plainDate('2014-09-10') });
    expect(assessment.fen).toBe(43_300);
    await openGrant(tx, by, {
      benefit: BENEFIT, caseId: Number(kase?.id), householdId: home.id, divisionId: home.divisionId, hukouKind: 'urban', firstMonth: '2014-11' as Month, facts, assessment, decisionId: null, reason: '10月20日批准，11月起发',
      persons: [{ key: String(home.persons[0]), personId: home.persons[0]! }],
    });
  });
}

beforeAll(async () => {
  world = await openPayrollWorld();
  for (const [i, village] of ['442000001001', '442000001002', '442000002001', '442000100001', '442000100001', '442000001001'].entries()) homes.push(await world.household(village, i === 5 ? 1 : 1 + (i % 3)));
  await world.takeOver(homes.slice(0, 5).map((home, at) => [home, at === 4 ? 500_000 : 53_300 * (1 + (at % 3)) - 10_000] as const), '2014-11');
  await openAssessed(homes[5]!);
  [chen, lin, townOfficer, guangzhou] = await Promise.all([
    staff(world.cities, world.zs, 'standards-officer', '442000'), staff(world.cities, world.zs, 'standards-officer', '442000'), staff(world.cities, world.zs, 'standards-officer', '442000001'), staff(world.cities, world.cities.guangzhou, 'standards-officer', '440100')]);
  app = await buildWatchedApp({ cities: new Map([['442000', world.zs], ['440100', world.cities.guangzhou]]), defaultCity: '442000', doors: await findDoors(), webDir: mkdtempSync(join(tmpdir(), 'minzheng-web-')) });
  handlers = await findHandlers();
  for (const caller of [chen, lin, townOfficer, world.clerk, world.officer]) await signIn(caller, '442000');
  await signIn(guangzhou, '440100');
});
afterAll(async () => { await app.close(); await world.close(); });

const proposal = { parameter: 'subsistence-standard', division: '442000', from: '2014-11-01', to: null, value: 56_000, document: { title: '中山市低保标准调整通知（测试用）', number: '测〔2014〕9号' } };
const standardsOf = (answer: Body, id: string): Body => answer.standards.find((one: Body) => one.id === id);

describe('[S002] 标准公布：多少、从哪天、依据什么，谁都能看', () => {
  test('不用登录：中山 480 到 533，提高 11.04%，文号没有的说没有', async () => {
    const standard = standardsOf(await see('nobody', 'policy.list-standards', {}), 'subsistence-standard');
    expect(standard.rows).toEqual([expect.objectContaining({ divisionName: '中山市', hukouKind: null, fen: 53_300, before: 48_000, growth: 11.04, from: '2014-01-01', document: expect.objectContaining({ number: null }) })]);
    expect(standard.rural).toEqual({ fen: 53_300, places: 1, why: null });
    expect(standard.history.map((row: Body) => row.fen)).toEqual(expect.arrayContaining([48_000, 53_300]));
  });

  test('广州：连着走的标准按比例和进位；一个区没有来源，农村就不平均', async () => {
    const year2024 = await see(guangzhou, 'policy.list-standards', { day: '2024-06-01' });
    expect(standardsOf(year2024, 'subsistence-standard').rows[0]).toMatchObject({ fen: 128_200, before: 123_800, growth: 3.55 });
    expect(standardsOf(year2024, 'low-income-line').rows[0]).toMatchObject({ fen: 192_300, before: 185_700, formula: '最低生活保障标准的 1.5 倍' });
    expect(standardsOf(year2024, 'extreme-difficulty-standard').rows[0]).toMatchObject({ fen: 205_200, before: 198_100 });
    const year2014 = await see(guangzhou, 'policy.list-standards', { day: '2014-12-31' });
    expect(standardsOf(year2014, 'subsistence-standard')).toMatchObject({ rows: [{ hukouKind: 'urban', fen: 60_000 }, { hukouKind: 'rural', fen: null, gap: expect.stringContaining('577') }], rural: { fen: null } });
  });

  test('导出一览表；报告里的标准和增幅对得上', async () => {
    const file = await see(chen, 'policy.export-standards', {});
    expect(file.name).toMatch(/标准调整一览表.*\.xlsx$/);
    expect(Buffer.from(file.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
    const lines = await see(chen, 'statistics.list-catalogue', {}) as Body[];
    expect(lines.filter((line) => ['zs2014-033', 'zs2014-034', 'zs2014-035'].includes(line.figure.id)).map((line) => [line.figure.id, line.ours, line.relation]))
      .toEqual([['zs2014-033', 480, 'holds'], ['zs2014-034', 533, 'holds'], ['zs2014-035', 11.04, 'holds']]);
    expect(lines.filter((line) => ['zs2014-038', 'zs2014-039'].includes(line.figure.id)).map((line) => line.relation)).toEqual(['no-value', 'no-value']);
    const gz = await see(guangzhou, 'statistics.list-catalogue', {}) as Body[];
    expect(gz.filter((line) => ['gz2014-001', 'gz2014-002'].includes(line.figure.id)).map((line) => [line.figure.id, line.ours])).toEqual([['gz2014-001', 600], ['gz2014-002', null]]);
  });
});

describe('[S002 whole] 录入、推演、复核、逐户重算、补发', () => {
  let id: number;
  test('录入以后先推演：几户几人、每月和到年底多少、按镇、按城乡、按级负担，看得到怎么算；别的岗位看不到', async () => {
    id = (await done(chen, 'policy.propose-value', proposal)).id;
    expect(await act(lin, 'policy.sign-value', { proposal: id, agree: true })).toMatchObject({ status: 409, body: { code: 'repricing.preview-first' } });
    expect(await act(world.clerk, 'repricing.preview', { proposal: id })).toMatchObject({ status: 403 });
    expect(await done(lin, 'repricing.preview', { proposal: id })).toMatchObject({ finished: true });
    const { preview, moves } = await see(lin, 'repricing.get-proposal', { proposal: id });
    // 1 + 2 + 3 + 1 persons taken over, 1 decided here; the fifth cannot be inferred
    expect(preview).toMatchObject({ grants: 6, changed: { households: 5, persons: 8, monthFen: 8 * 2_700, pastFen: 0, yearFen: 2 * 8 * 2_700 }, review: 1, inferred: 4, cityFen: 0, countyFen: 0, undividedFen: 8 * 2_700, urban: { households: 5 } });
    expect(preview.places.map((place: Body) => [place.place, place.households])).toEqual([['石岐区', 3], ['东区', 1], ['小榄镇', 1]]);
    expect(preview.waiting[0].because).toMatch(/推不出收入/);
    expect(moves[0]).toMatchObject({ id: 'subsistence-standard', before: 53_300, after: 56_000 });
    const example = await see(lin, 'repricing.get-example', { run: preview.run, grant: preview.examples[0].grant });
    expect(example.assessment.working.at(-1).value.fen).toBe(preview.examples[0].newFen);
    expect((await post(world.clerk, '/api/q/repricing.get-proposal', { proposal: id })).status).toBe(403);
    // the town's office sees the sums of its own households only, and cannot publish for the city
    expect(await act(townOfficer, 'policy.sign-value', { proposal: id, agree: true })).toMatchObject({ status: 403, body: { code: 'policy.outside-area' } });
    const { rows } = await world.cities.owner.query('select sum(fen)::int as fen from city_442000.grant_version where known_to is null');
    expect(rows).toEqual([{ fen: 53_300 * 7 - 40_000 + 500_000 + 43_300 }]);
  });

  test('自己不能复核自己；另一个人复核以后，后台逐户重算，有事实的按事实，花名册来的倒算，推不出的列出来', async () => {
    const story = rollStory(world);
    const november = await story.draw('2014-11');
    await story.approved(november);
    await story.answered(november);
    await world.do(world.officer, close, { roll: november, version: await story.version(november) });
    expect(await act(chen, 'policy.sign-value', { proposal: id, agree: true })).toMatchObject({ status: 409, body: { code: 'policy.same-person' } });
    await done(lin, 'policy.sign-value', { proposal: id, agree: true });
    while (await workOnce(world.zs, handlers)) { /* until nothing is due */ }
    const { real, state } = await see(chen, 'repricing.get-proposal', { proposal: id });
    expect(state).toBe('signed');
    expect(real).toMatchObject({ done: true, grants: 6, changed: { households: 5, monthFen: 8 * 2_700 }, review: 1 });
    expect(await see(lin, 'repricing.list-runs', {})).toMatchObject([{ proposal: id, state: 'done', changed: 5, review: 1, title: '最低生活保障标准' }]);
    const { rows: [assessed] } = await world.cities.owner.query<{ fen: number; day: string; priced: string; reason: string }>(
      `select fen::int, assessment->>'day' as day, assessment->>'pricedOn' as priced, reason from city_442000.grant_version where household_id = $1 and known_to is null`, [homes[5]!.id]);
    // the law of the day of application, the standard of the month
    expect(assessed).toEqual({ fen: 46_000, day: '2014-09-10', priced: '2014-11-01', reason: '标准由533.00元调到560.00元（2014年11月起），《中山市低保标准调整通知（测试用）》测〔2014〕9号' });
    // no words are stored with it: sentence and working are worked out when read, and come to what was recorded
    const { rows: [{ grant } = { grant: 0 }] } = await world.cities.owner.query<{ grant: number }>('select id::int as grant from city_442000.benefit_grant where household_id = $1', [homes[5]!.id]);
    const { versions } = await see(chen, 'benefits.get-grant', { grant });
    expect(versions.find((one: { fromMonth: string; superseded: boolean }) => !one.superseded && one.fromMonth === '2014-11')).toMatchObject(
      { fen: 46_000, assessment: { day: '2014-09-10', pricedOn: '2014-11-01', explanation: '符合条件，每月发给 460.00 元（560.00 元 × 1 人 − 100.00 元）。', rules: { id: 'national-2012' }, parameters: expect.arrayContaining([expect.objectContaining({ id: 'subsistence-standard', value: 56_000 })]) } });
    expect(standardsOf(await see('nobody', 'policy.list-standards', {}), 'subsistence-standard').rows[0]).toMatchObject({ fen: 56_000, before: 53_300, document: { number: '测〔2014〕9号' } });
  });

  test('下月的册上补发一次，恰好是差额；再下月一分不补', async () => {
    await world.setDay('2014-12-01');
    const story = rollStory(world);
    const december = await story.draw('2014-12');
    const { rows: [sums] } = await world.cities.owner.query('select sum(arrears_fen)::int as arrears, sum(recovery_fen)::int as recovery from city_442000.roll_line where roll_id = $1', [december]);
    expect(sums).toEqual({ arrears: 8 * 2_700, recovery: 0 });
    await story.approved(december);
    await story.answered(december);
    await world.do(world.officer, close, { roll: december, version: await story.version(december) });
    await world.setDay('2015-01-02');
    const { rows: [next] } = await world.cities.owner.query('select sum(arrears_fen)::int as arrears, sum(recovery_fen)::int as recovery from city_442000.roll_line where roll_id = $1', [await story.draw('2015-01')]);
    expect(next).toEqual({ arrears: 0, recovery: 0 });
    expect(await see(world.officer, 'ledger.check', {})).toMatchObject({ even: true });
  });
});
