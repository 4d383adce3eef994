import { z } from 'zod';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { recordInput } from '../../../../kernel/records/door-input.ts';
import { KEEPERS, lockCourse, readCourseRoster, writeSteps } from '../load-course.ts';

/** 结业: learners who have a seat and have come to lessons. */
export default defineCommand({
  id: 'senior-learning.complete', title: '记结业', allow: { roles: KEEPERS }, input: z.strictObject({ course: recordInput, people: z.array(recordInput).min(1).max(500) }),
  async run(tx, input, by) {
    const course = await lockCourse(tx, by, input.course);
    const people = [...new Set(input.people)];
    const sits = new Set((await readCourseRoster(tx, input.course)).all.filter((one) => one.standing === 'sits').map((one) => one.person));
    const strangers = people.filter((person) => !sits.has(person));
    if (strangers.length > 0) throw new Refusal('senior-learning.not-learning', { count: strangers.length });
    const came = new Set((await tx.rows<{ person: number }>(`select distinct person_id as person from senior_course__attendance where record_id = $1 and known_to is null and what <> 'taken-back' and came and person_id = any ($2::bigint[])`, [input.course, people])).map((row) => row.person));
    if (came.size < people.length) throw new Refusal('senior-learning.never-came', { count: people.length - came.size });
    await writeSteps(tx, by, course, people.map((person) => ({ person, step: 'completed' })));
    return { completed: people.length };
  },
});
