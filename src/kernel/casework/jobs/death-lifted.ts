import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { command } from '../../db/command.ts';
import type { JobHandler } from '../../jobs/job.ts';
import { systemCaller } from '../../jobs/work.ts';
import { reactToLifting } from '../react-to-death.ts';

/** Runs from the outbox after a registered death was found to be an error. */
const deathLifted: JobHandler = {
  kind: 'event:person.death-lifted',
  async run(city, payload, job) {
    const react = defineCommand({
      id: 'casework.react-to-lifted-death', title: '撤销死亡登记后恢复发放', allow: { staff: true }, input: z.strictObject({ deathId: z.number() }),
      run: (tx, input, by) => reactToLifting(tx, by, input.deathId),
    });
    const outcome = await command(city, await systemCaller(city), react, { deathId: Number(payload['deathId']) }, { key: `event-${job.id}` });
    if (!outcome.ok) throw Object.assign(new Error('reaction refused'), { code: outcome.refused.code });
  },
};
export default deathLifted;
