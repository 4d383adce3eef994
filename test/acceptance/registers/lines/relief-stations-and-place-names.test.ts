import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDemoRecords } from '../../../../demo/records/plant-records.ts';
import type { Wire } from '../../../harness/bureau.ts';
import { Desk, percent, refused, refusedByRule, SO_FAR, sumOf, TODAY } from '../register-desk.ts';
import { openRegisterOffice, type RegisterOffice } from '../register-office.ts';

/** 救助管理、地名区划界线: each row walked clause by clause from its keeper's chair. */
let office: RegisterOffice;
let desk: Desk;

beforeAll(async () => { office = await openRegisterOffice(await findDemoRecords()); desk = new Desk(office); }, 240_000);
afterAll(() => office.close());

test('[S193 whole] 救助管理机构：床位人员面积、自查和评审、等级和差距、按等级的机构数', async () => {
  const [station, grade] = ['relief-station', 'relief-station-grade'] as const;
  expect([await desk.figure(`${station}.stations`, TODAY), await desk.figure(`${station}.stations`, '2009-05-31'), await desk.figure(`${station}.stations`, '2009-06-01')]).toEqual([6, 1, 2]);
  const rows = desk.samples(station).map((one) => one.values);
  expect(await desk.figures(station, ['beds', 'staff', 'area'], TODAY)).toEqual([sumOf(rows.map((one) => one['beds'])), sumOf(rows.map((one) => one['staff'])), sumOf(rows.map((one) => one['area']))]);
  expect((await desk.page(station, desk.nth(station, 0)))['derived']).toMatchObject({ areaPerBed: 28.9 });
  refusedByRule(await desk.tryOpen(station, '2014-10-01', { name: '某站', kind: 'station', level: 'district', beds: 20, femaleBeds: 21, staff: 5, area: '300' }), '女床位不能多于');

  const byGrade = async (day: string): Promise<number[]> => desk.figures(grade, ['first-grade', 'second-grade', 'third-grade', 'graded'], day);
  expect([await byGrade('2013-01-14'), await byGrade('2013-01-15'), await byGrade('2014-11-03')]).toEqual([[0, 0, 0, 0], [0, 1, 0, 1], [0, 1, 0, 1]]);
  const up = await desk.open(grade, '2014-02-10', { station: desk.nth(station, 0), subject: '市站创一级', grade: 'first', appliedOn: '2014-02-10', standardName: '演示标准' });
  const give = () => desk.tryStep(grade, up, 'given', '2014-10-20', { givenOn: '2014-10-20', validUntil: '2019-10-19' });
  refusedByRule(await give(), '还没有自查和合格的现场评审');
  await desk.entry(grade, up, 'checks', '2014-03-01', { kind: 'self', score: '93', passed: true });
  const gap = { area: 'staff', item: '医务人员', due: '2014-12-03', isOpen: true };
  refusedByRule(await desk.tryEntry(grade, up, 'gaps', '2014-03-01', { ...gap, closedOn: '2014-04-01' }), '未改好的不写');
  const found = await desk.entry(grade, up, 'gaps', '2014-03-01', gap);
  await desk.entry(grade, up, 'gaps', '2014-03-01', { ...gap, item: '活动用房', due: '2014-12-04' });
  expect([await desk.reminders(grade, up), await desk.reminders(grade, desk.nth(grade, 1))]).toEqual([{ gap: '2014-12-03' }, {}]);
  refusedByRule(await give(), '现场评审');
  await desk.entry(grade, up, 'checks', '2014-09-01', { kind: 'site', score: '95', passed: true, by: '评审组' });
  refusedByRule(await give(), '原来的等级还在');
  await desk.step(grade, desk.nth(grade, 0), 'raised', '2014-10-20');
  refused(await desk.tryStep(grade, up, 'given', '2014-10-20', { givenOn: '2014-10-20' }), 'input.invalid', '有效期至');
  expect((await give()).status).toBe(200);
  expect([await byGrade('2014-10-19'), await byGrade('2014-10-20')]).toEqual([[0, 1, 0, 1], [1, 0, 0, 1]]);
  expect(await desk.warnings(grade, up)).toContain('还有 2 项差距没有改好');
  await desk.correct(grade, 'gaps', found, '2014-03-01', { ...gap, isOpen: false, closedOn: '2014-10-30' });
  expect(await desk.reminders(grade, up)).toEqual({});
  expect(await desk.figures(grade, ['given', 'self-checks', 'site-reviews'], SO_FAR)).toEqual([1, 2, 1]);
  const expiring = await desk.open(grade, '2010-01-01', { station: desk.nth(station, 1), subject: '旧等级', grade: 'third', standardName: '演示标准', givenOn: '2010-01-01', validUntil: '2014-11-02' });
  for (const kind of ['self', 'site']) await desk.entry(grade, expiring, 'checks', '2010-01-01', { kind, passed: true });
  await desk.step(grade, expiring, 'given', '2010-01-01');
  expect([await desk.reminders(grade, expiring), await desk.warnings(grade, expiring)]).toEqual([{ valid: '2014-11-02 overdue' }, expect.stringContaining('2014-11-02到期')]);
  expect(await desk.target(grade, 'graded', 2014, 3)).toMatchObject({ planned: 3, actual: 2 });
}, 90_000);

test('[S195 whole] 购买救助服务：合同、服务和结果、先评估后付款、机构数服务数和返乡人数', async () => {
  const contract = 'relief-service-contract';
  const services = desk.sampleEntries(contract, 'services', SO_FAR).map((entry) => entry.values);
  const figures = async (): Promise<number[]> => desk.figures(contract, ['services', 'kin-found', 'returned', 'returned-persons'], SO_FAR);
  const before = await figures();
  const returned = services.filter((one) => one['result'] === 'returned').length;
  expect(before).toEqual([services.length, services.filter((one) => ['kin-found', 'returned'].includes(String(one['result']))).length, returned, returned]);
  expect([await desk.figure(`${contract}.contracts`, TODAY), await desk.figure(`${contract}.agencies`, TODAY), await desk.figure(`${contract}.contracts`, '2013-06-30')]).toEqual([4, 4, 1]);

  const values = { name: '试寻亲', organisation: desk.nth('organisation', 40), station: desk.nth('relief-station', 0), services: ['kin'], amount: 1_000_000, plannedCases: 4, signedOn: '2014-01-03', startsOn: '2014-01-03', endsOn: '2015-01-02' };
  const record = await desk.open(contract, '2014-01-03', values);
  expect(await desk.reminders(contract, record)).toEqual({ renew: '2015-01-02', evaluate: '2014-07-03 overdue' });
  expect(await desk.figure(`${contract}.agencies`, TODAY)).toBe(5);
  const person = office.ground.person(62_001, 44);
  refusedByRule(await desk.tryEntry(contract, record, 'services', '2014-05-05', { kind: 'kin', result: 'returned' }, person), '返回地');
  await desk.entry(contract, record, 'services', '2014-05-05', { kind: 'kin', result: 'returned', returnedTo: '湖南省衡阳市', hours: '3.5' }, person);
  await desk.entry(contract, record, 'services', '2014-08-05', { kind: 'kin', result: 'returned', returnedTo: '湖南省衡阳市', hours: '2' }, person);
  await desk.entry(contract, record, 'services', '2014-08-06', { kind: 'kin', result: 'going-on', alias: '无名氏某' });
  expect(await figures()).toEqual([3, 2, 2, 1].map((more, at) => (before[at] ?? 0) + more));
  expect(await desk.page(contract, record)).toMatchObject({ totals: { serviceCount: 3, returns: 2, hoursTotal: 5.5 }, derived: { casesRate: 75 } });

  const pay = (amount: number, voucher: string) => desk.tryEntry(contract, record, 'payments', '2014-10-10', { amount, voucher });
  const evaluate = (approved: number, passed: boolean, phase = 'interim', on = '2014-10-08') => desk.tryEntry(contract, record, 'evaluations', on, { phase, passed, approved, by: '第三方' });
  refusedByRule(await pay(400_000, 'A1'), '先评估、后付款');
  refusedByRule(await desk.tryStep(contract, record, 'ended', '2014-10-31'), '还没有评估');
  expect((await evaluate(500_000, false)).status).toBe(200);
  refusedByRule(await pay(400_000, 'A1'), '先评估、后付款');
  const passed = (await evaluate(500_000, true, 'interim', '2014-10-09')).body['entry'] as number;
  refusedByRule(await pay(500_001, 'A1'), '核定的是 5,000.00');
  expect((await pay(500_000, 'A1')).status).toBe(200);
  refused(await pay(1, 'A1'), 'record.entry-twice');
  // what a payment rests on is not taken from under it
  refusedByRule(await desk.tryTakeBackEntry(contract, 'evaluations', passed), '先评估、后付款');
  refusedByRule(await evaluate(600_000, true, 'final', '2014-10-20'), '超过合同金额');
  expect(await desk.reminders(contract, record)).toEqual({ renew: '2015-01-02' });
  await desk.step(contract, record, 'ended', '2014-10-31');
  expect([await desk.figure(`${contract}.contracts`, TODAY), await desk.figure(`${contract}.contracts`, '2014-10-30')]).toEqual([4, 5]);
  expect(await desk.figure(`${contract}.paid`, SO_FAR)).toBe(sumOf(desk.sampleEntries(contract, 'payments', SO_FAR).map((entry) => entry.values['amount'])) / 100 + 5000);
  expect(await desk.target(contract, 'returned', 2014, 12)).toMatchObject({ planned: 12, actual: (before[2] ?? 0) + 2 });
}, 90_000);

test('[S210 whole] 地名保护名录：级别、来历、位置、标志；列入的名称不顺手改，更名先过特别审查', async () => {
  const name = 'protected-place-name';
  const grades = ['nation', 'province', 'city', 'county'];
  const byGrade = async (day: string): Promise<number[]> => Promise.all(grades.map((grade) => desk.figure(`${name}.listed-${grade}`, day)));
  const stock = await desk.stock(name, 'grade');
  expect(await byGrade('2014-11-03')).toEqual(grades.map((grade) => stock[grade] ?? 0));
  expect([await desk.figure(`${name}.listed`, TODAY), await desk.figure(`${name}.listed`, '2014-07-29'), sumOf(await byGrade('2012-02-01'))]).toEqual([49, 50, 0]);
  expect(await desk.statistic(`${name}.with-sign`, SO_FAR)).toMatchObject({ weight: 49 });

  const values = { name: '长堤里', kind: 'street', grade: 'city', history: '明代筑堤得名。', signPlaced: false };
  refusedByRule(await desk.tryOpen(name, '2014-03-01', { ...values, signPlaced: true }), '立标志日期');
  const record = await desk.open(name, '2014-03-01', values);
  expect(await desk.warnings(name, record)).toContain('位置还没有写');
  await desk.change(name, record, '2014-03-05', { name: '长堤街里', point: '113.38,22.52' });
  await desk.step(name, record, 'listed', '2014-03-10', { listedOn: '2014-03-10', listingPaper: '府〔2014〕9号', listedName: '长堤街里' });
  refusedByRule(await desk.tryChange(name, record, '2014-04-01', { name: '新堤路' }), '更名特别审查');
  refusedByRule(await desk.tryChange(name, record, '2014-04-01', { name: '新堤路', listedName: '新堤路' }), '更名特别审查');
  refused(await desk.tryStep(name, record, 'renamed', '2014-09-01', { renamePaper: '府60号', measures: '立碑' }), 'record.wrong-state');
  refused(await desk.tryStep(name, record, 'reviewing', '2014-10-04'), 'input.invalid', '拟改名称');
  await desk.step(name, record, 'reviewing', '2014-10-04', { newName: '新堤路', renameReason: '街巷合并' });
  expect(await desk.reminders(name, record)).toEqual({ reviewing: '2014-11-03' });
  const rename = () => desk.tryStep(name, record, 'renamed', '2014-10-28', { renamePaper: '府60号', measures: '立碑' });
  refusedByRule(await rename(), '还没有关于更名的论证意见');
  const opinion = (expert: string, stance: string) => desk.entry(name, record, 'opinions', '2014-10-20', { about: 'renaming', expert, stance });
  await opinion('方志办', 'agree');
  await opinion('村民代表', 'against');
  refusedByRule(await rename(), '同意的 1 份，不同意的 1 份');
  await opinion('博物馆', 'agree');
  const sign = await desk.open('guide-sign', '2014-05-01', { name: '长堤街里（口）', plate: 'SH1', kind: 'lane', officialName: '长堤街里', protectedName: record, content: '长堤街里', installedOn: '2014-05-01' }, { state: 'right' });
  expect(await desk.said('protected-rename', record)).toBe(1);
  expect((await rename()).status).toBe(200);
  expect(await desk.said('protected-renamed', record)).toBe(1);
  expect([await desk.figure(`${name}.listed`, TODAY), await desk.figure(`${name}.renamed`, SO_FAR), await desk.figure(`${name}.added`, { from: '2014-03-10', to: '2014-03-11' })]).toEqual([49, 2, 1]);
  // the signs that are linked to it wait for a new board, and the work is open
  await office.bureau.work();
  expect(await desk.page('guide-sign', sign)).toMatchObject({ state: 'renamed', values: { newName: '新堤路', newNamePaper: '府60号' }, totals: { worksOpen: 1 } });
}, 90_000);

test('[S213] 行政区划图：截止日、审图号、旧版都留、与上一版的差别', async () => {
  const map = 'administrative-map';
  expect([await desk.figure(`${map}.published`, SO_FAR), await desk.figure(`${map}.kept`, TODAY), await desk.figure(`${map}.current`, TODAY), await desk.figure(`${map}.published`, 2012)]).toEqual([1, 9, 7, 1]);
  expect([await desk.figure(`${map}.current`, '2014-06-17'), await desk.figure(`${map}.kept`, '2009-06-18')]).toEqual([7, 1]);
  const begin = (edition: number, asOf: string) => desk.tryOpen(map, '2014-01-08', { name: '中山市行政区划图', scope: 'city', edition, asOf });
  refusedByRule(await begin(4, '2015-12-31'), '已经有第4版');
  refusedByRule(await begin(7, '2015-12-31'), '应是第5版');
  const early = (await begin(5, '2014-12-31')).body['record'] as number;
  expect(await desk.warnings(map, early)).toContain('第4版的区划截止日是 2014-12-31，这一版要晚于它');
  refusedByRule(await desk.tryStep(map, early, 'reviewing', '2014-11-01', { boundarySource: '详图', units: 20 }), '这一版要晚于它');
  const record = await desk.open(map, '2014-05-06', { name: '镇图', scope: 'town', edition: 2, asOf: '2013-12-31', previous: desk.nth(map, 4) }, { division: desk.town(0) });
  const publish = (more: object = {}) => desk.tryStep(map, record, 'published', '2014-10-28', { reviewedOn: '2014-10-10', approvalNumber: '演示审字9号', publishedOn: '2014-10-28', ...more });
  refused(await publish(), 'record.wrong-state');
  refused(await desk.tryStep(map, record, 'reviewing', '2014-10-04'), 'input.invalid', '界线依据');
  await desk.step(map, record, 'reviewing', '2014-10-04', { boundarySource: '2013年详图', units: 12 });
  expect(await desk.reminders(map, record)).toEqual({ reviewing: '2014-11-03' });
  refused(await publish({ approvalNumber: null }), 'input.invalid', '审图号');
  refusedByRule(await publish({ reviewedOn: '2013-10-10' }), '审核日期早于区划截止日');
  refusedByRule(await publish(), '还没有审校界线画法、地名注记');
  const proof = await desk.entry(map, record, 'proofs', '2014-10-08', { subject: 'whole', by: '审校组', errors: 2, fixed: false });
  refusedByRule(await publish(), '还没有改完');
  await desk.correct(map, 'proofs', proof, '2014-10-08', { subject: 'whole', by: '审校组', errors: 2, fixed: true });
  refusedByRule(await publish(), '差别还没有列');
  await desk.entry(map, record, 'differences', '2013-06-01', { kind: 'renamed', place: '某社区', before: '旧名', after: '新名', paper: '府9号' });
  refused(await desk.tryEntry(map, record, 'differences', '2013-07-01', { kind: 'renamed', place: '某社区' }), 'record.entry-twice');
  expect((await publish()).status).toBe(200);
  expect(await desk.warnings(map, desk.nth(map, 4))).toContain('转为“旧版”');
  await desk.step(map, desk.nth(map, 4), 'superseded', '2014-10-28');
  expect([await desk.figure(`${map}.kept`, TODAY), await desk.figure(`${map}.current`, TODAY), await desk.figure(`${map}.published`, SO_FAR)]).toEqual([10, 7, 2]);
  expect((await desk.list(map, { asOf: '2014-10-27', state: 'published' }))['rows'].map((row: Wire) => row['record'])).toContain(desk.nth(map, 4));
  expect(await desk.target(map, 'published', 2014, 3)).toMatchObject({ planned: 3, actual: 2 });
}, 90_000);

test('[S214] 导向标识：位置、牌面用标准地名、改名开出更换、巡查维修、准确率', async () => {
  const sign = 'guide-sign';
  const rate = () => desk.statistic(`${sign}.right-rate`, SO_FAR);
  const before = await rate();
  const states = await desk.stock(sign, 'state');
  const standing = sumOf(Object.values(states));
  expect(before).toMatchObject({ weight: standing, value: percent(states['right'] ?? 0, standing) });
  const values = { name: '民族路（北端）', plate: 'T1', kind: 'street', officialName: '民族路', content: '民族東路', installedOn: '2014-01-10' };
  refusedByRule(await desk.tryOpen(sign, '2014-01-10', values, { state: 'right' }), '没有标准地名');
  const record = await desk.open(sign, '2014-01-10', { ...values, content: '民族路 MINZU LU', point: '113.38,22.52' }, { state: 'right' });
  expect(await desk.reminders(sign, record)).toEqual({});
  await desk.entry(sign, record, 'inspections', '2014-06-01', { contentRight: true, condition: 'faded' });
  expect(await desk.warnings(sign, record)).toContain('牌况不好');
  refused(await desk.tryStep(sign, record, 'renamed', '2014-10-04', { newName: '民族大道' }), 'input.invalid', '更名批准文号');
  await desk.step(sign, record, 'renamed', '2014-10-04', { newName: '民族大道', newNamePaper: '府52号' });
  expect([await desk.reminders(sign, record), await desk.warnings(sign, record)]).toEqual([{ replace: '2014-11-03' }, expect.stringContaining('还没有派工')]);
  expect((await rate())).toMatchObject({ weight: standing + 1, rows: before.rows + 1 });
  const work = await desk.entry(sign, record, 'works', '2014-10-08', { kind: 'replace', because: 'renamed', done: false });
  refusedByRule(await desk.tryStep(sign, record, 'right', '2014-10-20'), '先把标准地名和牌面内容改成新的');
  await desk.change(sign, record, '2014-10-18', { officialName: '民族大道', content: '民族大道 MINZU DADAO' });
  refusedByRule(await desk.tryStep(sign, record, 'right', '2014-10-20'), '还没有完工');
  const done = { kind: 'replace', because: 'renamed', done: true, cost: 42_000 };
  refusedByRule(await desk.tryCorrect(sign, 'works', work, '2014-10-08', done), '完工日期');
  refusedByRule(await desk.tryCorrect(sign, 'works', work, '2014-10-08', { ...done, doneOn: '2014-10-07' }), '不能早于派工');
  await desk.correct(sign, 'works', work, '2014-10-08', { ...done, doneOn: '2014-10-20' });
  await desk.step(sign, record, 'right', '2014-10-20');
  const told = await office.bureau.peek<Wire>(`select kind from city.job where (payload->>'record')::bigint = $1 order by id`, [record]);
  expect(told.map((one) => one['kind'])).toEqual(['event:record.sign-right', 'event:record.sign-outdated', 'event:record.sign-right']);
  expect([await desk.figure(`${sign}.replaced`, SO_FAR), await desk.figure(`${sign}.standing`, TODAY)]).toEqual([1 + desk.sampleEntries(sign, 'works', SO_FAR).filter(({ values: one }) => one['kind'] === 'replace' && one['done'] === true).length, standing + 1]);
  const broken = await desk.open(sign, '2013-01-10', { ...values, plate: 'T2', content: '民族路', installedOn: '2013-01-10' }, { state: 'right' });
  expect(await desk.reminders(sign, broken)).toEqual({ inspect: '2014-01-10 overdue' });
  await desk.step(sign, broken, 'broken', '2014-10-19');
  expect(await desk.reminders(sign, broken)).toEqual({ repair: '2014-11-03' });
}, 90_000);
