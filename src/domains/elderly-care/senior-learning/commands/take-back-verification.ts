import { z } from 'zod';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { recordInput, whyInput } from '../../../../kernel/records/door-input.ts';
import { getSub } from '../../../../kernel/records/write/add-entries.ts';
import { takeBackEntry } from '../../../../kernel/records/write/take-back-entry.ts';
import { KEEPERS, lockCourse } from '../load-course.ts';

/** 撤回核实: the last one, so that attendance can be put right. Refused when what is left would be less than what was paid. */
export default defineCommand({
  id: 'senior-learning.take-back-verification', title: '撤回核实', allow: { roles: KEEPERS }, input: z.strictObject({ course: recordInput, reason: whyInput }),
  async run(tx, input, by) {
    const { home } = await lockCourse(tx, by, input.course);
    const last = await tx.find<{ entry_id: number }>(`select entry_id from senior_course__verifications where record_id = $1 and known_to is null and what <> 'taken-back' order by through desc, id desc limit 1`, [input.course]);
    if (!last) throw new Refusal('senior-learning.nothing-verified');
    return takeBackEntry(tx, by, home, getSub(home, 'verifications'), last.entry_id, input.reason);
  },
});
