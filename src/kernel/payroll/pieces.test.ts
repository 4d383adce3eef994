import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BENEFIT, openPayrollWorld, type PayrollWorld } from '../../../test/harness/payroll-world.ts';
import { rollStory } from '../../../test/harness/roll-story.ts';
import { checkLedger } from '../ledger/check-ledger.ts';
import cancel from './commands/cancel.ts';
import drawUp from './commands/draw-up.ts';
import { drawLimits, nextPiece } from './draw-lines.ts';
import drawRoll from './jobs/draw-roll.ts';
import getBankFile from './queries/get-bank-file.ts';
import redraw from './queries/redraw.ts';

let world: PayrollWorld;
const s = 'city_442000';
beforeAll(async () => { world = await openPayrollWorld(); });
afterAll(() => world.close());

test('分段：按区划凑满为止，同一代码不拆开，单个超过限额也成一段', () => {
  const of = (code: string, households: number) => ({ code, households });
  expect(nextPiece([of('a', 3), of('b', 3), of('c', 3)], 6).map((d) => d.code)).toEqual(['a', 'b']);
  expect(nextPiece([of('a', 9), of('b', 1)], 6).map((d) => d.code)).toEqual(['a']);
  expect(nextPiece([of('a', 5), of('a', 5), of('b', 1)], 6).map((d) => d.code)).toEqual(['a', 'a']);
  expect(nextPiece([], 6)).toEqual([]);
});

test('分段编制的册与一次编制的册指纹相同；中间停下再来，不多不少', async () => {
  const places = ['442000001001', '442000001002', '442000002001', '442000100001'];
  const homes = [];
  for (let i = 0; i < 12; i += 1) homes.push(await world.household(places[(i * 7) % 4]!, 1 + (i % 3)));
  await world.takeOver(homes.map((h, i) => [h, 30000 + i * 700] as const), '2014-11');
  const whole = await world.do(world.officer, drawUp, { benefit: BENEFIT, month: '2014-11' });
  expect(whole.finished).toBe(true);
  await world.do(world.officer, cancel, { roll: whole.roll, version: 2, reason: '再编' });
  drawLimits.households = 4;
  try {
    const parts = await world.do(world.officer, drawUp, { benefit: BENEFIT, month: '2014-11' });
    expect(parts.finished).toBe(false);
    const { rows: [job] } = await world.cities.owner.query<{ payload: { roll: number } }>(`select payload from ${s}.job where kind = 'payroll.draw-roll'`);
    expect(job?.payload).toEqual({ roll: parts.roll });
    // the worker runs it, and once more: at least once means more than once
    for (let i = 0; i < 2; i += 1) await drawRoll.run(world.zs, { roll: parts.roll }, { id: 1, attempts: 1, caller: world.officer });
    const { rows: hashes } = await world.cities.owner.query<{ hash: Buffer; fen: string }>(`select hash, fen from ${s}.roll_event where step = 'draw' and roll_id = any ($1)`, [[whole.roll, parts.roll]]);
    expect(hashes).toHaveLength(2);
    expect(hashes[0]).toEqual(hashes[1]);
    expect(await world.see(world.officer, redraw, { roll: parts.roll })).toMatchObject({ identical: true });
    await world.do(world.officer, cancel, { roll: parts.roll, version: 2, reason: '收拾' });
  } finally {
    drawLimits.households = 5000;
  }
  expect(await world.act((tx) => checkLedger(tx))).toEqual([]);
});

test('5,000 户一册，量一量', { timeout: 180_000 }, async () => {
  await world.act(async (tx, by) => {
    const { rows: [village] } = await tx.client.query<{ id: number }>(`select id from division where code = '442000001001'`);
    const at = village!.id;
    const number = by.city.keys.seal('442099196001010010').cipher;
    const persons = await tx.rows<{ id: number }>(
      `insert into person (name, name_pinyin, name_initials, sex, birth_date, hukou_kind, hukou_division_id, residence_division_id, handling_division_id)
       select '量' || n, 'liang', 'l', 'female', date '1950-01-01' + n::int, 'urban', $1, $1, $1 from generate_series(1, 5000) n returning id`, [at]);
    const ids = persons.map((p) => p.id);
    await tx.run(`insert into person_document (person_id, kind, number_cipher, number_hash, last_six_hash, key_id, masked) select p, 'id-card', $2, sha256(p::text::bytea), sha256('x'), 'k1', '4420**********0010' from unnest($1::bigint[]) p`, [ids, number]);
    await tx.run(`insert into household (number, head_person_id, division_id, address, hukou_kind) select 'ZS-HH-2099-' || lpad(n::text, 6, '0'), p, $2, '某路', 'urban' from unnest($1::bigint[]) with ordinality as p (p, n)`, [ids, at]);
    await tx.run(`insert into household_version (household_id, division_id, head_person_id, address, hukou_kind, valid_from, reason) select id, division_id, head_person_id, address, hukou_kind, '2010-01-01', '量' from household where number like 'ZS-HH-2099-%'`);
    const account = by.city.keys.seal('6228480000000000018').cipher;
    await tx.run(`insert into payee_account (household_id, division_id, holder_name, holder_person_id, bank_code, bank_name, number_cipher, number_hash, key_id, last_four, valid_from)
      select id, division_id, '户主', head_person_id, '402603000012', '农商', $1, sha256(id::text::bytea), 'k1', '0018', '2010-01-01' from household where number like 'ZS-HH-2099-%'`, [account]);
  });
  const { rows } = await world.cities.owner.query<{ id: string; division_id: number; head_person_id: string }>(`select id, division_id, head_person_id from ${s}.household where number like 'ZS-HH-2099-%'`);
  const timed = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const result = await run();
    console.log(`${name}：${((performance.now() - from) / 1000).toFixed(2)} 秒`);
    return result;
  };
  await timed('接收 5,000 户', () => world.takeOver(rows.map((r) => [{ id: Number(r.id), number: '', divisionId: r.division_id, persons: [Number(r.head_person_id)], account: '' }, 53300] as const), '2014-11'));
  const story = rollStory(world);
  const drawAll = async (month: string): Promise<number> => {
    const { roll, finished } = await world.do(world.officer, drawUp, { benefit: BENEFIT, month });
    if (!finished) await drawRoll.run(world.zs, { roll }, { id: 1, attempts: 1, caller: world.officer });
    return roll;
  };
  const roll = await timed('编制（两段）', () => drawAll('2014-11'));
  await timed('检查、提交、批准、确认', () => story.approved(roll));
  await timed('生成代发文件', () => story.sent(roll));
  await timed('读回盘', () => story.answered(roll, [{ seq: 7, code: 'E001' }]));
  await timed('重编核对', async () => expect(await world.see(world.officer, redraw, { roll })).toMatchObject({ identical: true }));
  await timed('取代发文件', () => world.see(world.officer, getBankFile, { roll, purpose: 'hand-to-bank' }));
  await world.setDay('2014-12-01');
  const next = await timed('编制下一个月（两段）', () => drawAll('2014-12'));
  await timed('核对台账', async () => expect(await world.act((tx) => checkLedger(tx))).toEqual([]));
  const { rows: [line] } = await world.cities.owner.query<{ lines: number; late: number }>(`select count(*)::int as lines, count(*) filter (where arrears_fen > 0)::int as late from ${s}.roll_line where roll_id = $1`, [next]);
  expect(line).toEqual({ lines: 5012, late: 1 });
});
