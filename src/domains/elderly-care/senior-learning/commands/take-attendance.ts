import { z } from 'zod';
import { dayInput } from '../../../../kernel/contract/door-fields.ts';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { recordInput } from '../../../../kernel/records/door-input.ts';
import { addEntries, getSub } from '../../../../kernel/records/write/add-entries.ts';
import { KEEPERS, lockCourse, readSteps } from '../load-course.ts';
import { readRoster } from '../roster.ts';

/** 到课: one lesson, everybody who had a seat on that day: who came, who did not. */
export default defineCommand({
  id: 'senior-learning.take-attendance', title: '记到课', allow: { roles: KEEPERS },
  input: z.strictObject({ course: recordInput, day: dayInput, came: z.array(recordInput).max(500), hours: z.number().positive().max(24).optional() }),
  async run(tx, input, by) {
    const { home, of } = await lockCourse(tx, by, input.course);
    if (input.day > by.today) throw new Refusal('record.day-ahead');
    const sitting = readRoster(await readSteps(tx, input.course), input.day).sitting.map((one) => one.person);
    const strangers = input.came.filter((person) => !sitting.includes(person));
    if (strangers.length > 0 || sitting.length === 0) throw new Refusal('senior-learning.not-learning', { count: Math.max(strangers.length, 1) });
    const hours = input.hours === undefined ? {} : { creditHours: input.hours.toFixed(1) };
    await addEntries(tx, by, home, getSub(home, 'attendance'), of, sitting.map((person) => ({ day: input.day, personId: person, values: { came: input.came.includes(person), ...(input.came.includes(person) ? hours : {}) }, reason: '' })));
    return { came: input.came.length, of: sitting.length };
  },
});
