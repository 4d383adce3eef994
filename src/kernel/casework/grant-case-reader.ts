import type { FormValues } from '../contract/check-form.ts';
import type { FieldError } from '../contract/form.ts';
import type { HukouKind } from '../contract/parameter.ts';
import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { FactsReader } from './application-reader.ts';
import type { ChangeReader } from './household-event.ts';

/** A member of the household a grant is paid to, as the register knows them on the day. */
export interface GrantMember {
  /** Key of the member in the grant's facts; where there are none, the person's number. */
  readonly key: string;
  readonly personId: number;
  readonly name: string;
  readonly relation: string;
  readonly head: boolean;
  readonly sex: string;
  readonly birthDate: PlainDate | null;
  readonly deathDate: PlainDate | null;
}

/** A grant as it stands before a case about it. */
export interface GrantBefore {
  /** What its present version was assessed on; null where it was taken over from a roster. */
  readonly facts: unknown;
  readonly hukouKind: HukouKind;
  /** 分 a month */
  readonly fen: number;
  readonly members: readonly GrantMember[];
}

/** How a case about a grant (复核, 变更, 停发) comes by its facts: the grant's own, what was reported, what the register knows. */
export interface GrantCaseReader extends FactsReader {
  readonly benefit: string;
  facts(grant: GrantBefore, values: FormValues, at: { readonly today: PlainDate; readonly demo: boolean }): { readonly ok: true; readonly facts: unknown } | { readonly ok: false; readonly errors: readonly FieldError[] };
  /** Facts with what the matter keeps in records of its own about the household; reads only. */
  withRecords?(tx: Tx, facts: unknown, grant: GrantBefore): Promise<unknown>;
  /** For a change of the household: what happened, and from when it counts. */
  readonly change?: ChangeReader;
}
