import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { divisionId, openTestCities, staff, type TestCities } from '../harness/city.ts';
import { asCommand, closeVersion, plantHousehold, plantRoll, writeVersion, type Planted } from '../access/plant.ts';
import { nobody, type Caller } from '../../src/kernel/access/caller.ts';
import { sealBlock } from '../../src/kernel/audit/seal-block.ts';
import { verifyAudit } from '../../src/kernel/audit/verify.ts';
import { command } from '../../src/kernel/db/command.ts';
import { query } from '../../src/kernel/db/query.ts';
import type { City } from '../../src/kernel/db/city.ts';
import freezeFigure from '../../src/kernel/statistics/commands/freeze-figure.ts';
import type { Figure } from '../../src/kernel/statistics/figure.ts';
import type { FigureRows } from '../../src/kernel/statistics/list-figure-rows.ts';
import getFigure from '../../src/kernel/statistics/queries/get-figure.ts';
import getFrozen from '../../src/kernel/statistics/queries/get-frozen.ts';
import getPublicFigure from '../../src/kernel/statistics/queries/get-public-figure.ts';
import listIndicators from '../../src/kernel/statistics/queries/list-indicators.ts';
import listCatalogue, { type CatalogueLine } from '../../src/kernel/statistics/queries/list-catalogue.ts';
import listFrozen from '../../src/kernel/statistics/queries/list-frozen.ts';
import listRows from '../../src/kernel/statistics/queries/list-rows.ts';

let cities: TestCities;
let zs: City;
let whole: Caller;
let town: Caller;
let statistician: Caller;
let families: Planted[];
const households = 'subsistence-allowance.registered-households';
const persons = 'subsistence-allowance.registered-persons';
const paid = 'subsistence-allowance.amount-paid';
const topUp = 'subsistence-allowance.average-top-up';

const of = async <T>(outcome: Promise<object>): Promise<T> => {
  const got = (await outcome) as { ok: boolean; result: T };
  expect(got).toMatchObject({ ok: true });
  return got.result;
};
const figure = (caller: Caller, input: object): Promise<Figure> => of(query(zs, caller, getFigure, input));

beforeAll(async () => {
  cities = await openTestCities();
  zs = cities.zhongshan;
  whole = await staff(cities, zs, 'approver', '442000');
  statistician = await staff(cities, zs, 'statistician', '442000');
  town = await staff(cities, zs, 'town-clerk', '442000001');
  const [shiqi, dongqu, xiaolan] = [await divisionId(cities, zs, '442000001001'), await divisionId(cities, zs, '442000002001'), await divisionId(cities, zs, '442000100001')];
  // 石岐区 two households of five persons, 东区 one of two, 小榄 (rural) one of one that starts in November
  families = await asCommand(zs, whole, async (tx, by) => [
    await plantHousehold(tx, by, { division: shiqi, hukouKind: 'urban', names: ['陈秀英', '陈强', '陈明'], firstMonth: '2014-09-01', fen: 90_000 }),
    await plantHousehold(tx, by, { division: shiqi, hukouKind: 'urban', names: ['黄丽', '黄芳'], firstMonth: '2014-09-01', fen: 70_000 }),
    await plantHousehold(tx, by, { division: dongqu, hukouKind: 'urban', names: ['李娜', '李静'], firstMonth: '2014-09-01', fen: 80_000 }),
    await plantHousehold(tx, by, { division: xiaolan, hukouKind: 'rural', names: ['梁杰'], firstMonth: '2014-11-01', fen: 32_200 }),
  ]);
  const [a, b, c, d] = families as [Planted, Planted, Planted, Planted];
  await asCommand(zs, whole, async (tx, by) => {
    const office = await divisionId(cities, zs, '442000');
    await plantRoll(tx, by, office, '2014-09-01', '2014-09-10', [{ to: a, fen: 90_000, kind: 'paid' }, { to: b, fen: 70_000, kind: 'paid' }, { to: c, fen: 80_000, kind: 'returned' }]);
    const main = await plantRoll(tx, by, office, '2014-10-01', '2014-10-10', [{ to: a, fen: 90_000, kind: 'paid' }, { to: b, fen: 70_000, kind: 'paid' }]);
    // 东区 comes in October by a follow-up, with the month of September
    await plantRoll(tx, by, office, '2014-10-01', '2014-10-20', [{ to: c, fen: 80_000, kind: 'paid', forMonth: '2014-09-01' }], 'follow-up', main);
    await plantRoll(tx, by, office, '2014-11-01', '2014-11-03', [{ to: d, fen: 32_200, kind: 'paid' }]);
  });
});
afterAll(() => cities.close());

describe('[S001] 四个数，点得开', () => {
  test('在册户数、人数：任一天，分城乡、分镇街；起发月之前不计', async () => {
    const now = await figure(whole, { id: households, day: '2014-11-03' });
    expect(now).toMatchObject({ all: { value: 4 }, urban: { value: 3 }, rural: { value: 1 }, outside: { rows: 0 } });
    expect(now.breakdown.map((b) => [b.place.name, b.all.value])).toEqual([['石岐区', 2], ['东区', 1], ['小榄镇', 1]]);
    expect((await figure(whole, { id: households, day: '2014-10-31' })).all.value).toBe(3);
    expect((await figure(whole, { id: households, day: '2014-08-31' })).all.value).toBe(0);
    expect((await figure(whole, { id: persons, day: '2014-11-03' })).all.value).toBe(8);
    expect((await figure(whole, { id: persons, day: '2014-11-03', division: await divisionId(cities, zs, '442000001') })).all.value).toBe(5);
  });

  test('发放额：到账日在期内；退回的不计，重发到账的计一次', async () => {
    expect((await figure(whole, { id: paid, from: '2014-09-01', to: '2014-10-01' })).all.value).toBe(1600);
    expect((await figure(whole, { id: paid, from: '2014-10-01', to: '2014-11-01' })).all.value).toBe(2400);
    expect((await figure(whole, { id: paid, from: '2014-01-01', to: '2015-01-01' }))).toMatchObject({ all: { value: 4322, measure: 432_200 }, rural: { value: 322 } });
  });

  test('补差水平：到账金额除以人月，补发的月份带着自己的人月', async () => {
    // 陈 2×3 人月 1,800, 黄 2×2 人月 1,400, 李 1×2 人月 800: 4,000 ÷ 12
    expect(await figure(whole, { id: topUp, from: '2014-01-01', to: '2015-01-01' })).toMatchObject({ urban: { value: 333.33, weight: 12 }, rural: { value: 322, weight: 1 }, all: { weight: 13 } });
    expect((await figure(whole, { id: topUp, from: '2014-01-01', to: '2014-02-01' })).all.value).toBeNull();
  });

  test('看不全的人知道自己没有看全：辖区外还有几行、多少钱', async () => {
    expect(await figure(town, { id: households, day: '2014-11-03' })).toMatchObject({ all: { value: 2 }, outside: { rows: 2, measure: 2 } });
    expect(await figure(town, { id: paid, from: '2014-01-01', to: '2015-01-01' })).toMatchObject({ all: { value: 3200 }, outside: { measure: 112_200 } });
    expect(await figure(town, { id: persons, day: '2014-11-03', division: await divisionId(cities, zs, '442000002') })).toMatchObject({ all: { value: 0 }, outside: { rows: 2 } });
    const gz = await staff(cities, cities.guangzhou, 'approver', '440100');
    expect(await query(cities.guangzhou, gz, getFigure, { id: households, day: '2014-11-03' })).toMatchObject({ ok: true, result: { all: { value: 0 }, outside: { rows: 0 } } });
  });

  test('数点开是行，合计等于数，看了谁记下来', async () => {
    const open = (caller: Caller, input: object): Promise<FigureRows> => of(query(zs, caller, listRows, input));
    const rows = await open(whole, { id: persons, day: '2014-11-03', limit: 5 });
    expect(rows).toMatchObject({ total: 8, next: 5 });
    expect(rows.rows.map((r) => r.label)).toContain('陈*英');
    expect((await open(whole, { id: persons, day: '2014-11-03', limit: 5, after: 5 }))).toMatchObject({ next: null, rows: { length: 3 } });
    const money = await open(whole, { id: paid, from: '2014-01-01', to: '2015-01-01', urbanRural: 'urban' });
    expect(money.rows.reduce((sum, r) => sum + r.measure, 0)).toBe(400_000);
    const cell = (await figure(whole, { id: households, day: '2014-11-03' })).breakdown[1];
    expect(await open(whole, { id: households, day: '2014-11-03', place: cell?.place.id })).toMatchObject({ total: 1, rows: [{ label: '李* 一户', town: '东区' }] });
    expect(await open(town, { id: persons, day: '2014-11-03' })).toMatchObject({ total: 5 });
    const { rows: [seen] } = await cities.owner.query(`select subjects from city_442000.read_log where query = 'statistics.list-rows' order by id desc limit 1`);
    expect(seen?.subjects.map(Number).sort()).toEqual([...(families[0]?.persons ?? []), ...(families[1]?.persons ?? [])].sort());
  });

  test('定稿不再变；后来知道的另列更正；旧的所知仍算得出旧数', async () => {
    const frozen = await of<{ id: number; figure: Figure; digest: string }>(command(zs, statistician, freezeFigure, { id: persons, day: '2014-11-03', note: '十一月报表' }, { key: randomUUID() }));
    expect(frozen.figure.all.value).toBe(8);
    const a = families[0] as Planted;
    // 后来得知：一人早在十月搬走，本不该计入
    await asCommand(zs, whole, async (tx) => {
      await closeVersion(tx, a.version);
      await writeVersion(tx, { ...a, persons: a.persons.slice(0, 2) }, '2014-09-01', 60_000);
    });
    expect((await figure(whole, { id: persons, day: '2014-11-03' })).all.value).toBe(7);
    expect((await figure(whole, { id: persons, day: '2014-11-03', known: frozen.figure.known })).all.value).toBe(8);
    // 按营业日说“所知截至”：前一天什么也还没有录入
    expect((await figure(whole, { id: persons, day: '2014-11-03', knownOn: '2014-11-02' })).all.value).toBe(0);
    expect((await figure(whole, { id: persons, day: '2014-11-03', knownOn: '2014-11-03' })).all.value).toBe(7);
    expect(await query(zs, whole, getFrozen, { id: frozen.id })).toMatchObject({
      ok: true, result: { frozen: { value: 8, digest: frozen.digest }, now: { value: 7 }, definitionChanged: false, counts: { added: 0, removed: 1, changed: 0 }, corrections: [{ what: 'removed', kind: 'person', id: a.persons[2] }] },
    });
    expect(await query(zs, town, getFrozen, { id: frozen.id })).toMatchObject({ ok: false, refused: { code: 'statistics.no-such-frozen' } });
    expect(await query(zs, whole, listFrozen, {})).toMatchObject({ ok: true, result: [{ note: '十一月报表' }] });
    await expect(asCommand(zs, statistician, (tx) => tx.run('update frozen_figure set measure = 9'))).rejects.toThrow(/permission denied/);
  });

  test('定稿和它的每一行都在封存之内：改动一行就查得出', async () => {
    while ((await sealBlock(zs)) > 0) { /* until everything is sealed */ }
    expect((await verifyAudit(zs)).findings).toEqual([]);
    const rewrite = (value: number): Promise<unknown> => cities.owner.query(`set session_replication_role = replica; update city_442000.frozen_figure_row set measure = ${value} where id = (select min(id) from city_442000.frozen_figure_row); set session_replication_role = origin`);
    await rewrite(2);
    expect((await verifyAudit(zs)).findings.join()).toMatch(/frozen_figure_row/);
    await rewrite(1);
    expect((await verifyAudit(zs)).findings).toEqual([]);
  });

  test('与报告对照：我们的数、报告的数、差在哪里，报告自己不相合的也写明', async () => {
    const lines = await of<CatalogueLine[]>(query(zs, whole, listCatalogue, {}));
    expect(lines.map((l) => l.figure.id).filter((id) => id < 'zs2014-050').sort()).toEqual(['zs2014-033', 'zs2014-034', 'zs2014-035', 'zs2014-036', 'zs2014-037', 'zs2014-038', 'zs2014-039', 'zs2014-040', 'zs2014-041', 'zs2014-042', 'zs2014-047']);
    expect(lines.find((l) => l.figure.id === 'zs2014-037')).toMatchObject({ part: 'rural', ours: 322, relation: 'holds' });
    expect(lines.find((l) => l.figure.id === 'zs2014-040')).toMatchObject({ ours: 4, relation: 'differs', because: '比报告少 4876 户。' });
    expect(lines.find((l) => l.figure.id === 'zs2014-042')?.notes.join()).toMatch(/TENSION/);
  });

  test('给公众的数：小于五的不显示，能由合计推出的也不显示；只按整月', async () => {
    expect(await query(zs, nobody, getPublicFigure, { id: persons, month: '2014-10' })).toMatchObject({ ok: true, result: { all: 6, smallest: 5, breakdown: [{ place: '石岐区', value: null }, { place: '东区', value: null }] } });
    expect(await query(zs, nobody, getPublicFigure, { id: households, month: '2014-10' })).toMatchObject({ ok: true, result: { all: null } });
    expect(await query(zs, nobody, getPublicFigure, { id: persons, month: '2014-11' })).toMatchObject({ ok: false, refused: { code: 'statistics.month-not-over' } });
    expect(await query(zs, nobody, getFigure, { id: persons, day: '2014-11-03' })).toMatchObject({ ok: false, refused: { code: 'access.sign-in-first' } });
  });

  test('没有登录的人也看得到有哪些指标', async () => {
    expect((await of<{ id: string }[]>(query(zs, nobody, listIndicators, {}))).map((one) => one.id)).toContain(persons);
  });

  test('时点数要一天，时期数要起止；没有的指标和还没有的所知，各有说法', async () => {
    expect(await query(zs, whole, getFigure, { id: households, from: '2014-01-01', to: '2015-01-01' })).toMatchObject({ refused: { code: 'statistics.wrong-period' } });
    expect(await query(zs, whole, getFigure, { id: paid, day: '2014-11-03' })).toMatchObject({ refused: { code: 'statistics.wrong-period' } });
    expect(await query(zs, whole, getFigure, { id: 'x', day: '2014-11-03' })).toMatchObject({ refused: { code: 'statistics.no-such-figure' } });
    expect(await query(zs, whole, getFigure, { id: households, day: '2014-11-03', known: 1_000_000 })).toMatchObject({ refused: { code: 'statistics.not-known-yet' } });
  });
});
