import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPayrollWorld, type PayrollWorld, type TestHousehold } from '../../../test/harness/payroll-world.ts';
import { sealBlock } from '../audit/seal-block.ts';
import { verifyAudit } from '../audit/verify.ts';
import type { Tx } from '../db/tx.ts';

const s = 'city_442000';
let world: PayrollWorld;
let home: TestHousehold;
let grant: number;

beforeAll(async () => {
  world = await openPayrollWorld();
  home = await world.household('442000001001', 2);
  [grant = 0] = await world.takeOver([[home, 50_000]], '2014-10');
});
afterAll(() => world.close());

const stretch = (tx: Tx, from: string, to: string | null): Promise<number> => tx.run(
  `insert into grant_version (grant_id, benefit, household_id, division_id, from_month, to_month, state, persons, hukou_kind, fen, basis, reason)
   select grant_id, benefit, household_id, division_id, $2, $3, state, persons, hukou_kind, fen, basis, '测试' from grant_version where grant_id = $1 order by id limit 1`, [grant, from, to]);
const now = async () => (await world.cities.owner.query(`select from_month::text as from, to_month::text as to from ${s}.grant_version where grant_id = $1 and known_to is null order by from_month`, [grant])).rows;
const problem = (work: Promise<unknown>): Promise<string> => work.then(() => 'done', (error: Error & { code?: string; cause?: unknown }) => String(error.cause ?? error));

test('one month of a grant is worth one thing: months that touch stand side by side, months that share a day do not', async () => {
  await world.act((tx) => stretch(tx, '2014-01-01', '2014-04-01'));
  await world.act((tx) => stretch(tx, '2014-04-01', '2014-06-01'));
  for (const [from, to] of [['2014-03-01', '2014-05-01'], ['2014-01-01', '2014-02-01'], ['2013-06-01', null], ['2014-05-01', '2014-12-01'], ['2015-01-01', null]] as const) {
    expect(await problem(world.act((tx) => stretch(tx, from, to))), `${from}–${to}`).toMatch(/command\.conflict/);
  }
  // two in one statement
  expect(await problem(world.act((tx) => tx.run(
    `insert into grant_version (grant_id, benefit, household_id, division_id, from_month, to_month, state, persons, hukou_kind, fen, basis, reason)
     select grant_id, benefit, household_id, division_id, m::date, '2012-12-01', state, persons, hukou_kind, fen, basis, '测试' from grant_version, unnest(array['2012-01-01', '2012-03-01']) m where grant_id = $1 and from_month = '2014-10-01'`, [grant]))))
    .toMatch(/command\.conflict/);
  expect(await now()).toEqual([{ from: '2014-01-01', to: '2014-04-01' }, { from: '2014-04-01', to: '2014-06-01' }, { from: '2014-10-01', to: null }]);
});

test('two at once for the same months: the second waits for the first and is refused', async () => {
  let tell = (): void => {};
  const written = new Promise<void>((resolve) => { tell = resolve; });
  const first = world.act(async (tx) => {
    await stretch(tx, '2013-01-01', '2013-04-01');
    tell();
    await tx.run('select pg_sleep(0.3)');
  });
  await written;
  expect(await problem(world.act((tx) => stretch(tx, '2013-03-01', '2013-06-01')))).toMatch(/command\.conflict/);
  await first;
  expect(await now()).toHaveLength(4);
});

test('what was known once keeps its months too: a row known from earlier on is held against those already closed', async () => {
  const { rows: [row] } = await world.cities.owner.query<{ id: number }>(`select id::int as id from ${s}.grant_version where grant_id = $1 and from_month = '2013-01-01'`, [grant]);
  await world.act((tx) => tx.run('update grant_version set known_to = current_command() where id = $1', [row?.id]));
  await world.act((tx) => stretch(tx, '2013-01-01', '2013-04-01'));
  expect(await problem(world.act((tx) => tx.run(
    `insert into grant_version (grant_id, benefit, household_id, division_id, from_month, to_month, known_from, known_to, state, persons, hukou_kind, fen, basis, reason)
     select grant_id, benefit, household_id, division_id, '2013-02-01', '2013-03-01', known_from, known_to, state, persons, hukou_kind, fen, basis, '测试' from grant_version where id = $1`, [row?.id])))).toMatch(/command\.conflict/);
});

test('a recorded row is closed and nothing else', async () => {
  for (const change of ['fen = 1', `reason = '改'`, 'known_to = current_command(), fen = 1', 'known_to = 1', 'to_month = null']) {
    expect(await problem(world.act((tx) => tx.run(`update grant_version set ${change} where grant_id = $1 and from_month = '2014-01-01'`, [grant]))), change).toMatch(/may only be closed/);
  }
});

test('a line names a version and a person that are there, and neither can be removed', async () => {
  const line = (version: number, person: number | null) => world.act((tx) => tx.run(`insert into grant_line (version_id, household_id, division_id, item, person_id, fen) values ($1, $2, $3, 'difference', $4, 1)`, [version, home.id, home.divisionId, person]));
  const { rows: [version] } = await world.cities.owner.query<{ id: number }>(`select max(id)::int as id from ${s}.grant_version`);
  for (const [of, who] of [[999_999, null], [version?.id ?? 0, 999_999]] as const) expect(await problem(line(of, who))).toMatch(/command\.names-nothing/);
  for (const table of ['grant_version', 'person', 'benefit_grant']) {
    expect(await problem(world.cities.owner.query(`delete from ${s}.${table}`))).toMatch(/neither removed/);
    expect(await problem(world.cities.owner.query(`update ${s}.${table} set id = default`))).toMatch(/neither removed|may only be closed/);
  }
});

test('hundreds of rows at once are sealed by their text: verified whole, one changed, added or missing among them shows', async () => {
  const { rows: [version] } = await world.cities.owner.query<{ id: number }>(`select max(id)::int as id from ${s}.grant_version`);
  await world.act((tx) => tx.run(
    `insert into grant_line (version_id, household_id, division_id, item, person_id, fen, funding) select $1, $2, $3, case when n % 3 = 0 then '带,“逗”(号) "' else '项' end, null, n, nullif('', repeat('x', n % 2)) from generate_series(1, 250) n`, [version?.id, home.id, home.divisionId]));
  while ((await sealBlock(world.zs)) > 0) { /* until everything is sealed */ }
  const { rows: signed } = await world.cities.owner.query(`select d->>'form' as form, d->>'rows' as rows from ${s}.command_log, jsonb_array_elements(digests) d where d->>'table' = 'grant_line' order by id desc limit 1`);
  expect(signed).toEqual([{ form: '2', rows: '250' }]);
  const found = async (): Promise<string> => (await verifyAudit(world.zs)).findings.join('\n');
  expect(await found()).toBe('');
  const tamper = (sql: string) => world.cities.owner.query(`set session_replication_role = replica; ${sql}; set session_replication_role = origin`);
  await tamper(`update ${s}.grant_line set fen = fen + 1 where fen = 77`);
  expect(await found()).toMatch(/grant_line：操作 \d+ 写的行.*被改过/);
  await tamper(`update ${s}.grant_line set fen = 77 where fen = 78 and id = (select min(id) from ${s}.grant_line where fen = 78)`);
  expect(await found()).toBe('');
  await tamper(`update ${s}.grant_line set funding = '城' where fen = 78`);
  expect(await found()).toMatch(/grant_line/);
  await tamper(`update ${s}.grant_line set funding = null where fen = 78; alter table ${s}.grant_line add column later text`);
  // a column of a later day, empty in rows of today, changes nothing
  expect(await found()).toBe('');
  await tamper(`update ${s}.grant_line set later = 'x' where fen = 78`);
  expect(await found()).toMatch(/grant_line/);
  await tamper(`update ${s}.grant_line set later = null where fen = 78; delete from ${s}.grant_line where fen = 250`);
  expect(await found()).toMatch(/写了 250 行.*现在有 249 行/);
});
