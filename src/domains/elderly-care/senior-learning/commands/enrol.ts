import { z } from 'zod';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { recordInput } from '../../../../kernel/records/door-input.ts';
import { findPeople, personInput } from '../../../../kernel/records/write/read-holder.ts';
import { KEEPERS, lockCourse, moveUp, readCourseRoster, refuseClosed, writeSteps } from '../load-course.ts';
import { placeFor } from '../roster.ts';

/** 报名: a seat where one is free and nobody waits for it; else a place on the waiting list. */
export default defineCommand({
  id: 'senior-learning.enrol', title: '老有所学报名', allow: { roles: KEEPERS },
  input: z.strictObject({ course: recordInput, person: personInput, remark: z.string().trim().max(100).default('') }),
  async run(tx, input, by) {
    const course = await lockCourse(tx, by, input.course);
    refuseClosed(course);
    const [person] = await findPeople(tx, by, [{ person: input.person, division: course.of.divisionId }], '老有所学报名');
    if (typeof person !== 'number') throw new Refusal('record.person-needed');
    const standing = (await readCourseRoster(tx, input.course)).all.find((one) => one.person === person)?.standing;
    if (standing !== undefined && standing !== 'gone') throw new Refusal('senior-learning.enrolled', { standing: standing === 'waits' ? '在候补' : standing === 'sits' ? '有学位' : '结业' });
    await moveUp(tx, by, course);
    const roster = await readCourseRoster(tx, input.course);
    const step = placeFor(roster, course.seats);
    await writeSteps(tx, by, course, [{ person, step, remark: input.remark }]);
    return { person, step, place: step === 'waiting' ? roster.waiting.length + 1 : null, seatsFree: course.seats - roster.sitting.length - (step === 'seated' ? 1 : 0) };
  },
});
