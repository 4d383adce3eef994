import { z } from 'zod';
import { dayInput } from '../../../../kernel/contract/door-fields.ts';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { HANDOVER_ROLES } from '../handovers.ts';
import { readHandoverStatistics } from '../handover-statistics.ts';

const day = dayInput;

/** 转办统计 of a period by the day of sending: by kind of need and by receiving office, days used, overdue. */
export default defineQuery({
  id: 'single-window.get-statistics', title: '转办统计', allow: { roles: HANDOVER_ROLES }, input: z.strictObject({ from: day, /** Exclusive. */ to: day }),
  run: (tx, input, by) => readHandoverStatistics(tx, input, by.today),
});
