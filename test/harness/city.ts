import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { demoCities, schemaOf } from '../../src/kernel/db/cities.ts';
import { openCity, type City } from '../../src/kernel/db/city.ts';
import { createTestDatabase } from './database.ts';

export interface TestCities { readonly zhongshan: City; readonly guangzhou: City; readonly url: string; /** Rights of the owner, for planting and peeking. */ readonly owner: pg.Client; close(): Promise<void> }

/** Both cities in a database of one's own, with a few divisions: 中山 (no 区县) and 广州. */
export async function openTestCities(options: { /** Keys and block heads of another one: then numbers hash alike. */ readonly dataDir?: string; /** A template that has its divisions. */ readonly template?: string; /** A database that is there; it stays. */ readonly url?: string } = {}): Promise<TestCities> {
  const database = options.url === undefined ? await createTestDatabase(options.template) : { url: options.url, drop: () => Promise.resolve() };
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'minzheng-keys-'));
  const open = (code: string): City => openCity(demoCities.find((c) => c.code === code) ?? demoCities[0]!, { databaseUrl: database.url, dataDir, connections: 6 });
  const [zhongshan, guangzhou] = [open('442000'), open('440100')];
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  if (options.template === undefined) for (const [code, rows] of [['442000', zhongshanDivisions], ['440100', guangzhouDivisions]] as const) await plantDivisions(owner, code, rows);
  await owner.query(`update ${schemaOf('442000')}.city set demo_day = '2014-11-03'`);
  return {
    zhongshan, guangzhou, url: database.url, owner,
    async close() { await zhongshan.close(); await guangzhou.close(); await owner.end(); await database.drop(); },
  };
}

type DivisionRow = readonly [code: string, name: string, level: string, parent: string | null];
const zhongshanDivisions: readonly DivisionRow[] = [
  ['44', '广东省', 'province', null], ['442000', '中山市', 'city', '44'],
  ['442000001', '石岐区', 'town', '442000'], ['442000002', '东区', 'town', '442000'], ['442000100', '小榄镇', 'town', '442000'],
  ['442000001001', '太平社区', 'village', '442000001'], ['442000001002', '民生社区', 'village', '442000001'],
  ['442000002001', '东明社区', 'village', '442000002'], ['442000100001', '绩西村', 'village', '442000100'],
];
const guangzhouDivisions: readonly DivisionRow[] = [
  ['44', '广东省', 'province', null], ['440100', '广州市', 'city', '44'], ['440103', '荔湾区', 'county', '440100'],
  ['440103001', '沙面街道', 'town', '440103'], ['440103001001', '翠洲社区', 'village', '440103001'],
];

async function plantDivisions(owner: pg.Client, city: string, rows: readonly DivisionRow[]): Promise<void> {
  for (const [code, name, level, parent] of rows) {
    await owner.query(
      `insert into ${schemaOf(city)}.division (code, name, level, parent_id, valid_from)
       values ($1, $2, $3, (select id from ${schemaOf(city)}.division where code = $4), '2000-01-01')`, [code, name, level, parent]);
  }
}

/** Registers a member of staff with a post and gives the caller that stands for them. */
export async function staff(cities: TestCities, city: City, role: string, division: string): Promise<import('../../src/kernel/access/caller.ts').Caller> {
  const { callerOfPost } = await import('../../src/kernel/access/sessions.ts');
  const schema = schemaOf(city.code);
  const { rows: [row] } = await cities.owner.query<{ id: string }>(
    `with a as (insert into ${schema}.account (login, name, kind, command_id) values ($1 || '-' || $2 || '-' || gen_random_uuid(), $1, 'staff', 0) returning id)
     insert into ${schema}.post (account_id, role, division_id, valid_from, command_id) select a.id, $1, d.id, '2000-01-01', 0 from a, ${schema}.division d where d.code = $2 returning id`, [role, division]);
  return callerOfPost(city, Number(row?.id));
}

export async function divisionId(cities: TestCities, city: City, code: string): Promise<number> {
  const { rows: [row] } = await cities.owner.query<{ id: number }>(`select id from ${schemaOf(city.code)}.division where code = $1`, [code]);
  if (!row) throw new Error(`no division ${code}`);
  return row.id;
}
