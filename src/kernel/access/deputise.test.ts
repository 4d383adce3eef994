import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moveDay } from '../../../test/acceptance/people.ts';
import { openTestCities, staff, type TestCities } from '../../../test/harness/city.ts';
import { makeRegisterApplication } from '../casework/commands/register-application.ts';
import { makeTakeStep } from '../casework/commands/take-step.ts';
import { sampleRegistry } from '../casework/sample-matter.ts';
import type { CommandDefinition } from '../contract/door.ts';
import { command, type CommandOutcome } from '../db/command.ts';
import { query } from '../db/query.ts';
import type { Caller } from './caller.ts';
import deputise from './commands/deputise-post.ts';
import endDeputy from './commands/end-deputy.ts';
import listDeputies from './queries/list-deputies.ts';
import { callerOfPost } from './sessions.ts';

let cities: TestCities;
let clerk: Caller;
let lead: Caller;
let stranger: Caller;
const run = <I, O>(caller: Caller, door: CommandDefinition<I, O>, body: unknown): Promise<CommandOutcome<O>> => command(cities.zhongshan, caller, door, body, { key: randomUUID() });
const done = async <I, O>(caller: Caller, door: CommandDefinition<I, O>, body: unknown): Promise<O> => {
  const answer = await run(caller, door, body);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refused));
  return answer.result;
};

beforeAll(async () => {
  cities = await openTestCities();
  clerk = await staff(cities, cities.zhongshan, 'town-clerk', '442000001');
  lead = await staff(cities, cities.zhongshan, 'town-lead', '442000001');
  stranger = await staff(cities, cities.zhongshan, 'town-clerk', '442000002');
});
afterAll(() => cities.close());

describe('[S001] 岗位代理', () => {
  const period = { from: '2014-11-20', to: '2014-11-25', reason: '出差' };
  const arrange = (more: object = {}) => ({ post: clerk.post?.id, account: lead.account?.id, ...period, ...more });

  test('只能代理自己的岗位，有止日，不能代自己，不能出辖区', async () => {
    await moveDay(cities, '2014-11-18');
    expect(await run(stranger, deputise, arrange())).toMatchObject({ ok: false, refused: { code: 'not-found' } });
    expect(await run(lead, deputise, arrange())).toMatchObject({ ok: false, refused: { code: 'deputy.not-yours' } });
    expect(await run(clerk, deputise, arrange({ account: clerk.account?.id }))).toMatchObject({ ok: false, refused: { code: 'deputy.wrong-colleague' } });
    expect(await run(clerk, deputise, arrange({ to: '2014-11-20' }))).toMatchObject({ ok: false, refused: { code: 'deputy.wrong-period' } });
    expect(await run(clerk, deputise, arrange({ from: '2014-11-01' }))).toMatchObject({ ok: false, refused: { code: 'deputy.wrong-period' } });
  });

  test('在代理期内以自己的名义办，经过写明代谁；期前期后都没有这个岗位', async () => {
    const { deputy } = await done(clerk, deputise, arrange());
    expect(await run(clerk, deputise, arrange())).toMatchObject({ ok: false, refused: { code: 'deputy.holds-it' } });
    const { rows: [row] } = await cities.owner.query('select deputy_post_id::int as post from city_442000.post_deputy where id = $1', [deputy]);
    expect((await callerOfPost(cities.zhongshan, row.post)).post).toBeNull();
    await moveDay(cities, '2014-11-20');
    const acting = await callerOfPost(cities.zhongshan, row.post);
    expect(acting).toMatchObject({ account: { id: lead.account?.id }, post: { role: 'town-clerk', actingFor: clerk.account?.name } });
    expect(await run(acting, deputise, { ...arrange({ post: row.post, account: clerk.account?.id }) })).toMatchObject({ ok: false, refused: { code: 'deputy.of-deputy' } });
    const { caseId } = await done(acting, makeRegisterApplication(sampleRegistry), {
      matter: 'sample', values: { division: '442000001001', address: '太平路 3 号', members: [{ name: '陈秀英', idNumber: '442099195801024423', relation: '户主', income: '165' }] } });
    await done(acting, makeTakeStep(sampleRegistry), { caseId, step: 'accept', seen: 1 });
    const { rows: [action] } = await cities.owner.query('select actor_name, post_role from city_442000.case_action where case_id = $1 and seq = 2', [caseId]);
    expect(action).toEqual({ actor_name: lead.account?.name, post_role: `镇街经办（代${clerk.account?.name}）` });
    await moveDay(cities, '2014-11-25');
    expect((await callerOfPost(cities.zhongshan, row.post)).post).toBeNull();
  });

  test('可以提前结束，立刻没有这个岗位；旁人不能结束，名单只见辖区', async () => {
    const { deputy } = await done(clerk, deputise, arrange({ from: '2014-11-25', to: '2014-12-10' }));
    const { rows: [row] } = await cities.owner.query('select deputy_post_id::int as post from city_442000.post_deputy where id = $1', [deputy]);
    expect((await callerOfPost(cities.zhongshan, row.post)).post).not.toBeNull();
    expect(await run(stranger, endDeputy, { deputy, reason: '不相干' })).toMatchObject({ ok: false, refused: { code: 'not-found' } });
    await done(clerk, endDeputy, { deputy, reason: '提前回来' });
    expect((await callerOfPost(cities.zhongshan, row.post)).post).toBeNull();
    expect(await run(clerk, endDeputy, { deputy, reason: '再按一次' })).toMatchObject({ ok: false, refused: { code: 'deputy.over' } });
    expect(await query(cities.zhongshan, clerk, listDeputies, {})).toMatchObject({ ok: true, result: { deputies: [{ id: deputy, endedOn: '2014-11-25' }, {}] } });
    expect(await query(cities.zhongshan, stranger, listDeputies, {})).toMatchObject({ ok: true, result: { deputies: [] } });
  });
});
