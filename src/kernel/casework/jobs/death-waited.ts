import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { command } from '../../db/command.ts';
import type { JobHandler } from '../../jobs/job.ts';
import { systemCaller } from '../../jobs/work.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { reactToWaiting } from '../react-to-death.ts';

/** A case about a grant ended. A death that became known while it stood open still holds the payment: now its own decision opens. */
const deathWaited: JobHandler = {
  kind: 'event:case.closed',
  async run(city, payload, job) {
    const react = defineCommand({
      id: 'casework.react-to-waiting-death', title: '前一件办完，转核定死亡', allow: { staff: true }, input: z.strictObject({ caseId: z.number() }),
      run: async (tx, input, by) => reactToWaiting(tx, by, await loadRegistry(), input.caseId),
    });
    const outcome = await command(city, await systemCaller(city), react, { caseId: Number(payload['caseId']) }, { key: `death-waited-${job.id}` });
    if (!outcome.ok) throw Object.assign(new Error('reaction refused'), { code: outcome.refused.code });
  },
};
export default deathWaited;
