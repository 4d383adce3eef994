import type { Tx } from '../../db/tx.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import type { RegisterHome } from '../register-home.ts';
import { dueSql } from './due-sql.ts';

/** Something that is to be looked at: which record, why, the day it is about. */
export interface Due { readonly register: string; readonly record: number; readonly reminder: string; readonly day: string }

/** How many of one reminder are shown; the rest is on the register's own list. */
const MOST = 500;

/** Everything that is due in the caller's area on a day, by register; `record`: of one only. */
export async function listDue(tx: Tx, homes: readonly RegisterHome[], today: PlainDate, record?: number): Promise<Due[]> {
  const asked = homes.flatMap(({ register }) => (register.reminders ?? []).map((reminder) => ({ register: register.id, reminder: reminder.id, sql: dueSql(register, reminder) })));
  if (asked.length === 0) return [];
  const sql = asked.map((one, at) => `(select ${at}::int as nth, d.record_id, d.due_on from (${one.sql}) d where $2::bigint is null or d.record_id = $2 order by d.due_on limit ${MOST})`).join(' union all ');
  const rows = await tx.rows<{ nth: number; record_id: number; due_on: string }>(sql, [today, record ?? null]);
  return rows.map((row) => ({ register: asked[row.nth]?.register ?? '', reminder: asked[row.nth]?.reminder ?? '', record: row.record_id, day: row.due_on }));
}
