import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDemoRecords } from '../../../../demo/records/plant-records.ts';
import { Desk, type Entry, refused, refusedByRule, SO_FAR, TODAY } from '../register-desk.ts';
import { openRegisterOffice, type RegisterOffice } from '../register-office.ts';

/** 项目建设: houses of the bureau from the plan to the day they are used. */
let office: RegisterOffice;
let desk: Desk;
beforeAll(async () => { office = await openRegisterOffice(await findDemoRecords()); desk = new Desk(office); }, 240_000);
afterAll(() => office.close());

const accepted = { kind: 'completion', passed: true, by: '市质量监督站' };
const derived = async (register: string, record: number): Promise<Record<string, unknown>> => (await desk.page(register, record))['derived'] as Record<string, unknown>;
const values = async (register: string, record: number): Promise<Record<string, unknown>> => (await desk.page(register, record))['values'] as Record<string, unknown>;
const yuan = (amount: number): Record<string, unknown> => ({ source: 'city', amount: amount * 100 });

test('[S234] 养老设施：动工期限前提醒、过期说明，床位投用才算，已动工 ÷ 列入；床位登记那一边还没有', async () => {
  const E = 'elder-facility-project';
  // deadlines: 1 October is over, 20 December is within sixty days
  expect(await desk.dueSamples(E, '动工期限快到了')).toEqual([2, 4]);
  const [, , late, , third] = office.ids.get(E) as number[];
  await desk.change(E, third as number, TODAY, { startBy: '2015-01-03' });
  expect(await desk.dueSamples(E, '动工期限快到了')).toEqual([2]);
  await desk.change(E, third as number, TODAY, { startBy: '2015-01-02' });
  expect(await desk.dueSamples(E, '动工期限快到了')).toEqual([2, 4]);
  expect(await desk.warnings(E, late as number)).toContain('要求2014-10-01前动工，已经过期');
  const rates = async () => [await desk.figure(`${E}.towns-started`, SO_FAR), await desk.figure(`${E}.starts`, 2014)];
  expect(await rates()).toEqual([33.3, 1]);
  await desk.step(E, late as number, 'started', TODAY, { startedActual: TODAY });
  expect(await desk.warnings(E, late as number)).toContain('实际2014-11-03动工');
  await desk.change(E, late as number, TODAY, { delayReason: '两户补偿未签' });
  expect(await desk.warnings(E, late as number)).not.toContain('前动工');
  expect(await rates()).toEqual([66.7, 2]);
  expect(await desk.dueSamples(E, '动工期限快到了')).toEqual([4]);
  expect(await desk.target(E, 'starts', 2014, 3)).toEqual({ planned: 3, actual: 2 });
  // a city without districts lists none; the count is by district, once each
  expect(await desk.figures(E, ['key-districts', 'key-districts-started'], TODAY)).toEqual([0, 0]);
  expect(await desk.figure(`${E}.listed`, '2012-12-31')).toBe(2);

  // planned beds are not beds
  const started = desk.nth(E, 3);
  expect(await desk.figures(E, ['beds-building', 'beds-opened'], TODAY)).toEqual([600 + 80 + 100, 116]);
  await desk.step(E, started, 'completed', TODAY, { completedActual: TODAY });
  refusedByRule(await desk.tryChange(E, started, TODAY, { bedsInUse: 95 }), '投用以后才有投入使用的床位');
  refused(await desk.tryStep(E, started, 'opened', TODAY, { openedActual: TODAY }), 'input.invalid', '投入使用床位');
  refusedByRule(await desk.tryStep(E, started, 'opened', TODAY, { openedActual: TODAY, bedsInUse: 95 }), '还没有合格的竣工验收');
  await desk.entry(E, started, 'acceptance', TODAY, accepted);
  await desk.step(E, started, 'opened', TODAY, { openedActual: TODAY, bedsInUse: 95 });
  expect(await desk.figures(E, ['beds-building', 'beds-opened'], TODAY)).toEqual([680, 211]);
  expect(await desk.said('beds-come-into-use', started)).toBe(1);
});

test('[S235 whole] 儿童福利设施：五个节点计划和实际都留，报告把计划写成已完成的看得出，延期原因，投用床位', async () => {
  const C = 'children-facility-project';
  expect(await desk.figures(C, ['listed', 'beds-building', 'beds-opened'], TODAY)).toEqual([3, 150, 60]);
  expect(await desk.figure(`${C}.opened-share`, SO_FAR)).toBe(33.3);
  expect([await desk.figure(`${C}.delay-days`, 2013), await desk.figure(`${C}.delay-days`, 2014), await desk.figure(`${C}.starts`, 2013)]).toEqual([240, 49, 1]);
  const [, building, second] = office.ids.get(C) as [number, number, number];
  expect(await desk.warnings(C, building)).toContain('报告写成2014-12-31已竣工，实际还没有竣工');
  expect(await values(C, building)).toMatchObject({ completedPlanned: '2014-12-31', toppedPlanned: '2014-08-31', toppedActual: '2014-10-28' });

  // a reminder thirty days before the planned day
  expect(await desk.dueSamples(C, '计划竣工的日子快到了')).toEqual([]);
  await desk.change(C, building, TODAY, { completedPlanned: '2014-12-04' });
  expect(await desk.dueSamples(C, '计划竣工的日子快到了')).toEqual([]);
  await desk.change(C, building, TODAY, { completedPlanned: '2014-12-03' });
  expect(await desk.dueSamples(C, '计划竣工的日子快到了')).toEqual([1]);
  await desk.change(C, building, TODAY, { completedPlanned: '2014-10-31' });
  expect(await desk.warnings(C, building)).toContain('计划2014-10-31竣工，还没有实际日期');
  expect((await derived(C, building))['lateDays']).toBe(3);

  // the planned day is no actual one, and stages follow one another
  refused(await desk.tryStep(C, building, 'completed', TODAY), 'input.invalid', '实际竣工日期');
  refusedByRule(await desk.tryStep(C, building, 'completed', TODAY, { completedActual: '2014-12-31' }), '实际日期2014-12-31还没有到');
  refusedByRule(await desk.tryStep(C, building, 'completed', TODAY, { completedActual: '2014-10-01' }), '竣工的实际日期早于封顶');
  await desk.step(C, building, 'completed', TODAY, { completedActual: '2014-11-02' });
  expect(await desk.warnings(C, building)).not.toContain('报告写成');
  expect([(await derived(C, building))['lateDays'], (await values(C, building))['completedPlanned']]).toEqual([2, '2014-10-31']);
  expect(await desk.entries(C, building, 'reports')).toHaveLength(1);

  const opens = { openedActual: TODAY, bedsInUse: 150 };
  refusedByRule(await desk.tryStep(C, building, 'opened', TODAY, opens), '还没有合格的竣工验收');
  await desk.entry(C, building, 'acceptance', TODAY, accepted);
  await desk.step(C, building, 'opened', TODAY, opens);
  expect(await desk.figures(C, ['beds-building', 'beds-opened'], TODAY)).toEqual([0, 210]);
  expect(await desk.target(C, 'beds', 2014, 300)).toEqual({ planned: 300, actual: 210 });
  expect(await desk.figure(`${C}.beds-opened`, '2014-11-02')).toBe(60);
  expect(await desk.said('beds-come-into-use', building)).toBe(1);
  expect((await desk.list(C, { asOf: '2014-11-02', state: 'completed' }))['rows']).toHaveLength(0);

  // not begun in its year, and nobody has said why
  expect(await desk.warnings(C, second)).not.toContain('年内动工');
  await desk.change(C, second, TODAY, { delayReason: null });
  expect(await desk.warnings(C, second)).toContain('计划2013年内动工，年度已过还没有动工');
  await desk.entry(C, second, 'problems', TODAY, { cause: 'land', matter: '青苗补偿', delayDays: 30, solved: false });
  expect((await desk.page(C, second))['totals']).toMatchObject({ delayTotal: 270, problemsOpen: 2 });
});

test('[S236] 救灾物资储备设施：市、区分担，年内立项，验收交付几个；库存系统那一边还没有', async () => {
  const D = 'disaster-facility-project';
  expect(await desk.figures(D, ['warehouses-accepted', 'shared-accepted', 'approvals'], 2014)).toEqual([1, 0, 0]);
  expect(await desk.figures(D, ['warehouses-accepted', 'approvals'], 2013)).toEqual([0, 2]);
  expect(await desk.figure(`${D}.completed-share`, SO_FAR)).toBe(25);
  const [centre, , first] = office.ids.get(D) as [number, number, number];
  // 立项 within the year: said thirty days before the planned day, and when the year is over without it
  expect(await desk.dueSamples(D, '计划立项的日子快到了')).toEqual([]);
  await desk.change(D, centre, TODAY, { approvedPlanned: '2014-12-03' });
  expect(await desk.dueSamples(D, '计划立项的日子快到了')).toEqual([0]);
  expect(await desk.warnings(D, centre)).not.toContain('年内立项');
  await desk.change(D, centre, TODAY, { planYear: 2013 });
  expect(await desk.warnings(D, centre)).toContain('计划2013年内立项，年度已过还没有立项');
  // who bears what
  refusedByRule(await desk.tryEntry(D, first, 'funds', TODAY, { kind: 'granted', source: 'district', amount: 20_000_001 }), '区县下达合计会超过区县分担');
  await desk.entry(D, first, 'funds', TODAY, { kind: 'granted', source: 'district', amount: 20_000_000 });
  refusedByRule(await desk.tryEntry(D, first, 'funds', TODAY, { kind: 'granted', source: 'lottery', amount: 1 }), '市级下达合计会超过市级分担');
  refusedByRule(await desk.tryChange(D, first, TODAY, { districtShare: 50_000_000 }), '区县下达合计会超过');
  refusedByRule(await desk.tryChange(D, first, TODAY, { cityShare: 80_000_000 }), '市级下达合计会超过');
  await desk.change(D, first, TODAY, { budget: 160_000_000 });
  expect(await desk.warnings(D, first)).toContain('少于总投资100,000.00元');
  // handed over after its acceptance
  await desk.step(D, first, 'completed', TODAY, { completedActual: TODAY });
  refusedByRule(await desk.tryStep(D, first, 'accepted', TODAY, { acceptedActual: TODAY }), '还没有合格的竣工验收');
  await desk.entry(D, first, 'acceptance', TODAY, accepted);
  await desk.step(D, first, 'accepted', TODAY, { acceptedActual: TODAY });
  expect(await desk.figures(D, ['warehouses-accepted', 'shared-accepted'], 2014)).toEqual([2, 1]);
  expect(await desk.figure(`${D}.completed-share`, SO_FAR)).toBe(50);
  expect(await desk.figure(`${D}.store-area`, TODAY)).toBe(1520);
  expect(await desk.target(D, 'warehouses', 2014, 4)).toEqual({ planned: 4, actual: 2 });
  expect(await desk.said('warehouse-handed-over', first)).toBe(1);
});

test('[S237] 殡葬设施：用地和批准文件，卡在哪里，年内动工，建成新增能力；公墓管理那一边还没有', async () => {
  const F = 'funeral-facility-project';
  expect(await desk.figures(F, ['listed', 'not-started', 'niches', 'furnaces'], TODAY)).toEqual([4, 2, 12000, 0]);
  expect([await desk.figure(`${F}.started-share`, SO_FAR), await desk.figure(`${F}.problems`, 2014)]).toEqual([50, 3]);
  expect(await desk.target(F, 'starts', 2014, 2)).toEqual({ planned: 2, actual: 1 });
  const [parlour, , hui, garden] = office.ids.get(F) as [number, number, number, number];
  // no start without its two papers
  refusedByRule(await desk.tryStep(F, hui, 'started', TODAY, { startedActual: TODAY }), '动工前要有殡葬设施批准文号和用地批准文号');
  await desk.step(F, hui, 'started', TODAY, { startedActual: TODAY, funeralApproval: '中府办复〔2014〕70号', landPaper: '国土批字〔2014〕52号' });
  expect(await desk.warnings(F, hui)).toContain('“前期手续”里没有施工许可');
  expect(await desk.target(F, 'starts', 2014, 2)).toEqual({ planned: 2, actual: 2 });
  expect((await desk.page(F, hui))['totals']).toMatchObject({ problemsOpen: 1, delayTotal: 120 });
  const [land] = await desk.entries(F, hui, 'problems') as [Entry];
  await desk.correct(F, 'problems', land.entry, land.day, { solved: true, measure: '置换用地' });
  expect((await desk.page(F, hui))['totals']).toMatchObject({ problemsOpen: 0 });
  await desk.change(F, garden, TODAY, { planYear: 2013 });
  expect(await desk.warnings(F, garden)).toContain('计划2013年内动工，年度已过还没有动工');
  // capacity counts when the house is in use
  await desk.step(F, parlour, 'completed', TODAY, { completedActual: TODAY });
  await desk.entry(F, parlour, 'acceptance', TODAY, accepted);
  refusedByRule(await desk.tryStep(F, parlour, 'opened', TODAY, { openedActual: TODAY }), '至少一项');
  expect(await desk.figure(`${F}.furnaces`, TODAY)).toBe(0);
  await desk.step(F, parlour, 'opened', TODAY, { openedActual: TODAY, furnaces: 4, halls: 3 });
  expect(await desk.figures(F, ['furnaces', 'halls', 'not-started'], TODAY)).toEqual([4, 3, 1]);
  expect(await desk.figure(`${F}.furnaces`, '2014-11-02')).toBe(0);
  expect(await desk.said('capacity-added', parlour)).toBe(1);
});

test('[S238 whole] 军供站、烈士陵园：前期手续清单、各年资金，建成的自动转入它的台账，改扩建的接到原来那一处', async () => {
  const M = 'military-facility-project';
  const [station, park] = office.ids.get(M) as [number, number];
  expect(await derived(M, station)).toMatchObject({ stepsLeft: 4 });
  expect(await desk.figures(M, ['in-preliminary', 'memorial-sites', 'supply-capacity'], TODAY)).toEqual([1, 1, 0]);
  // money by year
  expect(await desk.figures(M, ['funds-granted', 'funds-paid'], 2013)).toEqual([6_580_000, 0]);
  expect(await desk.figures(M, ['funds-granted', 'funds-paid'], 2014)).toEqual([7_800_000, 9_321_000]);
  expect(await desk.target(M, 'funds', 2014, 12_000_000)).toEqual({ planned: 12_000_000, actual: 9_321_000 });
  refusedByRule(await desk.tryEntry(M, park, 'funds', TODAY, { kind: 'paid', ...yuan(18_000_000) }), '支付合计会超过总投资');
  await desk.entry(M, station, 'funds', TODAY, { kind: 'paid', ...yuan(400_000) });
  expect(await desk.warnings(M, station)).toContain('支付合计多于下达合计');

  // the preliminary work's own list
  const start = { startedActual: TODAY };
  refusedByRule(await desk.tryStep(M, station, 'started', TODAY, start), '前期手续还缺4项');
  for (const step of ['approval', 'planning', 'construction-permit']) await desk.entry(M, station, 'preparation', TODAY, { step, documentNumber: `${step} 1号` });
  await desk.entry(M, station, 'preparation', TODAY, { step: 'planning', documentNumber: '补正 2号' });
  refusedByRule(await desk.tryStep(M, station, 'started', TODAY, start), '前期手续还缺1项');
  await desk.entry(M, station, 'preparation', TODAY, { step: 'start-order', documentNumber: '开工令 1号' });
  await desk.step(M, station, 'started', TODAY, start);
  expect(await desk.figure(`${M}.starts`, 2014)).toBe(1);

  // a new station goes among the houses, once
  const facilities = await desk.figure('facility.used', TODAY);
  await desk.step(M, station, 'completed', TODAY, { completedActual: TODAY });
  await desk.entry(M, station, 'acceptance', TODAY, accepted);
  refusedByRule(await desk.tryStep(M, station, 'opened', TODAY, { openedActual: TODAY }), '每餐供应能力');
  await desk.step(M, station, 'opened', TODAY, { openedActual: TODAY, mealsPerSitting: 800 });
  await office.bureau.work();
  expect(await desk.figure('facility.used', TODAY)).toBe(facilities + 1);
  const house = (await values(M, station))['station'] as number;
  expect(await values('facility', house)).toMatchObject({ name: '市军供站迁建', use: '军供站，每餐供应800人' });
  expect(((await desk.page('facility', house))['pointing'] as { rows: { id: number }[] }[]).flatMap((one) => one.rows.map((row) => row.id))).toContain(station);
  expect(await desk.figure(`${M}.supply-capacity`, TODAY)).toBe(800);

  // what is enlarged is there already: named, and not written a second time
  const sites = await desk.figure('memorial-site.sites', TODAY);
  await desk.step(M, park, 'completed', TODAY, { completedActual: TODAY });
  await desk.entry(M, park, 'acceptance', TODAY, accepted);
  const opened = { openedActual: TODAY, memorialArea: '21000' };
  refusedByRule(await desk.tryStep(M, park, 'opened', TODAY, opened), '烈士纪念设施台账里原来的那一处');
  await desk.step(M, park, 'opened', TODAY, { ...opened, place: desk.nth('memorial-site', 0) });
  await office.bureau.work();
  expect(await desk.figure('memorial-site.sites', TODAY)).toBe(sites);
  expect(((await desk.page('memorial-site', desk.nth('memorial-site', 0)))['pointing'] as { rows: { id: number }[] }[]).flatMap((one) => one.rows.map((row) => row.id))).toContain(park);

  // a new memorial site
  const hall = await desk.open(M, '2014-10-01', { name: '抗战烈士纪念馆', house: 'memorial', works: 'new', grade: 'county', acceptanceFiling: '备2014-9', stepsNeeded: ['approval'] });
  await desk.entry(M, hall, 'preparation', TODAY, { step: 'approval', documentNumber: '发改 9号' });
  await desk.step(M, hall, 'started', '2014-10-08', { startedActual: '2014-10-08' });
  await desk.step(M, hall, 'completed', '2014-10-20', { completedActual: '2014-10-20' });
  refusedByRule(await desk.tryStep(M, hall, 'opened', '2014-10-28', { openedActual: '2014-10-28' }), '占地面积');
  await desk.step(M, hall, 'opened', '2014-10-28', { openedActual: '2014-10-28', memorialArea: '950' });
  await office.bureau.work();
  expect([await desk.figure('memorial-site.sites', TODAY), await desk.figure('memorial-site.sites', '2014-10-27')]).toEqual([sites + 1, sites]);
  expect(await values('memorial-site', (await values(M, hall))['place'] as number)).toMatchObject({ name: '抗战烈士纪念馆', kind: 'hall', grade: 'county', builtOn: 2014, area: '950.00' });
  // delivered a second time, it changes nothing
  await office.bureau.peek(`insert into city.job (kind, payload, run_after) values ('event:record.memorial-site-added', '{"register": "${M}", "record": ${hall}, "state": "opened"}', now()) returning id`);
  await office.bureau.work();
  expect(await desk.figure('memorial-site.sites', TODAY)).toBe(sites + 1);
});
