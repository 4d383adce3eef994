import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** One thing that happened which a resident should know, in words a grandmother understands. */
export interface Message {
  readonly on: PlainDate;
  /** Command that made it happen: what is read and what is new is told by it. */
  readonly command: number;
  readonly title: string;
  readonly text: string;
  /** Page of the portal where it is shown whole. */
  readonly href: string;
  /** Something the resident has to do. */
  readonly asks?: boolean;
}

/**
 * Where messages come from: a room or a matter reads its own rows (`messages/*.ts`, default export), so that a message can never say
 * something else than the rows do. Runs with the resident's own rights: row protection decides what it sees.
 */
export interface MessageSource {
  readonly id: string;
  list(tx: Tx, at: { readonly person: number; readonly today: PlainDate }): Promise<readonly Message[]>;
}
export const defineMessages = (source: MessageSource): MessageSource => source;
