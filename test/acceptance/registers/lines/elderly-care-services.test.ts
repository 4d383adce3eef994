import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDemoRecords } from '../../../../demo/records/plant-records.ts';
import { Desk, refused, refusedByRule, SO_FAR, sumOf, TODAY } from '../register-desk.ts';
import { openRegisterOffice, type RegisterOffice } from '../register-office.ts';

let office: RegisterOffice;
let desk: Desk;
beforeAll(async () => { office = await openRegisterOffice(await findDemoRecords()); desk = new Desk(office); }, 240_000);
afterAll(() => office.close());

const FESTIVAL = 'senior-festival';
const ACTIVITY = 'senior-activity';

test('[S065 whole] 老年文体活动：届次紧接上一届，报名、名额、赛程、成绩有序，一期办几场、来多少人数得出', async () => {
  // the figures of 2014: the first arts festival was held, the twenty-first games are planned, and planned for 2015
  expect(await desk.figure('senior-festival.arts-edition', SO_FAR)).toBe(1);
  expect(await desk.figure('senior-festival.games-planned', TODAY)).toBe(21);
  expect(await desk.figure('senior-festival.games-planned', '2014-10-19')).toBe(0);
  expect(await desk.figure('senior-festival.games-edition', 2013)).toBe(20);
  expect(await desk.figure('senior-festival.participants', SO_FAR)).toBe(720);
  expect(await desk.target(FESTIVAL, 'games-edition', 2015, 21)).toEqual({ planned: 21, actual: null });

  const arts = (edition: number) => ({ name: `第${edition}届艺术节`, event: 'arts', edition, heldOn: '2014-12-20', signUpUntil: '2014-11-01', quota: 30, teamQuota: 2 });
  refusedByRule(await desk.tryOpen(FESTIVAL, TODAY, arts(1)), '已经有第1届');
  refusedByRule(await desk.tryOpen(FESTIVAL, TODAY, arts(3)), '应是第2届');
  const record = await desk.open(FESTIVAL, TODAY, arts(2));
  const team = (name: string, persons: number, outcome = 'accepted') => ({ team: name, item: '合唱', persons, outcome });
  await desk.entry(FESTIVAL, record, 'teams', '2014-10-20', team('甲队', 20));
  refusedByRule(await desk.tryEntry(FESTIVAL, record, 'teams', '2014-10-21', team('乙队', 15)), '录取的人数会超过名额');
  const second = await desk.entry(FESTIVAL, record, 'teams', '2014-10-21', team('乙队', 8));
  refusedByRule(await desk.tryEntry(FESTIVAL, record, 'teams', '2014-10-22', team('丙队', 2)), '录取的队会超过队数名额');
  const third = await desk.entry(FESTIVAL, record, 'teams', '2014-10-22', team('丙队', 2, 'waiting'));
  refusedByRule(await desk.tryEntry(FESTIVAL, record, 'teams', '2014-11-02', team('丁队', 1, 'waiting')), '2014-11-01 截止');
  // a team withdraws: the record says a place is free, and the one who waits is taken
  await desk.correct(FESTIVAL, 'teams', second, '2014-10-21', { outcome: 'withdrawn' });
  expect(await desk.warningChecks(FESTIVAL, record)).toContain('有空名额，候补的队可以录取');
  await desk.correct(FESTIVAL, 'teams', third, '2014-10-22', { outcome: 'accepted' });
  expect((await desk.page(FESTIVAL, record))['totals']).toMatchObject({ teamsAccepted: 2, personsAccepted: 22, teamsWaiting: 0 });
  refusedByRule(await desk.tryEntry(FESTIVAL, record, 'schedule', '2014-12-19', { item: '合唱', round: '汇演' }), '赛程不能排在前面');
  await desk.entry(FESTIVAL, record, 'schedule', '2014-12-20', { item: '合唱', round: '汇演', time: '9:30' });
  refusedByRule(await desk.tryEntry(FESTIVAL, record, 'results', '2014-12-20', { item: '合唱', team: '甲队', rank: 1 }), '不能登成绩');
  refusedByRule(await desk.tryStep(FESTIVAL, record, 'held', TODAY, { participants: 22 }), '还没有到');
  await desk.change(FESTIVAL, record, TODAY, { heldOn: '2014-11-02' });
  refused(await desk.tryStep(FESTIVAL, record, 'held', '2014-11-03'), 'input.invalid', '参加人数');
  await desk.step(FESTIVAL, record, 'held', TODAY, { participants: 31 });
  expect(await desk.warningChecks(FESTIVAL, record)).toEqual(expect.arrayContaining(['办完登成绩', '参加人数不超过名额']));
  refusedByRule(await desk.tryEntry(FESTIVAL, record, 'results', TODAY, { item: '合唱', team: '乙队', rank: 1 }), '不在“报名队”里');
  await desk.entry(FESTIVAL, record, 'results', TODAY, { item: '合唱', team: '甲队', rank: 1, prize: '金奖' });
  expect(await desk.warningChecks(FESTIVAL, record)).not.toContain('办完登成绩');
  expect(await desk.figure('senior-festival.held', SO_FAR)).toBe(2);
  expect(await desk.figure('senior-festival.participants', SO_FAR)).toBe(751);
  // a week before sign-up ends it is on the desk, not a day earlier
  const choir = (edition: number, signUpUntil: string) => ({ name: `第${edition}届合唱节`, event: 'choir', edition, heldOn: '2014-12-30', signUpUntil });
  expect(await desk.reminders(FESTIVAL, await desk.open(FESTIVAL, TODAY, choir(1, '2014-11-10')))).toEqual({ 'sign-up': '2014-11-10' });
  expect(await desk.reminders(FESTIVAL, await desk.open(FESTIVAL, TODAY, choir(2, '2014-11-11')))).toEqual({});

  // the calendar
  const held = desk.samples(ACTIVITY).filter((one) => one.states?.[0]?.state === 'held');
  expect(await desk.figure('senior-activity.held', SO_FAR)).toBe(56);
  expect(await desk.figure('senior-activity.park', SO_FAR)).toBe(19);
  expect(await desk.figure('senior-activity.participants', SO_FAR)).toBe(sumOf(held.map((one) => one.states?.[0]?.values?.['participants'])));
  expect(await desk.figure('senior-activity.held', { from: '2014-03-01', to: '2014-04-01' })).toBe(held.filter((one) => String(one.values['heldOn']).startsWith('2014-03')).length);
  const coming = await desk.list(ACTIVITY, { state: 'planned', sort: { by: 'heldOn' } });
  expect(coming['rows'].map((row: { values: { heldOn: string } }) => row.values.heldOn)).toEqual(['2014-12-01', '2014-12-02', '2014-12-03', '2014-12-04']);
  const show = { name: '重阳演出', setting: 'association', rhythm: 'holiday', heldOn: '2014-11-06', place: '文化广场', quota: 40 };
  refusedByRule(await desk.tryOpen(ACTIVITY, TODAY, show), '请选是哪个协会');
  const park = await desk.open(ACTIVITY, TODAY, { ...show, setting: 'park' });
  expect(await desk.reminders(ACTIVITY, park)).toEqual({ soon: '2014-11-06' });
  await desk.entry(ACTIVITY, park, 'sign-ups', TODAY, { troupe: '夕阳红队', persons: 30 });
  refusedByRule(await desk.tryEntry(ACTIVITY, park, 'sign-ups', TODAY, { troupe: '晚霞队', persons: 11 }), '报名人数会超过名额');
  refusedByRule(await desk.tryStep(ACTIVITY, park, 'held', TODAY, { participants: 30 }), '还没有到');
}, 60_000);

const CONTRACT = 'operation-contract';

test('[S069 whole] 公建民营：期限、租金、保障床位、收费上限写在合同里，考核定续约，违约列得出，保障床位实用对合同', async () => {
  expect(await desk.figures(CONTRACT, ['contracts', 'beds', 'hardship-quota'], TODAY)).toEqual([4, 810, 125]);
  expect(await desk.figures(CONTRACT, ['contracts', 'beds'], '2013-06-30')).toEqual([4, 800]);
  expect(await desk.figures(CONTRACT, ['breaches', 'failed', 'rent'], SO_FAR)).toEqual([1, 0, 864_000]);
  expect(await desk.figure('private-operation.hardship-filled', { from: '2014-10-01', to: '2014-11-01' })).toBe(96);
  expect(await desk.figure('private-operation.hardship-filled', { from: '2014-07-01', to: '2014-08-01' })).toBe(86.4);

  // a home with a quota not filled, a price above the ceiling whose breach is on the list, half the rent owed
  const second = desk.nth(CONTRACT, 1);
  const page = await desk.page(CONTRACT, second);
  expect(page['derived']).toMatchObject({ hardshipFilled: 70, occupancyRate: 74.4, rentOwed: 10_800_000 });
  expect((await desk.warningChecks(CONTRACT, second)).toSorted()).toEqual(['保障床位没有用足', '租金没有缴清', '违约没有改正'].toSorted());
  expect(await desk.reminders(CONTRACT, second)).toEqual({ remedy: '2014-11-30' });
  const [breach] = await desk.entries(CONTRACT, second, 'breaches');
  await desk.correct(CONTRACT, 'breaches', breach?.entry ?? 0, '2014-08-20', { remedied: true });
  expect(await desk.reminders(CONTRACT, second)).toEqual({});
  expect((await desk.entries(CONTRACT, second, 'breaches'))[0]?.values).toMatchObject({ clause: '收费上限', remedied: true });

  // half a year before the end it is on the desk; the end moves on only by a renewal
  const third = desk.nth(CONTRACT, 2);
  expect(await desk.reminders(CONTRACT, third)).toEqual({ renew: '2015-03-31' });
  refusedByRule(await desk.tryChange(CONTRACT, third, TODAY, { endsOn: '2020-03-31' }), '先在“续约”里记续至 2020-03-31');
  refusedByRule(await desk.tryEntry(CONTRACT, third, 'extensions', TODAY, { until: '2015-01-31' }), '续至的日期要在那以后');
  await desk.entry(CONTRACT, third, 'extensions', TODAY, { until: '2020-03-31' });
  expect(await desk.warningChecks(CONTRACT, third)).toContain('续约以后改到期日期');
  await desk.change(CONTRACT, third, TODAY, { endsOn: '2020-03-31', renewals: 1 });
  expect(await desk.reminders(CONTRACT, third)).toEqual({});
  expect((await desk.page(CONTRACT, third))['derived']['daysLeft']).toBe(1975);

  const terms = { home: '新院', organisation: desk.nth('organisation', 3), owner: '市民政局', mode: 'entrusted', beds: 50, hardshipQuota: 60, annualRent: 6_000_000, signedOn: '2014-01-01', startsOn: '2014-01-01', endsOn: '2016-12-31' };
  refusedByRule(await desk.tryOpen(CONTRACT, TODAY, terms), '保障床位不能多于床位');
  refusedByRule(await desk.tryOpen(CONTRACT, TODAY, { ...terms, hardshipQuota: 10, endsOn: '2013-12-31' }), '到期日期要在开始日期之后');
  const record = await desk.open(CONTRACT, '2013-10-01', { ...terms, hardshipQuota: 10 });
  expect(await desk.reminders(CONTRACT, record)).toEqual({ assess: '2014-10-01 overdue', month: '2013-12-01 overdue' });
  refusedByRule(await desk.tryEntry(CONTRACT, record, 'extensions', TODAY, { until: '2019-12-31' }), '还没有年度考核');
  const assess = (consequence: string, grade: string, again = false) => ({ year: 2013, grade, consequence, again });
  refusedByRule(await desk.tryEntry(CONTRACT, record, 'assessments', '2014-10-20', assess('renewable', 'fail')), '不能写可续约');
  await desk.entry(CONTRACT, record, 'assessments', '2014-10-20', assess('rectify', 'fail'));
  refusedByRule(await desk.tryEntry(CONTRACT, record, 'extensions', TODAY, { until: '2019-12-31' }), '整改完复评');
  refused(await desk.tryEntry(CONTRACT, record, 'assessments', '2014-10-20', assess('renewable', 'pass')), 'record.entry-twice');
  await desk.entry(CONTRACT, record, 'assessments', '2014-10-30', assess('renewable', 'pass', true));
  await desk.entry(CONTRACT, record, 'extensions', TODAY, { until: '2019-12-31' });
  await desk.entry(CONTRACT, record, 'assessments', TODAY, { year: 2014, grade: 'fail', consequence: 'terminate' });
  expect(await desk.warningChecks(CONTRACT, record)).toContain('考核结果要解除');
  refusedByRule(await desk.tryEntry(CONTRACT, record, 'extensions', TODAY, { until: '2021-12-31' }), '不予续约');

  refusedByRule(await desk.tryEntry(CONTRACT, record, 'occupancy', '2014-10-31', { occupied: 8, hardship: 9 }), '困难老人不会多于入住的人');
  await desk.entry(CONTRACT, record, 'occupancy', '2014-10-31', { occupied: 30, hardship: 4 });
  expect((await desk.page(CONTRACT, record))['derived']).toMatchObject({ hardshipFilled: 40, occupancyRate: 60 });
  const price = { item: 'care', careLevel: 'full', ceiling: 130_000, charged: 145_000 };
  refusedByRule(await desk.tryEntry(CONTRACT, record, 'fee-ceilings', '2014-10-01', price), '请在“超过上限”选是');
  await desk.entry(CONTRACT, record, 'fee-ceilings', '2014-10-01', { ...price, above: true });
  expect(await desk.warningChecks(CONTRACT, record)).toContain('收费超上限登记违约');
  await desk.entry(CONTRACT, record, 'breaches', TODAY, { kind: 'fees', clause: '收费上限', told: '高出150元', remedied: false, dueOn: '2014-12-04' });
  expect(await desk.warningChecks(CONTRACT, record)).not.toContain('收费超上限登记违约');
  // thirty-one days ahead is not yet on the desk
  expect(await desk.reminders(CONTRACT, record)).toEqual({});
}, 60_000);

const LINKAGE = 'linkage-agreement';
const PREMISES = 'allotted-premises';

test('[S071 whole] 院社联动：机构和社区照协议联动外展，国有房产安排给居家养老并查用途', async () => {
  const agreements = desk.samples(LINKAGE);
  const communities = desk.sampleEntries(LINKAGE, 'communities');
  const outreach = desk.sampleEntries(LINKAGE, 'outreach');
  expect(await desk.figure('linkage-agreement.agreements', TODAY)).toBe(8);
  expect(await desk.figure('linkage-agreement.agreements', '2013-03-31')).toBe(3);
  expect(await desk.figure('linkage-agreement.homes', TODAY)).toBe(8);
  expect(await desk.figure('institution-linkage.linked-communities', TODAY)).toBe(communities.length);
  expect(await desk.figure('institution-linkage.linked-communities', '2013-01-31')).toBe(agreements[0]?.entries?.['communities']?.length);
  expect(await desk.figure('linkage-agreement.times', { from: '2014-10-01', to: '2014-11-01' })).toBe(sumOf(outreach.filter((one) => one.on === '2014-10-31').map((one) => one.values['times'])));
  expect(await desk.figure('linkage-agreement.communities-served', SO_FAR)).toBe(communities.length);

  const first = desk.nth(LINKAGE, 0);
  const [linked, other] = [agreements[0]?.entries?.['communities']?.[0]?.values['community'], agreements[1]?.entries?.['communities']?.[0]?.values['community']];
  const serve = (more: object) => ({ community: linked, service: 'visits', persons: 5, times: 9, ...more });
  refusedByRule(await desk.tryEntry(LINKAGE, first, 'outreach', TODAY, serve({ community: other })), '不在“联动社区”里');
  refusedByRule(await desk.tryEntry(LINKAGE, first, 'outreach', TODAY, serve({ service: 'training' })), '协议里没有这项服务');
  refusedByRule(await desk.tryEntry(LINKAGE, first, 'outreach', '2012-12-31', serve({})), '不在协议期内');
  refusedByRule(await desk.tryEntry(LINKAGE, first, 'outreach', '2014-11-04', serve({})), '还没有到');
  refusedByRule(await desk.tryEntry(LINKAGE, first, 'outreach', TODAY, serve({ persons: 10 })), '不会少于服务的人数');
  await desk.entry(LINKAGE, first, 'outreach', TODAY, serve({}));
  expect(await desk.figure('linkage-agreement.times', { from: '2014-11-01', to: '2014-12-01' })).toBe(9);
  // a community withdraws: no longer linked, no longer served
  const [joined] = (await desk.entries(LINKAGE, first, 'communities')).filter((one) => one.values['community'] === linked);
  await desk.correct(LINKAGE, 'communities', joined?.entry ?? 0, joined?.day ?? '', { withdrew: true });
  expect(await desk.figure('institution-linkage.linked-communities', TODAY)).toBe(communities.length - 1);
  refusedByRule(await desk.tryEntry(LINKAGE, first, 'outreach', '2014-11-02', serve({})), '不在“联动社区”里');
  expect(await desk.reminders(LINKAGE, desk.nth(LINKAGE, 5))).toEqual({ renew: '2014-12-20' });
  const fresh = await desk.open(LINKAGE, '2014-09-01', { home: '新敬老院', organisation: desk.nth('organisation', 2), services: ['meals'], signedOn: '2014-09-01', startsOn: '2014-09-01', endsOn: '2015-08-31' });
  expect(await desk.warningChecks(LINKAGE, fresh)).toEqual(['至少联动一个社区']);
  expect(await desk.reminders(LINKAGE, fresh)).toEqual({ quiet: '2014-11-01 overdue' });

  expect(await desk.figures(PREMISES, ['premises', 'state-premises', 'idle-premises', 'allotted', 'leased'], TODAY)).toEqual([8, 4, 4, 3, 3]);
  expect(await desk.figure(`${PREMISES}.premises`, '2014-04-30')).toBe(4);
  expect(await desk.figure('allotted-premises.new', SO_FAR)).toBe(8);
  expect(await desk.figure('allotted-premises.area', TODAY)).toBe(sumOf(desk.samples(PREMISES).slice(0, 8).map((one) => one.values['area'])));
  const rooms = { premises: '旧粮所', owner: '市公有物业管理中心', organisation: desk.nth('organisation', 2), manner: 'leased', kind: 'state', area: '200', signedOn: '2014-10-01', startsOn: '2014-10-01', endsOn: '2019-12-31' };
  refusedByRule(await desk.tryOpen(PREMISES, TODAY, rooms), '租赁的要写年租金');
  const lent = await desk.open(PREMISES, '2013-10-01', { ...rooms, annualRent: 2_400_000, marketRent: 4_800_000 }, { state: 'running' });
  expect((await desk.page(PREMISES, lent))['derived']['rentSpared']).toBe(2_400_000);
  expect(await desk.reminders(PREMISES, lent)).toEqual({ inspect: '2014-10-01 overdue' });
  // what was found used otherwise warns until it is found used as agreed again
  const misused = desk.nth(PREMISES, 3);
  expect(await desk.warningChecks(PREMISES, misused)).toEqual(['不得改作他用']);
  await desk.entry(PREMISES, misused, 'inspections', TODAY, { asAgreed: true, by: '市民政局' });
  expect(await desk.warningChecks(PREMISES, misused)).toEqual([]);
}, 60_000);
