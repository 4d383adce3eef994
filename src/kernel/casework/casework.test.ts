import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveDay, resident } from '../../../test/acceptance/people.ts';
import { openTestCities, staff, type TestCities } from '../../../test/harness/city.ts';
import type { Caller } from '../access/caller.ts';
import type { CommandDefinition, QueryDefinition } from '../contract/door.ts';
import { command, type CommandOutcome } from '../db/command.ts';
import { query } from '../db/query.ts';
import { checkCases } from './check-cases.ts';
import { makeApply } from './commands/apply.ts';
import { makeAuthorise } from './commands/authorise.ts';
import { makeRegisterApplication } from './commands/register-application.ts';
import { makeSaveDraft } from './commands/save-draft.ts';
import { makeTakeStep } from './commands/take-step.ts';
import { makeGetCase } from './queries/get-case.ts';
import { makeListCases } from './queries/list-cases.ts';
import { makeListTasks } from './queries/list-tasks.ts';
import { makeMyCase } from './queries/my-case.ts';
import { makeMyCases } from './queries/my-cases.ts';
import { sampleRegistry } from './sample-matter.ts';

const [apply, authorise, register, saveDraft, step] = [makeApply, makeAuthorise, makeRegisterApplication, makeSaveDraft, makeTakeStep].map((make) => make(sampleRegistry)) as unknown as
  [ReturnType<typeof makeApply>, ReturnType<typeof makeAuthorise>, ReturnType<typeof makeRegisterApplication>, ReturnType<typeof makeSaveDraft>, ReturnType<typeof makeTakeStep>];

let cities: TestCities;
let liu: Caller;
let zhong: Caller;
let elsewhere: Caller;
let approver: Caller;
let chen: Caller;
let stranger: Caller;

const run = <I, O>(caller: Caller, door: CommandDefinition<I, O>, body: unknown): Promise<CommandOutcome<O>> => command(cities.zhongshan, caller, door, body, { key: randomUUID() });
const done = async <I, O>(caller: Caller, door: CommandDefinition<I, O>, body: unknown): Promise<O> => {
  const answer = await run(caller, door, body);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refused));
  return answer.result;
};
const look = async <I, O>(caller: Caller, door: QueryDefinition<I, O>, body: unknown): Promise<O> => {
  const answer = await query(cities.zhongshan, caller, door, body);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refused));
  return answer.result;
};

const family = (head: [string, string], ...others: [string, string][]) => ({
  division: '442000001001', address: '太平路 3 号', members: [head, ...others].map(([name, idNumber], index) => ({ name, idNumber, relation: index === 0 ? '户主' : '家人', income: '165' })),
});
const CHEN: [string, string] = ['陈秀英', '442099195801024423'];
const HUANG: [string, string] = ['黄志强', '442099195301023010'];

beforeAll(async () => {
  cities = await openTestCities();
  const zs = cities.zhongshan;
  liu = await staff(cities, zs, 'town-clerk', '442000001');
  zhong = await staff(cities, zs, 'town-clerk', '442000001');
  elsewhere = await staff(cities, zs, 'town-clerk', '442000002');
  approver = await staff(cities, zs, 'approver', '442000');
  chen = await resident(cities, zs, ...CHEN);
  stranger = await resident(cities, zs, '李明', '442099198001011230');
});
afterAll(() => cities.close());

describe('an application on the portal', () => {
  let caseId: number;

  test('a draft is kept as typed and only its owner sees it; sending it twice makes one application', async () => {
    await done(chen, saveDraft, { matter: 'sample', values: { address: '写了一半' } });
    expect(await run(chen, apply, { matter: 'sample' })).toMatchObject({ ok: false, refused: { code: 'case.division-unknown' } });
    await done(chen, saveDraft, { matter: 'sample', values: { ...family(CHEN, HUANG), address: '' } });
    expect(await run(chen, apply, { matter: 'sample' })).toMatchObject({ ok: false, refused: { code: 'input.invalid' }, fields: [{ path: 'address', sentence: '请填写“住址”。' }] });
    expect(await run(stranger, apply, { matter: 'sample' })).toMatchObject({ ok: false, refused: { code: 'case.no-draft' } });
    await done(chen, saveDraft, { matter: 'sample', values: family(CHEN, HUANG) });
    const [first, second] = await Promise.all([done(chen, apply, { matter: 'sample' }), done(chen, apply, { matter: 'sample' })]);
    expect(second).toEqual(first);
    expect(first.number).toBe('ZS-SY-2014-000001');
    caseId = first.caseId;
    expect(await run(liu, register, { matter: 'sample', values: family(CHEN, HUANG) })).toMatchObject({ ok: false, refused: { code: 'case.already-open' } });
  });

  test('no number of a document stands in the case, the draft or the record', async () => {
    const { rows } = await cities.owner.query(`select c.form::text || c.facts::text || (select string_agg(data::text, '') from city_442000.case_action) || encode((select values_cipher from city_442000.case_draft limit 1), 'escape') as text from city_442000.case_file c`);
    expect(rows[0].text).not.toContain(CHEN[1]);
    expect(rows[0].text).toContain('4420**********4423');
  });

  test('the resident sees their own case in plain words, a stranger does not', async () => {
    expect(await look(chen, makeMyCases(sampleRegistry), {})).toMatchObject([{ number: 'ZS-SY-2014-000001' }]);
    expect(await look(chen, makeMyCase(sampleRegistry), { caseId })).toMatchObject({ toSign: [{ name: '陈*英' }, { name: '黄*强' }] });
    expect(await look(stranger, makeMyCases(sampleRegistry), {})).toEqual([]);
    expect(await query(cities.zhongshan, stranger, makeMyCase(sampleRegistry), { caseId })).toMatchObject({ ok: false, refused: { code: 'case.not-found' } });
    expect(await run(stranger, step, { caseId, step: 'withdraw', seen: 1 })).toMatchObject({ ok: false, refused: { code: 'case.not-found' } });
  });

  test('the office finds it on its list with the limit of law; another office does not', async () => {
    const tasks = await look(liu, makeListTasks(sampleRegistry), {});
    expect(tasks.lines).toMatchObject([{ caseId, title: '受理', name: '陈*英', headcount: 2, group: 'week', clock: { dueOn: '2014-11-06', limit: 3, left: 3, squares: 'www' } }]);
    expect((await look(elsewhere, makeListTasks(sampleRegistry), {})).lines).toEqual([]);
    expect((await look(elsewhere, makeListCases(sampleRegistry), {})).lines).toEqual([]);
    expect((await look(liu, makeListCases(sampleRegistry), { find: '陈' })).total).toBe(1);
  });

  test('who may act: role, office, version seen', async () => {
    expect(await run(approver, step, { caseId, step: 'accept', seen: 1 })).toMatchObject({ ok: false, refused: { code: 'step.wrong-role' } });
    expect(await run(elsewhere, step, { caseId, step: 'accept', seen: 1 })).toMatchObject({ ok: false, refused: { code: 'case.not-found' } });
    const cityClerk = await staff(cities, cities.zhongshan, 'town-clerk', '442000');
    expect(await run(cityClerk, step, { caseId, step: 'accept', seen: 1 })).toMatchObject({ ok: false, refused: { code: 'step.wrong-office', details: { office: '石岐区', here: '中山市' } } });
    expect(await run(liu, step, { caseId, step: 'approve', seen: 1 })).toMatchObject({ ok: false, refused: { code: 'step.not-here' } });
  });

  test('two clerks on one case: the second is told what was done and by whom', async () => {
    const both = await Promise.all([liu, zhong].map((one) => run(one, step, { caseId, step: 'accept', seen: 1 })));
    expect(both.filter((answer) => answer.ok)).toHaveLength(1);
    expect(both.find((answer) => !answer.ok)).toMatchObject({ refused: { code: 'case.stale', details: { what: '受理', on: '2014-11-03', version: 2 } } });
  });

  test('materials are asked for once; the clock stands still until they come', async () => {
    await done(liu, step, { caseId, step: 'request-supplement', seen: 2, data: { missing: [{ what: '户口簿' }], told: 'paper' } });
    expect(await run(liu, step, { caseId, step: 'visit', seen: 3 })).toMatchObject({ ok: false, refused: { code: 'case.paused' } });
    await moveDay(cities, '2014-11-06');
    await done(liu, step, { caseId, step: 'supplement', seen: 3, data: { received: '户口簿' } });
    expect(await run(liu, step, { caseId, step: 'request-supplement', seen: 4, data: { missing: [{ what: '又一样' }], told: 'phone' } })).toMatchObject({ ok: false, refused: { code: 'case.told-once' } });
    const tasks = await look(liu, makeListTasks(sampleRegistry), {});
    expect(tasks.lines.map((line) => line.clock?.dueOn)).toEqual(['2014-11-20', '2014-11-20']);
  });

  test('tasks side by side: the case moves when both are done; the form of a step is checked', async () => {
    expect(await run(liu, step, { caseId, step: 'visit', seen: 4, data: { who: [{ name: '刘敏' }] } })).toMatchObject({ ok: false, refused: { code: 'input.invalid' }, fields: [{ path: 'who', sentence: '“调查人”至少要填 2 条。' }] });
    expect(await done(liu, step, { caseId, step: 'visit', seen: 4, data: { who: [{ name: '刘敏' }, { name: '钟伟' }] } })).toMatchObject({ state: 'looking' });
    expect(await run(liu, step, { caseId, step: 'visit', seen: 5, data: { who: [{ name: '刘敏' }, { name: '钟伟' }] } })).toMatchObject({ ok: false, refused: { code: 'step.done' } });
    expect(await run(liu, step, { caseId, step: 'check', seen: 5 })).toMatchObject({ ok: false, refused: { code: 'verification.not-authorised', details: { names: '陈*英、黄*强' } } });
    expect(await done(chen, authorise, { caseId })).toEqual({ needed: 2, signed: 1 });
    expect(await done(liu, authorise, { caseId })).toEqual({ needed: 2, signed: 2 });
    expect(await done(liu, step, { caseId, step: 'check', seen: 5 })).toMatchObject({ state: 'opinion', version: 6 });
  });

  test('the facts can be corrected, are judged again, and a wrong fact is named', async () => {
    expect(await run(liu, step, { caseId, step: 'correct-facts', seen: 6, data: { reason: '入户', facts: { members: [{ key: 'm1', incomeFen: '多' }] } } })).toMatchObject({ ok: false, refused: { code: 'case.facts-wrong' } });
    await done(liu, step, { caseId, step: 'correct-facts', seen: 6, data: { reason: '入户', facts: { members: [{ key: 'm1', incomeFen: 62000 }, { key: 'm2', incomeFen: 16500 }] } } });
    expect(await look(liu, makeGetCase(sampleRegistry), { caseId })).toMatchObject({ assessment: { outcome: 'granted', fen: 21500 }, version: 7 });
  });

  test('the notice holds the decision until the day after its last day', async () => {
    await done(liu, step, { caseId, step: 'propose', seen: 7, data: { place: '太平社区公告栏' } });
    const running = await look(approver, makeGetCase(sampleRegistry), { caseId });
    expect(running.notice).toMatchObject({ name: '陈*英', headcount: 2, fen: 21500, postedOn: '2014-11-06', endsOn: '2014-11-13', day: 0, days: 7 });
    expect(running.steps.find((one) => one.id === 'approve')).toMatchObject({ no: { code: 'notice.running' } });
    await moveDay(cities, '2014-11-13');
    expect(await run(approver, step, { caseId, step: 'approve', seen: 8 })).toMatchObject({ ok: false, refused: { code: 'notice.running', details: { until: '2014-11-13' } } });
    await moveDay(cities, '2014-11-14');
    expect((await look(approver, makeListTasks(sampleRegistry), {})).lines).toMatchObject([{ title: '决定', group: 'later', clock: { dueOn: '2014-11-18', left: 2 } }]);
    expect(await done(approver, step, { caseId, step: 'approve', seen: 8 })).toMatchObject({ state: 'approved' });
    expect(await run(liu, step, { caseId, step: 'withdraw', seen: 9 })).toMatchObject({ ok: false, refused: { code: 'case.closed' } });
  });

  test('the current rows are what the actions say', async () => {
    expect(await checkCases(cities.zhongshan, await sampleRegistry())).toEqual([]);
    await cities.owner.query(`update city_442000.case_task set due_on = '2014-12-31' where case_id = $1 and task = 'decide'`, [caseId]);
    expect((await checkCases(cities.zhongshan, await sampleRegistry())).join()).toMatch(/ZS-SY-2014-000001.*decide.*2014-12-31/);
  });
});
