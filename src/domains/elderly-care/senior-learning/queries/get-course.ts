import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { recordInput } from '../../../../kernel/records/door-input.ts';
import { getReadable } from '../../../../kernel/records/read/get-readable.ts';
import { readLinks } from '../../../../kernel/records/read/read-links.ts';
import { readTotals } from '../../../../kernel/records/rules/read-totals.ts';
import { readAttendance, readVerifiedThrough } from '../attendance.ts';
import { COURSE, readCourseRoster } from '../load-course.ts';
import type { Standing } from '../roster.ts';

export interface Learner { readonly person: number; readonly name: string; readonly href: string | null; readonly standing: Standing; readonly since: string; /** Place on the waiting list. */ readonly place: number | null; /** Lessons he came to. */ readonly came: number }

/** The enrolment of a course: who has a seat, who waits in which place, who came, what is verified and what may be granted. Amounts in 分. */
export default defineQuery({
  id: 'senior-learning.get-course', title: '老有所学报名', allow: { staff: true }, sensitive: true, input: z.strictObject({ course: recordInput }),
  async run(tx, input, by) {
    const { register } = await getReadable(tx, by, COURSE);
    const row = await tx.find<{ number: string; name: string; term: string; state: string; starts_on: string; ends_on: string | null; seats: number | null; rate: number | null }>(
      `select number, name, term, state, starts_on, ends_on, seats, grant_per_attendance as rate from senior_course where record_id = $1 and known_to is null and valid_to is null`, [input.course]);
    if (!row) throw new Refusal('record.not-found');
    const roster = await readCourseRoster(tx, input.course);
    const attendance = await readAttendance(tx, input.course);
    const through = await readVerifiedThrough(tx, input.course);
    const totals = (await readTotals(tx, register, [input.course])).get(input.course) ?? {};
    const links = await readLinks(tx, [], roster.all.map((one) => ({ person_id: one.person })));
    by.saw('person', roster.all.map((one) => one.person), '老有所学报名');
    const waiting = roster.waiting.map((one) => one.person);
    const open = Number(totals['attendancesVerified'] ?? 0) - Number(totals['attendancesPaid'] ?? 0);
    return {
      course: { record: input.course, number: row.number, name: row.name, term: row.term, state: row.state, stateTitle: register.states[row.state]?.title ?? row.state, startsOn: row.starts_on, endsOn: row.ends_on, open: row.state === 'enrolling' || row.state === 'running' },
      seats: row.seats ?? 0, seated: roster.sitting.length, waiting: waiting.length,
      learners: roster.all.map((one): Learner => {
        const link = links.person.get(one.person);
        return { ...one, name: link?.title ?? '（不在辖区）', href: link?.href ?? null, place: one.standing === 'waits' ? waiting.indexOf(one.person) + 1 : null, came: attendance.filter((line) => line.person === one.person && line.came).length };
      }),
      lessons: new Set(attendance.map((one) => one.day)).size,
      verified: { through, attendances: Number(totals['attendancesVerified'] ?? 0), toVerify: attendance.filter((one) => one.came && (through === null || one.day > through)).length },
      grant: { rate: row.rate, paid: Number(totals['attendancesPaid'] ?? 0), open, due: row.rate === null ? null : open * row.rate },
    };
  },
});
