import type { RegisterField, Values } from '../../contract/register.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { readValues } from './read-values.ts';

/** What stands with what was typed laid over it, checked as a whole; null or an empty text empties a field. Confidential values that were not typed again stay. */
export function mergeValues(tx: Tx, by: Pick<CommandContext, 'today' | 'city'>, fields: readonly RegisterField[], standing: Values, typed: Values): Promise<Values> {
  return readValues(tx, by, fields, Object.fromEntries(Object.entries({ ...standing, ...typed }).filter(([, value]) => value !== null && value !== '')));
}
