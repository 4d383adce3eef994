import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDemoRecords } from '../../../../demo/records/plant-records.ts';
import type { Caller } from '../../../../src/kernel/access/caller.ts';
import type { Wire } from '../../../harness/bureau.ts';
import { Desk, refused, refusedByRule, SO_FAR, sumOf, TODAY } from '../register-desk.ts';
import { openRegisterOffice, type RegisterOffice } from '../register-office.ts';

let office: RegisterOffice;
let desk: Desk;
let other: Caller;
beforeAll(async () => {
  office = await openRegisterOffice(await findDemoRecords());
  desk = new Desk(office);
  other = await office.bureau.at('elderly-care-clerk', '442000');
}, 240_000);
afterAll(() => office.close());

const COURSE = 'senior-course';
const person = (n: number, age = 66) => office.ground.person(62_000 + n, age);
type Learner = { person: number; standing: string; place: number | null; came: number };

test('[S066 whole] 老有所学：有学位就录取、满了排候补、有人退第一位递补，同时报也不超学位；到课经人核实才资助办学单位', async () => {
  // learners and classes, as the demo city has them
  const came2014 = desk.sampleEntries(COURSE, 'attendance').filter((one) => one.values['came'] === true && one.on >= '2014-01-01');
  expect(await desk.figure('senior-course.classes', SO_FAR)).toBe(12);
  expect(await desk.figure('senior-course.running', TODAY)).toBe(6);
  expect(await desk.figure('senior-course.running', '2014-03-02')).toBe(0);
  expect(await desk.figure('senior-course.attendances', SO_FAR)).toBe(came2014.length);
  expect(await desk.figure('senior-course.learners', SO_FAR)).toBe(new Set(came2014.map((one) => one.person?.idNumber)).size);
  expect(await desk.figure('senior-course.granted', { from: '2013-12-01', to: '2014-11-04' })).toBe(sumOf(desk.sampleEntries(COURSE, 'grants').map((one) => one.values['amount'])) / 100);

  const values = { name: '书法班（试）', subject: 'arts', term: '2014年秋季', startsOn: '2014-10-27', endsOn: '2014-12-01', seats: 3, grantPerAttendance: 800 };
  refusedByRule(await desk.tryOpen(COURSE, TODAY, values), '办学单位和老年协会要写一个');
  const course = await desk.open(COURSE, '2014-10-20', { ...values, organisation: desk.nth('organisation', 1) });
  const enrol = (n: number) => ({ course, person: person(n) });
  const look = async (): Promise<Wire> => office.see('senior-learning.get-course', { course });
  // ten desks at one moment: three seats, seven places on the list, none twice
  const answers = await Promise.all(Array.from({ length: 10 }, (_, n) => office.done('senior-learning.enrol', enrol(n))));
  expect(answers.filter((one) => one['step'] === 'seated')).toHaveLength(3);
  expect(answers.flatMap((one) => (one['place'] === null ? [] : [one['place'] as number])).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(await look()).toMatchObject({ seats: 3, seated: 3, waiting: 7 });
  refused(await office.act('senior-learning.enrol', enrol(0)), 'senior-learning.enrolled');
  const sitting = answers.filter((one) => one['step'] === 'seated').map((one) => one['person'] as number);
  const waiting = answers.filter((one) => one['step'] === 'waiting').toSorted((a, b) => a['place'] - b['place']).map((one) => one['person'] as number);
  // one gives up: the first who waits has the seat; two give up at the same moment: the next two, each once
  expect(await office.done('senior-learning.give-up', { course, person: sitting[0] })).toMatchObject({ movedUp: [waiting[0]] });
  expect(await office.done('senior-learning.give-up', { course, person: waiting[1] })).toMatchObject({ movedUp: [] });
  const moved = await Promise.all([sitting[1], sitting[2]].map((one) => office.done('senior-learning.give-up', { course, person: one })));
  expect(moved.flatMap((one) => one['movedUp'] as number[]).toSorted((a, b) => a - b)).toEqual([waiting[2], waiting[3]].toSorted((a, b) => Number(a) - Number(b)));
  expect(await look()).toMatchObject({ seated: 3, waiting: 3 });
  refused(await office.act('senior-learning.give-up', { course, person: sitting[0] }), 'senior-learning.not-enrolled');
  // by hand nobody is put before his turn, nor seats taken away from under those who sit
  refused(await desk.tryEntry(COURSE, course, 'enrolment', TODAY, { step: 'seated' }, person(20)), 'record.own-page', '报名和到课');
  refusedByRule(await desk.tryChange(COURSE, course, TODAY, { seats: 2 }), '在读 3 人');
  refused(await office.act('senior-learning.move-up', { course }), 'senior-learning.nobody-moves');
  await desk.change(COURSE, course, TODAY, { seats: 4 });
  expect(await desk.warningChecks(COURSE, course)).toContain('有空学位，候补可以递补');
  expect(await office.done('senior-learning.move-up', { course })).toMatchObject({ movedUp: [waiting[4]] });

  // lessons: whoever had a seat that day; a newcomer of today had none a week ago
  await desk.step(COURSE, course, 'running', TODAY);
  const learners = ((await look())['learners'] as Learner[]).filter((one) => one.standing === 'sits').map((one) => one.person);
  refused(await office.act('senior-learning.take-attendance', { course, day: '2014-10-27', came: learners }), 'senior-learning.not-learning');
  expect(await office.done('senior-learning.take-attendance', { course, day: TODAY, came: learners.slice(0, 3), hours: 2 })).toMatchObject({ came: 3, of: 4 });
  // somebody came who had no seat: on the book, not paid for
  await desk.entry(COURSE, course, 'attendance', TODAY, { came: true }, person(30));
  const verify = { course, through: TODAY, how: '点名册' };
  const grant = (attendances: number) => desk.tryEntry(COURSE, course, 'grants', TODAY, { attendances, amount: attendances * 800 });
  refusedByRule(await grant(3), '核实过的到课只有 0 人次');
  refused(await office.act('senior-learning.verify-attendance', verify), 'senior-learning.own-eyes');
  expect(await office.bureau.done(other, 'senior-learning.verify-attendance', verify)).toEqual({ verified: 3, leftOut: 1 });
  refused(await office.bureau.act(other, 'senior-learning.verify-attendance', verify), 'senior-learning.nothing-to-verify');
  refusedByRule(await desk.tryEntry(COURSE, course, 'attendance', TODAY, { came: true }, person(31)), '已经核实到 2014-11-03');
  refusedByRule(await grant(4), '核实过的到课只有 3 人次');
  refusedByRule(await desk.tryEntry(COURSE, course, 'grants', TODAY, { attendances: 3, amount: 2_500 }), '24.00 元');
  await desk.entry(COURSE, course, 'grants', TODAY, { attendances: 3, amount: 2_400 });
  refusedByRule(await office.act('senior-learning.take-back-verification', { course, reason: '数错' }), '核实过的到课只有 0 人次');
  expect((await look())['grant']).toMatchObject({ paid: 3, open: 0 });
  // who completes came at least once
  refused(await office.act('senior-learning.complete', { course, people: [learners[3]] }), 'senior-learning.never-came');
  refused(await office.act('senior-learning.complete', { course, people: [sitting[0]] }), 'senior-learning.not-learning');
  expect(await office.done('senior-learning.complete', { course, people: learners.slice(0, 2) })).toEqual({ completed: 2 });
  expect(await desk.figure('senior-course.completed', { from: TODAY, to: '2014-11-04' })).toBe(2);
  expect(await desk.figure('senior-course.verified', { from: TODAY, to: '2014-11-04' })).toBe(3);
  // whoever does not keep the course's town finds nothing
  const town = await office.bureau.at('town-clerk', office.ground.towns[20]?.code);
  expect((await office.bureau.act(town, 'senior-learning.enrol', enrol(40))).body['code']).toBe('record.not-found');
  expect((await office.bureau.act(town, 'senior-learning.give-up', { course, person: learners[0] })).body['code']).toBe('record.not-found');
}, 90_000);

const HELPER = 'peer-helper';
const PAIR = 'peer-pair';

test('[S067 whole] 老有所为结对：按距离或同一社区建议、双方同意才结对，走访双方各记、时间只计一次，余额能用不为负', async () => {
  expect(await desk.figure('peer-pair.pairs', TODAY)).toBe(30);
  expect(await desk.figure('peer-pair.pairs', '2014-07-31')).toBe(32);
  expect(await desk.figure('peer-pair.seeking', TODAY)).toBe(5);
  const visits = desk.sampleEntries(HELPER, 'visits');
  expect(await desk.figure('peer-helper.hours', SO_FAR)).toBe(sumOf(visits.map((one) => one.values['credited'])));
  expect(await desk.figure('peer-helper.visits', SO_FAR)).toBe(visits.length);

  // four helpers: two whose distance is known, one next door without a point, one too far; the elder takes nobody beyond 800 metres
  const [here, there] = [desk.town(22), desk.town(23)];
  const helper = (n: number, more: object, division = here) => desk.open(HELPER, TODAY, { mobile: `1360000200${n}`, healthy: true, consentedOn: '2014-10-01', skills: ['company'], ...more }, { person: person(100 + n, 62), division });
  const near = await helper(1, { point: '113.300,22.301' }, there);
  const nearer = await helper(2, { point: '113.300,22.3005', mostPairs: 1 });
  const nextDoor = await helper(3, {});
  await helper(4, { point: '113.300,22.310' });
  await helper(5, { point: '113.300,22.3001', healthy: false });
  const elder = await desk.open(PAIR, TODAY, { need: 'alone', wishes: ['company'], distanceLimit: 800, point: '113.300,22.300' }, { person: person(110, 84), division: here });
  const proposals = async (pair: number): Promise<{ helper: number; distance: number | null }[]> => (await office.see('peer-support.propose', { pair }))['proposals'].map((one: { helper: number; distance: number | null }) => ({ helper: one.helper, distance: one.distance }));
  expect(await proposals(elder)).toEqual([{ helper: nearer, distance: 56 }, { helper: near, distance: 111 }, { helper: nextDoor, distance: null }]);
  // an elder without a point is offered those of his community only
  const unplaced = await desk.open(PAIR, TODAY, { need: 'frail' }, { person: person(111, 85), division: there });
  expect((await proposals(unplaced)).map((one) => one.helper)).toContain(near);
  expect((await proposals(unplaced)).map((one) => one.helper)).not.toContain(nearer);

  const seen = async (pair: number): Promise<number> => (await desk.page(PAIR, pair))['seen'];
  refused(await office.act('peer-support.propose-pair', { pair: unplaced, seen: await seen(unplaced), helper: nearer }), 'peer-support.no-match');
  expect(await office.done('peer-support.propose-pair', { pair: elder, seen: await seen(elder), helper: nearer })).toMatchObject({ distance: 56 });
  expect((await desk.page(PAIR, elder))['values']).toMatchObject({ helper: nearer, distance: 56 });
  // without the consent of both nothing begins, by whichever door
  refused(await desk.tryStep(PAIR, elder, 'paired', TODAY, { elderConsentOn: TODAY }), 'input.invalid', '助老员同意日期');
  refused(await office.act('peer-support.log-visit', { helper: nearer, elder: 1, day: TODAY, side: 'helper', hours: 1, done: ['company'] }), 'peer-support.not-paired');
  await office.done('peer-support.agree', { pair: elder, seen: await seen(elder), elderConsentOn: TODAY, helperConsentOn: TODAY });
  expect((await desk.page(PAIR, elder))['state']).toBe('paired');
  expect((await desk.page(HELPER, nearer))['state']).toBe('active');
  expect(await desk.figure('peer-pair.pairs', TODAY)).toBe(31);
  // he takes one pair only
  const another = await desk.open(PAIR, TODAY, { need: 'alone', point: '113.300,22.300' }, { person: person(112, 86), division: here });
  expect((await proposals(another)).map((one) => one.helper)).not.toContain(nearer);

  // whoever does not keep their towns finds neither pair nor helper
  const town = await office.bureau.at('town-clerk', office.ground.towns[2]?.code);
  for (const [door, body] of [['propose-pair', { pair: another, seen: await seen(another), helper: near }], ['agree', { pair: elder, seen: await seen(elder), elderConsentOn: TODAY, helperConsentOn: TODAY }], ['log-visit', { helper: nearer, elder: (await desk.page(PAIR, elder))['person'].id, day: TODAY, side: 'helper', hours: 1, done: ['company'] }]] as const) {
    expect((await office.bureau.act(town, `peer-support.${door}`, body)).body['code'], door).toBe('record.not-found');
  }

  // one visit, told twice: credited once, what both say
  const who = (await desk.page(PAIR, elder))['person'].id as number;
  const say = (side: string, hours: number, more: object = {}) => ({ helper: nearer, elder: who, day: TODAY, side, hours, ...(side === 'helper' ? { done: ['company'] } : { confirmedBy: '老人本人' }), ...more });
  refused(await desk.tryEntry(HELPER, nearer, 'visits', TODAY, { helperHours: '2', elderHours: '2', credited: '2' }, person(110, 84)), 'record.own-page');
  refused(await office.act('peer-support.log-visit', { ...say('helper', 2), day: '2014-11-02' }), 'peer-support.not-paired');
  refused(await office.act('peer-support.log-visit', { ...say('elder', 2), confirmedBy: '' }), 'peer-support.say-who');
  refused(await office.act('peer-support.log-visit', say('helper', 25)), 'input.invalid');
  expect(await office.done('peer-support.log-visit', say('helper', 2.5))).toMatchObject({ credited: null, waitsFor: 'elder', balance: 0 });
  const hoursBefore = await desk.figure('peer-helper.hours', SO_FAR);
  expect(await office.done('peer-support.log-visit', say('elder', 2))).toMatchObject({ credited: 2, differ: true, balance: 2 });
  expect(await desk.figure('peer-helper.hours', SO_FAR)).toBe(hoursBefore + 2);
  refused(await office.act('peer-support.log-visit', say('elder', 2)), 'peer-support.same-again');
  expect((await office.see('peer-support.get-helper', { helper: nearer }))['visits']).toMatchObject([{ helperHours: 2.5, elderHours: 2, credited: 2 }]);

  // spent later, never below nothing: two desks that spend the same hours, and a visit put right afterwards
  const spend = (hours: string) => desk.tryEntry(HELPER, nearer, 'spendings', TODAY, { spent: hours, service: '陪同就医' });
  const both = await Promise.all([spend('1.5'), spend('1.5')]);
  expect(both.map((one) => one.status).toSorted()).toEqual([200, 422]);
  expect(JSON.stringify(both)).toContain('时间余额不够，还差 1 小时');
  expect((await desk.page(HELPER, nearer))['derived']['creditBalance']).toBe(0.5);
  refusedByRule(await office.act('peer-support.log-visit', say('elder', 1, { reason: '记多了' })), '时间余额不够，还差 0.5 小时');
  expect(await office.done('peer-support.log-visit', say('elder', 2.5, { reason: '记少了' }))).toMatchObject({ credited: 2.5, differ: false, balance: 1 });
  // a paper book taken in, its hours spent, the import undone: the visit stays, and why is told
  const source = { pasted: `编号\t走访日期\t被走访老人姓名\t被走访老人身份证号码\t助老员记\t老人一方记\t计入\n${(await desk.page(HELPER, near))['number']}\t2014-10-15\t${person(113, 83).name}\t${person(113, 83).idNumber}\t3\t3\t3\n`, into: 'visits' };
  const read = await office.see('records.read-sheet', { register: HELPER, source }) as unknown as { columns: { at: number; meaning: string | null }[] };
  const plan = { columns: Object.fromEntries(read.columns.map((column) => [column.at, column.meaning])), division: office.divisionOf('442000'), openedOn: TODAY, state: 'registered', present: 'skip' };
  const { import: taken } = await office.done('records.import', { register: HELPER, source, plan, expect: 1 });
  await office.bureau.work();
  expect((await desk.page(HELPER, near))['derived']['creditBalance']).toBe(3);
  await desk.entry(HELPER, near, 'spendings', TODAY, { spent: '2', service: '代购' });
  await office.done('records.undo-import', { import: taken });
  await office.bureau.work();
  expect(JSON.stringify((await office.see('records.imports', { register: HELPER, import: taken })))).toContain('时间余额不够');
  expect((await desk.page(HELPER, near))['derived']['creditBalance']).toBe(1);
  // the pair ends, the balance stays
  await desk.step(PAIR, elder, 'ended', TODAY, { endReason: 'moved' });
  expect((await office.see('peer-support.get-helper', { helper: nearer }))['balance']).toBe(1);
  expect(await desk.reminders(PAIR, desk.nth(PAIR, 33))).toEqual({});
}, 90_000);

const STAY = 'child-stay';
const dayAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
interface Stayed { readonly from: string; readonly until: string | undefined }
/** Days of care inside a period, counted one by one: arrival and return are both days. */
const daysInside = (stays: readonly Stayed[], from: string, to: string, today: string): number =>
  sumOf(stays.map(({ from: first, until }) => { let days = 0; for (let day = first; day <= (until ?? today); day = dayAfter(day, 1)) if (day >= from && day < to && day <= today) days += 1; return days; }));

test('[S186 whole] 儿童临时托管：入托有原因、监护人、日子和照料计划，过了日子自动报警开始找监护人，签字才接回，人天只算期内', async () => {
  const stays: Stayed[] = desk.samples(STAY).map((one) => ({ from: String(one.values['admittedOn']), until: one.states?.[0]?.values?.['returnedOn'] as string | undefined }));
  const inside = (from: string, to: string, today = TODAY) => daysInside(stays, from, to, today);
  expect(await desk.figure('child-stay.in-care', TODAY)).toBe(3);
  expect(await desk.figure('child-stay.stays', SO_FAR)).toBe(32);
  expect(await desk.figure('temporary-child-care.child-days', SO_FAR)).toBe(inside('2014-01-01', '2014-11-04'));
  // a stay that began in January and ended in February counts in each month only its days there
  for (const [from, to] of [['2014-01-01', '2014-02-01'], ['2014-02-01', '2014-03-01'], ['2014-10-01', '2014-11-01']] as const) expect(await desk.figure('temporary-child-care.child-days', { from, to }), from).toBe(inside(from, to));
  expect(await desk.figure('temporary-child-care.stays', { from: '2014-10-01', to: '2014-11-01' })).toBe(stays.filter((one) => one.from < '2014-11-01' && (one.until ?? TODAY) >= '2014-10-01').length);

  const child = person(200, 6);
  const values = { station: desk.nth('child-care-station', 0), admissionReason: 'hospital', admittedOn: '2014-10-30', expectedUntil: '2014-11-03', guardian: '谭志强', relation: 'parent', guardianPhone: '13700001234', carePlan: '一日三餐，按时作息' };
  const come = (more: object) => desk.tryOpen(STAY, '2014-10-30', { ...values, ...more }, { person: child });
  refused(await come({ carePlan: null }), 'input.invalid', '照料计划');
  refused(await come({ admissionReason: null }), 'input.invalid', 'admissionReason');
  refusedByRule(await come({ expectedUntil: '2014-10-29' }), '不能早于入托日期');
  const stay = await desk.open(STAY, '2014-10-30', values, { person: child });
  stays.push({ from: '2014-10-30', until: '2014-11-05' });
  refusedByRule(await come({ admittedOn: TODAY, expectedUntil: '2014-11-06' }), '这个孩子还在托');
  expect((await desk.page(STAY, stay))['derived']).toMatchObject({ expectedDays: 5, stayDays: 5 });
  expect((await desk.page(STAY, stay))['values']['guardian']).not.toBe('谭志强');
  for (const [day, wrong] of [['2014-10-29', '不在托'], ['2014-11-04', '还没有到']] as const) refusedByRule(await desk.tryEntry(STAY, stay, 'daily', day, { condition: 'well', by: '甲' }), wrong);
  await desk.entry(STAY, stay, 'daily', TODAY, { condition: 'well', by: '甲', record: '吃得好' });
  refused(await desk.tryEntry(STAY, stay, 'daily', TODAY, { condition: 'upset', by: '乙' }), 'record.entry-twice');
  expect(await desk.reminders(STAY, stay)).toEqual({ due: '2014-11-03' });

  // the day agreed passes: next morning the search opens by itself, with its steps and days
  await office.bureau.day('2014-11-04');
  const look = async (): Promise<Wire> => office.see('temporary-child-care.get-search', { stay });
  expect((await look())['stay']).toMatchObject({ state: 'searching', overdueDays: 1 });
  expect((await look())['steps'].map((one: { dueOn: string; done: boolean }) => [one.dueOn, one.done])).toEqual([['2014-11-04', false], ['2014-11-05', false], ['2014-11-06', false], ['2014-11-07', false]]);
  // of the demo city one more is late today; the one that was late before keeps its own search
  expect(await desk.figure('child-stay.overdue', { from: '2014-11-04', to: '2014-11-05' })).toBe(2);
  expect((await office.see('temporary-child-care.get-search', { stay: desk.nth(STAY, 29) }))['steps']).toHaveLength(4);
  expect(await desk.reminders(STAY, stay)).toEqual({ search: '2014-11-04' });
  expect((await office.see('records.due', { register: STAY }) as unknown as { record: number }[]).map((one) => one.record)).toContain(stay);
  refused(await desk.tryEntry(STAY, stay, 'search', '2014-11-04', { means: 'phone' }), 'record.own-page');
  const tell = (at: number, more: object) => ({ stay, step: steps[at]?.step, on: '2014-11-04', found: false, result: '电话关机', ...more });
  const steps = (await look())['steps'] as { step: number }[];
  refusedByRule(await desk.tryStep(STAY, stay, 'transferred', '2014-11-04', { transferredTo: '市儿童福利院' }), '还没有找过监护人');
  await office.done('temporary-child-care.record-step', tell(0, {}));
  refused(await office.act('temporary-child-care.record-step', tell(0, {})), 'child-stay.step-done');
  expect(await desk.reminders(STAY, stay)).toEqual({});
  await office.bureau.day('2014-11-05');
  expect(await desk.reminders(STAY, stay)).toEqual({ search: '2014-11-05' });
  expect((await look())['steps']).toHaveLength(4);
  await office.done('temporary-child-care.record-step', tell(1, { on: '2014-11-05', found: true, result: '在医院找到' }));
  expect(await desk.warningChecks(STAY, stay)).toContain('找到监护人，来接');

  // given back against a signature, to the guardian or to whom a paper names
  const back = (more: object) => desk.tryStep(STAY, stay, 'returned', '2014-11-05', { returnedOn: '2014-11-05', returnedTo: '谭志强', returnSigned: true, ...more });
  refusedByRule(await back({ returnSigned: false }), '还没有签字');
  refusedByRule(await back({ returnedTo: '何玉兰' }), '凭什么接');
  await desk.step(STAY, stay, 'returned', '2014-11-05', { returnedOn: '2014-11-05', returnedTo: '何玉兰', returnSigned: true, returnAuthority: '监护人委托书' });
  expect(await desk.warningChecks(STAY, stay)).toEqual(['接回单上传']);
  refused(await office.act('temporary-child-care.record-step', tell(2, {})), 'child-stay.not-searching');

  // a keeper opens a search himself: its steps are laid out as well
  const second = await desk.open(STAY, '2014-11-05', { ...values, admittedOn: '2014-11-05', expectedUntil: '2014-11-09' }, { person: person(201, 5) });
  stays.push({ from: '2014-11-05', until: undefined });
  await desk.step(STAY, second, 'searching', '2014-11-05');
  await office.bureau.work();
  expect((await office.see('temporary-child-care.get-search', { stay: second }))['steps']).toHaveLength(4);
  expect(await desk.figure('temporary-child-care.child-days', { from: '2014-10-01', to: '2014-11-01' })).toBe(inside('2014-10-01', '2014-11-01', '2014-11-05'));
  expect(await desk.figure('temporary-child-care.child-days', { from: '2014-11-01', to: '2014-12-01' })).toBe(inside('2014-11-01', '2014-12-01', '2014-11-05'));
  const town = await office.bureau.at('town-clerk', office.ground.towns[20]?.code);
  expect((await office.bureau.act(town, 'temporary-child-care.record-step', tell(2, {}))).body['code']).toBe('record.not-found');
}, 90_000);
