import type { Register } from '../../contract/register.ts';
import type { Tx } from '../../db/tx.ts';
import { announce } from '../../jobs/enqueue.ts';

/** Says to whoever listens that a record entered a state its register declares an event for. */
export async function announceState(tx: Tx, register: Register, record: number, state: string): Promise<void> {
  for (const event of register.events ?? []) if (event.entering.includes(state)) await announce(tx, `record.${event.id}`, { register: register.id, record, state });
}
