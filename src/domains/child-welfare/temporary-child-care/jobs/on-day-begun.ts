import { z } from 'zod';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { command } from '../../../../kernel/db/command.ts';
import type { JobHandler } from '../../../../kernel/jobs/job.ts';
import { systemCaller } from '../../../../kernel/jobs/work.ts';
import { alarmOverdue } from '../search.ts';

const alarm = defineCommand({
  id: 'temporary-child-care.alarm-overdue', title: '逾期未接，转入查找监护人', allow: { staff: true }, input: z.strictObject({}),
  run: async (tx, _input, by) => ({ stays: await alarmOverdue(tx, by) }),
});

/** A new business day: children who were to be fetched by yesterday and were not. */
const onDayBegun: JobHandler = {
  kind: 'event:day.begun',
  async run(city, _payload, job) {
    const outcome = await command(city, await systemCaller(city), alarm, {}, { key: `overdue-stays-${job.id}` });
    if (!outcome.ok) throw Object.assign(new Error('overdue stays were not looked for'), { code: outcome.refused.code });
  },
};
export default onDayBegun;
