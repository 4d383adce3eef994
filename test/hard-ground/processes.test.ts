import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PER_MINUTE } from '../../src/server/limits.ts';
import { staff } from '../harness/city.ts';
import { freePort } from '../harness/demo-platform.ts';
import type { HttpCaller } from '../harness/http-caller.ts';
import { BENEFIT, openPayrollWorld, type PayrollWorld } from '../harness/payroll-world.ts';
import { signInAt, startServerProcess, type Started } from '../harness/processes.ts';
import { applicationOf } from '../harness/applicants.ts';

/** Four web processes and two workers on one database: two share a port, two have their own, so that a test may choose whom to ask. */
let world: PayrollWorld;
let webs: Started[];
let workers: Started[];
let clerk: HttpCaller;
const AMOUNTS = [30000, 31000, 32000, 33000, 34000, 35000];

beforeAll(async () => {
  world = await openPayrollWorld();
  const { cities, zs } = world;
  await staff(cities, zs, 'system', '442000');
  await world.setDay('2014-12-01');
  const homes = [];
  for (const [at] of AMOUNTS.entries()) homes.push(await world.household(['442000001001', '442000002001'][at % 2]!, 1 + (at % 2)));
  await world.takeOver(homes.map((home, at) => [home, AMOUNTS[at]!] as const), '2014-12');
  const port = String(await freePort());
  const shared = (name: string) => startServerProcess('web', cities, { PROCESS_NAME: name, WEB_PROCESSES: '2', PORT: port });
  const started = await Promise.all([shared('web-1'), shared('web-2'), ...['web-3', 'web-4'].map((name) => startServerProcess('web', cities, { PROCESS_NAME: name })), ...['worker-1', 'worker-2'].map((name) => startServerProcess('worker', cities, { PROCESS_NAME: name }))]);
  [webs, workers] = [started.slice(0, 4), started.slice(4)];
  clerk = await signInAt(webs[2]!.url, cities, zs, world.clerk);
}, 300_000);
afterAll(async () => {
  for (const one of [...(webs ?? []), ...(workers ?? [])]) one.kill();
  await world?.close();
});

const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> => (await world.cities.owner.query<T>(sql.replaceAll('city.', 'city_442000.'), values)).rows;
const applicant = (order: number) => applicationOf([{ name: '试验人', birth: '1960-05-05', order, relation: 'self' }], { division: '442000001001' });
const at = (who: HttpCaller, web: Started): HttpCaller => who.twin(web.url);

describe('two times eight', () => {
  test('one port is answered by both processes behind it, and whoever is asked tells of all', async () => {
    const seen = new Set<string>();
    await expect.poll(async () => {
      const text = await (await fetch(`${webs[0]!.url}/metrics`, { headers: { connection: 'close' } })).text();
      for (const [, name] of text.matchAll(/^process_resident_memory_bytes\{process="([^"]+)"\}/gm)) seen.add(name!);
      return [...seen].toSorted();
    }, { timeout: 60_000 }).toEqual(['web-1', 'web-2', 'web-3', 'web-4', 'worker-1', 'worker-2']);
    for (let n = 0; n < 30; n += 1) await fetch(`${webs[0]!.url}/healthz`, { headers: { connection: 'close' } });
    const answered = async (name: string): Promise<boolean> => (await (await fetch(`${webs[2]!.url}/metrics`)).text()).includes(`minzheng_requests_total{door="/healthz",outcome="ok",process="${name}"}`);
    await expect.poll(async () => (await answered('web-1')) && (await answered('web-2')), { timeout: 60_000 }).toBe(true);
  }, 150_000);

  test('the same key at four processes at one moment does the thing once, and all hear the same answer', async () => {
    const key = randomUUID();
    const answers = await Promise.all(webs.map((web) => at(clerk, web).act('casework.register-application', { matter: BENEFIT, values: applicant(7) }, key)));
    expect(answers.map((one) => one.status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map((one) => one.body['caseId'])).size).toBe(1);
    expect(await rows('select 1 from city.person where birth_date = $1', ['1960-05-05'])).toHaveLength(1);
  });

  test('applications at all processes at once: each its own number, none skipped', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => at(clerk, webs[n % 4]!).act('casework.register-application', { matter: BENEFIT, values: applicant(11 + 2 * n) })));
    expect(answers.map((one) => one.body['code'] ?? one.status)).toEqual(Array.from({ length: 8 }, () => 200));
    const numbers = (await rows<{ n: number }>(`select substring(number from '(\\d+)\\D*$')::int as n from city.case_file order by 1`)).map((row) => row.n);
    expect(numbers).toEqual(numbers.map((_, n) => numbers[0]! + n));
  });

  test('two clerks take the same step at two processes: one is done, the other is told', async () => {
    const other = await signInAt(webs[3]!.url, world.cities, world.zs, await staff(world.cities, world.zs, 'town-clerk', '442000001'));
    const { caseId } = await clerk.done('casework.register-application', { matter: BENEFIT, values: applicant(41) });
    const { version } = (await clerk.see('casework.get-case', { caseId })).body;
    const both = await Promise.all([clerk, other].map((who) => who.act('casework.take-step', { caseId, step: 'accept', seen: version, data: { complete: true, relativeOfStaff: false } })));
    expect(both.map((one) => one.status).toSorted()).toEqual([200, 409]);
    expect(await rows(`select 1 from city.case_action where case_id = $1 and step = 'accept'`, [caseId])).toHaveLength(1);
  });

  test('a roll ordered twice at once, while the sealers seal and the queue is worked: one roll, each household once, every command sealed', async () => {
    const officer = await signInAt(webs[0]!.url, world.cities, world.zs, world.officer);
    const [first, second] = await Promise.all([officer, at(officer, webs[2]!)].map((who) => who.act('payroll.draw-up', { benefit: BENEFIT, month: '2014-12' })));
    expect([first!.status, second!.status].filter((status) => status === 200).length).toBeGreaterThanOrEqual(1);
    expect(await rows(`select 1 from city.roll where month = '2014-12-01'`)).toHaveLength(1);
    expect(await rows('select 1 from city.roll_line')).toHaveLength(AMOUNTS.length);
    expect(await rows('select 1 from city.roll_line group by roll_id, household_id having count(*) > 1')).toEqual([]);
    await expect.poll(async () => (await rows<{ n: number }>('select count(*)::int as n from city.command_log where block_no is null'))[0]?.n, { timeout: 60_000 }).toBe(0);
    const blocks = await rows<{ no: number }>('select no::int from city.audit_block order by no');
    expect(blocks.map((block) => block.no)).toEqual(blocks.map((_, n) => n + 1));
  }, 150_000);

  test('queued work is done once, whichever worker takes it; none is left', async () => {
    await expect.poll(async () => (await rows<{ n: number }>(`select count(*)::int as n from city.job where state in ('running', 'failed') or (state = 'waiting' and run_after <= now())`))[0]?.n, { timeout: 60_000 }).toBe(0);
    expect((await rows<{ most: number }>(`select coalesce(max(attempts), 0)::int as most from city.job where state = 'done'`))[0]?.most).toBeLessThanOrEqual(1);
  }, 150_000);

  test('who signs out at one process is out at all', async () => {
    const leaving = await signInAt(webs[0]!.url, world.cities, world.zs, world.auditor);
    const elsewhere = at(leaving, webs[3]!);
    expect((await elsewhere.see('casework.list-procedures')).status).toBe(200);
    await leaving.post('/api/c/session.sign-out', {});
    expect((await elsewhere.see('casework.list-procedures')).status).toBe(401);
  });

  test('a figure signed at one process is in force at the others at once', async () => {
    const [entering, signing] = await Promise.all([webs[0]!, webs[2]!].map(async (web) => signInAt(web.url, world.cities, world.zs, await staff(world.cities, world.zs, 'standards-officer', '442000'))));
    const { id } = await entering!.done('policy.propose-value', { parameter: 'subsistence-standard', division: '442000', from: '2015-01-01', to: null, value: 61_800, document: { title: '低保标准（试验用）', number: '试验〔2014〕1 号' } });
    interface Listed { readonly matters: readonly { readonly parameters: readonly { readonly id: string; readonly history: readonly { readonly document?: { readonly number: string | null } }[] }[] }[] }
    const isInForce = async (web: Started): Promise<boolean> => ((await at(entering!, web).see('policy.list-parameters', {})).body as Listed).matters
      .some(({ parameters }) => parameters.some((one) => one.id === 'subsistence-standard' && one.history.some((entry) => entry.document?.number === '试验〔2014〕1 号')));
    for (const web of webs) expect(await isInForce(web)).toBe(false);
    await signing!.done('repricing.preview', { proposal: id });
    await expect.poll(async () => (await signing!.act('policy.sign-value', { proposal: id, agree: true })).status, { timeout: 60_000 }).toBe(200);
    for (const web of webs) expect(await isInForce(web)).toBe(true);
  }, 150_000);

  test('what may be asked so often in a minute is one count over all processes', async () => {
    const guess = (web: Started) => fetch(`${web.url}/api/q/complaints.follow`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-csrf': '1' }, body: JSON.stringify({ number: 'T0001', code: 'ABCDEF' }) });
    const answers: number[] = [];
    for (let n = 0; n < 2 * PER_MINUTE.guessing + 2; n += 1) answers.push((await guess(webs[n % 4]!)).status);
    // a minute may turn over on the way, once
    expect(answers.filter((status) => status === 429).length).toBeGreaterThanOrEqual(1);
    expect(answers.slice(0, 5)).not.toContain(429);
  });
});

describe('an end in the middle of work', () => {
  /** Takes the clock for itself; what is returned lets go of it. */
  const holdClock = async (): Promise<() => Promise<void>> => {
    const holder = new pg.Client({ connectionString: world.cities.url });
    await holder.connect();
    await holder.query('begin; select pg_advisory_xact_lock(442000)');
    return async () => { await holder.query('commit'); await holder.end(); };
  };
  const isWaiting = async (): Promise<boolean> => (await world.cities.owner.query(`select 1 from pg_stat_activity where wait_event = 'advisory'`)).rowCount === 1;

  test('a request under way is answered, a new one is refused before it begins, readiness goes first, and the process ends with 0', async () => {
    const web = await startServerProcess('web', world.cities, { PROCESS_NAME: 'web-9', STOP_NOTICE_MS: '1500', FINISH_MS: '60000' });
    // a command waits for the clock as long as we hold it
    const letGo = await holdClock();
    const under = at(clerk, web).act('casework.register-application', { matter: BENEFIT, values: applicant(71) });
    await expect.poll(isWaiting, { timeout: 60_000 }).toBe(true);
    expect((await fetch(`${web.url}/readyz`)).status).toBe(200);
    web.stop();
    // asked again and again until nobody listens any more: first not ready, and only then no longer there
    const heard: number[] = [];
    for (let status = 1; status !== 0; heard.push(status)) status = await fetch(`${web.url}/readyz`).then((answer) => answer.status, () => 0);
    expect(heard).toContain(503);
    expect(heard.at(-1)).toBe(0);
    const late = await at(clerk, web).act('casework.register-application', { matter: BENEFIT, values: applicant(73) }).then((answer) => answer.body['code'] as string, () => 'no connection');
    expect(['server.stopping', 'no connection']).toContain(late);
    await letGo();
    expect((await under).status).toBe(200);
    const { code, ms } = await web.exited;
    expect(code).toBe(0);
    expect(ms).toBeLessThan(60_000);
    expect(await rows('select 1 from city.process_beat where name = $1', ['web-9'])).toEqual([]);
  }, 150_000);

  test('a request that never ends is cut off within the bound, and nothing of it is written', async () => {
    const before = (await rows('select 1 from city.case_file')).length;
    const web = await startServerProcess('web', world.cities, { PROCESS_NAME: 'web-8', FINISH_MS: '700' });
    const letGo = await holdClock();
    const under = at(clerk, web).act('casework.register-application', { matter: BENEFIT, values: applicant(75) }).catch(() => 'cut off');
    await expect.poll(isWaiting, { timeout: 60_000 }).toBe(true);
    web.stop();
    expect(await under).toBe('cut off');
    const { code, ms } = await web.exited;
    expect(code).toBe(0);
    expect(ms).toBeLessThan(5000);
    await letGo();
    expect(await rows('select 1 from city.case_file')).toHaveLength(before);
  }, 150_000);

  test('workers end with 0 while work waits', async () => {
    await world.cities.owner.query(`insert into city_442000.job (kind, payload, command_id) select 'test.none', '{}', null from generate_series(1, 200)`);
    for (const worker of workers) worker.stop();
    for (const worker of workers) {
      const { code, ms } = await worker.exited;
      expect(code).toBe(0);
      expect(ms).toBeLessThan(10_000);
    }
    expect(await rows(`select 1 from city.job where state = 'running'`)).toEqual([]);
  }, 120_000);
});
