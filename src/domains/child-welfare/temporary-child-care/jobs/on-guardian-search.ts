import { z } from 'zod';
import { defineCommand } from '../../../../kernel/contract/door.ts';
import { command } from '../../../../kernel/db/command.ts';
import type { JobHandler } from '../../../../kernel/jobs/job.ts';
import { systemCaller } from '../../../../kernel/jobs/work.ts';
import { openSearch, STAY } from '../search.ts';

const open = defineCommand({
  id: 'temporary-child-care.open-search', title: '开始寻找监护人', allow: { staff: true }, input: z.strictObject({ stay: z.number() }),
  run: async (tx, input, by) => ({ steps: await openSearch(tx, by, input.stay) }),
});

/** A stay entered 逾期，查找监护人, by the morning's alarm or by a keeper's hand: its steps are laid out. */
const onGuardianSearch: JobHandler = {
  kind: 'event:record.guardian-search',
  async run(city, payload, job) {
    if (payload['register'] !== STAY) return;
    const outcome = await command(city, await systemCaller(city), open, { stay: Number(payload['record']) }, { key: `event-${job.id}` });
    if (!outcome.ok && outcome.refused.code !== 'record.not-found') throw Object.assign(new Error('the search was not opened'), { code: outcome.refused.code });
  },
};
export default onGuardianSearch;
