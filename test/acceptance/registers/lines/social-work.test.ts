import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDemoRecords } from '../../../../demo/records/plant-records.ts';
import type { Wire } from '../../../harness/bureau.ts';
import { Desk, percent, type Place, refused, refusedByRule, SO_FAR, sumOf, TODAY } from '../register-desk.ts';
import { openRegisterOffice, type RegisterOffice } from '../register-office.ts';

/** 社会工作与志愿: every clause of a row, walked from a keeper's chair. */
let office: RegisterOffice;
let desk: Desk;
beforeAll(async () => { office = await openRegisterOffice(await findDemoRecords()); desk = new Desk(office); }, 240_000);
afterAll(() => office.close());

const organisation = (n: number): number => desk.nth('organisation', n);
const facility = (n: number): number => desk.nth('facility', n);

test('[S117 whole] 民办社工机构：登记的单位里标出来的，能力、人员、合同、自有资产、社会资金占比，按日计数', async () => {
  const AGENCY = 'social-work-agency';
  expect([await desk.figure(`${AGENCY}.agencies`, TODAY), await desk.figure(`${AGENCY}.agencies`, '2013-12-31'), await desk.figure(`${AGENCY}.new`, SO_FAR)]).toEqual([43, 34, 9]);
  expect(await desk.figure(`${AGENCY}.social-share`, 2013)).toBe(7.7);
  const values = { organisation: organisation(97), registrar: 'city', fields: ['elderly'], staff: 20, socialWorkers: 12, registeredOn: '2013-11-03' };
  refused(await desk.tryOpen(AGENCY, '2013-11-03', { ...values, registeredOn: undefined }, { state: 'registered' }), 'input.invalid', '登记日期');
  refusedByRule(await desk.tryOpen(AGENCY, '2013-11-03', { ...values, socialWorkers: 21 }, { state: 'registered' }), '持证社工比员工多');
  const mine = await desk.open(AGENCY, '2013-11-03', values, { state: 'registered' });
  await desk.open(AGENCY, '2013-11-04', { ...values, organisation: organisation(102), registeredOn: '2013-11-04' }, { state: 'registered' });
  expect(await desk.due(AGENCY, '一年没有报收入')).toEqual([mine]);
  refusedByRule(await desk.tryEntry(AGENCY, mine, 'contracts', '2014-03-01', { purchaser: '市民政局', kind: 'special', amount: 10_000_000, endsOn: '2014-02-28' }), '早于签订');
  await desk.entry(AGENCY, mine, 'contracts', '2014-03-01', { purchaser: '市民政局', kind: 'special', amount: 10_000_000, endsOn: '2014-11-02' });
  await desk.entry(AGENCY, mine, 'contracts', '2014-05-01', { purchaser: '石岐区', kind: 'post', amount: 5_000_000, endsOn: '2014-11-03' });
  await desk.entry(AGENCY, mine, 'assets', '2014-06-01', { kind: 'premises', asset: '办公用房', worth: 80_000_000, held: true });
  await desk.entry(AGENCY, mine, 'assets', '2014-06-01', { kind: 'equipment', asset: '投影仪', worth: 500_000, held: false });
  for (const [source, amount] of [['government', 60_000_000], ['donation', 15_000_000], ['fees', 5_000_000]] as const) await desk.entry(AGENCY, mine, 'income', '2013-12-31', { source, amount });
  expect(await desk.due(AGENCY, '一年没有报收入')).toEqual([]);
  const page = await desk.page(AGENCY, mine);
  expect(page['totals']).toMatchObject({ contractCount: 2, contractMoney: 15_000_000, assetWorth: 80_000_000, incomeAll: 80_000_000 });
  expect(page['derived']).toEqual({ socialShare: 25, contractsRunning: 1 });
  // marked twice: said, and one agency all the same
  const twin = await desk.open(AGENCY, '2014-10-01', { ...values, registeredOn: '2014-10-01' }, { state: 'registered' });
  expect(await desk.warnings(AGENCY, twin)).toContain('已经标成社工机构');
  expect(await desk.figure(`${AGENCY}.agencies`, TODAY)).toBe(45);
  expect(await desk.target(AGENCY, 'agencies', 2014, 50)).toMatchObject({ planned: 50, actual: 45 });
  await desk.step(AGENCY, mine, 'cancelled', '2014-11-01');
  expect([await desk.figure(`${AGENCY}.agencies`, '2014-10-31'), (await desk.stockByTitle(AGENCY, 'registrar'))['市级']]).toEqual([45, 45]);
});

test('[S122] 社工服务站点：中心下的站点，服务汇总不重复，按区按日的开和撤', async () => {
  const SITE = 'outreach-site';
  expect([await desk.figure(`${SITE}.open`, TODAY), await desk.figure(`${SITE}.open`, '2014-07-30'), await desk.figure(`${SITE}.open`, '2014-07-31')]).toEqual([21, 21, 19]);
  expect([await desk.figure(`${SITE}.new`, SO_FAR), await desk.figure(`${SITE}.enterprise`, TODAY), await desk.figure(`${SITE}.closed`, SO_FAR)]).toEqual([15, 5, 2]);
  const site = { name: '坦洲工业区企业家庭服务中心', kind: 'enterprise', host: '坦洲工业园', parent: facility(3), startsOn: '2014-10-03', address: '工业大道', hours: '周二至周六 10:00—18:00' };
  const division = office.divisionOf(desk.town(2));
  const mine = await desk.open(SITE, '2014-09-01', { name: site.name, kind: site.kind }, { division });
  expect(await desk.warnings(SITE, mine)).toContain('写在哪家企业');
  refusedByRule(await desk.tryEntry(SITE, mine, 'services', '2014-10-04', { kind: 'group', personTimes: 12, countedAtCentre: true }), '还没有开');
  refused(await desk.tryStep(SITE, mine, 'open', '2014-10-03', { startsOn: '2014-10-03', address: '工业大道', hours: '周六' }), 'input.invalid', '所属中心');
  await desk.step(SITE, mine, 'open', '2014-10-03', site);
  expect(await desk.due(SITE, '站点一个月没有服务')).toEqual([mine]);
  const client = office.ground.person(31_001, 70);
  const before = await desk.figure(`${SITE}.persons`, SO_FAR);
  refusedByRule(await desk.tryEntry(SITE, mine, 'services', '2014-10-02', { kind: 'group', personTimes: 12, countedAtCentre: true }), '还没有开');
  await desk.entry(SITE, mine, 'services', '2014-10-10', { kind: 'group', personTimes: 12, countedAtCentre: true });
  await desk.entry(SITE, mine, 'services', '2014-10-11', { kind: 'case', personTimes: 1, countedAtCentre: false }, client);
  await desk.entry(SITE, mine, 'services', '2014-10-12', { kind: 'visit', personTimes: 4, countedAtCentre: false }, client);
  expect((await desk.page(SITE, mine))['totals']).toMatchObject({ personTimesTotal: 17, rolledUp: 5, personsServed: 1 });
  await desk.entry(SITE, desk.nth(SITE, 1), 'services', '2014-10-13', { kind: 'visit', personTimes: 1, countedAtCentre: true }, client);
  expect(await desk.figure(`${SITE}.persons`, SO_FAR)).toBe(before + 1);
  expect(await desk.figures(SITE, ['rolled-up', 'person-times'], { from: '2014-10-10', to: '2014-10-13', division })).toEqual([5 + await served(2, false), 17 + await served(2, undefined)]);
  await desk.step(SITE, mine, 'closed', '2014-11-01', { stoppedOn: '2014-11-01' });
  refusedByRule(await desk.tryEntry(SITE, mine, 'services', '2014-11-02', { kind: 'visit', personTimes: 1, countedAtCentre: false }), '已经撤了');
  expect((await desk.stockByTitle(SITE, 'division', '2014-10-31'))[office.ground.towns[2]?.name ?? '']).toBe(2);
  expect((await desk.stockByTitle(SITE, 'division', '2014-11-01'))[office.ground.towns[2]?.name ?? '']).toBe(1);
  expect(Object.values(await desk.stockByTitle(SITE, 'parent')).reduce((sum, one) => sum + one, 0)).toBe(21);
  const face = await desk.face(SITE);
  expect((face['events'] as Wire[]).map((one) => one['to'])).toEqual(['S114', 'S114']);

  /** Person-times of the demo's own site in that town within those three days. */
  async function served(nth: number, counted: boolean | undefined): Promise<number> {
    const entries = desk.samples(SITE)[nth]?.entries?.['services'] ?? [];
    return entries.filter((one) => one.on >= '2014-10-10' && one.on < '2014-10-13' && (counted === undefined || one.values['countedAtCentre'] === counted)).reduce((sum, one) => sum + Number(one.values['personTimes']), 0);
  }
});

test('[S125 whole] 博爱行动：品牌有服务有义工，新发展的对着目标，一人只新一次', async () => {
  const [BRAND, VOLUNTEER] = ['volunteer-brand', 'brand-volunteer'];
  expect([await desk.figure(`${BRAND}.brands`, TODAY), await desk.figure(`${VOLUNTEER}.volunteers`, TODAY), await desk.figure(`${VOLUNTEER}.new-volunteers`, SO_FAR), await desk.figure(`${VOLUNTEER}.new-volunteers`, 2013), await desk.figure(`${VOLUNTEER}.left`, SO_FAR)]).toEqual([8, 234, 150, 90, 6]);
  const brand = await desk.open(BRAND, '2014-07-01', { name: '书香伴读', theme: 'children', scope: 'city' });
  const service = { content: '伴读', volunteers: 10, hours: '25.5', served: 40 };
  refusedByRule(await desk.tryEntry(BRAND, brand, 'services', '2014-08-10', service), '还没有启动');
  await desk.step(BRAND, brand, 'running', '2014-08-03', { launchedOn: '2014-08-03' });
  expect(await desk.due(BRAND, '义工品牌三个月没有服务')).toEqual([brand]);
  refusedByRule(await desk.tryEntry(BRAND, brand, 'services', '2014-08-02', service), '还没有启动');
  await desk.entry(BRAND, brand, 'services', '2014-08-10', service);
  await desk.entry(BRAND, brand, 'services', '2014-09-10', { ...service, hours: '4.5' });
  expect((await desk.page(BRAND, brand))['totals']).toMatchObject({ servicesHeld: 2, hoursTotal: 30, servedTotal: 80 });
  expect(await desk.figure(`${BRAND}.services`, { from: '2014-08-10', to: '2014-08-11' })).toBe(1);
  // one record a person; who comes back goes back into it and is not new again
  const [old, left] = [desk.samples(VOLUNTEER)[1]?.person, desk.samples(VOLUNTEER)[0]?.person];
  const joining = { brand, joinedOn: '2014-11-01' };
  if (old === undefined || left === undefined) throw new Error('no person');
  refusedByRule(await desk.tryOpen(VOLUNTEER, '2014-11-01', joining, { person: old }), '不再算新发展');
  refusedByRule(await desk.tryOpen(VOLUNTEER, '2014-11-01', joining, { person: left }), '转回“在册”');
  await desk.step(VOLUNTEER, desk.nth(VOLUNTEER, 0), 'joined', '2014-11-02');
  await desk.open(VOLUNTEER, '2014-11-01', joining, { person: office.ground.person(31_010, 33) });
  expect([await desk.figure(`${VOLUNTEER}.volunteers`, TODAY), await desk.figure(`${VOLUNTEER}.new-volunteers`, SO_FAR)]).toEqual([236, 151]);
  expect(await desk.target(VOLUNTEER, 'new-volunteers', 2014, 200)).toMatchObject({ planned: 200, actual: 151 });
  expect(await desk.target(VOLUNTEER, 'new-volunteers', 2015, 3000)).toMatchObject({ planned: 3000, actual: null });
  expect(await desk.stockByTitle(VOLUNTEER, 'brand')).toMatchObject({ 情暖夕阳: 25, 邻里互助: 30, 书香伴读: 1 });
  refused(await desk.tryStep(VOLUNTEER, desk.nth(VOLUNTEER, 1), 'left', '2014-11-03'), 'input.invalid', '退出日期');
});

test('[S126 whole] 支援任务：队伍、每天的日志、头尾都算的天数；对口帮扶是项目', async () => {
  const [MISSION, PROJECT] = ['support-mission', 'partner-region-project'];
  const logged = sumOf((desk.samples(MISSION)[0]?.entries?.['daily-log'] ?? []).map((one) => one.values['served']));
  expect(await desk.figures(MISSION, ['days', 'missions', 'members', 'served'], SO_FAR)).toEqual([20, 1, 6, logged]);
  expect([await desk.figure(`${MISSION}.away`, '2014-09-02'), await desk.figure(`${MISSION}.away`, '2014-09-03')]).toEqual([1, 0]);
  const mine = await desk.open(MISSION, '2014-10-15', { team: '黔南支援队', kind: 'partner', event: '对口帮扶社工站', destination: '贵州省黔南州', startsOn: '2014-10-20', plannedBack: '2014-11-06', partnerProject: desk.nth(PROJECT, 1) });
  await desk.step(MISSION, mine, 'away', '2014-10-20');
  expect(await desk.warnings(MISSION, mine)).toContain('还没有登记队员');
  const member = office.ground.person(31_020, 35);
  await desk.entry(MISSION, mine, 'members', '2014-10-18', { duty: 'leader' }, member);
  refused(await desk.tryEntry(MISSION, mine, 'members', '2014-10-19', { duty: 'social-worker' }, member), 'record.entry-twice', '已经记过');
  expect(await desk.due(MISSION, '队伍快到计划返回的日子')).toEqual([mine]);
  await desk.change(MISSION, mine, '2014-10-30', { plannedBack: '2014-11-07' });
  expect(await desk.due(MISSION, '队伍快到计划返回的日子')).toEqual([]);
  refusedByRule(await desk.tryEntry(MISSION, mine, 'daily-log', '2014-10-19', { work: '准备', served: 0 }), '不在出发和返回之间');
  await desk.entry(MISSION, mine, 'daily-log', '2014-10-21', { work: '入户', served: 33, cases: 2 });
  refused(await desk.tryEntry(MISSION, mine, 'daily-log', '2014-10-21', { work: '再记', served: 1 }), 'record.entry-twice', '已经记过');
  refusedByRule(await desk.tryStep(MISSION, mine, 'returned', '2014-10-31', { endsOn: '2014-10-31', days: 11, summary: '完成' }), '头尾都算是 12 天');
  refused(await desk.tryStep(MISSION, mine, 'returned', '2014-10-31', { endsOn: '2014-10-31', days: 12 }), 'input.invalid', '总结');
  await desk.step(MISSION, mine, 'returned', '2014-10-31', { endsOn: '2014-10-31', days: 12, summary: '完成' });
  expect(await desk.warnings(MISSION, mine)).toContain('还有 11 天没有日志');
  expect(await desk.figures(MISSION, ['days', 'served'], SO_FAR)).toEqual([32, logged + 33]);
  expect([await desk.figure(`${PROJECT}.projects`, TODAY), await desk.figure(`${PROJECT}.paid`, SO_FAR), await desk.figure(`${PROJECT}.activities`, SO_FAR)]).toEqual([2, 60_000, 2]);
  refusedByRule(await desk.tryEntry(PROJECT, desk.nth(PROJECT, 0), 'funds', '2014-10-08', { kind: 'paid', source: 'city', amount: 6_000_001 }), '超过总投资');
  await desk.entry(PROJECT, desk.nth(PROJECT, 0), 'funds', '2014-10-08', { kind: 'paid', source: 'city', amount: 6_000_000 });
  expect((await desk.page(PROJECT, desk.nth(PROJECT, 0)))['derived']).toMatchObject({ paidRatio: 100 });
  expect((await desk.page(PROJECT, desk.nth(PROJECT, 1)))['pointing'][0]).toMatchObject({ register: 'support-mission' });
});

test('[S127 whole] 陪审员有任命有任期，党代表结对有对象有活动：在任的、帮到的都数得出', async () => {
  const [JUROR, PAIRING] = ['social-worker-juror', 'delegate-pairing'];
  expect([await desk.figure(`${JUROR}.serving`, '2014-05-05'), await desk.figure(`${JUROR}.serving`, '2014-05-06'), await desk.figure(`${JUROR}.serving`, TODAY), await desk.figure(`${JUROR}.appointed`, SO_FAR)]).toEqual([0, 15, 15, 15]);
  const person = office.ground.person(31_030, 40);
  const term = { appointedBy: '市人民代表大会常务委员会', appointedOn: '2009-10-20', termStart: '2009-11-01', termEnd: '2014-10-31' };
  const mine = await desk.open(JUROR, '2009-10-01', { court: '中山市第一人民法院' }, { person });
  refusedByRule(await desk.tryEntry(JUROR, mine, 'trials', '2009-12-01', { caseKind: 'family', followUp: true }), '还没有任命');
  refused(await desk.tryStep(JUROR, mine, 'serving', '2009-11-01', { ...term, appointedBy: undefined }), 'input.invalid', '任命机关');
  refusedByRule(await desk.tryStep(JUROR, mine, 'serving', '2009-11-01', { ...term, appointedOn: '2009-11-02' }), '任期不能在任命之前开始');
  await desk.step(JUROR, mine, 'serving', '2009-11-01', term);
  refusedByRule(await desk.tryEntry(JUROR, mine, 'trials', '2014-11-01', { caseKind: 'family', followUp: true }), '不在任期内');
  await desk.entry(JUROR, mine, 'trials', '2014-10-30', { caseKind: 'family', followUp: true });
  // the term has run out: not counted from the next day on, though nobody has written its end
  expect([await desk.figure(`${JUROR}.serving`, '2014-10-31'), await desk.figure(`${JUROR}.serving`, '2014-11-01')]).toEqual([16, 15]);
  expect(await desk.warnings(JUROR, mine)).toContain('任期到 2014-10-31 已满');
  const again = { person, state: 'serving' };
  refusedByRule(await desk.tryOpen(JUROR, '2014-11-01', { court: '中山市第一人民法院', ...term, termStart: '2014-10-31', termEnd: '2019-10-30' }, again), '已经有一个任期');
  await desk.step(JUROR, mine, 'expired', '2014-11-01');
  await desk.open(JUROR, '2014-11-01', { court: '中山市第一人民法院', ...term, appointedOn: '2014-10-28', termStart: '2014-11-01', termEnd: '2019-10-31' }, again);
  expect(await desk.figure(`${JUROR}.serving`, TODAY)).toBe(16);
  const ending = async (nth: number, termEnd: string): Promise<number> => desk.open(JUROR, '2014-01-01', { court: '中山市第一人民法院', ...term, termStart: '2014-01-01', termEnd }, { state: 'serving', person: office.ground.person(nth, 41) });
  const soon = await ending(31_031, '2015-01-02');
  await ending(31_032, '2015-01-03');
  expect(await desk.due(JUROR, '陪审员任期快满')).toEqual([soon]);

  expect([await desk.figure(`${PAIRING}.paired`, TODAY), await desk.figure(`${PAIRING}.aided`, SO_FAR), await desk.figure(`${PAIRING}.activities`, SO_FAR)]).toEqual([11, 48, 36]);
  expect(await desk.due(PAIRING, '结对快到期')).toEqual([desk.nth(PAIRING, 5)]);
  const pair = await desk.open(PAIRING, '2014-08-03', { delegate: office.ground.person(31_034, 50).name, clientGroup: 'poor', pairedOn: '2014-08-03' }, { person: office.ground.person(31_033, 30) });
  expect(await desk.warnings(PAIRING, pair)).toContain('还没有登记帮扶对象');
  expect(await desk.due(PAIRING, '结对三个月没有活动')).toEqual([pair]);
  refusedByRule(await desk.tryEntry(PAIRING, pair, 'activities', '2014-08-02', { kind: 'visit', content: '探访', delegateCame: true, people: 2 }), '还没有结对');
  await desk.entry(PAIRING, pair, 'activities', '2014-08-05', { kind: 'visit', content: '探访', delegateCame: true, people: 2 });
  const [client] = desk.samples(PAIRING)[0]?.entries?.['clients'] ?? [];
  await desk.entry(PAIRING, pair, 'clients', '2014-08-05', { settled: false }, client?.person);
  await desk.entry(PAIRING, pair, 'clients', '2014-08-06', { settled: true }, office.ground.person(31_035, 66));
  expect([await desk.figure(`${PAIRING}.aided`, SO_FAR), (await desk.page(PAIRING, pair))['totals']['clientsSettled']]).toEqual([49, 1]);
});

test('[S128] 社区社会组织：培育、备案、登记是同一条；按社区和状态数得出那一天', async () => {
  const ORGANISATION = 'community-organisation';
  const states = async (day: string): Promise<unknown[]> => desk.figures(ORGANISATION, ['cultivated', 'only-cultivated', 'filed', 'registered'], day);
  expect([await states('2014-04-21'), await states('2014-04-22'), await states('2014-11-03')]).toEqual([[54, 54, 0, 0], [54, 24, 30, 0], [53, 23, 25, 5]]);
  const villages = new Set(desk.samples(ORGANISATION).filter((_one, at) => at % 10 !== 9 && at !== 41).map((one) => one.division));
  const missing = await desk.missing(ORGANISATION);
  expect([missing.all, missing.without]).toEqual([office.ground.villages.length, office.ground.villages.length - villages.size]);
  expect(await desk.figure(`${ORGANISATION}.villages-covered`, SO_FAR)).toBe(percent(villages.size, office.ground.villages.length));
  const [place] = missing.places as [Place];
  const values = { name: '晨曦互助队', kind: 'mutual-aid', formedOn: '2013-10-01', size: 15 };
  const mine = await desk.open(ORGANISATION, '2013-10-01', values, { division: place.id });
  const { number } = await desk.page(ORGANISATION, mine);
  refused(await desk.tryStep(ORGANISATION, mine, 'cultivated', '2013-11-03'), 'input.invalid', '扶持');
  refused(await desk.tryStep(ORGANISATION, mine, 'filed', '2013-11-03', { filingNumber: '社备1', filedOn: '2013-11-03' }), 'record.wrong-state', '请先办中间那一步');
  refusedByRule(await desk.tryStep(ORGANISATION, mine, 'cultivated', '2013-11-03', { supportedOn: '2013-09-30', supportedBy: '居委会' }), '不能早于组建');
  await desk.step(ORGANISATION, mine, 'cultivated', '2013-11-03', { supportedOn: '2013-11-03', supportedBy: '居委会' });
  expect(await desk.due(ORGANISATION, '培育一年了，看能不能备案')).toEqual([mine]);
  expect(await desk.warnings(ORGANISATION, mine)).toContain('还没有登记发起人');
  await desk.entry(ORGANISATION, mine, 'founders', '2013-10-01', { duty: 'head' }, office.ground.person(31_040, 50));
  refusedByRule(await desk.tryEntry(ORGANISATION, mine, 'support', '2014-03-01', { kind: 'money', givenBy: '镇政府' }), '请写金额');
  refusedByRule(await desk.tryEntry(ORGANISATION, mine, 'activities', '2013-09-30', { content: '早', people: 1 }), '还没有组建');
  await desk.entry(ORGANISATION, mine, 'support', '2014-03-01', { kind: 'money', amount: 200_000, givenBy: '镇政府' });
  await desk.entry(ORGANISATION, mine, 'activities', '2014-05-03', { content: '义剪', people: 30 });
  expect(await desk.due(ORGANISATION, '半年没有活动')).toContain(mine);
  expect((await desk.page(ORGANISATION, mine))['totals']).toMatchObject({ founderCount: 1, supportMoney: 200_000, peopleTotal: 30 });
  refusedByRule(await desk.tryOpen(ORGANISATION, '2014-05-01', values, { division: place.id }), '同名的队伍');
  await desk.step(ORGANISATION, mine, 'filed', '2014-06-01', { filingNumber: '社备2', filedOn: '2014-06-01' });
  refusedByRule(await desk.tryStep(ORGANISATION, mine, 'registered', '2014-09-01', { registeredOn: '2014-05-31', organisation: organisation(3) }), '不能早于备案');
  await desk.step(ORGANISATION, mine, 'registered', '2014-09-01', { registeredOn: '2014-09-01', organisation: organisation(3) });
  const page = await desk.page(ORGANISATION, mine);
  expect([page['number'], page['history'].length, page['state']]).toEqual([number, 4, 'registered']);
  const at = async (day: string): Promise<unknown[]> => desk.figures(ORGANISATION, ['only-cultivated', 'filed', 'registered'], { day, division: place.id });
  expect([await at('2014-05-31'), await at('2014-06-01'), await at('2014-09-01')]).toEqual([[1, 0, 0], [0, 1, 0], [0, 0, 1]]);
  expect((await desk.stockByTitle(ORGANISATION, 'division', '2014-11-03', 'village'))[place.name]).toBe(1);
  expect((await desk.missing(ORGANISATION)).without).toBe(missing.without - 1);
  const face = await desk.face(ORGANISATION);
  expect((face['events'] as Wire[]).map((one) => one['to'])).toEqual(['S091', 'S089']);
});

test('[S129 whole] 社会工作制度：主文件和相连编号的配套文件，任务有部门有期限，会议记下议定的事', async () => {
  const [PAPER, TASK, MEETING] = ['social-work-document', 'social-work-task', 'lead-group-meeting'];
  expect([await desk.figure(`${PAPER}.supporting-issued`, 2013), await desk.figure(`${PAPER}.supporting-issued`, SO_FAR), await desk.figure(`${PAPER}.supporting`, TODAY), await desk.figure(`${PAPER}.supporting`, '2013-12-31')]).toEqual([2, 3, 5, 2]);
  expect(await desk.stockByTitle(PAPER, 'mainDocument')).toMatchObject({ 关于加强社会工作人才队伍建设推进社会工作发展的意见: 5 });
  expect([await desk.due(PAPER, '社工政策文件快到计划出台日期'), await desk.warnings(PAPER, desk.nth(PAPER, 6))]).toEqual([[desk.nth(PAPER, 6)], '计划 2014-09-30 出台，还在起草。']);
  const eighth = { title: '社工督导管理办法', rank: 'supporting', mainDocument: desk.nth(PAPER, 0), orderNumber: 8, dueOn: '2014-12-03' };
  refusedByRule(await desk.tryOpen(PAPER, '2014-10-01', { ...eighth, orderNumber: undefined }), '主文件和序号');
  refusedByRule(await desk.tryOpen(PAPER, '2014-10-01', { ...eighth, orderNumber: 9 }), '应是第8件');
  refusedByRule(await desk.tryOpen(PAPER, '2014-10-01', { ...eighth, orderNumber: 7 }), '已经有第7件');
  const mine = await desk.open(PAPER, '2014-10-01', eighth);
  expect(await desk.due(PAPER, '社工政策文件快到计划出台日期')).toEqual([desk.nth(PAPER, 6), mine]);
  refusedByRule(await desk.tryChange(PAPER, mine, '2014-11-01', { orderNumber: 1 }), '已经有第1件');
  refused(await desk.tryStep(PAPER, mine, 'issued', '2014-11-02', { issuedOn: '2014-11-02' }), 'input.invalid', '文号');
  await desk.step(PAPER, mine, 'issued', '2014-11-02', { issuedOn: '2014-11-02', documentNumber: '中民〔2014〕88号（演示）' });
  expect([await desk.figure(`${PAPER}.supporting-issued`, SO_FAR), await desk.figure(`${PAPER}.supporting`, TODAY)]).toEqual([4, 6]);

  expect([await desk.figure(`${TASK}.open`, TODAY), await desk.figure(`${TASK}.done`, SO_FAR), await desk.figure(`${TASK}.assigned`, SO_FAR)]).toEqual([8, 4, 12]);
  const late = desk.nth(TASK, 4);
  expect([await desk.due(TASK, '任务快到期限'), await desk.warnings(TASK, late), (await desk.page(TASK, late))['derived']]).toEqual([[late], '期限是 2014-10-15，还没有完成。', { daysLeft: -19 }]);
  expect((await desk.due(TASK, '任务三个月没有进展')).toSorted()).toEqual((office.ids.get(TASK) ?? []).slice(4).toSorted());
  await desk.entry(TASK, late, 'progress', '2014-10-30', { department: '市人社局', report: '方案已会签', percent: 90 });
  expect([await desk.due(TASK, '任务三个月没有进展').then((all) => all.length), (await desk.page(TASK, late))['totals']['percentLast']]).toEqual([7, 90]);
  refused(await desk.tryStep(TASK, late, 'done', '2014-11-03', { doneOn: '2014-11-03' }), 'input.invalid', '完成情况');
  await desk.step(TASK, late, 'done', '2014-11-03', { doneOn: '2014-11-03', result: '印发实施' });
  expect([await desk.figure(`${TASK}.open`, TODAY), await desk.figure(`${TASK}.open`, '2014-11-02'), await desk.figure(`${TASK}.done`, SO_FAR)]).toEqual([7, 8, 5]);

  expect(await desk.figures(MEETING, ['held', 'decisions', 'carried'], SO_FAR)).toEqual([2, 2, 50]);
  const meeting = { subject: '研究购买服务', edition: 5, heldOn: '2014-11-03' };
  refusedByRule(await desk.tryOpen(MEETING, '2014-11-01', { ...meeting, edition: 6 }), '应是第5次');
  const fifth = await desk.open(MEETING, '2014-11-01', meeting);
  expect(await desk.due(MEETING, '领导小组会议快开了')).toEqual([fifth]);
  refused(await desk.tryStep(MEETING, fifth, 'held', '2014-11-03'), 'input.invalid', '参加人数');
  await desk.step(MEETING, fifth, 'held', '2014-11-03', { participants: 20 });
  await desk.entry(MEETING, fifth, 'departments', '2014-11-03', { department: '市财政局', absent: false });
  await desk.entry(MEETING, fifth, 'decisions', '2014-11-03', { decision: '经费列入预算', owner: '市财政局', carriedOut: false, task: late });
  expect(await desk.warnings(MEETING, fifth)).toBe('还没有写纪要文号。有 1 项议定事项还没有落实。');
  expect(await desk.figure(`${MEETING}.carried`, SO_FAR)).toBe(33.3);
});
