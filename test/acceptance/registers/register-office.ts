import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { makeGround, type DivisionRow } from '../../../demo/records/ground.ts';
import { plantAll } from '../../../demo/records/plant-records.ts';
import type { Caller } from '../../../src/kernel/access/caller.ts';
import { command } from '../../../src/kernel/db/command.ts';
import type { DemoGround, DemoRecord, DemoRecords } from '../../../src/kernel/records/demo-records.ts';
import { loadDeclaredRegisters } from '../../../src/kernel/records/load-registers.ts';
import { readDivisionData } from '../../../src/kernel/registers/division/read-division-data.ts';
import { Bureau, type Answer, type Wire } from '../../harness/bureau.ts';
import { openTestCities, staff, type TestCities } from '../../harness/city.ts';
import { prepareOwnTemplate } from '../../harness/database.ts';

/** An office whose registers hold what the demo city's do: spoken to over HTTP. */
export interface RegisterOffice {
  readonly bureau: Bureau;
  readonly ground: DemoGround;
  readonly samples: ReadonlyMap<string, readonly DemoRecord[]>;
  readonly ids: ReadonlyMap<string, readonly number[]>;
  /** Keeps every register of the city. */
  readonly keeper: Caller;
  /** Who keeps one of them. */
  keeperOf(register: string): Promise<Caller>;
  divisionOf(code: string): number;
  act(door: string, body: unknown): Promise<Answer>;
  done(door: string, body: unknown): Promise<Wire>;
  see(door: string, body: unknown): Promise<Wire>;
  close(): Promise<void>;
}

/** All towns and villages of the city, as the demo has them: registers speak of places by their names. */
async function wholeTree(owner: TestCities['owner']): Promise<void> {
  const file = readFileSync(join(import.meta.dirname, '../../../data/divisions/guangdong.csv'), 'utf8');
  const rows = readDivisionData(file).filter((row) => row.code.startsWith('442000') && row.from <= DAY && (row.to === null || row.to > DAY));
  for (const level of ['town', 'village']) {
    await owner.query(
      `insert into city_442000.division (code, name, level, parent_id, valid_from) select r.code, r.name, r.level, p.id, '2000-01-01' from jsonb_to_recordset($1::jsonb) as r (code text, name text, level text, "parentCode" text)
         join city_442000.division p on p.code = r."parentCode" where not exists (select 1 from city_442000.division d where d.code = r.code)`, [JSON.stringify(rows.filter((row) => row.level === level))]);
  }
}

const DAY = '2014-11-03';
/** Keys of the planted template: what it holds encrypted is read with them. One a database server, so that two runs do not meet. */
const keysOf = (): string => join(tmpdir(), `minzheng-registers-${new URL(inject('adminUrl')).port}`);
const TEMPLATE = 'template_registers';

/** The demo city's registers, planted once in a run. */
async function plant(url: string, found: readonly DemoRecords[]): Promise<void> {
  mkdirSync(keysOf(), { recursive: true });
  const cities = await openTestCities({ url, dataDir: keysOf() });
  await wholeTree(cities.owner);
  await cities.owner.query(`set session_replication_role = replica; update city_442000.city set demo = true, demo_day = '${DAY}'; set session_replication_role = origin`);
  const system = await staff(cities, cities.zhongshan, 'system', '442000');
  const ids = await plantAll(found, groundOf(await divisionsOf(cities)), async (door, register) => {
    const outcome = await command<{ register: string }, unknown>(cities.zhongshan, system, door, { register }, { key: `${door.id}-${register}` });
    if (!outcome.ok) throw new Error(`demo records of ${register}: ${JSON.stringify(outcome)}`);
  });
  writeFileSync(join(keysOf(), 'ids.json'), JSON.stringify([...ids]));
  await cities.close();
}

type Place = DivisionRow & { readonly id: number };
const divisionsOf = async (cities: Pick<TestCities, 'owner'>): Promise<Place[]> => (await cities.owner.query<Place>('select d.id, d.code, d.name, d.level, p.code as parent from city_442000.division d left join city_442000.division p on p.id = d.parent_id')).rows;
const groundOf = (divisions: readonly Place[]): DemoGround => makeGround('442000', divisions);

export async function openRegisterOffice(found: readonly DemoRecords[]): Promise<RegisterOffice> {
  await prepareOwnTemplate(TEMPLATE, (url) => plant(url, found));
  const bureau = await Bureau.open('442000', DAY, { template: TEMPLATE, dataDir: keysOf() });
  const divisions = await divisionsOf(bureau.cities);
  const ground = groundOf(divisions);
  const homes = await loadDeclaredRegisters();
  const samples = new Map<string, readonly DemoRecord[]>();
  for (const one of found) {
    if (!homes.has(one.register)) throw new Error(`demo records of ${one.register}: there is no such register`);
    samples.set(one.register, one.rows(ground));
  }
  const ids = new Map(JSON.parse(readFileSync(join(keysOf(), 'ids.json'), 'utf8')) as [string, number[]][]);
  const keeper = await bureau.at('town-clerk', '442000');
  const keepers = new Map([...homes.values()].map((home) => [home.register.id, home.keepers.includes('town-clerk') ? 'town-clerk' : home.keepers[0] ?? '']));
  const at = async (body: unknown): Promise<Caller> => bureau.at(keepers.get((body as { register?: string }).register ?? '') ?? 'town-clerk', '442000');
  return {
    bureau, ground, samples, ids, keeper, keeperOf: (register) => at({ register }),
    divisionOf: (code) => divisions.find((one) => one.code === code)?.id ?? 0,
    act: async (door, body) => bureau.act(await at(body), door, body),
    done: async (door, body) => bureau.done(await at(body), door, body),
    see: async (door, body) => bureau.see(await at(body), door, body),
    close: () => bureau.close(),
  };
}
