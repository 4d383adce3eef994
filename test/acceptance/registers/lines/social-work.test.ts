import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDemoRecords } from '../../../../demo/records/plant-records.ts';
import type { Wire } from '../../../harness/bureau.ts';
import { openRegisterOffice, type RegisterOffice } from '../register-office.ts';
import { deskOf, TODAY, YEAR } from './pd-desk.ts';

/** 社会工作与志愿: every clause of a row, walked from a keeper's chair. */
let office: RegisterOffice;
beforeAll(async () => { office = await openRegisterOffice(await findDemoRecords()); }, 240_000);
afterAll(() => office.close());

const organisation = (nth: number): number => office.ids.get('organisation')?.[nth] ?? 0;
const facility = (nth: number): number => office.ids.get('facility')?.[nth] ?? 0;

test('[S117 whole] 民办社工机构：登记的单位里标出来的，能力、人员、合同、自有资产、社会资金占比，按日计数', async () => {
  const desk = deskOf(office, 'social-work-agency');
  expect([await desk.count('agencies', TODAY), await desk.count('agencies', { day: '2013-12-31' }), await desk.count('new', YEAR)]).toEqual([43, 34, 9]);
  expect(await desk.count('social-share', { from: '2013-01-01', to: '2014-01-01' })).toBe(7.7);
  const values = { organisation: organisation(97), registrar: 'city', fields: ['elderly'], staff: 20, socialWorkers: 12, registeredOn: '2013-11-03' };
  await desk.notOpen({ on: '2013-11-03', state: 'registered', values: { ...values, registeredOn: undefined } }, '登记日期');
  await desk.notOpen({ on: '2013-11-03', state: 'registered', values: { ...values, socialWorkers: 21 } }, '持证社工比员工多');
  const mine = await desk.open({ on: '2013-11-03', state: 'registered', values });
  await desk.open({ on: '2013-11-04', state: 'registered', values: { ...values, organisation: organisation(102), registeredOn: '2013-11-04' } });
  expect(await desk.due('一年没有报收入')).toEqual([mine]);
  await desk.notEntry(mine, 'contracts', '2014-03-01', { purchaser: '市民政局', kind: 'special', amount: 10_000_000, endsOn: '2014-02-28' }, '早于签订');
  await desk.entry(mine, 'contracts', '2014-03-01', { purchaser: '市民政局', kind: 'special', amount: 10_000_000, endsOn: '2014-11-02' });
  await desk.entry(mine, 'contracts', '2014-05-01', { purchaser: '石岐区', kind: 'post', amount: 5_000_000, endsOn: '2014-11-03' });
  await desk.entry(mine, 'assets', '2014-06-01', { kind: 'premises', asset: '办公用房', worth: 80_000_000, held: true });
  await desk.entry(mine, 'assets', '2014-06-01', { kind: 'equipment', asset: '投影仪', worth: 500_000, held: false });
  for (const [source, amount] of [['government', 60_000_000], ['donation', 15_000_000], ['fees', 5_000_000]] as const) await desk.entry(mine, 'income', '2013-12-31', { source, amount });
  expect(await desk.due('一年没有报收入')).toEqual([]);
  const page = await desk.read(mine);
  expect(page['totals']).toMatchObject({ contractCount: 2, contractMoney: 15_000_000, assetWorth: 80_000_000, incomeAll: 80_000_000 });
  expect(page['derived']).toEqual({ socialShare: 25, contractsRunning: 1 });
  // marked twice: said, and one agency all the same
  const twin = await desk.open({ on: '2014-10-01', state: 'registered', values: { ...values, registeredOn: '2014-10-01' } });
  expect(await desk.warnings(twin)).toContain('已经标成社工机构');
  expect(await desk.count('agencies', TODAY)).toBe(45);
  expect(await desk.target('agencies', 2014, 50)).toMatchObject({ planned: 50, actual: 45 });
  await desk.step(mine, 'cancelled', '2014-11-01');
  expect([await desk.count('agencies', { day: '2014-10-31' }), (await desk.by('registrar', '2014-11-03'))['市级']]).toEqual([45, 45]);
});

test('[S122] 社工服务站点：中心下的站点，服务汇总不重复，按区按日的开和撤', async () => {
  const desk = deskOf(office, 'outreach-site');
  expect([await desk.count('open', TODAY), await desk.count('open', { day: '2014-07-30' }), await desk.count('open', { day: '2014-07-31' })]).toEqual([21, 21, 19]);
  expect([await desk.count('new', YEAR), await desk.count('enterprise', TODAY), await desk.count('closed', YEAR)]).toEqual([15, 5, 2]);
  const site = { name: '坦洲工业区企业家庭服务中心', kind: 'enterprise', host: '坦洲工业园', parent: facility(3), startsOn: '2014-10-03', address: '工业大道', hours: '周二至周六 10:00—18:00' };
  const [division] = [office.divisionOf(office.ground.towns[2]?.code ?? '')];
  const mine = await desk.open({ on: '2014-09-01', division, values: { name: site.name, kind: site.kind } });
  expect(await desk.warnings(mine)).toContain('写在哪家企业');
  await desk.notEntry(mine, 'services', '2014-10-04', { kind: 'group', personTimes: 12, countedAtCentre: true }, '还没有开');
  await desk.notStep(mine, 'open', '2014-10-03', { startsOn: '2014-10-03', address: '工业大道', hours: '周六' }, '所属中心');
  await desk.step(mine, 'open', '2014-10-03', site);
  expect(await desk.due('站点一个月没有服务')).toEqual([mine]);
  const client = office.ground.person(31_001, 70);
  const before = await desk.count('persons', YEAR);
  await desk.notEntry(mine, 'services', '2014-10-02', { kind: 'group', personTimes: 12, countedAtCentre: true }, '还没有开');
  await desk.entry(mine, 'services', '2014-10-10', { kind: 'group', personTimes: 12, countedAtCentre: true });
  await desk.entry(mine, 'services', '2014-10-11', { kind: 'case', personTimes: 1, countedAtCentre: false }, client);
  await desk.entry(mine, 'services', '2014-10-12', { kind: 'visit', personTimes: 4, countedAtCentre: false }, client);
  expect((await desk.read(mine))['totals']).toMatchObject({ personTimesTotal: 17, rolledUp: 5, personsServed: 1 });
  await desk.entry(desk.ids[1] ?? 0, 'services', '2014-10-13', { kind: 'visit', personTimes: 1, countedAtCentre: true }, client);
  expect(await desk.count('persons', YEAR)).toBe(Number(before) + 1);
  expect([await desk.count('rolled-up', { from: '2014-10-10', to: '2014-10-13', division }), await desk.count('person-times', { from: '2014-10-10', to: '2014-10-13', division })]).toEqual([5 + await served(2, false), 17 + await served(2, undefined)]);
  await desk.step(mine, 'closed', '2014-11-01', { stoppedOn: '2014-11-01' });
  await desk.notEntry(mine, 'services', '2014-11-02', { kind: 'visit', personTimes: 1, countedAtCentre: false }, '已经撤了');
  expect((await desk.by('division', '2014-10-31'))[office.ground.towns[2]?.name ?? '']).toBe(2);
  expect((await desk.by('division', '2014-11-01'))[office.ground.towns[2]?.name ?? '']).toBe(1);
  expect(Object.values(await desk.by('parent', '2014-11-03')).reduce((sum, one) => sum + one, 0)).toBe(21);
  const face = await office.see('records.describe', { register: 'outreach-site' });
  expect((face['events'] as Wire[]).map((one) => one['to'])).toEqual(['S114', 'S114']);

  /** Person-times of the demo's own site in that town within those three days. */
  async function served(nth: number, counted: boolean | undefined): Promise<number> {
    const entries = office.samples.get('outreach-site')?.[nth]?.entries?.['services'] ?? [];
    return entries.filter((one) => one.on >= '2014-10-10' && one.on < '2014-10-13' && (counted === undefined || one.values['countedAtCentre'] === counted)).reduce((sum, one) => sum + Number(one.values['personTimes']), 0);
  }
});

test('[S125 whole] 博爱行动：品牌有服务有义工，新发展的对着目标，一人只新一次', async () => {
  const [brands, volunteers] = [deskOf(office, 'volunteer-brand'), deskOf(office, 'brand-volunteer')];
  expect([await brands.count('brands', TODAY), await volunteers.count('volunteers', TODAY), await volunteers.count('new-volunteers', YEAR), await volunteers.count('new-volunteers', { from: '2013-01-01', to: '2014-01-01' }), await volunteers.count('left', YEAR)]).toEqual([8, 234, 150, 90, 6]);
  const brand = await brands.open({ on: '2014-07-01', values: { name: '书香伴读', theme: 'children', scope: 'city' } });
  const service = { content: '伴读', volunteers: 10, hours: '25.5', served: 40 };
  await brands.notEntry(brand, 'services', '2014-08-10', service, '还没有启动');
  await brands.step(brand, 'running', '2014-08-03', { launchedOn: '2014-08-03' });
  expect(await brands.due('义工品牌三个月没有服务')).toEqual([brand]);
  await brands.notEntry(brand, 'services', '2014-08-02', service, '还没有启动');
  await brands.entry(brand, 'services', '2014-08-10', service);
  await brands.entry(brand, 'services', '2014-09-10', { ...service, hours: '4.5' });
  expect((await brands.read(brand))['totals']).toMatchObject({ servicesHeld: 2, hoursTotal: 30, servedTotal: 80 });
  expect(await brands.count('services', { from: '2014-08-10', to: '2014-08-11' })).toBe(1);
  // one record a person; who comes back goes back into it and is not new again
  const [old, left] = [office.samples.get('brand-volunteer')?.[1]?.person, office.samples.get('brand-volunteer')?.[0]?.person];
  const joining = { on: '2014-11-01', values: { brand, joinedOn: '2014-11-01' } };
  if (old === undefined || left === undefined) throw new Error('no person');
  await volunteers.notOpen({ ...joining, person: old }, '不再算新发展');
  await volunteers.notOpen({ ...joining, person: left }, '转回“在册”');
  await volunteers.step(volunteers.ids[0] ?? 0, 'joined', '2014-11-02');
  await volunteers.open({ ...joining, person: office.ground.person(31_010, 33) });
  expect([await volunteers.count('volunteers', TODAY), await volunteers.count('new-volunteers', YEAR)]).toEqual([236, 151]);
  expect(await volunteers.target('new-volunteers', 2014, 200)).toMatchObject({ planned: 200, actual: 151 });
  expect(await volunteers.target('new-volunteers', 2015, 3000)).toMatchObject({ planned: 3000, actual: null });
  expect(await volunteers.by('brand', '2014-11-03')).toMatchObject({ 情暖夕阳: 25, 邻里互助: 30, 书香伴读: 1 });
  await volunteers.notStep(volunteers.ids[1] ?? 0, 'left', '2014-11-03', {}, '退出日期');
});

test('[S126 whole] 支援任务：队伍、每天的日志、头尾都算的天数；对口帮扶是项目', async () => {
  const [missions, projects] = [deskOf(office, 'support-mission'), deskOf(office, 'partner-region-project')];
  const logged = (office.samples.get('support-mission')?.[0]?.entries?.['daily-log'] ?? []).reduce((sum, one) => sum + Number(one.values['served']), 0);
  expect([await missions.count('days', YEAR), await missions.count('missions', YEAR), await missions.count('members', YEAR), await missions.count('served', YEAR)]).toEqual([20, 1, 6, logged]);
  expect([await missions.count('away', { day: '2014-09-02' }), await missions.count('away', { day: '2014-09-03' })]).toEqual([1, 0]);
  const mine = await missions.open({ on: '2014-10-15', values: { team: '黔南支援队', kind: 'partner', event: '对口帮扶社工站', destination: '贵州省黔南州', startsOn: '2014-10-20', plannedBack: '2014-11-06', partnerProject: projects.ids[1] } });
  await missions.step(mine, 'away', '2014-10-20');
  expect(await missions.warnings(mine)).toContain('还没有登记队员');
  const member = office.ground.person(31_020, 35);
  await missions.entry(mine, 'members', '2014-10-18', { duty: 'leader' }, member);
  await missions.notEntry(mine, 'members', '2014-10-19', { duty: 'social-worker' }, '已经记过', member);
  expect(await missions.due('队伍快到计划返回的日子')).toEqual([mine]);
  await missions.change(mine, '2014-10-30', { plannedBack: '2014-11-07' });
  expect(await missions.due('队伍快到计划返回的日子')).toEqual([]);
  await missions.notEntry(mine, 'daily-log', '2014-10-19', { work: '准备', served: 0 }, '不在出发和返回之间');
  await missions.entry(mine, 'daily-log', '2014-10-21', { work: '入户', served: 33, cases: 2 });
  await missions.notEntry(mine, 'daily-log', '2014-10-21', { work: '再记', served: 1 }, '已经记过');
  await missions.notStep(mine, 'returned', '2014-10-31', { endsOn: '2014-10-31', days: 11, summary: '完成' }, '头尾都算是 12 天');
  await missions.notStep(mine, 'returned', '2014-10-31', { endsOn: '2014-10-31', days: 12 }, '总结');
  await missions.step(mine, 'returned', '2014-10-31', { endsOn: '2014-10-31', days: 12, summary: '完成' });
  expect(await missions.warnings(mine)).toContain('还有 11 天没有日志');
  expect([await missions.count('days', YEAR), await missions.count('served', YEAR)]).toEqual([32, logged + 33]);
  expect([await projects.count('projects', TODAY), await projects.count('paid', YEAR), await projects.count('activities', YEAR)]).toEqual([2, 60_000, 2]);
  await projects.notEntry(projects.ids[0] ?? 0, 'funds', '2014-10-08', { kind: 'paid', source: 'city', amount: 6_000_001 }, '超过总投资');
  await projects.entry(projects.ids[0] ?? 0, 'funds', '2014-10-08', { kind: 'paid', source: 'city', amount: 6_000_000 });
  expect((await projects.read(projects.ids[0] ?? 0))['derived']).toMatchObject({ paidRatio: 100 });
  expect((await projects.read(projects.ids[1] ?? 0))['pointing'][0]).toMatchObject({ register: 'support-mission' });
});

test('[S127 whole] 陪审员有任命有任期，党代表结对有对象有活动：在任的、帮到的都数得出', async () => {
  const [jurors, pairs] = [deskOf(office, 'social-worker-juror'), deskOf(office, 'delegate-pairing')];
  expect([await jurors.count('serving', { day: '2014-05-05' }), await jurors.count('serving', { day: '2014-05-06' }), await jurors.count('serving', TODAY), await jurors.count('appointed', YEAR)]).toEqual([0, 15, 15, 15]);
  const person = office.ground.person(31_030, 40);
  const term = { appointedBy: '市人民代表大会常务委员会', appointedOn: '2009-10-20', termStart: '2009-11-01', termEnd: '2014-10-31' };
  const mine = await jurors.open({ on: '2009-10-01', person, values: { court: '中山市第一人民法院' } });
  await jurors.notEntry(mine, 'trials', '2009-12-01', { caseKind: 'family', followUp: true }, '还没有任命');
  await jurors.notStep(mine, 'serving', '2009-11-01', { ...term, appointedBy: undefined }, '任命机关');
  await jurors.notStep(mine, 'serving', '2009-11-01', { ...term, appointedOn: '2009-11-02' }, '任期不能在任命之前开始');
  await jurors.step(mine, 'serving', '2009-11-01', term);
  await jurors.notEntry(mine, 'trials', '2014-11-01', { caseKind: 'family', followUp: true }, '不在任期内');
  await jurors.entry(mine, 'trials', '2014-10-30', { caseKind: 'family', followUp: true });
  // the term has run out: not counted from the next day on, though nobody has written its end
  expect([await jurors.count('serving', { day: '2014-10-31' }), await jurors.count('serving', { day: '2014-11-01' })]).toEqual([16, 15]);
  expect(await jurors.warnings(mine)).toContain('任期到 2014-10-31 已满');
  const again = { on: '2014-11-01', person, state: 'serving' };
  await jurors.notOpen({ ...again, values: { court: '中山市第一人民法院', ...term, termStart: '2014-10-31', termEnd: '2019-10-30' } }, '已经有一个任期');
  await jurors.step(mine, 'expired', '2014-11-01');
  await jurors.open({ ...again, values: { court: '中山市第一人民法院', ...term, appointedOn: '2014-10-28', termStart: '2014-11-01', termEnd: '2019-10-31' } });
  expect(await jurors.count('serving', TODAY)).toBe(16);
  const ending = async (nth: number, termEnd: string): Promise<number> => jurors.open({ on: '2014-01-01', state: 'serving', person: office.ground.person(nth, 41), values: { court: '中山市第一人民法院', ...term, termStart: '2014-01-01', termEnd } });
  const soon = await ending(31_031, '2015-01-02');
  await ending(31_032, '2015-01-03');
  expect(await jurors.due('陪审员任期快满')).toEqual([soon]);

  expect([await pairs.count('paired', TODAY), await pairs.count('aided', YEAR), await pairs.count('activities', YEAR)]).toEqual([11, 48, 36]);
  expect(await pairs.due('结对快到期')).toEqual([pairs.ids[5]]);
  const pair = await pairs.open({ on: '2014-08-03', person: office.ground.person(31_033, 30), values: { delegate: office.ground.person(31_034, 50).name, clientGroup: 'poor', pairedOn: '2014-08-03' } });
  expect(await pairs.warnings(pair)).toContain('还没有登记帮扶对象');
  expect(await pairs.due('结对三个月没有活动')).toEqual([pair]);
  await pairs.notEntry(pair, 'activities', '2014-08-02', { kind: 'visit', content: '探访', delegateCame: true, people: 2 }, '还没有结对');
  await pairs.entry(pair, 'activities', '2014-08-05', { kind: 'visit', content: '探访', delegateCame: true, people: 2 });
  const [client] = office.samples.get('delegate-pairing')?.[0]?.entries?.['clients'] ?? [];
  await pairs.entry(pair, 'clients', '2014-08-05', { settled: false }, client?.person);
  await pairs.entry(pair, 'clients', '2014-08-06', { settled: true }, office.ground.person(31_035, 66));
  expect([await pairs.count('aided', YEAR), (await pairs.read(pair))['totals']['clientsSettled']]).toEqual([49, 1]);
});

test('[S128] 社区社会组织：培育、备案、登记是同一条；按社区和状态数得出那一天', async () => {
  const desk = deskOf(office, 'community-organisation');
  const states = async (day: string): Promise<unknown[]> => Promise.all(['cultivated', 'only-cultivated', 'filed', 'registered'].map((id) => desk.count(id, { day })));
  expect([await states('2014-04-21'), await states('2014-04-22'), await states('2014-11-03')]).toEqual([[54, 54, 0, 0], [54, 24, 30, 0], [53, 23, 25, 5]]);
  const villages = new Set((office.samples.get('community-organisation') ?? []).filter((_one, at) => at % 10 !== 9 && at !== 41).map((one) => one.division));
  const missing = await office.see('records.missing', { register: 'community-organisation', asOf: '2014-11-03' });
  expect([missing['all'], missing['rows'].length]).toEqual([office.ground.villages.length, office.ground.villages.length - villages.size]);
  expect(await desk.count('villages-covered', YEAR)).toBe(Math.round((villages.size / office.ground.villages.length) * 1000) / 10);
  const place = missing['rows'][0] as { id: number; code: string; name: string };
  const values = { name: '晨曦互助队', kind: 'mutual-aid', formedOn: '2013-10-01', size: 15 };
  const mine = await desk.open({ on: '2013-10-01', division: place.id, values });
  const { number } = await desk.read(mine);
  await desk.notStep(mine, 'cultivated', '2013-11-03', {}, '扶持');
  await desk.notStep(mine, 'filed', '2013-11-03', { filingNumber: '社备1', filedOn: '2013-11-03' }, '请先办中间那一步');
  await desk.notStep(mine, 'cultivated', '2013-11-03', { supportedOn: '2013-09-30', supportedBy: '居委会' }, '不能早于组建');
  await desk.step(mine, 'cultivated', '2013-11-03', { supportedOn: '2013-11-03', supportedBy: '居委会' });
  expect(await desk.due('培育一年了，看能不能备案')).toEqual([mine]);
  expect(await desk.warnings(mine)).toContain('还没有登记发起人');
  await desk.entry(mine, 'founders', '2013-10-01', { duty: 'head' }, office.ground.person(31_040, 50));
  await desk.notEntry(mine, 'support', '2014-03-01', { kind: 'money', givenBy: '镇政府' }, '请写金额');
  await desk.notEntry(mine, 'activities', '2013-09-30', { content: '早', people: 1 }, '还没有组建');
  await desk.entry(mine, 'support', '2014-03-01', { kind: 'money', amount: 200_000, givenBy: '镇政府' });
  await desk.entry(mine, 'activities', '2014-05-03', { content: '义剪', people: 30 });
  expect(await desk.due('半年没有活动')).toContain(mine);
  expect((await desk.read(mine))['totals']).toMatchObject({ founderCount: 1, supportMoney: 200_000, peopleTotal: 30 });
  await desk.notOpen({ on: '2014-05-01', division: place.id, values }, '同名的队伍');
  await desk.step(mine, 'filed', '2014-06-01', { filingNumber: '社备2', filedOn: '2014-06-01' });
  await desk.notStep(mine, 'registered', '2014-09-01', { registeredOn: '2014-05-31', organisation: organisation(3) }, '不能早于备案');
  await desk.step(mine, 'registered', '2014-09-01', { registeredOn: '2014-09-01', organisation: organisation(3) });
  const page = await desk.read(mine);
  expect([page['number'], page['history'].length, page['state']]).toEqual([number, 4, 'registered']);
  const at = async (day: string): Promise<unknown[]> => Promise.all(['only-cultivated', 'filed', 'registered'].map((id) => desk.count(id, { day, division: place.id })));
  expect([await at('2014-05-31'), await at('2014-06-01'), await at('2014-09-01')]).toEqual([[1, 0, 0], [0, 1, 0], [0, 0, 1]]);
  expect((await desk.by('division', '2014-11-03', 'village'))[place.name]).toBe(1);
  expect((await office.see('records.missing', { register: 'community-organisation', asOf: '2014-11-03' }))['rows'].length).toBe(missing['rows'].length - 1);
  const face = await office.see('records.describe', { register: 'community-organisation' });
  expect((face['events'] as Wire[]).map((one) => one['to'])).toEqual(['S091', 'S089']);
});

test('[S129 whole] 社会工作制度：主文件和相连编号的配套文件，任务有部门有期限，会议记下议定的事', async () => {
  const [papers, tasks, meetings] = [deskOf(office, 'social-work-document'), deskOf(office, 'social-work-task'), deskOf(office, 'lead-group-meeting')];
  expect([await papers.count('supporting-issued', { from: '2013-01-01', to: '2014-01-01' }), await papers.count('supporting-issued', YEAR), await papers.count('supporting', TODAY), await papers.count('supporting', { day: '2013-12-31' })]).toEqual([2, 3, 5, 2]);
  expect(await papers.by('mainDocument', '2014-11-03')).toMatchObject({ 关于加强社会工作人才队伍建设推进社会工作发展的意见: 5 });
  expect([await papers.due('社工政策文件快到计划出台日期'), await papers.warnings(papers.ids[6] ?? 0)]).toEqual([[papers.ids[6]], '计划 2014-09-30 出台，还在起草。']);
  const eighth = { title: '社工督导管理办法', rank: 'supporting', mainDocument: papers.ids[0], orderNumber: 8, dueOn: '2014-12-03' };
  await papers.notOpen({ on: '2014-10-01', values: { ...eighth, orderNumber: undefined } }, '主文件和序号');
  await papers.notOpen({ on: '2014-10-01', values: { ...eighth, orderNumber: 9 } }, '应是第8件');
  await papers.notOpen({ on: '2014-10-01', values: { ...eighth, orderNumber: 7 } }, '已经有第7件');
  const mine = await papers.open({ on: '2014-10-01', values: eighth });
  expect(await papers.due('社工政策文件快到计划出台日期')).toEqual([papers.ids[6], mine]);
  await papers.notChange(mine, '2014-11-01', { orderNumber: 1 }, '已经有第1件');
  await papers.notStep(mine, 'issued', '2014-11-02', { issuedOn: '2014-11-02' }, '文号');
  await papers.step(mine, 'issued', '2014-11-02', { issuedOn: '2014-11-02', documentNumber: '中民〔2014〕88号（演示）' });
  expect([await papers.count('supporting-issued', YEAR), await papers.count('supporting', TODAY)]).toEqual([4, 6]);

  expect([await tasks.count('open', TODAY), await tasks.count('done', YEAR), await tasks.count('assigned', YEAR)]).toEqual([8, 4, 12]);
  const late = tasks.ids[4] ?? 0;
  expect([await tasks.due('任务快到期限'), await tasks.warnings(late), (await tasks.read(late))['derived']]).toEqual([[late], '期限是 2014-10-15，还没有完成。', { daysLeft: -19 }]);
  expect((await tasks.due('任务三个月没有进展')).toSorted()).toEqual(tasks.ids.slice(4).toSorted());
  await tasks.entry(late, 'progress', '2014-10-30', { department: '市人社局', report: '方案已会签', percent: 90 });
  expect([await tasks.due('任务三个月没有进展').then((all) => all.length), (await tasks.read(late))['totals']['percentLast']]).toEqual([7, 90]);
  await tasks.notStep(late, 'done', '2014-11-03', { doneOn: '2014-11-03' }, '完成情况');
  await tasks.step(late, 'done', '2014-11-03', { doneOn: '2014-11-03', result: '印发实施' });
  expect([await tasks.count('open', TODAY), await tasks.count('open', { day: '2014-11-02' }), await tasks.count('done', YEAR)]).toEqual([7, 8, 5]);

  expect([await meetings.count('held', YEAR), await meetings.count('decisions', YEAR), await meetings.count('carried', YEAR)]).toEqual([2, 2, 50]);
  const meeting = { subject: '研究购买服务', edition: 5, heldOn: '2014-11-03' };
  await meetings.notOpen({ on: '2014-11-01', values: { ...meeting, edition: 6 } }, '应是第5次');
  const fifth = await meetings.open({ on: '2014-11-01', values: meeting });
  expect(await meetings.due('领导小组会议快开了')).toEqual([fifth]);
  await meetings.notStep(fifth, 'held', '2014-11-03', {}, '参加人数');
  await meetings.step(fifth, 'held', '2014-11-03', { participants: 20 });
  await meetings.entry(fifth, 'departments', '2014-11-03', { department: '市财政局', absent: false });
  await meetings.entry(fifth, 'decisions', '2014-11-03', { decision: '经费列入预算', owner: '市财政局', carriedOut: false, task: late });
  expect(await meetings.warnings(fifth)).toBe('还没有写纪要文号。有 1 项议定事项还没有落实。');
  expect(await meetings.count('carried', YEAR)).toBe(33.3);
});
