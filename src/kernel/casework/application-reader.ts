import type { HukouKind } from '../contract/parameter.ts';
import type { FormValues } from '../contract/check-form.ts';
import type { FieldError } from '../contract/form.ts';
import type { DeclaredMeans } from '../verification/compare-declared.ts';
import type { AsOf } from '../contract/rules.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** A member of the household as the application names them. */
export interface ApplicationMember {
  /** Key of the member in the facts. */
  readonly key: string;
  readonly name: string;
  readonly idNumber: string;
  /** Relation to the head in words: 户主、配偶、女儿 */
  readonly relation: string;
  readonly head: boolean;
}

/** What an application says about people and money, in the kernel's words. */
export interface ApplicationPeople {
  /** Code of the village or community whose offices handle the case. */
  readonly division: string;
  readonly address: string;
  readonly hukouKind: HukouKind;
  readonly members: readonly ApplicationMember[];
  /** Null when the household has not named one yet: money waits until it has. */
  readonly account: {
    readonly holderName: string;
    /** Key of the member who holds it; null for a 代领人, whose relation is then registered. */
    readonly holderKey: string | null;
    readonly agentRelation: string | null;
    readonly bankCode: string;
    readonly bankName: string;
    readonly number: string;
  } | null;
}

/** What is known beside the facts that were told, by the members' keys: who has authorised the check, who holds which status on the day the case was opened. */
export interface KnownOfCase {
  readonly authorised: readonly string[];
  readonly recognised?: Readonly<Record<string, readonly string[]>>;
}

/** Which benefit's rules judge a case, and what they need of it. Pure. */
export interface FactsReader {
  /** Benefit whose rules judge the facts; absent when the matter pays nothing. */
  readonly benefit?: string | ((form: FormValues) => string);
  /** Keys of the members the law counts, by the version of the law that judged the case; everybody when absent. */
  counts?(facts: unknown, rules: string, asOf: AsOf): readonly string[];
  /** What the household stated that agencies are asked about too, to be held against their answers. */
  declared?(facts: unknown): readonly DeclaredMeans[];
  /** Facts with what the case and the registers know of its members. */
  withCase?(facts: unknown, known: KnownOfCase): unknown;
}

/** Reads a checked form. Pure; belongs to the procedure because each form has its own fields. */
export interface ApplicationReader extends FactsReader {
  people(values: FormValues): ApplicationPeople;
  /** The benefit's facts as far as the form tells them. */
  facts(values: FormValues, at: { readonly today: PlainDate; readonly demo: boolean }): { readonly ok: true; readonly facts: unknown } | { readonly ok: false; readonly errors: readonly FieldError[] };
  /** True when the form itself holds the applicant's authorisation of the check. */
  signs?(values: FormValues): boolean;
}
