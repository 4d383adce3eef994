import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDemoRecords } from '../../../../demo/records/plant-records.ts';
import { openRegisterOffice, type RegisterOffice } from '../register-office.ts';
import { Desk, LAST_YEAR, share, SO_FAR, TODAY, YEAR } from './pa-desk.ts';

let office: RegisterOffice;
const desk = new Desk(() => office);

beforeAll(async () => { office = await openRegisterOffice(await findDemoRecords()); }, 240_000);
afterAll(() => office.close());

const YUAN = 100;
const town = (n: number): string => office.ground.towns[n]?.code ?? '';
const nth = (register: string, n: number): number => office.ids.get(register)?.[n] ?? 0;
const values = (register: string, n: number): Readonly<Record<string, unknown>> => office.samples.get(register)?.[n]?.values ?? {};

test('[S044 whole] 居家养老服务中心：级别、运营、服务、评定；新建按年对目标；镇区覆盖率和还没有的镇街', async () => {
  const register = 'home-care-centre';
  const towns = office.ground.towns.length;
  expect(await desk.figures(register, ['new-city-pilot', 'new-town-pilot', 'new', 'new-demonstration'], YEAR)).toEqual([3, 5, 8, 2]);
  expect(await desk.figures(register, ['operating'], TODAY)).toEqual([17]);
  expect(await desk.figures(register, ['town-coverage'], SO_FAR)).toEqual([share(17, towns)]);
  const before = await desk.missing(register);
  expect([before.all, before.names]).toEqual([towns, office.ground.towns.slice(17).map((one) => one.name)]);

  // being prepared it is no centre yet; in operation it counts, and says what is lacking
  const centre = await desk.open(register, town(17), '2014-10-08', { name: '新颐居家养老服务中心', level: 'demonstration' });
  expect((await desk.missing(register)).names).toHaveLength(towns - 17);
  await desk.step(register, centre, 'operating', '2014-11-03');
  expect((await desk.missing(register)).names).toEqual(office.ground.towns.slice(18).map((one) => one.name));
  expect(await desk.warnings(register, centre)).toMatch(/还没有评定验收的记录.*还没有写运营单位、服务项目/);
  expect(await desk.figure(`${register}.new-demonstration`, YEAR)).toBe(2);
  await desk.entry(register, centre, 'gradings', '2014-11-03', { level: 'demonstration', by: '市民政局' });
  expect(await desk.refusesEntry(register, centre, 'gradings', '2014-11-02', { level: 'demonstration' })).toContain('record.entry-twice');
  await desk.change(register, centre, { organisation: nth('organisation', 0), services: ['meals', 'nursing'] });
  expect(await desk.warnings(register, centre)).toBe('');
  expect(await desk.figures(register, ['new-demonstration', 'new'], YEAR)).toEqual([3, 9]);

  // the rate as of a day that has passed stays what it was
  expect(await desk.figures(register, ['town-coverage'], { from: '2014-01-01', to: '2014-11-03' })).toEqual([share(17, towns)]);
  expect(await desk.figures(register, ['town-coverage'], SO_FAR)).toEqual([share(18, towns)]);
  expect(await desk.target(register, 'centres', 2014, 10)).toEqual([10, 9]);
  expect(await desk.target(register, 'coverage', 2014, 100)).toEqual([100, share(18, towns)]);
  expect(await desk.target(register, 'demonstration', 2014, 5)).toEqual([5, 3]);
  expect(await desk.target(register, 'centres', 2015, 25)).toEqual([25, Number.NaN]);

  // months: visits are not fewer than the people visited; a month not reported is asked for
  expect(await desk.refusesEntry(register, centre, 'services-month', '2014-11-03', { clients: 40, visits: 39 })).toMatch(/record\.rule.*服务人次不会少于服务的人数/);
  const due = await desk.due(register, '上个月的服务还没有报');
  expect(due.find((one) => one.record === nth(register, 0))).toMatchObject({ day: '2014-04-15', overdue: true });
  expect(due.some((one) => one.record === nth(register, 10) || one.record === centre)).toBe(false);
  const levels = await office.see('records.count', { register, asOf: '2014-11-03', from: '2014-01-01', to: '2014-11-04', by: 'level' }) as unknown as { title: string; stock: number }[];
  expect(Object.fromEntries(levels.map((row) => [row.title, row.stock]))).toEqual({ 市级试点: 3, 镇级试点: 5, 示范中心: 3, 一般: 7 });
}, 60_000);

test('[S046 whole] 农村老年人活动站点：一村一站，建到哪一步，验收合格才算；建成对目标，缺的行政村列得出', async () => {
  const register = 'village-activity-station';
  const rural = office.ground.villages.filter((one) => one.name.endsWith('村民委员会'));
  expect(await desk.figures(register, ['built'], YEAR)).toEqual([14]);
  expect(await desk.figures(register, ['built'], LAST_YEAR)).toEqual([16]);
  expect(await desk.figures(register, ['stations', 'under-way'], TODAY)).toEqual([30, 8]);
  expect(await desk.figures(register, ['village-coverage'], SO_FAR)).toEqual([share(30, rural.length)]);
  // communities of towns are not expected to have a rural station; stations not yet accepted count for nothing
  const lacking = await desk.missing(register);
  expect([lacking.all, lacking.names.length]).toEqual([rural.length, rural.length - 30]);
  expect(lacking.names.every((name) => name.endsWith('村民委员会'))).toBe(true);

  const village = rural.find((one) => !(office.samples.get(register) ?? []).some((sample) => sample.division === one.code));
  const station = await desk.open(register, village?.code ?? '', '2013-09-01', { name: '新村老年人活动站', nature: 'new', budget: 80_000 * YUAN, acceptedPlanned: '2013-12-31' });
  expect(await desk.refusesStep(register, station, 'started', '2014-11-01')).toMatch(/input\.invalid.*实际动工日期/);
  await desk.step(register, station, 'started', '2014-11-01', { startedActual: '2013-10-01' });
  expect(await desk.refusesStep(register, station, 'accepted', '2014-11-02', { acceptedActual: '2013-12-20' })).toContain('record.wrong-state');
  await desk.step(register, station, 'completed', '2014-11-02', { completedActual: '2013-12-01' });
  expect(await desk.refusesStep(register, station, 'accepted', '2014-11-03', { acceptedActual: '2013-12-20' })).toMatch(/record\.rule.*还没有合格的验收记录/);
  await desk.entry(register, station, 'inspections', '2013-12-10', { passed: false, by: '镇社会事务局', defects: '没有无障碍坡道' });
  expect(await desk.refusesStep(register, station, 'accepted', '2014-11-03', { acceptedActual: '2013-12-20' })).toContain('还没有合格的验收记录');
  await desk.entry(register, station, 'inspections', '2013-12-20', { passed: true, by: '镇社会事务局' });
  expect(await desk.refusesStep(register, station, 'accepted', '2014-11-03', { acceptedActual: '2014-12-20' })).toMatch(/record\.rule.*实际验收日期2014-12-20还没有到/);
  expect(await desk.refusesStep(register, station, 'accepted', '2014-11-03', { acceptedActual: '2013-11-30' })).toContain('验收的实际日期早于竣工的实际日期');
  await desk.step(register, station, 'accepted', '2014-11-03', { acceptedActual: '2013-12-20' });
  // by the day it was accepted, though it was typed a year later
  expect(await desk.figures(register, ['built'], YEAR)).toEqual([14]);
  expect(await desk.target(register, 'built', 2013, 400)).toEqual([400, 17]);
  expect((await desk.missing(register)).names).not.toContain(village?.name);
  expect((await desk.missing(register, '2014-11-02')).names).toContain(village?.name);

  // a second one in the same village is shown beside the first; money stays within the plan
  const second = await desk.open(register, village?.code ?? '', '2014-10-01', { name: '新村第二活动站', nature: 'shared', budget: 10_000 * YUAN });
  expect((await desk.page(register, second))['twins']).toHaveLength(1);
  expect(await desk.refusesEntry(register, second, 'funds', '2014-10-09', { kind: 'paid', source: 'city', amount: 10_001 * YUAN })).toContain('支付合计会超过总投资');
  expect((await desk.due(register, '竣工满一个月还没有验收')).map((one) => one.day)).toEqual(['2014-06-27', '2014-06-27', '2014-06-27', '2014-06-27']);
  expect(await desk.warnings(register, nth(register, 35))).toContain('计划2014-09-30竣工，还没有实际日期');
}, 60_000);

test('[S047 whole] 农村敬老院：法人状况和日期、遗留问题分类交办解决、改造资助按项、升级改服务区域；当年登记、改造、升级', async () => {
  const home = 'rural-home';
  expect(await desk.figures(home, ['registered', 'upgraded'], YEAR)).toEqual([19, 2]);
  expect(await desk.figures(home, ['homes', 'unregistered'], TODAY)).toEqual([19, 0]);
  const plain = { name: '新镇敬老院', legalStatus: 'unregistered', scope: 'town', beds: 60, residents: 30 };
  expect(await desk.refusesToOpen(home, town(20), '1990-10-01', { ...plain, legalStatus: 'public-institution' })).toMatch(/record\.rule.*登记日期和证书号/);
  expect(await desk.refusesToOpen(home, town(20), '1990-10-01', { ...plain, residents: 30, fiveGuarantee: 31 })).toContain('五保供养人数不能多于入住老人');
  const one = await desk.open(home, town(20), '1990-10-01', plain);
  expect(await desk.refusesChange(home, one, { registeredOn: '2014-10-30' })).toContain('法人状况还是未登记');
  expect(await desk.refusesChange(home, one, { legalStatus: 'public-institution', registeredOn: '2014-12-01', certificate: '1号' })).toContain('2014-12-01还没有到');
  await desk.change(home, one, { legalStatus: 'public-institution', registeredOn: '2014-10-30', certificate: '（演示）事证第1号' });
  expect(await desk.figures(home, ['registered'], YEAR)).toEqual([20]);
  expect(await desk.figures(home, ['unregistered'], { day: '2014-11-02' })).toEqual([1]);
  expect(await desk.figures(home, ['unregistered'], TODAY)).toEqual([0]);
  expect(await desk.target(home, 'registered', 2014, 19)).toEqual([19, 20]);

  // an upgrade widens whom it serves; what it served before stays readable
  expect(await desk.refusesChange(home, one, { scope: 'regional', upgradedOn: '2014-11-01' })).toMatch(/record\.rule.*升级日期和服务区域/);
  await desk.change(home, one, { scope: 'regional', upgradedOn: '2014-11-01', serviceArea: '本镇及相邻两镇', beds: 160 });
  expect(await desk.figures(home, ['upgraded'], YEAR)).toEqual([3]);
  const past = await office.see('records.list', { register: home, text: '新镇敬老院', asOf: '2014-11-02' });
  expect([past['rows'][0]['values']['scope'], past['rows'][0]['values']['serviceArea']]).toEqual(['town', undefined]);

  const grant = 'rural-home-renovation';
  expect(await desk.figures(grant, ['homes-fire-safety', 'homes', 'renovated', 'granted', 'granted-fire-safety', 'paid'], YEAR)).toEqual([4, 7, 4, 980_000, 520_000, 440_000]);
  const works = await desk.open(grant, town(20), '2014-08-01', { project: '新镇敬老院消防改造', home: one, item: 'fire-safety', budget: 100_000 * YUAN });
  expect(await desk.refusesStep(grant, works, 'started', '2014-10-01', { startedActual: '2014-10-01' })).toContain('record.wrong-state');
  expect(await desk.refusesStep(grant, works, 'approved', '2014-09-01', { approvedActual: '2014-09-01' })).toMatch(/input\.invalid.*批准资助/);
  expect(await desk.refusesStep(grant, works, 'approved', '2014-09-01', { approvedActual: '2014-09-01', grantApproved: 100_001 * YUAN })).toContain('批准的资助不能超过总投资');
  await desk.step(grant, works, 'approved', '2014-09-01', { approvedActual: '2014-09-01', grantApproved: 90_000 * YUAN });
  expect(await desk.refusesEntry(grant, works, 'funds', '2014-09-10', { kind: 'granted', source: 'lottery', amount: 90_001 * YUAN })).toContain('下达合计会超过批准的资助');
  await desk.entry(grant, works, 'funds', '2014-09-10', { kind: 'granted', source: 'lottery', amount: 90_000 * YUAN });
  expect(await desk.refusesEntry(grant, works, 'funds', '2014-09-11', { kind: 'paid', source: 'lottery', amount: 90_001 * YUAN })).toContain('支付合计会超过已下达的资金');
  await desk.step(grant, works, 'accepted', '2014-10-20', { acceptedActual: '2014-10-20' });
  // two items of one home are one home
  const more = await desk.open(grant, town(20), '2014-08-01', { project: '新镇敬老院喷淋', home: one, item: 'fire-safety', budget: 50_000 * YUAN });
  await desk.step(grant, more, 'approved', '2014-09-02', { approvedActual: '2014-09-02', grantApproved: 10_000 * YUAN });
  expect(await desk.figures(grant, ['homes-fire-safety', 'renovated', 'granted-fire-safety'], YEAR)).toEqual([5, 5, 620_000]);
  expect(await desk.target(grant, 'renovated', 2014, 6)).toEqual([6, 5]);
  expect(JSON.stringify((await desk.page(home, one))['pointing'])).toContain('新镇敬老院喷淋');

  const problem = 'rural-home-problem';
  expect(await desk.figures(problem, ['registered', 'assigned', 'closed'], YEAR)).toEqual([11, 10, 6]);
  expect(await desk.figures(problem, ['solved-share'], SO_FAR)).toEqual([share(6, 11)]);
  expect(await desk.figures(problem, ['unsolved'], { day: '2014-03-04' })).toEqual([11]);
  expect(await desk.due(problem, '登记满一周还没有交办')).toMatchObject([{ record: nth(problem, 10), day: '2014-03-04' }]);
  expect(await desk.due(problem, '解决期限快到')).toMatchObject([{ record: nth(problem, 6), day: '2014-09-30', overdue: true }]);
  expect(await desk.warnings(problem, nth(problem, 6))).toContain('解决期限2014-09-30已过');
  const debt = nth(problem, 10);
  expect(await desk.refusesStep(problem, debt, 'closed', '2014-11-03', { solution: '已还清', closedOn: '2014-11-03' })).toContain('record.wrong-state');
  expect(await desk.refusesStep(problem, debt, 'assigned', '2014-11-03', { assignedTo: '镇财政分局' })).toMatch(/input\.invalid.*解决期限/);
  await desk.step(problem, debt, 'assigned', '2014-11-03', { assignedTo: '镇财政分局', dueOn: '2014-11-18' });
  expect(await desk.reminders(problem, debt)).toEqual(['due 2014-11-18']);
  expect(await desk.refusesStep(problem, debt, 'closed', '2014-11-03')).toMatch(/input\.invalid.*解决办法/);
  await desk.step(problem, debt, 'closed', '2014-11-03', { solution: '镇财政安排资金结清', closedOn: '2014-11-03' });
  expect(await desk.figures(problem, ['unsolved'], TODAY)).toEqual([4]);
  expect(await desk.figures(problem, ['solved-share'], SO_FAR)).toEqual([share(7, 11)]);
  const classes = await office.see('records.count', { register: problem, asOf: '2014-11-03', from: '2014-01-01', to: '2014-11-04', by: 'class' }) as unknown as { title: string; stock: number; opened: number }[];
  expect(Object.fromEntries(classes.map((row) => [row.title, [row.stock, row.opened]]))).toEqual({ 土地权属: [1, 2], '房产、报建': [1, 2], '法人、编制': [1, 2], '人员身份、社保': [1, 2], 债务: [0, 2], '场地出租、被占用': [0, 1] });
}, 90_000);

test('[S052 whole] 养老机构责任保险：按床位投保、补贴、事故与理赔、续保提醒、覆盖率按家按床', async () => {
  const register = 'home-liability';
  const samples = (office.samples.get(register) ?? []).map((one) => ({ beds: Number(one.values['beds']), last: one.states?.at(-1)?.state, policies: (one.entries?.['policies'] ?? []).map((entry) => entry.values) }));
  const beds = (only: (state: string | undefined) => boolean): number => samples.filter((one) => only(one.last)).reduce((sum, one) => sum + one.beds, 0);
  const subsidised = samples.flatMap((one) => one.policies).filter((policy) => policy['subsidyPaidOn'] === '2014-10-20').reduce((sum, policy) => sum + Number(policy['subsidy']), 0);
  expect(await desk.figures(register, ['homes', 'insured'], TODAY)).toEqual([30, 22]);
  expect(await desk.figures(register, ['insured'], { day: '2014-07-15' })).toEqual([23]);
  expect(await desk.figures(register, ['coverage', 'bed-coverage'], SO_FAR)).toEqual([share(22, 30), share(beds((state) => state === 'insured'), beds(() => true))]);
  expect(await desk.figures(register, ['subsidy-paid'], YEAR)).toEqual([subsidised / YUAN]);
  expect(await desk.figures(register, ['incidents', 'claims'], YEAR)).toEqual([6, 6]);
  expect(await desk.figures(register, ['claims-paid'], { from: '2014-08-20', to: '2014-08-21' })).toEqual([54_000]);
  expect(await desk.figures(register, ['claims-paid'], { from: '2014-06-01', to: '2014-08-20' })).toEqual([0]);

  const home = await desk.open(register, town(3), '2014-10-01', { name: '新颐养老院', ownership: 'private', beds: 100, limitPerIncident: 100_000 * YUAN });
  const policy = { policyNumber: 'PZ2014-1', until: '2014-12-03', insuredBeds: 100, premiumPerBed: 120 * YUAN, premium: 12_000 * YUAN, subsidy: 6_000 * YUAN };
  expect(await desk.refusesStep(register, home, 'insured', '2014-11-03', { insurer: '甲财产保险公司', insuredUntil: '2014-12-03' })).toMatch(/record\.rule.*先登记保单/);
  const refuses = (more: object): Promise<string> => desk.refusesEntry(register, home, 'policies', '2013-12-03', { ...policy, ...more });
  expect(await refuses({ premium: 11_999 * YUAN })).toContain('保费应是 100 张 × 120.00 元 = 12,000.00 元');
  expect(await refuses({ insuredBeds: 101, premium: 12_120 * YUAN })).toContain('多于核定床位 100 张');
  expect(await refuses({ subsidy: 12_001 * YUAN })).toContain('保费补贴不能超过保费');
  expect(await refuses({ until: '2013-12-03' })).toContain('止期要在起期之后');
  await desk.entry(register, home, 'policies', '2013-12-03', policy);
  await desk.step(register, home, 'insured', '2014-11-03', { insurer: '甲财产保险公司', insuredUntil: '2014-12-04' });
  // thirty days before, not thirty-one; and the end is that of the policy
  expect(await desk.reminders(register, home)).toEqual([]);
  expect(await desk.warnings(register, home)).toContain('最近一份保单到2014-12-03止，这里写的是2014-12-04');
  await desk.change(register, home, { insuredUntil: '2014-12-03' });
  expect([await desk.reminders(register, home), await desk.warnings(register, home)]).toEqual([['renew 2014-12-03'], '']);
  expect(await desk.figures(register, ['coverage'], SO_FAR)).toEqual([share(23, 31)]);
  expect(await desk.target(register, 'coverage', 2014, 100)).toEqual([100, share(23, 31)]);
  expect(await desk.warnings(register, nth(register, 4))).toContain(`只保了 ${Number(values(register, 4)['beds']) - 20} 张床`);
  expect((await desk.due(register, '脱保满一个月')).map((one) => [one.record, one.day])).toEqual([[nth(register, 15), '2014-08-01'], [nth(register, 7), '2014-09-01']]);

  const fall = { kind: 'fall', harm: 'severe', told: '夜间起床在卫生间跌倒', stage: 'paid', reportedOn: '2014-10-02', claimed: 90_000 * YUAN, paid: 80_000 * YUAN, paidOn: '2014-10-28' };
  const claims = (more: object): Promise<string> => desk.refusesEntry(register, home, 'incidents', '2014-10-01', { ...fall, ...more });
  expect(await claims({ paid: 90_001 * YUAN })).toContain('赔付不能超过索赔金额');
  expect(await claims({ claimed: 200_000 * YUAN, paid: 100_001 * YUAN })).toContain('超过了保单每次事故的限额');
  expect(await claims({ reportedOn: '2014-09-30' })).toContain('报案日期早于事故日期');
  expect(await claims({ stage: 'reported' })).toContain('理赔一栏要选已赔付');
  await desk.entry(register, home, 'incidents', '2014-10-01', fall, { person: office.ground.person(38_990, 84) });
  expect((await desk.page(register, home))['totals']).toMatchObject({ incidentCount: 1, claimsOpen: 0, paidTotal: 80_000 * YUAN, premiumTotal: 12_000 * YUAN, subsidyTotal: 6_000 * YUAN });
  const [told] = (await office.see('records.entries', { register, record: home, sub: 'incidents' }))['rows'] as { values: Record<string, unknown> }[];
  expect(told?.values['told']).not.toBe(fall.told);
  expect(await desk.figures(register, ['claims-paid'], { from: '2014-10-01', to: '2014-11-01' })).toEqual([80_000]);
}, 60_000);
