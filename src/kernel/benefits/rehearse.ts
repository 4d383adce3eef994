import type { Benefit } from '../contract/matter.ts';
import type { HukouKind, Parameter } from '../contract/parameter.ts';
import type { AmountLine, Assessment, AsOf, Criterion, Desk, Finding, Ground, Rules } from '../contract/rules.ts';
import { makeAsOf, readingDay } from '../policy/as-of.ts';
import type { ParameterBook } from '../policy/parameter-book.ts';
import { fen, type Fen } from '../values/money.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { tellGround, tryAmount, tryCriterion } from './assess.ts';
import { getRules } from './get-rules.ts';

/** One of several sets of figures: the book, and the month whose standards are meant by its first day (absent = the day of the law). */
export interface Scenario { readonly book: ParameterBook; readonly moneyDay?: PlainDate }

/** A household made ready: what the law makes of it whatever the scenario is worked out already. */
export interface Taken<F> {
  readonly facts: F;
  readonly kept: unknown[];
  /** Conditions that read no figure that differs, all in one: `granted` when every one is met. */
  readonly settled: Assessment['outcome'];
  /** The conditions that are still to be tried under each scenario, by place. */
  readonly open: readonly number[];
}

/** The answer alone. A refusal or unknown has no lines. */
export interface Verdict { readonly outcome: Assessment['outcome']; readonly lines: readonly AmountLine[]; readonly fen: Fen }
/** The answer with every finding, each with its reason; reasons are written out when somebody reads them. `missing`: why there is no amount though all conditions are met. */
export interface Trace extends Verdict { readonly findings: readonly Finding[]; readonly missing: Ground | undefined }

/** 推演: the same households under several sets of figures side by side, by the rule files that decide real cases. Pure. */
export interface Rehearsal<F> {
  readonly rules: Rules<F>;
  take(facts: F): Taken<F>;
  judge(taken: Taken<F>, scenario: number): Verdict;
  trace(taken: Taken<F>, scenario: number): Trace;
  /** Grounds of a trace as `assess` gives them. */
  tell(trace: Trace): Ground[];
}

const NO_LINES: readonly AmountLine[] = [];
const RANK = { met: 0, unknown: 1, unmet: 2 } as const;
/** The outcome by the worst finding. */
const OUTCOMES = ['granted', 'unknown', 'refused'] as const;
const REFUSED = 2;

/** Opens a rehearsal for one place and one day of the law. What does not differ between the scenarios is worked out once a household (`take`). */
export function openRehearsal<F>(benefit: Pick<Benefit<F>, 'id' | 'title' | 'rules'>, at: { readonly divisions: readonly string[]; readonly day: PlainDate }, scenarios: readonly Scenario[]): Rehearsal<F> {
  const rules = getRules(benefit, at.divisions, at.day);
  const { criteria } = rules;
  const desk: Desk = { facts: undefined, kept: [], varied: false };
  const differs = compareScenarios(at, scenarios);
  const asOfs: readonly AsOf[] = scenarios.map(({ book, moneyDay }) => makeAsOf(book, { ...at, ...(moneyDay === undefined ? {} : { moneyDay }) }, { desk, differs }));
  const takeIn = makeTakeIn(rules, desk);
  const lay = (taken: Pick<Taken<F>, 'facts' | 'kept'>, scenario: number): AsOf => {
    const asOf = asOfs[scenario];
    if (asOf === undefined) throw new RangeError(`no scenario ${scenario}`);
    desk.facts = taken.facts;
    desk.kept = taken.kept;
    return asOf;
  };
  return {
    rules,
    take(facts) {
      const kept: unknown[] = [];
      return takeIn(facts, kept, lay({ facts, kept }, 0));
    },
    judge(taken, scenario) {
      const asOf = lay(taken, scenario);
      let worst = OUTCOMES.indexOf(taken.settled);
      for (const place of taken.open) {
        if (worst === REFUSED) break;
        worst = Math.max(worst, RANK[tryCriterion(criteria[place] as Criterion<F>, taken.facts, asOf).result]);
      }
      return worst === 0 ? pay(rules, taken.facts, asOf) : without(worst);
    },
    trace(taken, scenario) {
      const asOf = lay(taken, scenario);
      let worst = 0;
      const findings = criteria.map((criterion) => {
        const finding = tryCriterion(criterion, taken.facts, asOf);
        worst = Math.max(worst, RANK[finding.result]);
        return finding;
      });
      const paid = worst === 0 ? pay(rules, taken.facts, asOf) : without(worst);
      return { outcome: paid.outcome, lines: paid.lines, fen: paid.fen, findings, missing: paid.missing };
    },
    tell: (trace) => [...trace.findings.map((finding, place) => tellGround(criteria[place] as Criterion<F>, finding)), ...(trace.missing === undefined ? [] : [trace.missing])],
  };
}

type Paid = Verdict & { readonly missing: Ground | undefined };

const without = (worst: number): Paid => ({ outcome: OUTCOMES[worst] ?? 'refused', lines: NO_LINES, fen: fen(0), missing: undefined });

/** Called when every condition is met. */
function pay<F>(rules: Rules<F>, facts: F, asOf: AsOf): Paid {
  const { lines, ground } = tryAmount(rules, facts, asOf);
  if (ground !== undefined) return { outcome: 'unknown', lines: NO_LINES, fen: fen(0), missing: ground };
  let total = 0;
  for (const line of lines) total += line.fen;
  return { outcome: 'granted', lines, fen: fen(total), missing: undefined };
}

/** Tries every condition once: those that read no figure that differs are settled, whichever way they went; the others stay open. */
function makeTakeIn<F>(rules: Rules<F>, desk: Desk): (facts: F, kept: unknown[], asOf: AsOf) => Taken<F> {
  const listed = new Map<string, readonly number[]>();
  return (facts, kept, asOf) => {
    let [worst, allMet] = [0, true];
    const open: number[] = [];
    for (const [place, criterion] of rules.criteria.entries()) {
      desk.varied = false;
      const finding = tryCriterion(criterion, facts, asOf);
      allMet &&= finding.result === 'met';
      if (desk.varied || (finding.result === 'unknown' && finding.needs.some((need) => need.kind === 'parameter'))) open.push(place);
      else worst = Math.max(worst, RANK[finding.result]);
    }
    if (allMet) tryAmount(rules, facts, asOf);
    const key = open.join();
    const same = listed.get(key) ?? open;
    listed.set(key, same);
    // at its own size: there may be a million of them
    return { facts, kept: kept.slice(), settled: OUTCOMES[worst] ?? 'refused', open: same };
  };
}

/** Whether a figure is not the same under all the scenarios; where one has none, it is not. */
function compareScenarios(at: { readonly divisions: readonly string[]; readonly day: PlainDate }, scenarios: readonly Scenario[]) {
  return (id: string, kind: Parameter['kind'], hukouKind: HukouKind | undefined): boolean => {
    const values = scenarios.map(({ book, moneyDay }) => {
      const answer = book.read(id, at.divisions, readingDay(kind, { ...at, ...(moneyDay === undefined ? {} : { moneyDay }) }), hukouKind);
      return answer.is === 'gap' ? undefined : answer.reading.value;
    });
    return values.some((value) => value === undefined || value !== values[0]);
  };
}
