import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDemoRecords } from '../../../../demo/records/plant-records.ts';
import type { Values } from '../../../../src/kernel/contract/register.ts';
import type { DemoRecord } from '../../../../src/kernel/records/demo-records.ts';
import type { Wire } from '../../../harness/bureau.ts';
import { Desk, percent, refused, refusedByRule, SO_FAR, sumOf, TODAY } from '../register-desk.ts';
import { openRegisterOffice, type RegisterOffice } from '../register-office.ts';

/** 优抚双拥: each row walked clause by clause from its keeper's chair, with the numbers of the demo worked out apart. */
let office: RegisterOffice;
let desk: Desk;

beforeAll(async () => { office = await openRegisterOffice(await findDemoRecords()); desk = new Desk(office); }, 240_000);
afterAll(() => office.close());

/** A demo record with what its states wrote. */
const lastOf = (one: DemoRecord): Values => Object.assign({}, one.values, ...(one.states ?? []).map((state) => state.values ?? {})) as Values;

test('[S164 whole] 退役军人招聘会：单位、职位、应聘、录用；公益性岗位有人上岗、按月补贴', async () => {
  const fair = 'veteran-job-fair';
  expect([await desk.figure(`${fair}.posts`, 2013), await desk.figure(`${fair}.posts`, SO_FAR)]).toEqual([600, 1050]);
  const record = await desk.open(fair, '2014-10-08', { name: '秋季专场', heldOn: '2014-10-25', place: '人力资源市场', expectedPosts: 20 });
  refusedByRule(await desk.tryEntry(fair, record, 'employers', '2014-10-24', { employer: '恒达', posts: 1 }), '2014-10-25');
  await desk.entry(fair, record, 'employers', '2014-10-25', { employer: '恒达', posts: 1 });
  refused(await desk.tryEntry(fair, record, 'employers', '2014-10-25', { employer: '恒达', posts: 9 }), 'record.entry-twice');
  const [one, two] = [office.ground.person(61_001, 24), office.ground.person(61_002, 26)];
  refusedByRule(await desk.tryEntry(fair, record, 'applications', '2014-10-25', { employer: '恒达', outcome: 'hired' }, one), '录用日期');
  await desk.entry(fair, record, 'applications', '2014-10-25', { employer: '恒达', outcome: 'hired', hiredOn: '2014-10-30' }, one);
  await desk.entry(fair, record, 'applications', '2014-10-25', { employer: '永丰', outcome: 'applied' }, one);
  const second = { employer: '永丰', outcome: 'hired', hiredOn: '2014-10-30' };
  refusedByRule(await desk.tryEntry(fair, record, 'applications', '2014-10-25', second, two), '超过提供的职位');
  await desk.entry(fair, record, 'employers', '2014-10-25', { employer: '永丰', posts: 20 });
  await desk.entry(fair, record, 'applications', '2014-10-25', second, two);
  expect(await desk.page(fair, record)).toMatchObject({ totals: { employers: 2, postsOffered: 21, applicants: 2, hires: 2 }, derived: { hireRate: 100 } });
  await desk.step(fair, record, 'held', '2014-10-25', { participants: 120 });
  expect([await desk.figure(`${fair}.held`, { from: '2014-01-01', to: '2014-10-25' }), await desk.figure(`${fair}.held`, SO_FAR), await desk.figure(`${fair}.posts`, SO_FAR), await desk.figure(`${fair}.hired`, SO_FAR)]).toEqual([2, 3, 1071, 10]);
  expect(await desk.target(fair, 'posts', 2014, 1000)).toMatchObject({ planned: 1000, actual: 1071 });

  const post = 'public-interest-post';
  const before = await desk.figure(`${post}.in-post`, TODAY);
  const vacant = await desk.open(post, '2014-09-20', { post: '社区巡防员', organisation: desk.nth('organisation', 3) });
  expect(await desk.reminders(post, vacant)).toEqual({ vacant: '2014-10-20 overdue' });
  const filled = { startsOn: '2014-09-25', endsOn: '2015-09-24', subsidyMonthly: 60_000, veteranKind: 'war' };
  refused(await desk.tryStep(post, vacant, 'filled', '2014-09-25', filled), 'record.person-needed');
  await desk.step(post, vacant, 'filled', '2014-09-25', filled, { person: one });
  refused(await desk.tryOpen(post, '2014-10-01', { post: '空着的', organisation: desk.nth('organisation', 3), ...filled }, { state: 'filled' }), 'record.person-needed');
  expect(await desk.figure(`${post}.in-post`, TODAY)).toBe(before + 1);
  expect(await desk.figure(`${post}.in-post`, '2014-09-24')).toBe(before);
  const person = (await desk.page(post, vacant))['person'];
  const his = await office.see('records.of-person', { person: person['id'] }) as unknown as Wire[];
  expect(his.map((line) => [line['register'], line['note']])).toEqual(expect.arrayContaining([[post, ''], [fair, '应聘 2 次']]));
  const pay = (month: string, amount = 60_000) => desk.tryEntry(post, vacant, 'subsidies', `${month}-28`, { month, amount });
  refusedByRule(await pay('2014-08'), '才上岗');
  refusedByRule(await pay('2014-09', 60_001), '超过了每月标准');
  expect((await pay('2014-09')).status).toBe(200);
  refused(await pay('2014-09'), 'record.entry-twice');
  expect(await desk.reminders(post, vacant)).toEqual({ subsidy: '2014-10-28 overdue' });
  await desk.step(post, vacant, 'left', '2014-10-31', { leftOn: '2014-10-31', leaving: 'job' });
  expect((await pay('2014-10')).status).toBe(200);
  refusedByRule(await pay('2014-11'), '2014-10 为止');
  expect(await desk.figure(`${post}.in-post`, TODAY)).toBe(before);
  expect(await desk.figure(`${post}.subsidies`, SO_FAR)).toBe(sumOf(desk.sampleEntries(post, 'subsidies', SO_FAR).map((entry) => entry.values['amount'])) / 100 + 1200);
}, 90_000);

test('[S167 whole] 随军家属：按部队和军人列、三种安置、补贴按月发到安置为止、待安置和已安置人数', async () => {
  const family = 'accompanying-family';
  expect(await desk.figures(family, ['waiting', 'placed'], TODAY)).toEqual([13, 27]);
  expect(await desk.statistic(`${family}.placement-rate`, SO_FAR)).toMatchObject({ weight: 40, value: 67.5 });
  expect(await desk.figures(family, ['waiting', 'placed'], '2014-06-30')).toEqual([37, 0]);
  const ofUnit = await desk.list(family, { filters: [{ field: 'unitName', is: '驻市某部2分队' }], sort: { by: 'soldier' } });
  expect(ofUnit['total']).toMatchObject({ count: 8 });
  const soldier = ofUnit['rows'][0]['values']['soldier'] as string;
  expect((await desk.list(family, { filters: [{ field: 'soldier', is: soldier }] }))['rows'].map((row: Wire) => row['values']['soldier'])).toContain(soldier);
  expect((await desk.stock(family, 'wish'))['assigned']).toBeGreaterThan(0);
  refused(await office.bureau.act(await office.bureau.at('town-clerk', '442000'), 'records.take-back', { register: family, record: desk.nth(family, 0), seen: 1, reason: '试' }), 'record.no-register');

  const values = { unitName: '某部7分队', soldier: '陆志强', approvedOn: '2014-08-20', skill: '会计', wish: 'recruited', policy: desk.nth('accompanying-family-policy', 1), subsidyMonthly: 50_000 };
  const wife = await desk.open(family, '2014-08-20', values, { person: office.ground.person(61_010, 31) });
  const pay = (record: number, month: string, amount = 50_000) => desk.tryEntry(family, record, 'subsidies', '2014-10-05', { month, amount });
  refusedByRule(await pay(wife, '2014-07'), '才批准随军');
  refusedByRule(await pay(wife, '2014-08', 50_001), '每月标准');
  for (const month of ['2014-08', '2014-09']) expect((await pay(wife, month)).status).toBe(200);
  refused(await pay(wife, '2014-09'), 'record.entry-twice');
  expect(await desk.reminders(family, wife)).toEqual({});
  expect(await desk.figure(`${family}.waiting`, TODAY)).toBe(14);
  refusedByRule(await desk.tryChange(family, wife, '2014-10-10', { placedOn: '2014-10-10' }), '转“已安置”');
  refusedByRule(await desk.tryStep(family, wife, 'placed', '2014-10-10', { placement: 'recruited', placedOn: '2014-10-10' }), '安置单位');
  refusedByRule(await desk.tryStep(family, wife, 'placed', '2014-10-10', { placement: 'self-employed', placedOn: '2014-10-10' }), '扶持金额');
  await desk.step(family, wife, 'placed', '2014-10-10', { placement: 'self-employed', placedOn: '2014-10-10', startUpAid: 800_000 });
  expect((await pay(wife, '2014-10')).status).toBe(200);
  refusedByRule(await pay(wife, '2014-11'), '不再发生活补贴');
  expect(await desk.page(family, wife)).toMatchObject({ totals: { subsidyMonths: 3, subsidyPaid: 150_000, lastMonth: '2014-10' }, derived: { waitedMonths: 1 } });
  expect([await desk.figure(`${family}.waiting`, TODAY), await desk.figure(`${family}.placed`, TODAY), await desk.figure(`${family}.placed`, '2014-10-09')]).toEqual([13, 28, 27]);
  const kinds = await Promise.all(['assigned', 'recruited', 'self-employed'].map((kind) => desk.figure(`${family}.placed-${kind}`, SO_FAR)));
  expect(sumOf(kinds)).toBe(28);
  expect(await desk.figure(`${family}.start-up-aid`, SO_FAR)).toBe(sumOf(desk.samples(family).map((one) => lastOf(one)['startUpAid'])) / 100 + 8000);
  expect(await desk.target(family, 'placed', 2014, 30)).toMatchObject({ planned: 30, actual: 28 });

  const other = await desk.open(family, '2014-03-03', { ...values, approvedOn: '2014-03-03' }, { person: office.ground.person(61_011, 29) });
  expect(await desk.reminders(family, other)).toEqual({ subsidy: '2014-04-03 overdue', 'waiting-long': '2014-08-30 overdue' });
  refused(await desk.tryStep(family, other, 'gone', '2014-09-15'), 'input.invalid', '放弃、离开日期');
  await desk.step(family, other, 'gone', '2014-09-15', { stoppedOn: '2014-09-15' });
  expect((await pay(other, '2014-09')).status).toBe(200);
  refusedByRule(await pay(other, '2014-10'), '不再等安置');

  const policy = 'accompanying-family-policy';
  expect(await desk.figure(`${policy}.promulgated`, SO_FAR)).toBe(2);
  await desk.open(policy, '2014-11-01', { name: '补登的文件', promulgatedOn: '2013-12-30', rules: ['assign'] });
  expect([await desk.figure(`${policy}.promulgated`, SO_FAR), await desk.figure(`${policy}.promulgated`, 2013)]).toEqual([2, 1]);
}, 90_000);

test('[S168 whole] 军供：通报的车次人数餐数、备勤检查、实际接待、按年按类的人次', async () => {
  const [task, clerk] = ['military-supply-task', 'special-care-clerk'] as const;
  const served = desk.samples(task).map(lastOf).filter((one) => one['servedPeople'] !== undefined && String(one['arrivesOn']) >= '2014');
  expect(await desk.figure(`${task}.people`, SO_FAR, clerk)).toBe(sumOf(served.map((one) => one['servedPeople'])));
  const kinds = async (): Promise<number[]> => desk.figures(task, ['recruits', 'passing', 'veterans', 'support'], SO_FAR, clerk);
  const before = await kinds();
  expect(before[0]).toBe(sumOf(served.filter((one) => one['kind'] === 'recruits').map((one) => one['servedPeople'])));
  expect([before.every((people) => people >= 0), sumOf(before)]).toEqual([true, await desk.figure(`${task}.people`, SO_FAR, clerk)]);

  const plan = (planNumber: string, arrivesOn: string) => desk.open(task, '2014-10-08', { planNumber, kind: 'recruits', arrivesOn, train: 'K字头专列', unitName: '某团', plannedPeople: 400, plannedMeals: 2 });
  const [soon, later] = [await plan('试1号', '2014-11-06'), await plan('试2号', '2014-11-07')];
  expect([await desk.reminders(task, soon), await desk.reminders(task, later)]).toEqual([{ arriving: '2014-11-06' }, {}]);
  const listed = await desk.list(task, { text: '试1号' });
  expect(listed['rows'][0]['values']['train']).not.toBe('K字头专列');

  const now = await plan('试3号', '2014-10-28');
  refusedByRule(await desk.tryStep(task, now, 'ready', '2014-10-26'), '还没有查人员、主副食、食品卫生');
  const check = (subject: string, outcome: string) => desk.entry(task, now, 'readiness', '2014-10-26', { subject, outcome });
  await check('staff', 'ready');
  const food = await check('food', 'short');
  await check('hygiene', 'ready');
  refusedByRule(await desk.tryStep(task, now, 'ready', '2014-10-26'), '未补齐');
  await desk.correct(task, 'readiness', food, '2014-10-26', { subject: 'food', outcome: 'filled' });
  await desk.step(task, now, 'ready', '2014-10-26');
  for (const meal of ['lunch', 'supper']) await desk.entry(task, now, 'meals', '2014-10-28', { meal, people: 402, cost: 480_000 });
  await desk.step(task, now, 'served', '2014-10-28', { servedPeople: 402, charge: 960_000 });
  expect(await desk.warnings(task, now)).toContain('多于通报人数');
  refusedByRule(await desk.tryStep(task, now, 'settled', '2014-10-30', { chargePaid: 900_000 }), '不能记为结清');
  await desk.step(task, now, 'settled', '2014-10-30', { chargePaid: 960_000 });
  expect(await kinds()).toEqual([(before[0] ?? 0) + 402, ...before.slice(1)]);
  expect(await desk.figure(`${task}.people`, { from: '2014-01-01', to: '2014-10-28' }, clerk)).toBe(sumOf(served.map((one) => one['servedPeople'])));
  expect(await desk.page(task, now)).toMatchObject({ totals: { mealsServed: 2, mealPeople: 804, cost: 960_000 }, derived: { servedRatio: 100.5 } });

  const rushed = await plan('试4号', '2014-10-15');
  await desk.step(task, rushed, 'served', '2014-10-15', { servedPeople: 10, charge: 12_000 });
  expect(await desk.warnings(task, rushed)).toContain('备勤检查还没有查');
  expect(await desk.reminders(task, rushed)).toEqual({ unsettled: '2014-10-30 overdue' });
}, 90_000);

test('[S169 whole] 烈士、纪念设施分级和维护、公祭方案、瞻仰人次、网上祭扫先审后见', async () => {
  const [site, martyr, ceremony] = ['memorial-site', 'martyr', 'memorial-ceremony'] as const;
  expect([await desk.stock(site, 'grade'), await desk.stock(site, 'grade', '1960-01-01')]).toEqual([{ city: 1, county: 2, none: 5 }, { city: 1 }]);
  expect(await desk.figure(`${site}.upkeep-cost`, SO_FAR)).toBe(sumOf(desk.sampleEntries(site, 'upkeep', SO_FAR).map((entry) => entry.values['cost'])) / 100);
  expect(await desk.warnings(site, desk.nth(site, 5))).toContain('问题还没有处理');
  refusedByRule(await desk.tryEntry(site, desk.nth(site, 0), 'upkeep', '2014-10-20', { kind: 'rebuild', settled: true }), '批准文号');
  expect([await desk.reminders(site, desk.nth(site, 3)), await desk.reminders(site, await desk.open(site, '2014-08-03', { name: '新立纪念碑', kind: 'stele', grade: 'none' }, { state: 'open' }))]).toEqual([{}, { inspect: '2014-11-03' }]);
  refusedByRule(await desk.tryOpen(martyr, '2014-10-20', { name: '林某', birthYear: 1920, fellYear: 1919 }), '不能早于出生年');
  const fallen = await desk.open(martyr, '2014-10-20', { name: '林某', birthYear: 1920, fellYear: 1944, site: desk.nth(site, 4) });
  const clerk = await office.bureau.at('special-care-clerk', '442000');
  expect((await office.bureau.see(clerk, 'records.get', { register: site, record: desk.nth(site, 4) }))['pointing'].flatMap((one: Wire) => one['rows']).map((row: Wire) => row['id'])).toContain(fallen);
  expect(await desk.figure(`${martyr}.listed`, TODAY)).toBe(41);

  const people = await desk.figure(`${site}.visitors`, SO_FAR);
  expect(people).toBe(sumOf(desk.sampleEntries(site, 'visitors', SO_FAR).map((entry) => entry.values['people'])));
  await desk.entry(site, desk.nth(site, 0), 'visitors', '2014-10-12', { visitorKind: 'students', people: 320 });
  refused(await desk.tryEntry(site, desk.nth(site, 0), 'visitors', '2014-10-12', { visitorKind: 'students', people: 5 }), 'record.entry-twice');
  expect(await desk.figure(`${site}.visitors`, SO_FAR)).toBe(people + 320);

  const shown = await desk.figure(`${site}.tributes`, SO_FAR);
  const tribute = await desk.entry(site, desk.nth(site, 2), 'tributes', '2014-11-01', { words: '永垂不朽', verdict: 'waiting' });
  expect([await desk.figure(`${site}.tributes`, SO_FAR), (await desk.reminders(site, desk.nth(site, 2)))['tribute']]).toEqual([shown, '2014-11-01 overdue']);
  refusedByRule(await desk.tryCorrect(site, 'tributes', tribute, '2014-11-01', { words: '永垂不朽', verdict: 'shown' }), '审核人');
  refusedByRule(await desk.tryCorrect(site, 'tributes', tribute, '2014-11-01', { words: '永垂不朽', verdict: 'hidden', moderator: '值班员' }), '理由');
  await desk.correct(site, 'tributes', tribute, '2014-11-01', { words: '永垂不朽', verdict: 'shown', moderator: '值班员' });
  expect([await desk.figure(`${site}.tributes`, SO_FAR), (await desk.reminders(site, desk.nth(site, 2)))['tribute']]).toEqual([shown + 1, undefined]);

  const plan = (heldOn: string) => desk.open(ceremony, '2014-09-20', { name: `${heldOn}公祭`, occasion: 'anniversary', heldOn, site: desk.nth(site, 0), hostLevel: 'city' });
  const past = await plan('2014-10-20');
  const approve = (more: object = {}) => desk.tryStep(ceremony, past, 'approved', '2014-10-08', { approvalPaper: '府办40号', expected: 900, capacity: 800, ...more });
  refusedByRule(await approve(), '方案还缺仪程、参加人员、交通和安全警卫分工、医疗保障分工');
  await desk.entry(ceremony, past, 'sequence', '2014-09-22', { step: 1, rite: '奏唱国歌', minutes: 3 });
  refused(await desk.tryEntry(ceremony, past, 'sequence', '2014-09-22', { step: 1, rite: '默哀' }), 'record.entry-twice');
  await desk.entry(ceremony, past, 'guests', '2014-09-22', { guestKind: 'kin', people: 20 });
  for (const duty of ['security', 'medical']) await desk.entry(ceremony, past, 'duties', '2014-09-22', { duty, unit: '市公安局', ready: duty === 'security' });
  refusedByRule(await approve(), '超过现场容量');
  refused(await approve({ capacity: null }), 'input.invalid', '现场容量');
  expect((await approve({ expected: 700 })).status).toBe(200);
  expect(await desk.warnings(ceremony, past)).toContain('分工没有落实');
  refusedByRule(await desk.tryChange(ceremony, past, '2014-10-10', { expected: 900 }), '超过现场容量');
  expect(await desk.figures(ceremony, ['held', 'participants'], SO_FAR)).toEqual([2, 560 + 680 - 24]);
  await desk.step(ceremony, past, 'held', '2014-10-20', { participants: 640 });
  expect(await desk.figures(ceremony, ['held', 'participants', 'martyrs-day'], SO_FAR)).toEqual([3, 560 + 680 - 24 + 640, 1]);
  expect([await desk.reminders(ceremony, await plan('2014-12-03')), await desk.reminders(ceremony, await plan('2014-12-04'))]).toEqual([{ plan: '2014-12-03' }, {}]);
}, 90_000);

test('[S171 whole] 社会化拥军：协议的双方、内容、期限，协议下的活动和款物，续签提醒，按年按类的签约数', async () => {
  const pact = 'army-support-agreement';
  expect(await desk.figure(`${pact}.chambers-signed`, SO_FAR)).toBe(7);
  const kinds = async (period: { from: string; to: string }): Promise<number[]> => Promise.all(['chamber', 'trade-association', 'enterprise', 'social-organisation', 'other'].map((kind) => desk.figure(`${pact}.signed-${kind}`, period)));
  expect([await kinds(SO_FAR), await kinds({ from: '2012-01-01', to: '2013-01-01' })]).toEqual([[3, 4, 6, 0, 0], [0, 0, 0, 4, 0]]);
  expect(await desk.figure(`${pact}.aid`, SO_FAR)).toBe(sumOf(desk.sampleEntries(pact, 'activities', SO_FAR).map((entry) => entry.values['aid'])) / 100);
  const sign = (more: object, on = '2014-01-03') => desk.tryOpen(pact, on, { name: `共建${JSON.stringify(more)}`, organisation: desk.nth('organisation', 18), partyKind: 'enterprise', unitName: '某部9分队', items: ['visits'], signedOn: '2014-01-03', startsOn: '2014-01-03', endsOn: '2015-01-02', ...more });
  refusedByRule(await sign({ startsOn: '2014-01-02' }), '不能早于签订日期');
  refusedByRule(await sign({ endsOn: '2014-01-03' }), '在开始日期之后');
  const record = (await sign({})).body['record'] as number;
  const later = (await sign({ endsOn: '2015-01-03' })).body['record'] as number;
  expect([(await desk.reminders(pact, record))['renew'], (await desk.reminders(pact, later))['renew']]).toEqual(['2015-01-02', undefined]);
  expect((await desk.reminders(pact, record))['quiet']).toBe('2014-07-03 overdue');
  const act = (day: string, item: string) => desk.tryEntry(pact, record, 'activities', day, { item, people: 40, aid: 300_000 });
  refusedByRule(await act('2014-10-10', 'jobs'), '不在约定内容里');
  refusedByRule(await act('2014-01-02', 'visits'), '不在协议期');
  expect((await act('2014-10-10', 'visits')).status).toBe(200);
  expect(await desk.page(pact, record)).toMatchObject({ totals: { activities: 1, beneficiaries: 40, aidTotal: 300_000 }, derived: { daysLeft: 60 } });
  await desk.change(pact, record, '2014-11-01', { endsOn: '2017-01-02', renewals: 1 });
  expect(await desk.reminders(pact, record)).toEqual({});
  expect((await sign({ signedOn: '2013-05-06', startsOn: '2013-05-06', endsOn: '2016-05-05', partyKind: 'chamber' }, '2014-11-02')).status).toBe(200);
  expect([await kinds(SO_FAR), await kinds({ from: '2013-01-01', to: '2014-01-01' })]).toEqual([[3, 4, 8, 0, 0], [1, 0, 0, 0, 0]]);
  expect([await desk.figure(`${pact}.chambers-signed`, SO_FAR), await desk.figure(`${pact}.chambers-signed`, 2013)]).toEqual([7, 1]);
  expect(await desk.figure(`${pact}.running`, '2013-06-30')).toBe(4);
  expect(await desk.target(pact, 'signed', 2014, 12)).toMatchObject({ planned: 12, actual: 15 });
}, 90_000);

test('[S174 whole] 优抚社工：计划、跟进；平台抽样、留答卷、知晓率和满意率带样本量；低分自动列入回访并提醒', async () => {
  const [plan, survey] = ['special-care-plan', 'special-care-survey'] as const;
  const clerk = await office.bureau.at('special-care-clerk', '442000');
  const act = (door: string, body: object) => office.bureau.act(clerk, `special-care-social-work.${door}`, body);
  const read = (record: number): Promise<Wire> => office.bureau.see(clerk, 'special-care-social-work.get-survey', { record });

  expect([await desk.figure(`${plan}.serving`, TODAY), await desk.figure(`${plan}.persons`, TODAY), await desk.figure(`${plan}.closed`, SO_FAR)]).toEqual([38, 32, 8]);
  const old = office.ground.person(61_020, 78);
  const case_ = await desk.open(plan, '2014-09-01', { name: '试个案', kind: 'case', worker: '马社工', goals: '每月探访', startsOn: '2014-09-01', dueOn: '2014-11-17', plannedVisits: 4 }, { person: old });
  expect(await desk.reminders(plan, case_)).toEqual({ 'follow-up': '2014-10-01 overdue', closing: '2014-11-17' });
  refusedByRule(await desk.tryStep(plan, case_, 'closed', '2014-10-31', { outcome: 'reached', closing: '好转' }), '还没有跟进记录');
  await desk.entry(plan, case_, 'follow-ups', '2014-10-06', { way: 'visit', did: '探访', policyTold: true, next: '2014-11-01' });
  expect(await desk.page(plan, case_)).toMatchObject({ totals: { followUps: 1, policyTalks: 1 }, derived: { progress: 25 } });
  expect(await desk.warnings(plan, case_)).toContain('说好2014-11-01跟进');

  // that of 2013 was drawn on paper: rates with what they are over
  const asked = desk.sampleEntries(survey, 'answers', { from: '2013-01-01', to: '2014-01-01' }).map((entry) => entry.values).filter((one) => one['reply'] === 'answered');
  const last = { from: '2013-01-01', to: '2014-01-01' };
  const share = (part: number): number => percent(part, asked.length);
  expect(await desk.statistic(`${survey}.awareness`, last)).toMatchObject({ weight: asked.length, value: share(asked.filter((one) => one['aware'] === true).length) });
  expect(await desk.statistic(`${survey}.satisfaction`, last)).toMatchObject({ weight: asked.length, value: share(asked.filter((one) => Number(one['score']) >= 7).length) });
  expect([await desk.figure(`${survey}.sample`, last), asked.length]).toEqual([60, 57]);

  const year = desk.nth(survey, 1);
  expect(await desk.reminders(survey, year)).toEqual({ draw: '2014-11-03' });
  const draw = async (record: number) => act('draw-sample', { record, seen: (await desk.page(survey, record))['seen'] });
  refusedByRule(await desk.tryEntry(survey, year, 'answers', '2014-11-03', { reply: 'waiting', followUp: 'none' }, old), '名单由平台抽出');
  refusedByRule(await desk.tryStep(survey, year, 'asking', '2014-11-03', { population: 50, seed: 'ab', drawnOn: '2014-11-03' }), '不能另加');
  const lines = { surveyYear: 2014, scale: 10, contentFrom: 7, lowUpTo: 4, followWithin: 20, fieldFrom: '2014-11-03' };
  refused(await draw(await desk.open(survey, '2014-10-30', { name: '抽得太多', sampleSize: 58, ...lines })), 'special-care-survey.too-few', '57');
  expect((await draw(year)).body).toMatchObject({ population: 57, size: 20 });
  refused(await draw(year), 'special-care-survey.drawn');
  const page = await desk.page(survey, year);
  expect(page).toMatchObject({ state: 'asking', values: { population: 57, sampleSize: 20, drawnOn: '2014-11-03' }, totals: { sampled: 20, unasked: 20, answers: 0 } });
  expect(page['values']['seed']).toMatch(/^[0-9a-f]{64}$/);
  for (const changed of [{ seed: 'ab' }, { sampleSize: 21 }, { lowUpTo: 2 }]) refusedByRule(await desk.tryChange(survey, year, '2014-11-03', changed), '不能再变更');
  refusedByRule(await desk.tryEntry(survey, year, 'answers', '2014-11-03', { reply: 'waiting', followUp: 'none' }, office.ground.person(61_099, 70)), '不能另加');
  const drawn = (await read(year))['survey'];
  expect(drawn['lines']).toHaveLength(20);
  refusedByRule(await desk.tryTakeBackEntry(survey, 'answers', drawn['lines'][0]['entry']), '也不能撤下');
  // whoever leaves or enters the register later changes nothing of the draw
  await desk.step(plan, case_, 'closed', '2014-11-03', { outcome: 'reached', closing: '好转' });
  await desk.open(plan, '2014-11-03', { name: '后来的', kind: 'case', worker: '马社工', goals: '探访', startsOn: '2014-11-03' }, { person: office.ground.person(61_021, 80) });
  expect((await read(year))['survey']['again']).toEqual({ population: 57, same: 20, of: 20 });

  const [first, second, third, ...others] = drawn['lines'].map((line: Wire) => line['entry']) as number[];
  refused(await act('record-answer', { entry: first, day: '2014-11-04', reply: 'answered', aware: true, score: 8 }), 'record.day-ahead');
  refused(await act('record-answer', { entry: first, day: '2014-11-02', reply: 'answered', aware: true, score: 8 }), 'special-care-survey.before-draw');
  refusedByRule(await act('record-answer', { entry: first, day: '2014-11-03', reply: 'answered', score: 8 }), '知晓政策');
  refusedByRule(await act('record-answer', { entry: first, day: '2014-11-03', reply: 'answered', aware: true, score: 11 }), '满分 10 分');
  expect((await act('record-answer', { entry: first, day: '2014-11-03', reply: 'answered', aware: true, score: 8 })).body).toMatchObject({ followUp: null });
  refused(await act('record-answer', { entry: first, day: '2014-11-03', reply: 'absent' }), 'special-care-survey.answered');
  // at the line of follow-up, not under it: opened by itself, by the worker who serves him
  const low = (await act('record-answer', { entry: second, day: '2014-11-03', reply: 'answered', aware: false, score: 4, complaint: '报销等得久' })).body;
  expect(low['followUp']).toMatchObject({ due: '2014-11-23' });
  expect(String(low['followUp']['by'])).not.toBe('');
  expect((await act('record-answer', { entry: third, day: '2014-11-03', reply: 'answered', aware: true, score: 5 })).body).toMatchObject({ followUp: null });
  expect(await desk.page(survey, year)).toMatchObject({ totals: { answers: 3, awareCount: 2, contentCount: 1, followUpsOpen: 1 }, derived: { awareness: 66.7, satisfaction: 33.3, response: 15 } });
  expect([await desk.statistic(`${survey}.awareness`, SO_FAR), await desk.statistic(`${survey}.satisfaction`, SO_FAR)]).toMatchObject([{ weight: 3, value: 66.7 }, { weight: 3, value: 33.3 }]);
  expect(await desk.figures(survey, ['sample', 'answers'], SO_FAR)).toEqual([20, 3]);
  for (const entry of others) expect((await act('record-answer', { entry, day: '2014-11-03', reply: 'refused' })).status).toBe(200);
  refusedByRule(await desk.tryStep(survey, year, 'closed', '2014-11-03', { fieldTo: '2014-11-03', findings: '无' }), '1 位打低分的没有回访');

  // three days before its day, and not a day earlier
  await office.bureau.day('2014-11-19');
  expect((await desk.reminders(survey, year))['follow-up']).toBeUndefined();
  await office.bureau.day('2014-11-20');
  expect((await desk.reminders(survey, year))['follow-up']).toBe('2014-11-23');
  const desks = await office.bureau.see(clerk, 'records.due', { register: survey }) as unknown as Wire[];
  expect(desks.map((one) => [one['record'], one['reminder'], one['day']])).toContainEqual([year, '打低分的快到回访期限', '2014-11-23']);
  refused(await act('record-follow-up', { entry: third, followedOn: '2014-11-20', followResult: '不用' }), 'special-care-survey.no-follow-up');
  refused(await act('record-follow-up', { entry: second, followedOn: '2014-11-02', followResult: '去过' }), 'special-care-survey.before-visit');
  expect((await act('record-follow-up', { entry: second, followedOn: '2014-11-20', followResult: '已陪同查明' })).status).toBe(200);
  expect((await desk.reminders(survey, year))['follow-up']).toBeUndefined();
  expect(await desk.statistic(`${survey}.followed-up`, { from: '2014-01-01', to: '2014-11-21' })).toMatchObject({ weight: 1, value: 100 });
  await desk.step(survey, year, 'closed', '2014-11-20', { fieldTo: '2014-11-20', findings: '报销等得久' });
  refused(await act('record-answer', { entry: third, day: '2014-11-20', reply: 'absent' }), 'special-care-survey.not-asking');
}, 90_000);
