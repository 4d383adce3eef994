import type { Benefit } from '../contract/matter.ts';
import { say, type AmountLine, type Assessment, type AsOf, type Criterion, type Finding, type Ground, type Need, type Rules, type ToldLine, type WorkingStep } from '../contract/rules.ts';
import { GapMet, makeAsOf, needOf } from '../policy/as-of.ts';
import type { ParameterBook } from '../policy/parameter-book.ts';
import { fen, sumFen } from '../values/money.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { explain } from './explain.ts';
import { getRules } from './get-rules.ts';

/** Where and when facts are judged: the figures, the division codes from the most specific up to the province, the day that chooses the law. */
export interface AssessAt {
  readonly book: ParameterBook;
  readonly divisions: readonly string[];
  readonly day: PlainDate;
  /** The month whose standards are meant, by its first day; absent = `day`. The law, ages and conditions stay those of `day`. */
  readonly moneyDay?: PlainDate;
}

/**
 * Judges one set of facts by the law in force there and then, in the browser as on the server. Every criterion is tried and every ground
 * returned. Refused when one is unmet, even if others are unknown: nothing still missing could change it. Otherwise unknown when one is.
 * An amount only when all are met. A figure nobody entered makes its criterion unknown. Throws only for defects of a declaration.
 */
export function assess<F>(benefit: Pick<Benefit<F>, 'id' | 'title' | 'rules' | 'recognises'>, facts: F, at: AssessAt): Assessment {
  const rules = getRules(benefit, at.divisions, at.day);
  const asOf = makeAsOf(at.book, at);
  const tried = rules.criteria.map((criterion) => tellGround(criterion, tryCriterion(criterion, facts, asOf)));
  const priced = tried.every((ground) => ground.result === 'met') ? tryAmount(rules, facts, asOf) : { lines: [], ground: undefined };
  const grounds = priced.ground === undefined ? tried : [...tried, priced.ground];
  const outcome = outcomeOf(grounds);
  const lines = outcome === 'granted' ? priced.lines.map((line): ToldLine => ({ ...line, title: say(line.title) })) : [];
  const total = fen(sumFen(lines.map((line) => line.fen)));
  const working = tryWorking(rules, facts, asOf);
  return {
    outcome,
    rules: { id: rules.id, title: rules.title, law: rules.law },
    day: at.day,
    ...(at.moneyDay === undefined ? {} : { pricedOn: at.moneyDay }),
    grounds,
    lines,
    fen: total,
    working,
    parameters: asOf.listReadings(),
    explanation: explain({ outcome, grounds, fen: total, working, ...(benefit.recognises === undefined ? {} : { recognised: benefit.title }) }),
  };
}

export function outcomeOf(grounds: readonly Pick<Ground, 'result'>[]): Assessment['outcome'] {
  if (grounds.some((ground) => ground.result === 'unmet')) return 'refused';
  return grounds.some((ground) => ground.result === 'unknown') ? 'unknown' : 'granted';
}

/** What a condition says of these facts; unknown where it asked for a figure nobody entered. */
export function tryCriterion<F>(criterion: Criterion<F>, facts: F, asOf: AsOf): Finding {
  try {
    return criterion.test(facts, asOf);
  } catch (error) {
    if (error instanceof GapMet) return unknownBy(error);
    throw error;
  }
}

/** The finding with what it is about, its reason written out. */
export const tellGround = <F>(criterion: Criterion<F>, finding: Finding): Ground => ({
  id: criterion.id, title: criterion.title, law: criterion.law, result: finding.result, because: say(finding.because), needs: finding.result === 'unknown' ? finding.needs : [],
});

const unknownBy = (met: GapMet): { readonly result: 'unknown'; readonly because: string; readonly needs: readonly Need[] } => ({
  result: 'unknown',
  because: `“${met.gap.title}”还没有录入：${met.gap.reason}`,
  needs: [needOf(met.gap)],
});

export function tryAmount<F>(rules: Rules<F>, facts: F, asOf: AsOf): { lines: readonly AmountLine[]; ground: Ground | undefined } {
  try {
    return { lines: rules.amount(facts, asOf), ground: undefined };
  } catch (error) {
    if (!(error instanceof GapMet)) throw error;
    const law = rules.law[0] ?? { instrument: rules.title };
    return { lines: [], ground: { id: 'amount', title: '金额', law, ...unknownBy(error) } };
  }
}

/** The working shows what can be worked out; a figure that is missing leaves it out, the grounds say which. */
function tryWorking<F>(rules: Rules<F>, facts: F, asOf: AsOf): readonly WorkingStep[] {
  try {
    return rules.working(facts, asOf);
  } catch (error) {
    if (error instanceof GapMet) return [];
    throw error;
  }
}
