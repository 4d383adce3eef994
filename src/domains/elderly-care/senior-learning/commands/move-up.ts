import { z } from 'zod';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { recordInput } from '../../../../kernel/records/door-input.ts';
import { KEEPERS, lockCourse, moveUp, refuseClosed } from '../load-course.ts';

/** 递补: after the seats were raised, or a book was taken over from paper, the first who wait have what is free. */
export default defineCommand({
  id: 'senior-learning.move-up', title: '候补递补', allow: { roles: KEEPERS }, input: z.strictObject({ course: recordInput }),
  async run(tx, input, by) {
    const course = await lockCourse(tx, by, input.course);
    refuseClosed(course);
    const movedUp = await moveUp(tx, by, course);
    if (movedUp.length === 0) throw new Refusal('senior-learning.nobody-moves');
    return { movedUp: movedUp.map((one) => one.person) };
  },
});
