import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineCommand } from '../../src/kernel/contract/door.ts';
import { command } from '../../src/kernel/db/command.ts';
import { hasRecognition } from '../../src/kernel/recognitions/has-recognition.ts';
import { makeWayFor } from '../../src/kernel/recognitions/make-way.ts';
import { openRecognition } from '../../src/kernel/recognitions/open-recognition.ts';
import type { PlainDate } from '../../src/kernel/values/plain-date.ts';
import { CHEN_FORM } from './application-world.ts';
import { TAN_FORM } from './dossier-world.ts';
import { openRecognitionOverHttp, type Body } from './recognition-http.ts';
import { recognitionForm } from './recognition-world.ts';
import { openReviewWorld, type ReviewWorld } from './review-world.ts';

const KIND = 'low-income-family';
/** Of six months: 3,500 a month with the pension's 165 lies above 低保 for three in 2020 (3,300) and below the demo line (4,950). */
const LOW_2020 = '21000';
interface Held { readonly id: number; readonly key: string }

describe('[S003 whole] 领着低保的，复核时收入高了停发，同意就转低收入', { timeout: 120_000 }, () => {
  let world: ReviewWorld;
  beforeAll(async () => { world = await openReviewWorld('2014-09-03'); }, 120_000);
  afterAll(() => world.close());

  test('复核停发有核对报告的才能转；从低保最后一个月的次日起认定，一天不重一天不缺', async () => {
    const chen = await world.grant(CHEN_FORM, '2014-10');
    const rows = async (sql: string, values: unknown[] = []): Promise<Body[]> => (await world.payroll.cities.owner.query(sql, values)).rows;
    await world.day('2014-11-03');
    const [{ id: caseId }] = await rows(`select id::int from city_442000.case_file where grant_id = $1 and kind = 'review'`, [chen.grant]) as [{ id: number }];
    await world.must('clerk', caseId, 'start-verification');
    await world.work();
    await world.must('clerk', caseId, 'investigate', { what: '找到了新的工作' });
    await world.must('clerk', caseId, 'complete-verification');
    const { facts } = await world.see('clerk', 'casework.get-case', { caseId });
    const raised = { ...facts, members: facts.members.map((member: { relation: string }) => (member.relation === 'self' ? { ...member, incomes: [{ category: 'wage', note: '保洁', monthlyFen: 153_500 }] } : member)) };
    await world.must('lead', caseId, 'correct-facts', { reason: '工资条每月 1,535 元', facts: raised });
    await world.must('lead', caseId, 'propose', { opinion: '收入高过标准，拟停发' });
    await world.must('approver', caseId, 'tell', { opinion: '先告知' });
    await world.must('clerk', caseId, 'told', { deliveredOn: '2014-11-03', how: 'direct', receiver: '陈秀英', reasons: '工资增加到每月 1,535 元', objects: false });
    const transfer = { caseId, matter: 'low-income-recognition', agreedBy: '陈秀英', how: 'in-person' };
    // nothing moves before the stop is decided
    expect((await world.see('clerk', 'casework.list-transfers', { caseId }))['offers']).toEqual([]);
    expect(await world.act('clerk', 'casework.transfer', transfer)).toMatchObject({ status: 409, body: { code: 'transfer.not-decided' } });
    await world.must('approver', caseId, 'stop', { opinion: '收入高过标准，停发' });
    expect((await world.see('clerk', 'casework.list-transfers', { caseId }))['offers']).toMatchObject([{ matter: 'low-income-recognition', fits: true }]);
    const { caseId: moved } = await world.done('clerk', 'casework.transfer', transfer) as { caseId: number };
    expect(await world.act('clerk', 'casework.transfer', transfer)).toMatchObject({ status: 409, body: { code: 'transfer.once' } });
    const page = await world.see('clerk', 'casework.get-case', { caseId: moved });
    expect(page).toMatchObject({ state: 'town-opinion', headcount: 3, authorisations: { needed: 3, signed: 3 }, assessment: { outcome: 'granted', fen: 0 } });
    await world.must('lead', moved, 'propose', { opinion: '符合', place: '太平社区公告栏' });
    await world.day('2014-11-14');
    await world.must('lead', moved, 'submit');
    await world.must('approver', moved, 'recognise', { opinion: '认定' });
    const [paid] = await rows(`select to_char(last_month, 'YYYY-MM') as last from city_442000.benefit_grant where id = $1`, [chen.grant]);
    expect(paid).toEqual({ last: '2014-11' });
    expect(await rows(`select distinct valid_from::text as "from", valid_to::text as until, count(*)::int as persons from city_442000.recognition_person where known_to is null group by 1, 2`)).toEqual([{ from: '2014-12-01', until: '2015-12-01', persons: 3 }]);
  });
});

describe('[S003 whole] 身份是钥匙：单人低保问登记，不问本人怎么说；同一个人同时认定两次只成一次', { timeout: 180_000 }, () => {
  let http: Awaited<ReturnType<typeof openRecognitionOverHttp>>;
  let persons: Held[];
  let caseId: number;
  beforeAll(async () => { http = await openRecognitionOverHttp(); }, 120_000);
  afterAll(() => http.close());
  const run = (id: string, work: Parameters<typeof defineCommand>[0]['run']) => command(http.world.cities.zhongshan, http.world.posts.clerk, defineCommand({ id, title: '试', allow: { staff: true }, input: z.strictObject({}), run: work as never }), {}, { key: randomUUID() });
  const ground = async (form: Record<string, unknown>): Promise<Body> => {
    const opened = await http.done(http.world.posts.clerk, 'casework.register-application', { matter: 'subsistence-allowance', values: form });
    return (await http.see(http.world.posts.clerk, 'casework.get-case', { caseId: opened['caseId'] }))['assessment']['grounds'].find((one: Body) => one.id === 'alone');
  };
  /** 单人保, applied for by 陈秀英's husband, who is gravely disabled; he himself says that the family is not recognised. */
  const alone = { ...CHEN_FORM, application: 'single', ownHukouBooklet: false, nearSubsistenceFamily: false, parentsUnable: false, hasAccount: false, bankCode: undefined, accountHolder: undefined, accountNumber: undefined };

  test('认定了的家里的重残人，单人申请低保，登记说了算；没有认定的，不算', async () => {
    const { world } = http;
    await world.on('2020-11-03');
    caseId = await http.investigated('low-income-recognition', recognitionForm(LOW_2020), '2020-11-03');
    await http.noticed(caseId, '2020-11-13');
    await http.must('approver', caseId, 'recognise', { opinion: '认定' });
    const { rows } = await world.cities.owner.query<{ id: string; key: string }>('select person_id as id, key from city_442000.case_member where case_id = $1 order by id', [caseId]);
    persons = rows.map((row) => ({ id: Number(row.id), key: row.key }));
    await world.on('2021-08-03');
    const huang = await ground({ ...alone, members: [{ ...CHEN_FORM.members[1], relation: 'self' }], incomes: [CHEN_FORM.incomes[1]] });
    expect(huang).toMatchObject({ result: 'met', because: expect.stringContaining('低保边缘家庭中的一级、二级重度残疾人') });
    const tan = await ground({ ...alone, members: [{ ...TAN_FORM.members[0], hasDisability: true, disabilityKind: 'physical', disabilityGrade: '2' }], incomes: TAN_FORM.incomes });
    expect(tan).toMatchObject({ result: 'unmet' });
  });

  test('一个人批了低保，从那天起只有他不再是低收入；家里别的人还是', async () => {
    const [chen, huang] = persons as readonly Held[] as readonly [Held, Held];
    const left = await run('test.grant-one', (tx, _input, by) => makeWayFor(tx, by, { benefit: 'subsistence-allowance', persons: [huang.id], from: '2021-09-01' as PlainDate }));
    expect(left).toMatchObject({ ok: true });
    const asked = await run('test.ask', async (tx) => {
      const days = ['2021-08-31', '2021-09-01'] as PlainDate[];
      const answers: boolean[] = [];
      for (const person of [huang.id, chen.id]) for (const day of days) answers.push(await hasRecognition(tx, person, KIND, day));
      return answers;
    });
    expect(asked).toMatchObject({ ok: true, result: [true, false, true, true] });
    const [held] = (await http.see(http.world.posts.approver, 'recognitions.list-recognitions', {}))['rows'];
    expect(held).toMatchObject({ lastDay: '2021-11-12', state: 'holding' });
  });

  test('两件案子同时认定同一个人：一件成，另一件被拒，登记里只有一份', async () => {
    const { owner } = http.world.cities;
    const { rows: [tan] } = await owner.query<{ id: string; person: string; division: number }>(`select h.id, h.head_person_id as person, h.division_id as division from city_442000.household h join city_442000.case_file c on c.household_id = h.id order by c.id desc limit 1`);
    const { rows: [decided] } = await owner.query<{ id: string; household: string }>('select d.id, c.household_id as household from city_442000.decision d join city_442000.case_file c on c.id = d.case_id where c.id = $1', [caseId]);
    const person = Number(tan?.person);
    const open = (household: number) => run('test.recognise', (tx, _input, by) => openRecognition(tx, by, {
      kind: KIND, householdId: household, divisionId: Number(tan?.division), caseId, decisionId: Number(decided?.id), persons: [person], months: 12, titleOf: () => '低收入困难家庭' }));
    const answers = await Promise.all([open(Number(tan?.id)), open(Number(decided?.household))]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ refused: { code: 'recognition.elsewhere' } });
    // and so it is when the second comes later
    expect(await open(Number(decided?.household)).then((answer) => answer.ok) && await open(Number(tan?.id)).then((answer) => answer.ok)).toBe(false);
    const { rows } = await owner.query<{ n: number }>('select count(distinct household_id)::int as n from city_442000.recognition_person where person_id = $1 and known_to is null', [person]);
    expect(rows).toEqual([{ n: 1 }]);
  });
});
