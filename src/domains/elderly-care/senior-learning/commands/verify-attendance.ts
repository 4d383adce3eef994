import { z } from 'zod';
import { dayInput } from '../../../../kernel/contract/door-fields.ts';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { recordInput } from '../../../../kernel/records/door-input.ts';
import { addEntries, getSub } from '../../../../kernel/records/write/add-entries.ts';
import { readAttendance, readVerifiedThrough } from '../attendance.ts';
import { KEEPERS, lockCourse } from '../load-course.ts';

/**
 * 核实到课: somebody other than those who wrote it looks at the attendance since the last time, up to a day. What counts is who came and had a seat on that day;
 * only this is paid for, and it is not written over afterwards.
 */
export default defineCommand({
  id: 'senior-learning.verify-attendance', title: '核实到课', allow: { roles: KEEPERS },
  input: z.strictObject({ course: recordInput, through: dayInput, how: z.string().trim().min(2, { error: '请写怎么核实的：点名册、到堂抽查。' }).max(200) }),
  async run(tx, input, by) {
    const { home, of } = await lockCourse(tx, by, input.course);
    if (input.through > by.today) throw new Refusal('record.day-ahead');
    const after = await readVerifiedThrough(tx, input.course);
    const lines = (await readAttendance(tx, input.course)).filter((one) => one.came && one.day <= input.through && (after === null || one.day > after));
    const counted = lines.filter((one) => one.sat);
    if (counted.length === 0) throw new Refusal('senior-learning.nothing-to-verify', { from: after === null ? '开班' : ` ${after} `, through: input.through });
    const own = ` ${by.caller.account?.name ?? ''}`;
    const authors = await tx.rows<{ author: string }>('select distinct author from command_authors($1::bigint[])', [[...new Set(lines.map((one) => one.command))]]);
    if (authors.some(({ author }) => ` ${author}`.endsWith(own))) throw new Refusal('senior-learning.own-eyes');
    await addEntries(tx, by, home, getSub(home, 'verifications'), of, [{ day: by.today, personId: null, values: { through: input.through, verified: counted.length, notCounted: lines.length - counted.length, how: input.how, verifiedBy: by.caller.account?.name ?? '' }, reason: '' }]);
    return { verified: counted.length, leftOut: lines.length - counted.length };
  },
});
