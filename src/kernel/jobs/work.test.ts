import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestCities, staff, type TestCities } from '../../../test/harness/city.ts';
import type { JobHandler } from './job.ts';
import { workOnce } from './work.ts';

let cities: TestCities;
beforeAll(async () => {
  cities = await openTestCities();
  await staff(cities, cities.zhongshan, 'system', '442000');
});
afterAll(() => cities.close());
beforeEach(() => cities.owner.query('delete from city_442000.job'));

const queue = async (): Promise<void> => { await cities.owner.query(`insert into city_442000.job (kind, payload, command_id) values ('test.pieces', '{}', null)`); };
const row = async (): Promise<Record<string, unknown>> => (await cities.owner.query('select state, attempts, locked_until, run_after <= now() as due from city_442000.job')).rows[0];

/** Works in pieces of a moment each until it has done `pieces`, or is told to stop between two of them. */
const inPieces = (pieces: number, done: number[]): JobHandler => ({
  kind: 'test.pieces',
  async run(_city, _payload, job) {
    while (done.length < pieces) {
      job.stopping?.throwIfAborted();
      await new Promise((resolve) => { setTimeout(resolve, 20); });
      done.push(job.attempts);
    }
  },
});

test('a worker that ends hands its job on at once, after the piece in hand; another finishes it; nothing is done twice', async () => {
  await queue();
  const done: number[] = [];
  const stopping = new AbortController();
  const first = workOnce(cities.zhongshan, [inPieces(12, done)], stopping.signal);
  await expect.poll(() => done.length).toBeGreaterThan(2);
  stopping.abort(new Error('the worker ends'));
  await first;
  expect(done.length).toBeLessThan(12);
  expect(await row()).toEqual({ state: 'waiting', attempts: 0, locked_until: null, due: true });
  expect(await workOnce(cities.zhongshan, [inPieces(12, done)])).toBe(true);
  expect(await row()).toMatchObject({ state: 'done' });
  expect(done).toHaveLength(12);
});

test('a job of a worker that died is free within a minute, and not before', async () => {
  await queue();
  await cities.owner.query(`update city_442000.job set state = 'running', attempts = 1, locked_until = now() + interval '60 seconds'`);
  expect(await workOnce(cities.zhongshan, [inPieces(1, [])])).toBe(false);
  await cities.owner.query(`update city_442000.job set locked_until = now() - interval '1 second'`);
  expect(await workOnce(cities.zhongshan, [inPieces(1, [])])).toBe(true);
  expect(await row()).toMatchObject({ state: 'done', attempts: 2 });
});

test('a worker that was taken for dead and comes back does not undo what the next one does', async () => {
  await queue();
  const late: JobHandler = { kind: 'test.pieces', async run() {
    // meanwhile another has taken it
    await cities.owner.query('update city_442000.job set attempts = attempts + 1');
    throw new Error('too late');
  } };
  await workOnce(cities.zhongshan, [late]);
  expect(await row()).toMatchObject({ state: 'running', attempts: 2 });
});
