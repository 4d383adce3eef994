import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { defineCommand } from '../../src/kernel/contract/door.ts';
import { hasRecognition } from '../../src/kernel/recognitions/has-recognition.ts';
import type { PlainDate } from '../../src/kernel/values/plain-date.ts';
import { staff } from '../harness/city.ts';
import { resident } from './people.ts';
import { openRecognitionOverHttp, type Body } from './recognition-http.ts';
import { formWith, LOW, POOR, recognitionForm } from './recognition-world.ts';

const KIND = 'low-income-family';
let http: Awaited<ReturnType<typeof openRecognitionOverHttp>>;
let neighbour: Caller;
let medical: Caller;
beforeAll(async () => {
  http = await openRecognitionOverHttp();
  neighbour = await resident(http.world.cities, http.world.cities.zhongshan, '梁国栋', '442099194401031013');
  medical = await staff(http.world.cities, http.world.cities.zhongshan, 'town-clerk', '442000100');
  for (const one of [neighbour, medical]) await http.signIn(one);
}, 120_000);
afterAll(() => http.close());

/** As 医疗救助 or 殡葬减免 of another town asks: whether 陈秀英 holds the status on a day. Yes or no, nothing of the household. */
async function asked(day: string): Promise<boolean> {
  const person = http.world.chen.person as number;
  const door = defineCommand({ id: 'test.another-line', title: '另一条线问', allow: { staff: true }, input: z.strictObject({}), run: (tx) => hasRecognition(tx, person, KIND, day as PlainDate) });
  return http.world.done(medical, door, {});
}
const holding = async (): Promise<Body[]> => (await http.see(http.world.posts.approver, 'recognitions.list-recognitions', {}))['rows'];

describe('[S003 whole] 低收入困难家庭：同样的核对和公示，有期限的身份，别的业务问得到，复核时和低保互相转', { timeout: 240_000 }, () => {
  let refused: number;
  let paper: Body;

  test('居民在手机上申请低保，收入高过标准没有批准；本人一按同意，就接着办低收入，什么都不再填', async () => {
    const { world } = http;
    await world.on('2014-10-14');
    expect((await http.see(world.chen, 'casework.get-application-form', { matter: 'low-income-recognition' }))['id']).toBe('low-income-recognition-application');
    await http.done(world.chen, 'casework.save-draft', { matter: 'subsistence-allowance', values: formWith(LOW) });
    refused = (await http.done(world.chen, 'casework.apply', { matter: 'subsistence-allowance' }))['caseId'];
    await http.investigate(refused, '2014-10-14', true);
    await http.noticed(refused, '2014-10-24');
    expect(await http.see(world.chen, 'casework.my-transfers', { caseId: refused })).toEqual({ offers: [], to: null });
    await http.must('approver', refused, 'refuse', { opinion: '收入没有低于标准' });
    const { offers } = await http.see(world.chen, 'casework.my-transfers', { caseId: refused });
    expect(offers).toMatchObject([{ matter: 'low-income-recognition', get: '低收入家庭认定' }]);
    expect(offers[0].intro).toContain('不发钱');
    // nobody agrees for somebody else
    expect(await http.ask(neighbour, 'casework.my-transfers', { caseId: refused })).toMatchObject({ status: 404 });
    expect(await http.act(neighbour, 'casework.agree-transfer', { caseId: refused, matter: 'low-income-recognition' })).toMatchObject({ status: 404 });
    const moved = (await http.done(world.chen, 'casework.agree-transfer', { caseId: refused, matter: 'low-income-recognition' }))['caseId'];
    expect(await http.act(world.chen, 'casework.agree-transfer', { caseId: refused, matter: 'low-income-recognition' })).toMatchObject({ status: 409, body: { code: 'transfer.once' } });
    expect(await http.see(world.chen, 'casework.my-transfers', { caseId: refused })).toMatchObject({ offers: [], to: { caseId: moved } });
    await http.noticed(moved, '2014-11-03');
    // the board says nothing of money
    expect((await http.see(world.posts.approver, 'casework.get-case', { caseId: moved }))['notices'][0]).toMatchObject({ fen: 0 });
    // two presses at once: one status, the other is told that the case has moved on
    const { version } = await http.see(world.posts.approver, 'casework.get-case', { caseId: moved });
    const press = () => http.act(world.posts.approver, 'casework.take-step', { caseId: moved, step: 'recognise', seen: version, data: { opinion: '认定' } });
    expect((await Promise.all([press(), press()])).map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    expect(await holding()).toHaveLength(1);
  });

  test('身份有期限：那段日子别的业务问到是，前后问到不是；自己家能打印证明，谁拿着都能验，只说真不真、到哪天', async () => {
    expect([await asked('2014-11-02'), await asked('2014-11-03'), await asked('2015-11-02'), await asked('2015-11-03')]).toEqual([false, true, true, false]);
    const [mine] = await http.see(http.world.chen, 'recognitions.my-recognitions', {}) as unknown as Body[];
    paper = await http.see(http.world.chen, 'recognitions.get-certificate', { recognition: mine.id });
    expect(paper).toMatchObject({ certificate: '低收入困难家庭证明', lastDay: '2015-11-02', people: [{ name: '陈秀英', head: true }, {}, {}] });
    expect(await http.ask(neighbour, 'recognitions.get-certificate', { recognition: mine.id })).toMatchObject({ status: 404 });
    expect(await http.see('nobody', 'recognitions.verify', { number: paper.number, code: paper.verifyCode })).toEqual({ number: paper.number, certificate: '低收入困难家庭证明', state: 'holding', from: '2014-11-03', lastDay: '2015-11-02' });
    expect(await http.ask('nobody', 'recognitions.verify', { number: paper.number, code: 'AAAAAAAAAA' })).toMatchObject({ status: 404, body: { code: 'recognition.not-genuine' } });
  });

  test('复核时收入降了：低收入这一件没有通过，同意就转低保；批下来那天起低保，一天不重一天不缺', async () => {
    const { world } = http;
    await http.must('clerk', refused, 'notify', { deliveredOn: '2014-11-03', how: 'direct', receiver: '陈秀英' });
    await world.on('2015-03-02');
    const again = await http.investigated('low-income-recognition', recognitionForm(POOR), '2015-03-02');
    await http.noticed(again, '2015-03-12');
    expect(await http.step('approver', again, 'recognise', { opinion: '认定' })).toMatchObject({ status: 409, body: { code: 'decision.not-granted' } });
    await http.must('approver', again, 'refuse', { opinion: '收入低于低保标准，够得上低保' });
    const { offers } = await http.see(world.posts.clerk, 'casework.list-transfers', { caseId: again });
    expect(offers).toMatchObject([{ matter: 'subsistence-allowance', fits: true }]);
    const moved = (await http.done(world.posts.clerk, 'casework.transfer', { caseId: again, matter: 'subsistence-allowance', agreedBy: '陈秀英', how: 'in-person' }))['caseId'];
    const { state, tasks } = await http.see(world.posts.lead, 'casework.get-case', { caseId: moved });
    if (state === 'appraisal' || tasks?.some((task: Body) => task.id === 'appraise')) await http.must('clerk', moved, 'appraise', { heldOn: '2015-03-12', place: '太平社区', attended: 15, representatives: 11, agree: 14, disagree: 1, conclusion: 'true', opinion: '情况属实', allSigned: true });
    await http.noticed(moved, '2015-03-23');
    await http.must('approver', moved, 'propose-approval', { opinion: '同意', countyVisited: true, place: '市局网站' });
    await world.on('2015-04-02');
    await http.must('approver', moved, 'approve');
    expect([await asked('2015-04-30'), await asked('2015-05-01')]).toEqual([true, false]);
    expect(await http.see('nobody', 'recognitions.verify', { number: paper.number, code: paper.verifyCode })).toMatchObject({ state: 'holding', lastDay: '2015-04-30' });
    const { rows } = await world.cities.owner.query<{ first: string }>(`select to_char(first_month, 'YYYY-MM') as first from city_442000.benefit_grant where benefit = 'subsistence-allowance' and state <> 'ended'`);
    expect(rows).toEqual([{ first: '2015-05' }]);
  });
});
