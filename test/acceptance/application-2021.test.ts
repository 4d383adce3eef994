import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../demo/seed/staff.ts';
import { hashPassword } from '../../src/kernel/access/password.ts';
import { openGuangzhou, type GuangzhouOffice } from '../harness/guangzhou-office.ts';

interface Offered { readonly id: string; readonly no: { readonly code: string; readonly sentence: string } | null }
interface View {
  readonly version: number; readonly state: string; readonly stateTitle: string; readonly facts: { members: { incomes: unknown[] }[] }; readonly assessment: { outcome: string; fen: number } | null;
  readonly tasks: readonly { readonly id: string; readonly dueOn: string | null }[]; readonly steps: readonly Offered[]; readonly notice: { readonly id: number; readonly endsOn: string; readonly objections: { readonly id: number }[] } | null;
  readonly overall: { readonly from: string; readonly dueOn: string; readonly used: number; readonly days: number; readonly extensionLeft: number; readonly pausedDays: number; readonly stoppedSince: string | null; readonly doneOn: string | null; readonly law: { readonly article: string } } | null;
  readonly told: readonly { readonly items: readonly string[] }[]; readonly decision: { readonly outcome: string; readonly firstMonth: string | null; readonly fen: number | null; readonly grounds: readonly { readonly because: string; readonly law: { readonly article: string } }[] } | null; readonly procedure: { readonly id: string };
  readonly outcome: string | null; readonly sealed: string | null; readonly divisionId: number; readonly trail: readonly { readonly step: string | null; readonly details: readonly { readonly title: string; readonly text: string; readonly files?: readonly number[] }[] }[];
}
type Problem = { code: string; detail?: string; title?: string };

let office: GuangzhouOffice;
const SURVEY = { investigators: [{ name: '岑少华', signed: true }, { name: '陆永强', signed: true }], personSigned: true, findings: '与申报相符' };
const VISIT = { visitors: [{ name: '邓慧仪', signed: true }, { name: '陆永强', signed: true }], findings: '与初审一致' };
const CARDS = ['442099197505060314', '442099198203040021', '442099196811110311', '442099199001010021', '442099197001010313', '442099196501010024', '442099197208080319', '442099197208080327'];

let born = 0;
const form = (village: string, income = '1000', more: object = {}) => {
  const [name, idCard] = [`试${'甲乙丙丁戊己庚辛'[born]}`, CARDS[born]];
  born += 1;
  return {
    division: village, address: '试验路 1 号', phone: '13800000000', hukouKind: 'urban', application: 'household', singleParent: false, threeNone: false,
    members: [{ name, idCard, relation: 'self', hukouHere: true, livesTogether: true, hasDisability: false, seriousIllness: false, study: 'none', labour: 'partly', away: 'no' }],
    incomes: [{ person: name, source: 'wage', note: '打零工', regular: 'monthly', monthly: income }], deductions: [], movable: '1000', vehicles: 0, houses: 1, hasAccount: false, authorise: true, relativeOfStaff: false, truthful: true, ...more,
  };
};
const VILLAGE = { yuexiu: '440104003104', haizhu: '440105004101' };
type Desk = keyof typeof VILLAGE;
const logins = {
  yuexiu: { clerk: 'yuexiu', lead: 'yuexiu-lead', verifier: 'yuexiu-approver', confirmer: 'yuexiu-approver' },
  haizhu: { clerk: 'haizhu', lead: 'haizhu-lead', verifier: 'haizhu-approver', confirmer: 'haizhu-confirm' },
} as const;

const view = (caseId: number, login = 'guangzhou') => office.see<View>(login, 'casework.get-case', { caseId });
const step = async (login: string, caseId: number, id: string, data?: object) => office.post<Problem & { state: string }>(login, 'casework.take-step', { caseId, step: id, seen: (await view(caseId)).version, ...(data ? { data } : {}) });
const must = async (login: string, caseId: number, id: string, data?: object): Promise<string> => {
  const answer = await step(login, caseId, id, data);
  if (answer.status !== 200) throw new Error(`${id}: ${JSON.stringify(answer.body)}`);
  return answer.body.state;
};
const open = async (desk: Desk, income?: string, more?: object): Promise<number> => {
  const { caseId } = await office.act<{ caseId: number }>(logins[desk].clerk, 'casework.register-application', { matter: 'subsistence-allowance', values: form(VILLAGE[desk], income, more) });
  await office.act(logins[desk].clerk, 'casework.authorise', { caseId });
  return caseId;
};
const check = async (desk: Desk, caseId: number, day: string): Promise<void> => {
  await must(logins[desk].clerk, caseId, 'start-investigation');
  await must(logins[desk].verifier, caseId, 'start-verification');
  await office.work();
  await must(logins[desk].clerk, caseId, 'survey', { ...SURVEY, visitedOn: day });
  await must(logins[desk].verifier, caseId, 'complete-verification');
};
const ratio = async (value: string, from: string): Promise<void> => {
  const { id } = await office.act<{ id: number }>('gz-standards', 'policy.propose-value', { parameter: 'visit-sample-ratio', division: '440100', from, to: null, value, document: { title: '试验用', number: null } });
  await office.act('guangzhou', 'policy.sign-value', { proposal: id, agree: true });
};
/** The applicant of a case signs in as residents do. */
const signUp = async (caseId: number, login: string): Promise<void> => {
  await office.owner.query(`insert into city_440100.account (login, name, kind, person_id, password, command_id) select $2, p.name, 'resident', p.id, $3, 0 from city_440100.case_file c join city_440100.person p on p.id = c.applicant_person_id where c.id = $1`,
    [caseId, login, await hashPassword(DEMO_PASSWORD)]);
};
interface Mine { readonly version: number; readonly stateTitle: string; readonly sealed: string | null; readonly now: { readonly doing: string; readonly you: string }; readonly asked: { readonly step: string; readonly grounds: readonly { readonly because: string }[] } | null }
const draw = async (caseId: number) => (await office.see<{ lines: { caseId: number; drawn: boolean; point: number; ratio: string; repeats: boolean; seed: string | null }[] }>('gz-auditor', 'sampling.list-draws', {})).lines.find((line) => line.caseId === caseId);

beforeAll(async () => { office = await openGuangzhou({ story: false }); }, 180_000);
afterAll(() => office.close());

describe('[S001] 低保申请，2021年办法，从申请到批准，全程走 HTTP', () => {
  let caseId: number;

  test('材料不齐一次告知：按清单勾，没说过的不能再要，除非写明原因', async () => {
    await office.goTo('2024-04-01');
    caseId = await open('yuexiu');
    expect((await view(caseId)).procedure.id).toBe('application-2021');
    expect((await step('yuexiu', caseId, 'accept', { complete: false, relativeOfStaff: false })).body.code).toBe('step.not-in-order');
    expect((await step('yuexiu', caseId, 'request-supplement', { told: 'paper' })).body.code).toBe('case.nothing-missing');
    await must('yuexiu', caseId, 'request-supplement', { materials: ['hukou', 'income'], missing: [{ what: '租房合同' }], told: 'paper' });
    expect((await view(caseId)).told).toMatchObject([{ items: ['户口簿', '收入证明或收入声明', '租房合同'] }]);
    expect((await step('yuexiu', caseId, 'accept', { complete: true, relativeOfStaff: false })).body.code).toBe('case.paused');
    await must('yuexiu', caseId, 'supplement', { received: '都补来了' });
    expect((await step('yuexiu', caseId, 'request-supplement', { materials: ['marriage'], told: 'paper' })).body.code).toBe('case.told-once');
    expect((await view(caseId)).overall).toBeNull();
  });

  test('受理起 3 个工作日启动调查，全程 30 个工作日；核对由区里 3 个工作日内启动', async () => {
    expect(await must('yuexiu', caseId, 'accept', { complete: true, relativeOfStaff: false })).toBe('starting');
    // 4-4 to 4-6 are free, 4-7 is worked
    expect(await view(caseId)).toMatchObject({ overall: { from: '2024-04-01', dueOn: '2024-05-15', used: 0, days: 30, extensionLeft: 15, law: { article: '第二十二条' } }, tasks: [{ id: 'start', dueOn: '2024-04-07' }] });
    await office.goTo('2024-04-07');
    expect(await must('yuexiu', caseId, 'start-investigation')).toBe('investigation');
    expect((await view(caseId)).tasks).toMatchObject([{ id: 'start-check', dueOn: '2024-04-10' }, { id: 'verification', dueOn: null }, { id: 'survey', dueOn: null }]);
    expect((await step('yuexiu', caseId, 'start-verification')).body.code).toBe('step.wrong-role');
    await must('yuexiu-approver', caseId, 'start-verification');
    await office.work();
    expect((await step('yuexiu', caseId, 'survey', { ...SURVEY, visitedOn: '2024-04-07', investigators: SURVEY.investigators.slice(0, 1) })).body.code).toBe('input.invalid');
    expect((await step('yuexiu', caseId, 'survey', { ...SURVEY, visitedOn: '2024-04-07', personSigned: false })).body.code).toBe('step.not-in-order');
    await must('yuexiu', caseId, 'survey', { ...SURVEY, visitedOn: '2024-04-07' });
    expect(await must('yuexiu-approver', caseId, 'complete-verification')).toBe('town-opinion');
  });

  test('补材料停钟：全程期限顺延，停着不算', async () => {
    await office.goTo('2024-04-08');
    await must('yuexiu', caseId, 'request-supplement', { materials: ['marriage'], told: 'paper', whyAgain: '入户时才知道刚离婚' });
    await office.goTo('2024-04-10');
    expect((await view(caseId)).overall).toMatchObject({ stoppedSince: '2024-04-08', dueOn: '2024-05-15', used: 4 });
    await must('yuexiu', caseId, 'supplement', { received: '离婚证' });
    expect((await view(caseId)).overall).toMatchObject({ stoppedSince: null, pausedDays: 2, dueOn: '2024-05-17', used: 4 });
  });

  test('延长要写原因，最多到 45 个工作日', async () => {
    const ask = (days: number) => ({ task: 'whole-case', days, reason: '要向外地单位核实' });
    expect((await step('yuexiu-lead', caseId, 'extend', ask(16))).body.code).toBe('step.beyond-law');
    expect((await step('yuexiu-lead', caseId, 'extend', { task: 'whole-case', days: 5 })).body.code).toBe('input.invalid');
    await must('yuexiu-lead', caseId, 'extend', ask(10));
    expect((await view(caseId)).overall).toMatchObject({ days: 40, extensionLeft: 5, dueOn: '2024-05-31' });
    expect((await step('yuexiu-lead', caseId, 'extend', ask(6))).body.code).toBe('step.beyond-law');
    await must('yuexiu-lead', caseId, 'extend', ask(5));
    expect((await view(caseId)).overall).toMatchObject({ days: 45, extensionLeft: 0, dueOn: '2024-06-07' });
    expect((await step('yuexiu-lead', caseId, 'extend', ask(1))).body.code).toMatch(/step\.(beyond-law|no-task)/);
  });

  test('公示 7 天满了才能报送；抽中的先入户，才能确认；从下月起发', async () => {
    await ratio('1', '2024-04-10');
    await must('yuexiu-lead', caseId, 'propose', { opinion: '同意', place: '公告栏' });
    expect((await view(caseId)).notice?.endsOn).toBe('2024-04-17');
    await office.goTo('2024-04-17');
    expect((await step('yuexiu-lead', caseId, 'submit')).body.code).toBe('notice.running');
    await office.goTo('2024-04-18');
    expect(await must('yuexiu-lead', caseId, 'submit')).toBe('county-review');
    expect((await view(caseId)).tasks).toMatchObject([{ id: 'review', dueOn: '2024-05-06' }]);
    expect(await draw(caseId)).toMatchObject({ drawn: true, ratio: '1', repeats: true });
    expect((await step('yuexiu-approver', caseId, 'confirm', { opinion: '同意' })).body.code).toBe('visit.required');
    await must('yuexiu-approver', caseId, 'county-visit', { ...VISIT, visitedOn: '2024-04-18' });
    expect(await must('yuexiu-approver', caseId, 'confirm', { opinion: '同意' })).toBe('confirmed');
    expect(await view(caseId)).toMatchObject({ sealed: '确认同意', decision: { outcome: 'granted', firstMonth: '2024-05', fen: 28_200 }, overall: { doneOn: '2024-04-18' } });
    expect((await office.owner.query('select first_month::text from city_440100.benefit_grant where case_id = $1', [caseId])).rows).toEqual([{ first_month: '2024-05-01' }]);
  });
});

describe('[S001] 抽查：有种子、能重算、不能重抽', () => {
  test('退回再报，抽签不变；没抽中的不用入户；种子只有审计看得到', async () => {
    await ratio('0.000001', '2024-04-18');
    const caseId = await open('yuexiu');
    await must('yuexiu', caseId, 'accept', { complete: true, relativeOfStaff: false });
    await check('yuexiu', caseId, '2024-04-18');
    await must('yuexiu-lead', caseId, 'propose', { opinion: '同意', place: '公告栏' });
    await office.goTo('2024-04-26');
    await must('yuexiu-lead', caseId, 'submit');
    const first = await draw(caseId);
    expect(first).toMatchObject({ drawn: false, ratio: '0.000001', repeats: true });
    expect(first?.seed).toMatch(/^[0-9a-f]{64}$/);
    expect((await office.see<{ lines: { seed: string | null }[] }>('yuexiu-approver', 'sampling.list-draws', {})).lines.every((line) => line.seed === null)).toBe(true);
    await ratio('1', '2024-04-26');
    await must('yuexiu-approver', caseId, 'return', { to: 'town-opinion', reason: '意见没有写清' });
    await must('yuexiu-lead', caseId, 'propose', { opinion: '同意，补充说明', place: '公告栏' });
    await office.goTo('2024-05-06');
    await must('yuexiu-lead', caseId, 'submit');
    expect(await draw(caseId)).toEqual(first);
    await expect(office.owner.query(`set role mz_440100_staff; update city_440100.sample_draw set drawn = true`)).rejects.toThrow(/permission denied/);
    await office.owner.query('reset role');
    expect(await must('yuexiu-approver', caseId, 'confirm', { opinion: '同意' })).toBe('confirmed');
    await ratio('0', '2024-05-06');
  });
});

describe('[S001] 确认权下放到镇街；近亲属备案、投诉举报必须入户', () => {
  let caseId: number;

  test('海珠区的街道自己确认，区里只核对；区里的审批岗位不能确认', async () => {
    caseId = await open('haizhu', '900', { relativeOfStaff: true, relativeNote: '表弟是社区委员' });
    await must('haizhu', caseId, 'accept', { complete: true, relativeOfStaff: true, relative: '表弟是社区委员' });
    await must('haizhu', caseId, 'start-investigation');
    expect((await step('haizhu-confirm', caseId, 'start-verification')).body.code).toBe('step.wrong-office');
    await must('haizhu-approver', caseId, 'start-verification');
    await office.work();
    await must('haizhu', caseId, 'survey', { ...SURVEY, visitedOn: '2024-05-06' });
    await must('haizhu-approver', caseId, 'complete-verification');
    await must('haizhu-lead', caseId, 'propose', { opinion: '同意', place: '公告栏' });
    await office.goTo('2024-05-14');
    await must('haizhu-lead', caseId, 'submit');
    expect((await step('haizhu-approver', caseId, 'confirm', { opinion: '同意' })).body.code).toBe('step.wrong-office');
  });

  test('备案登记簿：受理的街道和审批看得到，别的街道看不到；没入户不能确认，也不能不予确认', async () => {
    const filings = async (login: string) => (await office.see<{ items: { caseId: number; number: string; relative: string; visitedOn: string | null }[] }>(login, 'subsistence-allowance.list-relative-filings', {})).items;
    expect(await filings('haizhu')).toMatchObject([{ caseId, number: 'GZ-BA-2024-000001', relative: '表弟是社区委员', visitedOn: null }]);
    expect(await filings('haizhu-approver')).toHaveLength(1);
    expect(await filings('yuexiu')).toEqual([]);
    expect(await filings('yuexiu-approver')).toEqual([]);
    expect((await office.app.inject({ method: 'POST', url: '/api/q/subsistence-allowance.list-relative-filings', headers: { 'x-csrf': '1' }, payload: {} })).statusCode).toBeGreaterThanOrEqual(400);
    expect((await office.post<Problem>('gz-standards', 'subsistence-allowance.list-relative-filings', {})).status).not.toBe(200);
    for (const id of ['confirm', 'refuse']) expect((await step('haizhu-confirm', caseId, id, { opinion: '意见' })).body.code).toBe('visit.required');
    await must('haizhu-confirm', caseId, 'county-visit', { ...VISIT, visitedOn: '2024-05-14' });
    expect((await filings('haizhu'))[0]?.visitedOn).toBe('2024-05-14');
  });

  test('入户以后又接到举报，要再入户', async () => {
    await must('haizhu-confirm', caseId, 'complaint', { on: '2024-05-14', content: '听说有店面' });
    expect((await step('haizhu-confirm', caseId, 'confirm', { opinion: '同意' })).body.code).toBe('visit.required');
    await must('haizhu-confirm', caseId, 'county-visit', { ...VISIT, visitedOn: '2024-05-14' });
    expect(await must('haizhu-confirm', caseId, 'confirm', { opinion: '同意' })).toBe('confirmed');
  });
});

describe('[S001] 公示有异议、核对不符合、撤回', () => {
  test('有异议就要重新调查或评议，再提意见报送，不再公示', async () => {
    const caseId = await open('yuexiu', '800');
    await must('yuexiu', caseId, 'accept', { complete: true, relativeOfStaff: false });
    await check('yuexiu', caseId, '2024-05-14');
    await must('yuexiu-lead', caseId, 'propose', { opinion: '同意', place: '公告栏' });
    const noticeId = (await view(caseId)).notice?.id;
    const { objectionId } = await office.act<{ objectionId: number }>('yuexiu', 'notices.object', { noticeId, content: '听说有房出租' });
    await office.act('yuexiu-lead', 'notices.answer-objection', { objectionId, outcome: 'rejected', reply: '已问过，没有' });
    await office.goTo('2024-05-22');
    expect((await step('yuexiu-lead', caseId, 'submit')).body.code).toBe('step.not-in-order');
    expect(await must('yuexiu-lead', caseId, 'reinvestigate')).toBe('town-reinvestigation');
    expect((await step('yuexiu', caseId, 'reinvestigated', { findings: '没有' })).body.code).toBe('step.not-in-order');
    await must('yuexiu', caseId, 'appraise', { heldOn: '2024-05-22', place: '社区', attended: 15, representatives: 5, agree: 15, disagree: 0, conclusion: 'true', opinion: '属实', allSigned: true });
    expect(await must('yuexiu', caseId, 'reinvestigated', { findings: '评议通过' })).toBe('second-opinion');
    expect(await must('yuexiu-lead', caseId, 'propose-again', { opinion: '同意' })).toBe('county-review');
    expect(await must('yuexiu-approver', caseId, 'confirm', { opinion: '同意' })).toBe('confirmed');
  });

  test('核对不符合：先告知，有异议复查，等申请人的日子不算；再报送不予确认，3 个工作日内书面告知', async () => {
    const caseId = await open('yuexiu', '3000');
    await must('yuexiu', caseId, 'accept', { complete: true, relativeOfStaff: false });
    await check('yuexiu', caseId, '2024-05-22');
    expect((await step('yuexiu-lead', caseId, 'propose', { opinion: '同意', place: '公告栏' })).body.code).toBe('decision.not-granted');
    expect((await step('yuexiu-lead', caseId, 'submit-unfit', { opinion: '不符合' })).body.code).toBe('step.not-in-order');
    expect(await must('yuexiu', caseId, 'tell-unfit', { toldOn: '2024-05-22', how: 'paper' })).toBe('told-unfit');
    const due = (await view(caseId)).overall?.dueOn;
    await office.goTo('2024-05-24');
    expect((await view(caseId)).overall?.stoppedSince).toBe('2024-05-22');
    // the applicant says so from the phone; nobody else of the town can in their name but the desk
    await signUp(caseId, 'shi-wu');
    const mine = () => office.see<Mine>('shi-wu', 'casework.my-case', { caseId });
    expect(await mine()).toMatchObject({ asked: { step: 'dispute', grounds: [{ because: expect.stringMatching(/收入/) }] }, now: { you: expect.stringMatching(/^请看看查到的对不对/) } });
    expect((await office.post<Problem>('shi-wu', 'casework.take-step', { caseId, step: 'rechecked', seen: (await mine()).version, data: { findings: '我说没有' } })).body.code).toBe('step.not-here');
    expect((await office.post<Problem>('shi-wu', 'casework.take-step', { caseId, step: 'dispute', seen: (await mine()).version, data: {} })).body.code).toBe('input.invalid');
    await office.act('shi-wu', 'casework.take-step', { caseId, step: 'dispute', seen: (await mine()).version, data: { content: '上个月已经失业' } });
    expect((await view(caseId)).state).toBe('recheck');
    expect((await mine()).asked).toBeNull();
    expect((await view(caseId)).overall).toMatchObject({ stoppedSince: null, pausedDays: 2 });
    expect((await view(caseId)).overall?.dueOn).not.toBe(due);
    expect(await must('yuexiu', caseId, 'rechecked', { findings: '仍在上班' })).toBe('town-opinion');
    expect(await must('yuexiu-lead', caseId, 'submit-unfit', { opinion: '收入高于标准' })).toBe('county-review');
    expect((await step('yuexiu-approver', caseId, 'confirm', { opinion: '同意' })).body.code).toBe('decision.not-granted');
    expect(await must('yuexiu-approver', caseId, 'refuse', { opinion: '收入高于标准' })).toBe('notifying');
    expect(await view(caseId)).toMatchObject({ tasks: [{ id: 'notify', dueOn: '2024-05-29' }], overall: { doneOn: '2024-05-24' } });
    expect(await must('yuexiu', caseId, 'notify', { deliveredOn: '2024-05-24', how: 'direct', receiver: '试戊' })).toBe('refused');
    expect(await mine()).toMatchObject({ sealed: '不予确认', now: { doing: expect.stringMatching(/^没有确认。/) } });
    expect((await view(caseId)).sealed).toBe('不予确认');
    expect(await office.see('yuexiu', 'service.get-paper', { caseId })).toMatchObject({ outcomeTitle: '不予确认' });
  });

  test('申请人随时可以撤回，全程期限到此为止', async () => {
    const caseId = await open('haizhu');
    await must('haizhu', caseId, 'accept', { complete: true, relativeOfStaff: false });
    expect(await must('haizhu', caseId, 'withdraw', { reason: '找到工作了' })).toBe('withdrawn');
    expect((await view(caseId)).overall?.doneOn).toBe('2024-05-24');
    expect((await step('haizhu', caseId, 'start-investigation')).body.code).toBe('case.closed');
  });

  const REFUSAL = { asked: '入户调查', askedOn: '2024-05-24', how: 'refused', reason: '三次上门都不开门，电话里说不要查他家', noGoodReason: true };

  test('拒不配合（第二十九条）：没有正当理由才能终止，附理由和文号，书面告知；不发钱，不判断够不够条件', async () => {
    const caseId = await open('yuexiu');
    expect((await step('yuexiu-lead', caseId, 'terminate', REFUSAL)).body.code).toBe('step.not-here');
    await must('yuexiu', caseId, 'accept', { complete: true, relativeOfStaff: false });
    expect((await step('yuexiu', caseId, 'terminate', REFUSAL)).body.code).toBe('step.wrong-role');
    expect((await step('yuexiu-lead', caseId, 'terminate', { ...REFUSAL, noGoodReason: false })).body.code).toBe('step.not-in-order');
    expect((await step('yuexiu-lead', caseId, 'terminate', { ...REFUSAL, askedOn: '2024-05-25' })).body.code).toBe('step.not-in-order');
    expect((await step('yuexiu-lead', caseId, 'terminate', { ...REFUSAL, reason: undefined })).body.code).toBe('input.invalid');
    expect((await view(caseId)).decision).toBeNull();
    expect(await must('yuexiu-lead', caseId, 'terminate', REFUSAL)).toBe('notifying-termination');
    expect(await view(caseId)).toMatchObject({ outcome: null, sealed: '终止审核确认', overall: { doneOn: '2024-05-24' },
      decision: { outcome: 'terminated', fen: null, firstMonth: null, grounds: [{ because: '无正当理由拒不配合“入户调查”：三次上门都不开门，电话里说不要查他家', law: { article: '第二十九条' } }] } });
    expect(await office.see('yuexiu', 'service.get-paper', { caseId })).toMatchObject({ outcomeTitle: '终止审核确认', number: expect.stringMatching(/〔2024〕/) });
    expect((await step('yuexiu', caseId, 'return', { to: 'starting', reason: '算了' })).body.code).toBe('case.decided');
    expect(await must('yuexiu', caseId, 'notify', { deliveredOn: '2024-05-24', how: 'direct', receiver: '试庚' })).toBe('terminated');
    expect(await view(caseId)).toMatchObject({ outcome: 'terminated', stateTitle: '已终止审核确认' });
    expect((await office.owner.query('select count(*)::int as n from city_440100.benefit_grant where case_id = $1', [caseId])).rows).toEqual([{ n: 0 }]);
    await signUp(caseId, 'shi-geng');
    expect(await office.see<Mine>('shi-geng', 'casework.my-case', { caseId })).toMatchObject({ sealed: '终止审核确认', now: { doing: expect.stringMatching(/^申请办到一半停下了。终止审核确认程序/), you: expect.stringMatching(/行政复议/) } });
    expect((await step('yuexiu-lead', caseId, 'terminate', REFUSAL)).body.code).toBe('case.closed');
  });

  test('告知补材料以后一直不来，也能终止；别的步骤停着', async () => {
    const caseId = await open('yuexiu');
    await must('yuexiu', caseId, 'accept', { complete: true, relativeOfStaff: false });
    await must('yuexiu', caseId, 'start-investigation');
    await must('yuexiu', caseId, 'request-supplement', { materials: ['income'], told: 'paper' });
    expect((await step('yuexiu', caseId, 'survey', { ...SURVEY, visitedOn: '2024-05-24' })).body.code).toBe('case.paused');
    expect(await must('yuexiu-lead', caseId, 'terminate', { ...REFUSAL, how: 'withheld', asked: '补交收入证明' })).toBe('notifying-termination');
  });

  test('状态、待办、全程期限与经过一致', async () => { expect(await office.checkCases()).toEqual([]); });

  test('全程期限改了一天也查得出', async () => {
    await office.owner.query(`update city_440100.case_file set overall = jsonb_set(overall, '{dueOn}', '"2024-12-31"') where id = (select min(id) from city_440100.case_file)`);
    expect((await office.checkCases()).join()).toMatch(/GZ-DB-2024-000001：全程期限/);
  });
});
