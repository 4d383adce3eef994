import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestCities, staff, type TestCities } from '../../../test/harness/city.ts';
import type { Caller } from '../access/caller.ts';
import { assess } from '../benefits/assess.ts';
import { openGrant } from '../benefits/open-grant.ts';
import { defineCommand, type CommandDefinition } from '../contract/door.ts';
import { command, type CommandContext, type CommandOutcome } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { loadBook } from '../policy/load-book.ts';
import { month } from '../values/month.ts';
import { plainDate } from '../values/plain-date.ts';
import { z } from 'zod';
import { checkCases } from './check-cases.ts';
import { makeRegisterApplication } from './commands/register-application.ts';
import { makeTakeStep } from './commands/take-step.ts';
import { openGrantCase } from './open-grant-case.ts';
import { sampleRegistry } from './sample-matter.ts';

let cities: TestCities;
let clerk: Caller;
let approver: Caller;
let elsewhere: Caller;
const register = makeRegisterApplication(sampleRegistry) as unknown as CommandDefinition<unknown, { caseId: number }>;
const step = makeTakeStep(sampleRegistry) as unknown as CommandDefinition<unknown, { state: string }>;

const run = <I, O>(caller: Caller, door: CommandDefinition<I, O>, body: unknown): Promise<CommandOutcome<O>> => command(cities.zhongshan, caller, door, body, { key: randomUUID() });
const done = async <I, O>(caller: Caller, door: CommandDefinition<I, O>, body: unknown): Promise<O> => {
  const answer = await run(caller, door, body);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refused));
  return answer.result;
};
const doing = <O>(id: string, act: (tx: Tx, by: CommandContext) => Promise<O>): CommandDefinition<unknown, O> =>
  defineCommand({ id: `test.${id}`, title: '试验', allow: { staff: true }, input: z.unknown(), run: (tx, _input, by) => act(tx, by) });
const review = (grantId: number, more: { kind?: 'review' | 'stop'; supersedes?: boolean } = {}) =>
  doing('review', async (tx, by) => openGrantCase(tx, by, await sampleRegistry(), { grantId, kind: more.kind ?? 'review', values: {}, how: 'system', ...(more.supersedes ? { supersedes: true } : {}) }));

beforeAll(async () => {
  cities = await openTestCities();
  clerk = await staff(cities, cities.zhongshan, 'town-clerk', '442000001');
  elsewhere = await staff(cities, cities.zhongshan, 'town-clerk', '442000002');
  approver = await staff(cities, cities.zhongshan, 'approver', '442000');
});
afterAll(() => cities.close());

/** A household with a grant of 835.00 a month from 2014-12. */
async function grantSample(name: string, idNumber: string): Promise<number> {
  const { caseId } = await done(clerk, register, { matter: 'sample', values: { division: '442000001001', address: '太平路 3 号', members: [{ name, idNumber, relation: '户主', income: '165' }] } });
  return done(clerk, doing('grant', async (tx, by) => {
    const { household, division } = await tx.one<{ household: number; division: number }>('select household_id as household, division_id as division from case_file where id = $1', [caseId]);
    const facts = { members: [{ key: 'm1', incomeFen: 16_500 }] };
    const found = (await sampleRegistry()).findBenefit('sample-help');
    if (!found) throw new Error('no benefit');
    const assessment = assess(found.benefit, facts, { book: await loadBook(tx), divisions: ['442000'], day: plainDate('2014-11-01') });
    const { person } = await tx.one<{ person: number }>('select applicant_person_id as person from case_file where id = $1', [caseId]);
    return openGrant(tx, by, { benefit: 'sample-help', caseId, householdId: household, divisionId: division, hukouKind: 'urban', firstMonth: month('2014-12'), facts, assessment, decisionId: null,
      reason: '试验起发', persons: [{ key: 'm1', personId: person }] });
  }), {});
}

describe('a case about a grant', () => {
  test('it opens once, with the facts of the grant, is decided, and the months before stay as they were', async () => {
    const grant = await grantSample('陈秀英', '442099195801024423');
    const opened = await done(clerk, review(grant), {});
    expect(await run(clerk, review(grant), {})).toMatchObject({ ok: false, refused: { code: 'case.grant-busy' } });
    const { rows: [file] } = await cities.owner.query('select kind, grant_id::int, facts from city_442000.case_file where id = $1', [opened.caseId]);
    expect(file).toMatchObject({ kind: 'review', facts: { members: [{ key: 'm1', incomeFen: 16_500 }] } });
    expect(await run(approver, step, { caseId: opened.caseId, step: 'end', seen: 1 })).toMatchObject({ ok: false, refused: { code: 'decision.not-refused' } });
    expect(await run(clerk, step, { caseId: opened.caseId, step: 'keep', seen: 1 })).toMatchObject({ ok: false, refused: { code: 'step.wrong-role' } });
    await done(approver, step, { caseId: opened.caseId, step: 'correct-facts', seen: 1, data: { reason: '收入少了', facts: { members: [{ key: 'm1', incomeFen: 6_500 }] } } });
    await done(approver, step, { caseId: opened.caseId, step: 'keep', seen: 2 });
    const { rows } = await cities.owner.query('select fen::int, change, from_month::text, case_id::int from city_442000.grant_version where grant_id = $1 and known_to is null order by from_month', [grant]);
    expect(rows.at(-1)).toMatchObject({ fen: 93_500, change: 'income', case_id: opened.caseId });
    const { rows: [decision] } = await cities.owner.query('select outcome, grant_id::int, statement from city_442000.decision where case_id = $1', [opened.caseId]);
    expect(decision).toMatchObject({ outcome: 'changed', grant_id: grant });
    expect(await checkCases(cities.zhongshan, await sampleRegistry())).toEqual([]);
  });

  test('who holds a second factor and gave no code lately decides nothing: no decision, no new version', async () => {
    const grant = await grantSample('何玉兰', '442099196208153026');
    const { caseId } = await done(clerk, review(grant), {});
    const account = approver.account?.id;
    const { rows: [row] } = await cities.owner.query(`insert into city_442000.session (token_hash, account_id, expires_at, second_factor_at) values ('x', $1, now() + interval '1 day', now() - interval '1 day') returning id::int`, [account]);
    const { rows: [factor] } = await cities.owner.query(`insert into city_442000.second_factor (account_id, secret, confirmed_at, command_id) values ($1, 'x', now(), 0) returning id::int`, [account]);
    const stale: Caller = { ...approver, session: row.id };
    const keep = { caseId, step: 'keep', seen: 1 };
    expect(await run(stale, step, keep)).toMatchObject({ ok: false, refused: { code: 'access.second-factor-needed' } });
    const count = async () => (await cities.owner.query('select count(*)::int as n from city_442000.decision where case_id = $1', [caseId])).rows[0].n;
    expect(await count()).toBe(0);
    await cities.owner.query('update city_442000.session set second_factor_at = now() where id = $1', [row.id]);
    await done(stale, step, keep);
    expect(await count()).toBe(1);
    await cities.owner.query(`update city_442000.second_factor set ended_at = now(), ended_because = '试完' where id = $1`, [factor.id]);
  });

  test('outside the area it cannot be opened', async () => {
    const grant = await grantSample('黄志强', '442099195301023010');
    expect(await run(elsewhere, review(grant), {})).toMatchObject({ ok: false, refused: { code: 'not-found' } });
  });

  test('income above the line ends it, and nothing can be opened about it any more but a resumption', async () => {
    const grant = await grantSample('李明', '442099198001011230');
    const opened = await done(clerk, review(grant), {});
    await done(approver, step, { caseId: opened.caseId, step: 'correct-facts', seen: 1, data: { reason: '有工作了', facts: { members: [{ key: 'm1', incomeFen: 200_000 }] } } });
    await done(approver, step, { caseId: opened.caseId, step: 'end', seen: 2 });
    expect(await run(clerk, review(grant), {})).toMatchObject({ ok: false, refused: { code: 'grant.ended' } });
    const { rows: [row] } = await cities.owner.query('select state from city_442000.benefit_grant where id = $1', [grant]);
    expect(row.state).toBe('ended');
  });
});
