import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** The business day: today in Asia/Shanghai; in a demo city the day its clock was moved to. */
export async function readToday(tx: Tx): Promise<PlainDate> {
  const { day } = await tx.one<{ day: string }>(`select coalesce(demo_day, (now() at time zone 'Asia/Shanghai')::date) as day from city`);
  return day as PlainDate;
}
