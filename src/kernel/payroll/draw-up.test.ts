import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeGrant } from '../benefits/change-grant.ts';
import { openGrant } from '../benefits/open-grant.ts';
import { endGrant, resumeGrant } from '../benefits/stop-grant.ts';
import type { Month } from '../values/month.ts';
import drawUp from './commands/draw-up.ts';
import { BENEFIT, granted, openPayrollWorld, type PayrollWorld, type TestHousehold } from '../../../test/harness/payroll-world.ts';

let world: PayrollWorld;
const homes: TestHousehold[] = [];
let grants: number[];

beforeAll(async () => {
  world = await openPayrollWorld();
  for (const [division, size] of [['442000001001', 1], ['442000001002', 2], ['442000002001', 3], ['442000100001', 1]] as const) homes.push(await world.household(division, size));
  grants = await world.takeOver(homes.map((h, i) => [h, 40000 + i * 10000] as const), '2014-11');
});
afterAll(() => world.close());

const lines = async (roll: number) => (await world.cities.owner.query(
  'select household_id::int as home, persons, fen::int, regular_fen::int as regular, arrears_fen::int as arrears, recovery_fen::int as recovery, outstanding_fen::int as outstanding, change, reason from city_442000.roll_line where roll_id = $1 order by line_no', [roll])).rows;
const set = (state: string, roll: number) => world.cities.owner.query('update city_442000.roll set state = $1 where id = $2', [state, roll]);

describe('编制花名册', () => {
  test('头一册：接收的户全部接转，按区划、户号排列', async () => {
    const { roll } = await world.do(world.officer, drawUp, { benefit: BENEFIT, month: '2014-11' });
    const drawn = await lines(roll);
    expect(drawn.map((l) => [l.home, l.fen, l.change, l.reason])).toEqual([0, 1, 2, 3].map((i) => [homes[i]?.id, 40000 + i * 10000, 'taken-over', '接收原花名册']));
    await set('approved', roll);
  });

  test('同一个月编不了两册；太早、太晚、上一册没批都编不了', async () => {
    expect(await world.refusal(world.officer, drawUp, { benefit: BENEFIT, month: '2014-11' })).toBe('roll.exists');
    expect(await world.refusal(world.officer, drawUp, { benefit: BENEFIT, month: '2014-10' })).toBe('roll.month-passed');
    expect(await world.refusal(world.officer, drawUp, { benefit: BENEFIT, month: '2015-01' })).toBe('roll.not-yet');
    expect(await world.refusal(world.officer, drawUp, { benefit: 'nothing', month: '2014-12' })).toBe('roll.no-such-benefit');
    expect(await world.refusal(world.clerk, drawUp, { benefit: BENEFIT, month: '2014-12' })).toBe('access.not-yours');
  });

  test('下一册：每个变动都有类别和原因，以前月份的差额补发、多发记账', async () => {
    const newcomer = await world.household('442000001001', 2);
    await world.act(async (tx, by) => {
      await openGrant(tx, by, { benefit: BENEFIT, caseId: 1, householdId: newcomer.id, divisionId: newcomer.divisionId, hukouKind: 'urban', firstMonth: '2014-12' as Month, facts: {}, assessment: granted(81400), decisionId: null, reason: '11月26日批准，12月起发' });
      await changeGrant(tx, by, { grantId: grants[0]!, fromMonth: '2014-11' as Month, hukouKind: 'urban', facts: {}, assessment: granted(45000), change: 'income', reason: '11月失业' });
      await changeGrant(tx, by, { grantId: grants[1]!, fromMonth: '2014-11' as Month, hukouKind: 'urban', facts: {}, assessment: granted(30000), change: 'income', reason: '11月就业' });
      await endGrant(tx, by, { grantId: grants[2]!, lastMonth: '2014-11' as Month, reason: '迁出' });
    });
    const { roll } = await world.do(world.officer, drawUp, { benefit: BENEFIT, month: '2014-12' });
    const byHome = new Map((await lines(roll)).map((l) => [l.home, l]));
    expect(byHome.get(newcomer.id)).toMatchObject({ persons: 2, fen: 81400, change: 'new', reason: '11月26日批准，12月起发' });
    expect(byHome.get(homes[0]!.id)).toMatchObject({ regular: 45000, arrears: 5000, fen: 50000, change: 'income-down', reason: '11月失业；补发11月差额' });
    // nothing is held back before an office decided how
    expect(byHome.get(homes[1]!.id)).toMatchObject({ regular: 30000, recovery: 0, outstanding: 20000, change: 'income-up', reason: '11月就业' });
    expect(byHome.get(homes[2]!.id)).toMatchObject({ persons: 0, fen: 0, change: 'stopped', reason: '迁出' });
    expect(byHome.get(homes[3]!.id)).toMatchObject({ fen: 70000, change: null, reason: '' });
    await set('approved', roll);
  });

  test('扣回按分期办法，写明第几期；误停恢复后补发', async () => {
    await world.setDay('2014-12-03');
    await world.act(async (tx, by) => {
      const { id, household_id, division_id } = await tx.one<{ id: number; household_id: number; division_id: number }>('select id, household_id, division_id from benefit_grant where id = $1', [grants[1]]);
      await tx.run(`insert into recovery_plan (grant_id, household_id, division_id, total_fen, monthly_fen, reason) values ($1, $2, $3, 20000, 15000, '本人同意')`, [id, household_id, division_id]);
      await resumeGrant(tx, by, { grantId: grants[2]!, fromMonth: '2014-12' as Month, reason: '迁出有误，恢复' });
    });
    const { roll } = await world.do(world.officer, drawUp, { benefit: BENEFIT, month: '2015-01' });
    const byHome = new Map((await lines(roll)).map((l) => [l.home, l]));
    expect(byHome.get(homes[1]!.id)).toMatchObject({ regular: 30000, recovery: -15000, outstanding: 5000, fen: 15000, reason: expect.stringContaining('多发 200.00，分 2 期，第 1 期') });
    expect(byHome.get(homes[2]!.id)).toMatchObject({ regular: 60000, arrears: 60000, change: 'resumed', reason: '迁出有误，恢复；补发2014年12月' });
    expect(byHome.get(homes[0]!.id)).toMatchObject({ fen: 45000, change: null });
    const { rows: [equal] } = await world.cities.owner.query(`select (select sum(fen) from city_442000.roll_line) = (select sum(fen) from city_442000.ledger_entry where kind = 'due') as equal`);
    expect(equal).toEqual({ equal: true });
  });
});
