import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPayrollWorld, type PayrollWorld, type TestHousehold } from '../../../test/harness/payroll-world.ts';
import { rollStory } from '../../../test/harness/roll-story.ts';
import { staff } from '../../../test/harness/city.ts';
import type { Caller } from '../access/caller.ts';
import { sealBlock } from '../audit/seal-block.ts';
import { verifyAudit } from '../audit/verify.ts';
import { endGrant, resumeGrant, suspendGrant } from '../benefits/stop-grant.ts';
import { checkLedger } from '../ledger/check-ledger.ts';
import close from '../payroll/commands/close.ts';
import proposeValue from '../policy/commands/propose-value.ts';
import signValue from '../policy/commands/sign-value.ts';
import type { Month } from '../values/month.ts';
import preview from './commands/preview.ts';
import priceRun from './jobs/price.ts';
import { repricingLimits } from './run.ts';

const CHILD = join(import.meta.dirname, '..', '..', '..', 'test', 'harness', 'repricing-child.ts');
const s = 'city_442000';
let world: PayrollWorld;
let chen: Caller;
let lin: Caller;
const homes: TestHousehold[] = [];
let grants: number[];

/** Paid a month when the standard was 533: 533 × persons less an income of 10 × place in the list. */
const amountOf = (at: number): number => 53_300 * (1 + (at % 3)) - at * 1_000;

beforeAll(async () => {
  world = await openPayrollWorld();
  [chen, lin] = [await staff(world.cities, world.zs, 'standards-officer', '442000'), await staff(world.cities, world.zs, 'standards-officer', '442000')];
  for (const [i, village] of Array.from({ length: 12 }, (_, at) => ['442000001001', '442000001002', '442000002001', '442000100001'][at % 4]!).entries()) homes.push(await world.household(village, 1 + (i % 3)));
  grants = await world.takeOver(homes.map((home, at) => [home, at === 11 ? 999_900 : amountOf(at)] as const), '2014-10');
  repricingLimits.grants = 5_000;
});
afterAll(() => world.close());

const standard = (yuan: number, from: string, more: object = {}) => ({ parameter: 'subsistence-standard', division: '442000', from, to: null, value: yuan * 100, document: { title: `中山市低保标准调整通知（测试${yuan}）`, number: '测〔2014〕8号' }, ...more });
const propose = async (yuan: number, from: string, more: object = {}): Promise<number> => (await world.do(chen, proposeValue, standard(yuan, from, more))).id;
const sign = (proposal: number) => world.do(lin, signValue, { proposal, agree: true });
const work = (run: number): Promise<void> => priceRun.run(world.zs, { run }, { id: 1, attempts: 1, caller: lin });
const q = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> => (await world.cities.owner.query<T>(sql.replaceAll('@', `${s}.`), values)).rows;
const now = (month: string) => q<{ id: number; fen: number; change: string; reason: string }>(
  `select v.grant_id::int as id, v.fen::int as fen, v.change, v.reason from @grant_version v where v.known_to is null and v.from_month <= $1 and (v.to_month is null or v.to_month > $1) order by v.grant_id`, [`${month}-01`]);
const story = () => rollStory(world);
async function pay(month: string): Promise<number> {
  const roll = await story().draw(month);
  await story().approved(roll);
  await story().answered(roll);
  await world.do(world.officer, close, { roll, version: await story().version(roll) });
  return roll;
}

describe('推演、签发、重算、补发', () => {
  let october: number;
  test('先发一个月', async () => {
    october = await pay('2014-10');
    expect(october).toBeGreaterThan(0);
  });

  test('没有推演不能复核；推演一分不改，逐户写出差多少，推不出的列出来', async () => {
    const proposal = await propose(560, '2014-10-01');
    const before = await q(`select id from @grant_version`);
    expect(await world.refusal(lin, signValue, { proposal, agree: true })).toBe('repricing.preview-first');
    const { run, finished } = await world.do(chen, preview, { proposal });
    expect(finished).toBe(true);
    expect(await q(`select id from @grant_version`)).toEqual(before);
    const rows = await q<{ outcome: string; persons: number; old_fen: number; new_fen: number; past: number; year: number; undivided: number; because: string; inferred: boolean }>(
      `select outcome, persons, old_fen::int, new_fen::int, past_fen::int as past, year_fen::int as year, undivided_fen::int as undivided, because, inferred from @repricing_result where run_id = $1 order by grant_id`, [run]);
    expect(rows).toHaveLength(12);
    for (const [at, row] of rows.slice(0, 11).entries()) {
      const more = 2_700 * (1 + (at % 3));
      expect(row).toMatchObject({ outcome: 'changed', old_fen: amountOf(at), new_fen: amountOf(at) + more, past: more, year: 3 * more, undivided: more, inferred: true });
    }
    expect(rows[11]).toMatchObject({ outcome: 'review', because: expect.stringContaining('推不出收入'), year: 0 });
    // a second preview stands beside the first; nothing has moved
    await world.do(lin, preview, { proposal });
    expect(await now('2014-11')).toMatchObject(homes.map((_, at) => ({ fen: at === 11 ? 999_900 : amountOf(at) })));
  });

  test('签发从过去的月份起：下月的册上恰好补发一次；再编也不再补', async () => {
    await world.setDay('2014-11-03');
    const [{ id: proposal } = { id: 0 }] = await q<{ id: number }>(`select max(id)::int as id from @parameter_proposal`);
    const { run } = await sign(proposal);
    repricingLimits.grants = 5;
    await work(run!);
    await work(run!);
    repricingLimits.grants = 5_000;
    const after = await now('2014-10');
    expect(after.slice(0, 11).map((row) => row.fen)).toEqual(homes.slice(0, 11).map((_, at) => amountOf(at) + 2_700 * (1 + (at % 3))));
    expect(after[0]).toMatchObject({ change: 'standard', reason: '标准由533.00元调到560.00元（2014年10月起），《中山市低保标准调整通知（测试560）》测〔2014〕8号' });
    expect(after[11]).toMatchObject({ fen: 999_900, change: 'opened' });
    const [assessment] = await q<{ words: string; last: { value: { fen: number } } }>(`select assessment->>'explanation' as words, assessment->'working'->-1 as last from @grant_version where grant_id = $1 and known_to is null`, [grants[1]]);
    expect(assessment).toMatchObject({ words: expect.stringContaining('按接收花名册倒算'), last: { value: { fen: amountOf(1) + 5_400 } } });
    const november = await pay('2014-11');
    const lines = await q<{ regular: number; arrears: number; reason: string; change: string }>(`select regular_fen::int as regular, arrears_fen::int as arrears, reason, change from @roll_line where roll_id = $1 order by household_id`, [november]);
    for (const [at, line] of lines.slice(0, 11).entries()) {
      const more = 2_700 * (1 + (at % 3));
      expect(line).toMatchObject({ regular: amountOf(at) + more, arrears: more, change: 'standard' });
      expect(line.reason).toMatch(/标准由533\.00元调到560\.00元.*补发10月/);
    }
    await world.setDay('2014-12-01');
    const december = await pay('2014-12');
    expect(await q(`select sum(arrears_fen)::int as arrears, sum(recovery_fen)::int as recovery from @roll_line where roll_id = $1`, [december])).toEqual([{ arrears: 0, recovery: 0 }]);
    expect(await world.act((tx) => checkLedger(tx))).toEqual([]);
  });

  test('降标准不自动扣钱：多发的挂着，等扣回办法；低过收入的待复核', async () => {
    const proposal = await propose(540, '2014-12-01');
    await world.do(chen, preview, { proposal });
    const { run } = await sign(proposal);
    await work(run!);
    expect((await now('2014-12'))[0]).toMatchObject({ fen: 54_000 });
    const roll = await story().draw('2015-01');
    expect(await q(`select sum(recovery_fen)::int as recovery, bool_and(outstanding_fen > 0) filter (where arrears_fen = 0 and recovery_fen = 0) as owing from @roll_line where roll_id = $1 and household_id <> $2`, [roll, homes[11]!.id]))
      .toEqual([{ recovery: 0, owing: true }]);
  });

  test('停过的户补停以前的月份；恢复以后按恢复时的标准；两次重算不会排在一起', async () => {
    await world.setDay('2015-01-05');
    await world.act((tx, by) => endGrant(tx, by, { grantId: grants[0]!, lastMonth: '2015-01' as Month, reason: '迁出' }));
    await world.act((tx, by) => suspendGrant(tx, by, { grantId: grants[1]!, fromMonth: '2015-02' as Month, reason: '失联' }));
    const proposal = await propose(580, '2015-01-15');
    await world.do(chen, preview, { proposal });
    const { run } = await sign(proposal);
    const other = await propose(590, '2015-06-01');
    await world.do(chen, preview, { proposal: other });
    expect(await world.refusal(lin, signValue, { proposal: other, agree: true })).toBe('repricing.still-running');
    await work(run!);
    // begins on the 15th: counts from February
    expect((await now('2015-01')).slice(0, 3).map((row) => row.fen)).toEqual([54_000, 54_000 * 2 - 1_000, 54_000 * 3 - 2_000]);
    expect((await now('2015-02')).slice(0, 3).map((row) => row.fen)).toEqual([0, 0, 58_000 * 3 - 2_000]);
    await world.act((tx, by) => resumeGrant(tx, by, { grantId: grants[1]!, fromMonth: '2015-03' as Month, reason: '联系上了' }));
    expect((await now('2015-03'))[1]).toMatchObject({ fen: 58_000 * 2 - 1_000, change: 'standard' });
    // the run that is killed below goes in two parts side by side
    Object.assign(repricingLimits, { grants: 3, piecesOfOnePart: 1 });
    await sign(other);
    Object.assign(repricingLimits, { grants: 5_000, piecesOfOnePart: 4 });
    expect(await q(`select count(*)::int as parts from @repricing_part where run_id = (select max(id) from @repricing_run)`)).toEqual([{ parts: 2 }]);
  });

  test('写下的都封存得上，历史一行没有改', async () => {
    while ((await sealBlock(world.zs)) > 0) { /* until everything is sealed */ }
    expect((await verifyAudit(world.zs)).findings).toEqual([]);
  });
});

test('别的镇区的标准不归这里管；演示值只有演示城市可以录', async () => {
  const town = await staff(world.cities, world.zs, 'standards-officer', '442000001');
  expect(await world.refusal(town, proposeValue, standard(600, '2015-09-01'))).toBe('policy.outside-area');
  expect((await world.do(chen, proposeValue, standard(600, '2015-09-01', { demo: true }))).id).toBeGreaterThan(0);
});

test('kill -9 在任意一句前后：接着算，每户一次', { timeout: 240_000 }, async () => {
  const [{ id: run } = { id: 0 }] = await q<{ id: number }>(`select id::int from @repricing_run where kind = 'real' and state = 'running'`);
  expect(run).toBeGreaterThan(0);
  const live = (killAt: number, after: boolean): Promise<boolean> => new Promise((resolve, reject) => {
    const orders = JSON.stringify({ url: world.cities.url, dataDir: world.zs.dataDir, run, post: lin.post!.id, killAt, after });
    execFile(process.execPath, [CHILD, orders], { timeout: 60_000, env: { PATH: dirname(process.execPath) } }, (error, _out, words) => {
      if (!error) resolve(true);
      else if (error.signal === 'SIGKILL' && !error.killed) resolve(false);
      else reject(new Error(`the child gave up: ${words || error.message}`));
    });
  });
  let deaths = 0;
  for (let i = 0; ; i += 1) {
    if (await live(i < 14 ? 6 + ((i * 11) % 43) : Number.MAX_SAFE_INTEGER, i % 2 === 1)) break;
    deaths += 1;
  }
  expect(deaths).toBeGreaterThanOrEqual(5);
  const june = await now('2015-06');
  expect(june[2]).toMatchObject({ fen: 59_000 * 3 - 2_000 });
  expect(await q(`select count(*)::int as rows, count(distinct grant_id)::int as grants from @repricing_result where run_id = $1`, [run])).toEqual([{ rows: 11, grants: 11 }]);
  // nobody is worth two things in one month
  expect(await q(`select grant_id from @grant_version where known_to is null group by grant_id, from_month having count(*) > 1`)).toEqual([]);
  expect(await q(`select sum(p.grants)::int as grants, sum(p.unchanged)::int as unchanged, r.state from @repricing_run r join @repricing_part p on p.run_id = r.id where r.id = $1 group by r.state`, [run])).toEqual([{ grants: 11, unchanged: 0, state: 'done' }]);
});

test('签发以后才上册的户：从新标准的月份起跟着走，以前的月份照册', async () => {
  const late = await world.household('442000002001', 1);
  const [grant] = await world.takeOver([[late, 50_000]], '2015-03');
  const rows = await q<{ from: string; to: string | null; fen: number; change: string }>(
    `select to_char(from_month, 'YYYY-MM') as from, to_char(to_month, 'YYYY-MM') as to, fen::int, change from @grant_version where grant_id = $1 and known_to is null order by from_month`, [grant]);
  expect(rows).toEqual([{ from: '2015-03', to: '2015-06', fen: 50_000, change: 'opened' }, { from: '2015-06', to: null, fen: 51_000, change: 'standard' }]);
});
