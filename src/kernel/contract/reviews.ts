import type { HukouKind } from './parameter.ts';
import type { LawReference } from './law.ts';
import type { AsOf } from './rules.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** One class of households of 分类复核 and the months from one review to the next, which may differ between town and country. */
export interface ReviewClass {
  readonly id: string;
  readonly title: string;
  readonly months: Readonly<Record<HukouKind, number>>;
  readonly law: LawReference;
}

/** Class of one household, and why in words. */
export interface Classified { readonly class: string; readonly because: string }

/**
 * 分类复核: how often a household that receives a benefit is looked at again, in one version of the law. A review follows the version of the
 * day it is opened on, whatever the first decision followed.
 */
export interface ReviewCycle<Facts> {
  readonly id: string;
  readonly title: string;
  readonly applies: { readonly division: string; readonly from: PlainDate; readonly to: PlainDate | null };
  readonly law: LawReference;
  readonly classes: readonly ReviewClass[];
  /** Pure. Facts are null where a grant was taken over from a roster that tells neither income nor ability to work. */
  classify(facts: Facts | null, hukouKind: HukouKind, asOf: AsOf): Classified;
  /** Article by which a review may be put off in an emergency; absent = the law knows no such thing. */
  readonly postponed?: LawReference;
}

/** What an agency answered about a member, as far as a review compares it. Money in 分. */
export interface ReviewAnswer {
  /** Key of the member in the facts. */
  readonly member: string;
  readonly agency: string;
  readonly items: readonly { readonly category: string; readonly title: string; readonly fen?: number; readonly every?: 'month' | 'once' }[];
}

/** Periodic review of a benefit: its cycles by version of the law, and what in the agencies' answers contradicts the facts. */
export interface Reviews<Facts> {
  readonly cycles: readonly ReviewCycle<Facts>[];
  /** Sentences for what differs; none = nothing does. Pure. */
  differences(facts: Facts | null, answers: readonly ReviewAnswer[]): readonly string[];
}
