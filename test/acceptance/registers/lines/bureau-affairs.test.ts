import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findDemoRecords } from '../../../../demo/records/plant-records.ts';
import { command } from '../../../../src/kernel/db/command.ts';
import { storeFile } from '../../../../src/kernel/documents/store-file.ts';
import { Desk, type Entry, percent, refused, refusedByRule, SO_FAR, TODAY, type When } from '../register-desk.ts';
import { openRegisterOffice, type RegisterOffice } from '../register-office.ts';

/** 党建保障: the bureau's own house, each register through every clause of its row. */
let office: RegisterOffice;
let desk: Desk;
beforeAll(async () => { office = await openRegisterOffice(await findDemoRecords()); desk = new Desk(office); }, 240_000);
afterAll(() => office.close());

/** Figures of several registers, in the order asked. */
const several = (ids: readonly string[], when: When): Promise<number[]> => Promise.all(ids.map((id) => desk.figure(id, when)));
const derived = async (register: string, record: number): Promise<Record<string, unknown>> => (await desk.page(register, record))['derived'] as Record<string, unknown>;

test('[S222 whole] 党建考评：考评表、佐证、打分、退回整改、按得分排名次，上下半年合成年度结果', async () => {
  const R = 'party-appraisal';
  expect(await several(['appraisal-item.items', 'appraisal-item.points', `${R}.excellent`, `${R}.returned`], TODAY)).toEqual([8, 100, 3, 1]);
  expect(await desk.figure(`${R}.confirmed-share`, SO_FAR)).toBe(80);
  const branch = (at: number): number => desk.nth(R, at);
  // the last one was handed in on 14 July and waits: twenty days are over
  expect(await desk.dueSamples(R, '报送后一直没有考评')).toEqual([9]);
  refusedByRule(await desk.tryStep(R, branch(9), 'scored', TODAY), '还有8项没有考评');
  const [item] = await desk.entries(R, branch(9), 'scores') as [Entry];
  refusedByRule(await desk.tryCorrect(R, 'scores', item.entry, item.day, { score: '99.0', scored: true }), '考评分高于');
  refusedByRule(await desk.tryCorrect(R, 'scores', item.entry, item.day, { evidence: null }), '佐证');
  const evidence = Buffer.from('签到表');
  const stored = await command(office.bureau.city, office.keeper, storeFile(evidence), { name: '签到表.txt', mediaType: 'text/plain', sha256: createHash('sha256').update(evidence).digest('hex'), size: evidence.length }, { key: 'appraisal-evidence' });
  if (!stored.ok) throw new Error(JSON.stringify(stored));
  await desk.correct(R, 'scores', item.entry, item.day, { evidence: null, papers: [stored.result.id] });
  for (const one of await desk.entries(R, branch(9), 'scores')) await desk.correct(R, 'scores', one.entry, one.day, { scored: true, score: String(Number(one.values['weight']) - (one.entry === item.entry ? 3 : 0)) });
  await desk.step(R, branch(9), 'scored', TODAY);
  expect(await derived(R, branch(9))).toMatchObject({ points: 97, scoreRate: 97, place: 4 });
  // equal points share the place; the next counts on
  expect([(await derived(R, branch(3)))['place'], (await derived(R, branch(4)))['place'], (await derived(R, branch(8)))['place']]).toEqual([4, 6, undefined]);
  refusedByRule(await desk.tryStep(R, branch(9), 'confirmed', TODAY, { grade: 'good', rank: 5 }), '排在第4名，写的是第5名');
  await desk.step(R, branch(9), 'confirmed', TODAY, { grade: 'good', rank: 4 });
  expect(await desk.warnings(R, branch(0))).toContain('同期还有1份没有考评');

  // sent back with its reason and its day, handed in again
  await desk.step(R, branch(8), 'submitted', TODAY);
  refused(await desk.tryStep(R, branch(8), 'returned', TODAY, { returnReason: null, correctBy: null }), 'input.invalid', '退回原因');
  await desk.step(R, branch(8), 'returned', TODAY, { returnReason: '佐证仍不全', correctBy: '2014-11-08' });
  expect(await desk.dueSamples(R, '退回整改快到期')).toEqual([8]);
  await desk.change(R, branch(8), TODAY, { correctBy: '2014-11-09' });
  expect(await desk.dueSamples(R, '退回整改快到期')).toEqual([]);

  // two halves make the year, and the year is told to the yearly appraisal of units
  const sheet = (at: number, period: string, more: object = {}) => ({ title: `第${at + 1}党支部2014年${period}`, branch: desk.nth('party-branch', at), year: 2014, period, fullMarks: '100.0', ...more });
  refused(await desk.tryOpen(R, TODAY, { title: '无支部', year: 2014, period: 'year', fullMarks: '100.0' }), 'input.invalid', '党支部');
  refusedByRule(await desk.tryStep(R, await desk.open(R, TODAY, sheet(2, 'second-half')), 'submitted', TODAY), '还没有逐项自评');
  const years: number[] = [];
  for (const [at, half] of [[0, '96.0'], [1, '98.0']] as const) {
    const year = await desk.open(R, TODAY, sheet(at, 'year'));
    await desk.step(R, year, 'submitted', TODAY);
    refusedByRule(await desk.tryStep(R, year, 'scored', TODAY), '先考评上半年和下半年');
    const second = await desk.open(R, TODAY, sheet(at, 'second-half', { takenScore: half }));
    await desk.step(R, second, 'submitted', TODAY);
    await desk.step(R, second, 'scored', TODAY);
    await desk.step(R, year, 'scored', TODAY);
    years.push(year);
  }
  expect((await Promise.all(years.map((year) => derived(R, year)))).map((one) => [one['scoreRate'], one['place']])).toEqual([[98, 2], [98.5, 1]]);
  await desk.step(R, years[1] as number, 'confirmed', TODAY, { grade: 'excellent', rank: 1 });
  expect(await desk.figure(`${R}.year-results`, TODAY)).toBe(1);
  expect(await desk.said('result-confirmed', years[1] as number)).toBe(1);
});

test('[S223 whole] 三会一课到期没开就提醒，谈话、检查到期提醒，廉政风险按权力列出', async () => {
  const B = 'party-branch';
  expect(await desk.dueSamples(B, '该开支部党员大会了')).toEqual([8]);
  expect(await desk.dueSamples(B, '该开支部委员会了')).toEqual([3, 7]);
  expect(await desk.dueSamples(B, '该上党课了')).toEqual([5]);
  expect(await desk.dueSamples(B, '该开党小组会了')).toEqual([]);
  expect(await desk.dueSamples(B, '支部快到期换届')).toEqual([0, 1, 2]);
  const met = (due: number, present: number) => ({ topic: '补课', due, present });
  // three months to the day: held on 3 August it is due today, on 4 August tomorrow
  const [first, second] = [desk.nth(B, 5), desk.nth(B, 8)];
  await desk.entry(B, first, 'lectures', '2014-08-03', met(22, 20));
  expect(await desk.dueSamples(B, '该上党课了')).toEqual([5]);
  await desk.entry(B, first, 'lectures', '2014-08-04', met(22, 20));
  expect(await desk.dueSamples(B, '该上党课了')).toEqual([]);
  expect(await desk.figure(`${B}.general-meetings`, 2014)).toBe(29);
  refusedByRule(await desk.tryEntry(B, second, 'general-meetings', TODAY, met(9, 10)), '多于应到');
  await desk.entry(B, second, 'general-meetings', TODAY, met(9, 5));
  expect(await desk.dueSamples(B, '该开支部党员大会了')).toEqual([]);
  expect(await desk.figure(`${B}.general-meetings`, 2014)).toBe(30);
  const meetings = desk.sampleEntries(B, 'general-meetings').map((one) => one.values as { due: number; present: number });
  const [due, present] = [meetings.reduce((sum, one) => sum + one.due, 9), meetings.reduce((sum, one) => sum + one.present, 5)];
  expect(await desk.figure(`${B}.attendance-rate`, 2014)).toBe(percent(present, due));
  const own = (desk.samples(B)[8]?.entries?.['general-meetings'] ?? []).map((one) => one.values as { due: number; present: number });
  expect((await derived(B, second))['attendanceRate']).toBe(percent(own.reduce((sum, one) => sum + one.present, 5), own.reduce((sum, one) => sum + one.due, 9)));
  // who was missing and has not caught up
  expect(await desk.figure(`${B}.absent`, 2014)).toBe(10);
  expect((await desk.page(B, first))['totals']).toMatchObject({ notCaughtUp: 1, noExcuse: 1 });

  // talks: the discipline post alone
  expect(await desk.dueSamples('discipline-talk', '该谈话了')).toEqual([8]);
  expect(await desk.dueSamples('discipline-talk', '该回访了')).toEqual([2, 4, 10]);
  const talk = desk.nth('discipline-talk', 8);
  refused(await desk.tryStep('discipline-talk', talk, 'talked', TODAY), 'input.invalid', '谈话日期');
  await desk.step('discipline-talk', talk, 'talked', TODAY, { talkedOn: TODAY, talker: '陈书记', followUpDue: '2014-11-10' });
  expect(await desk.dueSamples('discipline-talk', '该谈话了')).toEqual([]);
  expect(await desk.dueSamples('discipline-talk', '该回访了')).toEqual([2, 4, 8, 10]);
  refusedByRule(await desk.tryStep('discipline-talk', talk, 'followed', TODAY, { followedUpOn: '2014-11-02', outcome: '已改' }), '早于谈话日期');
  for (const role of ['town-clerk', 'bureau-affairs-clerk', 'statistician']) {
    const answer = await office.bureau.see(await office.bureau.at(role, '442000'), 'records.get', { register: 'discipline-talk', record: talk }).catch((error: Error) => error.message);
    expect(String(answer), role).toMatch(/40[34]/);
  }

  // risks by power, each with its checks
  expect(await desk.figures('power-risk', ['risks', 'high'], TODAY, 'discipline-clerk')).toEqual([12, 5]);
  expect(await desk.figure('power-risk.controlled-share', SO_FAR, 'discipline-clerk')).toBe(91.7);
  expect(await desk.figures('power-risk', ['inspections', 'problems'], 2014, 'discipline-clerk')).toEqual([8, 12]);
  expect(await desk.dueSamples('power-risk', '半年没有检查过')).toEqual([2, 5, 8, 11]);
  expect(await desk.warnings('power-risk', desk.nth('power-risk', 1))).toContain('整改期限2014-09-30已过');
  const powers = await desk.list('power-risk', { sort: { by: 'power' }, limit: 50 });
  expect(new Set((powers['rows'] as { values: { power: string } }[]).map((row) => row.values.power)).size).toBe(12);
});

test('[S224 whole] 教育实践活动：环节、系列、动作一棵树，每一级计划几项完成几项；10 个支部 205 名党员', async () => {
  expect(await desk.figure('party-branch.branches', TODAY)).toBe(10);
  expect(await several(['education-campaign.members', 'education-campaign.branches', 'campaign-stage.laid-out', 'campaign-series.laid-out', 'campaign-action.laid-out'], 2014)).toEqual([205, 10, 3, 9, 42]);
  const shares = ['campaign-stage.done-share', 'campaign-series.done-share', 'campaign-action.done-share'];
  expect(await several(shares, SO_FAR)).toEqual([66.7, 88.9, 92.9]);
  expect(await desk.figure('campaign-action.done-share', { from: '2014-01-01', to: '2014-06-01' })).toBe(33.3);
  const [campaign, stage, series] = [desk.nth('education-campaign', 0), desk.nth('campaign-stage', 2), desk.nth('campaign-series', 8)];
  const below = async (register: string, record: number) => { const { lowerLaidOut, lowerFinished, lowerShare } = await derived(register, record); return [lowerLaidOut, lowerFinished, lowerShare]; };
  expect(await below('education-campaign', campaign)).toEqual([3, 2, 66.7]);
  expect(await below('campaign-stage', stage)).toEqual([3, 2, 66.7]);
  expect(await below('campaign-series', series)).toEqual([4, 1, 25]);
  expect(((await desk.page('campaign-series', series))['pointing'] as { register: string; rows: unknown[] }[]).find((one) => one.register === 'campaign-action')?.rows).toHaveLength(4);

  // an action has its owner, its day, and its proof
  refused(await desk.tryOpen('campaign-action', TODAY, { title: '无主', series, dueOn: '2014-11-20' }), 'input.invalid', '责任人');
  const late = await desk.open('campaign-action', TODAY, { title: '已过期的', series, owner: '李同志', dueOn: '2014-11-02' });
  expect(await desk.warnings('campaign-action', late)).toContain('2014-11-02应完成');
  const soon = await desk.open('campaign-action', TODAY, { title: '十天后的', series, owner: '李同志', dueOn: '2014-11-13' });
  const later = await desk.open('campaign-action', TODAY, { title: '十一天后的', series, owner: '李同志', dueOn: '2014-11-14' });
  const due = (await office.see('records.due', { register: 'campaign-action' }) as unknown as { record: number }[]).map((row) => row.record);
  expect([late, soon, later].map((one) => due.includes(one))).toEqual([true, true, false]);
  for (const one of [late, soon, later]) await desk.step('campaign-action', one, 'cancelled', TODAY);
  expect(await below('campaign-series', series)).toEqual([4, 1, 25]);
  const finish = { finishedOn: TODAY, proof: '小结' };
  refused(await desk.tryStep('campaign-action', desk.nth('campaign-action', 39), 'done', TODAY, { finishedOn: TODAY }), 'input.invalid', '佐证');
  refusedByRule(await desk.tryStep('campaign-action', desk.nth('campaign-action', 39), 'done', TODAY, { ...finish, finishedOn: '2014-11-04' }), '还没有到');

  // what hangs on it is done first, from the bottom up
  refusedByRule(await desk.tryStep('campaign-series', series, 'done', TODAY, finish), '下面还有3项没有完成');
  refusedByRule(await desk.tryStep('education-campaign', campaign, 'concluded', TODAY), '下面还有1项');
  for (const at of [39, 40, 41]) await desk.step('campaign-action', desk.nth('campaign-action', at), 'done', TODAY, finish);
  refusedByRule(await desk.tryStep('campaign-stage', stage, 'done', TODAY, finish), '下面还有1项');
  await desk.step('campaign-series', series, 'done', TODAY, finish);
  await desk.step('campaign-stage', stage, 'done', TODAY, finish);
  expect(await several(shares, SO_FAR)).toEqual([100, 100, 100]);
  await desk.step('education-campaign', campaign, 'concluded', TODAY);
  expect((await desk.page('education-campaign', campaign))['totals']).toMatchObject({ members: 205, branches: 10 });
});

test('[S225 whole] 荣誉：称号、级别、授予、有效期、获得者齐全，连续第几次自己数，缺一年就断；年度总结的名单', async () => {
  const H = 'honour';
  const row = (at: number) => derived(H, desk.nth(H, at));
  expect([(await row(3))['inARow'], (await row(3))['timesKnown'], (await row(13))['inARow'], (await row(14))['inARow']]).toEqual([3, 3, 2, 1]);
  expect(await desk.dueSamples(H, '称号快到期，复评')).toEqual([7]);
  expect((await row(7))['daysLeft']).toBe(147);
  const title = (more: object) => ({ name: '全省民政信息工作先进单位', kind: 'title', level: 'provincial', line: 'bureau', holderName: '市民政局', givenBy: '省民政厅', givenOn: '2014-02-27', ...more });
  const [on, given] = ['2014-02-27', { state: 'given' }];
  refusedByRule(await desk.tryOpen(H, on, title({ run: 'first-time' }), given), '没有中断，次第应选“连续”');
  refusedByRule(await desk.tryOpen(H, on, title({ run: 'consecutive', consecutive: 3 }), given), '这一次应是连续第2次');
  refusedByRule(await desk.tryOpen(H, on, title({ run: 'consecutive', validUntil: '2014-02-27' }), given), '有效期');
  refused(await desk.tryOpen(H, on, { ...title({ run: 'consecutive' }), holderName: undefined }, given), 'input.invalid', '获得者');
  const again = await desk.open(H, on, title({ run: 'consecutive', validUntil: '2015-02-27', givenPaper: '粤民函〔2014〕30号' }), given);
  expect((await derived(H, again))['inARow']).toBe(2);
  // another holder has his own row; an older one unknown here rests on what is written
  const other = { ...title({ run: 'consecutive', consecutive: 4 }), holderName: '小榄镇' };
  refusedByRule(await desk.tryOpen(H, on, other, given), '写出处');
  expect((await derived(H, await desk.open(H, on, { ...other, evidence: '省厅通报' }, given)))['inARow']).toBe(4);
  // a title every four years is not broken by the years between
  const city = { name: '全省双拥模范城', kind: 'title', level: 'provincial', line: 'special-care', holderName: '中山市', givenOn: '2014-10-20', run: 'again', cycleYears: 1 };
  const broke = await desk.open(H, '2014-10-20', city, { state: 'given' });
  expect((await derived(H, broke))['inARow']).toBe(1);
  refusedByRule(await desk.tryChange(H, broke, TODAY, { cycleYears: 4 }), '应选“连续”');
  expect(await desk.figure(`${H}.given`, 2014)).toBe(6);
  await office.done('records.take-back', { register: H, record: broke, seen: (await desk.page(H, broke))['seen'], reason: '试登记' });

  // the list of the year, and what stands on a day
  expect(await desk.figures(H, ['given', 'national', 'consecutive'], 2014)).toEqual([5, 3, 2]);
  expect(await desk.figures(H, ['given', 'lapsed'], 2013)).toEqual([4, 1]);
  expect([await desk.figure(`${H}.in-force`, TODAY), await desk.figure(`${H}.in-force`, '2012-01-01')]).toEqual([8, 3]);
  const statistician = await office.bureau.at('statistician', '442000');
  const list = await office.bureau.see(statistician, 'statistics.list-rows', { id: `${H}.given`, from: '2014-01-01', to: '2015-01-01' });
  expect((list['rows'] as { label: string }[]).map((one) => one.label)).toContain('首批全国社会工作服务标准化建设示范地区');

  // 首批, 首个: the numbers of the reports
  expect(await desk.figure(`${H}.batch-national`, 2014)).toBe(1);
  expect(await desk.figure(`${H}.first-provincial`, 2013)).toBe(1);
  const first = (level: string, line: string, more: object) => desk.open(H, '2014-05-05', { name: `${line}首创`, kind: 'first', level, line, holderName: '市民政局', givenOn: '2014-05-05', run: 'first-time', ...more }, { state: 'given' });
  expect(await desk.warnings(H, await first('county', 'elderly', { place: 1 }))).toContain('首创的说法要有依据');
  for (const [level, line] of [['national', 'elderly'], ['national', 'charity'], ['provincial', 'charity']] as const) await first(level, line, { place: 1, basis: desk.nth('policy-document', 0) });
  expect(await desk.figures(H, ['first-national', 'first-provincial', 'first-county'], 2014)).toEqual([1, 1, 1]);
});

test('[S228 whole] 政策宣传：材料审定才用，开始了才进社区，到过的村居占全部村居，没去过的列得出', async () => {
  const P = 'publicity-campaign';
  const all = office.ground.villages.length;
  const sessions = desk.sampleEntries(P, 'sessions').map(({ on, values }) => ({ on, ...values as { community: string; attendance: number } }));
  const reached = new Set(sessions.map((one) => one.community));
  const rate = (places: number): number => percent(places, all);
  expect(sessions).toHaveLength(180);
  expect(await desk.figures(P, ['campaigns', 'sessions', 'communities', 'attendance'], 2014)).toEqual([7, 180, reached.size, sessions.reduce((sum, one) => sum + one.attendance, 0)]);
  expect(await desk.figure(`${P}.community-coverage`, SO_FAR)).toBe(rate(reached.size));
  const statistician = await office.bureau.at('statistician', '442000');
  expect((await office.bureau.see(statistician, 'statistics.get-figure', { id: `${P}.community-coverage`, from: '2014-01-01', to: '2014-11-04' }))['indicator']).toMatchObject({ definition: '当期到过的村居 ÷ 全部村居' });
  const now = await desk.missing(P);
  expect([now.all, now.without]).toEqual([all, all - reached.size]);
  expect((await desk.missing(P, '2014-03-31')).without).toBe(all - new Set(sessions.filter((one) => one.on <= '2014-03-31').map((one) => one.community)).size);
  expect((await desk.missing(P, '2013-12-31')).without).toBe(all);

  // the one being prepared: its film is not approved yet
  const next = desk.nth(P, 7);
  expect(await desk.dueSamples(P, '宣传活动快开始，材料审定了没有')).toEqual([7]);
  const unseen = now.places[0]?.code ?? '';
  const session = { community: unseen, form: 'stall', attendance: 66, handedOut: 80 };
  refusedByRule(await desk.tryEntry(P, next, 'sessions', TODAY, session), '还没有开始');
  refusedByRule(await desk.tryStep(P, next, 'running', TODAY), '还有1份宣传材料没有审定');
  const film = (await desk.entries(P, next, 'materials')).find((one) => one.values['approved'] === false) as Entry;
  refusedByRule(await desk.tryCorrect(P, 'materials', film.entry, film.day, { usedFrom: TODAY }), '还没有审定，不能使用');
  refusedByRule(await desk.tryCorrect(P, 'materials', film.entry, film.day, { approved: true }), '审定人和审定日期');
  refusedByRule(await desk.tryCorrect(P, 'materials', film.entry, film.day, { approved: true, approver: '何科长', approvedOn: TODAY, usedFrom: '2014-11-02' }), '早于审定日期');
  await desk.correct(P, 'materials', film.entry, film.day, { approved: true, approver: '何科长', approvedOn: TODAY, usedFrom: TODAY });
  await desk.step(P, next, 'running', TODAY);
  await desk.entry(P, next, 'sessions', TODAY, session);
  refused(await desk.tryEntry(P, next, 'sessions', TODAY, session), 'record.entry-twice');
  expect((await desk.missing(P)).places.map((one) => one.code)).not.toContain(unseen);
  expect(await desk.figure(`${P}.community-coverage`, SO_FAR)).toBe(rate(reached.size + 1));
  expect((await desk.page(P, next))['totals']).toMatchObject({ sessionsHeld: 1, reached: 1, attendanceTotal: 66, materialsWaiting: 0 });
  expect(await desk.target(P, 'communities', 2014, 200)).toEqual({ planned: 200, actual: reached.size + 1 });
  refused(await desk.tryStep(P, next, 'finished', TODAY, { endsOn: null }), 'input.invalid', '结束日期');
});

test('[S230 whole] 队伍和党务人员有岗位有资格；培训计划、到课、学时；参训 ÷ 应训', async () => {
  const [M, T] = ['staff-member', 'staff-training'];
  expect(await desk.figures(M, ['serving', 'party-workers'], TODAY)).toEqual([38, 15]);
  expect(await desk.figure(`${M}.serving`, '2014-06-29')).toBe(40);
  expect(await several([`${M}.gone`, `${M}.social-workers`, `${M}.outside-hours`, `${T}.held`], 2014)).toEqual([2, 7, 200, 5]);
  const classes = desk.samples(T);
  const came = classes.flatMap((one) => one.entries?.['attendance'] ?? []).filter((one) => one.values['came'] === true);
  const hours = came.reduce((sum, one) => sum + Number(one.values['creditHours']), 0);
  expect(await desk.figures(T, ['persons', 'attended', 'credit-hours'], 2014)).toEqual([31, came.length, hours]);
  expect(await desk.figure(`${T}.trained-rate`, 2014)).toBe(100);
  expect(await desk.target(T, 'classes', 2014, 6)).toEqual({ planned: 6, actual: 5 });

  // a class: who was due, who came, for how many hours
  const social = desk.nth(T, 2);
  expect(await desk.warnings(T, social)).toContain('应训24人，到课22人，准假1人');
  expect(await derived(T, social)).toMatchObject({ trainedRate: 91.7 });
  const [, , , , , november] = (office.ids.get(T) ?? []) as number[];
  expect(await desk.dueSamples(T, '培训班快开班')).toEqual([5]);
  const newcomer = office.ground.person(4890, 30);
  await desk.entry(T, november as number, 'due', TODAY, { must: true }, newcomer);
  expect((await desk.tryEntry(T, november as number, 'due', TODAY, { must: true }, newcomer)).body['code']).toBe('record.entry-twice');
  expect(await desk.figure(`${T}.trained-rate`, 2014)).toBe(96.9);
  refusedByRule(await desk.tryEntry(T, social, 'attendance', TODAY, { came: true, creditHours: '14.5' }, newcomer), '超过了本期培训的学时');
  await desk.entry(T, social, 'attendance', TODAY, { came: true, creditHours: '14.0' }, newcomer);
  expect(await desk.figures(T, ['persons', 'credit-hours', 'trained-rate'], 2014)).toEqual([32, hours + 14, 100]);
  // persons are linked, not retyped: the member's page leads from the register of people
  refused(await desk.tryOpen(M, TODAY, { staffing: 'civil-servant' }, { person: newcomer }), 'input.invalid', '岗位');
  const member = await desk.open(M, TODAY, { staffing: 'civil-servant', post: '科员', party: 'committee', startedOn: TODAY }, { person: newcomer });
  await desk.entry(M, member, 'qualifications', TODAY, { qualification: 'law', level: '市级', certificate: '粤执1' });
  expect((await desk.page(M, member))['totals']).toMatchObject({ qualificationsHeld: 1 });
  expect(await desk.figures(M, ['serving', 'party-workers'], TODAY)).toEqual([39, 16]);
});

test('[S231 whole] 福利企业：残疾人职工比例照当天的规定，年度产值利润，风险，按状态数', async () => {
  const E = 'welfare-enterprise';
  const states = ['enterprises', 'running-enterprises', 'struggling-enterprises', 'idle-enterprises'];
  expect(await desk.figures(E, states, TODAY)).toEqual([6, 4, 1, 1]);
  expect(await desk.figures(E, states, '2014-04-14')).toEqual([6, 5, 0, 1]);
  expect(await desk.figure(`${E}.output`, 2013)).toBe(33_000_000);
  expect(await desk.figure(`${E}.profit`, 2013)).toBe(210_000);
  expect(await desk.figure(`${E}.risks`, 2014)).toBe(3);
  expect(await desk.figure(`${E}.disabled-share`, { from: '2014-07-01', to: '2014-10-01' })).toBe(28.2);
  expect(await desk.warnings(E, desk.nth(E, 3))).toContain('残疾人职工14人，占职工60人的23.3%，不到25%');
  expect(await desk.warnings(E, desk.nth(E, 0))).toBe('');
  expect(await derived(E, desk.nth(E, 3))).toMatchObject({ disabledShare: 23.3 });
  const printing = desk.nth(E, 0);
  const counted = (staff: number, disabled: number) => ({ staff, disabled, countedOn: '2014-10-31' });
  refusedByRule(await desk.tryEntry(E, printing, 'staffing', TODAY, counted(20, 21)), '不会多于全部职工');
  await desk.entry(E, printing, 'staffing', TODAY, counted(100, 24));
  expect(await desk.warnings(E, printing)).toContain('24.0%');
  const [last] = await desk.entries(E, printing, 'staffing') as [Entry];
  await desk.correct(E, 'staffing', last.entry, last.day, { disabled: 25 });
  expect(await desk.warnings(E, printing)).toBe('');
  expect(await desk.dueSamples(E, '年检快到期')).toEqual([2]);
  expect(await desk.dueSamples(E, '该报职工人数了')).toEqual([]);
  // a risk stands until it is settled
  const garments = desk.nth(E, 4);
  const [risk] = await desk.entries(E, garments, 'risks') as [Entry];
  expect((await desk.page(E, garments))['totals']).toMatchObject({ risksOpen: 1 });
  await desk.correct(E, 'risks', risk.entry, risk.day, { settled: true, measure: '换了客户' });
  expect((await desk.page(E, garments))['totals']).toMatchObject({ risksOpen: 0 });
  refused(await desk.tryStep(E, printing, 'struggling', TODAY), 'input.invalid', '停产、关闭原因');
  await desk.step(E, garments, 'closed', TODAY, { stateReason: '厂房到期' });
  expect(await desk.figures(E, states, TODAY)).toEqual([5, 4, 0, 1]);
  expect(await desk.figure(`${E}.gone`, 2014)).toBe(1);
});

test('[S232 whole] 课题：负责人、方案、问卷、样本；答卷留成数据；报告连到它支持的政策；今年结题几项', async () => {
  const T = 'research-topic';
  expect(await desk.figures(T, ['finished', 'begun', 'sheets', 'policies'], 2014)).toEqual([2, 6, 40, 1]);
  expect([await desk.figure(`${T}.under-way`, TODAY), await desk.figure(`${T}.under-way`, '2014-06-23')]).toEqual([4, 5]);
  expect(await derived(T, desk.nth(T, 0))).toMatchObject({ returnRate: 100 });
  expect((await desk.page(T, desk.nth(T, 0)))['totals']).toMatchObject({ questions: 4, sheets: 40, answersKept: 160, policiesSupported: 1 });
  const [outcome] = (await office.see('records.entries', { register: T, record: desk.nth(T, 0), sub: 'outcomes' }))['rows'] as { links: { policy?: { title: string } } }[];
  expect(outcome?.links.policy?.title).toContain('居家养老服务中心管理办法');
  expect(await desk.warnings(T, desk.nth(T, 4))).toContain('计划2014-09-30完成');
  expect(await desk.dueSamples(T, '课题快到期')).toEqual([2, 4]);

  // one study to its end
  const study = desk.nth(T, 2);
  await desk.change(T, study, TODAY, { surveyForm: '经办情况问卷', sampling: 'all', sampleSize: 2 });
  await desk.step(T, study, 'writing', TODAY);
  refused(await desk.tryStep(T, study, 'finished', TODAY, { finishedOn: TODAY }), 'input.invalid', '报告名称');
  const end = { finishedOn: TODAY, report: '落实情况调研报告' };
  refusedByRule(await desk.tryStep(T, study, 'finished', TODAY, end), '计划样本2份，收回0份');
  const answer = (sheet: string, code: string, more: object = { choice: '1' }) => desk.tryEntry(T, study, 'answers', TODAY, { sheet, code, ...more });
  refusedByRule(await answer('D001', '1'), '登记了0题');
  await desk.entry(T, study, 'questions', TODAY, { code: '1', question: '窗口是否受理', choices: '1 是；2 否' });
  refusedByRule(await answer('D001', '1', {}), '选项、数值或文字');
  expect((await answer('D001', '1')).status).toBe(200);
  refusedByRule(await answer('D001', '2'), '回答里有2个题号');
  expect((await answer('D001', '1')).body['code']).toBe('record.entry-twice');
  refusedByRule(await desk.tryStep(T, study, 'finished', TODAY, end), '收回1份');
  expect((await answer('D002', '1', { choice: '2' })).status).toBe(200);
  refusedByRule(await desk.tryEntry(T, study, 'outcomes', TODAY, { kind: 'issued', summary: '实施细则' }), '链接到那份政策文件');
  await desk.entry(T, study, 'outcomes', TODAY, { kind: 'issued', summary: '实施细则', policy: desk.nth('policy-document', 0) });
  refusedByRule(await desk.tryStep(T, study, 'finished', TODAY, { ...end, finishedOn: '2014-06-01' }), '不能早于开始日期');
  await desk.step(T, study, 'finished', TODAY, end);
  expect(await desk.figures(T, ['finished', 'sheets', 'policies'], 2014)).toEqual([3, 42, 2]);
  expect(await desk.said('report-finished', study)).toBe(1);
  expect(await desk.target(T, 'finished', 2014, 4)).toEqual({ planned: 4, actual: 3 });
  const kept = await desk.entries(T, study, 'answers');
  expect(kept.map((one) => [one.values['sheet'], one.values['choice']]).toSorted()).toEqual([['D001', '1'], ['D002', '2']]);
});
