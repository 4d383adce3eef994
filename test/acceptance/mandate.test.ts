import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashPassword } from '../../src/kernel/access/password.ts';
import { findDoors } from '../../src/server/find-doors.ts';
import { CHEN_FORM, openWorld, type World } from './application-world.ts';
import { resident } from './people.ts';
import { buildWatchedApp } from '../harness/watched-app.ts';

let world: World;
let app: FastifyInstance;
const cookies = new Map<string, string>();
const PASSWORD = 'jumin-2014';

beforeAll(async () => {
  world = await openWorld();
  const { zhongshan, owner } = { zhongshan: world.cities.zhongshan, owner: world.cities.owner };
  app = await buildWatchedApp({ cities: new Map([['442000', zhongshan]]), defaultCity: '442000', doors: await findDoors(), webDir: mkdtempSync(join(tmpdir(), 'minzheng-web-')) });
  const password = await hashPassword(PASSWORD);
  const people = { mother: world.chen, daughter: await resident(world.cities, zhongshan, '黄丽', '442099198001011230'), stranger: await resident(world.cities, zhongshan, '李明', '442099197205060312') };
  for (const [login, caller] of Object.entries(people)) {
    await owner.query('update city_442000.account set login = $1, password = $2 where id = $3', [login, password, caller.account?.id]);
    const answer = await app.inject({ method: 'POST', url: '/api/c/session.sign-in', payload: { name: login, password: PASSWORD }, headers: { 'x-csrf': '1' } });
    cookies.set(login, String(answer.headers['set-cookie']).split(';')[0] ?? '');
  }
}, 180_000);
afterAll(async () => { await app.close(); await world.close(); });

/** Asks as somebody, for another where a mandate is named; gives the status and the code of a refusal or the answer. */
async function ask(who: string, path: string, body: object, mandate?: number | string): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await app.inject({ method: 'POST', url: `/api/${path}`, payload: body, headers: { 'x-csrf': '1', 'idempotency-key': randomUUID(), cookie: cookies.get(who) ?? '', ...(mandate === undefined ? {} : { 'x-mandate': String(mandate) }) } });
  return { status: answer.statusCode, body: answer.json() as Record<string, unknown> };
}

test('[S215] 代为申请：本人给码，女儿凭码替她申请、跟进；旁人拿着号打不开；收回了，下一次按就不行', async () => {
  const { body: issued } = await ask('mother', 'c/mandates.issue-code', { helperName: '黄丽', relation: '女儿', matters: ['subsistence-allowance'], to: '2014-12-31' });
  const { body: taken } = await ask('daughter', 'c/mandates.take-code', { principalName: '陈秀英', code: issued['code'] });
  const mandate = taken['mandate'] as number;
  expect(await ask('daughter', 'c/casework.save-draft', { matter: 'subsistence-allowance', values: CHEN_FORM, seen: 0 }, mandate)).toMatchObject({ status: 200 });
  const { body: opened } = await ask('daughter', 'c/casework.apply', { matter: 'subsistence-allowance' }, mandate);
  const caseId = opened['caseId'] as number;
  expect(caseId).toBeGreaterThan(0);

  // the mother sees it as her own, with the daughter's name on it
  const own = await ask('mother', 'q/casework.my-case', { caseId });
  expect(own.body['trail']).toMatchObject([{ title: '黄丽代陈秀英提出申请' }]);
  // the daughter sees it only while she acts; a stranger with the number sees nothing
  expect((await ask('daughter', 'q/casework.my-case', { caseId }, mandate)).status).toBe(200);
  expect(await ask('daughter', 'q/casework.my-case', { caseId })).toMatchObject({ status: 404 });
  expect(await ask('stranger', 'q/casework.my-case', { caseId }, mandate)).toMatchObject({ status: 403, body: { code: 'mandate.not-in-force' } });
  expect(await ask('stranger', 'q/casework.my-case', { caseId }, "1' or '1'='1")).toMatchObject({ status: 403, body: { code: 'mandate.not-in-force' } });
  // money, data, account: never through a mandate
  for (const door of ['q/benefits.my-grants', 'q/own-data.my-data', 'q/mandates.my-mandates', 'c/own-data.ask-correction']) expect((await ask('daughter', door, {}, mandate)).status, door).toBe(403);

  await ask('mother', 'c/mandates.end-mandate', { mandate });
  expect(await ask('daughter', 'q/casework.my-case', { caseId }, mandate)).toMatchObject({ status: 403, body: { code: 'mandate.not-in-force', title: expect.stringContaining('收回') as string } });
  expect(await ask('daughter', 'c/casework.take-step', { caseId, step: 'withdraw', seen: 1 }, mandate)).toMatchObject({ status: 403 });
});
