import type { PlainDate } from '../values/plain-date.ts';

export type HukouKind = 'urban' | 'rural';

/**
 * What a bureau sets and the law leaves open: a standard, a line, a number of months. Never a constant in code.
 * 元 amounts are held in 分; ratios as decimal text read exactly; counts as integers.
 */
export interface Parameter {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly kind: 'money' | 'ratio' | 'count' | 'months' | 'choice' | 'switch';
  /** Values that a `choice` may take, with their Chinese titles. */
  readonly choices?: Readonly<Record<string, string>>;
  /** True where town and country had different values while hukou kinds existed. */
  readonly byHukouKind?: boolean;
  readonly note?: string;
}

/** The document a value rests on. `number: null` is shown as 文号未录入. */
export interface SourceDocument {
  readonly title: string;
  readonly number: string | null;
  readonly issuer?: string;
  readonly issuedOn?: PlainDate;
  /** Where the figure was read, in words: 2014年度工作总结. */
  readonly readIn?: string;
}

interface Dated {
  readonly parameter: string;
  /** Division code the value holds for, and everything below it that has none of its own. */
  readonly division: string;
  readonly from: PlainDate;
  /** Exclusive end; null while in force. */
  readonly to: PlainDate | null;
  readonly hukouKind?: HukouKind;
  /** True for values that exist only so that the demo city can run: marked 演示值 wherever they show. */
  readonly demo?: boolean;
}

export interface StatedValue extends Dated {
  readonly is: 'value';
  readonly value: number | string | boolean;
  readonly document: SourceDocument;
}

/** A value that follows another by a formula: ratio × base, rounded. */
export interface DerivedValue extends Dated {
  readonly is: 'derived';
  readonly base: string;
  readonly ratio: string;
  readonly rounding: { readonly to: 'fen' | 'jiao' | 'yuan'; readonly mode: 'half-up' | 'up' | 'down' };
  /** 不低于现行标准: never less than what held there on the day before this entry began. */
  readonly notBelowPrevious?: boolean;
  readonly document: SourceDocument;
}

/** We know a value must exist and do not have its source: shown as such, never guessed. */
export interface DeclaredGap extends Dated {
  readonly is: 'gap';
  readonly reason: string;
}

export type ParameterValue = StatedValue | DerivedValue | DeclaredGap;

/** A value as a rule received it, kept in the explanation. */
export interface ParameterReading {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly kind: Parameter['kind'];
  readonly value: number | string | boolean;
  readonly division: string;
  readonly from: PlainDate;
  readonly hukouKind?: HukouKind;
  readonly document: SourceDocument;
  readonly demo: boolean;
  readonly derivedFrom?: { readonly base: ParameterReading; readonly ratio: string };
  /** The figure before was higher and stays (不低于现行标准). */
  readonly keptFrom?: PlainDate;
}
