import type { Fen } from '../values/money.ts';
import type { Month } from '../values/month.ts';
import type { PlainDate } from '../values/plain-date.ts';
import type { LawReference } from './law.ts';
import type { HukouKind, ParameterReading } from './parameter.ts';

/** What a rule still needs before it can answer. */
export type Need =
  | { readonly kind: 'parameter'; readonly id: string; readonly title: string; readonly reason: string }
  | { readonly kind: 'fact'; readonly id: string; readonly title: string };

/** A sentence, or how it is written: where a whole city is rehearsed nobody reads it, and it is not written out. */
export type Words = string | (() => string);
export const say = (words: Words): string => (typeof words === 'string' ? words : words());

/** The answer of one criterion. Unknown is a value, never an exception and never a guess. */
export type Finding =
  | { readonly result: 'met'; readonly because: Words }
  | { readonly result: 'unmet'; readonly because: Words }
  | { readonly result: 'unknown'; readonly because: Words; readonly needs: readonly Need[] };

export const met = (because: Words): Finding => ({ result: 'met', because });
export const unmet = (because: Words): Finding => ({ result: 'unmet', because });
export const unknownFact = (id: string, title: string): Finding =>
  ({ result: 'unknown', because: `还不知道：${title}`, needs: [{ kind: 'fact', id, title }] });

/** Where and when a rule is read. `valueOf` is the only way to a figure and leaves it in the explanation. */
export interface AsOf {
  readonly day: PlainDate;
  /** Division codes from the most specific up to the province, as the tree stood on `day`. */
  readonly divisions: readonly string[];
  money(parameter: string, hukouKind?: HukouKind): Fen;
  count(parameter: string): number;
  /** Ratio as exact decimal text, e.g. '1.5'. */
  ratio(parameter: string): string;
  choice(parameter: string): string;
  isOn(parameter: string): boolean;
  /** Where households are judged under several sets of figures side by side; rules do not look at it (`policy/worked-out.ts` does). */
  readonly desk?: Desk;
}

/** The household that is being judged under several sets of figures: what was worked out of it and holds under all of them, and whether a figure that differs has been read since. */
export interface Desk { facts: unknown; kept: unknown[]; varied: boolean }

export interface Criterion<Facts> {
  readonly id: string;
  readonly title: string;
  readonly law: LawReference;
  test(facts: Facts, asOf: AsOf): Finding;
}

/** One line of an amount: what for, for whom, how much (分 a month), from which money. */
export interface AmountLine {
  readonly item: string;
  readonly title: Words;
  /** Key of the member it is for; absent when it is for the household. */
  readonly person?: string;
  readonly fen: Fen;
  /** Funding source; absent = not divided (no source for the split), shown as such. */
  readonly funding?: string;
}

/** The same with its title written out. */
export interface ToldLine extends AmountLine { readonly title: string }

/** One step of the working, as written on paper, in the office's words and in a resident's. */
export interface WorkingStep {
  readonly op: '' | '+' | '−' | '×' | '÷' | '=' | '按';
  readonly label: string;
  /** The same in words a grandmother knows. */
  readonly plain: string;
  readonly value: { readonly fen: Fen } | { readonly count: number; readonly unit: string } | { readonly text: string };
  /** Margin note: the source of the figure. */
  readonly source?: string;
  /** Parameter whose document stands in the margin. */
  readonly parameter?: string;
  readonly role?: 'given' | 'result' | 'answer' | 'excluded';
}

/** One version of a benefit's law: where and when it holds, what it asks, what it pays. */
export interface Rules<Facts> {
  readonly id: string;
  readonly title: string;
  /** The most specific division in force wins. `to` exclusive, null while in force. */
  readonly applies: { readonly division: string; readonly from: PlainDate; readonly to: PlainDate | null };
  readonly law: readonly LawReference[];
  readonly criteria: readonly Criterion<Facts>[];
  /** Lines a month in 分. Called only when every criterion is met. */
  amount(facts: Facts, asOf: AsOf): readonly AmountLine[];
  /** Months from which the answer may differ by itself, by what the facts hold (a birthday), and why in the words of the roll. Absent = only what is reported changes it. */
  turns?(facts: Facts, asOf: AsOf): readonly { readonly month: Month; readonly because: string }[];
  /** The working behind `amount`, derived again on demand. */
  working(facts: Facts, asOf: AsOf): readonly WorkingStep[];
}

/** A grant taken over from a roster: amounts without the facts behind them. */
export interface TakenAmounts {
  readonly hukouKind: HukouKind;
  /** Number of persons the grant counts. */
  readonly persons: number;
  /** As recorded, 分 a month; `person` is the key of the member. */
  readonly lines: readonly { readonly item: string; readonly person?: string; readonly fen: Fen }[];
}

/** What such a grant comes to under other standards, inferred from what was paid under the old; or why that cannot be inferred. */
export type Restatement =
  | { readonly is: 'restated'; readonly lines: readonly ToldLine[]; readonly working: readonly WorkingStep[] }
  | { readonly is: 'review'; readonly because: string };

export interface Ground {
  readonly id: string;
  readonly title: string;
  readonly law: LawReference;
  readonly result: 'met' | 'unmet' | 'unknown';
  readonly because: string;
  readonly needs: readonly Need[];
}

/** The whole answer about one set of facts: every ground, the amount, the working, the figures used. */
export interface Assessment {
  readonly outcome: 'granted' | 'refused' | 'unknown';
  readonly rules: { readonly id: string; readonly title: string; readonly law: readonly LawReference[] };
  readonly day: PlainDate;
  /** First day of the month whose standards were used, where that is not `day`: standards move on while the law of the case stays. */
  readonly pricedOn?: PlainDate;
  readonly grounds: readonly Ground[];
  readonly lines: readonly ToldLine[];
  readonly fen: Fen;
  readonly working: readonly WorkingStep[];
  readonly parameters: readonly ParameterReading[];
  /** One sentence a resident can read aloud. */
  readonly explanation: string;
}
