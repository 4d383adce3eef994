import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCities, staff, type TestCities } from '../../../test/harness/city.ts';
import type { Caller } from '../access/caller.ts';
import { command } from '../db/command.ts';
import { query } from '../db/query.ts';
import retry from './commands/retry.ts';
import listJobs from './queries/list-jobs.ts';
import { reasonOf } from './reason-of.ts';

let cities: TestCities;
let admin: Caller;
let clerk: Caller;
beforeAll(async () => {
  cities = await openTestCities();
  admin = await staff(cities, cities.zhongshan, 'administrator', '442000');
  clerk = await staff(cities, cities.zhongshan, 'town-clerk', '442000001');
});
afterAll(() => cities.close());

const plant = async (kind: string, state: string, error: string | null, key: string | null = null): Promise<number> =>
  Number((await cities.owner.query<{ id: string }>(`insert into city_442000.job (kind, state, last_error, attempts, unique_key, command_id) values ($1, $2, $3, 20, $4, null) returning id`, [kind, state, error, key])).rows[0]?.id);
const again = (caller: Caller, jobId: number) => command(cities.zhongshan, caller, retry, { jobId }, { key: randomUUID() });

test('the failed stand first, each with a reason in words and no message of the fault', async () => {
  await plant('verification.poll', 'waiting', null);
  await plant('verification.send', 'failed', 'TypeError ECONNREFUSED');
  const seen = await query(cities.zhongshan, admin, listJobs, {});
  expect(seen).toMatchObject({ ok: true, result: { counts: { failed: 1 }, lines: [{ kind: 'verification.send', state: 'failed', reason: '对方的系统没有接通' }, { kind: 'verification.poll' }] } });
  expect(await query(cities.zhongshan, clerk, listJobs, {})).toMatchObject({ ok: false });
});

test('what failed is put back to the front; what has not failed, or already waits again, is left', async () => {
  const failed = await plant('demo.again', 'failed', 'error 40001', 'one');
  expect(await again(clerk, failed)).toMatchObject({ ok: false });
  expect(await again(admin, failed)).toMatchObject({ ok: true });
  const { rows } = await cities.owner.query('select state, attempts from city_442000.job where id = $1', [failed]);
  expect(rows).toEqual([{ state: 'waiting', attempts: 0 }]);
  const twin = await plant('demo.again', 'failed', 'error', 'one');
  expect(await again(admin, twin)).toMatchObject({ ok: false, refused: { code: 'job.already-waiting' } });
  expect(await again(admin, await plant('demo.done', 'done', null))).toMatchObject({ ok: false, refused: { code: 'job.not-stuck' } });
  expect(await again(admin, 999_999)).toMatchObject({ ok: false, refused: { code: 'job.not-found' } });
});

test('a fault nobody knows is still said in words', () => {
  expect(reasonOf('RangeError')).toBe('处理时出错，请把下面的代码告诉管理员');
  expect(reasonOf(null)).toBeNull();
});
