import type { FieldError } from '../contract/form.ts';
import type { AsOf } from '../contract/rules.ts';
import type { Month } from '../values/month.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { FormValues } from '../contract/check-form.ts';
import type { GrantBefore } from './grant-case-reader.ts';

/** Somebody an event brings into the household, as the report names them. */
export interface Newcomer {
  /** Key in the facts. */
  readonly key: string;
  readonly name: string;
  /** Null for a newborn who has no number yet. */
  readonly idNumber: string | null;
  readonly sex: 'male' | 'female' | 'unknown';
  readonly birthDate: PlainDate | null;
}

export interface KeyedMember { readonly person: string; readonly relation: string }

/** What the register has to record, persons by their key in the facts; the other household is the one the report names by number. */
export type EventChange =
  | { readonly is: 'add'; readonly person: string; readonly relation: string }
  | { readonly is: 'remove'; readonly person: string; readonly nextHead?: string | undefined; readonly died?: boolean }
  | { readonly is: 'transfer'; readonly person: string; readonly relation: string; readonly nextHead?: string | undefined }
  | { readonly is: 'split'; readonly persons: readonly KeyedMember[]; readonly head: string; readonly division?: string | undefined; readonly address: string; readonly nextHead?: string | undefined }
  | { readonly is: 'merge'; readonly relations: readonly KeyedMember[] }
  | { readonly is: 'head'; readonly head: string; readonly relations?: readonly KeyedMember[] | undefined }
  | { readonly is: 'move'; readonly division: string; readonly address: string }
  | { readonly is: 'dissolve' };

/** An event in the life of a household: what the register records and on what facts each grant it touches is judged from then on. */
export interface HouseholdEvent {
  /** The matter's own word for the kind of event; stands in the history. */
  readonly kind: string;
  /** 11月3日添丁: as it will stand on the roll before the amount. */
  readonly words: string;
  readonly day: PlainDate;
  /** Null when only money changed (收入、就业). */
  readonly change: EventChange | null;
  readonly newcomers: readonly Newcomer[];
  /** Facts the household stood on before it, as far as anything is known. */
  readonly before: unknown;
  /** Facts of the household the report is about; null when nobody of it is left to be paid. */
  readonly here: unknown;
  /** Facts of the household that gains, and of the one that begins by a split; absent when there is none. */
  readonly other?: unknown;
  readonly begun?: unknown;
  /** What the office should know before it decides. */
  readonly notes: readonly string[];
}

export type EventAnswer = { readonly ok: true; readonly event: HouseholdEvent } | { readonly ok: false; readonly errors: readonly FieldError[] };

/** How a change request is read; belongs to the procedure, because each matter asks its own questions. Pure. */
export interface ChangeReader {
  /** 户号 of the other household the report names. */
  otherHousehold(values: FormValues): string | undefined;
  event(grant: GrantBefore, other: GrantBefore | null, values: FormValues, at: { readonly today: PlainDate; readonly demo: boolean }): EventAnswer;
  /** First month the decision counts for. May ask for a parameter. */
  startMonth(event: Pick<HouseholdEvent, 'kind' | 'day'>, decidedOn: PlainDate, asOf: AsOf): Month;
}
