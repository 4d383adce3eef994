import { Refusal } from '../../../kernel/contract/refusal.ts';
import type { CommandContext } from '../../../kernel/db/command.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { addEntries, getSub, type EntryOf } from '../../../kernel/records/write/add-entries.ts';
import { getKept } from '../../../kernel/records/write/load-record.ts';
import { lockParent } from '../../../kernel/records/write/lock-parent.ts';
import type { RegisterHome } from '../../../kernel/records/register-home.ts';
import { movesUp, readRoster, type Enrolled, type EnrolmentStep, type Roster } from './roster.ts';

export const COURSE = 'senior-course';
/** Who keeps courses: the line's post and the desks of town and village. */
export const KEEPERS = ['elderly-care-clerk', 'town-clerk', 'village-clerk'];

/** A course, locked: two desks that enrol at the same moment wait for each other here, so that a seat is given once. */
export interface LockedCourse { readonly home: RegisterHome; readonly of: EntryOf; readonly seats: number }

/** Refuses `record.not-found`, `record.not-keeper`. */
export async function lockCourse(tx: Tx, by: CommandContext, course: number): Promise<LockedCourse> {
  const home = await getKept(tx, by, COURSE);
  const of = await lockParent(tx, by, home, course);
  return { home, of, seats: Number(of.values['seats'] ?? 0) };
}

/** Refuses `senior-learning.closed` unless learners may still come and go, `senior-learning.no-seats`. */
export function refuseClosed({ home, of, seats }: LockedCourse): void {
  if (of.state !== 'enrolling' && of.state !== 'running') throw new Refusal('senior-learning.closed', { state: home.register.states[of.state]?.title ?? of.state });
  if (seats <= 0) throw new Refusal('senior-learning.no-seats');
}

export async function readSteps(tx: Tx, course: number): Promise<EnrolmentStep[]> {
  return tx.rows<EnrolmentStep & Record<string, unknown>>(`select entry_id as entry, person_id as person, on_day as day, step from senior_course__enrolment where record_id = $1 and known_to is null and what <> 'taken-back' and person_id is not null`, [course]);
}

export const readCourseRoster = async (tx: Tx, course: number): Promise<Roster> => readRoster(await readSteps(tx, course));

/** Writes steps of the enrolment book, all of the day the command is given. The register's own rules are asked with them: never more seated than seats. */
export async function writeSteps(tx: Tx, by: CommandContext, { home, of }: LockedCourse, steps: readonly { readonly person: number; readonly step: string; readonly remark?: string }[]): Promise<void> {
  const sub = getSub(home, 'enrolment');
  for (const { person, step, remark } of steps) await addEntries(tx, by, home, sub, of, [{ day: by.today, personId: person, values: { step, ...(remark === undefined || remark === '' ? {} : { remark }) }, reason: '' }]);
}

/** Gives every free seat to the first who wait. The course must be locked. */
export async function moveUp(tx: Tx, by: CommandContext, course: LockedCourse): Promise<readonly Enrolled[]> {
  const next = movesUp(await readCourseRoster(tx, course.of.record), course.seats);
  await writeSteps(tx, by, course, next.map(({ person }) => ({ person, step: 'moved-up', remark: '有空学位，按先后递补' })));
  return next;
}
