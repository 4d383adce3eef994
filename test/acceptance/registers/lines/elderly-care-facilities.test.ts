import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDemoRecords } from '../../../../demo/records/plant-records.ts';
import { Desk, percent, refused, refusedByRule, SO_FAR, TODAY } from '../register-desk.ts';
import { openRegisterOffice, type RegisterOffice } from '../register-office.ts';

let office: RegisterOffice;
let desk: Desk;

beforeAll(async () => { office = await openRegisterOffice(await findDemoRecords()); desk = new Desk(office); }, 240_000);
afterAll(() => office.close());

const YUAN = 100;
const values = (register: string, n: number): Readonly<Record<string, unknown>> => desk.samples(register)[n]?.values ?? {};

test('[S044 whole] 居家养老服务中心：级别、运营、服务、评定；新建按年对目标；镇区覆盖率和还没有的镇街', async () => {
  const register = 'home-care-centre';
  const towns = office.ground.towns.length;
  expect(await desk.figures(register, ['new-city-pilot', 'new-town-pilot', 'new', 'new-demonstration'], 2014)).toEqual([3, 5, 8, 2]);
  expect(await desk.figure(`${register}.operating`, TODAY)).toBe(17);
  expect(await desk.figure(`${register}.town-coverage`, SO_FAR)).toBe(percent(17, towns));
  const before = await desk.missing(register);
  expect([before.all, before.names]).toEqual([towns, office.ground.towns.slice(17).map((one) => one.name)]);

  // being prepared it is no centre yet; in operation it counts, and says what is lacking
  const centre = await desk.open(register, '2014-10-08', { name: '新颐居家养老服务中心', level: 'demonstration' }, { division: desk.town(17) });
  expect((await desk.missing(register)).names).toHaveLength(towns - 17);
  await desk.step(register, centre, 'operating', '2014-11-03');
  expect((await desk.missing(register)).names).toEqual(office.ground.towns.slice(18).map((one) => one.name));
  expect(await desk.warnings(register, centre)).toMatch(/还没有评定验收的记录.*还没有写运营单位、服务项目/);
  expect(await desk.figure(`${register}.new-demonstration`, 2014)).toBe(2);
  await desk.entry(register, centre, 'gradings', '2014-11-03', { level: 'demonstration', by: '市民政局' });
  refused(await desk.tryEntry(register, centre, 'gradings', '2014-11-02', { level: 'demonstration' }), 'record.entry-twice');
  await desk.change(register, centre, TODAY, { organisation: desk.nth('organisation', 0), services: ['meals', 'nursing'] });
  expect(await desk.warnings(register, centre)).toBe('');
  expect(await desk.figures(register, ['new-demonstration', 'new'], 2014)).toEqual([3, 9]);

  // the rate as of a day that has passed stays what it was
  expect(await desk.figure(`${register}.town-coverage`, { from: '2014-01-01', to: '2014-11-03' })).toBe(percent(17, towns));
  expect(await desk.figure(`${register}.town-coverage`, SO_FAR)).toBe(percent(18, towns));
  expect(await desk.target(register, 'centres', 2014, 10)).toEqual({ planned: 10, actual: 9 });
  expect(await desk.target(register, 'coverage', 2014, 100)).toEqual({ planned: 100, actual: percent(18, towns) });
  expect(await desk.target(register, 'demonstration', 2014, 5)).toEqual({ planned: 5, actual: 3 });
  expect(await desk.target(register, 'centres', 2015, 25)).toEqual({ planned: 25, actual: null });

  // months: visits are not fewer than the people visited; a month not reported is asked for
  refusedByRule(await desk.tryEntry(register, centre, 'services-month', '2014-11-03', { clients: 40, visits: 39 }), '服务人次不会少于服务的人数');
  const due = await desk.dueList(register, '上个月的服务还没有报');
  expect(due.find((one) => one.record === desk.nth(register, 0))).toMatchObject({ day: '2014-04-15', overdue: true });
  expect(due.some((one) => one.record === desk.nth(register, 10) || one.record === centre)).toBe(false);
  expect(await desk.stockByTitle(register, 'level')).toEqual({ 市级试点: 3, 镇级试点: 5, 示范中心: 3, 一般: 7 });
}, 60_000);

test('[S046 whole] 农村老年人活动站点：一村一站，建到哪一步，验收合格才算；建成对目标，缺的行政村列得出', async () => {
  const register = 'village-activity-station';
  const rural = office.ground.villages.filter((one) => one.name.endsWith('村民委员会'));
  expect(await desk.figure(`${register}.built`, 2014)).toBe(14);
  expect(await desk.figure(`${register}.built`, 2013)).toBe(16);
  expect(await desk.figures(register, ['stations', 'under-way'], TODAY)).toEqual([30, 8]);
  expect(await desk.figure(`${register}.village-coverage`, SO_FAR)).toBe(percent(30, rural.length));
  // communities of towns are not expected to have a rural station; stations not yet accepted count for nothing
  const lacking = await desk.missing(register);
  expect([lacking.all, lacking.names.length]).toEqual([rural.length, rural.length - 30]);
  expect(lacking.names.every((name) => name.endsWith('村民委员会'))).toBe(true);

  const village = rural.find((one) => !desk.samples(register).some((sample) => sample.division === one.code));
  const station = await desk.open(register, '2013-09-01', { name: '新村老年人活动站', nature: 'new', budget: 80_000 * YUAN, acceptedPlanned: '2013-12-31' }, { division: village?.code ?? '' });
  refused(await desk.tryStep(register, station, 'started', '2014-11-01'), 'input.invalid', '实际动工日期');
  await desk.step(register, station, 'started', '2014-11-01', { startedActual: '2013-10-01' });
  refused(await desk.tryStep(register, station, 'accepted', '2014-11-02', { acceptedActual: '2013-12-20' }), 'record.wrong-state');
  await desk.step(register, station, 'completed', '2014-11-02', { completedActual: '2013-12-01' });
  refusedByRule(await desk.tryStep(register, station, 'accepted', '2014-11-03', { acceptedActual: '2013-12-20' }), '还没有合格的验收记录');
  await desk.entry(register, station, 'inspections', '2013-12-10', { passed: false, by: '镇社会事务局', defects: '没有无障碍坡道' });
  refusedByRule(await desk.tryStep(register, station, 'accepted', '2014-11-03', { acceptedActual: '2013-12-20' }), '还没有合格的验收记录');
  await desk.entry(register, station, 'inspections', '2013-12-20', { passed: true, by: '镇社会事务局' });
  refusedByRule(await desk.tryStep(register, station, 'accepted', '2014-11-03', { acceptedActual: '2014-12-20' }), '实际验收日期2014-12-20还没有到');
  refusedByRule(await desk.tryStep(register, station, 'accepted', '2014-11-03', { acceptedActual: '2013-11-30' }), '验收的实际日期早于竣工的实际日期');
  await desk.step(register, station, 'accepted', '2014-11-03', { acceptedActual: '2013-12-20' });
  // by the day it was accepted, though it was typed a year later
  expect(await desk.figure(`${register}.built`, 2014)).toBe(14);
  expect(await desk.target(register, 'built', 2013, 400)).toEqual({ planned: 400, actual: 17 });
  expect((await desk.missing(register)).names).not.toContain(village?.name);
  expect((await desk.missing(register, '2014-11-02')).names).toContain(village?.name);

  // a second one in the same village is shown beside the first; money stays within the plan
  const second = await desk.open(register, '2014-10-01', { name: '新村第二活动站', nature: 'shared', budget: 10_000 * YUAN }, { division: village?.code ?? '' });
  expect((await desk.page(register, second))['twins']).toHaveLength(1);
  refusedByRule(await desk.tryEntry(register, second, 'funds', '2014-10-09', { kind: 'paid', source: 'city', amount: 10_001 * YUAN }), '支付合计会超过总投资');
  expect((await desk.dueList(register, '竣工满一个月还没有验收')).map((one) => one.day)).toEqual(['2014-06-27', '2014-06-27', '2014-06-27', '2014-06-27']);
  expect(await desk.warnings(register, desk.nth(register, 35))).toContain('计划2014-09-30竣工，还没有实际日期');
}, 60_000);

test('[S047 whole] 农村敬老院：法人状况和日期、遗留问题分类交办解决、改造资助按项、升级改服务区域；当年登记、改造、升级', async () => {
  const home = 'rural-home';
  expect(await desk.figures(home, ['registered', 'upgraded'], 2014)).toEqual([19, 2]);
  expect(await desk.figures(home, ['homes', 'unregistered'], TODAY)).toEqual([19, 0]);
  const plain = { name: '新镇敬老院', legalStatus: 'unregistered', scope: 'town', beds: 60, residents: 30 };
  refusedByRule(await desk.tryOpen(home, '1990-10-01', { ...plain, legalStatus: 'public-institution' }, { division: desk.town(20) }), '登记日期和证书号');
  refusedByRule(await desk.tryOpen(home, '1990-10-01', { ...plain, residents: 30, fiveGuarantee: 31 }, { division: desk.town(20) }), '五保供养人数不能多于入住老人');
  const one = await desk.open(home, '1990-10-01', plain, { division: desk.town(20) });
  refusedByRule(await desk.tryChange(home, one, TODAY, { registeredOn: '2014-10-30' }), '法人状况还是未登记');
  refusedByRule(await desk.tryChange(home, one, TODAY, { legalStatus: 'public-institution', registeredOn: '2014-12-01', certificate: '1号' }), '2014-12-01还没有到');
  await desk.change(home, one, TODAY, { legalStatus: 'public-institution', registeredOn: '2014-10-30', certificate: '（演示）事证第1号' });
  expect(await desk.figure(`${home}.registered`, 2014)).toBe(20);
  expect(await desk.figure(`${home}.unregistered`, '2014-11-02')).toBe(1);
  expect(await desk.figure(`${home}.unregistered`, TODAY)).toBe(0);
  expect(await desk.target(home, 'registered', 2014, 19)).toEqual({ planned: 19, actual: 20 });

  // an upgrade widens whom it serves; what it served before stays readable
  refusedByRule(await desk.tryChange(home, one, TODAY, { scope: 'regional', upgradedOn: '2014-11-01' }), '升级日期和服务区域');
  await desk.change(home, one, TODAY, { scope: 'regional', upgradedOn: '2014-11-01', serviceArea: '本镇及相邻两镇', beds: 160 });
  expect(await desk.figure(`${home}.upgraded`, 2014)).toBe(3);
  const past = await desk.list(home, { text: '新镇敬老院', asOf: '2014-11-02' });
  expect([past['rows'][0]['values']['scope'], past['rows'][0]['values']['serviceArea']]).toEqual(['town', undefined]);

  const grant = 'rural-home-renovation';
  expect(await desk.figures(grant, ['homes-fire-safety', 'homes', 'renovated', 'granted', 'granted-fire-safety', 'paid'], 2014)).toEqual([4, 7, 4, 980_000, 520_000, 440_000]);
  const works = await desk.open(grant, '2014-08-01', { project: '新镇敬老院消防改造', home: one, item: 'fire-safety', budget: 100_000 * YUAN }, { division: desk.town(20) });
  refused(await desk.tryStep(grant, works, 'started', '2014-10-01', { startedActual: '2014-10-01' }), 'record.wrong-state');
  refused(await desk.tryStep(grant, works, 'approved', '2014-09-01', { approvedActual: '2014-09-01' }), 'input.invalid', '批准资助');
  refusedByRule(await desk.tryStep(grant, works, 'approved', '2014-09-01', { approvedActual: '2014-09-01', grantApproved: 100_001 * YUAN }), '批准的资助不能超过总投资');
  await desk.step(grant, works, 'approved', '2014-09-01', { approvedActual: '2014-09-01', grantApproved: 90_000 * YUAN });
  refusedByRule(await desk.tryEntry(grant, works, 'funds', '2014-09-10', { kind: 'granted', source: 'lottery', amount: 90_001 * YUAN }), '下达合计会超过批准的资助');
  await desk.entry(grant, works, 'funds', '2014-09-10', { kind: 'granted', source: 'lottery', amount: 90_000 * YUAN });
  refusedByRule(await desk.tryEntry(grant, works, 'funds', '2014-09-11', { kind: 'paid', source: 'lottery', amount: 90_001 * YUAN }), '支付合计会超过已下达的资金');
  await desk.step(grant, works, 'accepted', '2014-10-20', { acceptedActual: '2014-10-20' });
  // two items of one home are one home
  const more = await desk.open(grant, '2014-08-01', { project: '新镇敬老院喷淋', home: one, item: 'fire-safety', budget: 50_000 * YUAN }, { division: desk.town(20) });
  await desk.step(grant, more, 'approved', '2014-09-02', { approvedActual: '2014-09-02', grantApproved: 10_000 * YUAN });
  expect(await desk.figures(grant, ['homes-fire-safety', 'renovated', 'granted-fire-safety'], 2014)).toEqual([5, 5, 620_000]);
  expect(await desk.target(grant, 'renovated', 2014, 6)).toEqual({ planned: 6, actual: 5 });
  expect(JSON.stringify((await desk.page(home, one))['pointing'])).toContain('新镇敬老院喷淋');

  const problem = 'rural-home-problem';
  expect(await desk.figures(problem, ['registered', 'assigned', 'closed'], 2014)).toEqual([11, 10, 6]);
  expect(await desk.figure(`${problem}.solved-share`, SO_FAR)).toBe(percent(6, 11));
  expect(await desk.figure(`${problem}.unsolved`, '2014-03-04')).toBe(11);
  expect(await desk.dueList(problem, '登记满一周还没有交办')).toMatchObject([{ record: desk.nth(problem, 10), day: '2014-03-04' }]);
  expect(await desk.dueList(problem, '解决期限快到')).toMatchObject([{ record: desk.nth(problem, 6), day: '2014-09-30', overdue: true }]);
  expect(await desk.warnings(problem, desk.nth(problem, 6))).toContain('解决期限2014-09-30已过');
  const debt = desk.nth(problem, 10);
  refused(await desk.tryStep(problem, debt, 'closed', '2014-11-03', { solution: '已还清', closedOn: '2014-11-03' }), 'record.wrong-state');
  refused(await desk.tryStep(problem, debt, 'assigned', '2014-11-03', { assignedTo: '镇财政分局' }), 'input.invalid', '解决期限');
  await desk.step(problem, debt, 'assigned', '2014-11-03', { assignedTo: '镇财政分局', dueOn: '2014-11-18' });
  expect(await desk.reminders(problem, debt)).toEqual({ due: '2014-11-18' });
  refused(await desk.tryStep(problem, debt, 'closed', '2014-11-03'), 'input.invalid', '解决办法');
  await desk.step(problem, debt, 'closed', '2014-11-03', { solution: '镇财政安排资金结清', closedOn: '2014-11-03' });
  expect(await desk.figure(`${problem}.unsolved`, TODAY)).toBe(4);
  expect(await desk.figure(`${problem}.solved-share`, SO_FAR)).toBe(percent(7, 11));
  const classes = await office.see('records.count', { register: problem, asOf: '2014-11-03', from: '2014-01-01', to: '2014-11-04', by: 'class' }) as unknown as { title: string; stock: number; opened: number }[];
  expect(Object.fromEntries(classes.map((row) => [row.title, [row.stock, row.opened]]))).toEqual({ 土地权属: [1, 2], '房产、报建': [1, 2], '法人、编制': [1, 2], '人员身份、社保': [1, 2], 债务: [0, 2], '场地出租、被占用': [0, 1] });
}, 90_000);

test('[S052 whole] 养老机构责任保险：按床位投保、补贴、事故与理赔、续保提醒、覆盖率按家按床', async () => {
  const register = 'home-liability';
  const samples = desk.samples(register).map((one) => ({ beds: Number(one.values['beds']), last: one.states?.at(-1)?.state, policies: (one.entries?.['policies'] ?? []).map((entry) => entry.values) }));
  const beds = (only: (state: string | undefined) => boolean): number => samples.filter((one) => only(one.last)).reduce((sum, one) => sum + one.beds, 0);
  const subsidised = samples.flatMap((one) => one.policies).filter((policy) => policy['subsidyPaidOn'] === '2014-10-20').reduce((sum, policy) => sum + Number(policy['subsidy']), 0);
  expect(await desk.figures(register, ['homes', 'insured'], TODAY)).toEqual([30, 22]);
  expect(await desk.figure(`${register}.insured`, '2014-07-15')).toBe(23);
  expect(await desk.figures(register, ['coverage', 'bed-coverage'], SO_FAR)).toEqual([percent(22, 30), percent(beds((state) => state === 'insured'), beds(() => true))]);
  expect(await desk.figure(`${register}.subsidy-paid`, 2014)).toBe(subsidised / YUAN);
  expect(await desk.figures(register, ['incidents', 'claims'], 2014)).toEqual([6, 6]);
  expect(await desk.figure(`${register}.claims-paid`, { from: '2014-08-20', to: '2014-08-21' })).toBe(54_000);
  expect(await desk.figure(`${register}.claims-paid`, { from: '2014-06-01', to: '2014-08-20' })).toBe(0);

  const home = await desk.open(register, '2014-10-01', { name: '新颐养老院', ownership: 'private', beds: 100, limitPerIncident: 100_000 * YUAN }, { division: desk.town(3) });
  const policy = { policyNumber: 'PZ2014-1', until: '2014-12-03', insuredBeds: 100, premiumPerBed: 120 * YUAN, premium: 12_000 * YUAN, subsidy: 6_000 * YUAN };
  refusedByRule(await desk.tryStep(register, home, 'insured', '2014-11-03', { insurer: '甲财产保险公司', insuredUntil: '2014-12-03' }), '先登记保单');
  const insure = (more: object) => desk.tryEntry(register, home, 'policies', '2013-12-03', { ...policy, ...more });
  refusedByRule(await insure({ premium: 11_999 * YUAN }), '保费应是 100 张 × 120.00 元 = 12,000.00 元');
  refusedByRule(await insure({ insuredBeds: 101, premium: 12_120 * YUAN }), '多于核定床位 100 张');
  refusedByRule(await insure({ subsidy: 12_001 * YUAN }), '保费补贴不能超过保费');
  refusedByRule(await insure({ until: '2013-12-03' }), '止期要在起期之后');
  await desk.entry(register, home, 'policies', '2013-12-03', policy);
  await desk.step(register, home, 'insured', '2014-11-03', { insurer: '甲财产保险公司', insuredUntil: '2014-12-04' });
  // thirty days before, not thirty-one; and the end is that of the policy
  expect(await desk.reminders(register, home)).toEqual({});
  expect(await desk.warnings(register, home)).toContain('最近一份保单到2014-12-03止，这里写的是2014-12-04');
  await desk.change(register, home, TODAY, { insuredUntil: '2014-12-03' });
  expect([await desk.reminders(register, home), await desk.warnings(register, home)]).toEqual([{ renew: '2014-12-03' }, '']);
  expect(await desk.figure(`${register}.coverage`, SO_FAR)).toBe(percent(23, 31));
  expect(await desk.target(register, 'coverage', 2014, 100)).toEqual({ planned: 100, actual: percent(23, 31) });
  expect(await desk.warnings(register, desk.nth(register, 4))).toContain(`只保了 ${Number(values(register, 4)['beds']) - 20} 张床`);
  expect((await desk.dueList(register, '脱保满一个月')).map((one) => [one.record, one.day])).toEqual([[desk.nth(register, 15), '2014-08-01'], [desk.nth(register, 7), '2014-09-01']]);

  const fall = { kind: 'fall', harm: 'severe', told: '夜间起床在卫生间跌倒', stage: 'paid', reportedOn: '2014-10-02', claimed: 90_000 * YUAN, paid: 80_000 * YUAN, paidOn: '2014-10-28' };
  const claim = (more: object) => desk.tryEntry(register, home, 'incidents', '2014-10-01', { ...fall, ...more });
  refusedByRule(await claim({ paid: 90_001 * YUAN }), '赔付不能超过索赔金额');
  refusedByRule(await claim({ claimed: 200_000 * YUAN, paid: 100_001 * YUAN }), '超过了保单每次事故的限额');
  refusedByRule(await claim({ reportedOn: '2014-09-30' }), '报案日期早于事故日期');
  refusedByRule(await claim({ stage: 'reported' }), '理赔一栏要选已赔付');
  await desk.entry(register, home, 'incidents', '2014-10-01', fall, office.ground.person(38_990, 84));
  expect((await desk.page(register, home))['totals']).toMatchObject({ incidentCount: 1, claimsOpen: 0, paidTotal: 80_000 * YUAN, premiumTotal: 12_000 * YUAN, subsidyTotal: 6_000 * YUAN });
  const [told] = await desk.entries(register, home, 'incidents');
  expect(told?.values['told']).not.toBe(fall.told);
  expect(await desk.figure(`${register}.claims-paid`, { from: '2014-10-01', to: '2014-11-01' })).toBe(80_000);
}, 60_000);
