import { z } from 'zod';
import { divisionInput } from '../../contract/door-fields.ts';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { listTaskRows } from '../list-task-rows.ts';
import { readCalendar } from '../read-calendar.ts';

/**
 * What opens by itself when a clerk has finished: the most urgent task of the same filter that can be worked on now, and how many are left.
 * What the post put aside for now comes after everything else.
 */
export default defineQuery({
  id: 'casework.get-next-task', title: '下一件', allow: { staff: true }, sensitive: true,
  input: z.strictObject({ /** Case just left. */ after: z.int().optional(), matter: z.string().max(60).optional(), /** Village or community. */ divisionId: divisionInput.optional() }),
  async run(tx, input, by) {
    if (!by.caller.post) throw new Refusal('access.no-post');
    const { lines } = await listTaskRows(tx, by.caller.post, by.today, await readCalendar(tx), { matter: input.matter, divisionId: input.divisionId, limit: 1000 });
    const open = lines.filter((line) => line.waiting === null && line.caseId !== input.after);
    const next = open.find((line) => line.later === null) ?? null;
    by.saw('case', next ? [next.caseId] : [], '下一件');
    return { next, left: new Set(open.filter((line) => line.later === null).map((line) => line.caseId)).size, later: new Set(open.filter((line) => line.later !== null).map((line) => line.caseId)).size };
  },
});
