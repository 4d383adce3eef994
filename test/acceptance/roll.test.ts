import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeReturnFile } from '../../demo/bank/make-return-file.ts';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { hashPassword } from '../../src/kernel/access/password.ts';
import { registerAccount } from '../../src/kernel/registers/household/register-household.ts';
import type { PlainDate } from '../../src/kernel/values/plain-date.ts';
import { findDoors } from '../../src/server/find-doors.ts';
import { BENEFIT, openPayrollWorld, type PayrollWorld, type TestHousehold } from '../harness/payroll-world.ts';
import { buildWatchedApp } from '../harness/watched-app.ts';

interface Answer { readonly status: number; readonly body: Record<string, any> } // oxlint-disable-line typescript/no-explicit-any -- an answer as it comes over the wire

let world: PayrollWorld;
let app: FastifyInstance;
const cookies = new Map<Caller, string>();
const homes: TestHousehold[] = [];
let roll: number;

const post = async (caller: Caller, path: string, body: unknown, key: string = randomUUID()): Promise<Answer> => {
  const answer = await app.inject({ method: 'POST', url: path, payload: body as object, headers: { 'x-csrf': '1', 'idempotency-key': key, cookie: cookies.get(caller) ?? '' } });
  return { status: answer.statusCode, body: answer.json() };
};
const act = (caller: Caller, door: string, body: unknown, key?: string): Promise<Answer> => post(caller, `/api/c/${door}`, body, key);
const see = async (caller: Caller, door: string, body: unknown): Promise<Answer['body']> => {
  const { status, body: answer } = await post(caller, `/api/q/${door}`, body);
  expect(status, JSON.stringify(answer)).toBe(200);
  return answer;
};
const at = async (id = roll) => ({ roll: id, version: (await see(world.officer, 'payroll.get-roll', { roll: id }))['version'] as number });
const done = async (caller: Caller, door: string, body: unknown): Promise<Answer['body']> => {
  const { status, body: answer } = await act(caller, door, body);
  expect(status, JSON.stringify(answer)).toBe(200);
  return answer;
};

beforeAll(async () => {
  world = await openPayrollWorld();
  await world.setDay('2014-12-01');
  for (const [i, division] of ['442000001001', '442000001002', '442000002001', '442000100001', '442000100001'].entries()) homes.push(await world.household(division, 1 + (i % 3), i === 4 ? { account: null } : {}));
  await world.takeOver(homes.map((home, i) => [home, 53300 * (1 + (i % 3))] as const), '2014-12');
  app = await buildWatchedApp({ cities: new Map([['442000', world.zs]]), defaultCity: '442000', doors: await findDoors(), webDir: mkdtempSync(join(tmpdir(), 'minzheng-web-')) });
  for (const caller of [world.clerk, world.officer, world.approver, world.finance]) {
    const { rows: [account] } = await world.cities.owner.query<{ login: string }>('update city_442000.account set password = $1 where id = $2 returning login', [await hashPassword('演示用'), caller.account?.id]);
    const answer = await app.inject({ method: 'POST', url: '/api/c/session.sign-in', payload: { name: account?.login, password: '演示用' }, headers: { 'x-csrf': '1' } });
    expect(answer.statusCode).toBe(200);
    cookies.set(caller, String(answer.headers['set-cookie']).split(';')[0] ?? '');
  }
});
afterAll(async () => { await app.close(); await world.close(); });

describe('[S001] 一个月的发放，从编制到关账', () => {
  test('编制、检查；没有账号的暂缓；没处理完不能提交', async () => {
    const key = randomUUID();
    const drawn = await act(world.officer, 'payroll.draw-up', { benefit: BENEFIT, month: '2014-12' }, key);
    expect(drawn).toMatchObject({ status: 200, body: { number: 'ZS-PR-2014-000001', finished: true } });
    roll = drawn.body['roll'] as number;
    expect((await act(world.officer, 'payroll.draw-up', { benefit: BENEFIT, month: '2014-12' }, key)).body).toEqual(drawn.body);
    expect(await act(world.officer, 'payroll.draw-up', { benefit: BENEFIT, month: '2014-12' })).toMatchObject({ status: 409, body: { code: 'roll.exists', title: '2014年12月的花名册已经编制（ZS-PR-2014-000001）。请打开它继续办，或作废后重新编制。' } });
    await done(world.officer, 'payroll.check', await at());
    expect(await act(world.officer, 'payroll.submit', await at())).toMatchObject({ status: 409, body: { code: 'roll.findings-open' } });
    const [finding] = (await see(world.officer, 'payroll.get-roll', { roll }))['findings'];
    expect(finding).toMatchObject({ kind: 'no-account', mustHold: true, resolution: null });
    await done(world.officer, 'payroll.resolve-finding', { ...(await at()), finding: finding.id, action: 'hold', reason: '等本人办卡' });
    await done(world.officer, 'payroll.submit', await at());
  });

  test('批准、财政确认、送银行；镇街办不了', async () => {
    expect(await act(world.clerk, 'payroll.approve', await at())).toMatchObject({ status: 403, body: { code: 'access.not-yours' } });
    await done(world.approver, 'payroll.approve', await at());
    await done(world.finance, 'payroll.confirm', await at());
    const sent = await done(world.officer, 'payroll.send', { ...(await at()), payDate: '2014-12-08' });
    expect(sent).toMatchObject({ lines: 4, repeated: false, fileName: 'MZDF_ZS-PR-2014-000001_20141208.txt' });
    expect((await done(world.officer, 'payroll.send', await at()))['sha256']).toBe(sent['sha256']);
  });

  test('回盘退三笔，两笔改了账号补发；关账，重编指纹相同', async () => {
    const file = await see(world.officer, 'payroll.get-bank-file', { roll, purpose: 'hand-to-bank' });
    const content = makeReturnFile(Buffer.from(file['base64'] as string, 'base64'), [{ seq: 1, code: 'E001' }, { seq: 2, code: 'E002' }, { seq: 4, code: 'E099' }], '2014-12-08T10:30:00').toString('base64');
    expect(await done(world.officer, 'payroll.read-return', { ...(await at()), fileName: '回盘.txt', content })).toMatchObject({ paid: 1, failed: 3, waiting: 0, already: false });
    expect(await done(world.officer, 'payroll.read-return', { ...(await at()), fileName: '回盘.txt', content })).toMatchObject({ already: true });
    const seen = await see(world.officer, 'payroll.get-roll', { roll });
    expect(seen['failures']).toMatchObject([{ code: 'E001', reason: '账户已销', open: true }, { code: 'E002' }, { code: 'E099' }]);
    expect(seen['bank']).toMatchObject({ sent: { lines: 4 }, paid: { lines: 1 }, failed: { lines: 3 }, even: true });
    for (const home of homes.slice(0, 2)) {
      await world.act((tx, by) => registerAccount(tx, by, { householdId: home.id, divisionId: home.divisionId, holderName: '户主', holderPersonId: home.persons[0]!, agentRelation: null, bankCode: '402603000012', bankName: '中山农商银行', number: `62284800007777${home.id}`, validFrom: by.today as PlainDate }));
    }
    const follow = (await done(world.officer, 'payroll.draw-follow-up', await at()))['roll'] as number;
    await done(world.officer, 'payroll.check', await at(follow));
    await done(world.officer, 'payroll.submit', await at(follow));
    await done(world.approver, 'payroll.approve', await at(follow));
    await done(world.finance, 'payroll.confirm', await at(follow));
    await done(world.officer, 'payroll.send', await at(follow));
    const second = await see(world.officer, 'payroll.get-bank-file', { roll: follow, purpose: 'hand-to-bank' });
    await done(world.officer, 'payroll.read-return', { ...(await at(follow)), fileName: '回盘2.txt', content: makeReturnFile(Buffer.from(second['base64'] as string, 'base64'), [], '2014-12-10T09:00:00').toString('base64') });
    await done(world.officer, 'payroll.close', await at(follow));
    expect(await done(world.officer, 'payroll.close', await at())).toMatchObject({ carried: 0 });
    expect(await see(world.officer, 'payroll.redraw', { roll })).toMatchObject({ identical: true });
    expect(await see(world.officer, 'ledger.check', {})).toMatchObject({ even: true, sums: [{ kind: 'due' }, { kind: 'paid', fen: 53300 * (1 + 2 + 3 + 1) }, { kind: 'returned' }, { kind: 'withdrawn', fen: 53300 * 2 }] });
  });

  test('乱写的内容得到一句话，不是错误；别的镇街打不开这一户', async () => {
    for (const [door, body] of [['payroll.draw-up', { benefit: 1, month: '2014-13' }], ['payroll.read-return', { roll, version: 1, fileName: '', content: '***' }], ['payroll.close', { roll: 'x' }]] as const) {
      expect(await act(world.officer, door, body)).toMatchObject({ status: 400, body: { code: 'input.invalid' } });
    }
    const { lines } = await see(world.officer, 'payroll.list-lines', { roll, view: 'all' }) as { lines: { id: number; householdId: number }[] };
    const elsewhere = lines.find((line) => line.householdId === homes[3]!.id);
    expect(await post(world.clerk, '/api/q/payroll.get-line', { line: elsewhere?.id })).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await post(world.officer, '/api/q/payroll.get-roll', { roll: 999_999 })).toMatchObject({ status: 404 });
  });
});
