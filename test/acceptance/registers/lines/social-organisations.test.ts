import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findDemoRecords } from '../../../../demo/records/plant-records.ts';
import type { Values } from '../../../../src/kernel/contract/register.ts';
import { Desk, percent, refusedByRule, SO_FAR, sumOf, TODAY } from '../register-desk.ts';
import { openRegisterOffice, type RegisterOffice } from '../register-office.ts';

let office: RegisterOffice;
let desk: Desk;

beforeAll(async () => { office = await openRegisterOffice(await findDemoRecords()); desk = new Desk(office); }, 240_000);
afterAll(() => office.close());

const total = (rows: readonly { readonly values: Values }[], key: string): number => sumOf(rows.map((row) => row.values[key]));

describe('[S100 whole] 益路同行：专项资金、按主题和组织的项目、节点、拨付和结果；拨付不超预算', () => {
  const PROGRAMME = 'governance-support-programme';
  const PROJECT = 'governance-support-project';
  let programme = 0;
  let project = 0;

  test('没有安排资金不能拨付；超过预算的一笔不记，预算也改不到已拨以下', async () => {
    programme = await desk.open(PROGRAMME, '2014-02-01', { name: '试点计划', year: 2014, budget: 10_000_000 });
    project = await desk.open(PROJECT, '2014-02-05', { name: '邻里议事', programme, organisation: desk.nth('organisation', 3), theme: 'community', agreed: 6_000_000, planServed: 200 });
    const other = await desk.open(PROJECT, '2014-02-05', { name: '银龄互助', programme, organisation: desk.nth('organisation', 4), theme: 'elderly', agreed: 8_000_000 });
    const pay = { project, instalment: 'first', amount: 6_000_000 };
    refusedByRule(await desk.tryEntry(PROGRAMME, programme, 'payments', '2014-02-10', pay), '资金还没有安排');
    expect(await desk.lacking(PROGRAMME, programme, 'committed', '2014-02-08')).toEqual(['budgetLine', 'documentNumber']);
    await desk.step(PROGRAMME, programme, 'committed', '2014-02-08', { budgetLine: '社会组织专项', documentNumber: '演示〔2014〕9号' });
    refusedByRule(await desk.tryEntry(PROGRAMME, programme, 'payments', '2014-02-10', { ...pay, instalment: 'final' }), '首期还没有拨付');
    await desk.entry(PROGRAMME, programme, 'payments', '2014-02-10', pay);
    refusedByRule(await desk.tryEntry(PROGRAMME, programme, 'payments', '2014-02-11', { ...pay, project: other, amount: 4_000_001 }), '超过专项资金');
    await desk.entry(PROGRAMME, programme, 'payments', '2014-02-11', { ...pay, project: other, amount: 4_000_000 });
    refusedByRule(await desk.tryChange(PROGRAMME, programme, TODAY, { budget: 9_999_999 }), '超过专项资金');
    const page = await desk.page(PROGRAMME, programme);
    expect([page['totals'], page['derived']]).toEqual([{ spent: 10_000_000, projectsPaid: 2 }, { unspent: 0, spentShare: 100 }]);
  });
  test('节点的分期不超约定，过期的点名，都认可了、有评价才结项；服务人次对计划', async () => {
    refusedByRule(await desk.tryEntry(PROJECT, project, 'services', '2014-02-20', { activity: '议事会', served: 20 }), '还没有实施');
    await desk.step(PROJECT, project, 'running', '2014-03-01', { startsOn: '2014-03-01', endsOn: '2014-11-30' });
    const step = { step: '启动', due: '2014-04-30', instalment: 4_000_000 };
    const first = await desk.entry(PROJECT, project, 'milestones', '2014-03-01', { ...step, accepted: false });
    refusedByRule(await desk.tryEntry(PROJECT, project, 'milestones', '2014-03-01', { step: '结项', due: '2014-11-30', instalment: 2_000_001, accepted: false }), '超过扶持金额');
    expect(await desk.warnings(PROJECT, project)).toBe('“启动”应在 2014-04-30 完成，还没有认可。');
    refusedByRule(await desk.tryCorrect(PROJECT, 'milestones', first, '2014-03-01', { ...step, accepted: true }), '完成日期');
    refusedByRule(await desk.tryStep(PROJECT, project, 'completed', '2014-11-03', { result: 'passed', resultText: '成' }), '1 个节点');
    await desk.correct(PROJECT, 'milestones', first, '2014-03-01', { ...step, accepted: true, doneOn: '2014-05-05' });
    await desk.entry(PROJECT, project, 'services', '2014-07-20', { activity: '议事会', served: 150 });
    const page = await desk.page(PROJECT, project);
    expect([page['derived'], page['warnings'], await desk.reminders(PROJECT, project)]).toEqual([{ servedShare: 75 }, [], { ends: '2014-11-30', quiet: '2014-10-20 overdue' }]);
    expect(await desk.lacking(PROJECT, project, 'completed', '2014-11-03')).toEqual(['result', 'resultText']);
    await desk.step(PROJECT, project, 'completed', '2014-11-03', { result: 'passed', resultText: '议事会每月开' });
    expect(await desk.figures(PROJECT, ['completed', 'passed-share'], SO_FAR)).toEqual([1, 100]);
  });
  test('投入 300 万元、三十六个项目、拨付和服务人次数得出，按主题、按组织分', async () => {
    expect(await desk.figure(`${PROGRAMME}.committed-money`, { from: '2014-03-01', to: '2014-04-01' })).toBe(3_000_000);
    expect(await desk.figure(`${PROGRAMME}.committed-money`, SO_FAR)).toBe(3_100_000);
    expect(await desk.givesFigures(`${PROGRAMME}.committed-money`)).toEqual(['zs2014-076']);
    expect((await desk.statistic(`${PROGRAMME}.committed-money`, SO_FAR)).rows).toBe(2);
    expect(await desk.figure(`${PROGRAMME}.paid-money`, { from: '2014-06-01', to: '2014-11-04' })).toBe(total(desk.sampleEntries(PROGRAMME, 'payments'), 'amount') / 100);
    expect(total(desk.sampleEntries(PROGRAMME, 'payments'), 'amount')).toBeLessThanOrEqual(300_000_000);
    expect(await desk.figure(`${PROGRAMME}.projects-paid`, { from: '2014-06-01', to: '2014-11-04' })).toBe(36);
    expect(await desk.figure(`${PROJECT}.projects`, SO_FAR)).toBe(36 + 1);
    expect(await desk.figure(`${PROJECT}.served`, SO_FAR)).toBe(total(desk.sampleEntries(PROJECT, 'services'), 'served') + 150);
    const by = async (field: string) => (await office.see('records.count', { register: PROJECT, asOf: '2014-11-02', ...SO_FAR, by: field })) as unknown as { key: string; stock: number; opened: number }[];
    expect((await by('theme')).map((row) => [row.key, row.stock])).toContainEqual(['elderly', desk.samples(PROJECT).filter((row) => row.values['theme'] === 'elderly').length]);
    expect((await by('organisation')).filter((row) => row.opened > 0)).toHaveLength(36);
  });
});

describe('[S104 whole] 联合会、研究院、讲坛：会员有进有出，讲坛有主讲有签到，课题有成果，哪些镇街有联合会', () => {
  const [FEDERATION, MEMBER, FORUM, RESEARCH] = ['organisation-federation', 'federation-member', 'organisation-forum', 'organisation-research'];

  test('会员：加入、退出有日期，在会不能再入，那一天有谁数得出，按级别分', async () => {
    const federation = desk.nth(FEDERATION, 4);
    const values = { organisation: desk.nth('organisation', 100), federation, level: 'filed', rank: 'member', joinedOn: '2014-07-01' };
    expect(await desk.figure(`${MEMBER}.members`, TODAY)).toBe(58);
    const record = await desk.open(MEMBER, '2014-07-01', values, { division: desk.town(2) });
    refusedByRule(await desk.tryOpen(MEMBER, '2014-08-01', { ...values, joinedOn: '2014-08-01' }, { division: desk.town(2) }), '已经是');
    refusedByRule(await desk.tryStep(MEMBER, record, 'left', '2014-09-01', { leftOn: '2014-06-30' }), '不能早于');
    await desk.step(MEMBER, record, 'left', '2014-09-01', { leftOn: '2014-09-01' });
    const again = await desk.open(MEMBER, '2014-10-01', { ...values, joinedOn: '2014-08-15' }, { division: desk.town(2) });
    expect(await desk.warnings(MEMBER, again)).toBe('这个组织 2014-09-01 才退出，加入日期却更早。请核对。');
    await desk.change(MEMBER, again, '2014-10-01', { joinedOn: '2014-10-01' });
    expect(await desk.warnings(MEMBER, again)).toBe('');
    expect([await desk.figure(`${MEMBER}.members`, '2014-08-31'), await desk.figure(`${MEMBER}.members`, '2014-09-30'), await desk.figure(`${MEMBER}.members`, TODAY)]).toEqual([59, 58, 59]);
    expect(await desk.figures(MEMBER, ['members-city', 'members-filed'], TODAY)).toEqual([34, 25]);
    expect(await desk.figure(`${MEMBER}.left`, SO_FAR)).toBe(3);
    expect((await desk.statistic(`${MEMBER}.members`, TODAY)).rows).toBe(59);
  });
  test('镇街联合会：今年新成立一家，覆盖率，还没有的镇街列出来；换届前九十天提醒', async () => {
    const towns = office.ground.towns.length;
    expect(await desk.figure(`${FEDERATION}.town-federations-new`, SO_FAR)).toBe(1);
    expect(await desk.givesFigures(`${FEDERATION}.town-federations-new`)).toEqual(['py2018-059']);
    expect(await desk.figure(`${FEDERATION}.town-federations`, TODAY)).toBe(3);
    expect(await desk.figure(`${FEDERATION}.town-federations`, '2014-06-11')).toBe(2);
    expect(await desk.figure(`${FEDERATION}.towns-covered`, SO_FAR)).toBe(percent(3, towns));
    expect([await desk.missing(FEDERATION), await desk.missing(FEDERATION, '2014-06-11')]).toMatchObject([{ all: towns, without: towns - 3 }, { all: towns, without: towns - 2 }]);
    const values = { name: '试点联合会', kind: 'federation', level: 'town', termEnds: '2015-02-01' };
    const record = await desk.open(FEDERATION, '2014-10-01', values, { division: desk.town(5) });
    // preparing is not there yet
    expect(await desk.missing(FEDERATION)).toMatchObject({ all: towns, without: towns - 3 });
    expect(await desk.lacking(FEDERATION, record, 'working', '2014-11-01')).toEqual(['establishedOn']);
    await desk.step(FEDERATION, record, 'working', '2014-11-01', { establishedOn: '2014-11-01' });
    expect(await desk.missing(FEDERATION)).toMatchObject({ all: towns, without: towns - 4 });
    expect(await desk.reminders(FEDERATION, record)).toEqual({ term: '2015-02-01' });
  });
  test('讲坛期次接着上一期，有主讲、有签到；课题没有成果不结题', async () => {
    const host = desk.nth(FEDERATION, 0);
    const values = { topic: '社会组织财务', edition: 8, heldOn: '2014-11-01', host, quota: 50 };
    refusedByRule(await desk.tryOpen(FORUM, '2014-10-01', values), '这一期应是第7期');
    const record = await desk.open(FORUM, '2014-10-01', { ...values, edition: 7 });
    expect(await desk.lacking(FORUM, record, 'held', '2014-11-01')).toEqual(['participants']);
    await desk.step(FORUM, record, 'held', '2014-11-01', { participants: 40 });
    expect(await desk.warnings(FORUM, record)).toBe('还没有登记主讲人。');
    await desk.entry(FORUM, record, 'speakers', '2014-11-01', { speaker: '王五', lecture: '财务' });
    await desk.entry(FORUM, record, 'attendance', '2014-11-01', { organisation: desk.nth('organisation', 7), heads: 41 });
    expect(await desk.warnings(FORUM, record)).toBe('签到的人比参加人数多。请核对参加人数。');
    expect(await desk.figures(FORUM, ['held', 'speakers'], SO_FAR)).toEqual([6, 6]);
    expect(await desk.figure(`${FORUM}.signed-in`, SO_FAR)).toBe(total(desk.sampleEntries(FORUM, 'attendance'), 'heads') + 41);
    const task = await desk.open(RESEARCH, '2014-05-01', { title: '镇街联合会', institute: desk.nth(FEDERATION, 1), startsOn: '2014-05-01', due: '2014-12-03' });
    await desk.step(RESEARCH, task, 'running', '2014-05-01');
    expect(await desk.reminders(RESEARCH, task)).toEqual({ due: '2014-12-03' });
    refusedByRule(await desk.tryStep(RESEARCH, task, 'delivered', '2014-11-01', { deliveredOn: '2014-11-01' }), '还没有登记成果');
    await desk.entry(RESEARCH, task, 'outputs', '2014-10-31', { kind: 'report', heading: '报告', adopted: true, adoptedBy: '市民政局' });
    await desk.step(RESEARCH, task, 'delivered', '2014-11-01', { deliveredOn: '2014-11-01' });
    expect([await desk.figure(`${RESEARCH}.delivered`, SO_FAR), await desk.figure(`${RESEARCH}.outputs`, SO_FAR), await desk.figure(`${RESEARCH}.adopted`, SO_FAR), await desk.figure(`${RESEARCH}.running`, TODAY)]).toEqual([3, 3, 2, 3]);
  });
});

describe('[S105 whole] 社会组织能力建设培训：系列分期，单位报名，签到、证书，办了几期', () => {
  const REGISTER = 'organisation-training';
  const base = { name: '第九讲', series: 'capacity', year: 2014, startsOn: '2014-11-01', endsOn: '2014-11-02', hours: '12', seats: 5 };
  const who = (n: number) => office.ground.person(8800 + n, 30 + n);

  test('期次接着本年上一期；开班在本年；报名不超计划；没有报名的单位不能签到；缺课没有证书', async () => {
    refusedByRule(await desk.tryOpen(REGISTER, '2014-10-01', { ...base, edition: 10 }), '这一期应是第9期');
    refusedByRule(await desk.tryOpen(REGISTER, '2014-10-01', { ...base, edition: 8 }), '已经有第8期');
    refusedByRule(await desk.tryOpen(REGISTER, '2014-10-01', { ...base, edition: 9, startsOn: '2015-01-08', endsOn: '2015-01-08' }), '不在这个年度');
    const record = await desk.open(REGISTER, '2014-10-01', { ...base, edition: 9 });
    const [one, two] = [desk.nth('organisation', 1), desk.nth('organisation', 6)];
    await desk.entry(REGISTER, record, 'enrolment', '2014-10-08', { organisation: one, places: 1 });
    refusedByRule(await desk.tryEntry(REGISTER, record, 'enrolment', '2014-10-08', { organisation: two, places: 5 }), '报满');
    await desk.step(REGISTER, record, 'held', '2014-11-01');
    const came = { organisation: one, came: true, creditHours: '6', certificate: 'N-1' };
    refusedByRule(await desk.tryEntry(REGISTER, record, 'attendance', '2014-11-01', { ...came, organisation: two }, who(1)), '没有报名');
    refusedByRule(await desk.tryEntry(REGISTER, record, 'attendance', '2014-11-03', came, who(1)), '不在培训期间');
    refusedByRule(await desk.tryEntry(REGISTER, record, 'attendance', '2014-11-01', { ...came, came: false }, who(1)), '证书');
    await desk.entry(REGISTER, record, 'attendance', '2014-11-01', came, who(1));
    await desk.entry(REGISTER, record, 'attendance', '2014-11-02', came, who(1));
    expect(await desk.warnings(REGISTER, record)).toBe('');
    await desk.entry(REGISTER, record, 'attendance', '2014-11-02', { ...came, certificate: 'N-2' }, who(2));
    const page = await desk.page(REGISTER, record);
    expect(await desk.warnings(REGISTER, record)).toBe('有 1 个单位到课的人比报名的多。请核对单位报名。');
    expect(page['totals']).toMatchObject({ placesTaken: 1, organisationsEnrolled: 1, attended: 3, persons: 2, organisationsCame: 1 });
  });
  test('能力建设办了八期，加这里一期；人数、证书、单位；计划八期', async () => {
    expect(await desk.figure(`${REGISTER}.capacity-sessions`, { from: '2014-01-01', to: '2014-11-01' })).toBe(8);
    expect(await desk.figure(`${REGISTER}.capacity-sessions`, SO_FAR)).toBe(9);
    expect(await desk.figure(`${REGISTER}.sessions`, SO_FAR)).toBe(13);
    expect(await desk.givesFigures(`${REGISTER}.capacity-sessions`)).toEqual(['zs2014-077']);
    expect((await desk.statistic(`${REGISTER}.capacity-sessions`, SO_FAR)).rows).toBe(9);
    const came = desk.sampleEntries(REGISTER, 'attendance').filter((one) => one.values['came'] === true);
    expect(await desk.figure(`${REGISTER}.persons`, SO_FAR)).toBe(new Set(came.map((one) => one.person?.idNumber)).size + 2);
    expect(await desk.figure(`${REGISTER}.certificates`, SO_FAR)).toBe(new Set(came.flatMap((one) => one.values['certificate'] ?? [])).size + 2);
    expect(await desk.target(REGISTER, 'capacity-sessions', 2014, 8)).toEqual({ planned: 8, actual: 9 });
    const soon = await desk.open(REGISTER, '2014-10-01', { ...base, series: 'professional', edition: 2, startsOn: '2014-11-17', endsOn: '2014-11-17' });
    expect(await desk.reminders(REGISTER, soon)).toEqual({ starts: '2014-11-17' });
  });
});

describe('[S107 whole] 廉洁自律：哪个组织哪天定了制度、成立了委员会，数组织不数件', () => {
  const REGISTER = 'self-discipline-measure';

  test('委员会要有主任和人数，一个组织只有一个；撤销以后才有新的；通过日期不能是以后', async () => {
    const values = { title: '廉洁从业委员会', organisation: desk.nth('organisation', 111), organisationKind: 'industry-association', measure: 'committee' };
    const record = await desk.open(REGISTER, '2014-08-01', values);
    expect(await desk.lacking(REGISTER, record, 'standing', '2014-08-10')).toEqual(['adoptedOn', 'adoptedBy']);
    const adopted = { adoptedOn: '2014-08-10', adoptedBy: 'assembly' };
    refusedByRule(await desk.tryStep(REGISTER, record, 'standing', '2014-08-10', adopted), '主任和委员人数');
    refusedByRule(await desk.tryChange(REGISTER, record, TODAY, { adoptedOn: '2014-12-01' }), '还没有到');
    await desk.step(REGISTER, record, 'standing', '2014-08-10', { ...adopted, chair: '赵六', members: 5 });
    refusedByRule(await desk.tryOpen(REGISTER, '2014-09-01', values), '已有廉洁从业委员会');
    await desk.entry(REGISTER, record, 'acts', '2014-09-01', { kind: 'self-check', findings: '账外收费', outcome: 'open' });
    expect(await desk.warnings(REGISTER, record)).toBe('有 1 次发现问题还没有整改。');
    await desk.step(REGISTER, record, 'ended', '2014-10-01');
    await desk.open(REGISTER, '2014-10-02', { ...values, title: '新一届廉洁从业委员会' });
  });
  test('四十八个组织有制度（有的两项），二十家行业协会有委员会；过去那天照那时；一年没有落实的提醒', async () => {
    expect(await desk.figure(`${REGISTER}.organisations-with-rule`, TODAY)).toBe(48);
    expect(await desk.figure(`${REGISTER}.rules`, TODAY)).toBe(50);
    expect(await desk.figure(`${REGISTER}.committees`, TODAY)).toBe(20);
    expect(await desk.figure(`${REGISTER}.committees`, '2014-09-29')).toBe(22);
    expect([await desk.givesFigures(`${REGISTER}.organisations-with-rule`), await desk.givesFigures(`${REGISTER}.committees`)]).toEqual([['gz2014-054'], ['gz2014-055']]);
    expect([(await desk.statistic(`${REGISTER}.organisations-with-rule`, TODAY)).rows, (await desk.statistic(`${REGISTER}.committees`, TODAY)).rows]).toEqual([48, 20]);
    expect(await desk.figures(REGISTER, ['rules-adopted', 'committees-set-up', 'ended'], SO_FAR)).toEqual([50, 22, 2]);
    const rule = { title: '收费公示制度', organisation: desk.nth('organisation', 2), organisationKind: 'service-organisation', measure: 'rule', adoptedBy: 'council' };
    const due = await desk.open(REGISTER, '2013-11-03', { ...rule, adoptedOn: '2013-11-03' }, { state: 'standing' });
    const notYet = await desk.open(REGISTER, '2013-11-04', { ...rule, title: '回避制度', adoptedOn: '2013-11-04' }, { state: 'standing' });
    expect([await desk.reminders(REGISTER, due), await desk.reminders(REGISTER, notYet)]).toEqual([{ idle: '2014-11-03' }, {}]);
    expect(await desk.figure(`${REGISTER}.organisations-with-rule`, '2013-11-03')).toBe(1);
  });
});

describe('[S111 whole] 新中山人服务中心：属于登记的异地商会，有制度、人员、地址；四类活动，年度检查', () => {
  const REGISTER = 'new-resident-service-centre';
  const NEEDED = { chamberRegistered: '中社证字第9001号（演示）', rulesAdoptedOn: '2013-10-01', head: '钱七', staff: 2, address: '石岐一路' };

  test('缺登记证、制度、人员、地址就不能运作；检查一年一次，不合格的整改后复查', async () => {
    const record = await desk.open(REGISTER, '2013-10-10', { name: '试点服务中心', organisation: desk.nth('organisation', -1), homePlace: '海南' }, { division: desk.town(0) });
    expect(await desk.lacking(REGISTER, record, 'operating', '2013-10-20')).toEqual(Object.keys(NEEDED));
    refusedByRule(await desk.tryEntry(REGISTER, record, 'reviews', '2013-12-01', { year: 2013, round: 'yearly', result: 'passed' }), '还在筹建');
    await desk.step(REGISTER, record, 'operating', '2013-10-20', NEEDED);
    expect(await desk.reminders(REGISTER, record)).toEqual({ quiet: '2014-01-20 overdue', 'year-review': '2014-10-20 overdue' });
    await desk.entry(REGISTER, record, 'reviews', '2013-12-01', { year: 2013, round: 'yearly', result: 'improve' });
    expect(await desk.reminders(REGISTER, record)).toEqual({ quiet: '2014-01-20 overdue' });
    expect((await desk.page(REGISTER, record))['warnings'][0]['sentence']).toContain('没有合格');
    refusedByRule(await desk.tryEntry(REGISTER, record, 'reviews', '2013-12-20', { year: 2013, round: 'yearly', result: 'passed' }), '2013年已经检查过');
    refusedByRule(await desk.tryEntry(REGISTER, record, 'reviews', '2014-01-10', { year: 2014, round: 'again', result: 'passed' }), '不用复查');
    await desk.entry(REGISTER, record, 'reviews', '2014-01-10', { year: 2013, round: 'again', result: 'passed' });
    expect(await desk.warnings(REGISTER, record)).toBe('');
    await desk.entry(REGISTER, record, 'activities', '2014-08-03', { kind: 'culture', activity: '联欢', served: 30, given: 5000 });
    expect(await desk.reminders(REGISTER, record)).toEqual({ quiet: '2014-11-03' });
    expect((await desk.page(REGISTER, record))['warnings'][0]['sentence']).toContain('扶危济困');
  });
  test('四十个运作，加这里一个；各类服务人次；检查率；过去那天照那时', async () => {
    expect(await desk.figure(`${REGISTER}.operating`, TODAY)).toBe(41);
    expect(await desk.figure(`${REGISTER}.operating`, '2013-12-31')).toBe(12 + 1);
    expect(await desk.givesFigures(`${REGISTER}.operating`)).toEqual(['zs2014-078']);
    expect((await desk.statistic(`${REGISTER}.operating`, TODAY)).rows).toBe(41);
    const activities = desk.sampleEntries(REGISTER, 'activities');
    for (const kind of ['mutual-aid', 'culture', 'fellowship', 'relief']) expect(await desk.figure(`${REGISTER}.served-${kind}`, SO_FAR), kind).toBe(total(activities.filter((one) => one.values['kind'] === kind), 'served') + (kind === 'culture' ? 30 : 0));
    expect(await desk.figure(`${REGISTER}.activities`, SO_FAR)).toBe(activities.length + 1);
    expect(await desk.figure(`${REGISTER}.reviewed-share`, SO_FAR)).toBe(percent(12, 41));
    const record = desk.nth(REGISTER, 0);
    await desk.step(REGISTER, record, 'suspended', '2014-11-01');
    expect([await desk.figure(`${REGISTER}.operating`, TODAY), await desk.figure(`${REGISTER}.operating`, '2014-10-31')]).toEqual([40, 41]);
    // every centre of the demo belongs to a chamber, one each
    const chambers = await office.bureau.peek<{ name: string }>(`select r.name from city.new_resident_service_centre t join city.register_record r on r.id = t.organisation where t.known_to is null and t.valid_to is null`);
    expect([new Set(chambers.map((one) => one.name)).size, chambers.filter((one) => one.name.endsWith('商会')).length]).toEqual([40, 41]);
  });
});

describe('[S113 whole] 规划目标逐年进展，重点培育名录，行业年度报告', () => {
  const [PLAN, TARGET, KEY, REPORT] = ['organisation-plan', 'plan-target', 'key-organisation', 'industry-report'];

  test('规划：颁布要有机关和日期；同一对象年份重叠说出来；两个规划', async () => {
    expect([await desk.figure(`${PLAN}.issued`, 2011), await desk.givesFigures(`${PLAN}.issued`)]).toEqual([2, ['sz2007-067']]);
    expect([await desk.figure(`${PLAN}.in-force`, TODAY), await desk.figure(`${PLAN}.in-force`, '2011-09-19')]).toEqual([2, 0]);
    refusedByRule(await desk.tryOpen(PLAN, '2014-10-01', { title: '反了', topic: 'organisations', startYear: 2016, endYear: 2015 }), '截止年');
    const record = await desk.open(PLAN, '2014-10-01', { title: '补充规划', topic: 'organisations', startYear: 2015, endYear: 2016 });
    expect((await desk.page(PLAN, record))['warnings'][0]['sentence']).toContain('2011—2015 年的规划');
    expect(await desk.lacking(PLAN, record, 'issued', '2014-11-01')).toEqual(['issuedBy', 'issuedOn']);
  });
  test('目标：完成程度从基数算，落后当年计划说差多少，到了才算完成，到期才算未完成；一年没报提醒', async () => {
    const record = await desk.open(TARGET, '2013-11-03', { target: '枢纽型组织', plan: desk.nth(PLAN, 0), measureUnit: '家', direction: 'up', baseline: '10', planned: '30', dueOn: '2015-12-31' });
    expect(await desk.reminders(TARGET, record)).toEqual({ year: '2014-11-03' });
    await desk.entry(TARGET, record, 'progress', '2013-12-31', { yearPlan: '18', actual: '15' });
    let page = await desk.page(TARGET, record);
    expect([page['derived'], await desk.warnings(TARGET, record), await desk.reminders(TARGET, record)]).toEqual([{ reached: 25 }, '到 2013-12-31 计划 18 家，实际 15，差 3。', {}]);
    refusedByRule(await desk.tryStep(TARGET, record, 'met', '2014-11-01'), '还没有到目标数');
    refusedByRule(await desk.tryStep(TARGET, record, 'missed', '2014-11-01'), '才到期');
    await desk.entry(TARGET, record, 'progress', '2014-10-31', { yearPlan: '30', actual: '30' });
    page = await desk.page(TARGET, record);
    expect([page['derived'], page['totals'], page['warnings']]).toEqual([{ reached: 100 }, { actualNow: 30, yearPlanNow: 30, reportedOn: '2014-10-31' }, []]);
    await desk.step(TARGET, record, 'met', '2014-11-01');
    expect([await desk.figure(`${TARGET}.met`, SO_FAR), await desk.figure(`${TARGET}.running`, TODAY), await desk.figure(`${TARGET}.running`, '2014-01-19')]).toEqual([2, 5, 7]);
  });
  test('名录：按行业、按枢纽型分，一个组织同类只列一次，列入写理由和复核日期，复核前三十天提醒', async () => {
    const values = { organisation: desk.nth('organisation', 116), listKind: 'industry' };
    refusedByRule(await desk.tryOpen(KEY, '2014-10-01', values), '要写行业');
    const record = await desk.open(KEY, '2014-10-01', { ...values, industry: 'new-energy' });
    refusedByRule(await desk.tryOpen(KEY, '2014-10-02', { ...values, industry: 'new-energy' }), '已在名录');
    expect(await desk.lacking(KEY, record, 'listed', '2014-10-10')).toEqual(['listedOn', 'why', 'lookAgainOn']);
    await desk.step(KEY, record, 'listed', '2014-10-10', { listedOn: '2014-10-10', why: '产业需要', lookAgainOn: '2014-12-03' });
    expect(await desk.reminders(KEY, record)).toEqual({ again: '2014-12-03' });
    expect(await desk.figures(KEY, ['listed', 'hubs', 'industry-associations'], TODAY)).toEqual([14, 4, 10]);
    expect([await desk.figure(`${KEY}.emerging`, TODAY), await desk.figure(`${KEY}.emerging`, '2014-09-29'), await desk.figure(`${KEY}.graduated`, SO_FAR)]).toEqual([6, 6, 1]);
    expect(await desk.figure(`${KEY}.support-money`, SO_FAR)).toBe(200_000);
    expect((await desk.statistic(`${KEY}.listed`, TODAY)).rows).toBe(14);
  });
  test('年度报告：一个行业一年一份，数据齐了才发布，比上年、会员覆盖率算得出；过期没交说出来', async () => {
    const values = { industry: '灯饰', year: 2013, organisation: desk.nth('organisation', 1) };
    refusedByRule(await desk.tryOpen(REPORT, '2014-10-01', values), '2013 年的报告已经有了');
    const record = await desk.open(REPORT, '2014-01-10', { ...values, year: 2012, dueOn: '2014-11-02' });
    expect(await desk.warnings(REPORT, record)).toBe('数据应在 2014-11-02 交齐，还没有发布。');
    expect(await desk.reminders(REPORT, record)).toEqual({ due: '2014-11-02 overdue' });
    expect(await desk.lacking(REPORT, record, 'published', '2014-10-31')).toEqual(['enterprises', 'members', 'output', 'publishedOn']);
    const published = desk.samples(REPORT).find((row) => row.values['year'] === 2013)?.states?.[0]?.values ?? {};
    await desk.step(REPORT, record, 'published', '2014-10-31', { enterprises: 1000, members: 250, output: Number(published['output']) / 2, publishedOn: '2014-10-31' });
    expect((await desk.page(REPORT, record))['derived']).toEqual({ memberShare: 25 });
    expect((await desk.page(REPORT, desk.nth(REPORT, 0)))['derived']['outputGrowth']).toBe(100);
    const all = desk.samples(REPORT).flatMap((row) => row.states ?? []).map((step) => ({ values: step.values ?? {} }));
    expect(await desk.figure(`${REPORT}.published`, SO_FAR)).toBe(9);
    expect(await desk.figure(`${REPORT}.industries`, TODAY)).toBe(8);
    expect(await desk.figure(`${REPORT}.member-share`, SO_FAR)).toBe(percent(total(all, 'members') + 250, total(all, 'enterprises') + 1000));
    expect((await desk.statistic(`${REPORT}.published`, SO_FAR)).rows).toBe(9);
  });
});
