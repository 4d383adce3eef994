import type { Benefit } from '../contract/matter.ts';
import type { AmountLine, Assessment, AsOf, Criterion, Finding, Ground, Rules, WorkingStep } from '../contract/rules.ts';
import { GapMet, makeAsOf, needOf } from '../policy/as-of.ts';
import type { ParameterBook } from '../policy/parameter-book.ts';
import { fen, sumFen } from '../values/money.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { rememberLast } from '../values/remember-last.ts';
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
  const rules = rulesFor(benefit, at.divisions, at.day);
  const asOf = makeAsOf(at.book, at);
  const tried = rules.criteria.map((criterion) => tryCriterion(criterion, facts, asOf));
  const priced = tried.every((ground) => ground.result === 'met') ? tryAmount(rules, facts, asOf) : { lines: [], ground: undefined };
  const grounds = priced.ground === undefined ? tried : [...tried, priced.ground];
  const outcome = outcomeOf(grounds);
  const lines = outcome === 'granted' ? priced.lines : [];
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

/**
 * The answer alone, for a rehearsal over a whole register: outcome, lines and sum, by the same criteria and the same amount, and nothing that is only said (grounds,
 * working, figures, sentence stay empty). It stops at the first condition that is not met, so that a refusal is told as `refused` or `unknown` by that one only:
 * whoever needs to know why asks `assess`.
 */
export function assessBriefly<F>(benefit: Pick<Benefit<F>, 'id' | 'title' | 'rules'>, facts: F, at: AssessAt): Assessment {
  const rules = rulesFor(benefit, at.divisions, at.day);
  const asOf = asOfFor(at.book, at.divisions, at.day, at.moneyDay);
  let outcome: Assessment['outcome'] = 'granted';
  for (const criterion of rules.criteria) {
    const { result } = guard(() => criterion.test(facts, asOf));
    if (result === 'met') continue;
    outcome = result === 'unmet' ? 'refused' : 'unknown';
    break;
  }
  const priced = outcome === 'granted' ? tryAmount(rules, facts, asOf) : { lines: [], ground: undefined };
  if (priced.ground !== undefined) outcome = 'unknown';
  const lines = outcome === 'granted' ? priced.lines : [];
  return { outcome, rules, day: at.day, ...(at.moneyDay === undefined ? {} : { pricedOn: at.moneyDay }), grounds: [], lines, fen: fen(sumFen(lines.map((line) => line.fen))), working: [], parameters: [], explanation: '' };
}

/** One reading of the book serves all households of a place, day and month; who asked for which figure is not told here. */
const asOfFor = rememberLast((book: ParameterBook, divisions: readonly string[], day: PlainDate, moneyDay: PlainDate | undefined) =>
  makeAsOf(book, { day, divisions, ...(moneyDay === undefined ? {} : { moneyDay }) }));

/** The households of a place follow one another in a run: the version of the law is looked up when place, day or benefit changes. */
const rulesFor = rememberLast(getRules) as typeof getRules;

export function outcomeOf(grounds: readonly Pick<Ground, 'result'>[]): Assessment['outcome'] {
  if (grounds.some((ground) => ground.result === 'unmet')) return 'refused';
  return grounds.some((ground) => ground.result === 'unknown') ? 'unknown' : 'granted';
}

function tryCriterion<F>(criterion: Criterion<F>, facts: F, asOf: AsOf): Ground {
  const finding = guard(() => criterion.test(facts, asOf));
  return {
    id: criterion.id,
    title: criterion.title,
    law: criterion.law,
    result: finding.result,
    because: finding.because,
    needs: finding.result === 'unknown' ? finding.needs : [],
  };
}

function guard(test: () => Finding): Finding {
  try {
    return test();
  } catch (error) {
    if (error instanceof GapMet) return unknownBy(error);
    throw error;
  }
}

const unknownBy = (met: GapMet): Extract<Finding, { result: 'unknown' }> => ({
  result: 'unknown',
  because: `“${met.gap.title}”还没有录入：${met.gap.reason}`,
  needs: [needOf(met.gap)],
});

function tryAmount<F>(rules: Rules<F>, facts: F, asOf: AsOf): { lines: readonly AmountLine[]; ground: Ground | undefined } {
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
