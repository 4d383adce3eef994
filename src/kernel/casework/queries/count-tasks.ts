import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { listTaskRows } from '../list-task-rows.ts';
import { readCalendar } from '../read-calendar.ts';

/** The figure on the tab: what a post can work on now; what waits for others is not counted. */
export default defineQuery({
  id: 'casework.count-tasks', title: '待办数', allow: { staff: true }, input: z.strictObject({}),
  async run(tx, _input, by) {
    if (!by.caller.post) return { count: 0 };
    const { lines } = await listTaskRows(tx, by.caller.post, by.today, await readCalendar(tx), { limit: 1000 });
    return { count: lines.filter((line) => line.waiting === null).length };
  },
});
