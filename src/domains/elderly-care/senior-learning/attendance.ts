import type { Tx } from '../../../kernel/db/tx.ts';
import { readSteps } from './load-course.ts';
import { readRoster } from './roster.ts';

/** One line of the attendance book: who came on which day, whether he had a seat then, the command that wrote it. */
export interface Attendance { readonly person: number; readonly day: string; readonly came: boolean; readonly sat: boolean; readonly command: number }

export async function readAttendance(tx: Tx, course: number): Promise<Attendance[]> {
  const steps = await readSteps(tx, course);
  const rows = await tx.rows<{ person: number; day: string; came: boolean; command: number }>(
    `select person_id as person, on_day as day, coalesce(came, false) as came, command_id as command from senior_course__attendance where record_id = $1 and known_to is null and what <> 'taken-back' order by on_day, id`, [course]);
  const sitting = new Map([...new Set(rows.map((row) => row.day))].map((day) => [day, new Set(readRoster(steps, day).sitting.map((one) => one.person))]));
  return rows.map((row) => ({ ...row, sat: sitting.get(row.day)?.has(row.person) === true }));
}

/** The day up to which attendance is verified; null where none is. */
export async function readVerifiedThrough(tx: Tx, course: number): Promise<string | null> {
  return (await tx.one<{ through: string | null }>(`select max(through) as through from senior_course__verifications where record_id = $1 and known_to is null and what <> 'taken-back'`, [course])).through;
}
