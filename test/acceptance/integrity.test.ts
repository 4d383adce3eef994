import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { beginDay } from '../../src/kernel/clock/begin-day.ts';
import { OTHERS } from '../harness/applicants.ts';
import { openChangeWorld, type ChangeWorld, type GrantedHome } from '../harness/change-world.ts';
import { staff } from '../harness/city.ts';
import { payWholeMonth } from '../harness/pay-month.ts';
import { BENEFIT, type TestHousehold } from '../harness/payroll-world.ts';

const VILLAGE = '442000001001';
const INVESTIGATORS = ['刘敏', '钟伟'];
let world: ChangeWorld;
let supervisor: Caller;
let liang: GrantedHome;
let before: number;
let homes: TestHousehold[];
let grants: number[];

const day = (to: string) => world.payroll.setDay(to);
const pay = async (month: string): Promise<number> => { await day(`${month}-02`); return payWholeMonth(world, world.payroll, month); };
const rows = async (sql: string, values: unknown[] = []) => (await world.payroll.cities.owner.query(sql, values)).rows;
/** The roll's line of 梁志坚's household. */
const lineOf = async (roll: number) => ((await world.see(world.payroll.officer, 'payroll.list-lines', { roll, view: 'all', limit: 200 }))['lines'] as { householdId: number; fen: number; recoveryFen: number }[]).find((line) => line.householdId === liang.household)!;

beforeAll(async () => {
  world = await openChangeWorld('2014-12-01');
  supervisor = await staff(world.payroll.cities, world.payroll.zs, 'supervisor', '442000');
  liang = await world.granted(OTHERS.liang, '2014-12');
  [before] = await world.worth(liang.grant, '2014-12', 1) as [number];
  homes = [await world.payroll.household(VILLAGE, 1), await world.payroll.household(VILLAGE, 1)];
  grants = await world.payroll.takeOver(homes.map((home) => [home, 50_000] as const), '2014-12');
  await pay('2014-12');
  await pay('2015-01');
}, 120_000);
afterAll(() => world.close());

describe('[S025 whole] 从公布、举报、核查，到改数据、扣回、失信记录，一条线走完', () => {
  const published = async () => (await world.see(null, 'publication.get-published', { division: VILLAGE }))['lists'][0].households as { name: string; headcount: number; fen: number }[];

  test('不登录就看得到公布：隐去名字的姓名、人数、金额，别的一样也没有', async () => {
    expect(await published()).toContainEqual({ name: expect.stringMatching(/^梁\*+坚?$/), headcount: 2, fen: before });
    const all = JSON.stringify(await world.see(null, 'publication.get-published', { division: VILLAGE }));
    for (const secret of ['梁志坚', '梁小燕', liang.number, '442099', '太平路', '13800002206', '9990000', homes[0]!.account]) expect(all).not.toContain(secret);
    expect((await world.act(null, '../q/publication.get-published', { division: VILLAGE, board: true })).body['code']).toBe('access.outside-area');
  });

  test('举报不用登录；交办、两人核查、结论三道手续，一道也省不掉；属实的当场改数据', async () => {
    const { number, code } = await world.done(null, 'complaints.lodge', { about: 'household', division: VILLAGE, matter: BENEFIT, content: '他在码头帮工，每月有一百元没有报。' });
    const all = (await world.see(world.lead, 'complaints.list-complaints', { limit: 200 }))['complaints'] as { id: number; number: string }[];
    const complaintId = all.find((one) => one.number === number)!.id;
    const { facts } = await world.see(world.judge, 'benefits.get-grant-facts', { grant: liang.grant });
    const [self, ...others] = facts.members;
    const corrected = { ...facts, members: [{ ...self, incomes: [...self.incomes, { category: 'other', note: '帮工', monthlyFen: 10_000 }] }, ...others] };
    const conclusion = { complaintId, outcome: 'upheld', opinion: '属实', reply: '查实，已按更正后的情况重算。', correction: { kind: 'change', grantId: liang.grant, fromMonth: '2014-12', facts: corrected } };
    expect((await world.act(world.judge, 'complaints.conclude', { ...conclusion, seen: 1 })).body['code']).toBe('complaint.not-now');
    await world.done(world.lead, 'complaints.assign', { complaintId, seen: 1, household: liang.number, investigators: INVESTIGATORS });
    expect((await world.act(world.judge, 'complaints.conclude', { ...conclusion, seen: 2 })).body['code']).toBe('complaint.not-now');
    await world.done(world.payroll.clerk, 'complaints.investigate', { complaintId, seen: 2, heldOn: '2015-01-02', investigators: INVESTIGATORS.map((name) => ({ name, signed: true })), findings: '工头证实每月 100 元。' });
    expect(await world.worth(liang.grant, '2014-12', 1)).toEqual([before]);
    expect(await world.done(world.judge, 'complaints.conclude', { ...conclusion, seen: 3 })).toMatchObject({ state: 'closed', overpaidFen: 20_000 });
    expect(await world.see(null, 'complaints.follow', { number, code })).toMatchObject({ state: '办结', outcome: 'upheld', reply: '查实，已按更正后的情况重算。' });
    expect(await world.worth(liang.grant, '2014-12', 3)).toEqual([before - 10_000, before - 10_000, before - 10_000]);
    // what was decided before is still there, closed, with what replaced it
    const versions = await rows('select fen::int, known_to is null as now, reason from city_442000.grant_version where grant_id = $1 order by id', [liang.grant]);
    expect(versions).toMatchObject([{ fen: before, now: false }, { fen: before - 10_000, now: true, reason: `投诉核查属实（${number as string}）` }]);
    // the household is to be told in writing, without a word of who spoke
    expect((await world.see(world.payroll.clerk, 'errands.list-errands', {}))['errands']).toMatchObject([{ kind: 'tell-household', householdId: liang.household, because: expect.not.stringContaining('工头') }]);
    expect(await published()).toContainEqual({ name: expect.stringContaining('梁'), headcount: 2, fen: before - 10_000 });
  });

  test('多发按月从台账算出来，分期扣：以后每册一行扣款，台账另记一笔，扣完为止，一分不多', async () => {
    const overpaid = () => world.see(world.judge, 'benefits.get-recovery', { grant: liang.grant });
    expect(await overpaid()).toMatchObject({ overpaidFen: 20_000, recoveredFen: 0, restFen: 20_000, months: [{ month: '2014-12', overpaidFen: 10_000 }, { month: '2015-01', overpaidFen: 10_000 }] });
    await world.done(world.judge, 'benefits.plan-recovery', { grant: liang.grant, totalFen: 20_000, monthlyFen: 8_000, reason: '与本人商定' });
    const taken: number[] = [];
    for (const month of ['2015-02', '2015-03', '2015-04', '2015-05']) {
      const line = await lineOf(await pay(month));
      taken.push(Math.abs(line.recoveryFen));
      const [due] = await world.worth(liang.grant, month, 1);
      const paid = await rows(`select sum(fen) filter (where fen > 0)::int as paid, sum(fen) filter (where fen < 0)::int as held from city_442000.ledger_entry e join city_442000.roll r on r.id = e.roll_id where grant_id = $1 and e.kind = 'paid' and r.month = $2`, [liang.grant, `${month}-01`]);
      // the month's own money stands whole, what is held back is an entry of its own
      expect(paid[0]).toEqual({ paid: due, held: taken.at(-1) === 0 ? null : -(taken.at(-1) as number) });
    }
    expect(taken).toEqual([8_000, 8_000, 4_000, 0]);
    expect(await overpaid()).toMatchObject({ overpaidFen: 20_000, recoveredFen: 20_000, restFen: 0, held: [{ rollMonth: '2015-04', fen: 4_000 }, { rollMonth: '2015-03', fen: 8_000 }, { rollMonth: '2015-02', fen: 8_000 }].toSorted((a, b) => (a.rollMonth < b.rollMonth ? -1 : 1)) });
  });

  test('失信记录在期，批量维持走不通，那一户原样不动，别的户照办；期满那天起照走', async () => {
    const law = { instrument: '社会救助暂行办法', article: '第六十八条', documentNumber: '国务院令第649号' };
    const { recordId, until } = await world.done(world.judge, 'dishonesty.record', { person: homes[0]!.persons[0], ground: '隐瞒迁出继续领取', law });
    expect(until).toBe('2016-05-02');
    await world.done(world.lead, 'dishonesty.tell', { recordId });
    await world.done(world.judge, 'reviews.start', { benefit: BENEFIT, from: '2015-06', reason: '花名册已全部接收' });
    await day('2015-06-01');
    await beginDay(world.payroll.zs);
    await world.work();
    const open = (await world.see(world.payroll.clerk, 'reviews.list', { benefit: BENEFIT, view: 'open' }))['rows'] as { grant: number; caseId: number; seen: number }[];
    const [mine, other] = grants.map((grant) => open.find((row) => row.grant === grant)!);
    const keep = async (on: string, list: readonly (typeof mine)[]) => {
      const { run } = await world.done(world.payroll.clerk, 'bulk.start', { work: 'reviews.take-step', what: 'keep', data: { how: 'visit', lookedOn: on, opinion: '没有变化' }, rows: list.map((row) => ({ id: row!.caseId, seen: row!.seen })), trial: false });
      await world.work();
      return world.see(world.payroll.clerk, 'bulk.get-run', { run });
    };
    expect(await keep('2015-06-01', [mine, other])).toMatchObject({ counts: { done: 1 }, rows: [{ subject: mine!.caseId, state: 'refused', code: 'dishonesty.no-fast-track', because: expect.stringContaining('2016年5月2日期满') }, { subject: other!.caseId, state: 'done' }] });
    expect(await rows('select outcome from city_442000.decision where grant_id = $1', [grants[0]])).toEqual([]);
    // one at a time it is closed as well
    expect((await world.act(world.payroll.clerk, 'casework.take-step', { caseId: mine!.caseId, step: 'keep', seen: mine!.seen, data: { how: 'visit', lookedOn: '2015-06-01', opinion: '没有变化' } })).body['code']).toBe('dishonesty.no-fast-track');
    await day('2016-05-01');
    expect(await keep('2016-05-01', [mine])).toMatchObject({ counts: { done: 0 }, rows: [{ code: 'dishonesty.no-fast-track' }] });
    await day('2016-05-02');
    expect(await keep('2016-05-02', [mine])).toMatchObject({ counts: { done: 1 } });
    expect(await rows('select outcome from city_442000.decision where grant_id = $1', [grants[0]])).toEqual([{ outcome: 'kept' }]);
  });
});

describe('[S025] 居民知道：失信记录、更正答复、举报答复', () => {
  const told = async (caller: Caller) => ((await world.see(caller, 'inbox.my-messages', {}))['messages'] as { title: string; text: string }[]);

  test('留了姓名、登录着举报的，答复到消息里；没有留名的，和账号不连在一起', async () => {
    const me = await world.residentOf(OTHERS.zhou[0]!);
    const stranger = await world.residentOf(OTHERS.ou[0]!);
    const body = { about: 'household', division: VILLAGE, matter: BENEFIT, content: '那一户把房子租出去了。' };
    await world.done(me, 'complaints.lodge', { ...body, content: '另一户也有车，我不留名。' });
    const { number } = await world.done(me, 'complaints.lodge', { ...body, name: '周玉珍', contact: '13800000000' });
    expect(await told(me)).toEqual([]);
    const found = ((await world.see(supervisor, 'complaints.list-complaints', { limit: 200 }))['complaints'] as { id: number; number: string }[]).find((one) => one.number === number)!;
    await world.done(supervisor, 'complaints.hand-over', { complaintId: found.id, seen: 1, content: '反映某户出租房屋，请核查。' });
    await world.done(supervisor, 'complaints.answer', { complaintId: found.id, seen: 2, how: 'portal', said: '已转镇街核查。' });
    expect(await told(me)).toMatchObject([{ title: expect.stringContaining(number as string), text: '已转镇街核查。' }]);
    expect(await told(stranger)).toEqual([]);
  });

  test('核查后待遇变了，这一家知道变成多少，看不到是谁说的', async () => {
    const { rows: [account] } = await world.payroll.cities.owner.query<{ id: string }>(`insert into city_442000.account (login, name, kind, person_id, command_id) values ('resident-liang', '梁志坚', 'resident', $1, 0) returning id`, [liang.persons['梁志坚']]);
    const person = liang.persons['梁志坚'] as number;
    const me: Caller = { account: { id: Number(account?.id), name: '梁志坚', kind: 'resident' }, post: null, posts: [], person, divisions: [] };
    const changed = (await told(me)).filter((one) => one.title === '您家的待遇核查后有变化');
    expect(changed).toMatchObject([{ text: expect.stringMatching(/^从2014年12月起按更正后的情况重算，每月 [\d,.]+ 元/) }]);
    const readings = (await world.see(me, 'own-data.my-data', {}))['readings'] as { purpose: string }[];
    expect(JSON.stringify([changed, readings])).not.toMatch(/投诉|举报|工头|ZS-TS/);
  });

  test('要求更正的，答复和理由到消息里', async () => {
    const me = await world.residentOf(OTHERS.ma[0]!);
    const { requestId } = await world.done(me, 'own-data.ask-correction', { field: 'hukou-kind', wanted: '农村', reason: '我是农村户口' });
    await world.done(world.payroll.clerk, 'own-data.answer-correction', { requestId, accepted: false, reason: '户口簿是城镇' });
    expect(await told(me)).toMatchObject([{ title: '户口性质没有更正', text: '户口簿是城镇' }]);
  });
});
