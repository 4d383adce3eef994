import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import doRow from '../../src/kernel/bulk/do-row.ts';
import { command } from '../../src/kernel/db/command.ts';
import { applicationOf, OTHERS, type Applicant } from '../harness/applicants.ts';
import { openReviewWorld, type ReviewWorld } from './review-world.ts';

let world: ReviewWorld;
let cases: number[];
const ACCEPTED = { complete: true, relativeOfStaff: false };
const rows = (ids: readonly number[], seen = 1) => ids.map((id) => ({ id, seen }));
const one = async <T>(sql: string, values: unknown[] = []): Promise<T> => (await world.payroll.cities.owner.query(sql, values)).rows[0] as T;
const versions = async () => (await world.payroll.cities.owner.query<{ version: number }>('select version from city_442000.case_file where id = any ($1) order by id', [cases])).rows.map((row) => row.version);
const look = (run: number) => world.see('clerk', 'bulk.get-run', { run });

beforeAll(async () => {
  world = await openReviewWorld('2014-10-13');
  cases = [];
  for (const people of [OTHERS.liang, OTHERS.zhou, OTHERS.ou, OTHERS.ma, OTHERS.lu] as readonly (readonly Applicant[])[]) {
    cases.push((await world.done('clerk', 'casework.register-application', { matter: 'subsistence-allowance', values: applicationOf(people, { division: '442000001001' }) }))['caseId'] as number);
  }
}, 240_000);
afterAll(() => world?.close());

describe('[S001] 批量办理：先试，再办，每件各算各的', () => {
  let run: number;

  test('能一起办的是程序里写明可以的；决定、退回不在里面，硬要也不行', async () => {
    const { offers } = await world.see('clerk', 'bulk.offer', { work: 'casework.take-step', ids: cases });
    expect(offers).toMatchObject([{ what: 'accept', title: '受理', count: 5, form: { id: 'accept' } }]);
    expect((await world.see('approver', 'bulk.offer', { work: 'casework.take-step', ids: cases }))['offers']).toEqual([]);
    for (const what of ['not-accept', 'approve', 'withdraw']) expect((await world.act('clerk', 'bulk.start', { work: 'casework.take-step', what, rows: rows(cases) })).body['code'], what).toBe('bulk.not-offered');
    expect((await world.act('clerk', 'bulk.start', { work: 'casework.take-step', what: 'accept', rows: rows(cases), data: {} })).body).toMatchObject({ code: 'input.invalid', fields: [{ path: 'complete' }, { path: 'relativeOfStaff' }] });
  });

  test('试一遍什么也没有办：看过的版本旧了的办不了，写明谁办了什么；其余可以办', async () => {
    await world.must('clerk', cases[4]!, 'accept', ACCEPTED);
    const before = await versions();
    run = (await world.done('clerk', 'bulk.start', { work: 'casework.take-step', what: 'accept', rows: rows(cases), data: ACCEPTED }))['run'] as number;
    await world.work();
    const tried = await look(run);
    expect(tried).toMatchObject({ state: 'tried', mine: true, counts: { all: 5, fits: 4, refused: 1, done: 0 } });
    expect(tried['rows'][0]).toMatchObject({ subject: cases[4], state: 'refused', code: 'case.stale', because: expect.stringContaining('受理') });
    expect(await versions()).toEqual(before);
    expect(await one('select count(*)::int as n from city_442000.case_action where case_id = any ($1) and step = $2', [cases, 'accept'])).toEqual({ n: 1 });
    await world.work();
    expect(await look(run), 'it waits for the word').toMatchObject({ state: 'tried' });
  });

  test('说了办才办；办到一半停了机，接着办，没有一件办两次', async () => {
    await world.done('clerk', 'bulk.go', { run });
    // the worker died after its first row: what it did is committed under the row's own key
    const { id } = await one<{ id: string }>(`select id from city_442000.bulk_row where run_id = $1 and state = 'fits' order by id limit 1`, [run]);
    const key = `${run}:${id}:do`;
    expect(await command(world.payroll.zs, world.payroll.clerk, doRow, { row: Number(id), trial: false }, { key })).toMatchObject({ ok: true, result: { state: 'done' } });
    expect(await command(world.payroll.zs, world.payroll.clerk, doRow, { row: Number(id), trial: false }, { key: `${key}:again` })).toMatchObject({ ok: true, result: { state: 'done' } });
    await Promise.all([world.work(), world.work()]);
    expect(await look(run)).toMatchObject({ state: 'done', counts: { done: 4, refused: 1, fits: 0, waiting: 0 } });
    expect(await one('select count(*)::int as n, count(distinct case_id)::int as cases from city_442000.case_action where case_id = any ($1) and step = $2', [cases, 'accept'])).toEqual({ n: 5, cases: 5 });
    expect((await world.act('clerk', 'bulk.go', { run })).body['code']).toBe('bulk.not-tried');
    expect((await world.act('clerk', 'bulk.stop', { run })).body['code']).toBe('bulk.finished');
  });

  test('每一件都记在下单的人名下，经过里有；别的镇街看不到这一批，也导不走', async () => {
    const { trail } = await world.see('clerk', 'casework.get-case', { caseId: cases[0] });
    expect(JSON.stringify(trail)).toContain('受理');
    expect((await world.act('elsewhere', 'bulk.stop', { run })).body['code']).toBe('bulk.not-found');
    expect(await world.see('elsewhere', 'bulk.list-runs', {})).toEqual([]);
    expect(await world.see('lead', 'bulk.list-runs', {})).toMatchObject([{ id: run, mine: false, done: 4, refused: 1 }]);
  });

  test('停下：办了的算，没有办的留着', async () => {
    await world.done('clerk', 'casework.authorise', { caseId: cases[0] });
    const { run: second } = await world.done('clerk', 'bulk.start', { work: 'casework.take-step', what: 'start-verification', rows: rows(cases, 2), trial: false });
    await world.done('clerk', 'bulk.stop', { run: second });
    await world.work();
    expect(await look(second as number)).toMatchObject({ state: 'stopped', counts: { left: 5, done: 0 } });
  });
});

describe('[S001] 稍后、视图、没写完的表：只管自己的', () => {
  test('稍后的排到最后，下一件跳过它；件一动、过了一天就回来；期限不变', async () => {
    const tasks = async () => (await world.see('clerk', 'casework.list-tasks', { limit: 1000 }))['lines'] as { caseId: number; later: string | null; clock: unknown }[];
    const before = (await tasks()).find((line) => line.caseId === cases[1]);
    const { next } = await world.see('clerk', 'casework.get-next-task', {});
    await world.done('clerk', 'casework.put-off', { caseId: next.caseId, reason: '等电话' });
    expect((await world.see('clerk', 'casework.get-next-task', {}))['next'].caseId).not.toBe(next.caseId);
    expect(await world.see('clerk', 'casework.get-next-task', {})).toMatchObject({ later: 1 });
    expect((await tasks()).find((line) => line.caseId === next.caseId)?.later).toBe('等电话');
    expect((await tasks()).find((line) => line.caseId === cases[1])?.clock).toEqual(before?.clock);
    await world.day('2014-10-14');
    expect((await world.see('clerk', 'casework.get-next-task', {}))['next'].caseId, 'a new day begins').toBe(next.caseId);
    await world.done('clerk', 'casework.put-off', { caseId: next.caseId, reason: '再等等' });
    await world.done('clerk', 'casework.put-off', { caseId: next.caseId, reason: null });
    expect((await world.see('clerk', 'casework.get-next-task', {}))['next'].caseId).toBe(next.caseId);
    expect((await world.act('elsewhere', 'casework.put-off', { caseId: next.caseId, reason: '试' })).body['code']).toBe('case.not-found');
  });

  test('视图：自己的别人看不到，共用的本单位看得到、别的单位看不到；查人的字不存', async () => {
    const list = 'casework.list-cases';
    const mine = await world.done('clerk', 'views.save', { list, name: '在办', asked: { open: true } });
    await world.done('clerk', 'views.save', { list, name: '全所低保', shared: true, asked: { matter: 'subsistence-allowance' } });
    expect((await world.act('clerk', 'views.save', { list, name: '在办', asked: { open: false } })).body['code']).toBe('view.name-taken');
    expect((await world.act('clerk', 'views.save', { list, name: '查人', asked: { find: '陈秀英' } })).body['code']).toBe('input.invalid');
    expect((await world.see('clerk', 'views.list', { list })).map((view: { name: string }) => view.name)).toEqual(['在办', '全所低保']);
    expect(await world.see('lead', 'views.list', { list })).toMatchObject([{ name: '全所低保', mine: false, shared: true }]);
    expect(await world.see('elsewhere', 'views.list', { list })).toEqual([]);
    expect((await world.act('lead', 'views.remove', { view: mine['id'] })).body['code']).toBe('view.not-found');
    await world.done('clerk', 'views.set-default', { list, view: mine['id'] });
    expect((await world.see('clerk', 'views.list', { list }))[0]).toMatchObject({ first: true });
    await world.done('clerk', 'views.remove', { view: mine['id'] });
    expect((await world.see('clerk', 'views.list', { list })).map((view: { first: boolean }) => view.first)).toEqual([false]);
  });

  test('没写完的表：存的是密文，只有写的人取得回，交了就没有了', async () => {
    await world.done('clerk', 'drafts.keep', { key: 'case:1:survey', values: { findings: '独居，看过' } });
    await world.done('clerk', 'drafts.keep', { key: 'case:1:survey', values: { findings: '独居，看过两次' } });
    expect(await world.see('clerk', 'drafts.get', { key: 'case:1:survey' })).toMatchObject({ values: { findings: '独居，看过两次' } });
    expect((await world.see('lead', 'drafts.get', { key: 'case:1:survey' }))).toBeNull();
    const { text } = await one<{ text: string }>(`select encode(values_cipher, 'escape') as text from city_442000.desk_draft`);
    expect(text).not.toContain('独居');
    await world.done('clerk', 'drafts.drop', { key: 'case:1:survey' });
    expect(await world.see('clerk', 'drafts.get', { key: 'case:1:survey' })).toBeNull();
  });
});
