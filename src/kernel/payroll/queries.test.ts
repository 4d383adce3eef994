import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { granted, openPayrollWorld, type PayrollWorld, type TestHousehold } from '../../../test/harness/payroll-world.ts';
import { rollStory, type RollStory } from '../../../test/harness/roll-story.ts';
import type { Caller } from '../access/caller.ts';
import { changeGrant } from '../benefits/change-grant.ts';
import getGrant from '../benefits/queries/get-grant.ts';
import myGrants from '../benefits/queries/my-grants.ts';
import { endGrant } from '../benefits/stop-grant.ts';
import checkTheLedger from '../ledger/queries/check.ts';
import type { Month } from '../values/month.ts';
import exportRoll from './queries/export-roll.ts';
import getBankFile from './queries/get-bank-file.ts';
import getLine from './queries/get-line.ts';
import getRoll from './queries/get-roll.ts';
import listLines from './queries/list-lines.ts';
import listRolls from './queries/list-rolls.ts';

let world: PayrollWorld;
let story: RollStory;
const homes: TestHousehold[] = [];
let grants: number[];
let november: number;
let december: number;

beforeAll(async () => {
  world = await openPayrollWorld();
  story = rollStory(world);
  for (const [division, size] of [['442000001001', 1], ['442000001002', 2], ['442000002001', 3], ['442000100001', 2]] as const) homes.push(await world.household(division, size));
  grants = await world.takeOver(homes.map((h, i) => [h, 40000 + i * 10000] as const), '2014-11');
  november = await story.draw('2014-11');
  await story.approved(november);
  await story.answered(november);
  await world.act(async (tx, by) => {
    await changeGrant(tx, by, { grantId: grants[0]!, fromMonth: '2014-11' as Month, hukouKind: 'urban', facts: {}, assessment: granted(45000), change: 'income', reason: '11月失业' });
    await endGrant(tx, by, { grantId: grants[2]!, lastMonth: '2014-11' as Month, reason: '全家迁往广州' });
  });
  december = await story.draw('2014-12');
});
afterAll(() => world.close());

describe('发放台', () => {
  test('与上月比较：逐项相加正好', async () => {
    const roll = await world.see(world.officer, getRoll, { roll: december });
    const { bridge } = roll;
    expect(bridge?.rows.map((r) => [r.kind, r.title, r.householdsMore, r.persons, r.fen])).toEqual([
      ['stopped', '停发', -1, -3, -60000], ['income-down', '收入减少，补差调高', 0, 0, 5000], ['arrears', '补发以前月份', 0, 0, 5000]]);
    const add = (of: (r: { householdsMore: number; persons: number; fen: number }) => number): number => bridge!.rows.reduce((sum, row) => sum + of(row), 0);
    expect(bridge!.from.fen + add((r) => r.fen)).toBe(bridge!.to.fen);
    expect(bridge!.from.households + add((r) => r.householdsMore)).toBe(bridge!.to.households);
    expect(bridge!.from.persons + add((r) => r.persons)).toBe(bridge!.to.persons);
    expect(roll).toMatchObject({ whole: true, monthTitle: '2014年12月', steps: ['check', 'cancel'], views: { all: 4, changed: 2, stopped: 1, income: 1 }, payBy: { day: '2014-12-10' } });
    expect(roll.stages.map((s) => s.is)).toEqual(['done', 'now', 'wait', 'wait', 'wait', 'wait', 'wait', 'wait']);
  });

  test('镇街只看得到自己的户：册里、合计里、导出里都一样', async () => {
    const seen = await world.see(world.clerk, listLines, { roll: december, view: 'all', after: 0, limit: 50 });
    expect(seen.lines.map((l) => l.householdId)).toEqual([homes[0]!.id, homes[1]!.id]);
    const roll = await world.see(world.clerk, getRoll, { roll: december });
    expect(roll).toMatchObject({ whole: false, fingerprint: null, events: [], totals: { lines: 2, fen: 100000 } });
    expect((await world.see(world.clerk, listRolls, { limit: 24, void: false })).rolls[0]).toMatchObject({ id: december, fen: 100000 });
    expect(await world.see(world.clerk, exportRoll, { roll: december })).toMatchObject({ rows: 2 });
    const other = await world.see(world.officer, listLines, { roll: december, view: 'all', after: 0, limit: 50 });
    await expect(world.see(world.clerk, getLine, { line: other.lines[3]!.id })).rejects.toThrow('not-found');
    await expect(world.see(world.clerk, getBankFile, { roll: november, purpose: 'hand-to-bank' })).rejects.toThrow('access.not-yours');
  });

  test('一户的明细、历月；代发文件与送出的一样；工作簿有合计', async () => {
    const { lines } = await world.see(world.officer, listLines, { roll: december, view: 'changed', after: 0, limit: 50 });
    expect(lines.map((l) => [l.difference, l.changeTitle, l.reason])).toEqual([[10000, '收入减少，补差调高', '11月失业；补发11月差额'], [-60000, '停发', '全家迁往广州']]);
    const line = await world.see(world.officer, getLine, { line: lines[0]!.id });
    expect(line.items.map((i) => [i.month, i.cause, i.fen])).toEqual([['2014-11', 'arrears', 5000], ['2014-12', 'regular', 45000]]);
    expect(line.months.map((m) => [m.month, m.fen])).toEqual([['2014-12', 50000], ['2014-11', 40000]]);
    const file = await world.see(world.officer, getBankFile, { roll: november, purpose: 'hand-to-bank' });
    expect(Buffer.from(file.base64, 'base64').equals(await story.sent(november))).toBe(true);
    const book = new exceljs.Workbook();
    await book.xlsx.load(Buffer.from((await world.see(world.officer, exportRoll, { roll: december })).base64, 'base64') as unknown as ArrayBuffer);
    const sheet = book.worksheets[0]!;
    expect(sheet.getCell('A1').value).toBe('2014年12月低保金发放花名册');
    expect(sheet.getRow(8).getCell(10).value).toBe(1700);
  });

  test('居民看得到自己家每个月到账多少，看不到别家', async () => {
    const resident = (person: number): Caller => ({ account: { id: 1, name: '居民', kind: 'resident' }, post: null, posts: [], person, divisions: [] });
    const mine = await world.see(resident(homes[0]!.persons[0]!), myGrants, {});
    expect(mine).toMatchObject([{ grant: grants[0], fen: 45000, explanation: '每月发给 450 元。', payments: [{ month: '2014-11', kind: 'paid', fen: 40000 }] }]);
    expect(await world.see(resident(homes[3]!.persons[1]!), myGrants, {})).toMatchObject([{ grant: grants[3], basis: 'takeover', reason: '接收原花名册' }]);
    expect(await world.see(resident(999999), myGrants, {})).toEqual([]);
    const grant = await world.see(world.clerk, getGrant, { grant: grants[0]! });
    expect(grant.versions.map((v) => [v.fromMonth, v.fen, v.superseded])).toEqual([['2014-11', 45000, false], ['2014-11', 40000, true]]);
    await expect(world.see(world.clerk, getGrant, { grant: grants[3]! })).rejects.toThrow('not-found');
  });

  test('台账核对：一致；改了一行金额就找得出', async () => {
    expect(await world.see(world.auditor, checkTheLedger, {})).toMatchObject({ even: true, findings: [] });
    await world.cities.owner.query(`update city_442000.roll_line set fen = fen + 1, regular_fen = regular_fen + 1 where roll_id = $1 and line_no = 1`, [december]);
    const found = await world.see(world.auditor, checkTheLedger, {});
    expect(found.findings.map((f) => f.rule)).toEqual(['line-is-its-items', 'roll-is-ledger']);
    await world.cities.owner.query(`update city_442000.roll_line set fen = fen - 1, regular_fen = regular_fen - 1 where roll_id = $1 and line_no = 1`, [december]);
  });
});
