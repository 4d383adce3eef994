import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openReviewWorld, type Answer, type ReviewWorld } from './review-world.ts';

let world: ReviewWorld;
let taken: number[];
let homes: number[];
const file = async (household: number, year = 2014): Promise<Answer['body']> => world.see('clerk', 'dossier.get-file', { household, year });
const linesOf = (one: Answer['body'], caseId: number): { key: string; there: boolean }[] => one['cases'].find((each: { caseId: number }) => each.caseId === caseId).lines;
const state = (lines: { key: string; there: boolean }[]): [string, boolean][] => lines.map((line) => [line.key, line.there]);

beforeAll(async () => {
  world = await openReviewWorld('2014-11-03');
  const households = [];
  for (const size of [1, 2]) households.push(await world.payroll.household('442000001001', size));
  homes = households.map((home) => home.id);
  taken = await world.payroll.takeOver(households.map((home) => [home, 53_300] as const), '2014-11');
});
afterAll(() => world.close());

describe('[S026] 接收的户有档案；停发、复核各有各的清单', () => {
  test('由花名册接收的户，从接收那年起有一份档案，里面是接收的记录和摘要；别的镇街看不到', async () => {
    expect(await world.see('clerk', 'dossier.get-years', { household: homes[0] })).toEqual([2014]);
    const one = await file(homes[0]!);
    expect(one).toMatchObject({ years: [2014], cases: [], versions: [], contents: [{ kind: 'takeover', title: '接收原花名册', on: '2014-11-01', digest: expect.stringMatching(/^[0-9a-f]{64}$/) }] });
    expect(await world.act('elsewhere', 'dossier.get-file', { household: homes[0], year: 2014 })).toMatchObject({ status: 404 });
    expect(await world.see('elsewhere', 'dossier.get-years', { household: homes[0] })).toEqual([]);
  });

  test('停发：负责人意见、凭据、书面告知、决定书、送达，缺哪样说哪样；接收的花名册和决定封在同一版', async () => {
    const { caseId } = await world.done('clerk', 'casework.open-grant-case', { grantId: taken[0], kind: 'stop', values: { ask: 'end', endGround: 'income-above', facts: '儿子就业，工资 3,000 元' } }) as { caseId: number };
    expect(state(linesOf(await file(homes[0]!), caseId))).toEqual([['opened', true], ['agreed', false], ['proof', false], ['decision', false], ['service', false]]);
    await world.must('lead', caseId, 'agree', { opinion: '同意' });
    await world.must('approver', caseId, 'tell', { opinion: '拟停发' });
    await world.must('clerk', caseId, 'told', { deliveredOn: '2014-11-03', how: 'direct', receiver: '户主本人', reasons: '人均收入高于标准', objection: '没有意见' });
    await world.must('approver', caseId, 'end', { opinion: '决定停发' });
    const decided = await file(homes[0]!);
    expect(state(linesOf(decided, caseId))).toEqual([['opened', true], ['agreed', true], ['proof', false], ['told', true], ['decision', true], ['service', false]]);
    expect(decided['versions']).toMatchObject([{ version: 1, intact: true }]);
    const { rows: [sealed] } = await world.payroll.cities.owner.query<{ kinds: string[] }>(`select array(select distinct e->>'kind' from jsonb_array_elements(contents) e order by 1) as kinds from city_442000.dossier_version where household_id = $1`, [homes[0]]);
    expect(sealed?.kinds).toEqual(['action', 'decision', 'takeover']);
    await world.must('clerk', caseId, 'serve', { deliveredOn: '2014-11-03', how: 'direct', receiver: '户主本人' });
    const served = await file(homes[0]!);
    expect(state(linesOf(served, caseId)).filter(([, there]) => !there)).toEqual([['proof', false]]);
    expect(served['complete']).toBe(false);
    const rates = await world.see('approver', 'dossier.get-rates', { year: 2014 });
    expect(rates['towns']).toMatchObject([{ name: '石岐区', files: 1, complete: 0 }]);
  });

  test('复核：没有复核记录的档案不齐；维持以后有', async () => {
    const { caseId } = await world.done('clerk', 'casework.open-grant-case', { grantId: taken[1], kind: 'review', values: {} }) as { caseId: number };
    expect(state(linesOf(await file(homes[1]!), caseId)).slice(0, 2)).toEqual([['opened', true], ['looked', false]]);
    await world.must('clerk', caseId, 'keep', { how: 'visit', lookedOn: '2014-11-03', opinion: '没有变化' });
    expect(state(linesOf(await file(homes[1]!), caseId)).slice(0, 2)).toEqual([['opened', true], ['looked', true]]);
  });
});
