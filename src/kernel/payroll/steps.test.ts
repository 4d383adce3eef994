import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BENEFIT, granted, openPayrollWorld, type PayrollWorld, type TestHousehold } from '../../../test/harness/payroll-world.ts';
import { rollStory, type RollStory } from '../../../test/harness/roll-story.ts';
import { changeGrant } from '../benefits/change-grant.ts';
import { sealBlock } from '../audit/seal-block.ts';
import { verifyAudit } from '../audit/verify.ts';
import { endGrant } from '../benefits/stop-grant.ts';
import { registerAccount } from '../registers/household/register-household.ts';
import type { Month } from '../values/month.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { readBankFile } from './bank-file/read-bank-file.ts';
import approve from './commands/approve.ts';
import cancel from './commands/cancel.ts';
import check from './commands/check.ts';
import close from './commands/close.ts';
import confirm from './commands/confirm.ts';
import drawFollowUp from './commands/draw-follow-up.ts';
import drawUp from './commands/draw-up.ts';
import holdLine from './commands/hold-line.ts';
import readReturn from './commands/read-return.ts';
import resolveFinding from './commands/resolve-finding.ts';
import send from './commands/send.ts';
import setFinance from './commands/set-finance.ts';
import submit from './commands/submit.ts';
import redraw from './queries/redraw.ts';
import { staff } from '../../../test/harness/city.ts';
import { command } from '../db/command.ts';
import type { Caller } from '../access/caller.ts';

let world: PayrollWorld;
let story: RollStory;
const homes: TestHousehold[] = [];
let grants: number[];
let roll: number;
let sentFile: Buffer;

const at = async (id = roll) => ({ roll: id, version: await story.version(id) });
const sql = async <T>(text: string, values: unknown[] = []): Promise<T[]> => (await world.cities.owner.query(text.replaceAll('§', 'city_442000.'), values)).rows as T[];
const state = async (id = roll) => (await sql<{ state: string }>('select state from §roll where id = $1', [id]))[0]?.state;
const sums = async () => (await sql<Record<string, number>>(`select coalesce(sum(fen) filter (where kind = 'due'), 0)::int as due, coalesce(sum(fen) filter (where kind = 'paid'), 0)::int as paid,
   coalesce(sum(fen) filter (where kind = 'returned'), 0)::int as returned, coalesce(sum(fen) filter (where kind = 'withdrawn'), 0)::int as withdrawn from §ledger_entry`))[0];

beforeAll(async () => {
  world = await openPayrollWorld();
  story = rollStory(world);
  await world.setDay('2014-12-01');
  const shared = '6228480000999999999';
  for (const [division, size, options] of [
    ['442000001001', 1, {}], ['442000001001', 2, {}], ['442000001002', 1, {}], ['442000002001', 2, { account: null }],
    ['442000002001', 1, { account: shared }], ['442000100001', 1, { account: shared, agent: '村干部' }], ['442000100001', 3, {}],
  ] as const) homes.push(await world.household(division, size, options));
  grants = await world.takeOver(homes.map((h, i) => [h, 50000 + i * 1000] as const), '2014-12');
});
afterAll(() => world.close());

describe('一册花名册从编制到关账', () => {
  test('检查找出去世、没有账号、共用账号；没有处理完不能提交', async () => {
    await sql(`update §person set death_date = '2014-11-20' where id = $1`, [homes[0]!.persons[0]]);
    roll = await story.draw('2014-12');
    await world.do(world.officer, check, await at());
    const found = await sql<{ kind: string; home: number }>('select kind, household_id::int as home from §roll_finding where roll_id = $1 order by kind, id', [roll]);
    expect(found.map((f) => [f.kind, f.home])).toEqual([['dead', homes[0]!.id], ['dead', homes[0]!.id], ['no-account', homes[3]!.id], ['shared-account', homes[4]!.id]]);
    expect(await world.refusal(world.officer, submit, await at())).toBe('roll.findings-open');
    await world.do(world.officer, check, await at());
    expect(await sql('select 1 from §roll_finding where roll_id = $1', [roll])).toHaveLength(4);
  });

  test('没有账号的不能照发；暂缓一户，它的几条都算处理了', async () => {
    const findings = await sql<{ id: string; kind: string }>('select id, kind from §roll_finding where roll_id = $1 order by id', [roll]);
    const idOf = (kind: string): number => Number(findings.find((f) => f.kind === kind)?.id);
    const resolve = async (kind: string, action: 'hold' | 'pay') => world.refusal(world.officer, resolveFinding, { ...(await at()), finding: idOf(kind), action, reason: '核实' });
    expect(await resolve('no-account', 'pay')).toBe('roll.must-hold');
    expect(await resolve('no-account', 'hold')).toBeUndefined();
    expect(await resolve('dead', 'hold')).toBeUndefined();
    expect(await resolve('dead', 'hold')).toBe('roll.finding-done');
    expect(await resolve('shared-account', 'pay')).toBeUndefined();
    await world.do(world.officer, submit, await at());
  });

  test('批准的要是另一个人；看的是旧的就拒绝，说出谁改了什么', async () => {
    const stale = await command(world.zs, world.approver, approve, { roll, version: 1 }, { key: 'stale' });
    expect(stale).toMatchObject({ ok: false, refused: { code: 'roll.stale', details: { by: 'payroll-officer', step: '提交', state: '待批准' } } });
    await sql(`insert into §post (account_id, role, division_id, valid_from, command_id) select account_id, 'payroll-approver', division_id, '2000-01-01', 0 from §post where id = $1`, [world.officer.post!.id]);
    const [other] = await sql<{ id: string }>(`select max(id) as id from §post`);
    const sameAccount: Caller = await (await import('../access/sessions.ts')).callerOfPost(world.zs, Number(other?.id));
    expect(sameAccount.post?.role).toBe('payroll-approver');
    expect(await world.refusal(sameAccount, approve, await at())).toBe('roll.same-person');
    await world.do(world.approver, approve, await at());
    expect(await world.refusal(world.officer, send, await at())).toBe('roll.wrong-state');
    await world.do(world.finance, confirm, await at());
  });

  test('批准以后有人去世、停发：这一笔立即暂缓，不送银行', async () => {
    await world.act((tx, by) => endGrant(tx, by, { grantId: grants[1]!, lastMonth: '2014-11' as Month, reason: '12月2日去世' }));
    expect((await sql<{ status: string }>('select status from §roll_line where roll_id = $1 and household_id = $2', [roll, homes[1]!.id]))[0]?.status).toBe('held');
  });

  test('送银行：合计、代领人、暂缓的不在内；再送一次还是同一份', async () => {
    sentFile = await story.sent(roll);
    const read = readBankFile(sentFile);
    expect(read).toMatchObject({ ok: true, count: 4, totalFen: 52000 + 54000 + 55000 + 56000 });
    if (read.ok) expect(read.batch.lines.map((l) => [l.fen, l.agentFor !== undefined])).toEqual([[52000, false], [54000, false], [55000, true], [56000, false]]);
    expect(await world.do(world.officer, send, { roll, version: 0 })).toMatchObject({ repeated: true, lines: 4 });
    expect(await sql('select 1 from §bank_file where roll_id = $1', [roll])).toHaveLength(1);
    expect(await sums()).toEqual({ due: 371000, paid: 0, returned: 0, withdrawn: 50000 + 51000 + 53000 });
    const [line] = await sql<{ id: string }>(`select id from §roll_line where roll_id = $1 and status = 'sent' limit 1`, [roll]);
    expect(await world.refusal(world.officer, holdLine, { line: Number(line?.id), held: true, reason: '晚了' })).toBe('roll.line-too-late');
  });

  test('回盘：三笔退回；同一份再读什么也不变；别册的、金额不对的不收', async () => {
    const content = await story.answered(roll, [{ seq: 1, code: 'E001' }, { seq: 3, code: 'E099' }, { seq: 4, code: 'E002' }]);
    expect(await state()).toBe('returned');
    const before = await sums();
    expect(before).toEqual({ due: 371000, paid: 54000, returned: 163000, withdrawn: 154000 });
    expect(await world.do(world.officer, readReturn, { roll, version: 1, fileName: '再读.txt', content })).toMatchObject({ already: true, failed: 3 });
    expect(await sums()).toEqual(before);
    expect(await world.refusal(world.officer, readReturn, { ...(await at()), fileName: 'x', content: Buffer.from('H|MZDF|').toString('base64') })).toBe('return-file.bank-file');
  });

  test('补发册：换了账号的和银行原因的进册，付过的进不来；退回没补完不能关账', async () => {
    expect(await world.refusal(world.officer, close, await at())).toBe('roll.carry-reason');
    await world.act((tx, by) => registerAccount(tx, by, {
      householdId: homes[2]!.id, divisionId: homes[2]!.divisionId, holderName: '户主新', holderPersonId: homes[2]!.persons[0]!, agentRelation: null, bankCode: '402603000012', bankName: '中山农商银行', number: '6228480000777777777', validFrom: by.today as PlainDate,
    }));
    const { roll: follow, lines } = await world.do(world.officer, drawFollowUp, await at());
    expect(lines).toBe(2);
    expect(await world.refusal(world.officer, drawFollowUp, await at())).toBe('roll.nothing-failed');
    expect((await sql<{ reason: string; fen: number }>('select reason, fen::int from §roll_line where roll_id = $1 order by line_no', [follow])).map((l) => [l.reason, l.fen]))
      .toEqual([['上次退回：账户已销，已换账号', 52000], ['上次退回：银行系统原因，原账号再发', 55000]]);
    expect(await world.refusal(world.officer, close, { ...(await at()), carryReason: '留下月' })).toBe('roll.follow-up-open');
    await story.approved(follow);
    await story.answered(follow);
    await world.do(world.officer, close, await at(follow));
    await world.do(world.officer, close, { ...(await at()), carryReason: '户名不符，待核对' });
    expect(await state()).toBe('closed');
    expect((await world.see(world.officer, redraw, { roll: follow }))).toMatchObject({ identical: true });
  });

  test('下个月：没付成的自己进册补发；关账的册重编指纹相同', async () => {
    await world.setDay('2014-12-31');
    await world.act((tx, by) => changeGrant(tx, by, { grantId: grants[4]!, fromMonth: '2014-12' as Month, hukouKind: 'urban', facts: {}, assessment: granted(60000), change: 'income', reason: '收入少了' }));
    expect(await world.see(world.officer, redraw, { roll })).toMatchObject({ identical: true, differing: [] });
    const january = await story.draw('2015-01');
    const lines = new Map((await sql<{ home: number; fen: number; arrears: number; reason: string }>('select household_id::int as home, fen::int, arrears_fen::int as arrears, reason from §roll_line where roll_id = $1', [january])).map((l) => [l.home, l]));
    // 户名不符 was left to this month; no account, and held for a death, come again as well
    expect(lines.get(homes[6]!.id)).toMatchObject({ fen: 112000, arrears: 56000, reason: '补发2014年12月' });
    expect(lines.get(homes[3]!.id)).toMatchObject({ arrears: 53000 });
    expect(lines.get(homes[2]!.id)).toMatchObject({ fen: 52000, arrears: 0 });
    expect(lines.get(homes[4]!.id)).toMatchObject({ fen: 66000, arrears: 6000 });
    expect(await world.see(world.auditor, redraw, { roll: january })).toMatchObject({ identical: true });
    const before = await sums();
    await world.do(world.officer, cancel, { ...(await at(january)), reason: '重编' });
    expect((await sums())!['withdrawn']! - before!['withdrawn']!).toBe(before!['due']! - 371000 - 107000);
    const again = await story.draw('2015-01');
    const hashes = await sql<{ hash: Buffer }>(`select hash from §roll_event where step = 'draw' and roll_id = any ($1) order by id`, [[january, again]]);
    expect(hashes[0]!.hash.equals(hashes[1]!.hash)).toBe(true);
    await world.do(world.officer, cancel, { ...(await at(again)), reason: '再编' });
  });

  test('两人同时编同一个月：只有一册', async () => {
    const other = await staff(world.cities, world.zs, 'payroll-officer', '442000');
    const answers = await Promise.all([world.officer, other, world.officer, other].map((who) => world.refusal(who, drawUp, { benefit: BENEFIT, month: '2015-01' })));
    expect(answers.filter((code) => code === undefined)).toHaveLength(1);
    expect(await sql(`select 1 from §roll where month = '2015-01-01' and state <> 'void'`)).toHaveLength(1);
  });

  test('财政确认可按月关掉', async () => {
    const standards = await staff(world.cities, world.zs, 'standards-officer', '442000');
    await world.do(standards, setFinance, { benefit: BENEFIT, fromMonth: '2015-01', needsFinance: false, document: '某通知' });
    const [open] = await sql<{ id: string }>(`select id from §roll where month = '2015-01-01' and state <> 'void'`);
    await world.do(world.officer, cancel, { ...(await at(Number(open?.id))), reason: '按新办法' });
    const january = await story.draw('2015-01');
    await story.approved(january);
    expect(await world.refusal(world.finance, confirm, await at(january))).toBe('roll.wrong-state');
    await story.sent(january);
    expect(await state(january)).toBe('sent');
  });

  test('全部记录封存后核对无误', async () => {
    while ((await sealBlock(world.zs)) > 0) { /* until everything is sealed */ }
    expect((await verifyAudit(world.zs)).findings).toEqual([]);
  });
});
