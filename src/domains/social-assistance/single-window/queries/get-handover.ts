import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { getHandover, HANDOVER_ROLES } from '../handovers.ts';
import { readHandover } from '../read-handover.ts';

/** One hand-over: all that a receiving department sees of the person, and no more. */
export default defineQuery({
  id: 'single-window.get-handover', title: '看转办', allow: { roles: HANDOVER_ROLES }, sensitive: true, input: z.strictObject({ handover: z.int().positive() }),
  async run(tx, input, by) {
    const row = await getHandover(tx, input.handover);
    by.saw('person', row.person_id === null ? [] : [row.person_id], `看转办 ${row.number}`);
    return { today: by.today, ...(await readHandover(tx, by.city, by.caller, row, by.today)) };
  },
});
