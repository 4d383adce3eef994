import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nobody } from '../../src/kernel/access/caller.ts';
import { sealBlock } from '../../src/kernel/audit/seal-block.ts';
import { verifyAudit } from '../../src/kernel/audit/verify.ts';
import { checkCases } from '../../src/kernel/casework/check-cases.ts';
import getOriginals from '../../src/kernel/casework/queries/get-originals.ts';
import { query } from '../../src/kernel/db/query.ts';
import object from '../../src/kernel/notices/commands/object.ts';
import getPublic from '../../src/kernel/notices/queries/get-public.ts';
import listPublic from '../../src/kernel/notices/queries/list-public.ts';
import { makeRegistry } from '../../src/kernel/registry/registry.ts';
import relativeFilings from '../../src/domains/social-assistance/subsistence-allowance/queries/list-relative-filings.ts';
import { application2012 } from '../../src/domains/social-assistance/subsistence-allowance/application.ts';
import { matter } from '../../src/domains/social-assistance/subsistence-allowance/matter.ts';
import { staff } from '../harness/city.ts';
import { APPRAISAL, CHEN_FORM, doors, openWorld, SURVEY, type World } from './application-world.ts';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());

describe('[S001] 低保申请，2012年办法，从网上申请到批准', () => {
  let caseId: number;
  const page = () => world.look(world.posts.approver, doors.getCase, { caseId });

  test('居民存草稿、提交；申请人随表授权，其他人由窗口收纸质授权', async () => {
    await world.on('2014-10-13');
    await world.done(world.chen, doors.saveDraft, { matter: matter.id, values: { ...CHEN_FORM, movable: '六千' } });
    expect(await world.run(world.chen, doors.apply, { matter: matter.id })).toMatchObject({ ok: false, refused: { code: 'input.invalid' }, fields: [{ path: 'movable' }] });
    await world.done(world.chen, doors.saveDraft, { matter: matter.id, values: CHEN_FORM });
    const opened = await world.done(world.chen, doors.apply, { matter: matter.id });
    caseId = opened.caseId;
    expect(opened.number).toBe('ZS-DB-2014-000001');
    expect((await page()).assessment).toMatchObject({ outcome: 'unknown' });
    expect(await world.look(world.chen, doors.myCase, { caseId })).toMatchObject({ stateTitle: '待受理', toSign: [{ name: '黄*强' }, { name: '黄*欣' }], now: { doing: '待受理。' } });
  });

  test('材料不齐不能受理；没有全部授权不能核对，说出缺谁', async () => {
    expect(await world.step('clerk', caseId, 'accept', { complete: false, relativeOfStaff: false })).toMatchObject({ ok: false, refused: { code: 'step.not-in-order' } });
    await world.must('clerk', caseId, 'accept', { complete: true, relativeOfStaff: false });
    expect(await world.step('clerk', caseId, 'start-verification')).toMatchObject({ ok: false, refused: { code: 'verification.not-authorised', details: { names: '黄*强、黄*欣' } } });
    expect(await world.done(world.posts.clerk, doors.authorise, { caseId })).toEqual({ needed: 3, signed: 3 });
    expect((await page()).assessment).toMatchObject({ outcome: 'granted', fen: 81_400 });
    await world.must('clerk', caseId, 'start-verification');
  });

  test('核对没有答复齐，不能出报告，也不能批准；答复齐了报告封存', async () => {
    world.agencies.control('bank-deposits', 'slow', 2);
    await world.work(1);
    expect(await world.step('clerk', caseId, 'complete-verification')).toMatchObject({ ok: false, refused: { code: 'verification.incomplete' } });
    await world.on('2014-10-24');
    await world.work();
    const { verification } = await page();
    expect(verification.lines).toHaveLength(6);
    expect(verification.lines.find((line) => line.agency === 'social-insurance' && line.name === '黄*强')).toMatchObject({ state: 'answered', words: '城乡居民养老金 165.00 元／月' });
    await world.must('clerk', caseId, 'complete-verification');
    expect((await page()).verification.frozen).toMatchObject({ on: '2014-10-24' });
  });

  test('入户要两个人，都签字', async () => {
    const alone = { ...SURVEY, visitedOn: '2014-10-20', investigators: [{ name: '刘敏', signed: true }] };
    expect(await world.step('clerk', caseId, 'survey', alone)).toMatchObject({ ok: false, refused: { code: 'input.invalid' } });
    expect(await world.step('clerk', caseId, 'survey', { ...alone, investigators: [{ name: '刘敏', signed: true }, { name: '刘敏', signed: true }] })).toMatchObject({ ok: false, refused: { code: 'step.not-in-order' } });
    expect(await world.step('clerk', caseId, 'survey', { ...alone, investigators: [{ name: '刘敏', signed: true }, { name: '钟伟', signed: false }] })).toMatchObject({ ok: false, refused: { code: 'step.not-in-order' } });
    expect(await world.must('clerk', caseId, 'survey', { ...SURVEY, visitedOn: '2014-10-20' })).toBe('appraisal');
    expect((await page()).tasks).toMatchObject([{ title: '民主评议', dueOn: '2014-10-31', clock: { limit: 5, left: 5 } }]);
  });

  test('民主评议：代表不足三分之二无效', async () => {
    await world.on('2014-10-29');
    expect(await world.step('clerk', caseId, 'appraise', { ...APPRAISAL, heldOn: '2014-10-29', representatives: 9 })).toMatchObject({ ok: false, refused: { code: 'step.not-in-order' } });
    expect(await world.must('clerk', caseId, 'appraise', { ...APPRAISAL, heldOn: '2014-10-29', representatives: 10 })).toBe('town-opinion');
  });

  test('镇街公示满 7 天才能上报；任何人只看得到隐名、人数、金额', async () => {
    await world.on('2014-10-31');
    expect(await world.step('clerk', caseId, 'propose', { opinion: '同意', place: '太平社区公告栏' })).toMatchObject({ ok: false, refused: { code: 'step.wrong-role' } });
    await world.must('lead', caseId, 'propose', { opinion: '同意', place: '太平社区公告栏' });
    const { notices } = await world.look(nobody, listPublic, {});
    expect(notices).toMatchObject([{ name: '陈*英', headcount: 3, fen: 81_400, scope: 'town', endsOn: '2014-11-07' }]);
    expect(Object.keys(notices[0] ?? {}).toSorted()).toEqual(['day', 'days', 'division', 'endsOn', 'fen', 'headcount', 'id', 'matter', 'matterTitle', 'name', 'office', 'place', 'postedOn', 'proposed', 'running', 'scope']);
    await world.on('2014-11-07');
    expect(await world.step('lead', caseId, 'submit')).toMatchObject({ ok: false, refused: { code: 'notice.running', details: { until: '2014-11-07' } } });
    await world.on('2014-11-10');
    expect(await world.must('lead', caseId, 'submit')).toBe('county-review');
  });

  test('中山没有区县，由市局审批；镇街的审批岗位不行', async () => {
    const { staff } = await import('../harness/city.ts');
    const town = await staff(world.cities, world.cities.zhongshan, 'approver', '442000001');
    const { version } = await page();
    expect(await world.run(town, doors.step, { caseId, step: 'propose-approval', seen: version, data: { opinion: '同意', countyVisited: true, place: '网站' } })).toMatchObject({ ok: false, refused: { code: 'step.wrong-office', details: { office: '中山市' } } });
    await world.on('2014-11-14');
    expect(await world.must('approver', caseId, 'propose-approval', { opinion: '同意', countyVisited: false, place: '太平社区公告栏、市局网站' })).toBe('county-notice');
    expect(await page()).toMatchObject({ tasks: [{ id: 'decide', dueOn: '2014-11-26', clock: { limit: 3 } }], notice: { scope: 'county', endsOn: '2014-11-21' } });
    expect((await page()).stages.map((stage) => [stage.title, stage.status])).toEqual([['受理', 'done'], ['调查', 'done'], ['评议', 'done'], ['镇街公示', 'done'], ['审批', 'done'], ['县级公示', 'held'], ['决定', 'wait'], ['发放', 'wait']]);
  });

  test('公示期满才能批准：决定附全部理由和证据摘要，从下月起发', async () => {
    expect(await world.step('approver', caseId, 'approve')).toMatchObject({ ok: false, refused: { code: 'notice.running' } });
    await world.on('2014-11-24');
    expect(await world.must('approver', caseId, 'approve')).toBe('approved');
    const { decision, verification } = await page();
    expect(decision).toMatchObject({ outcome: 'granted', firstMonth: '2014-12', fen: 81_400, evidenceDigest: verification.frozen?.digest });
    expect(decision?.grounds.every((ground) => ground.result === 'met')).toBe(true);
    const { rows } = await world.cities.owner.query(`select g.first_month::text, v.persons from city_442000.benefit_grant g join city_442000.grant_version v on v.grant_id = g.id where g.case_id = $1`, [caseId]);
    expect(rows).toEqual([{ first_month: '2014-12-01', persons: 3 }]);
    expect((await world.look(world.chen, doors.myCase, { caseId })).now.doing).toBe('批准了，每月 814.00 元，从 2014 年 12 月起发。');
  });

  test('归档原件：全名、全号、账号，写明用途，记下看了谁；本人、别的镇街的岗位拿不到', async () => {
    const { members, account } = await world.look(world.posts.approver, getOriginals, { caseId, purpose: 'file-original' });
    expect(Object.values(members).map((member) => member.name)).toEqual(CHEN_FORM.members.map((member) => member.name));
    expect(Object.values(members).map((member) => member.number)).toEqual(CHEN_FORM.members.map((member) => member.idCard));
    expect(account?.number).toBe(CHEN_FORM.accountNumber);
    const { rows: [reading] } = await world.cities.owner.query(`select purpose, cardinality(subjects) as persons from city_442000.read_log where query = 'casework.get-originals' order by id desc limit 1`);
    expect(reading).toEqual({ purpose: '打印归档的原件', persons: 3 });
    expect(await query(world.cities.zhongshan, world.chen, getOriginals, { caseId, purpose: 'file-original' })).toMatchObject({ ok: false, refused: { code: 'access.not-yours' } });
    const elsewhere = await staff(world.cities, world.cities.zhongshan, 'town-clerk', '442000002');
    expect(await query(world.cities.zhongshan, elsewhere, getOriginals, { caseId, purpose: 'file-original' })).toMatchObject({ ok: false, refused: { code: 'case.not-found' } });
  });
});

describe('[S001] 公示有异议', () => {
  let caseId: number;
  const page = () => world.look(world.posts.approver, doors.getCase, { caseId });
  const form = { ...CHEN_FORM, members: [{ ...CHEN_FORM.members[0], name: '谭小辉', idCard: '442099197205060312' }], incomes: [{ person: '谭小辉', source: 'wage', regular: 'total', total: '1200', months: '6' }],
    hasAccount: false, bankCode: undefined, accountHolder: undefined, accountNumber: undefined, movable: '0' };

  test('任何人可以提异议；没有答复以前不能往下办', async () => {
    caseId = await world.accepted(form);
    await world.must('clerk', caseId, 'start-verification');
    await world.work();
    await world.must('clerk', caseId, 'complete-verification');
    await world.must('clerk', caseId, 'survey', { ...SURVEY, visitedOn: '2014-11-24' });
    await world.must('clerk', caseId, 'appraise', { ...APPRAISAL, heldOn: '2014-11-24' });
    await world.must('lead', caseId, 'propose', { opinion: '同意', place: '公告栏' });
    const noticeId = (await page()).notice?.id ?? 0;
    expect(await world.run(nobody, object, { noticeId, content: '他家有店面出租。', name: '邻居', contact: '13900000000' })).toMatchObject({ ok: true });
    await world.on('2014-12-02');
    expect(await world.run(nobody, object, { noticeId, content: '他家有店面出租。' })).toMatchObject({ ok: false, refused: { code: 'notice.over' } });
    expect(await world.step('lead', caseId, 'submit')).toMatchObject({ ok: false, refused: { code: 'notice.objection-open', details: { count: 1 } } });
    expect((await page()).notice?.objections).toMatchObject([{ content: '他家有店面出租。', answer: null }]);
  });

  test('异议成立：撤回公示，重新调查，更正情况，再提意见，再公示；旧公示撤回可查', async () => {
    const old = (await page()).notice;
    const objectionId = old?.objections[0]?.id;
    expect(await world.run(world.posts.second, doors.answerObjection, { objectionId, outcome: 'upheld', reply: '属实' })).toMatchObject({ ok: false, refused: { code: 'step.wrong-role' } });
    expect(await world.done(world.posts.lead, doors.answerObjection, { objectionId, outcome: 'upheld', reply: '有出租，重新核实' })).toMatchObject({ state: 'town-reinvestigation' });
    expect(await world.run(nobody, object, { noticeId: old?.id, content: '还有异议要提' })).toMatchObject({ ok: false, refused: { code: 'notice.over' } });
    expect(await world.run(world.posts.lead, doors.answerObjection, { objectionId, outcome: 'rejected', reply: '改口' })).toMatchObject({ ok: false, refused: { code: 'notice.answered' } });
    const { facts } = await page();
    const [first] = facts['members'] as { incomes: unknown[] }[];
    await world.must('clerk', caseId, 'correct-facts', { reason: '店面租金', facts: { ...facts, members: [{ ...first, incomes: [...(first?.incomes ?? []), { category: 'property', monthlyFen: 10_000 }] }] } });
    await world.must('clerk', caseId, 'reinvestigated', { findings: '店面租金每月 100 元' });
    await world.must('lead', caseId, 'propose', { opinion: '金额更正', place: '公告栏' });
    const { notices } = await page();
    expect(notices).toMatchObject([{ fen: 33_300, withdrawnOn: '2014-12-02' }, { fen: 23_300, withdrawnOn: null, running: true, objections: [] }]);
    expect((await world.look(nobody, listPublic, {})).notices.map((notice) => notice.fen)).toEqual([23_300]);
    await expect(world.look(nobody, getPublic, { noticeId: old?.id })).rejects.toThrow(/notice.not-found/);
  });

  test('县级公示有异议：20 个工作日内重新核实，县级必须入户', async () => {
    await world.on('2014-12-10');
    await world.must('lead', caseId, 'submit');
    expect(await world.step('approver', caseId, 'propose-approval', { opinion: '同意', countyVisited: false, place: '网站' })).toMatchObject({ ok: false, refused: { code: 'step.not-in-order' } });
    await world.must('approver', caseId, 'propose-approval', { opinion: '同意', countyVisited: true, place: '网站' });
    const noticeId = (await page()).notice?.id;
    const { objectionId } = await world.done(nobody, object, { noticeId, content: '收入还是不对。' });
    expect(await world.done(world.posts.approver, doors.answerObjection, { objectionId, outcome: 'upheld', reply: '重新核实' })).toMatchObject({ state: 'county-reinvestigation' });
    expect((await page()).tasks).toMatchObject([{ dueOn: '2015-01-08', clock: { limit: 20 } }]);
  });

  test('收入高于标准：不能批准；不予批准列出全部理由，3 日内书面告知', async () => {
    const { facts } = await page();
    const [first] = facts['members'] as object[];
    await world.must('approver', caseId, 'correct-facts', { reason: '工资', facts: { ...facts, members: [{ ...first, incomes: [{ category: 'wage', monthlyFen: 90_000 }] }], assets: { movableFen: 0, vehicles: 1, houses: 3 } } });
    expect(await world.step('approver', caseId, 'propose-approval', { opinion: '同意', countyVisited: true, place: '网站' })).toMatchObject({ ok: false, refused: { code: 'decision.not-granted' } });
    expect(await world.must('approver', caseId, 'refuse', { opinion: '不符合' })).toBe('notifying');
    const { decision, tasks } = await page();
    expect(decision?.grounds.filter((ground) => ground.result === 'unmet').map((ground) => ground.id)).toEqual(['income', 'vehicles', 'houses']);
    expect(tasks).toMatchObject([{ title: '书面告知申请人，说明理由', dueOn: '2014-12-15' }]);
    expect(await world.must('clerk', caseId, 'notify', { deliveredOn: '2014-12-10', how: 'direct', receiver: '谭小辉' })).toBe('refused');
  });
});

describe('[S001] 2012年办法：近亲属备案（第二十六条：必须入户），入户抽查', () => {
  const alone = (name: string, idCard: string) => ({ ...CHEN_FORM, members: [{ ...CHEN_FORM.members[0], name, idCard }], incomes: [{ person: name, source: 'wage', regular: 'total', total: '1200', months: '6' }],
    hasAccount: false, bankCode: undefined, accountHolder: undefined, accountNumber: undefined, movable: '0' });
  const toReview = async (name: string, idCard: string, accept: Record<string, unknown>): Promise<number> => {
    const { caseId } = await world.done(world.posts.clerk, doors.register, { matter: matter.id, values: alone(name, idCard) });
    await world.done(world.posts.clerk, doors.authorise, { caseId });
    await world.must('clerk', caseId, 'accept', { complete: true, ...accept });
    await world.must('clerk', caseId, 'start-verification');
    await world.work();
    await world.must('clerk', caseId, 'complete-verification');
    await world.must('clerk', caseId, 'survey', { ...SURVEY, visitedOn: '2014-12-10' });
    await world.must('clerk', caseId, 'appraise', { ...APPRAISAL, heldOn: '2014-12-10' });
    await world.must('lead', caseId, 'propose', { opinion: '同意', place: '公告栏' });
    return caseId;
  };
  const propose = (caseId: number, countyVisited: boolean) => world.step('approver', caseId, 'propose-approval', { opinion: '同意', countyVisited, place: '市局网站' });

  test('备案的进登记簿，一件一次，退回再办也不重号；没有入户不能拟批准；没有备案、没有抽中的不用入户', async () => {
    const filed = await toReview('试备案', '442099197208080319', { relativeOfStaff: true, relative: '舅舅是居委会委员' });
    const plain = await toReview('试平常', '442099197208080327', { relativeOfStaff: false });
    await world.on('2014-12-18');
    for (const caseId of [filed, plain]) await world.must('lead', caseId, 'submit');
    expect((await world.look(world.posts.clerk, relativeFilings, {})).items).toMatchObject([{ caseId: filed, number: 'ZS-BA-2014-000001', relative: '舅舅是居委会委员' }]);
    expect(await propose(filed, false)).toMatchObject({ ok: false, refused: { code: 'step.not-in-order', details: { because: expect.stringMatching(/近亲属.*必须入户/) } } });
    expect((await world.look(world.posts.approver, doors.getCase, { caseId: filed })).state).toBe('county-review');
    expect(await propose(filed, true)).toMatchObject({ ok: true, result: { state: 'county-notice' } });
    expect(await propose(plain, false)).toMatchObject({ ok: true, result: { state: 'county-notice' } });
  });

  test('2012年办法没有终止审核确认这一步', () => {
    expect(Object.values(application2012.states).flatMap((state) => state.steps).some((step) => step.id === 'terminate')).toBe(false);
  });
});

describe('[S001] 到最后', () => {
  test('状态和待办与经过一致；记录完整', async () => {
    const registry = makeRegistry({ domains: [], values: [], matters: [{ file: 'src/domains/social-assistance/subsistence-allowance/matter.ts', declaration: { ...matter, procedures: [application2012] } }] });
    expect(await checkCases(world.cities.zhongshan, registry)).toEqual([]);
    while ((await sealBlock(world.cities.zhongshan)) > 0) { /* until everything is sealed */ }
    expect((await verifyAudit(world.cities.zhongshan)).findings).toEqual([]);
  });
});
