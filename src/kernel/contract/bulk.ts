import type { Caller } from '../access/caller.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { FormValues } from './check-form.ts';
import type { Form } from './form.ts';

/** One thing of many: which, and which version of it was on the screen. */
export interface BulkRow { readonly id: number; readonly seen: number | null }

/** What may be done with things ticked together. `fits`: those that stand where it can be asked at all. */
export interface BulkOffer { readonly what: string; readonly title: string; readonly form: Form | null; readonly fits: readonly number[] }

/** How one row is called in a list of results; names are masked. */
export interface BulkSubject { readonly divisionId: number; readonly title: string; readonly note: string; readonly href: string }

/**
 * Work that a clerk may do for many at once (批量办理), each judged for itself and done by a command of its own. Only what the law does not
 * want one by one is offered. Found in `<room>/bulk/*.ts`.
 */
export interface BulkWork {
  readonly id: string;
  /** 件, 户 */
  readonly unit: string;
  /** Whose data the list of results shows, for the log of readings; undefined where it shows nobody. */
  readonly shows?: 'case' | 'household';
  readonly offer: (tx: Tx, by: { readonly caller: Caller; readonly today: PlainDate }, ids: readonly number[]) => Promise<readonly BulkOffer[]>;
  /** Those of the ids that lie in the caller's area. */
  readonly describe: (tx: Tx, ids: readonly number[]) => Promise<ReadonlyMap<number, BulkSubject>>;
  /** Does it for one. Throws Refusal: the row is then left exactly as it was. */
  readonly run: (tx: Tx, by: CommandContext, what: string, row: BulkRow, data: FormValues) => Promise<void>;
  /** Afterwards, for a row that was refused: what was found out is kept. */
  readonly refused?: (tx: Tx, by: CommandContext, row: BulkRow, code: string) => Promise<void>;
}

export const defineBulkWork = (work: BulkWork): BulkWork => work;
