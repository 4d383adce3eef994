import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { HANDOVER_ROLES } from '../handovers.ts';
import { listHandoverLines } from '../handover-lines.ts';

/** 转办: what was handed to one's office, or sent by one's windows. */
export default defineQuery({
  id: 'single-window.list-handovers', title: '转办', allow: { roles: HANDOVER_ROLES }, sensitive: true,
  input: z.strictObject({ side: z.enum(['mine', 'sent', 'all']).default('all'), only: z.enum(['open', 'overdue', 'done', 'all']).default('open'), find: z.string().trim().max(40).optional(), limit: z.int().min(1).max(500).default(200) }),
  async run(tx, input, by) {
    const lines = await listHandoverLines(tx, { ...input, office: by.caller.post?.divisionId ?? 0, divisions: by.caller.divisions }, by.today);
    by.saw('person', [], `看转办 ${lines.length} 件`);
    return { today: by.today, lines, overdue: lines.filter((line) => line.over).length };
  },
});
