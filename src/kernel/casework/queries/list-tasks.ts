import { z } from 'zod';
import { divisionInput } from '../../contract/door-fields.ts';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import type { ProcedureSource } from '../case-registry.ts';
import { listTaskRows, type TaskGroup } from '../list-task-rows.ts';
import { readCalendar } from '../read-calendar.ts';

/** The worklist of a post: what its office has to do, by urgency. */
export const makeListTasks = (source: ProcedureSource) => defineQuery({
  id: 'casework.list-tasks', title: '待办', allow: { staff: true }, sensitive: true,
  input: z.strictObject({
    matter: z.string().max(60).optional(),
    divisionId: divisionInput.optional(),
    group: z.enum(['overdue', 'today', 'week', 'later', 'waiting']).optional(),
    /** Part of a masked name, a case number or a village's name. */
    find: z.string().trim().max(40).optional(),
    limit: z.int().min(1).max(1000).default(200),
    /** So many of the most urgent are left out: for files, which take all a thousand at a time. */
    skip: z.int().min(0).max(1_000_000).optional(),
  }),
  async run(tx, input, by) {
    if (!by.caller.post) throw new Refusal('access.no-post');
    const registry = await source();
    const { lines, total, more } = await listTaskRows(tx, by.caller.post, by.today, await readCalendar(tx), { matter: input.matter, divisionId: input.divisionId, limit: 1000, skip: input.skip });
    const groups: Record<TaskGroup, number> = { overdue: 0, today: 0, week: 0, later: 0, waiting: 0 };
    for (const line of lines) groups[line.group] += 1;
    const found = lines.filter((line) => (!input.group || line.group === input.group) && (!input.find || [line.number, line.name, line.division, line.title].some((text) => text.includes(input.find ?? ''))));
    const shown = found.slice(0, input.limit).map((line) => ({ ...line, matterTitle: registry.findMatter(line.matter)?.title ?? line.matter }));
    by.saw('case', [...new Set(shown.map((line) => line.caseId))], '待办');
    return { today: by.today, lines: shown, found: found.length, read: lines.length, total, more, groups };
  },
});
export default makeListTasks(loadRegistry);
