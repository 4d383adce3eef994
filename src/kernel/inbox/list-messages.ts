import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { findMessageSources } from './find-sources.ts';
import type { Message } from './message-source.ts';

const KEPT = 100;

/** The latest messages of a resident, newest first, and the number of the last command they have read up to. */
export async function listMessages(tx: Tx, at: { readonly person: number; readonly account: number; readonly today: PlainDate }): Promise<{ messages: Message[]; readTo: number }> {
  const lists: (readonly Message[])[] = [];
  // one connection: one source after the other
  for (const source of await findMessageSources()) lists.push(await source.list(tx, at));
  const { to } = await tx.one<{ to: number }>('select coalesce((select read_to from message_read where account_id = $1), 0) as to', [at.account]);
  return { messages: lists.flat().toSorted((a, b) => b.command - a.command || (a.on < b.on ? 1 : -1)).slice(0, KEPT), readTo: to };
}
