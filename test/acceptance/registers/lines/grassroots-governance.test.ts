import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findDemoRecords } from '../../../../demo/records/plant-records.ts';
import { addDays, plainDate } from '../../../../src/kernel/values/plain-date.ts';
import { openRegisterOffice, type RegisterOffice } from '../register-office.ts';
import { deskOf, type Desk } from './pc-desk.ts';

let office: RegisterOffice;
let desk: Desk;
const YEAR = { from: '2014-01-01', to: '2014-11-04' };
const TODAY = { day: '2014-11-03' };

beforeAll(async () => { office = await openRegisterOffice(await findDemoRecords()); desk = deskOf(office); }, 240_000);
afterAll(() => office.close());
const village = (nth: number): string => office.ground.villages.at(nth)?.code ?? '';

describe('[S073] 难点村：问卷定类别，有人管、有措施、有期限，复核通过才解除，进出名单都说给选举', () => {
  const REGISTER = 'difficult-village';
  const answers = { teamSplit: false, cadreInquiry: false, affairsHidden: false, landDispute: true, petitions: false, clanPressure: false, gangPressure: false };
  const listing = { problemClass: 'dispute', leader: '张三', measures: '核对征地款，开村民代表会议。', deadline: '2014-12-31' };
  const events = async (): Promise<string[]> => (await office.bureau.peek<{ kind: string }>(`select kind from city.job where kind like 'event:record.village-%' and payload->>'register' = '${REGISTER}' order by id`)).map((row) => row.kind.replace('event:record.', ''));
  let record = 0;

  test('问卷给出类别；类别不符、没有问题、一轮两次，都登记不成', async () => {
    const values = { problem: '征地款没有分清', round: 2017, screenedOn: '2014-10-20', ...answers };
    record = await desk.open(REGISTER, village(-3), '2014-10-20', values);
    expect((await desk.get(REGISTER, record))['derived']['classByAnswers']).toBe('矛盾纠纷');
    expect(await desk.refusedOpen(REGISTER, village(-3), '2014-10-21', values)).toContain('这一轮已经在排查');
    expect(await desk.refusedStep(REGISTER, record, 'cleared', '2014-10-25')).toContain('不能定为不是难点村');
    expect(await desk.refusedStep(REGISTER, record, 'listed', '2014-10-25', { ...listing, problemClass: 'team' })).toContain('“矛盾纠纷”');
    expect(await desk.refusedStep(REGISTER, record, 'listed', '2014-10-25', { ...listing, deadline: '2014-10-20' })).toContain('期限要在排查日期之后');
    expect(await desk.missingAt(REGISTER, record, 'listed', '2014-10-25')).toEqual(['problemClass', 'leader', 'measures', 'deadline']);
  });
  test('列入以后：改问卷不能和类别不符；没有报请不能复核，没有通过不能解除；进出各说一次', async () => {
    const before = (await events()).length;
    await desk.step(REGISTER, record, 'listed', '2014-10-25', listing);
    expect(await desk.refusedChange(REGISTER, record, { teamSplit: true })).toContain('“综合（两类以上）”');
    expect(await desk.refusedEntry(REGISTER, record, 'reviews', '2014-10-28', { result: 'passed', reviewer: '李四' })).toContain('还没有报请复核');
    await desk.step(REGISTER, record, 'reviewing', '2014-10-28');
    expect(await desk.refusedStep(REGISTER, record, 'released', '2014-10-30')).toContain('还没有通过的复核');
    await desk.entry(REGISTER, record, 'reviews', '2014-10-29', { result: 'failed', reviewer: '李四', opinion: '款项没有公布' });
    expect(await desk.refusedStep(REGISTER, record, 'released', '2014-10-30')).toContain('还没有通过的复核');
    await desk.step(REGISTER, record, 'listed', '2014-10-30');
    await desk.step(REGISTER, record, 'reviewing', '2014-10-31');
    const review = await desk.entry(REGISTER, record, 'reviews', '2014-11-01', { result: 'passed', reviewer: '李四' });
    expect(await desk.refusedStep(REGISTER, record, 'listed', '2014-11-02')).toContain('已经通过');
    await desk.step(REGISTER, record, 'released', '2014-11-02');
    expect(await desk.refused('records.take-back-entry', { register: REGISTER, entry: review, sub: 'reviews', reason: '记错' })).toContain('不能撤回');
    expect(await desk.refused('records.correct-entry', { register: REGISTER, entry: review, sub: 'reviews', day: '2014-11-01', values: { result: 'failed', reviewer: '李四' }, reason: '记错' })).toContain('不能撤回');
    expect((await events()).slice(before)).toEqual(['village-listed', 'village-listed', 'village-released']);
  });
  test('提醒在那一天：一个月没有进展、报请半个月、期限前三十天；过了期限写在记录上', async () => {
    const late = await desk.open(REGISTER, village(-4), '2014-09-01', { problem: '班子不和', round: 2017, screenedOn: '2014-09-01', ...answers });
    await desk.step(REGISTER, late, 'listed', '2014-09-10', { ...listing, deadline: '2014-10-31' });
    await desk.entry(REGISTER, late, 'measures-taken', '2014-10-04', { done: '逐户谈话', settled: 2 });
    const page = await desk.get(REGISTER, late);
    expect(page['warnings'].map((one: { sentence: string }) => one.sentence)).toContain('整治期限是 2014-10-31，已经过了，还没有报请复核。');
    expect(desk.remindersOf(page)).toEqual([['deadline', '2014-10-31', true]]);
    await desk.entry(REGISTER, late, 'measures-taken', '2014-10-02', { done: '补记' });
    expect(desk.remindersOf(await desk.get(REGISTER, late))).toEqual([['deadline', '2014-10-31', true]]);
    await desk.step(REGISTER, late, 'reviewing', '2014-10-19');
    expect(desk.remindersOf(await desk.get(REGISTER, late))).toEqual([['review-waits', '2014-11-03', false]]);
    expect((await desk.get(REGISTER, late))['totals']).toMatchObject({ steps: 2, disputesSettled: 2, reviewsHeld: 0 });
  });
  test('数：演示里未解除四个，加这里一个；过去那天照那时；占全部村居、排查覆盖率', async () => {
    expect(await desk.figure(`${REGISTER}.standing`, TODAY)).toBe(4 + 1);
    expect(await desk.figure(`${REGISTER}.standing`, { day: '2014-10-30' })).toBe(4 + 2);
    expect(await desk.figure(`${REGISTER}.standing`, { day: '2014-06-30' })).toBe(0);
    expect(await desk.figure(`${REGISTER}.listed`, YEAR)).toBe(4 + 2);
    expect(await desk.figure(`${REGISTER}.released`, { from: '2013-01-01', to: '2014-01-01' })).toBe(10);
    expect(await desk.figure(`${REGISTER}.released`, YEAR)).toBe(1);
    expect(await desk.figure(`${REGISTER}.village-share`, YEAR)).toBe(desk.percent(5, office.ground.villages.length));
    expect(await desk.figure(`${REGISTER}.screened-share`, { from: '2013-09-01', to: '2013-10-01' })).toBe(desk.percent(12, office.ground.villages.length));
    expect(await desk.opens(`${REGISTER}.standing`, TODAY)).toBe(5);
    expect((await desk.face(REGISTER))['events']).toEqual([{ title: '列为难点村：换届选举不能进入投票', to: 'S072' }, { title: '解除难点村：换届选举可以往下走', to: 'S072' }]);
  });
});

describe('[S084 whole] 社区工作站：一个居委会归一个站，有起止日期；三个数从归站里数出来', () => {
  const LINK = 'station-committee';
  const demo = () => { const rows = office.samples.get(LINK) ?? []; return rows.filter((row) => row.states === undefined); };
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
    expect(await desk.figure(`${LINK}.committees-a-station`, YEAR)).toBe(2.33);
    expect([await desk.opens(`${LINK}.several-committee-stations`, TODAY), await desk.opens(`${LINK}.committees-of-those`, TODAY)]).toEqual([9, 21]);
    expect(await desk.figureOf(`${LINK}.several-committee-stations`)).toEqual(['sz2007-044']);
    expect(await desk.missing(LINK, '2014-11-03')).toEqual([office.ground.villages.length, office.ground.villages.length - 36]);
    expect(await desk.figure(`${LINK}.villages-share`, YEAR)).toBe(desk.percent(36, office.ground.villages.length));
  });
  test('归着一个站就不能再归一个；划出那天起归另一个；过去那天照那时数', async () => {
    const [first, second] = office.ids.get('community-station') ?? [];
    const last = office.ground.villages.filter((one) => one.town === office.ground.towns[0]?.code).at(-1)?.code ?? '';
    // it left in June; before, its station had it as well
    expect(await desk.figure(`${LINK}.committees-served`, { day: '2014-06-29' })).toBe(37);
    expect(await desk.figure(`${LINK}.committees-served`, { day: '2014-06-30' })).toBe(36);
    const link = await desk.open(LINK, last, '2014-07-10', { station: first });
    expect(await desk.refusedOpen(LINK, last, '2014-09-01', { station: second })).toContain('一个居委会只归一个站');
    await desk.step(LINK, link, 'left', '2014-09-01');
    await desk.open(LINK, last, '2014-09-01', { station: office.ids.get('community-station')?.[4] });
    // the fifth station had one committee: from that day it is 一站多居
    expect(await desk.figure(`${LINK}.several-committee-stations`, { day: '2014-08-31' })).toBe(9);
    expect(await desk.figure(`${LINK}.several-committee-stations`, { day: '2014-09-01' })).toBe(10);
    expect(await desk.figure(`${LINK}.committees-of-those`, { day: '2014-09-01' })).toBe(21 + 2);
    expect([await desk.figure(`${LINK}.came`, YEAR), await desk.figure(`${LINK}.left`, YEAR)]).toEqual([2, 2]);
    expect((await desk.get('community-station', office.ids.get('community-station')?.[4] ?? 0))['pointing'].find((one: { register: string }) => one.register === LINK)['rows']).toHaveLength(2);
  });
  test('撤并的站写并到哪个站，不再数', async () => {
    const [first, second] = office.ids.get('community-station') ?? [];
    const station = await desk.open('community-station', office.ground.towns[1]?.code ?? '', '2014-03-01', { name: '新设社区工作站', establishedOn: '2014-03-01', staff: 6 }, 'working');
    expect(await desk.figure('community-station.new', YEAR)).toBe(1);
    expect(await desk.missingAt('community-station', station, 'merged', '2014-10-01')).toEqual(['mergedInto']);
    await desk.step('community-station', station, 'merged', '2014-10-01', { mergedInto: first ?? second });
    expect([await desk.figure('community-station.stations', { day: '2014-09-30' }), await desk.figure('community-station.stations', { day: '2014-10-01' })]).toEqual([25, 24]);
  });
});

describe('[S086 whole] 社区工作者培训：名额到镇街，报名、到课、考试、证书；一年多少人、人均多少学时', () => {
  const REGISTER = 'community-worker-training';
  const [a, b] = [() => office.ground.towns[0]?.code ?? '', () => office.ground.towns[1]?.code ?? ''];
  const who = (n: number) => office.ground.person(8900 + n, 30 + n);
  let record = 0;

  test('名额不超计划，报名不超本镇街名额，没有名额的报不上', async () => {
    record = await desk.open(REGISTER, office.ground.city, '2014-09-01', { name: '网格员培训班', topic: 'governance', startsOn: '2014-10-20', endsOn: '2014-10-21', hours: '12', seats: 3, passMark: '60' });
    await desk.entry(REGISTER, record, 'quotas', '2014-09-01', { town: a(), places: 2 });
    expect(await desk.refusedEntry(REGISTER, record, 'quotas', '2014-09-01', { town: b(), places: 2 })).toContain('超过计划人数');
    await desk.entry(REGISTER, record, 'enrolment', '2014-09-05', { town: a(), post: 'grid' }, who(1));
    expect(await desk.refusedEntry(REGISTER, record, 'enrolment', '2014-09-05', { town: b(), post: 'grid' }, who(2))).toContain('没有分到名额');
    const given = await desk.entry(REGISTER, record, 'quotas', '2014-09-02', { town: b(), places: 1 });
    await desk.entry(REGISTER, record, 'enrolment', '2014-09-06', { town: b(), post: 'grid' }, who(2));
    expect(await desk.refusedEntry(REGISTER, record, 'enrolment', '2014-09-06', { town: b(), post: 'committee' }, who(3))).toContain('名额');
    expect(await desk.refused('records.correct-entry', { register: REGISTER, entry: given, sub: 'quotas', day: '2014-09-02', values: { town: b(), places: 0 }, reason: '收回' })).toContain('不能少于 1 人');
    expect((await office.act('records.add-entry', { register: REGISTER, record, sub: 'enrolment', day: '2014-09-07', values: { town: a(), post: 'grid' }, person: who(1) })).body['code']).toBe('record.entry-twice');
  });
  test('没有报名不能签到，不在班期不能签到，不合格不发证，学时不多记；提醒在开班前两周', async () => {
    const soon = await desk.open(REGISTER, office.ground.city, '2014-09-01', { name: '下一班', topic: 'other', startsOn: '2014-11-17', seats: 10 });
    expect(desk.remindersOf(await desk.get(REGISTER, soon))).toEqual([['starts', '2014-11-17', false]]);
    const later = await desk.open(REGISTER, office.ground.city, '2014-09-01', { name: '再下一班', topic: 'other', startsOn: '2014-11-18', seats: 10 });
    expect(desk.remindersOf(await desk.get(REGISTER, later))).toEqual([]);
    await desk.step(REGISTER, record, 'held', '2014-10-20');
    const came = { came: true, creditHours: '6' };
    expect(await desk.refusedEntry(REGISTER, record, 'attendance', '2014-10-20', came, who(3))).toContain('没有报名');
    expect(await desk.refusedEntry(REGISTER, record, 'attendance', '2014-10-22', came, who(1))).toContain('培训期间');
    expect(await desk.refusedEntry(REGISTER, record, 'attendance', '2014-10-20', { came: true, creditHours: '12.5' }, who(1))).toContain('12 学时');
    expect(await desk.refusedEntry(REGISTER, record, 'attendance', '2014-10-20', { came: false, creditHours: '6' }, who(1))).toContain('没有到课');
    await desk.entry(REGISTER, record, 'attendance', '2014-10-20', came, who(1));
    expect(await desk.refusedEntry(REGISTER, record, 'attendance', '2014-10-21', { ...came, score: '59.5', certificate: 'W1' }, who(1))).toContain('合格分');
    await desk.entry(REGISTER, record, 'attendance', '2014-10-21', { ...came, score: '60', certificate: 'W1' }, who(1));
    await desk.entry(REGISTER, record, 'attendance', '2014-10-20', came, who(2));
    expect((await desk.get(REGISTER, record))['totals']).toMatchObject({ placesGiven: 3, enrolled: 2, attended: 3, persons: 2, creditTotal: 18 });
  });
  test('一年：同一个人几班算一名，学时合计 ÷ 人数；目标和完成；一人的学时从他那里看', async () => {
    const demo = (office.samples.get(REGISTER) ?? []).flatMap((row) => row.entries?.['attendance'] ?? []).filter((one) => one.values['came'] === true);
    const persons = new Set(demo.map((one) => one.person?.idNumber));
    expect([demo.length, persons.size]).toEqual([85, new Set(demo.map((one) => one.person?.idNumber)).size]);
    expect(persons.size).toBeLessThan(demo.length);
    expect(await desk.figure(`${REGISTER}.persons`, YEAR)).toBe(persons.size + 2);
    expect(await desk.figure(`${REGISTER}.person-times`, YEAR)).toBe(demo.length + 3);
    expect(await desk.figure(`${REGISTER}.hours-a-person`, YEAR)).toBe(Math.round(((demo.length * 14 + 18) / (persons.size + 2)) * 10) / 10);
    expect(await desk.figure(`${REGISTER}.certificates`, YEAR)).toBe(demo.filter((one) => one.values['certificate'] !== undefined).length + 1);
    expect(await desk.figure(`${REGISTER}.persons`, { from: '2014-01-01', to: '2014-02-01' })).toBe(17);
    expect(await desk.opens(`${REGISTER}.persons`, YEAR)).toBe(persons.size + 2);
    expect(await desk.figureOf(`${REGISTER}.persons`)).toEqual(['sz2007-050']);
    expect(await desk.target(REGISTER, 'persons', 1000)).toEqual([1000, persons.size + 2]);
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
    const record = await desk.open(REGISTER, village(-5), '2014-08-01', item);
    expect((await office.act('records.open', { register: REGISTER, division: office.divisionOf(village(-5)), openedOn: '2014-08-01', values: { ...item, cycleMonths: 13 } })).status).toBe(400);
    expect(await desk.refusedEntry(REGISTER, record, 'deliveries', '2014-08-05', { served: 3 })).toContain('没有在开展');
    await desk.step(REGISTER, record, 'running', '2014-09-03');
    expect(desk.remindersOf(await desk.get(REGISTER, record))).toEqual([['next', '2014-10-03', true]]);
    await desk.entry(REGISTER, record, 'deliveries', '2014-10-03', { served: 12 });
    let page = await desk.get(REGISTER, record);
    expect([page['derived'], desk.remindersOf(page), page['warnings']]).toEqual([{ nextDue: '2014-11-03' }, [['next', '2014-11-03', false]], []]);
    await office.done('records.change', { register: REGISTER, record, seen: page['seen'], from: '2014-11-01', values: { cycleMonths: 3 }, reason: '改为每季' });
    page = await desk.get(REGISTER, record);
    expect([page['derived'], desk.remindersOf(page)]).toEqual([{ nextDue: '2015-01-03' }, []]);
    const late = await desk.open(REGISTER, village(-5), '2014-08-01', { ...item, service: '修理日' });
    await desk.step(REGISTER, late, 'running', '2014-08-01');
    await desk.entry(REGISTER, late, 'deliveries', '2014-09-30', { served: 9 });
    page = await desk.get(REGISTER, late);
    expect(page['derived']).toEqual({ nextDue: '2014-10-30', overdueDays: 4 });
    expect(page['warnings'][0]['sentence']).toContain('已经过了 4 天');
    await desk.step(REGISTER, late, 'paused', '2014-11-02');
    expect(desk.remindersOf(await desk.get(REGISTER, late))).toEqual([]);
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
    const record = await desk.open(REGISTER, village(-6), '2014-08-01', { ...item, service: '晾晒点' });
    await desk.step(REGISTER, record, 'running', '2014-10-20');
    expect(await desk.refusedEntry(REGISTER, record, 'feedback', '2014-10-25', { mood: 'fair', answered: true })).toContain('怎么改');
    await desk.entry(REGISTER, record, 'feedback', '2014-10-25', { mood: 'dissatisfied', said: '太远', answered: false });
    expect((await desk.get(REGISTER, record))['warnings'].map((one: { sentence: string }) => one.sentence)).toEqual(['有 1 条居民反馈还没有答复。']);
    expect(await desk.figure(`${REGISTER}.unanswered`, YEAR)).toBe(2 * 3 + 1);
    expect(await desk.figure(`${REGISTER}.satisfied`, YEAR)).toBe(desk.percent(9, 16));
    const all = office.ground.villages.length;
    expect(await desk.missing(REGISTER, '2014-11-03')).toEqual([all, all - 22]);
    expect(await desk.missing(REGISTER, '2014-03-19')).toEqual([all, all]);
    expect(await desk.figure(`${REGISTER}.villages-covered`, YEAR)).toBe(desk.percent(22, all));
    expect(await desk.figure(`${REGISTER}.running`, TODAY)).toBe(60 + 2);
    expect(await desk.figure(`${REGISTER}.running`, { day: addDays(plainDate('2014-03-20'), -1) })).toBe(0);
    expect(await desk.figure(`${REGISTER}.deliveries`, { from: '2014-10-17', to: '2014-10-18' })).toBe(48);
  });
});
