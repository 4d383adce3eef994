import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { KINDS } from './kinds.ts';
import { readTerm } from './read-term.ts';

/** Takes out what is over its term and writes down how much of what. Kinds without a term are left alone. */
export async function maskExpired(tx: Tx, by: Pick<CommandContext, 'city' | 'today'>): Promise<Record<string, number>> {
  const done: Record<string, number> = {};
  for (const kind of KINDS.filter((one) => one.masks)) {
    const term = await readTerm(tx, kind.parameter, by);
    if ('gap' in term) continue;
    const { masked } = await tx.one<{ masked: number }>('select retention_mask($1, $2, $3) as masked', [kind.id, term.keptFrom, by.today]);
    if (masked > 0) await tx.run('insert into retention_run (kind, before, masked, ran_on) values ($1, $2, $3, $4)', [kind.id, term.keptFrom, masked, by.today]);
    done[kind.id] = masked;
  }
  return done;
}
