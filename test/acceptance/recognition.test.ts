import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { nobody } from '../../src/kernel/access/caller.ts';
import { checkCases } from '../../src/kernel/casework/check-cases.ts';
import transfer from '../../src/kernel/casework/commands/transfer.ts';
import getCase from '../../src/kernel/casework/queries/get-case.ts';
import listTransfers from '../../src/kernel/casework/queries/list-transfers.ts';
import { defineCommand } from '../../src/kernel/contract/door.ts';
import { command } from '../../src/kernel/db/command.ts';
import myMessages from '../../src/kernel/inbox/queries/my-messages.ts';
import end from '../../src/kernel/recognitions/commands/end.ts';
import { hasRecognition } from '../../src/kernel/recognitions/has-recognition.ts';
import certificate from '../../src/kernel/recognitions/queries/get-certificate.ts';
import list from '../../src/kernel/recognitions/queries/list-recognitions.ts';
import ofHousehold from '../../src/kernel/recognitions/queries/list-of-household.ts';
import mine from '../../src/kernel/recognitions/queries/my-recognitions.ts';
import verify from '../../src/kernel/recognitions/queries/verify.ts';
import { loadRegistry } from '../../src/kernel/registry/find-declarations.ts';
import type { PlainDate } from '../../src/kernel/values/plain-date.ts';
import { staff } from '../harness/city.ts';
import { formWith, LOW, openRecognitionWorld, POOR, recognitionForm } from './recognition-world.ts';

const KIND = 'low-income-family';
let world: Awaited<ReturnType<typeof openRecognitionWorld>>;
beforeAll(async () => { world = await openRecognitionWorld(); });
afterAll(() => world.close());

/** What other benefits ask, by the one kernel function. */
async function holds(day: string, kind = KIND): Promise<boolean> {
  const person = Number(await one<string>('select person_id as v from city_442000.case_member where key = $1 order by id limit 1', ['m1']));
  const asked = defineCommand({ id: 'test.ask', title: '问', allow: { staff: true }, input: z.strictObject({}), run: (tx) => hasRecognition(tx, person, kind, day as PlainDate) });
  const answer = await command(world.cities.zhongshan, world.posts.clerk, asked, {}, { key: randomUUID() });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.result;
}
async function one<T>(sql: string, values: unknown[] = []): Promise<T> {
  const { rows } = await world.cities.owner.query<{ v: T }>(sql, values);
  return rows[0]?.v as T;
}

describe('[S003] 低收入困难家庭认定：同样的核对、入户、公示；有期限的身份；与低保互相转', { timeout: 180_000 }, () => {
  let refusedCase: number;
  let moved: number;

  test('[S003] 低保因收入高过标准不予批准：同一件材料、同一份核对报告，家庭同意就转办，什么都不用再填', async () => {
    refusedCase = await world.toApprove(formWith(LOW), '2014-10-14', '2014-10-24');
    expect((await world.look(world.posts.approver, listTransfers, { caseId: refusedCase })).offers).toEqual([]);
    expect(await world.as(world.posts.approver, transfer, { caseId: refusedCase, matter: 'low-income-recognition', agreedBy: '陈秀英', how: 'phone' })).toMatchObject({ ok: false, refused: { code: 'transfer.not-decided' } });
    await world.must('approver', refusedCase, 'refuse', { opinion: '收入没有低于标准' });
    const { offers } = await world.look(world.posts.clerk, listTransfers, { caseId: refusedCase });
    expect(offers).toMatchObject([{ matter: 'low-income-recognition', fits: true, explanation: '符合条件，可以认定为低收入困难家庭。' }]);
    expect(await world.as(world.posts.clerk, transfer, { caseId: refusedCase, matter: 'low-income-recognition', agreedBy: ' ', how: 'phone' })).toMatchObject({ ok: false, refused: { code: 'input.invalid' } });
    moved = (await world.done(world.posts.clerk, transfer, { caseId: refusedCase, matter: 'low-income-recognition', agreedBy: '陈秀英', how: 'phone' })).caseId;
    const [from, to] = [await world.look(world.posts.approver, getCase, { caseId: refusedCase }), await world.look(world.posts.approver, getCase, { caseId: moved })];
    expect(to).toMatchObject({ state: 'town-opinion', matterTitle: '低收入困难家庭认定', headcount: 3, authorisations: { needed: 3, signed: 3 }, assessment: { outcome: 'granted', fen: 0 } });
    expect(to.verification.frozen?.digest).toBe(from.verification.frozen?.digest);
    expect(to.verification.lines.map((line) => line.words)).toEqual(from.verification.lines.map((line) => line.words));
    expect(await world.as(world.posts.clerk, transfer, { caseId: refusedCase, matter: 'low-income-recognition', agreedBy: '陈秀英', how: 'phone' })).toMatchObject({ ok: false, refused: { code: 'transfer.once' } });
  });

  test('[S003] 公示没有满不能认定；认定给一年的身份，问得到，期满就没有', async () => {
    await world.must('lead', moved, 'propose', { opinion: '符合', place: '太平社区公告栏' });
    expect(await world.tryStep('lead', moved, 'submit')).toMatchObject({ ok: false, refused: { code: 'notice.running' } });
    await world.on('2014-11-03');
    await world.must('lead', moved, 'submit');
    expect(await world.must('approver', moved, 'recognise', { opinion: '认定' })).toBe('recognised');
    const { rows } = await world.look(world.posts.approver, list, {});
    expect(rows).toMatchObject([{ title: '低收入困难家庭', head: '陈秀英', persons: 3, from: '2014-11-03', lastDay: '2015-11-02', state: 'holding', daysLeft: 365 }]);
    expect([await holds('2014-11-02'), await holds('2014-11-03'), await holds('2015-11-02'), await holds('2015-11-03'), await holds('2014-12-01', 'expenditure-poor-family')]).toEqual([false, true, true, false, false]);
    expect(await one('select count(*)::int as v from city_442000.benefit_grant')).toBe(0);
  });

  test('[S003] 别的镇看不到这一户，但谁给帮扶都问得到身份；证明凭编号加验证码验真', async () => {
    const elsewhere = await staff(world.cities, world.cities.zhongshan, 'town-clerk', '442000002');
    expect((await world.look(elsewhere, list, {})).rows).toEqual([]);
    const [row] = (await world.look(world.posts.approver, list, {})).rows;
    const paper = await world.look(world.posts.clerk, certificate, { recognition: row?.id });
    expect(paper).toMatchObject({ certificate: '低收入困难家庭证明', lastDay: '2015-11-02', people: [{ name: '陈秀英', head: true }, { name: '黄志强' }, { name: '黄可欣' }] });
    await expect(world.look(elsewhere, certificate, { recognition: row?.id })).rejects.toThrow('not-found');
    expect(await world.look(nobody, verify, { number: row?.number, code: row?.verifyCode.toLowerCase() })).toEqual({ number: row?.number, certificate: '低收入困难家庭证明', state: 'holding', from: '2014-11-03', lastDay: '2015-11-02' });
    await expect(world.look(nobody, verify, { number: row?.number, code: 'AAAAAAAAAA' })).rejects.toThrow('recognition.not-genuine');
    expect(await world.look(world.chen, mine, {})).toMatchObject([{ title: '低收入困难家庭', holds: true, daysLeft: 365 }]);
    expect(await world.look(world.chen, certificate, { recognition: row?.id })).toMatchObject({ number: row?.number });
  });

  test('[S003] 快到期的列出来还有几天；重新认定从原来期满那天接上，不断也不叠', async () => {
    const caseId = await world.toRecognise(recognitionForm(LOW), '2015-10-12', '2015-10-22');
    expect(await world.look(world.posts.approver, list, { show: 'expiring', within: 60 })).toMatchObject({ rows: [{ daysLeft: 12 }], counts: { expiring: 1 } });
    const told = async () => (await world.look(world.chen, myMessages, {})).messages.filter((one) => one.title.includes('低收入困难家庭')).map((one) => [one.title, one.asks ?? false]);
    expect(await told()).toEqual([['低收入困难家庭的认定快到期了', true], ['您家认定为低收入困难家庭', false]]);
    await world.must('approver', caseId, 'recognise', { opinion: '续' });
    expect(await told()).toEqual([['您家认定为低收入困难家庭', false], ['您家认定为低收入困难家庭', false]]);
    const { rows } = await world.look(world.posts.approver, list, {});
    expect(rows.map(({ from, lastDay, state, renewed }) => ({ from, lastDay, state, renewed }))).toEqual([
      { from: '2014-11-03', lastDay: '2015-11-02', state: 'holding', renewed: true }, { from: '2015-11-03', lastDay: '2016-11-02', state: 'coming', renewed: false }]);
    expect((await world.look(world.posts.approver, list, { show: 'expiring', within: 60 })).rows).toEqual([]);
  });

  test('[S003] 收入降了，改批低保：从起发那天起不再是低收入，一天也不重，一天也不缺', async () => {
    const before = await one<string>('select min(known_from)::text as v from city_442000.recognition_person');
    await world.must('clerk', refusedCase, 'notify', { deliveredOn: '2015-10-22', how: 'direct', receiver: '陈秀英' });
    const caseId = await world.toApprove(formWith(POOR), '2015-11-03', '2015-11-13');
    await world.must('approver', caseId, 'propose-approval', { opinion: '同意', countyVisited: true, place: '市局网站' });
    await world.on('2015-11-23');
    await world.must('approver', caseId, 'approve');
    const held = await world.look(world.posts.approver, ofHousehold, { household: (await world.look(world.posts.approver, getCase, { caseId })).householdId });
    expect(held[0]).toMatchObject({ from: '2015-11-03', lastDay: '2015-11-30', ended: true, endReason: '转为最低生活保障金' });
    expect([await holds('2015-11-30'), await holds('2015-12-01')]).toEqual([true, false]);
    // what was recorded is closed, never gone
    expect(await one('select count(*)::int as v from city_442000.recognition_person where known_to is not null')).toBe(3);
    expect(await one('select count(*)::int as v from city_442000.recognition_person where known_from = $1::bigint', [before])).toBe(3);
  });

  test('[S003] 正在领低保的，不能认定低收入；绕过程序直接写库，数据库也不让', async () => {
    const caseId = await world.toRecognise(recognitionForm(LOW), '2015-12-01', '2015-12-11');
    expect(await world.tryStep('approver', caseId, 'recognise', { opinion: '认定' })).toMatchObject({ ok: false, refused: { code: 'recognition.in-conflict', details: { count: 3, what: '最低生活保障金' } } });
    const write = (period: string): Promise<unknown> => world.cities.owner.query(
      `set role mz_442000_definer; insert into city_442000.recognition_person (recognition_id, kind, person_id, household_id, division_id, valid_from, valid_to, known_from, command_id)
         select recognition_id, '${period}', person_id, household_id, division_id, '2015-12-05', '2016-01-05', (select max(known_from) from city_442000.grant_person), command_id from city_442000.recognition_person order by id limit 1`).finally(() => world.cities.owner.query('reset role'));
    await expect(write(KIND)).rejects.toThrow(/person_standing_once/);
    await expect(write('expenditure-poor-family')).rejects.toThrow(/person_standing_once/);
    expect(await one('select count(*)::int as v from city_442000.recognition where valid_from >= $1', ['2015-12-01'])).toBe(0);
  });

  test('[S003] 提前终止要审批人、要原因，不能倒填；经过都对得上', async () => {
    const [row] = (await world.look(world.posts.approver, list, { show: 'past' })).rows;
    expect(await world.as(world.posts.clerk, end, { recognition: row?.id, version: row?.version, on: '2015-12-12', reason: '收入增加' })).toMatchObject({ ok: false });
    expect(await world.as(world.posts.approver, end, { recognition: row?.id, version: row?.version, on: '2015-12-12', reason: '收入增加' })).toMatchObject({ ok: false, refused: { code: 'recognition.ended' } });
    expect(await checkCases(world.cities.zhongshan, await loadRegistry())).toEqual([]);
  });
});
