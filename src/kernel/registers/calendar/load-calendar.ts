import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { schemaOf } from '../../db/cities.ts';
import { weekdayOf, type PlainDate } from '../../values/plain-date.ts';
import { readCalendarData } from '../../values/working-days.ts';

const FILE = join(import.meta.dirname, '../../../../data/calendar/mainland.json');

/**
 * Reads the State Council's yearly notices (国务院办公厅关于部分节假日安排的通知) into a city: the years they are known for, and each day that differs
 * from Monday to Friday. The file replaces what was there; read with the rights of the owner. Returns how many days it wrote.
 */
export async function loadCalendar(owner: pg.ClientBase, city: string, text: string = readFileSync(FILE, 'utf8')): Promise<{ written: number }> {
  const schema = schemaOf(city);
  const digest = createHash('sha256').update(text).digest('hex');
  const { rows: [before] } = await owner.query<{ digest: string }>(`select digest from ${schema}.loaded_data where name = 'calendar'`);
  if (before?.digest === digest) return { written: 0 };
  const data = readCalendarData(JSON.parse(text));
  const weekend = (day: PlainDate): boolean => weekdayOf(day) >= 6;
  const differing = [...data.holidays.filter((d) => !weekend(d)), ...data.workdays.filter(weekend)];
  const worked = new Set(data.workdays);
  await owner.query('begin');
  try {
    await owner.query(`delete from ${schema}.calendar_day`);
    await owner.query(`delete from ${schema}.calendar_year`);
    await owner.query(`insert into ${schema}.calendar_year select distinct unnest($1::int[])`, [data.years]);
    await owner.query(`insert into ${schema}.calendar_day select distinct * from unnest($1::date[], $2::boolean[])`, [differing, differing.map((d) => worked.has(d))]);
    await owner.query(`insert into ${schema}.loaded_data (name, digest) values ('calendar', $1) on conflict (name) do update set digest = excluded.digest, loaded_at = now()`, [digest]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
  return { written: differing.length };
}
