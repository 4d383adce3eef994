import { randomUUID } from 'node:crypto';
import type { Caller } from '../../src/kernel/access/caller.ts';
import type { CommandDefinition, QueryDefinition } from '../../src/kernel/contract/door.ts';
import type { City } from '../../src/kernel/db/city.ts';
import { command } from '../../src/kernel/db/command.ts';
import { query } from '../../src/kernel/db/query.ts';

/** Goes through a door as a clerk would, and throws when it refuses. */
export async function give<I, O>(city: City, caller: Caller, door: CommandDefinition<I, O>, input: NoInfer<I>): Promise<O> {
  const outcome = await command(city, caller, door, input, { key: randomUUID() });
  if (!outcome.ok) throw new Error(`${door.id} refused: ${outcome.refused.code} ${JSON.stringify(outcome.refused.details ?? outcome.fields)}`);
  return outcome.result;
}

export async function ask<I, O>(city: City, caller: Caller, door: QueryDefinition<I, O>, input: NoInfer<I>): Promise<O> {
  const outcome = await query(city, caller, door, input);
  if (!outcome.ok) throw new Error(`${door.id} refused: ${outcome.refused.code} ${JSON.stringify(outcome.refused.details ?? outcome.fields)}`);
  return outcome.result;
}
