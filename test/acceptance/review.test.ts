import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkCases } from '../../src/kernel/casework/check-cases.ts';
import { beginDay } from '../../src/kernel/clock/begin-day.ts';
import { loadRegistry } from '../../src/kernel/registry/find-declarations.ts';
import { CHEN_FORM } from './application-world.ts';
import { openReviewWorld, type ReviewWorld } from './review-world.ts';

const BENEFIT = 'subsistence-allowance';
let world: ReviewWorld;
let chen: { grant: number; household: number };
let taken: number[];
const LOOKED = { how: 'visit', lookedOn: '2014-11-03', opinion: '入户看过，没有变化' };
const list = (view: string, more: Record<string, unknown> = {}, who: 'clerk' | 'elsewhere' | 'approver' = 'clerk') => world.see(who, 'reviews.list', { benefit: BENEFIT, view, ...more });
const one = async <T>(sql: string, values: unknown[] = []): Promise<T> => (await world.payroll.cities.owner.query(sql, values)).rows[0] as T;

beforeAll(async () => {
  world = await openReviewWorld('2014-10-13');
  chen = await world.grant(CHEN_FORM, '2014-10');
  const homes = [];
  for (const [division, size] of [['442000001001', 1], ['442000001002', 2], ['442000001001', 1], ['442000002001', 2]] as const) homes.push(await world.payroll.household(division, size));
  taken = await world.payroll.takeOver(homes.map((home) => [home, 53_300] as const), '2014-05');
});
afterAll(() => world.close());

describe('[S001] 复核到期自己打开，一份待遇只开一件', () => {
  test('没有启用以前，接收来的户不打开；本平台批准的照周期', async () => {
    await world.day('2014-11-03');
    const open = await list('open');
    expect(open['start']).toBeNull();
    expect(open['rows'].map((row: { grant: number }) => row.grant)).toEqual([chen.grant]);
    // 清洁零工，收入不固定，城镇：按月
    expect(open['rows'][0]).toMatchObject({ class: 'unsteady', due: '2014-11', dueOn: '2014-11-30', overdue: false, differences: [] });
  });

  test('启用要由审批机关说，写理由，只说一次；启用后按节拍', async () => {
    expect(await world.act('clerk', 'reviews.start', { benefit: BENEFIT, from: '2014-11', reason: '上线' })).toMatchObject({ status: 403 });
    expect(await world.act('approver', 'reviews.start', { benefit: BENEFIT, from: '2014-10', reason: '上线' })).toMatchObject({ status: 422, body: { code: 'review.start-early' } });
    await world.done('approver', 'reviews.start', { benefit: BENEFIT, from: '2014-11', reason: '花名册已全部接收' });
    expect(await world.act('approver', 'reviews.start', { benefit: BENEFIT, from: '2014-12', reason: '再说' })).toMatchObject({ status: 409, body: { code: 'review.started' } });
    await world.work();
    const open = await list('open');
    // 2014年5月接收，半年一次：11月到期
    expect(open['rows'].map((row: { grant: number }) => row.grant).toSorted()).toEqual([chen.grant, ...taken.slice(0, 3)].toSorted());
    expect(open['counts']).toMatchObject({ open: 4, overdue: 0 });
  });

  test('再跑几遍，同一天、第二天，都不多开一件；经过能重算', async () => {
    await world.payroll.cities.owner.query(`insert into city_442000.job (kind, payload) values ('reviews.open', '{}'), ('reviews.open', '{}'), ('event:clock.moved', '{}')`);
    await world.day('2014-11-04');
    expect(await beginDay(world.payroll.zs)).toBe(false);
    const { n } = await one<{ n: string }>(`select count(*) as n from city_442000.case_file where kind = 'review'`);
    expect(Number(n)).toBe(5);
    expect(await checkCases(world.payroll.zs, await loadRegistry())).toEqual([]);
  });

  test('别的镇街看不到这些户，也不能替他们维持', async () => {
    const here = await list('open');
    expect((await list('open', {}, 'elsewhere'))['rows'].map((row: { grant: number }) => row.grant)).toEqual([taken[3]]);
    const rows = [{ id: here['rows'][0].caseId as number, seen: 1 }];
    expect((await world.act('elsewhere', 'bulk.start', { work: 'reviews.take-step', what: 'keep', data: LOOKED, rows })).body['code']).toBe('bulk.not-offered');
    // beside one of its own it stays as it is, and is not told of
    const own = (await list('open', {}, 'elsewhere'))['rows'][0] as { caseId: number };
    const { run } = await world.done('elsewhere', 'bulk.start', { work: 'reviews.take-step', what: 'keep', data: LOOKED, rows: [...rows, { id: own.caseId, seen: 1 }] });
    await world.work();
    const tried = await world.see('elsewhere', 'bulk.get-run', { run });
    expect(tried).toMatchObject({ state: 'tried', counts: { fits: 1, refused: 1, done: 0 } });
    expect(tried['rows'][0]).toMatchObject({ state: 'refused', code: 'bulk.outside', title: '不在您的辖区', href: null });
    expect(await world.done('elsewhere', 'bulk.stop', { run })).toEqual({ run });
    expect((await world.act('clerk', 'bulk.go', { run })).body['code']).toBe('bulk.not-found');
  });

  test('待办里不逐户排开：复核只给一行数', async () => {
    const tasks = await world.see('clerk', 'casework.list-tasks', { limit: 1000 });
    expect(tasks['lines'].filter((line: { task: string }) => line.task === 'review')).toEqual([]);
    expect(await world.see('clerk', 'reviews.count', {})).toEqual({ count: 4, overdue: 0 });
    expect(await world.see('elsewhere', 'reviews.count', {})).toEqual({ count: 1, overdue: 0 });
  });
});

describe('[S001] 复核批量维持，有不同的一户一户退回来', () => {
  test('死亡登记过的不能维持，说出原因；其余照办，金额不变，下次半年后', async () => {
    const open = await list('open');
    const dead = taken[1];
    await world.payroll.cities.owner.query(`update city_442000.person set death_date = '2014-10-20' where id = (select person_id from city_442000.grant_person where grant_id = $1 order by id limit 1)`, [dead]);
    const rows = open['rows'].filter((row: { grant: number }) => taken.includes(row.grant)).map((row: { caseId: number; seen: number }) => ({ caseId: row.caseId, seen: row.seen }));
    const answer = await world.bulk('clerk', 'keep', rows, LOOKED);
    expect(answer['counts']).toMatchObject({ done: 2, refused: 1 });
    expect(answer['rows'].find((row: { state: string }) => row.state === 'refused')).toMatchObject({ code: 'review.differs', because: expect.stringContaining('已登记死亡') });
    const left = (await list('open'))['rows'].find((row: { grant: number }) => row.grant === dead);
    expect(left).toMatchObject({ seen: 1, state: 'due', differences: [expect.stringContaining('已登记死亡')] });
    const { n } = await one<{ n: string }>(`select count(*) as n from city_442000.decision d where d.grant_id = $1`, [dead]);
    expect(Number(n)).toBe(0);
    await world.work();
    const kept = (await list('coming'))['rows'].find((row: { grant: number }) => row.grant === taken[0]);
    expect(kept).toMatchObject({ countedFrom: '2014-11', due: '2015-05', fen: 53_300 });
    expect(await one(`select outcome, statement, fen::int from city_442000.decision where grant_id = $1`, [taken[0]])).toMatchObject({ outcome: 'kept', fen: 53_300 });
    expect(await one<{ n: string }>(`select count(*) as n from city_442000.grant_version where grant_id = $1`, [taken[0]])).toEqual({ n: '1' });
  });

  test('过了月份还没有办，算超期；定类要写理由，类别改了周期跟着改', async () => {
    await world.day('2014-12-01');
    const overdue = await list('overdue');
    expect(overdue['rows'].map((row: { grant: number }) => row.grant).toSorted()).toEqual([chen.grant, taken[1]].toSorted());
    expect(await world.act('clerk', 'reviews.set-class', { grants: [taken[0]], class: 'unchanging', reason: '' })).toMatchObject({ status: 400 });
    expect(await world.act('clerk', 'reviews.set-class', { grants: [taken[0]], class: 'yearly', reason: '三无老人' })).toMatchObject({ status: 422 });
    expect(await world.act('elsewhere', 'reviews.set-class', { grants: [taken[0]], class: 'unchanging', reason: '三无老人' })).toMatchObject({ status: 404 });
    await world.done('clerk', 'reviews.set-class', { grants: [taken[0]], class: 'unchanging', reason: '城市三无老人' });
    expect((await list('coming'))['rows'].find((row: { grant: number }) => row.grant === taken[0])).toMatchObject({ class: 'unchanging', setBy: 'clerk', due: '2015-11' });
    expect(await world.act('approver', 'reviews.postpone', { grants: [taken[0]], to: '2016-01', reason: '台风' })).toMatchObject({ status: 422, body: { code: 'review.no-extension' } });
  });
});

describe('[S001] 复核后减发：核对、意见、书面告知、决定，一步也不能少', () => {
  let caseId: number;
  const grantFen = async () => (await world.payroll.cities.owner.query('select fen::int, to_char(from_month, \'YYYY-MM\') as from, change from city_442000.grant_version where grant_id = $1 and known_to is null order by from_month', [chen.grant])).rows;

  test('授权沿用申请时的；核对答复和原来相同，还可以维持', async () => {
    caseId = (await list('open'))['rows'].find((row: { grant: number }) => row.grant === chen.grant).caseId;
    expect((await world.see('clerk', 'casework.get-case', { caseId }))['authorisations']).toMatchObject({ needed: 3, signed: 3 });
    await world.must('clerk', caseId, 'start-verification');
    expect(await world.step('clerk', caseId, 'keep', { ...LOOKED, lookedOn: '2014-12-01' })).toMatchObject({ status: 409, body: { code: 'review.differs' } });
    await world.work();
    await world.must('clerk', caseId, 'investigate', { what: '找到了新的工作' });
  });

  test('查明工资高了：镇街提出，审核不能直接减，先书面告知', async () => {
    await world.must('clerk', caseId, 'complete-verification');
    const { facts } = await world.see('clerk', 'casework.get-case', { caseId });
    const raised = { ...facts, members: facts.members.map((member: { key: string; relation: string }) => (member.relation === 'self' ? { ...member, incomes: [{ category: 'wage', note: '保洁', monthlyFen: 92_000 }] } : member)) };
    await world.must('lead', caseId, 'correct-facts', { reason: '工资条每月 920 元', facts: raised });
    await world.must('lead', caseId, 'propose', { opinion: '拟减发' });
    expect(await world.step('approver', caseId, 'continue', { opinion: '同意' })).toMatchObject({ body: { code: 'step.not-in-order' } });
    expect(await world.step('approver', caseId, 'lower', { opinion: '同意' })).toMatchObject({ status: 409, body: { code: 'step.not-here' } });
    await world.must('approver', caseId, 'tell', { opinion: '先告知' });
    await world.must('clerk', caseId, 'told', { deliveredOn: '2014-12-01', how: 'direct', receiver: '陈秀英', reasons: '工资增加到每月 920 元', objects: false });
  });

  test('决定从下月起；以前的月份不动；不能由镇街决定', async () => {
    const [before] = await grantFen();
    expect(await world.step('clerk', caseId, 'lower', { opinion: '同意' })).toMatchObject({ status: 403 });
    await world.must('approver', caseId, 'lower', { opinion: '同意减发' });
    const after = await grantFen();
    expect(after).toHaveLength(2);
    expect(after[0]).toMatchObject({ fen: before.fen, from: '2014-10' });
    expect(after[1]).toMatchObject({ fen: before.fen - 30_000, from: '2015-01', change: 'income' });
    expect(await one(`select outcome, (grounds->0->>'id') is not null as grounds, encode(evidence_digest, 'hex') <> '' as evidence from city_442000.decision where grant_id = $1 order by id desc limit 1`, [chen.grant])).toMatchObject({ outcome: 'changed', grounds: true, evidence: true });
    await world.work();
    expect((await list('coming'))['rows'].find((row: { grant: number }) => row.grant === chen.grant)).toMatchObject({ countedFrom: '2014-12', class: 'stable', due: '2015-06' });
    expect(await checkCases(world.payroll.zs, await loadRegistry())).toEqual([]);
  });
});

describe('[S001] 复核跟着打开那天的法律', () => {
  test('2014年接收的户，2021年6月30日打开的按2012年办法，7月1日的按2021年办法和它的周期', async () => {
    await world.day('2021-06-30');
    const rows = (await list('open', { limit: 1000 }))['rows'] as { grant: number; caseId: number; seen: number }[];
    const row = rows.find((each) => each.grant === taken[2])!;
    expect((await world.see('clerk', 'casework.get-case', { caseId: row.caseId }))['procedure']['id']).toBe('review-2012');
    await world.bulk('clerk', 'keep', [{ caseId: row.caseId, seen: 1 }], { ...LOOKED, lookedOn: '2021-06-30' });
    // kept under the old law; from the next morning its rhythm is the new one: 12 months
    await world.day('2021-07-01');
    expect((await list('coming'))['cycle']['id']).toBe('review-cycle-2021');
    expect((await list('coming'))['rows'].find((each: { grant: number }) => each.grant === taken[2])).toMatchObject({ class: 'stable', due: '2022-06' });
    await world.done('approver', 'reviews.postpone', { grants: [taken[2]], to: '2022-09', reason: '疫情防控' });
    expect((await list('coming'))['rows'].find((each: { grant: number }) => each.grant === taken[2])).toMatchObject({ due: '2022-09' });
    await world.day('2022-09-01');
    const again = ((await list('open', { limit: 1000 }))['rows'] as { grant: number; caseId: number }[]).find((each) => each.grant === taken[2])!;
    const page = await world.see('clerk', 'casework.get-case', { caseId: again.caseId });
    expect(page['procedure']).toMatchObject({ id: 'review-2021' });
    expect(page['procedure']['law'][0]).toMatchObject({ instrument: '最低生活保障审核确认办法', article: '第三十一条、第三十二条' });
  });
});
