import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '../../../src/kernel/access/caller.ts';
import type { ImportState, SheetRead } from '../../../src/kernel/contract/register-import.ts';
import { Bureau, type Wire } from '../../harness/bureau.ts';

/** 单位 taken in from a sheet; meanwhile other offices link their own records to some of them. */
let bureau: Bureau;
let [clerk, neighbour]: Caller[] = [];

beforeAll(async () => {
  bureau = await Bureau.open('442000', '2014-11-03');
  [clerk, neighbour] = [await bureau.at('town-clerk', '442000001'), await bureau.at('town-clerk', '442000002')];
}, 120_000);
afterAll(() => bureau.close());

const source = { pasted: '名称\t类别\n甲协会\t社会团体\n乙协会\t社会团体\n丙协会\t社会团体\n丁协会\t社会团体\n' };
const link = (organisation: number, name: string): Promise<Wire> => bureau.done(neighbour as Caller, 'records.open', { register: 'community-organisation', division: neighbour?.post?.divisionId, openedOn: '2014-10-01', values: { name, kind: 'culture', organisation } });

test('撤销导入：后来别处连上来的不撤，说出是谁连着；连的那条撤回了的照撤', async () => {
  const read = await bureau.see(clerk as Caller, 'records.read-sheet', { register: 'organisation', source }) as unknown as SheetRead;
  const plan = { columns: Object.fromEntries(read.columns.map((column) => [column.at, column.meaning])), division: clerk?.post?.divisionId, openedOn: '2014-11-01', state: 'active', present: 'skip' };
  const { import: id } = await bureau.done(clerk as Caller, 'records.import', { register: 'organisation', source, plan, expect: 4 });
  await bureau.work();
  const ids = new Map((await bureau.peek<{ id: string; name: string }>(`select id, name from city.register_record where register = 'organisation'`)).map((row) => [row.name, Number(row.id)]));
  // another town's record, which the office that imported cannot even open
  const stays = await link(ids.get('乙协会') ?? 0, '东区合唱队');
  const goes = await link(ids.get('丙协会') ?? 0, '东区棋社');
  const { seen } = await bureau.see(neighbour as Caller, 'records.get', { register: 'community-organisation', record: goes['record'] });
  await bureau.done(neighbour as Caller, 'records.take-back', { register: 'community-organisation', record: goes['record'], seen, reason: '重复登记' });
  await bureau.done(clerk as Caller, 'records.undo-import', { import: id });
  await bureau.work();
  const [state] = await bureau.see(clerk as Caller, 'records.imports', { register: 'organisation', import: id }) as unknown as ImportState[];
  expect(state).toMatchObject({ state: 'undone', undone: 3 });
  expect(state?.remarks.map((one) => [one.record, one.sentence])).toEqual([[ids.get('乙协会'), `“社区社会组织”里的 ${stays['number'] as string} 连着它，没有撤销。先在那边改掉，再撤回这一条。`]]);
  expect((await bureau.peek<{ name: string }>(`select name from city.register_record where register = 'organisation' and not taken_back`)).map((row) => row.name)).toEqual(['乙协会']);
});
