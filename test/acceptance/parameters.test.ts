import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Caller } from '../../src/kernel/access/caller.ts';
import { verifyAudit } from '../../src/kernel/audit/verify.ts';
import { defineQuery } from '../../src/kernel/contract/door.ts';
import { command } from '../../src/kernel/db/command.ts';
import { query } from '../../src/kernel/db/query.ts';
import proposeValue from '../../src/kernel/policy/commands/propose-value.ts';
import signValue from '../../src/kernel/policy/commands/sign-value.ts';
import listParameters from '../../src/kernel/policy/queries/list-parameters.ts';
import { loadBook } from '../../src/kernel/policy/load-book.ts';
import { plainDate } from '../../src/kernel/values/plain-date.ts';
import { openTestCities, staff, type TestCities } from '../harness/city.ts';

let cities: TestCities;
let chen: Caller;
let lin: Caller;

beforeAll(async () => {
  cities = await openTestCities();
  [chen, lin] = [await staff(cities, cities.guangzhou, 'standards-officer', '440100'), await staff(cities, cities.guangzhou, 'standards-officer', '440100')];
});
afterAll(() => cities.close());

const give = (caller: Caller, door: typeof proposeValue | typeof signValue, body: unknown) => command(cities.guangzhou, caller, door as typeof proposeValue, body, { key: randomUUID() });
const limit = {
  parameter: 'movable-asset-limit', division: '440100', from: '2014-06-01', to: null, value: 900_000, document: { title: '广州市关于家庭财产上限的通知（测试用）', number: '测〔2014〕1号' },
};
/** What a rule in 荔湾区 would read on a day. */
const read = async (day: string, known?: number) => {
  const look = defineQuery({ id: 'test.read', title: '读数', allow: { staff: true }, input: z.strictObject({}), run: async (tx) => (await loadBook(tx, known)).read('movable-asset-limit', ['440103', '440100', '44'], plainDate(day)) });
  const outcome = await query(cities.guangzhou, chen, look, {});
  if (!outcome.ok) throw new Error(outcome.refused.code);
  return outcome.result;
};

describe('[S002] 缺的数由办公室录入，另一个人复核，才算数', () => {
  test('录入的还不算；自己不能复核自己；复核以后从起日起算，以前的日子仍是缺口', async () => {
    expect(await read('2014-11-03')).toMatchObject({ is: 'gap' });
    const proposed = await give(chen, proposeValue, limit);
    expect(proposed).toMatchObject({ ok: true });
    const proposal = (proposed as unknown as { result: { id: number }; commandId: number });
    expect(await read('2014-11-03')).toMatchObject({ is: 'gap' });
    expect(await give(chen, signValue, { proposal: proposal.result.id, agree: true })).toMatchObject({ ok: false, refused: { code: 'policy.same-person' } });
    expect(await give(lin, signValue, { proposal: proposal.result.id, agree: true })).toMatchObject({ ok: true, result: { signed: true } });
    expect(await read('2014-11-03')).toMatchObject({ is: 'value', reading: { value: 900_000, demo: false, document: { number: '测〔2014〕1号' } } });
    expect(await read('2014-05-31')).toMatchObject({ is: 'gap' });
    // as known when it was only proposed
    expect(await read('2014-11-03', proposal.commandId)).toMatchObject({ is: 'gap' });
    expect(await give(lin, signValue, { proposal: proposal.result.id, agree: true })).toMatchObject({ ok: false, refused: { code: 'policy.not-waiting' } });
  });

  test('写法不对的、没有依据的、日子颠倒的，各有说法；别的岗位录不了', async () => {
    expect(await give(chen, proposeValue, { ...limit, value: '很多' })).toMatchObject({ ok: false, refused: { code: 'policy.wrong-value' } });
    expect(await give(chen, proposeValue, { ...limit, value: -1 })).toMatchObject({ ok: false, refused: { code: 'policy.wrong-value' } });
    expect(await give(chen, proposeValue, { ...limit, document: { title: ' ', number: null } })).toMatchObject({ ok: false, refused: { code: 'policy.document-missing' } });
    expect(await give(chen, proposeValue, { ...limit, to: '2014-05-01' })).toMatchObject({ ok: false, refused: { code: 'policy.not-a-day' } });
    expect(await give(chen, proposeValue, { ...limit, parameter: 'no-such' })).toMatchObject({ ok: false, refused: { code: 'policy.unknown-parameter' } });
    expect(await give(await staff(cities, cities.guangzhou, 'town-clerk', '440103001'), proposeValue, limit)).toMatchObject({ ok: false, refused: { code: 'access.not-yours' } });
  });

  test('历史、缺口、文件都看得到；中山看不到广州录的；记录完整', async () => {
    const list = await query(cities.guangzhou, chen, listParameters, { matter: 'subsistence-allowance' });
    const parameters = (list as { result: { matters: { parameters: { id: string; history: { division: string; is: string; from: string }[] }[] }[] } }).result.matters[0]?.parameters ?? [];
    expect(parameters.find((one) => one.id === 'movable-asset-limit')?.history.some((row) => row.division === '440100' && row.is === 'value' && row.from === '2014-06-01')).toBe(true);
    expect(parameters.find((one) => one.id === 'subsistence-standard')?.history.length).toBeGreaterThan(10);
    const elsewhere = await query(cities.zhongshan, await staff(cities, cities.zhongshan, 'standards-officer', '442000'), listParameters, {});
    expect(JSON.stringify(elsewhere)).not.toContain('测〔2014〕1号');
    expect((await verifyAudit(cities.guangzhou)).findings).toEqual([]);
  });
});
