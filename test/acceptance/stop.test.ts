import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkCases } from '../../src/kernel/casework/check-cases.ts';
import { loadRegistry } from '../../src/kernel/registry/find-declarations.ts';
import { CHEN_FORM } from './application-world.ts';
import { openReviewWorld, type ReviewWorld } from './review-world.ts';

const BENEFIT = 'subsistence-allowance';
let world: ReviewWorld;
let taken: number[];
let chen: { grant: number; household: number };
const rows = async (sql: string, values: unknown[] = []) => (await world.payroll.cities.owner.query(sql, values)).rows;
const months = (grant: number) => rows(`select to_char(from_month, 'YYYY-MM') as from, state, fen::int from city_442000.grant_version where grant_id = $1 and known_to is null order by from_month`, [grant]);
const open = (grant: number, values: Record<string, unknown>) => world.done('clerk', 'casework.open-grant-case', { grantId: grant, kind: 'stop', values });
const SERVED = { deliveredOn: '2014-11-03', how: 'direct', receiver: '户主本人' };

beforeAll(async () => {
  world = await openReviewWorld('2014-11-03');
  const homes = [];
  for (const size of [1, 2, 1]) homes.push(await world.payroll.household('442000001001', size));
  taken = await world.payroll.takeOver(homes.map((home) => [home, 53_300] as const), '2014-11');
  chen = await world.grant(CHEN_FORM, '2014-11');
});
afterAll(() => world.close());

describe('[S001] 暂停、停发、恢复', () => {
  let suspended: number;

  test('事由要选，镇街提、负责人同意、审批机关决定；别的镇街办不了', async () => {
    const grant = taken[0]!;
    expect(await world.act('clerk', 'casework.open-grant-case', { grantId: grant, kind: 'stop', values: { ask: 'suspend', facts: '三次上门没有人' } })).toMatchObject({ status: 400, body: { code: 'input.invalid' } });
    expect(await world.act('elsewhere', 'casework.open-grant-case', { grantId: grant, kind: 'stop', values: {} })).toMatchObject({ status: 404 });
    ({ caseId: suspended } = await open(grant, { ask: 'suspend', suspendGround: 'unreachable', facts: '10月三次上门没有人，电话停机' }) as { caseId: number });
    expect(await world.act('clerk', 'casework.open-grant-case', { grantId: grant, kind: 'stop', values: { ask: 'end', endGround: 'left', facts: '迁走了' } })).toMatchObject({ status: 409, body: { code: 'case.grant-busy' } });
    expect(await world.step('clerk', suspended, 'agree', { opinion: '同意' })).toMatchObject({ status: 403 });
    await world.must('lead', suspended, 'agree', { opinion: '情况属实' });
    expect(await world.step('approver', suspended, 'tell', { opinion: '停' })).toMatchObject({ body: { code: 'step.not-in-order' } });
    expect(await months(grant)).toHaveLength(1);
  });

  test('决定暂停：下月起不发，名册里还没送银行的马上暂缓；决定有事由和条文；送达才办结', async () => {
    const grant = taken[0]!;
    await world.payroll.setDay('2014-11-28');
    const { roll } = await world.done('officer', 'payroll.draw-up', { benefit: BENEFIT, month: '2014-12' });
    await world.must('approver', suspended, 'suspend', { opinion: '同意暂停' });
    expect(await months(grant)).toEqual([{ from: '2014-11', state: 'paid', fen: 53_300 }, { from: '2014-12', state: 'suspended', fen: 0 }]);
    const held = await rows(`select distinct l.status from city_442000.roll_line l join city_442000.roll_line_item i on i.line_id = l.id where l.roll_id = $1 and i.grant_id = $2`, [roll, grant]);
    expect(held.map((row) => row.status)).toEqual(['held']);
    const [decision] = await rows(`select outcome, grounds->0->>'title' as ground, grounds->0->'law'->>'article' as article, statement from city_442000.decision where grant_id = $1`, [grant]);
    expect(decision).toMatchObject({ outcome: 'suspended', ground: '联系不上，不能复核', article: '第三十二条第二款' });
    expect(decision.statement).toContain('电话停机');
    expect((await world.see('clerk', 'casework.get-case', { caseId: suspended }))['outcome']).toBeNull();
    await world.must('clerk', suspended, 'serve', SERVED);
    expect((await world.see('clerk', 'casework.get-case', { caseId: suspended }))['outcome']).toBe('suspended');
  });

  test('查明停错了：恢复，停发的月份补发；没有停的不能恢复', async () => {
    await world.day('2015-02-03');
    const grant = taken[0]!;
    const { caseId } = await open(grant, { ask: 'resume', resumeGround: 'mistaken', facts: '住院，有病历' }) as { caseId: number };
    await world.must('lead', caseId, 'agree', { opinion: '属实' });
    await world.must('approver', caseId, 'resume', { opinion: '恢复' });
    expect(await months(grant)).toEqual([{ from: '2014-11', state: 'paid', fen: 53_300 }, { from: '2014-12', state: 'paid', fen: 53_300 }]);
    await world.must('clerk', caseId, 'serve', { ...SERVED, deliveredOn: '2015-02-03' });
    const running = await open(taken[1]!, { ask: 'resume', resumeGround: 'cleared', facts: '没有停过' }) as { caseId: number };
    expect(await world.step('lead', running.caseId, 'agree', { opinion: '同意' })).toMatchObject({ status: 409, body: { code: 'grant.not-suspended' } });
    await world.must('lead', running.caseId, 'drop', { reason: '没有停过' });
  });

  test('停发：先书面告知、听取意见，再决定；停发后可以恢复，从下月起', async () => {
    const grant = taken[1]!;
    const { caseId } = await open(grant, { ask: 'end', endGround: 'income-above', facts: '儿子就业，工资 3,000 元' }) as { caseId: number };
    await world.must('lead', caseId, 'agree', { opinion: '同意' });
    expect(await world.step('approver', caseId, 'end', { opinion: '停发' })).toMatchObject({ status: 409, body: { code: 'step.not-here' } });
    await world.must('approver', caseId, 'tell', { opinion: '拟停发' });
    await world.must('clerk', caseId, 'told', { deliveredOn: '2015-02-03', how: 'direct', receiver: '户主本人', reasons: '人均收入高于标准', objection: '没有意见' });
    await world.must('approver', caseId, 'end', { opinion: '决定停发' });
    await world.must('clerk', caseId, 'serve', { ...SERVED, deliveredOn: '2015-02-03' });
    expect((await months(grant)).at(-1)).toEqual({ from: '2015-03', state: 'ended', fen: 0 });
    expect(await world.act('clerk', 'casework.open-grant-case', { grantId: grant, kind: 'review', values: {} })).toMatchObject({ status: 409, body: { code: 'grant.ended' } });
    expect(await checkCases(world.payroll.zs, await loadRegistry())).toEqual([]);
  });
});

describe('[S001] 拒绝工作只减本人那一份', () => {
  test('第三次无正当理由拒绝，复核自己打开；只减他本人的份额，由审批机关决定', async () => {
    const [person] = await rows(`select m.person_id::int as id, m.key from city_442000.case_member m join city_442000.benefit_grant g on g.case_id = m.case_id where g.id = $1 order by m.id limit 1`, [chen.grant]);
    const offer = (offeredOn: string, answer: string, who: 'clerk' | 'elsewhere' = 'clerk') => world.act(who, 'subsistence-allowance.record-job-offer', { grant: chen.grant, person: person.id, offeredOn, offeredBy: '石岐区人社所', job: '公益性岗位，保洁', answer, reason: '嫌远' });
    expect(await offer('2016-01-01', 'refused')).toMatchObject({ status: 422, body: { code: 'offer.not-yet' } });
    expect(await offer('2015-02-01', 'refused', 'elsewhere')).toMatchObject({ status: 404 });
    const about = (await rows(`select id::int from city_442000.case_file where grant_id = $1 and outcome is null`, [chen.grant])) as { id: number }[];
    for (const row of about) await world.must('clerk', row.id, 'keep', { how: 'visit', lookedOn: '2015-02-03', opinion: '没有变化' }).catch(() => undefined);
    await offer('2015-01-05', 'just-cause');
    await offer('2015-01-12', 'refused');
    expect((await offer('2015-01-19', 'refused')).body).toMatchObject({ inARow: 2, full: false, review: null });
    const third = await offer('2015-01-26', 'refused');
    expect(third.body).toMatchObject({ inARow: 3, full: true, review: { caseId: expect.any(Number) } });
    const caseId = third.body['review'].caseId as number;
    const page = await world.see('clerk', 'casework.get-case', { caseId });
    expect(page['facts']['members'].find((member: { key: string }) => member.key === person.key)).toMatchObject({ refusedJobs: 3 });
    const { lines } = page['assessment'];
    const off = lines.filter((line: { item: string }) => line.item === 'work-refusal');
    expect(off).toHaveLength(1);
    expect(off[0]).toMatchObject({ person: person.key });
    const base = lines.find((line: { item: string }) => line.item === 'difference').fen as number;
    expect(off[0].fen).toBe(-Math.round(base / 3));
    expect(await world.step('clerk', caseId, 'keep', { how: 'visit', lookedOn: '2015-02-03', opinion: '没有变化' })).toMatchObject({ status: 409, body: { code: 'review.differs' } });
    expect((await world.see('clerk', 'subsistence-allowance.list-job-offers', { household: chen.household }))['counts']).toMatchObject([{ inARow: 3 }]);
  });
});
