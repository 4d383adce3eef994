import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findDemoRecords } from '../../../../demo/records/plant-records.ts';
import { addDays, plainDate } from '../../../../src/kernel/values/plain-date.ts';
import { Desk, percent, refused, refusedByRule, SO_FAR, TODAY } from '../register-desk.ts';
import { openRegisterOffice, type RegisterOffice } from '../register-office.ts';

let office: RegisterOffice;
let desk: Desk;

beforeAll(async () => { office = await openRegisterOffice(await findDemoRecords()); desk = new Desk(office); }, 240_000);
afterAll(() => office.close());

describe('[S073] 难点村：问卷定类别，有人管、有措施、有期限，复核通过才解除，进出名单都说给选举', () => {
  const REGISTER = 'difficult-village';
  const answers = { teamSplit: false, cadreInquiry: false, affairsHidden: false, landDispute: true, petitions: false, clanPressure: false, gangPressure: false };
  const listing = { problemClass: 'dispute', leader: '张三', measures: '核对征地款，开村民代表会议。', deadline: '2014-12-31' };
  const events = async (): Promise<string[]> => (await office.bureau.peek<{ kind: string }>(`select kind from city.job where kind like 'event:record.village-%' and payload->>'register' = '${REGISTER}' order by id`)).map((row) => row.kind.replace('event:record.', ''));
  let record = 0;

  test('问卷给出类别；类别不符、没有问题、一轮两次，都登记不成', async () => {
    const values = { problem: '征地款没有分清', round: 2017, screenedOn: '2014-10-20', ...answers };
    record = await desk.open(REGISTER, '2014-10-20', values, { division: desk.village(-3) });
    expect((await desk.page(REGISTER, record))['derived']['classByAnswers']).toBe('矛盾纠纷');
    refusedByRule(await desk.tryOpen(REGISTER, '2014-10-21', values, { division: desk.village(-3) }), '这一轮已经在排查');
    refusedByRule(await desk.tryStep(REGISTER, record, 'cleared', '2014-10-25'), '不能定为不是难点村');
    refusedByRule(await desk.tryStep(REGISTER, record, 'listed', '2014-10-25', { ...listing, problemClass: 'team' }), '“矛盾纠纷”');
    refusedByRule(await desk.tryStep(REGISTER, record, 'listed', '2014-10-25', { ...listing, deadline: '2014-10-20' }), '期限要在排查日期之后');
    expect(await desk.lacking(REGISTER, record, 'listed', '2014-10-25')).toEqual(['problemClass', 'leader', 'measures', 'deadline']);
  });
  test('列入以后：改问卷不能和类别不符；没有报请不能复核，没有通过不能解除；进出各说一次', async () => {
    const before = (await events()).length;
    await desk.step(REGISTER, record, 'listed', '2014-10-25', listing);
    refusedByRule(await desk.tryChange(REGISTER, record, TODAY, { teamSplit: true }), '“综合（两类以上）”');
    refusedByRule(await desk.tryEntry(REGISTER, record, 'reviews', '2014-10-28', { result: 'passed', reviewer: '李四' }), '还没有报请复核');
    await desk.step(REGISTER, record, 'reviewing', '2014-10-28');
    refusedByRule(await desk.tryStep(REGISTER, record, 'released', '2014-10-30'), '还没有通过的复核');
    await desk.entry(REGISTER, record, 'reviews', '2014-10-29', { result: 'failed', reviewer: '李四', opinion: '款项没有公布' });
    refusedByRule(await desk.tryStep(REGISTER, record, 'released', '2014-10-30'), '还没有通过的复核');
    await desk.step(REGISTER, record, 'listed', '2014-10-30');
    await desk.step(REGISTER, record, 'reviewing', '2014-10-31');
    const review = await desk.entry(REGISTER, record, 'reviews', '2014-11-01', { result: 'passed', reviewer: '李四' });
    refusedByRule(await desk.tryStep(REGISTER, record, 'listed', '2014-11-02'), '已经通过');
    await desk.step(REGISTER, record, 'released', '2014-11-02');
    refusedByRule(await desk.tryTakeBackEntry(REGISTER, 'reviews', review), '不能撤回');
    refusedByRule(await desk.tryCorrect(REGISTER, 'reviews', review, '2014-11-01', { result: 'failed', reviewer: '李四' }), '不能撤回');
    expect((await events()).slice(before)).toEqual(['village-listed', 'village-listed', 'village-released']);
  });
  test('提醒在那一天：一个月没有进展、报请半个月、期限前三十天；过了期限写在记录上', async () => {
    const late = await desk.open(REGISTER, '2014-09-01', { problem: '班子不和', round: 2017, screenedOn: '2014-09-01', ...answers }, { division: desk.village(-4) });
    await desk.step(REGISTER, late, 'listed', '2014-09-10', { ...listing, deadline: '2014-10-31' });
    await desk.entry(REGISTER, late, 'measures-taken', '2014-10-04', { done: '逐户谈话', settled: 2 });
    const page = await desk.page(REGISTER, late);
    expect(page['warnings'].map((one: { sentence: string }) => one.sentence)).toContain('整治期限是 2014-10-31，已经过了，还没有报请复核。');
    expect(await desk.reminders(REGISTER, late)).toEqual({ deadline: '2014-10-31 overdue' });
    await desk.entry(REGISTER, late, 'measures-taken', '2014-10-02', { done: '补记' });
    expect(await desk.reminders(REGISTER, late)).toEqual({ deadline: '2014-10-31 overdue' });
    await desk.step(REGISTER, late, 'reviewing', '2014-10-19');
    expect(await desk.reminders(REGISTER, late)).toEqual({ 'review-waits': '2014-11-03' });
    expect((await desk.page(REGISTER, late))['totals']).toMatchObject({ steps: 2, disputesSettled: 2, reviewsHeld: 0 });
  });
  test('数：演示里未解除四个，加这里一个；过去那天照那时；占全部村居、排查覆盖率', async () => {
    expect(await desk.figure(`${REGISTER}.standing`, TODAY)).toBe(4 + 1);
    expect(await desk.figure(`${REGISTER}.standing`, '2014-10-30')).toBe(4 + 2);
    expect(await desk.figure(`${REGISTER}.standing`, '2014-06-30')).toBe(0);
    expect(await desk.figure(`${REGISTER}.listed`, SO_FAR)).toBe(4 + 2);
    expect(await desk.figure(`${REGISTER}.released`, 2013)).toBe(10);
    expect(await desk.figure(`${REGISTER}.released`, SO_FAR)).toBe(1);
    expect(await desk.figure(`${REGISTER}.village-share`, SO_FAR)).toBe(percent(5, office.ground.villages.length));
    expect(await desk.figure(`${REGISTER}.screened-share`, { from: '2013-09-01', to: '2013-10-01' })).toBe(percent(12, office.ground.villages.length));
    expect((await desk.statistic(`${REGISTER}.standing`, TODAY)).rows).toBe(5);
    expect((await desk.face(REGISTER))['events']).toEqual([{ title: '列为难点村：换届选举不能进入投票', to: 'S072' }, { title: '解除难点村：换届选举可以往下走', to: 'S072' }]);
  });
});

describe('[S084 whole] 社区工作站：一个居委会归一个站，有起止日期；三个数从归站里数出来', () => {
  const LINK = 'station-committee';
  const demo = () => desk.samples(LINK).filter((row) => row.states === undefined);
  const several = (): { stations: number; committees: number } => {
    const byStation = [...Map.groupBy(demo(), (row) => (row.values['station'] as { nth: number }).nth).values()].filter((rows) => rows.length > 1);
    return { stations: byStation.length, committees: byStation.reduce((sum, rows) => sum + rows.length, 0) };
  };

  test('演示：二十四个站，九个一站多居，服务的居委会数得出、点得开', async () => {
    expect(several()).toEqual({ stations: 9, committees: 21 });
    expect(await desk.figure('community-station.stations', TODAY)).toBe(24);
    expect(await desk.figure(`${LINK}.several-committee-stations`, TODAY)).toBe(9);
    expect(await desk.figure(`${LINK}.committees-of-those`, TODAY)).toBe(21);
    expect(await desk.figure(`${LINK}.committees-served`, TODAY)).toBe(36);
    expect(await desk.figure(`${LINK}.committees-a-station`, SO_FAR)).toBe(2.33);
    expect([(await desk.statistic(`${LINK}.several-committee-stations`, TODAY)).rows, (await desk.statistic(`${LINK}.committees-of-those`, TODAY)).rows]).toEqual([9, 21]);
    expect(await desk.givesFigures(`${LINK}.several-committee-stations`)).toEqual(['sz2007-044']);
    expect(await desk.missing(LINK)).toMatchObject({ all: office.ground.villages.length, without: office.ground.villages.length - 36 });
    expect(await desk.figure(`${LINK}.villages-share`, SO_FAR)).toBe(percent(36, office.ground.villages.length));
  });
  test('归着一个站就不能再归一个；划出那天起归另一个；过去那天照那时数', async () => {
    const [first, second] = office.ids.get('community-station') ?? [];
    const last = office.ground.villages.filter((one) => one.town === office.ground.towns[0]?.code).at(-1)?.code ?? '';
    // it left in June; before, its station had it as well
    expect(await desk.figure(`${LINK}.committees-served`, '2014-06-29')).toBe(37);
    expect(await desk.figure(`${LINK}.committees-served`, '2014-06-30')).toBe(36);
    const link = await desk.open(LINK, '2014-07-10', { station: first }, { division: last });
    refusedByRule(await desk.tryOpen(LINK, '2014-09-01', { station: second }, { division: last }), '一个居委会只归一个站');
    await desk.step(LINK, link, 'left', '2014-09-01');
    await desk.open(LINK, '2014-09-01', { station: desk.nth('community-station', 4) }, { division: last });
    // the fifth station had one committee: from that day it is 一站多居
    expect(await desk.figure(`${LINK}.several-committee-stations`, '2014-08-31')).toBe(9);
    expect(await desk.figure(`${LINK}.several-committee-stations`, '2014-09-01')).toBe(10);
    expect(await desk.figure(`${LINK}.committees-of-those`, '2014-09-01')).toBe(21 + 2);
    expect(await desk.figures(LINK, ['came', 'left'], SO_FAR)).toEqual([2, 2]);
    expect((await desk.page('community-station', desk.nth('community-station', 4)))['pointing'].find((one: { register: string }) => one.register === LINK)['rows']).toHaveLength(2);
  });
  test('撤并的站写并到哪个站，不再数', async () => {
    const [first, second] = office.ids.get('community-station') ?? [];
    const station = await desk.open('community-station', '2014-03-01', { name: '新设社区工作站', establishedOn: '2014-03-01', staff: 6 }, { division: desk.town(1), state: 'working' });
    expect(await desk.figure('community-station.new', SO_FAR)).toBe(1);
    expect(await desk.lacking('community-station', station, 'merged', '2014-10-01')).toEqual(['mergedInto']);
    await desk.step('community-station', station, 'merged', '2014-10-01', { mergedInto: first ?? second });
    expect([await desk.figure('community-station.stations', '2014-09-30'), await desk.figure('community-station.stations', '2014-10-01')]).toEqual([25, 24]);
  });
});

describe('[S086 whole] 社区工作者培训：名额到镇街，报名、到课、考试、证书；一年多少人、人均多少学时', () => {
  const REGISTER = 'community-worker-training';
  const [a, b] = [() => desk.town(0), () => desk.town(1)];
  const who = (n: number) => office.ground.person(8900 + n, 30 + n);
  let record = 0;

  test('名额不超计划，报名不超本镇街名额，没有名额的报不上', async () => {
    record = await desk.open(REGISTER, '2014-09-01', { name: '网格员培训班', topic: 'governance', startsOn: '2014-10-20', endsOn: '2014-10-21', hours: '12', seats: 3, passMark: '60' });
    await desk.entry(REGISTER, record, 'quotas', '2014-09-01', { town: a(), places: 2 });
    refusedByRule(await desk.tryEntry(REGISTER, record, 'quotas', '2014-09-01', { town: b(), places: 2 }), '超过计划人数');
    await desk.entry(REGISTER, record, 'enrolment', '2014-09-05', { town: a(), post: 'grid' }, who(1));
    refusedByRule(await desk.tryEntry(REGISTER, record, 'enrolment', '2014-09-05', { town: b(), post: 'grid' }, who(2)), '没有分到名额');
    const given = await desk.entry(REGISTER, record, 'quotas', '2014-09-02', { town: b(), places: 1 });
    await desk.entry(REGISTER, record, 'enrolment', '2014-09-06', { town: b(), post: 'grid' }, who(2));
    refusedByRule(await desk.tryEntry(REGISTER, record, 'enrolment', '2014-09-06', { town: b(), post: 'committee' }, who(3)), '名额');
    refusedByRule(await desk.tryCorrect(REGISTER, 'quotas', given, '2014-09-02', { town: b(), places: 0 }), '不能少于 1 人');
    refused(await desk.tryEntry(REGISTER, record, 'enrolment', '2014-09-07', { town: a(), post: 'grid' }, who(1)), 'record.entry-twice');
  });
  test('没有报名不能签到，不在班期不能签到，不合格不发证，学时不多记；提醒在开班前两周', async () => {
    const soon = await desk.open(REGISTER, '2014-09-01', { name: '下一班', topic: 'other', startsOn: '2014-11-17', seats: 10 });
    expect(await desk.reminders(REGISTER, soon)).toEqual({ starts: '2014-11-17' });
    const later = await desk.open(REGISTER, '2014-09-01', { name: '再下一班', topic: 'other', startsOn: '2014-11-18', seats: 10 });
    expect(await desk.reminders(REGISTER, later)).toEqual({});
    await desk.step(REGISTER, record, 'held', '2014-10-20');
    const came = { came: true, creditHours: '6' };
    refusedByRule(await desk.tryEntry(REGISTER, record, 'attendance', '2014-10-20', came, who(3)), '没有报名');
    refusedByRule(await desk.tryEntry(REGISTER, record, 'attendance', '2014-10-22', came, who(1)), '培训期间');
    refusedByRule(await desk.tryEntry(REGISTER, record, 'attendance', '2014-10-20', { came: true, creditHours: '12.5' }, who(1)), '12 学时');
    refusedByRule(await desk.tryEntry(REGISTER, record, 'attendance', '2014-10-20', { came: false, creditHours: '6' }, who(1)), '没有到课');
    await desk.entry(REGISTER, record, 'attendance', '2014-10-20', came, who(1));
    refusedByRule(await desk.tryEntry(REGISTER, record, 'attendance', '2014-10-21', { ...came, score: '59.5', certificate: 'W1' }, who(1)), '合格分');
    await desk.entry(REGISTER, record, 'attendance', '2014-10-21', { ...came, score: '60', certificate: 'W1' }, who(1));
    await desk.entry(REGISTER, record, 'attendance', '2014-10-20', came, who(2));
    expect((await desk.page(REGISTER, record))['totals']).toMatchObject({ placesGiven: 3, enrolled: 2, attended: 3, persons: 2, creditTotal: 18 });
  });
  test('一年：同一个人几班算一名，学时合计 ÷ 人数；目标和完成；一人的学时从他那里看', async () => {
    const demo = desk.sampleEntries(REGISTER, 'attendance').filter((one) => one.values['came'] === true);
    const persons = new Set(demo.map((one) => one.person?.idNumber));
    expect([demo.length, persons.size]).toEqual([85, new Set(demo.map((one) => one.person?.idNumber)).size]);
    expect(persons.size).toBeLessThan(demo.length);
    expect(await desk.figure(`${REGISTER}.persons`, SO_FAR)).toBe(persons.size + 2);
    expect(await desk.figure(`${REGISTER}.person-times`, SO_FAR)).toBe(demo.length + 3);
    expect(await desk.figure(`${REGISTER}.hours-a-person`, SO_FAR)).toBe(Math.round(((demo.length * 14 + 18) / (persons.size + 2)) * 10) / 10);
    expect(await desk.figure(`${REGISTER}.certificates`, SO_FAR)).toBe(demo.filter((one) => one.values['certificate'] !== undefined).length + 1);
    expect(await desk.figure(`${REGISTER}.persons`, { from: '2014-01-01', to: '2014-02-01' })).toBe(17);
    expect((await desk.statistic(`${REGISTER}.persons`, SO_FAR)).rows).toBe(persons.size + 2);
    expect(await desk.givesFigures(`${REGISTER}.persons`)).toEqual(['sz2007-050']);
    expect(await desk.target(REGISTER, 'persons', 2014, 1000)).toEqual({ planned: 1000, actual: persons.size + 2 });
    const hours = await office.see('community-worker-training.hours-a-person', { year: 2014 });
    const [first] = hours['rows'] as { classes: number; hours: number }[];
    expect(hours['rows']).toHaveLength(persons.size + 2);
    expect((hours['rows'] as { hours: number }[]).reduce((sum, row) => sum + row.hours, 0)).toBe(demo.length * 14 + 18);
    expect(first).toMatchObject({ hours: 28, classes: 2 });
  });
});

describe('[S088 whole] 社区服务长效机制：清单、责任单位、周期、反馈，每个社区都有；逾期一眼看见', () => {
  const REGISTER = 'community-service-item';
  const item = { service: '法律咨询日', category: 'other', responsible: '社区居委会', cycleMonths: 1 };

  test('周期从栏里来：上次做了满一个周期那天到期，第二天逾期；做一次就消去', async () => {
    const record = await desk.open(REGISTER, '2014-08-01', item, { division: desk.village(-5) });
    expect((await desk.tryOpen(REGISTER, '2014-08-01', { ...item, cycleMonths: 13 }, { division: desk.village(-5) })).status).toBe(400);
    refusedByRule(await desk.tryEntry(REGISTER, record, 'deliveries', '2014-08-05', { served: 3 }), '没有在开展');
    await desk.step(REGISTER, record, 'running', '2014-09-03');
    expect(await desk.reminders(REGISTER, record)).toEqual({ next: '2014-10-03 overdue' });
    await desk.entry(REGISTER, record, 'deliveries', '2014-10-03', { served: 12 });
    let page = await desk.page(REGISTER, record);
    expect([page['derived'], await desk.reminders(REGISTER, record), page['warnings']]).toEqual([{ nextDue: '2014-11-03' }, { next: '2014-11-03' }, []]);
    await desk.change(REGISTER, record, '2014-11-01', { cycleMonths: 3 });
    page = await desk.page(REGISTER, record);
    expect([page['derived'], await desk.reminders(REGISTER, record)]).toEqual([{ nextDue: '2015-01-03' }, {}]);
    const late = await desk.open(REGISTER, '2014-08-01', { ...item, service: '修理日' }, { division: desk.village(-5) });
    await desk.step(REGISTER, late, 'running', '2014-08-01');
    await desk.entry(REGISTER, late, 'deliveries', '2014-09-30', { served: 9 });
    page = await desk.page(REGISTER, late);
    expect(page['derived']).toEqual({ nextDue: '2014-10-30', overdueDays: 4 });
    expect(page['warnings'][0]['sentence']).toContain('已经过了 4 天');
    await desk.step(REGISTER, late, 'paused', '2014-11-02');
    expect(await desk.reminders(REGISTER, late)).toEqual({});
  });
  test('逾期一览：演示里四个社区各两项，日子早的在前；镇街只看自己的', async () => {
    const due = (await office.see('records.due', { register: REGISTER })) as unknown as { day: string; overdue: boolean; division: string; title: string }[];
    expect(due.map((one) => [one.day, one.overdue])).toEqual(Array.from({ length: 8 }, () => ['2014-09-22', true]));
    expect(new Set(due.map((one) => one.division)).size).toBe(4);
    const town = office.divisionOf(office.ground.villages[4]?.town ?? '');
    const ofTown = (await office.see('records.due', { register: REGISTER, division: town })) as unknown as unknown[];
    expect(ofTown).toHaveLength(2 * [4, 9, 14, 19].filter((nth) => office.ground.villages[nth]?.town === office.ground.villages[4]?.town).length);
  });
  test('反馈要答复，答复写怎么改；满意率；每个社区都要有清单，没有的列出来', async () => {
    const record = await desk.open(REGISTER, '2014-08-01', { ...item, service: '晾晒点' }, { division: desk.village(-6) });
    await desk.step(REGISTER, record, 'running', '2014-10-20');
    refusedByRule(await desk.tryEntry(REGISTER, record, 'feedback', '2014-10-25', { mood: 'fair', answered: true }), '怎么改');
    await desk.entry(REGISTER, record, 'feedback', '2014-10-25', { mood: 'dissatisfied', said: '太远', answered: false });
    expect((await desk.page(REGISTER, record))['warnings'].map((one: { sentence: string }) => one.sentence)).toEqual(['有 1 条居民反馈还没有答复。']);
    expect(await desk.figure(`${REGISTER}.unanswered`, SO_FAR)).toBe(2 * 3 + 1);
    expect(await desk.figure(`${REGISTER}.satisfied`, SO_FAR)).toBe(percent(9, 16));
    const all = office.ground.villages.length;
    expect(await desk.missing(REGISTER)).toMatchObject({ all, without: all - 22 });
    expect(await desk.missing(REGISTER, '2014-03-19')).toMatchObject({ all, without: all });
    expect(await desk.figure(`${REGISTER}.villages-covered`, SO_FAR)).toBe(percent(22, all));
    expect(await desk.figure(`${REGISTER}.running`, TODAY)).toBe(60 + 2);
    expect(await desk.figure(`${REGISTER}.running`, addDays(plainDate('2014-03-20'), -1))).toBe(0);
    expect(await desk.figure(`${REGISTER}.deliveries`, { from: '2014-10-17', to: '2014-10-18' })).toBe(48);
  });
});
