import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nobody } from '../../src/kernel/access/caller.ts';
import { sealBlock } from '../../src/kernel/audit/seal-block.ts';
import { verifyAudit } from '../../src/kernel/audit/verify.ts';
import getGrantFacts from '../../src/kernel/benefits/queries/get-grant-facts.ts';
import assign from '../../src/kernel/complaints/commands/assign.ts';
import conclude from '../../src/kernel/complaints/commands/conclude.ts';
import investigate from '../../src/kernel/complaints/commands/investigate.ts';
import register from '../../src/kernel/complaints/commands/register.ts';
import finish from '../../src/kernel/errands/commands/finish.ts';
import listErrands from '../../src/kernel/errands/queries/list-errands.ts';
import confirm from '../../src/kernel/service/commands/confirm.ts';
import openRemedy from '../../src/kernel/service/commands/open-remedy.ts';
import record from '../../src/kernel/service/commands/record.ts';
import recordRemedy from '../../src/kernel/service/commands/record-remedy.ts';
import getPaper from '../../src/kernel/service/queries/get-paper.ts';
import listUnserved from '../../src/kernel/service/queries/list-unserved.ts';
import verifyPaper from '../../src/kernel/service/queries/verify-paper.ts';
import { staff } from '../harness/city.ts';
import { APPRAISAL, CHEN_FORM, doors, openWorld, SURVEY, type World } from './application-world.ts';

let world: World;
let granted: number;
let refused: number;
beforeAll(async () => {
  world = await openWorld();
  granted = await decided(CHEN_FORM);
  refused = await decided({ ...CHEN_FORM, members: [{ ...CHEN_FORM.members[0], name: '谭小辉', idCard: '442099197205060312' }], incomes: [{ person: '谭小辉', source: 'wage', regular: 'total', total: '42000', months: '6' }],
    hasAccount: false, bankCode: undefined, accountHolder: undefined, accountNumber: undefined });
}, 120_000);
afterAll(() => world.close());

/** From the counter to the decision: granted, or where the income is too high refused at the county's review. */
async function decided(form: Record<string, unknown>): Promise<number> {
  const { caseId } = await world.done(world.posts.clerk, doors.register, { matter: 'subsistence-allowance', values: form });
  await world.done(world.posts.clerk, doors.authorise, { caseId });
  await world.must('clerk', caseId, 'accept', { complete: true, relativeOfStaff: false });
  await world.must('clerk', caseId, 'start-verification');
  await world.work();
  await world.must('clerk', caseId, 'complete-verification');
  const { today } = await world.look(world.posts.approver, listErrands, {});
  await world.must('clerk', caseId, 'survey', { ...SURVEY, visitedOn: today });
  await world.must('clerk', caseId, 'appraise', { ...APPRAISAL, heldOn: today });
  await world.must('lead', caseId, 'propose', { opinion: '意见', place: '公告栏' });
  await world.on(plus(today, 8));
  await world.must('lead', caseId, 'submit');
  if ((await world.look(world.posts.approver, doors.getCase, { caseId })).assessment?.outcome === 'refused') {
    await world.must('approver', caseId, 'refuse', { opinion: '收入高于标准' });
    return caseId;
  }
  await world.must('approver', caseId, 'propose-approval', { opinion: '同意', countyVisited: true, place: '公告栏' });
  await world.on(plus(today, 17));
  await world.must('approver', caseId, 'approve');
  return caseId;
}
async function grantOf(caseId: number): Promise<{ household: { number: string }; grant: { id: number; first_month: string }; today: string }> {
  const { rows: [row] } = await world.cities.owner.query<{ id: string; first_month: string; number: string }>(
    'select g.id, g.first_month::text, h.number from city_442000.benefit_grant g join city_442000.household h on h.id = g.household_id where g.case_id = $1', [caseId]);
  const { today } = await world.look(world.posts.approver, listErrands, {});
  return { household: { number: row?.number ?? '' }, grant: { id: Number(row?.id), first_month: row?.first_month ?? '' }, today };
}
const plus = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const paper = (caseId: number) => world.look(world.posts.approver, getPaper, { caseId });

describe('[S025] 决定有文号、有摘要，送达以后救济期限才开始', () => {
  test('文号按机关和事项编，不重、不漏', async () => {
    expect((await paper(granted)).number).toBe('中民低字〔2014〕1号');
    expect((await paper(refused)).number).toBe('中民低字〔2014〕2号');
    expect((await world.look(world.posts.clerk, listUnserved, {})).lines.map((line) => line.number)).toEqual(['中民低字〔2014〕1号', '中民低字〔2014〕2号']);
  });

  test('任何人凭文号和校验码验真，看不到是谁；码不对就没有；内容被动过验不过', async () => {
    const { number, code, digest } = await paper(granted);
    const seen = await world.look(nobody, verifyPaper, { number: number?.replace('〔', '[').replace('〕', ']'), code: code?.toLowerCase() });
    expect(seen).toMatchObject({ number, matterTitle: '低保', outcomeTitle: '批准', office: '中山市', digest, intact: true, revoked: false });
    expect(Object.keys(seen).toSorted()).toEqual(['decidedOn', 'digest', 'intact', 'matterTitle', 'number', 'office', 'outcomeTitle', 'revoked']);
    expect(JSON.stringify(seen)).not.toMatch(/陈|4420/);
    await expect(world.look(nobody, verifyPaper, { number, code: 'AAAAAAAA' })).rejects.toThrow(/paper.not-found/);
    await world.cities.owner.query(`set session_replication_role = replica; update city_442000.decision set fen = fen + 100 where case_id = ${granted}; set session_replication_role = origin`);
    expect(await world.look(nobody, verifyPaper, { number, code })).toMatchObject({ intact: false });
    await world.cities.owner.query(`set session_replication_role = replica; update city_442000.decision set fen = fen - 100 where case_id = ${granted}; set session_replication_role = origin`);
    expect(await world.look(nobody, verifyPaper, { number, code })).toMatchObject({ intact: true });
  });

  test('没有送达，期限不起算；写明向谁提', async () => {
    const { remedies, servedOn } = await paper(granted);
    expect(servedOn).toBeNull();
    expect(remedies).toMatchObject([
      { title: '行政复议', within: '60 天内', lastDay: null, body: '中山市人民政府或者广东省民政部门' }, { title: '行政诉讼', within: '3 个月内', lastDay: null, body: '中山市所在地的基层人民法院' }]);
  });

  test('本人在网上确认收到，就是电子送达；别人确认不了，也不能再送一次', async () => {
    const { decisionId, decidedOn } = await paper(granted);
    await world.on(plus(decidedOn, 20));
    expect(await world.look(world.chen, getPaper, { caseId: granted })).toMatchObject({ mayConfirm: true });
    const { decisionId: other } = await paper(refused);
    expect(await world.run(world.chen, confirm, { decisionId: other })).toMatchObject({ ok: false });
    const { servedOn } = await world.done(world.chen, confirm, { decisionId });
    expect(servedOn).toBe(plus(decidedOn, 20));
    expect((await paper(granted)).remedies[0]).toMatchObject({ lastDay: plus(servedOn as string, 60) });
    expect(await world.run(world.posts.clerk, record, { decisionId, how: 'direct', triedOn: servedOn, reached: true, receiver: '陈秀英', by: ['刘敏'] })).toMatchObject({ ok: false, refused: { code: 'service.already' } });
  });

  test('没送到要写原因；拒收留置要有见证人；公告满期才算送达', async () => {
    const { decisionId, decidedOn, today } = await paper(refused);
    const attempt = { decisionId, triedOn: today, by: ['刘敏', '钟伟'] };
    expect(await world.run(world.posts.clerk, record, { ...attempt, how: 'direct', reached: false })).toMatchObject({ ok: false, refused: { code: 'service.incomplete' } });
    expect(await world.done(world.posts.clerk, record, { ...attempt, how: 'direct', reached: false, because: '家中无人' })).toEqual({ servedOn: null });
    expect((await world.look(world.posts.clerk, listUnserved, {})).lines).toMatchObject([{ tries: 1, lastFailure: '家中无人', name: '谭*辉' }]);
    expect(await world.run(world.posts.clerk, record, { ...attempt, how: 'left', reached: true, because: '拒绝签收' })).toMatchObject({ ok: false, refused: { details: { because: '留置送达要有见证人，写上姓名；没有见证人的，附上照片、录像' } } });
    expect(await world.run(world.posts.clerk, record, { ...attempt, how: 'left', triedOn: plus(decidedOn, -1), reached: true, because: '拒绝签收', witnesses: ['何村长'] })).toMatchObject({ ok: false, refused: { code: 'service.incomplete' } });
    const outsider = await staff(world.cities, world.cities.zhongshan, 'town-clerk', '442000100');
    expect(await world.run(outsider, record, { ...attempt, how: 'left', reached: true, because: '拒绝签收', witnesses: ['何村长'] })).toMatchObject({ ok: false, refused: { code: 'service.no-decision' } });
    expect(await world.done(world.posts.clerk, record, { ...attempt, how: 'left', reached: true, because: '拒绝签收', witnesses: ['何村长'] })).toEqual({ servedOn: today });
    expect((await world.look(world.posts.clerk, listUnserved, {})).lines).toEqual([]);
  });

  test('复议撤销：原决定不动，交办重新办理；结果只记一次', async () => {
    const { decisionId, today } = await paper(refused);
    const before = await world.cities.owner.query(`select * from city_442000.decision where id = ${decisionId}`);
    const { remedyId } = await world.done(world.posts.approver, openRemedy, { decisionId, kind: 'reconsideration', body: '中山市人民政府', number: '中府行复〔2014〕9号', receivedOn: today });
    const { errand } = await world.done(world.posts.approver, recordRemedy, { remedyId, outcome: 'revoked', decidedOn: today, said: '收入核算期有误，撤销重办' });
    expect(await world.run(world.posts.approver, recordRemedy, { remedyId, outcome: 'upheld', decidedOn: today, said: '维持' })).toMatchObject({ ok: false, refused: { code: 'remedy.answered' } });
    expect((await world.look(world.posts.approver, listErrands, {})).errands).toMatchObject([{ id: errand, kind: 'redecide', caseId: refused, mine: true }]);
    expect((await world.cities.owner.query(`select * from city_442000.decision where id = ${decisionId}`)).rows).toEqual(before.rows);
    expect((await paper(refused)).taken).toMatchObject([{ outcome: 'revoked', body: '中山市人民政府' }]);
    const { number, code } = await paper(refused);
    expect(await world.look(nobody, verifyPaper, { number, code })).toMatchObject({ intact: true, revoked: true });
    await world.done(world.posts.approver, finish, { errandId: errand, result: '已重新受理' });
    expect((await world.look(world.posts.approver, listErrands, {})).errands).toEqual([]);
    expect(await world.run(world.posts.approver, finish, { errandId: errand, result: '再办一次' })).toMatchObject({ ok: false, refused: { code: 'errand.done' } });
  });

  test('投诉属实，少报收入：按更正后的情况当场重算，旧的一版还在', async () => {
    const { household, grant, today } = await grantOf(granted);
    const { complaintId } = await world.done(world.posts.clerk, register, { about: 'household', division: '442000001001', matter: 'subsistence-allowance', how: 'desk', content: '她有店面出租。' });
    await world.done(world.posts.lead, assign, { complaintId, seen: 1, household: household.number, investigators: ['刘敏', '钟伟'] });
    await world.done(world.posts.clerk, investigate, { complaintId, seen: 2, heldOn: today, investigators: [{ name: '刘敏', signed: true }, { name: '钟伟', signed: true }], findings: '店面月租 100 元。' });
    const { facts } = await world.look(world.posts.approver, getGrantFacts, { grant: grant.id });
    const [first, ...others] = (facts as { members: { incomes: unknown[] }[] }).members;
    const corrected = { ...facts, members: [{ ...first, incomes: [...(first?.incomes ?? []), { category: 'property', monthlyFen: 10_000 }] }, ...others] };
    const body = { complaintId, seen: 3, outcome: 'upheld', opinion: '属实', reply: '查实，已重算。', correction: { kind: 'change', grantId: grant.id, fromMonth: grant.first_month.slice(0, 7), facts: corrected } };
    expect(await world.run(world.posts.approver, conclude, { ...body, correction: { ...body.correction, facts: { members: '没有' } } })).toMatchObject({ ok: false, refused: { code: 'case.facts-wrong' } });
    expect(await world.done(world.posts.approver, conclude, body)).toMatchObject({ state: 'closed', did: expect.stringContaining('714.00') });
    const { rows } = await world.cities.owner.query('select fen, known_to is null as now, reason from city_442000.grant_version where grant_id = $1 order by id', [grant.id]);
    expect(rows.map((row) => [Number(row.fen), row.now])).toEqual([[81_400, false], [71_400, true]]);
    expect(rows[1]?.reason).toMatch(/^投诉核查属实（ZS-TS-/);
  });

  test('审计封存验得过', async () => {
    while ((await sealBlock(world.cities.zhongshan)) > 0) { /* until everything is sealed */ }
    expect((await verifyAudit(world.cities.zhongshan)).findings).toEqual([]);
  });
});
