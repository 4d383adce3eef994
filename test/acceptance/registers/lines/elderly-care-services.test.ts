import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDemoRecords } from '../../../../demo/records/plant-records.ts';
import { openRegisterOffice, type RegisterOffice } from '../register-office.ts';
import { Desk, sumOf, TODAY, YEAR } from './pb-desk.ts';

let office: RegisterOffice;
let desk: Desk;
beforeAll(async () => { office = await openRegisterOffice(await findDemoRecords()); desk = new Desk(office); }, 240_000);
afterAll(() => office.close());

const FESTIVAL = 'senior-festival';
const ACTIVITY = 'senior-activity';

test('[S065 whole] 老年文体活动：届次紧接上一届，报名、名额、赛程、成绩有序，一期办几场、来多少人数得出', async () => {
  // the figures of 2014: the first arts festival was held, the twenty-first games are planned, and planned for 2015
  expect(await desk.figure('senior-festival.arts-edition', YEAR)).toBe(1);
  expect(await desk.figure('senior-festival.games-planned', { day: TODAY })).toBe(21);
  expect(await desk.figure('senior-festival.games-planned', { day: '2014-10-19' })).toBe(0);
  expect(await desk.figure('senior-festival.games-edition', { from: '2013-01-01', to: '2014-01-01' })).toBe(20);
  expect(await desk.figure('senior-festival.participants', YEAR)).toBe(720);
  await office.done('records.set-target', { register: FESTIVAL, target: 'games-edition', year: 2015, division: desk.city, planned: 21, document: '2015年工作计划' });
  expect((await office.see('records.targets', { register: FESTIVAL, year: 2015 }) as unknown as { target: string; planned: number; actual: number | null }[]).find((one) => one.target === 'games-edition')).toMatchObject({ planned: 21, actual: null });

  const arts = (edition: number) => ({ name: `第${edition}届艺术节`, event: 'arts', edition, heldOn: '2014-12-20', signUpUntil: '2014-11-01', quota: 30, teamQuota: 2 });
  expect(await desk.notOpened(FESTIVAL, arts(1))).toMatch(/^record\.rule .*已经有第1届/);
  expect(await desk.notOpened(FESTIVAL, arts(3))).toContain('应是第2届');
  const record = await desk.open(FESTIVAL, arts(2));
  const team = (name: string, persons: number, outcome = 'accepted') => ({ team: name, item: '合唱', persons, outcome });
  await desk.add(FESTIVAL, record, 'teams', '2014-10-20', team('甲队', 20));
  expect(await desk.notAdded(FESTIVAL, record, 'teams', '2014-10-21', team('乙队', 15))).toContain('录取的人数会超过名额');
  const second = await desk.add(FESTIVAL, record, 'teams', '2014-10-21', team('乙队', 8));
  expect(await desk.notAdded(FESTIVAL, record, 'teams', '2014-10-22', team('丙队', 2))).toContain('录取的队会超过队数名额');
  const third = await desk.add(FESTIVAL, record, 'teams', '2014-10-22', team('丙队', 2, 'waiting'));
  expect(await desk.notAdded(FESTIVAL, record, 'teams', '2014-11-02', team('丁队', 1, 'waiting'))).toContain('2014-11-01 截止');
  // a team withdraws: the record says a place is free, and the one who waits is taken
  await desk.correct(FESTIVAL, second, 'teams', '2014-10-21', { outcome: 'withdrawn' });
  expect(await desk.warnings(FESTIVAL, record)).toContain('有空名额，候补的队可以录取');
  await desk.correct(FESTIVAL, third, 'teams', '2014-10-22', { outcome: 'accepted' });
  expect((await desk.page(FESTIVAL, record))['totals']).toMatchObject({ teamsAccepted: 2, personsAccepted: 22, teamsWaiting: 0 });
  expect(await desk.notAdded(FESTIVAL, record, 'schedule', '2014-12-19', { item: '合唱', round: '汇演' })).toContain('赛程不能排在前面');
  await desk.add(FESTIVAL, record, 'schedule', '2014-12-20', { item: '合唱', round: '汇演', time: '9:30' });
  expect(await desk.notAdded(FESTIVAL, record, 'results', '2014-12-20', { item: '合唱', team: '甲队', rank: 1 })).toContain('不能登成绩');
  expect(await desk.notStepped(FESTIVAL, record, 'held', { participants: 22 })).toContain('还没有到');
  await desk.change(FESTIVAL, record, { heldOn: '2014-11-02' });
  expect(await desk.notStepped(FESTIVAL, record, 'held', {}, '2014-11-03')).toContain('参加人数');
  await desk.step(FESTIVAL, record, 'held', { participants: 31 });
  expect(await desk.warnings(FESTIVAL, record)).toEqual(expect.arrayContaining(['办完登成绩', '参加人数不超过名额']));
  expect(await desk.notAdded(FESTIVAL, record, 'results', TODAY, { item: '合唱', team: '乙队', rank: 1 })).toContain('不在“报名队”里');
  await desk.add(FESTIVAL, record, 'results', TODAY, { item: '合唱', team: '甲队', rank: 1, prize: '金奖' });
  expect(await desk.warnings(FESTIVAL, record)).not.toContain('办完登成绩');
  expect(await desk.figure('senior-festival.held', YEAR)).toBe(2);
  expect(await desk.figure('senior-festival.participants', YEAR)).toBe(751);
  // a week before sign-up ends it is on the desk, not a day earlier
  const choir = (edition: number, signUpUntil: string) => ({ name: `第${edition}届合唱节`, event: 'choir', edition, heldOn: '2014-12-30', signUpUntil });
  expect(await desk.reminders(FESTIVAL, await desk.open(FESTIVAL, choir(1, '2014-11-10')))).toEqual(['sign-up 2014-11-10']);
  expect(await desk.reminders(FESTIVAL, await desk.open(FESTIVAL, choir(2, '2014-11-11')))).toEqual([]);

  // the calendar
  const held = desk.samples(ACTIVITY).filter((one) => one.states?.[0]?.state === 'held');
  expect(await desk.figure('senior-activity.held', YEAR)).toBe(56);
  expect(await desk.figure('senior-activity.park', YEAR)).toBe(19);
  expect(await desk.figure('senior-activity.participants', YEAR)).toBe(sumOf(held.map((one) => one.states?.[0]?.values?.['participants'])));
  expect(await desk.figure('senior-activity.held', { from: '2014-03-01', to: '2014-04-01' })).toBe(held.filter((one) => String(one.values['heldOn']).startsWith('2014-03')).length);
  const coming = await office.see('records.list', { register: ACTIVITY, state: 'planned', sort: { by: 'heldOn' } });
  expect(coming['rows'].map((row: { values: { heldOn: string } }) => row.values.heldOn)).toEqual(['2014-12-01', '2014-12-02', '2014-12-03', '2014-12-04']);
  const show = { name: '重阳演出', setting: 'association', rhythm: 'holiday', heldOn: '2014-11-06', place: '文化广场', quota: 40 };
  expect(await desk.notOpened(ACTIVITY, show)).toContain('请选是哪个协会');
  const park = await desk.open(ACTIVITY, { ...show, setting: 'park' });
  expect(await desk.reminders(ACTIVITY, park)).toEqual(['soon 2014-11-06']);
  await desk.add(ACTIVITY, park, 'sign-ups', TODAY, { troupe: '夕阳红队', persons: 30 });
  expect(await desk.notAdded(ACTIVITY, park, 'sign-ups', TODAY, { troupe: '晚霞队', persons: 11 })).toContain('报名人数会超过名额');
  expect(await desk.notStepped(ACTIVITY, park, 'held', { participants: 30 })).toContain('还没有到');
}, 60_000);

const CONTRACT = 'operation-contract';

test('[S069 whole] 公建民营：期限、租金、保障床位、收费上限写在合同里，考核定续约，违约列得出，保障床位实用对合同', async () => {
  const figures = async (ids: readonly string[], period: Parameters<Desk['figure']>[1]) => Promise.all(ids.map((id) => desk.figure(`operation-contract.${id}`, period)));
  expect(await figures(['contracts', 'beds', 'hardship-quota'], { day: TODAY })).toEqual([4, 810, 125]);
  expect(await figures(['contracts', 'beds'], { day: '2013-06-30' })).toEqual([4, 800]);
  expect(await figures(['breaches', 'failed', 'rent'], YEAR)).toEqual([1, 0, 864_000]);
  expect(await desk.figure('private-operation.hardship-filled', { from: '2014-10-01', to: '2014-11-01' })).toBe(96);
  expect(await desk.figure('private-operation.hardship-filled', { from: '2014-07-01', to: '2014-08-01' })).toBe(86.4);

  // a home with a quota not filled, a price above the ceiling whose breach is on the list, half the rent owed
  const second = desk.id(CONTRACT, 1);
  const page = await desk.page(CONTRACT, second);
  expect(page['derived']).toMatchObject({ hardshipFilled: 70, occupancyRate: 74.4, rentOwed: 10_800_000 });
  expect((await desk.warnings(CONTRACT, second)).toSorted()).toEqual(['保障床位没有用足', '租金没有缴清', '违约没有改正'].toSorted());
  expect(await desk.reminders(CONTRACT, second)).toEqual(['remedy 2014-11-30']);
  const [breach] = await desk.entries(CONTRACT, second, 'breaches');
  await desk.correct(CONTRACT, breach?.entry ?? 0, 'breaches', '2014-08-20', { remedied: true });
  expect(await desk.reminders(CONTRACT, second)).toEqual([]);
  expect((await desk.entries(CONTRACT, second, 'breaches'))[0]?.values).toMatchObject({ clause: '收费上限', remedied: true });

  // half a year before the end it is on the desk; the end moves on only by a renewal
  const third = desk.id(CONTRACT, 2);
  expect(await desk.reminders(CONTRACT, third)).toEqual(['renew 2015-03-31']);
  expect(await desk.notChanged(CONTRACT, third, { endsOn: '2020-03-31' })).toContain('先在“续约”里记续至 2020-03-31');
  expect(await desk.notAdded(CONTRACT, third, 'extensions', TODAY, { until: '2015-01-31' })).toContain('续至的日期要在那以后');
  await desk.add(CONTRACT, third, 'extensions', TODAY, { until: '2020-03-31' });
  expect(await desk.warnings(CONTRACT, third)).toContain('续约以后改到期日期');
  await desk.change(CONTRACT, third, { endsOn: '2020-03-31', renewals: 1 });
  expect(await desk.reminders(CONTRACT, third)).toEqual([]);
  expect((await desk.page(CONTRACT, third))['derived']['daysLeft']).toBe(1975);

  const terms = { home: '新院', organisation: desk.id('organisation', 3), owner: '市民政局', mode: 'entrusted', beds: 50, hardshipQuota: 60, annualRent: 6_000_000, signedOn: '2014-01-01', startsOn: '2014-01-01', endsOn: '2016-12-31' };
  expect(await desk.notOpened(CONTRACT, terms)).toContain('保障床位不能多于床位');
  expect(await desk.notOpened(CONTRACT, { ...terms, hardshipQuota: 10, endsOn: '2013-12-31' })).toContain('到期日期要在开始日期之后');
  const record = await desk.open(CONTRACT, { ...terms, hardshipQuota: 10 }, { on: '2013-10-01' });
  expect(await desk.reminders(CONTRACT, record)).toEqual(['assess 2014-10-01', 'month 2013-12-01']);
  expect(await desk.notAdded(CONTRACT, record, 'extensions', TODAY, { until: '2019-12-31' })).toContain('还没有年度考核');
  const assess = (consequence: string, grade: string, again = false) => ({ year: 2013, grade, consequence, again });
  expect(await desk.notAdded(CONTRACT, record, 'assessments', '2014-10-20', assess('renewable', 'fail'))).toContain('不能写可续约');
  await desk.add(CONTRACT, record, 'assessments', '2014-10-20', assess('rectify', 'fail'));
  expect(await desk.notAdded(CONTRACT, record, 'extensions', TODAY, { until: '2019-12-31' })).toContain('整改完复评');
  expect(await desk.notAdded(CONTRACT, record, 'assessments', '2014-10-20', assess('renewable', 'pass'))).toMatch(/^record\.entry-twice/);
  await desk.add(CONTRACT, record, 'assessments', '2014-10-30', assess('renewable', 'pass', true));
  await desk.add(CONTRACT, record, 'extensions', TODAY, { until: '2019-12-31' });
  await desk.add(CONTRACT, record, 'assessments', TODAY, { year: 2014, grade: 'fail', consequence: 'terminate' });
  expect(await desk.warnings(CONTRACT, record)).toContain('考核结果要解除');
  expect(await desk.notAdded(CONTRACT, record, 'extensions', TODAY, { until: '2021-12-31' })).toContain('不予续约');

  expect(await desk.notAdded(CONTRACT, record, 'occupancy', '2014-10-31', { occupied: 8, hardship: 9 })).toContain('困难老人不会多于入住的人');
  await desk.add(CONTRACT, record, 'occupancy', '2014-10-31', { occupied: 30, hardship: 4 });
  expect((await desk.page(CONTRACT, record))['derived']).toMatchObject({ hardshipFilled: 40, occupancyRate: 60 });
  const price = { item: 'care', careLevel: 'full', ceiling: 130_000, charged: 145_000 };
  expect(await desk.notAdded(CONTRACT, record, 'fee-ceilings', '2014-10-01', price)).toContain('请在“超过上限”选是');
  await desk.add(CONTRACT, record, 'fee-ceilings', '2014-10-01', { ...price, above: true });
  expect(await desk.warnings(CONTRACT, record)).toContain('收费超上限登记违约');
  await desk.add(CONTRACT, record, 'breaches', TODAY, { kind: 'fees', clause: '收费上限', told: '高出150元', remedied: false, dueOn: '2014-12-04' });
  expect(await desk.warnings(CONTRACT, record)).not.toContain('收费超上限登记违约');
  // thirty-one days ahead is not yet on the desk
  expect(await desk.reminders(CONTRACT, record)).toEqual([]);
}, 60_000);

const LINKAGE = 'linkage-agreement';
const PREMISES = 'allotted-premises';

test('[S071 whole] 院社联动：机构和社区照协议联动外展，国有房产安排给居家养老并查用途', async () => {
  const agreements = desk.samples(LINKAGE);
  const communities = agreements.flatMap((one) => one.entries?.['communities'] ?? []);
  const outreach = agreements.flatMap((one) => one.entries?.['outreach'] ?? []);
  expect(await desk.figure('linkage-agreement.agreements', { day: TODAY })).toBe(8);
  expect(await desk.figure('linkage-agreement.agreements', { day: '2013-03-31' })).toBe(3);
  expect(await desk.figure('linkage-agreement.homes', { day: TODAY })).toBe(8);
  expect(await desk.figure('institution-linkage.linked-communities', { day: TODAY })).toBe(communities.length);
  expect(await desk.figure('institution-linkage.linked-communities', { day: '2013-01-31' })).toBe(agreements[0]?.entries?.['communities']?.length);
  expect(await desk.figure('linkage-agreement.times', { from: '2014-10-01', to: '2014-11-01' })).toBe(sumOf(outreach.filter((one) => one.on === '2014-10-31').map((one) => one.values['times'])));
  expect(await desk.figure('linkage-agreement.communities-served', YEAR)).toBe(communities.length);

  const first = desk.id(LINKAGE, 0);
  const [linked, other] = [agreements[0]?.entries?.['communities']?.[0]?.values['community'], agreements[1]?.entries?.['communities']?.[0]?.values['community']];
  const serve = (more: object) => ({ community: linked, service: 'visits', persons: 5, times: 9, ...more });
  expect(await desk.notAdded(LINKAGE, first, 'outreach', TODAY, serve({ community: other }))).toContain('不在“联动社区”里');
  expect(await desk.notAdded(LINKAGE, first, 'outreach', TODAY, serve({ service: 'training' }))).toContain('协议里没有这项服务');
  expect(await desk.notAdded(LINKAGE, first, 'outreach', '2012-12-31', serve({}))).toContain('不在协议期内');
  expect(await desk.notAdded(LINKAGE, first, 'outreach', '2014-11-04', serve({}))).toContain('还没有到');
  expect(await desk.notAdded(LINKAGE, first, 'outreach', TODAY, serve({ persons: 10 }))).toContain('不会少于服务的人数');
  await desk.add(LINKAGE, first, 'outreach', TODAY, serve({}));
  expect(await desk.figure('linkage-agreement.times', { from: '2014-11-01', to: '2014-12-01' })).toBe(9);
  // a community withdraws: no longer linked, no longer served
  const [joined] = (await desk.entries(LINKAGE, first, 'communities')).filter((one) => one.values['community'] === linked);
  await desk.correct(LINKAGE, joined?.entry ?? 0, 'communities', joined?.day ?? '', { withdrew: true });
  expect(await desk.figure('institution-linkage.linked-communities', { day: TODAY })).toBe(communities.length - 1);
  expect(await desk.notAdded(LINKAGE, first, 'outreach', '2014-11-02', serve({}))).toContain('不在“联动社区”里');
  expect(await desk.reminders(LINKAGE, desk.id(LINKAGE, 5))).toEqual(['renew 2014-12-20']);
  const fresh = await desk.open(LINKAGE, { home: '新敬老院', organisation: desk.id('organisation', 2), services: ['meals'], signedOn: '2014-09-01', startsOn: '2014-09-01', endsOn: '2015-08-31' }, { on: '2014-09-01' });
  expect(await desk.warnings(LINKAGE, fresh)).toEqual(['至少联动一个社区']);
  expect(await desk.reminders(LINKAGE, fresh)).toEqual(['quiet 2014-11-01']);

  const counts = async (ids: readonly string[], day: string) => Promise.all(ids.map((id) => desk.figure(`allotted-premises.${id}`, { day })));
  expect(await counts(['premises', 'state-premises', 'idle-premises', 'allotted', 'leased'], TODAY)).toEqual([8, 4, 4, 3, 3]);
  expect(await counts(['premises'], '2014-04-30')).toEqual([4]);
  expect(await desk.figure('allotted-premises.new', YEAR)).toBe(8);
  expect(await desk.figure('allotted-premises.area', { day: TODAY })).toBe(sumOf(desk.samples(PREMISES).slice(0, 8).map((one) => one.values['area'])));
  const rooms = { premises: '旧粮所', owner: '市公有物业管理中心', organisation: desk.id('organisation', 2), manner: 'leased', kind: 'state', area: '200', signedOn: '2014-10-01', startsOn: '2014-10-01', endsOn: '2019-12-31' };
  expect(await desk.notOpened(PREMISES, rooms)).toContain('租赁的要写年租金');
  const lent = await desk.open(PREMISES, { ...rooms, annualRent: 2_400_000, marketRent: 4_800_000 }, { state: 'running', on: '2013-10-01' });
  expect((await desk.page(PREMISES, lent))['derived']['rentSpared']).toBe(2_400_000);
  expect(await desk.reminders(PREMISES, lent)).toEqual(['inspect 2014-10-01']);
  // what was found used otherwise warns until it is found used as agreed again
  const misused = desk.id(PREMISES, 3);
  expect(await desk.warnings(PREMISES, misused)).toEqual(['不得改作他用']);
  await desk.add(PREMISES, misused, 'inspections', TODAY, { asAgreed: true, by: '市民政局' });
  expect(await desk.warnings(PREMISES, misused)).toEqual([]);
}, 60_000);
