import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeGround, type DivisionRow } from '../../../demo/records/ground.ts';
import { plantAll } from '../../../demo/records/plant-records.ts';
import type { Caller } from '../../../src/kernel/access/caller.ts';
import { command } from '../../../src/kernel/db/command.ts';
import type { DemoGround, DemoRecord, DemoRecords } from '../../../src/kernel/records/demo-records.ts';
import { loadDeclaredRegisters } from '../../../src/kernel/records/load-registers.ts';
import { readDivisionData } from '../../../src/kernel/registers/division/read-division-data.ts';
import { Bureau, type Answer, type Wire } from '../../harness/bureau.ts';

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
async function wholeTree(bureau: Bureau): Promise<void> {
  const file = readFileSync(join(import.meta.dirname, '../../../data/divisions/guangdong.csv'), 'utf8');
  const rows = readDivisionData(file).filter((row) => row.code.startsWith('442000') && row.from <= '2014-11-03' && (row.to === null || row.to > '2014-11-03'));
  for (const level of ['town', 'village']) {
    await bureau.cities.owner.query(
      `insert into city_442000.division (code, name, level, parent_id, valid_from) select r.code, r.name, r.level, p.id, '2000-01-01' from jsonb_to_recordset($1::jsonb) as r (code text, name text, level text, "parentCode" text)
         join city_442000.division p on p.code = r."parentCode" where not exists (select 1 from city_442000.division d where d.code = r.code)`, [JSON.stringify(rows.filter((row) => row.level === level))]);
  }
}

export async function openRegisterOffice(found: readonly DemoRecords[]): Promise<RegisterOffice> {
  const bureau = await Bureau.open('442000', '2014-11-03');
  await wholeTree(bureau);
  const divisions = await bureau.peek<DivisionRow & { id: number }>(`select d.id, d.code, d.name, d.level, p.code as parent from city.division d left join city.division p on p.id = d.parent_id`);
  const ground = makeGround('442000', divisions);
  const system = await bureau.at('system', '442000');
  const homes = await loadDeclaredRegisters();
  const samples = new Map<string, readonly DemoRecord[]>();
  for (const one of found) {
    if (!homes.has(one.register)) throw new Error(`demo records of ${one.register}: there is no such register`);
    samples.set(one.register, one.rows(ground));
  }
  const ids = await plantAll(found, ground, async (door, register) => {
    const outcome = await command<{ register: string }, unknown>(bureau.city, system, door, { register }, { key: `${door.id}-${register}` });
    if (!outcome.ok) throw new Error(`demo records of ${register}: ${JSON.stringify(outcome)}`);
  });
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
