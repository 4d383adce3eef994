import type { z } from 'zod';
import type { CommandContext } from '../db/command.ts';
import type { QueryContext } from '../db/query.ts';
import type { Tx } from '../db/tx.ts';

/** Who may come through a door at all; what they may touch inside is row protection's business. */
export interface Allow {
  /** Posts of these roles. */
  readonly roles?: readonly string[];
  /** Any post at all. */
  readonly staff?: boolean;
  readonly residents?: boolean;
  /** Also a resident who acts for another under a mandate (代办): row protection shows what the mandate covers, nothing else. */
  readonly mandated?: boolean;
  /** Also without signing in (public notices, what can I get). */
  readonly anyone?: boolean;
  /** Whoever is signed in, also without a post today: what concerns the own account. */
  readonly account?: boolean;
  /** Also while signing in is not finished, at these steps of it; the caller is then an account without post, person and area. */
  readonly during?: readonly ('change-password' | 'second-factor' | 'enrol-second-factor')[];
}

/** Something a person does: authorised, checked, decided, written and signed in one transaction. */
export interface CommandDefinition<Input, Output> {
  /** e.g. casework.take-step; the last part of its address */
  readonly id: string;
  readonly title: string;
  readonly allow: Allow;
  readonly input: z.ZodType<Input>;
  /** Signs or pays: whoever holds a second factor must have given a code lately (`access.second-factor-needed` asks for one). */
  readonly stepUp?: true;
  /** For residents: the divisions the command has to touch, found from the resident's own rows. */
  readonly scopeForResident?: (tx: Tx, input: Input, person: number) => Promise<readonly number[]>;
  /** Fields that are secrets (a password): of these the record of the command holds a keyed digest only, so that nobody can try them out against it. */
  readonly secret?: readonly (keyof Input & string)[];
  readonly run: (tx: Tx, input: Input, by: CommandContext) => Promise<Output>;
}

/** Something a person looks at. `sensitive` readings are logged with everyone they showed. */
export interface QueryDefinition<Input, Output> {
  readonly id: string;
  readonly title: string;
  readonly allow: Allow;
  readonly input: z.ZodType<Input>;
  readonly sensitive?: boolean;
  /** All of it as of one moment, however long it takes: for files made piece by piece. */
  readonly snapshot?: boolean;
  readonly run: (tx: Tx, input: Input, by: QueryContext) => Promise<Output>;
}

export const defineCommand = <I, O>(definition: CommandDefinition<I, O>): CommandDefinition<I, O> => definition;
export const defineQuery = <I, O>(definition: QueryDefinition<I, O>): QueryDefinition<I, O> => definition;

/** What the web asks for by type only: `CommandInput<typeof import('…').default>` */
export type DoorInput<D> = D extends { input: z.ZodType<infer I> } ? I : never;
export type DoorOutput<D> = D extends { run: (...args: never[]) => Promise<infer O> } ? O : never;
