import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestCities, staff, type TestCities } from '../../../../test/harness/city.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/harness/database.ts';
import { nobody } from '../../access/caller.ts';
import { query } from '../../db/query.ts';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { loadDivisions } from './load-divisions.ts';
import find from './queries/find.ts';
import listChildren from './queries/list-children.ts';
import { readDivisionData } from './read-division-data.ts';
import { splitByParent } from './split-by-parent.ts';

const head = 'code,name,level,parent_code,valid_from,valid_to,successor_code,document,certainty\n';

test('a village is cut where its town changes its name, and the pieces follow one another', () => {
  const spans = splitByParent(readDivisionData(`${head}440000,省,province,,2000-01-01,,,,standing
442000,市,city,440000,2000-01-01,,,,standing
442000001,甲区,town,442000,2000-01-01,2019-10-31,442000001,,sure
442000001,甲街道,town,442000,2019-10-31,,,,sure
442000001001,一社区,village,442000001,2000-01-01,,,,sure
`)).filter((s) => s.level === 'village');
  expect(spans).toEqual([
    expect.objectContaining({ from: '2000-01-01', to: '2019-10-31', parent: { code: '442000001', from: '2000-01-01' }, successor: { code: '442000001001', from: '2019-10-31' } }),
    expect.objectContaining({ from: '2019-10-31', to: null, parent: { code: '442000001', from: '2019-10-31' }, successor: null }),
  ]);
});

test('a division that was split has no single successor', () => {
  const [old] = splitByParent(readDivisionData(`${head}440000,省,province,,2000-01-01,,,,standing
440500,市,city,440000,2000-01-01,,,,standing
440513,甲区,county,440500,2003-01-29,,,,sure
440514,乙区,county,440500,2003-01-29,,,,sure
440582,旧市,county,440500,2000-01-01,2003-01-29,440513;440514,,sure
`)).filter((s) => s.code === '440582');
  expect(old?.successor).toBeNull();
});

let cities: TestCities;
beforeAll(async () => { cities = await openTestCities(); });
afterAll(() => cities.close());

test('the calendar keeps only the days that differ from Monday to Friday', async () => {
  expect((await loadCalendar(cities.owner, '442000')).written).toBeGreaterThan(300);
  expect(await loadCalendar(cities.owner, '442000')).toEqual({ written: 0 });
  const { rows } = await cities.owner.query(`select day::text, working from city_442000.calendar_day where day in ('2014-10-01', '2014-10-04', '2014-09-28') order by day`);
  expect(rows).toEqual([{ day: '2014-09-28', working: true }, { day: '2014-10-01', working: false }]);
  const all = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../data/calendar/mainland.json'), 'utf8')) as { years: number[] };
  expect((await cities.owner.query('select year from city_442000.calendar_year')).rows).toHaveLength(all.years.length);
});

test('the whole province is read, over divisions planted before, and a second reading writes nothing', async () => {
  const database: TestDatabase = await createTestDatabase();
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  try {
    expect((await loadDivisions(owner, '442000')).written).toBeGreaterThan(35_000);
    expect(await loadDivisions(owner, '442000')).toEqual({ written: 0 });
    await owner.query('set search_path to city_442000, ext');
    const { rows: [lonely] } = await owner.query(`select count(*)::int as n from division where parent_id is null and level <> 'province'`);
    expect(lonely).toEqual({ n: 0 });
    const { rows: [outlives] } = await owner.query(
      `select count(*)::int as n from division d join division p on p.id = d.parent_id where d.valid_from < p.valid_from or coalesce(d.valid_to, 'infinity') > coalesce(p.valid_to, 'infinity')`);
    expect(outlives).toEqual({ n: 0 });
    const { rows: [moved] } = await owner.query(
      `select t.name, v.id = division_on(v.id, '2014-11-03') as itself from division v join division n on n.id = division_on(v.id, '2022-01-01') join division t on t.id = n.parent_id
        where v.code like '442000104%' and v.level = 'village' limit 1`);
    expect(moved).toEqual({ name: '小榄镇', itself: true });
    const { rows: [seen] } = await owner.query(
      `select count(*)::int as n from divisions_under((select id from division where code = '442000118' and valid_to is null)) u join division d on d.id = u where d.code like '442000104%' and d.level = 'village'`);
    expect(seen?.n).toBeGreaterThanOrEqual(14);
  } finally {
    await owner.end();
    await database.drop();
  }
});

test('an address is chosen town, then village; divisions are found by name and code', async () => {
  const towns = await query(cities.zhongshan, nobody, listChildren, {});
  expect(towns).toMatchObject({ ok: true, result: [{ name: '石岐区', hasChildren: true }, { name: '东区' }, { name: '小榄镇' }] });
  const town = (towns as { result: { id: number }[] }).result[2];
  expect(await query(cities.zhongshan, nobody, listChildren, { division: town?.id })).toMatchObject({ ok: true, result: [{ name: '绩西村', hasChildren: false }] });
  expect(await query(cities.zhongshan, nobody, find, { text: '绩西' })).toMatchObject({ ok: true, result: [{ path: '小榄镇 · 绩西村' }] });
  expect(await query(cities.zhongshan, nobody, find, { text: '442000002' })).toMatchObject({ ok: true, result: [{ name: '东区' }] });
  expect(await query(cities.zhongshan, nobody, find, { text: '%' })).toMatchObject({ ok: true, result: [] });
  const clerk = await staff(cities, cities.guangzhou, 'town-clerk', '440103001');
  expect(await query(cities.guangzhou, clerk, find, { text: '绩西' })).toMatchObject({ ok: true, result: [] });
});
