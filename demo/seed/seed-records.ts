import { systemCaller } from '../../src/kernel/jobs/work.ts';
import { command } from '../../src/kernel/db/command.ts';
import type { City } from '../../src/kernel/db/city.ts';
import { makeGround, type DivisionRow } from '../records/ground.ts';
import { findDemoRecords, plantAll } from '../records/plant-records.ts';
import type { DemoOffice } from './demo-office.ts';

/** 台账 of the demo city, taken over from the bureau's workbooks in the size of 2014. Returns how many records. */
export async function seedRecords({ city }: Pick<DemoOffice, 'city'>): Promise<number> {
  const system = await systemCaller(city);
  const ids = await plantAll(await findDemoRecords(), makeGround(city.code, await readDivisions(city)), async (door, register) => {
    const outcome = await command<{ register: string }, unknown>(city, system, door, { register }, { key: `${door.id}-${register}` });
    if (!outcome.ok) throw new Error(`demo records of ${register}: ${outcome.refused.code} ${JSON.stringify(outcome.refused.details ?? {})}`);
  });
  return [...ids.values()].reduce((sum, some) => sum + some.length, 0);
}

export async function readDivisions(city: City): Promise<DivisionRow[]> {
  const { rows } = await city.pool.query<DivisionRow>(
    `select d.code, d.name, d.level, p.code as parent from city_${city.code}.division d left join city_${city.code}.division p on p.id = d.parent_id
      where d.code like $1 and d.valid_from <= '2014-11-03' and (d.valid_to is null or d.valid_to > '2014-11-03')`, [`${city.code}%`]);
  return rows;
}
