import { z } from 'zod';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { recordInput } from '../../../../kernel/records/door-input.ts';
import { KEEPERS, lockCourse, moveUp, readCourseRoster, refuseClosed, writeSteps } from '../load-course.ts';

/** 退学、放弃候补: the place is free at once, and the first who waits has it. */
export default defineCommand({
  id: 'senior-learning.give-up', title: '退学、放弃候补', allow: { roles: KEEPERS },
  input: z.strictObject({ course: recordInput, person: recordInput, remark: z.string().trim().max(100).default('') }),
  async run(tx, input, by) {
    const course = await lockCourse(tx, by, input.course);
    refuseClosed(course);
    const standing = (await readCourseRoster(tx, input.course)).all.find((one) => one.person === input.person)?.standing;
    if (standing !== 'sits' && standing !== 'waits') throw new Refusal('senior-learning.not-enrolled');
    await writeSteps(tx, by, course, [{ person: input.person, step: standing === 'sits' ? 'left-course' : 'left-list', remark: input.remark }]);
    const movedUp = await moveUp(tx, by, course);
    return { movedUp: movedUp.map((one) => one.person) };
  },
});
