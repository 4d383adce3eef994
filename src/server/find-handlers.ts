import { command } from '../kernel/db/command.ts';
import { defineCommand } from '../kernel/contract/door.ts';
import type { Reaction } from '../kernel/contract/reaction.ts';
import type { JobHandler } from '../kernel/jobs/job.ts';
import { loadRegistry } from '../kernel/registry/find-declarations.ts';
import { z } from 'zod';
import { findDoors } from './find-doors.ts';

const noInput = z.strictObject({});

/** A reaction as queued work: its own command, whose key is the event, so that a second delivery changes nothing. */
function asHandler(reaction: Reaction): JobHandler {
  return {
    kind: `event:${reaction.on}`,
    async run(city, payload, job) {
      const react = defineCommand({
        id: `reaction.${reaction.id}`, title: reaction.title, allow: { staff: true }, input: noInput,
        run: (tx, _input, by) => reaction.handle(tx, { id: job.id, payload }, by),
      });
      const outcome = await command(city, job.caller, react, {}, { key: `event-${job.id}` });
      if (!outcome.ok) throw Object.assign(new Error('reaction refused'), { code: outcome.refused.code });
    },
  };
}

/** All queued work this installation knows how to do: jobs of the rooms and reactions of the matters. */
export async function findHandlers(): Promise<JobHandler[]> {
  const [{ jobs }, registry] = await Promise.all([findDoors(), loadRegistry()]);
  return [...jobs, ...registry.matters.flatMap((matter) => matter.reactions ?? []).map(asHandler)];
}
