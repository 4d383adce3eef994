import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';

/** What one part does when another says that something happened. Run from the outbox: at least once, so it must be idempotent. */
export interface Reaction {
  readonly id: string;
  readonly title: string;
  readonly on: string;
  handle(tx: Tx, event: { readonly id: number; readonly payload: Readonly<Record<string, unknown>> }, by: CommandContext): Promise<void>;
}
export const defineReaction = (reaction: Reaction): Reaction => reaction;
