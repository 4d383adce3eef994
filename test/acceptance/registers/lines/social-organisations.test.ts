import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findDemoRecords } from '../../../../demo/records/plant-records.ts';
import type { DemoRecord } from '../../../../src/kernel/records/demo-records.ts';
import { openRegisterOffice, type RegisterOffice } from '../register-office.ts';
import { deskOf, type Desk } from './pc-desk.ts';

let office: RegisterOffice;
let desk: Desk;
const YEAR = { from: '2014-01-01', to: '2014-11-04' };
const TODAY = { day: '2014-11-03' };

beforeAll(async () => { office = await openRegisterOffice(await findDemoRecords()); desk = deskOf(office); }, 240_000);
afterAll(() => office.close());
const city = (): string => office.ground.city;
const idOf = (register: string, nth: number): number => office.ids.get(register)?.at(nth) ?? 0;
const demo = (register: string): readonly DemoRecord[] => office.samples.get(register) ?? [];
const entriesOf = (register: string, sub: string) => demo(register).flatMap((row) => row.entries?.[sub] ?? []);
const sumOf = (rows: readonly { readonly values: Readonly<Record<string, unknown>> }[], key: string): number => rows.reduce((sum, row) => sum + Number(row.values[key] ?? 0), 0);

describe('[S100 whole] 益路同行：专项资金、按主题和组织的项目、节点、拨付和结果；拨付不超预算', () => {
  const PROGRAMME = 'governance-support-programme';
  const PROJECT = 'governance-support-project';
  let programme = 0;
  let project = 0;

  test('没有安排资金不能拨付；超过预算的一笔不记，预算也改不到已拨以下', async () => {
    programme = await desk.open(PROGRAMME, city(), '2014-02-01', { name: '试点计划', year: 2014, budget: 10_000_000 });
    project = await desk.open(PROJECT, city(), '2014-02-05', { name: '邻里议事', programme, organisation: idOf('organisation', 3), theme: 'community', agreed: 6_000_000, planServed: 200 });
    const other = await desk.open(PROJECT, city(), '2014-02-05', { name: '银龄互助', programme, organisation: idOf('organisation', 4), theme: 'elderly', agreed: 8_000_000 });
    const pay = { project, instalment: 'first', amount: 6_000_000 };
    expect(await desk.refusedEntry(PROGRAMME, programme, 'payments', '2014-02-10', pay)).toContain('资金还没有安排');
    expect(await desk.missingAt(PROGRAMME, programme, 'committed', '2014-02-08')).toEqual(['budgetLine', 'documentNumber']);
    await desk.step(PROGRAMME, programme, 'committed', '2014-02-08', { budgetLine: '社会组织专项', documentNumber: '演示〔2014〕9号' });
    expect(await desk.refusedEntry(PROGRAMME, programme, 'payments', '2014-02-10', { ...pay, instalment: 'final' })).toContain('首期还没有拨付');
    await desk.entry(PROGRAMME, programme, 'payments', '2014-02-10', pay);
    expect(await desk.refusedEntry(PROGRAMME, programme, 'payments', '2014-02-11', { ...pay, project: other, amount: 4_000_001 })).toContain('超过专项资金');
    await desk.entry(PROGRAMME, programme, 'payments', '2014-02-11', { ...pay, project: other, amount: 4_000_000 });
    expect(await desk.refusedChange(PROGRAMME, programme, { budget: 9_999_999 })).toContain('超过专项资金');
    const page = await desk.get(PROGRAMME, programme);
    expect([page['totals'], page['derived']]).toEqual([{ spent: 10_000_000, projectsPaid: 2 }, { unspent: 0, spentShare: 100 }]);
  });
  test('节点的分期不超约定，过期的点名，都认可了、有评价才结项；服务人次对计划', async () => {
    expect(await desk.refusedEntry(PROJECT, project, 'services', '2014-02-20', { activity: '议事会', served: 20 })).toContain('还没有实施');
    await desk.step(PROJECT, project, 'running', '2014-03-01', { startsOn: '2014-03-01', endsOn: '2014-11-30' });
    const step = { step: '启动', due: '2014-04-30', instalment: 4_000_000 };
    const first = await desk.entry(PROJECT, project, 'milestones', '2014-03-01', { ...step, accepted: false });
    expect(await desk.refusedEntry(PROJECT, project, 'milestones', '2014-03-01', { step: '结项', due: '2014-11-30', instalment: 2_000_001, accepted: false })).toContain('超过扶持金额');
    expect(desk.warningsOf(await desk.get(PROJECT, project))).toEqual(['“启动”应在 2014-04-30 完成，还没有认可。']);
    expect(await desk.refused('records.correct-entry', { register: PROJECT, entry: first, sub: 'milestones', day: '2014-03-01', values: { ...step, accepted: true }, reason: '完成' })).toContain('完成日期');
    expect(await desk.refusedStep(PROJECT, project, 'completed', '2014-11-03', { result: 'passed', resultText: '成' })).toContain('1 个节点');
    await office.done('records.correct-entry', { register: PROJECT, entry: first, sub: 'milestones', day: '2014-03-01', values: { ...step, accepted: true, doneOn: '2014-05-05' }, reason: '完成' });
    await desk.entry(PROJECT, project, 'services', '2014-07-20', { activity: '议事会', served: 150 });
    const page = await desk.get(PROJECT, project);
    expect([page['derived'], desk.warningsOf(page), desk.remindersOf(page)]).toEqual([{ servedShare: 75 }, [], [['ends', '2014-11-30', false], ['quiet', '2014-10-20', true]]]);
    expect(await desk.missingAt(PROJECT, project, 'completed', '2014-11-03')).toEqual(['result', 'resultText']);
    await desk.step(PROJECT, project, 'completed', '2014-11-03', { result: 'passed', resultText: '议事会每月开' });
    expect([await desk.figure(`${PROJECT}.completed`, YEAR), await desk.figure(`${PROJECT}.passed-share`, YEAR)]).toEqual([1, 100]);
  });
  test('投入 300 万元、三十六个项目、拨付和服务人次数得出，按主题、按组织分', async () => {
    expect(await desk.figure(`${PROGRAMME}.committed-money`, { from: '2014-03-01', to: '2014-04-01' })).toBe(3_000_000);
    expect(await desk.figure(`${PROGRAMME}.committed-money`, YEAR)).toBe(3_100_000);
    expect(await desk.figureOf(`${PROGRAMME}.committed-money`)).toEqual(['zs2014-076']);
    expect(await desk.opens(`${PROGRAMME}.committed-money`, YEAR)).toBe(2);
    expect(await desk.figure(`${PROGRAMME}.paid-money`, { from: '2014-06-01', to: '2014-11-04' })).toBe(sumOf(entriesOf(PROGRAMME, 'payments'), 'amount') / 100);
    expect(sumOf(entriesOf(PROGRAMME, 'payments'), 'amount')).toBeLessThanOrEqual(300_000_000);
    expect(await desk.figure(`${PROGRAMME}.projects-paid`, { from: '2014-06-01', to: '2014-11-04' })).toBe(36);
    expect(await desk.figure(`${PROJECT}.projects`, YEAR)).toBe(36 + 1);
    expect(await desk.figure(`${PROJECT}.served`, YEAR)).toBe(sumOf(entriesOf(PROJECT, 'services'), 'served') + 150);
    const by = async (field: string) => (await office.see('records.count', { register: PROJECT, asOf: '2014-11-02', ...YEAR, by: field })) as unknown as { key: string; stock: number; opened: number }[];
    expect((await by('theme')).map((row) => [row.key, row.stock])).toContainEqual(['elderly', demo(PROJECT).filter((row) => row.values['theme'] === 'elderly').length]);
    expect((await by('organisation')).filter((row) => row.opened > 0)).toHaveLength(36);
  });
});

describe('[S104 whole] 联合会、研究院、讲坛：会员有进有出，讲坛有主讲有签到，课题有成果，哪些镇街有联合会', () => {
  const [FEDERATION, MEMBER, FORUM, RESEARCH] = ['organisation-federation', 'federation-member', 'organisation-forum', 'organisation-research'];

  test('会员：加入、退出有日期，在会不能再入，那一天有谁数得出，按级别分', async () => {
    const federation = idOf(FEDERATION, 4);
    const values = { organisation: idOf('organisation', 100), federation, level: 'filed', rank: 'member', joinedOn: '2014-07-01' };
    const before = Number(await desk.figure(`${MEMBER}.members`, TODAY));
    expect(before).toBe(58);
    const record = await desk.open(MEMBER, office.ground.towns[2]?.code ?? '', '2014-07-01', values);
    expect(await desk.refusedOpen(MEMBER, office.ground.towns[2]?.code ?? '', '2014-08-01', { ...values, joinedOn: '2014-08-01' })).toContain('已经是');
    expect(await desk.refusedStep(MEMBER, record, 'left', '2014-09-01', { leftOn: '2014-06-30' })).toContain('不能早于');
    await desk.step(MEMBER, record, 'left', '2014-09-01', { leftOn: '2014-09-01' });
    const again = await desk.open(MEMBER, office.ground.towns[2]?.code ?? '', '2014-10-01', { ...values, joinedOn: '2014-08-15' });
    expect(desk.warningsOf(await desk.get(MEMBER, again))).toEqual(['这个组织 2014-09-01 才退出，加入日期却更早。请核对。']);
    await office.done('records.change', { register: MEMBER, record: again, seen: (await desk.get(MEMBER, again))['seen'], from: '2014-10-01', values: { joinedOn: '2014-10-01' }, reason: '写错' });
    expect(desk.warningsOf(await desk.get(MEMBER, again))).toEqual([]);
    expect([await desk.figure(`${MEMBER}.members`, { day: '2014-08-31' }), await desk.figure(`${MEMBER}.members`, { day: '2014-09-30' }), await desk.figure(`${MEMBER}.members`, TODAY)]).toEqual([59, 58, 59]);
    expect([await desk.figure(`${MEMBER}.members-city`, TODAY), await desk.figure(`${MEMBER}.members-filed`, TODAY)]).toEqual([34, 25]);
    expect(await desk.figure(`${MEMBER}.left`, YEAR)).toBe(3);
    expect(await desk.opens(`${MEMBER}.members`, TODAY)).toBe(59);
  });
  test('镇街联合会：今年新成立一家，覆盖率，还没有的镇街列出来；换届前九十天提醒', async () => {
    const towns = office.ground.towns.length;
    expect(await desk.figure(`${FEDERATION}.town-federations-new`, YEAR)).toBe(1);
    expect(await desk.figureOf(`${FEDERATION}.town-federations-new`)).toEqual(['py2018-059']);
    expect(await desk.figure(`${FEDERATION}.town-federations`, TODAY)).toBe(3);
    expect(await desk.figure(`${FEDERATION}.town-federations`, { day: '2014-06-11' })).toBe(2);
    expect(await desk.figure(`${FEDERATION}.towns-covered`, YEAR)).toBe(desk.percent(3, towns));
    expect([await desk.missing(FEDERATION, '2014-11-03'), await desk.missing(FEDERATION, '2014-06-11')]).toEqual([[towns, towns - 3], [towns, towns - 2]]);
    const values = { name: '试点联合会', kind: 'federation', level: 'town', termEnds: '2015-02-01' };
    const record = await desk.open(FEDERATION, office.ground.towns[5]?.code ?? '', '2014-10-01', values);
    // preparing is not there yet
    expect(await desk.missing(FEDERATION, '2014-11-03')).toEqual([towns, towns - 3]);
    expect(await desk.missingAt(FEDERATION, record, 'working', '2014-11-01')).toEqual(['establishedOn']);
    await desk.step(FEDERATION, record, 'working', '2014-11-01', { establishedOn: '2014-11-01' });
    expect(await desk.missing(FEDERATION, '2014-11-03')).toEqual([towns, towns - 4]);
    expect(desk.remindersOf(await desk.get(FEDERATION, record))).toEqual([['term', '2015-02-01', false]]);
  });
  test('讲坛期次接着上一期，有主讲、有签到；课题没有成果不结题', async () => {
    const host = idOf(FEDERATION, 0);
    const values = { topic: '社会组织财务', edition: 8, heldOn: '2014-11-01', host, quota: 50 };
    expect(await desk.refusedOpen(FORUM, city(), '2014-10-01', values)).toContain('这一期应是第7期');
    const record = await desk.open(FORUM, city(), '2014-10-01', { ...values, edition: 7 });
    expect(await desk.missingAt(FORUM, record, 'held', '2014-11-01')).toEqual(['participants']);
    await desk.step(FORUM, record, 'held', '2014-11-01', { participants: 40 });
    expect(desk.warningsOf(await desk.get(FORUM, record))).toEqual(['还没有登记主讲人。']);
    await desk.entry(FORUM, record, 'speakers', '2014-11-01', { speaker: '王五', lecture: '财务' });
    await desk.entry(FORUM, record, 'attendance', '2014-11-01', { organisation: idOf('organisation', 7), heads: 41 });
    expect(desk.warningsOf(await desk.get(FORUM, record))).toEqual(['签到的人比参加人数多。请核对参加人数。']);
    expect([await desk.figure(`${FORUM}.held`, YEAR), await desk.figure(`${FORUM}.speakers`, YEAR)]).toEqual([6, 6]);
    expect(await desk.figure(`${FORUM}.signed-in`, YEAR)).toBe(sumOf(entriesOf(FORUM, 'attendance'), 'heads') + 41);
    const task = await desk.open(RESEARCH, city(), '2014-05-01', { title: '镇街联合会', institute: idOf(FEDERATION, 1), startsOn: '2014-05-01', due: '2014-12-03' });
    await desk.step(RESEARCH, task, 'running', '2014-05-01');
    expect(desk.remindersOf(await desk.get(RESEARCH, task))).toEqual([['due', '2014-12-03', false]]);
    expect(await desk.refusedStep(RESEARCH, task, 'delivered', '2014-11-01', { deliveredOn: '2014-11-01' })).toContain('还没有登记成果');
    await desk.entry(RESEARCH, task, 'outputs', '2014-10-31', { kind: 'report', heading: '报告', adopted: true, adoptedBy: '市民政局' });
    await desk.step(RESEARCH, task, 'delivered', '2014-11-01', { deliveredOn: '2014-11-01' });
    expect([await desk.figure(`${RESEARCH}.delivered`, YEAR), await desk.figure(`${RESEARCH}.outputs`, YEAR), await desk.figure(`${RESEARCH}.adopted`, YEAR), await desk.figure(`${RESEARCH}.running`, TODAY)]).toEqual([3, 3, 2, 3]);
  });
});

describe('[S105 whole] 社会组织能力建设培训：系列分期，单位报名，签到、证书，办了几期', () => {
  const REGISTER = 'organisation-training';
  const base = { name: '第九讲', series: 'capacity', year: 2014, startsOn: '2014-11-01', endsOn: '2014-11-02', hours: '12', seats: 5 };
  const who = (n: number) => office.ground.person(8800 + n, 30 + n);

  test('期次接着本年上一期；开班在本年；报名不超计划；没有报名的单位不能签到；缺课没有证书', async () => {
    expect(await desk.refusedOpen(REGISTER, city(), '2014-10-01', { ...base, edition: 10 })).toContain('这一期应是第9期');
    expect(await desk.refusedOpen(REGISTER, city(), '2014-10-01', { ...base, edition: 8 })).toContain('已经有第8期');
    expect(await desk.refusedOpen(REGISTER, city(), '2014-10-01', { ...base, edition: 9, startsOn: '2015-01-08', endsOn: '2015-01-08' })).toContain('不在这个年度');
    const record = await desk.open(REGISTER, city(), '2014-10-01', { ...base, edition: 9 });
    const [one, two] = [idOf('organisation', 1), idOf('organisation', 6)];
    await desk.entry(REGISTER, record, 'enrolment', '2014-10-08', { organisation: one, places: 1 });
    expect(await desk.refusedEntry(REGISTER, record, 'enrolment', '2014-10-08', { organisation: two, places: 5 })).toContain('报满');
    await desk.step(REGISTER, record, 'held', '2014-11-01');
    const came = { organisation: one, came: true, creditHours: '6', certificate: 'N-1' };
    expect(await desk.refusedEntry(REGISTER, record, 'attendance', '2014-11-01', { ...came, organisation: two }, who(1))).toContain('没有报名');
    expect(await desk.refusedEntry(REGISTER, record, 'attendance', '2014-11-03', came, who(1))).toContain('不在培训期间');
    expect(await desk.refusedEntry(REGISTER, record, 'attendance', '2014-11-01', { ...came, came: false }, who(1))).toContain('证书');
    await desk.entry(REGISTER, record, 'attendance', '2014-11-01', came, who(1));
    await desk.entry(REGISTER, record, 'attendance', '2014-11-02', came, who(1));
    expect(desk.warningsOf(await desk.get(REGISTER, record))).toEqual([]);
    await desk.entry(REGISTER, record, 'attendance', '2014-11-02', { ...came, certificate: 'N-2' }, who(2));
    const page = await desk.get(REGISTER, record);
    expect(desk.warningsOf(page)).toEqual(['有 1 个单位到课的人比报名的多。请核对单位报名。']);
    expect(page['totals']).toMatchObject({ placesTaken: 1, organisationsEnrolled: 1, attended: 3, persons: 2, organisationsCame: 1 });
  });
  test('能力建设办了八期，加这里一期；人数、证书、单位；计划八期', async () => {
    expect(await desk.figure(`${REGISTER}.capacity-sessions`, { from: '2014-01-01', to: '2014-11-01' })).toBe(8);
    expect(await desk.figure(`${REGISTER}.capacity-sessions`, YEAR)).toBe(9);
    expect(await desk.figure(`${REGISTER}.sessions`, YEAR)).toBe(13);
    expect(await desk.figureOf(`${REGISTER}.capacity-sessions`)).toEqual(['zs2014-077']);
    expect(await desk.opens(`${REGISTER}.capacity-sessions`, YEAR)).toBe(9);
    const came = entriesOf(REGISTER, 'attendance').filter((one) => one.values['came'] === true);
    expect(await desk.figure(`${REGISTER}.persons`, YEAR)).toBe(new Set(came.map((one) => one.person?.idNumber)).size + 2);
    expect(await desk.figure(`${REGISTER}.certificates`, YEAR)).toBe(new Set(came.flatMap((one) => one.values['certificate'] ?? [])).size + 2);
    expect(await desk.target(REGISTER, 'capacity-sessions', 8)).toEqual([8, 9]);
    const soon = await desk.open(REGISTER, city(), '2014-10-01', { ...base, series: 'professional', edition: 2, startsOn: '2014-11-17', endsOn: '2014-11-17' });
    expect(desk.remindersOf(await desk.get(REGISTER, soon))).toEqual([['starts', '2014-11-17', false]]);
  });
});

describe('[S107 whole] 廉洁自律：哪个组织哪天定了制度、成立了委员会，数组织不数件', () => {
  const REGISTER = 'self-discipline-measure';

  test('委员会要有主任和人数，一个组织只有一个；撤销以后才有新的；通过日期不能是以后', async () => {
    const values = { title: '廉洁从业委员会', organisation: idOf('organisation', 111), organisationKind: 'industry-association', measure: 'committee' };
    const record = await desk.open(REGISTER, city(), '2014-08-01', values);
    expect(await desk.missingAt(REGISTER, record, 'standing', '2014-08-10')).toEqual(['adoptedOn', 'adoptedBy']);
    const adopted = { adoptedOn: '2014-08-10', adoptedBy: 'assembly' };
    expect(await desk.refusedStep(REGISTER, record, 'standing', '2014-08-10', adopted)).toContain('主任和委员人数');
    expect(await desk.refusedChange(REGISTER, record, { adoptedOn: '2014-12-01' })).toContain('还没有到');
    await desk.step(REGISTER, record, 'standing', '2014-08-10', { ...adopted, chair: '赵六', members: 5 });
    expect(await desk.refusedOpen(REGISTER, city(), '2014-09-01', values)).toContain('已有廉洁从业委员会');
    await desk.entry(REGISTER, record, 'acts', '2014-09-01', { kind: 'self-check', findings: '账外收费', outcome: 'open' });
    expect(desk.warningsOf(await desk.get(REGISTER, record))).toEqual(['有 1 次发现问题还没有整改。']);
    await desk.step(REGISTER, record, 'ended', '2014-10-01');
    await desk.open(REGISTER, city(), '2014-10-02', { ...values, title: '新一届廉洁从业委员会' });
  });
  test('四十八个组织有制度（有的两项），二十家行业协会有委员会；过去那天照那时；一年没有落实的提醒', async () => {
    expect(await desk.figure(`${REGISTER}.organisations-with-rule`, TODAY)).toBe(48);
    expect(await desk.figure(`${REGISTER}.rules`, TODAY)).toBe(50);
    expect(await desk.figure(`${REGISTER}.committees`, TODAY)).toBe(20);
    expect(await desk.figure(`${REGISTER}.committees`, { day: '2014-09-29' })).toBe(22);
    expect([await desk.figureOf(`${REGISTER}.organisations-with-rule`), await desk.figureOf(`${REGISTER}.committees`)]).toEqual([['gz2014-054'], ['gz2014-055']]);
    expect([await desk.opens(`${REGISTER}.organisations-with-rule`, TODAY), await desk.opens(`${REGISTER}.committees`, TODAY)]).toEqual([48, 20]);
    expect([await desk.figure(`${REGISTER}.rules-adopted`, YEAR), await desk.figure(`${REGISTER}.committees-set-up`, YEAR), await desk.figure(`${REGISTER}.ended`, YEAR)]).toEqual([50, 22, 2]);
    const rule = { title: '收费公示制度', organisation: idOf('organisation', 2), organisationKind: 'service-organisation', measure: 'rule', adoptedBy: 'council' };
    const due = await desk.open(REGISTER, city(), '2013-11-03', { ...rule, adoptedOn: '2013-11-03' }, 'standing');
    const notYet = await desk.open(REGISTER, city(), '2013-11-04', { ...rule, title: '回避制度', adoptedOn: '2013-11-04' }, 'standing');
    expect([desk.remindersOf(await desk.get(REGISTER, due)), desk.remindersOf(await desk.get(REGISTER, notYet))]).toEqual([[['idle', '2014-11-03', false]], []]);
    expect(await desk.figure(`${REGISTER}.organisations-with-rule`, { day: '2013-11-03' })).toBe(1);
  });
});

describe('[S111 whole] 新中山人服务中心：属于登记的异地商会，有制度、人员、地址；四类活动，年度检查', () => {
  const REGISTER = 'new-resident-service-centre';
  const NEEDED = { chamberRegistered: '中社证字第9001号（演示）', rulesAdoptedOn: '2013-10-01', head: '钱七', staff: 2, address: '石岐一路' };

  test('缺登记证、制度、人员、地址就不能运作；检查一年一次，不合格的整改后复查', async () => {
    const record = await desk.open(REGISTER, office.ground.towns[0]?.code ?? '', '2013-10-10', { name: '试点服务中心', organisation: idOf('organisation', -1), homePlace: '海南' });
    expect(await desk.missingAt(REGISTER, record, 'operating', '2013-10-20')).toEqual(Object.keys(NEEDED));
    expect(await desk.refusedEntry(REGISTER, record, 'reviews', '2013-12-01', { year: 2013, round: 'yearly', result: 'passed' })).toContain('还在筹建');
    await desk.step(REGISTER, record, 'operating', '2013-10-20', NEEDED);
    expect(desk.remindersOf(await desk.get(REGISTER, record))).toEqual([['quiet', '2014-01-20', true], ['year-review', '2014-10-20', true]]);
    await desk.entry(REGISTER, record, 'reviews', '2013-12-01', { year: 2013, round: 'yearly', result: 'improve' });
    expect(desk.remindersOf(await desk.get(REGISTER, record))).toEqual([['quiet', '2014-01-20', true]]);
    expect(desk.warningsOf(await desk.get(REGISTER, record))[0]).toContain('没有合格');
    expect(await desk.refusedEntry(REGISTER, record, 'reviews', '2013-12-20', { year: 2013, round: 'yearly', result: 'passed' })).toContain('2013年已经检查过');
    expect(await desk.refusedEntry(REGISTER, record, 'reviews', '2014-01-10', { year: 2014, round: 'again', result: 'passed' })).toContain('不用复查');
    await desk.entry(REGISTER, record, 'reviews', '2014-01-10', { year: 2013, round: 'again', result: 'passed' });
    expect(desk.warningsOf(await desk.get(REGISTER, record))).toEqual([]);
    await desk.entry(REGISTER, record, 'activities', '2014-08-03', { kind: 'culture', activity: '联欢', served: 30, given: 5000 });
    expect(desk.remindersOf(await desk.get(REGISTER, record))).toEqual([['quiet', '2014-11-03', false]]);
    expect(desk.warningsOf(await desk.get(REGISTER, record))[0]).toContain('扶危济困');
  });
  test('四十个运作，加这里一个；各类服务人次；检查率；过去那天照那时', async () => {
    expect(await desk.figure(`${REGISTER}.operating`, TODAY)).toBe(41);
    expect(await desk.figure(`${REGISTER}.operating`, { day: '2013-12-31' })).toBe(12 + 1);
    expect(await desk.figureOf(`${REGISTER}.operating`)).toEqual(['zs2014-078']);
    expect(await desk.opens(`${REGISTER}.operating`, TODAY)).toBe(41);
    const activities = entriesOf(REGISTER, 'activities');
    for (const kind of ['mutual-aid', 'culture', 'fellowship', 'relief']) expect(await desk.figure(`${REGISTER}.served-${kind}`, YEAR), kind).toBe(sumOf(activities.filter((one) => one.values['kind'] === kind), 'served') + (kind === 'culture' ? 30 : 0));
    expect(await desk.figure(`${REGISTER}.activities`, YEAR)).toBe(activities.length + 1);
    expect(await desk.figure(`${REGISTER}.reviewed-share`, YEAR)).toBe(desk.percent(12, 41));
    const record = idOf(REGISTER, 0);
    await desk.step(REGISTER, record, 'suspended', '2014-11-01');
    expect([await desk.figure(`${REGISTER}.operating`, TODAY), await desk.figure(`${REGISTER}.operating`, { day: '2014-10-31' })]).toEqual([40, 41]);
    // every centre of the demo belongs to a chamber, one each
    const chambers = await office.bureau.peek<{ name: string }>(`select r.name from city.new_resident_service_centre t join city.register_record r on r.id = t.organisation where t.known_to is null and t.valid_to is null`);
    expect([new Set(chambers.map((one) => one.name)).size, chambers.filter((one) => one.name.endsWith('商会')).length]).toEqual([40, 41]);
  });
});

describe('[S113 whole] 规划目标逐年进展，重点培育名录，行业年度报告', () => {
  const [PLAN, TARGET, KEY, REPORT] = ['organisation-plan', 'plan-target', 'key-organisation', 'industry-report'];

  test('规划：颁布要有机关和日期；同一对象年份重叠说出来；两个规划', async () => {
    expect([await desk.figure(`${PLAN}.issued`, { from: '2011-01-01', to: '2012-01-01' }), await desk.figureOf(`${PLAN}.issued`)]).toEqual([2, ['sz2007-067']]);
    expect([await desk.figure(`${PLAN}.in-force`, TODAY), await desk.figure(`${PLAN}.in-force`, { day: '2011-09-19' })]).toEqual([2, 0]);
    expect(await desk.refusedOpen(PLAN, city(), '2014-10-01', { title: '反了', topic: 'organisations', startYear: 2016, endYear: 2015 })).toContain('截止年');
    const record = await desk.open(PLAN, city(), '2014-10-01', { title: '补充规划', topic: 'organisations', startYear: 2015, endYear: 2016 });
    expect(desk.warningsOf(await desk.get(PLAN, record))[0]).toContain('2011—2015 年的规划');
    expect(await desk.missingAt(PLAN, record, 'issued', '2014-11-01')).toEqual(['issuedBy', 'issuedOn']);
  });
  test('目标：完成程度从基数算，落后当年计划说差多少，到了才算完成，到期才算未完成；一年没报提醒', async () => {
    const record = await desk.open(TARGET, city(), '2013-11-03', { target: '枢纽型组织', plan: idOf(PLAN, 0), measureUnit: '家', direction: 'up', baseline: '10', planned: '30', dueOn: '2015-12-31' });
    expect(desk.remindersOf(await desk.get(TARGET, record))).toEqual([['year', '2014-11-03', false]]);
    await desk.entry(TARGET, record, 'progress', '2013-12-31', { yearPlan: '18', actual: '15' });
    let page = await desk.get(TARGET, record);
    expect([page['derived'], desk.warningsOf(page), desk.remindersOf(page)]).toEqual([{ reached: 25 }, ['到 2013-12-31 计划 18 家，实际 15，差 3。'], []]);
    expect(await desk.refusedStep(TARGET, record, 'met', '2014-11-01')).toContain('还没有到目标数');
    expect(await desk.refusedStep(TARGET, record, 'missed', '2014-11-01')).toContain('才到期');
    await desk.entry(TARGET, record, 'progress', '2014-10-31', { yearPlan: '30', actual: '30' });
    page = await desk.get(TARGET, record);
    expect([page['derived'], page['totals'], desk.warningsOf(page)]).toEqual([{ reached: 100 }, { actualNow: 30, yearPlanNow: 30, reportedOn: '2014-10-31' }, []]);
    await desk.step(TARGET, record, 'met', '2014-11-01');
    expect([await desk.figure(`${TARGET}.met`, YEAR), await desk.figure(`${TARGET}.running`, TODAY), await desk.figure(`${TARGET}.running`, { day: '2014-01-19' })]).toEqual([2, 5, 7]);
  });
  test('名录：按行业、按枢纽型分，一个组织同类只列一次，列入写理由和复核日期，复核前三十天提醒', async () => {
    const values = { organisation: idOf('organisation', 116), listKind: 'industry' };
    expect(await desk.refusedOpen(KEY, city(), '2014-10-01', values)).toContain('要写行业');
    const record = await desk.open(KEY, city(), '2014-10-01', { ...values, industry: 'new-energy' });
    expect(await desk.refusedOpen(KEY, city(), '2014-10-02', { ...values, industry: 'new-energy' })).toContain('已在名录');
    expect(await desk.missingAt(KEY, record, 'listed', '2014-10-10')).toEqual(['listedOn', 'why', 'lookAgainOn']);
    await desk.step(KEY, record, 'listed', '2014-10-10', { listedOn: '2014-10-10', why: '产业需要', lookAgainOn: '2014-12-03' });
    expect(desk.remindersOf(await desk.get(KEY, record))).toEqual([['again', '2014-12-03', false]]);
    expect([await desk.figure(`${KEY}.listed`, TODAY), await desk.figure(`${KEY}.hubs`, TODAY), await desk.figure(`${KEY}.industry-associations`, TODAY)]).toEqual([14, 4, 10]);
    expect([await desk.figure(`${KEY}.emerging`, TODAY), await desk.figure(`${KEY}.emerging`, { day: '2014-09-29' }), await desk.figure(`${KEY}.graduated`, YEAR)]).toEqual([6, 6, 1]);
    expect(await desk.figure(`${KEY}.support-money`, YEAR)).toBe(200_000);
    expect(await desk.opens(`${KEY}.listed`, TODAY)).toBe(14);
  });
  test('年度报告：一个行业一年一份，数据齐了才发布，比上年、会员覆盖率算得出；过期没交说出来', async () => {
    const values = { industry: '灯饰', year: 2013, organisation: idOf('organisation', 1) };
    expect(await desk.refusedOpen(REPORT, city(), '2014-10-01', values)).toContain('2013 年的报告已经有了');
    const record = await desk.open(REPORT, city(), '2014-01-10', { ...values, year: 2012, dueOn: '2014-11-02' });
    expect(desk.warningsOf(await desk.get(REPORT, record))).toEqual(['数据应在 2014-11-02 交齐，还没有发布。']);
    expect(desk.remindersOf(await desk.get(REPORT, record))).toEqual([['due', '2014-11-02', true]]);
    expect(await desk.missingAt(REPORT, record, 'published', '2014-10-31')).toEqual(['enterprises', 'members', 'output', 'publishedOn']);
    const published = demo(REPORT).find((row) => row.values['year'] === 2013)?.states?.[0]?.values ?? {};
    await desk.step(REPORT, record, 'published', '2014-10-31', { enterprises: 1000, members: 250, output: Number(published['output']) / 2, publishedOn: '2014-10-31' });
    expect((await desk.get(REPORT, record))['derived']).toEqual({ memberShare: 25 });
    expect((await desk.get(REPORT, idOf(REPORT, 0)))['derived']['outputGrowth']).toBe(100);
    const all = demo(REPORT).flatMap((row) => row.states ?? []).map((step) => ({ values: step.values ?? {} }));
    expect(await desk.figure(`${REPORT}.published`, YEAR)).toBe(9);
    expect(await desk.figure(`${REPORT}.industries`, TODAY)).toBe(8);
    expect(await desk.figure(`${REPORT}.member-share`, YEAR)).toBe(desk.percent(sumOf(all, 'members') + 250, sumOf(all, 'enterprises') + 1000));
    expect(await desk.opens(`${REPORT}.published`, YEAR)).toBe(9);
  });
});
