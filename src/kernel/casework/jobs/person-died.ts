import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { command } from '../../db/command.ts';
import type { JobHandler } from '../../jobs/job.ts';
import { systemCaller } from '../../jobs/work.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { reactToDeath } from '../react-to-death.ts';

/** Runs from the outbox after a death was registered, under the system's own post: the person may count in grants of several offices. */
const personDied: JobHandler = {
  kind: 'event:person.died',
  async run(city, payload, job) {
    const react = defineCommand({
      id: 'casework.react-to-death', title: '死亡后暂缓发放，转核定', allow: { staff: true }, input: z.strictObject({ deathId: z.number() }),
      run: async (tx, input, by) => reactToDeath(tx, by, await loadRegistry(), input.deathId),
    });
    const outcome = await command(city, await systemCaller(city), react, { deathId: Number(payload['deathId']) }, { key: `event-${job.id}` });
    if (!outcome.ok) throw Object.assign(new Error('reaction refused'), { code: outcome.refused.code });
  },
};
export default personDied;
