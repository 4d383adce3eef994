import { afterAll, beforeAll, expect, test } from 'vitest';
import { granted, openPayrollWorld, type PayrollWorld, type TestHousehold } from '../../../test/harness/payroll-world.ts';
import { rollStory, type RollStory } from '../../../test/harness/roll-story.ts';
import { changeGrant } from '../benefits/change-grant.ts';
import planRecovery from '../benefits/commands/plan-recovery.ts';
import { resumeGrant, suspendGrant } from '../benefits/stop-grant.ts';
import { addMonths, type Month } from '../values/month.ts';
import close from './commands/close.ts';

let world: PayrollWorld;
let desk: RollStory;
let home: TestHousehold;
let beside: TestHousehold;
let grant: number;
beforeAll(async () => {
  world = await openPayrollWorld();
  desk = rollStory(world);
  home = await world.household('442000001001', 1);
  beside = await world.household('442000001001', 1);
  [grant] = await world.takeOver([[home, 50_000], [beside, 10_000]], '2014-12') as [number, number];
});
afterAll(() => world.close());

/** A month at the roll desk; what the household's line said. */
async function month(at: Month): Promise<{ fen: number; regular: number; arrears: number; recovery: number; outstanding: number; reason: string }> {
  await world.setDay(`${at}-02`);
  const roll = await desk.draw(at);
  const { rows: [line] } = await world.cities.owner.query(
    'select fen::int, regular_fen::int as regular, arrears_fen::int as arrears, recovery_fen::int as recovery, outstanding_fen::int as outstanding, reason from city_442000.roll_line where roll_id = $1 and household_id = $2', [roll, home.id]);
  await desk.approved(roll);
  await desk.answered(roll);
  await world.do(world.officer, close, { roll, version: await desk.version(roll), carryReason: '下月再发' });
  return line;
}

const change = (from: string, yuan: number) => world.act((tx, by) => changeGrant(tx, by, {
  grantId: grant, fromMonth: from as Month, hukouKind: 'urban', facts: {}, assessment: granted(yuan * 100), change: 'income', reason: '收入核低了',
}));

test('多发分期扣回：跨过暂停，扣满为止，一分不多', { timeout: 120_000 }, async () => {
  for (const at of ['2014-12', '2015-01', '2015-02']) expect(await month(at as Month)).toMatchObject({ fen: 50_000, recovery: 0 });
  await change('2014-12', 300);
  await world.do(world.officer, planRecovery, { grant, totalFen: 60_000, monthlyFen: 25_000, reason: '本人同意' });
  expect(await month('2015-03' as Month)).toMatchObject({ fen: 5_000, regular: 30_000, recovery: -25_000, outstanding: 35_000 });
  await world.act((tx, by) => suspendGrant(tx, by, { grantId: grant, fromMonth: '2015-04' as Month, reason: '人在外地，联系不上' }));
  for (const at of ['2015-04', '2015-05']) expect(await month(at as Month)).toMatchObject({ fen: 0, recovery: 0, outstanding: 35_000 });
  await world.act((tx, by) => resumeGrant(tx, by, { grantId: grant, fromMonth: '2015-06' as Month, reason: '已联系上' }));
  expect(await month('2015-06' as Month)).toMatchObject({ fen: 5_000, recovery: -25_000, outstanding: 10_000 });
  expect(await month('2015-07' as Month)).toMatchObject({ fen: 20_000, recovery: -10_000, outstanding: 0 });
  expect(await month('2015-08' as Month)).toMatchObject({ fen: 30_000, recovery: 0, outstanding: 0 });
  const { rows } = await world.cities.owner.query<{ month: string; fen: string }>(
    `select to_char(for_month, 'YYYY-MM') as month, sum(fen) as fen from city_442000.ledger_entry where grant_id = $1 and kind = 'paid' group by 1 order by 1`, [grant]);
  expect(rows.map((row) => [row.month, Number(row.fen)])).toEqual(['2014-12', '2015-01', '2015-02', '2015-03', '2015-06', '2015-07', '2015-08'].map((at) => [at, 30_000]));
});

test('以前的月份改高：一次补上，名册写明补哪几个月，以后不再补', { timeout: 60_000 }, async () => {
  await change('2015-07', 400);
  expect(await month('2015-09' as Month)).toMatchObject({ fen: 60_000, regular: 40_000, arrears: 20_000, recovery: 0, reason: expect.stringContaining('补发7月至8月差额') });
  expect(await month(addMonths('2015-09' as Month, 1))).toMatchObject({ fen: 40_000, arrears: 0 });
});
