import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { HANDOVER_ROLES } from '../handovers.ts';
import { listHandoverLines } from '../handover-lines.ts';

/** How many hand-overs wait for the caller's own office, for the tab. */
export default defineQuery({
  id: 'single-window.count-waiting', title: '等我办的转办', allow: { roles: HANDOVER_ROLES }, input: z.strictObject({}),
  async run(tx, _input, by) {
    const lines = await listHandoverLines(tx, { side: 'mine', only: 'open', limit: 100, office: by.caller.post?.divisionId ?? 0, divisions: by.caller.divisions }, by.today);
    return { count: lines.filter((line) => line.state === 'sent' || line.state === 'received').length };
  },
});
