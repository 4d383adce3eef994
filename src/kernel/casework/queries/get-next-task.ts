import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { listTaskRows } from '../list-task-rows.ts';
import { readCalendar } from '../read-calendar.ts';

/** What opens by itself when a clerk has finished: the most urgent task that can be worked on now. */
export default defineQuery({
  id: 'casework.get-next-task', title: '下一件', allow: { staff: true }, sensitive: true,
  input: z.strictObject({ /** Case just left. */ after: z.int().optional(), matter: z.string().max(60).optional() }),
  async run(tx, input, by) {
    if (!by.caller.post) throw new Refusal('access.no-post');
    const { lines } = await listTaskRows(tx, by.caller.post, by.today, await readCalendar(tx), { matter: input.matter, limit: 1000 });
    const next = lines.find((line) => line.waiting === null && line.caseId !== input.after) ?? null;
    by.saw('case', next ? [next.caseId] : [], '下一件');
    return next;
  },
});
