import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDemoRecords } from '../../../../demo/records/plant-records.ts';
import { Bureau } from '../../../harness/bureau.ts';
import { Desk, percent, type Place, refused, refusedByRule, SO_FAR, TODAY } from '../register-desk.ts';
import { openRegisterOffice, type RegisterOffice } from '../register-office.ts';

let office: RegisterOffice;
let desk: Desk;

beforeAll(async () => { office = await openRegisterOffice(await findDemoRecords()); desk = new Desk(office); }, 240_000);
afterAll(() => office.close());

const YUAN = 100;

test('[S059 whole] 布局规划：地块、公顷、床位、从入规划到建成；服务半径的缺口量得出、登记、补上', async () => {
  const plot = 'care-plot';
  const samples = desk.samples(plot);
  const hectares = samples.reduce((sum, one) => sum + Math.round(Number(one.values['hectares']) * 10_000), 0) / 10_000;
  const beds = samples.reduce((sum, one) => sum + Number(one.values['plannedBeds']), 0);
  expect(await desk.figures(plot, ['plots', 'hectares', 'planned-beds', 'built', 'built-beds'], TODAY)).toEqual([9, Math.round(hectares * 100) / 100, beds, 2, 280]);
  expect(await desk.figure(`${plot}.built`, '2014-06-29')).toBe(0);
  expect(await desk.figure(`${plot}.built-in-period`, 2014)).toBe(2);
  expect(await desk.figure(`${plot}.built-share`, SO_FAR)).toBe(percent(2, 9));
  expect((await desk.missing(plot)).names).toHaveLength(office.ground.towns.length - 9);
  expect(await desk.target(plot, 'built', 2014, 3)).toEqual({ planned: 3, actual: 2 });

  // what is measured, before anything is added
  const clerk = await office.bureau.at('elderly-care-clerk', '442000');
  const measure = (body: object = {}, who = clerk): Promise<Record<string, any>> => office.bureau.see(who, 'facility-layout.measure', body); // oxlint-disable-line typescript/no-explicit-any -- an answer as it comes over the wire
  const first = await measure();
  expect([first['radius'], first['whole'], first['plots'], first['hectares'], first['plannedBeds']]).toEqual([3000, true, 9, hectares, beds]);
  const points = desk.samples('community-point').length;
  const unplaced = await desk.missing('community-point');
  expect([first['measured'], unplaced.names.length]).toEqual([points, unplaced.all - points]);

  // two communities out at sea; a plot between them reaches the nearer one once it is built
  const [near, far] = unplaced.places;
  const seaside = (division: number, lat: number): Promise<number> => desk.open('community-point', '2014-10-01', { point: `114.5,${lat}`, elders: 300, countedOn: '2014-09-30' }, { division });
  await seaside(near?.id ?? 0, 22.5);
  await seaside(far?.id ?? 0, 22.53);
  const values = { name: '海边地块', plotNumber: 'YL-99', planName: '布局规划（演示）', hectares: '1.5', plannedBeds: 200, facilityKind: 'community' };
  const bare = await desk.open(plot, '2013-01-10', values, { division: desk.town(21) });
  expect(await desk.warnings(plot, bare)).toContain('还没有位置和服务半径');
  await desk.change(plot, bare, TODAY, { point: '114.5,22.51', serviceRadius: 2000 });
  expect((await desk.missing(plot)).names).toHaveLength(office.ground.towns.length - 10);
  const gapOf = (layout: Record<string, any>, place: { id: number } | undefined) => (layout['gaps'] as { name: string; elders: number; division: number; reach: { metres: number; radius: number; beyond: number; facility: string }; plot: { title: string; metres: number } | null; known: number | null }[]).find((one) => one.division === place?.id); // oxlint-disable-line typescript/no-explicit-any -- see above
  const planned = await measure();
  expect(planned['gaps']).toHaveLength(first['gaps'].length + 2);
  expect(gapOf(planned, near)).toMatchObject({ elders: 300, plot: { title: '海边地块', metres: 1112 }, known: null });
  expect(gapOf(planned, far)?.plot).toBeNull();

  // written down as measured; a place within the radius is no gap
  const gap = 'service-radius-gap';
  const measuredAs = (place: { id: number; name: string } | undefined) => { const found = gapOf(planned, place); return { community: place?.name, elders: found?.elders, nearest: found?.reach.metres, radius: found?.reach.radius, measuredOn: '2014-11-03' }; };
  refusedByRule(await desk.tryOpen(gap, '2014-11-03', { ...measuredAs(near), nearest: 3000 }, { division: near?.id ?? 0 }), '不是缺口');
  const before = await desk.figures(gap, ['gaps', 'unplanned', 'elders'], TODAY);
  const known = await desk.open(gap, '2014-11-03', measuredAs(near), { division: near?.id ?? 0 });
  expect(await desk.figures(gap, ['gaps', 'unplanned', 'elders'], TODAY)).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 1, (before[2] ?? 0) + 300]);
  expect(gapOf(await measure(), near)?.known).toBe(known);
  await desk.step(gap, known, 'planned', '2014-11-03', { plot: bare });

  // from the plan to the house: no step without its day, no land given up without a reason
  refused(await desk.tryStep(plot, bare, 'supplied', '2014-11-03'), 'input.invalid', '供地');
  refused(await desk.tryStep(plot, bare, 'cancelled', '2014-11-03'), 'input.invalid', '调出原因');
  await desk.step(plot, bare, 'started', '2014-11-03', { startedActual: '2014-01-10' });
  refusedByRule(await desk.tryStep(plot, bare, 'completed', '2014-11-03', { completedActual: '2014-12-01', builtBeds: 180 }), '2014-12-01还没有到');
  await desk.step(plot, bare, 'completed', '2014-11-03', { completedActual: '2014-10-20', builtBeds: 180 });
  expect(await desk.warnings(plot, bare)).toContain('建成床位少于规划床位');
  const built = await measure();
  expect(gapOf(built, near)).toBeUndefined();
  expect(gapOf(built, far)?.reach).toEqual({ facility: '海边地块', metres: 2224, radius: 2000, beyond: 224 });
  expect((built['closed'] as { record: number }[]).map((one) => one.record)).toContain(known);
  refused(await desk.tryStep(gap, known, 'covered', '2014-11-03'), 'input.invalid', '补上日期');
  await desk.step(gap, known, 'covered', '2014-11-03', { coveredOn: '2014-10-20' });
  expect((await measure())['closed'].map((one: { record: number }) => one.record)).not.toContain(known);
  expect(await desk.figure(`${gap}.covered`, 2014)).toBe(3);
  const rows = (await measure())['towns'] as { name: string; plots: number; plannedBeds: number; builtBeds: number }[];
  expect(rows.find((row) => row.name === office.ground.towns[21]?.name)).toMatchObject({ plots: 1, plannedBeds: 200, builtBeds: 180 });
  expect(rows.filter((row) => row.plots === 0)).toHaveLength(office.ground.towns.length - 10);

  // a wider radius for homes without one of their own leaves fewer beyond it; who sees one town measures its communities against the city's plots
  expect((await measure({ radius: 100 }))['gaps'].length).toBeGreaterThan(built['gaps'].length);
  const local = await measure({}, await office.bureau.at('elderly-care-clerk', desk.town(21)));
  expect([local['whole'], local['plots'], local['towns'].length]).toEqual([false, 10, 1]);
  const outsider = await office.bureau.act(await office.bureau.at('village-clerk', desk.village(0)), 'records.open', { register: plot, division: office.divisionOf(desk.town(21)), openedOn: '2014-11-03', values });
  expect(outsider.status).not.toBe(200);
}, 90_000);

test('[S063 whole] 老年协会：每村一个、负责人、活动、资助和回报；敬老文明号申报、条件、有效期；按年数', async () => {
  const register = 'senior-association';
  const villages = (await desk.missing(register)).all;
  expect(await desk.figure(`${register}.associations`, TODAY)).toBe(40);
  expect(await desk.figure(`${register}.village-coverage`, SO_FAR)).toBe(percent(40, villages));
  expect((await desk.missing(register)).names).toHaveLength(villages - 40);
  const [place] = (await desk.missing(register)).places as [Place];
  const one = await desk.open(register, '2012-01-03', { name: '新村老年协会', standing: 'filed', members: 80, termEndsOn: '2015-01-03' }, { division: place.id });
  expect((await desk.missing(register)).names).toHaveLength(villages - 41);
  expect(await desk.warnings(register, one)).toContain('还没有登记会长');
  const chair = office.ground.person(38_880, 70);
  refused(await desk.tryEntry(register, one, 'officers', '2012-01-03', { post: 'chair' }), 'record.person-needed');
  refusedByRule(await desk.tryEntry(register, one, 'officers', '2012-01-03', { post: 'chair', until: '2012-01-02' }, chair), '任至的日期早于当选日期');
  await desk.entry(register, one, 'officers', '2012-01-03', { post: 'chair' }, chair);
  expect(await desk.warnings(register, one)).toBe('');
  // the office looks sixty days ahead: not sixty-one; half a year without an activity is asked about
  expect(await desk.reminders(register, one)).toEqual({ quiet: '2012-07-03 overdue' });
  await desk.change(register, one, TODAY, { termEndsOn: '2015-01-02' });
  await desk.entry(register, one, 'activities', '2014-10-02', { kind: 'learning', topic: '健康讲座', participants: 35 });
  expect(await desk.reminders(register, one)).toEqual({ term: '2015-01-02' });
  expect(await desk.dueList(register, '半年没有活动')).toMatchObject([6, 19, 32].map((n) => ({ record: desk.nth(register, n), day: '2014-09-05' })));

  const grant = 'association-grant';
  expect(await desk.figure(`${grant}.associations-funded`, 2013)).toBe(10);
  expect(await desk.figure(`${grant}.associations-funded`, 2014)).toBe(12);
  expect(await desk.figures(grant, ['refunded', 'closed'], 2013)).toEqual([1200, 10]);
  expect(await desk.figure(`${grant}.unreported`, TODAY)).toBe(12);
  expect(await desk.figure(`${grant}.reported-share`, SO_FAR)).toBe(percent(10, 22));
  expect(await desk.dueList(grant, '资助快到回报期限')).toMatchObject([{ record: desk.nth(grant, 12), day: '2014-09-30', overdue: true }]);
  const again = await desk.open(grant, '2014-10-20', { use: '书画班', association: desk.nth(register, 12), year: 2014, purpose: 'learning', amount: 5000 * YUAN }, { division: desk.village(0) });
  expect(await desk.warnings(grant, again)).toMatch(/2014年的资助.*还没有回报，期限是2014-09-30/);
  const fresh = await desk.open(grant, '2014-06-20', { use: '健康讲座', association: one, year: 2014, purpose: 'learning', amount: 5000 * YUAN }, { division: desk.village(0) });
  expect(await desk.warnings(grant, fresh)).toBe('');
  refused(await desk.tryStep(grant, fresh, 'granted', '2014-07-01', { grantedOn: '2014-07-01' }), 'input.invalid', '回报期限');
  await desk.step(grant, fresh, 'granted', '2014-07-01', { grantedOn: '2014-07-01', reportDueOn: '2014-11-01' });
  expect(await desk.warnings(grant, fresh)).toContain('回报期限2014-11-01已过');
  refusedByRule(await desk.tryStep(grant, fresh, 'reported', '2014-11-03', { reportedOn: '2014-11-03', spent: 5001 * YUAN }), '使用的钱不能超过资助金额');
  await desk.step(grant, fresh, 'reported', '2014-11-03', { reportedOn: '2014-11-03', spent: 4200 * YUAN });
  refusedByRule(await desk.tryStep(grant, fresh, 'closed', '2014-11-03'), '5,000.00 元，使用 4,200.00 元，退回 0.00 元，对不上');
  await desk.step(grant, fresh, 'closed', '2014-11-03', { refunded: 800 * YUAN });
  expect(await desk.figures(grant, ['associations-funded', 'refunded', 'closed'], 2014)).toEqual([13, 800, 1]);
  expect(await desk.target(grant, 'associations-funded', 2014, 20)).toEqual({ planned: 20, actual: 13 });

  const title = 'respect-title';
  expect(await desk.figures(title, ['given', 'applications'], 2013)).toEqual([7, 7]);
  expect(await desk.figures(title, ['given', 'applications'], 2014)).toEqual([3, 5]);
  expect(await desk.figure(`${title}.titles`, TODAY)).toBe(10);
  const applied = desk.nth(title, 11);
  refused(await desk.tryStep(title, applied, 'given', '2014-11-03', { givenOn: '2014-11-03' }), 'input.invalid', '有效期至');
  refusedByRule(await desk.tryStep(title, applied, 'given', '2014-11-03', { givenOn: '2014-11-03', validUntil: '2014-11-03' }), '有效期至要在授予日期之后');
  await desk.step(title, applied, 'given', '2014-11-03', { givenOn: '2014-11-03', validUntil: '2015-02-02' });
  expect(await desk.reminders(title, applied)).toEqual({});
  await desk.change(title, applied, TODAY, { validUntil: '2015-02-01' });
  expect(await desk.reminders(title, applied)).toEqual({ valid: '2015-02-01' });
  const other = await desk.open(title, '2014-09-01', { name: '新窗口', level: 'city', appliedOn: '2014-09-01' }, { division: desk.town(0) });
  const give = () => desk.tryStep(title, other, 'given', '2014-11-03', { givenOn: '2014-11-03', validUntil: '2017-11-01' });
  refusedByRule(await give(), '还没有逐项核对');
  await desk.entry(title, other, 'checklist', '2014-10-01', { item: '设有老年人优先窗口', met: false });
  refused(await desk.tryEntry(title, other, 'checklist', '2014-10-02', { item: '设有老年人优先窗口', met: true }), 'record.entry-twice');
  refusedByRule(await give(), '还有 1 项评选条件不合格');
  expect(await desk.figure(`${title}.given`, 2014)).toBe(4);
  expect(await desk.target(title, 'given', 2014, 5)).toEqual({ planned: 5, actual: 4 });
}, 90_000);

test('[S035 whole] 灾害信息员：每村至少一名、联系得上、任职经历；培训到课、覆盖的镇街和区', async () => {
  const register = 'disaster-informer';
  const villages = (await desk.missing(register)).all;
  expect(await desk.figure(`${register}.on-post`, TODAY)).toBe(100);
  expect(await desk.figures(register, ['new', 'left'], 2014)).toEqual([2, 2]);
  expect(await desk.figure(`${register}.village-coverage`, SO_FAR)).toBe(percent(100, villages));
  expect((await desk.missing(register)).names).toHaveLength(villages - 100);
  expect((await desk.dueList(register, '半年没有核对联络方式')).map((one) => one.day)).toEqual(Array.from({ length: 9 }, () => '2014-09-18'));

  // the only one of a village leaves: said on the record and in the list of villages, until somebody takes over
  const leaver = desk.nth(register, 0);
  refused(await desk.tryStep(register, leaver, 'left', '2014-11-03'), 'input.invalid', '离岗原因');
  await desk.step(register, leaver, 'left', '2014-11-03', { leftReason: '调离' });
  expect(await desk.warnings(register, leaver)).toContain('没有在岗的灾害信息员了');
  expect((await desk.missing(register)).names).toHaveLength(villages - 99);
  expect((await desk.missing(register, '2014-11-02')).names).toHaveLength(villages - 100);
  const officer = { role: 'first', employment: 'part-time', duty: '民政专干', mobile: '13800009999', appointedOn: '2014-11-03' };
  const next = await desk.open(register, '2014-11-03', officer, { division: desk.village(0), person: office.ground.person(35_990, 30) });
  expect(await desk.warnings(register, leaver)).not.toContain('没有在岗');
  expect((await desk.missing(register)).names).toHaveLength(villages - 100);
  const second = await desk.open(register, '2014-11-03', { ...officer, mobile: '13800009998' }, { division: desk.village(0), person: office.ground.person(35_991, 31) });
  expect(await desk.warnings(register, second)).toContain('已有一名在岗的主岗信息员');
  expect(await desk.figure(`${register}.village-coverage`, SO_FAR)).toBe(percent(100, villages));

  // contact: masked on lists, whole for the keeper who says why; not reached is said
  const page = await desk.page(register, next);
  expect([page['values']['mobile'] === officer.mobile, page['warnings'].map((one: { sentence: string }) => one.sentence)]).toEqual([false, expect.arrayContaining(['还没有记任职经历。'])]);
  expect((await office.see('records.show-secret', { register, record: next, field: 'mobile', purpose: 'other', more: '核对联络' }))['value']).toBe(officer.mobile);
  await desk.entry(register, next, 'call-checks', '2014-11-03', { reached: false });
  expect(await desk.warnings(register, next)).toContain('最近一次核对没有联系上');
  refusedByRule(await desk.tryEntry(register, next, 'posts', '2014-11-03', { place: '村委会', post: '民政专干', until: '2014-11-02' }), '离任日期不能早于任职日期');
  await desk.entry(register, next, 'posts', '2012-01-01', { place: '镇综治办', post: '协管员', until: '2014-11-02' });
  await desk.entry(register, next, 'posts', '2014-11-03', { place: '村委会', post: '民政专干' });
  expect((await desk.page(register, next))['totals']).toMatchObject({ postCount: 2, lastPost: '民政专干' });

  const course = 'informer-training';
  const came = desk.samples(course).flatMap((one) => (one.entries?.['attendance'] ?? []).filter((entry) => entry.values['came'] === true).map((entry) => entry.person?.idNumber));
  expect(await desk.figures(course, ['sessions', 'towns', 'persons', 'attendances'], 2014)).toEqual([6, 6, new Set(came).size, came.length]);
  expect(await desk.dueList(course, '培训日期快到')).toEqual([]);
  const class_ = { name: '冬季复训', startsOn: '2014-11-10', seats: 20 };
  const planned = await desk.open(course, '2014-10-20', class_, { division: desk.town(10) });
  expect(await desk.reminders(course, planned)).toEqual({ 'to-hold': '2014-11-10' });
  refusedByRule(await desk.tryStep(course, planned, 'held', '2014-11-03'), '开班日期还没有到');
  await desk.change(course, planned, TODAY, { startsOn: '2014-11-03' });
  await desk.step(course, planned, 'held', '2014-11-03');
  expect(await desk.warnings(course, planned)).toContain('还没有到课名单');
  const pupil = office.ground.person(35_990, 30);
  refusedByRule(await desk.tryEntry(course, planned, 'attendance', '2014-11-04', { came: true }, pupil), '到课日期不在培训的日子里');
  await desk.entry(course, planned, 'attendance', '2014-11-03', { came: true, creditHours: '6' }, pupil);
  refused(await desk.tryEntry(course, planned, 'attendance', '2014-11-03', { came: true }, pupil), 'record.entry-twice');
  expect((await desk.page(course, planned))['derived']).toMatchObject({ attendanceRate: 5 });
  expect(await desk.figures(course, ['sessions', 'towns', 'persons'], 2014)).toEqual([7, 7, new Set(came).size + 1]);
}, 90_000);

test('[S035 whole] 开展培训的区：广州两个区办过，第三期只是计划，目标五个', async () => {
  const city = await Bureau.open('440100', '2014-11-03');
  try {
    const clerk = await city.at('disaster-relief-clerk', '440100');
    const divisions = new Map((await city.peek<{ code: string; id: number }>('select code, id from city.division')).map((row) => [row.code, row.id]));
    for (const [code, startsOn, state] of [['440103', '2014-03-12', 'held'], ['440103', '2014-06-12', 'held'], ['440104', '2014-05-08', 'held'], ['440104', '2014-12-08', 'planned']] as const) {
      await city.done(clerk, 'records.open', { register: 'informer-training', division: divisions.get(code), openedOn: '2014-03-01', state, values: { name: `社区（村）灾害信息员业务培训 ${startsOn}`, startsOn } });
    }
    const figure = await city.see(await city.at('statistician', '440100'), 'statistics.get-figure', { id: 'informer-training.districts', from: '2014-01-01', to: '2015-01-01', level: 'county' });
    expect([figure['all']['value'], figure['breakdown'].map((row: { place: { code: string } }) => row.place.code)]).toEqual([2, ['440103', '440104']]);
    await city.done(clerk, 'records.set-target', { register: 'informer-training', target: 'districts', year: 2014, division: divisions.get('440100'), planned: 5, document: '年度工作计划（演示）' });
    const targets = await city.see(clerk, 'records.targets', { register: 'informer-training', year: 2014 }) as unknown as { target: string; planned: number; actual: number }[];
    expect(targets).toMatchObject([{ target: 'districts', planned: 5, actual: 2 }]);
  } finally { await city.close(); }
}, 120_000);

test('[S038 whole] 对口支援：按灾害登记资金、物资、人员和文号；一次灾害合计；震级不相加', async () => {
  const register = 'outside-disaster';
  expect(await desk.figures(register, ['magnitude', 'money', 'disasters'], 2014)).toEqual([6.5, 3_000_000, 1]);
  expect(await desk.figure(`${register}.magnitude`, { from: '2013-01-01', to: '2015-01-01' })).toBe(6.8);
  expect(await desk.figures(register, ['money', 'people'], 2013)).toEqual([1_000_000, 12]);
  expect(await desk.figure(`${register}.goods`, 2010)).toBe(620_000);

  // what the city resolved to send is not passed, unless a new paper says so
  const ludian = desk.nth(register, 2);
  const money = { kind: 'money', amount: 500_000 * YUAN, source: 'donated', receivedBy: '昭通市民政局', documentNumber: '（演示）救灾2014-15' };
  refusedByRule(await desk.tryEntry(register, ludian, 'aid', '2014-09-20', money), '支援资金合计会超过决定的总额');
  await desk.change(register, ludian, TODAY, { ceiling: 3_500_000 * YUAN });
  await desk.entry(register, ludian, 'aid', '2014-09-20', money);
  refused(await desk.tryEntry(register, ludian, 'aid', '2014-09-20', { ...money, amount: 1 }), 'record.entry-twice');
  refusedByRule(await desk.tryEntry(register, ludian, 'aid', '2014-08-02', { kind: 'people', people: 8 }), '支援日期早于灾害发生的日子（2014-08-03）');
  refusedByRule(await desk.tryEntry(register, ludian, 'aid', '2014-09-22', { kind: 'goods', goods: '帐篷100顶' }), '支援物资要写品名数量和折价');
  refusedByRule(await desk.tryEntry(register, ludian, 'aid', '2014-09-22', { kind: 'people' }), '派出人员要写人数');
  await desk.entry(register, ludian, 'aid', '2014-09-22', { kind: 'goods', goods: '帐篷100顶', goodsValue: 150_000 * YUAN, receivedBy: '昭通市民政局', documentNumber: '（演示）救灾2014-16' });
  await desk.entry(register, ludian, 'aid', '2014-09-23', { kind: 'people', people: 8, receivedBy: '昭通市民政局', documentNumber: '（演示）救灾2014-17' });
  const [row] = (await desk.list(register, { text: '云南鲁甸' }))['rows'] as { totals: object; derived: object; values: object }[];
  expect(row?.values).toMatchObject({ destination: '云南省昭通市鲁甸县' });
  expect(row?.totals).toMatchObject({ moneyTotal: 3_500_000 * YUAN, goodsTotal: 150_000 * YUAN, peopleTotal: 8, consignments: 4 });
  expect(row?.derived).toMatchObject({ allTotal: 3_650_000 * YUAN });
  expect(await desk.figures(register, ['money', 'goods', 'people', 'consignments'], 2014)).toEqual([3_500_000, 150_000, 8, 4]);
  // up to the end of August only what had gone by then
  expect(await desk.figure(`${register}.money`, { from: '2014-01-01', to: '2014-09-01' })).toBe(3_000_000);

  const quake = { name: '某地地震', kind: 'earthquake', occurredOn: '2014-05-06', destination: '某省某县' };
  refusedByRule(await desk.tryOpen(register, '2014-05-07', quake), '地震要写震级');
  refusedByRule(await desk.tryOpen(register, '2014-05-07', { ...quake, kind: 'flood', magnitude: '5.0' }), '只有地震才写震级');
  // half a year of support: due that day, not the day before
  const old = await desk.open(register, '2014-05-07', { ...quake, magnitude: '5.5' });
  const later = await desk.open(register, '2014-05-08', { ...quake, name: '某地洪涝', kind: 'flood', occurredOn: '2014-05-07' });
  expect([await desk.reminders(register, old), await desk.reminders(register, later)]).toEqual([{ conclude: '2014-11-03' }, {}]);
  expect(await desk.figures(register, ['magnitude', 'disasters'], 2014)).toEqual([6, 3]);
  await desk.step(register, old, 'concluded', '2014-11-03');
  refused(await desk.tryChange(register, old, TODAY, { note: '再改' }), 'record.ended');
  refusedByRule(await desk.tryEntry(register, ludian, 'aid', '2014-12-01', { ...money, amount: 1 }), '支援日期还没有到');
}, 60_000);
