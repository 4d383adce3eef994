import { assess } from '../benefits/assess.ts';
import { toGrantLines, type GrantLine, type GrantPerson } from '../benefits/grant-version.ts';
import { readFacts } from '../benefits/read-facts.ts';
import { openRehearsal, type Rehearsal, type Verdict } from '../benefits/rehearse.ts';
import type { Benefit } from '../contract/matter.ts';
import type { HukouKind } from '../contract/parameter.ts';
import { AppError } from '../contract/refusal.ts';
import type { Assessment } from '../contract/rules.ts';
import { GapMet, makeAsOf } from '../policy/as-of.ts';
import type { ParameterBook } from '../policy/parameter-book.ts';
import { fen, formatYuan, sumFen } from '../values/money.ts';
import type { Month } from '../values/month.ts';
import { rememberLast } from '../values/remember-last.ts';
import { firstDayOf, type PlainDate } from '../values/plain-date.ts';
import { listChanges } from './affected.ts';

/** What a paid stretch of a grant was made of. */
export interface PaidVersion {
  readonly id: number;
  readonly grantId: number;
  readonly fromMonth: Month;
  readonly toMonth: Month | null;
  readonly hukouKind: HukouKind;
  readonly lines: readonly GrantLine[];
  readonly persons: readonly GrantPerson[];
  /** What it was assessed on, with what the case knew; null where it was taken over from a roster. */
  readonly facts: unknown;
  /** Day whose law, ages and conditions hold for it. */
  readonly lawDay: PlainDate;
  /** Day whose standards its amounts were made with. */
  readonly pricedOn: PlainDate;
}

/** The figures before and after, and the months in question. */
export interface Pricing {
  readonly benefit: Benefit;
  readonly divisions: readonly string[];
  readonly parameters: readonly string[];
  readonly oldBook: ParameterBook;
  readonly newBook: ParameterBook;
  readonly from: Month;
  readonly to: Month | null;
}

/** Months of a version with their amounts; `assessment` null = as recorded. */
export interface Stretch { readonly from: Month; readonly to: Month | null; readonly lines: readonly GrantLine[]; readonly assessment: Assessment | null }
export type PricedVersion = { readonly is: 'priced'; readonly stretches: readonly Stretch[]; readonly inferred: boolean } | { readonly is: 'review'; readonly because: string };

/**
 * A version again, month by month, under the standards of each month: from its facts by the law of its own day, or, taken over without
 * facts, inferred as its matter says. What cannot be told is for a person (待复核). Pure.
 */
export function priceVersion(version: PaidVersion, pricing: Pricing): PricedVersion {
  const start = version.fromMonth > pricing.from ? version.fromMonth : pricing.from;
  const end = earlier(version.toMonth, pricing.to);
  const place = { divisions: pricing.divisions, hukouKind: version.hukouKind };
  const starts = [start, ...listChanges(pricing.newBook, pricing.parameters, place, start, end)];
  const stretches: Stretch[] = version.fromMonth < start ? [{ from: version.fromMonth, to: start, lines: version.lines, assessment: null }] : [];
  const amounts = listAmounts(version, pricing, starts);
  for (const [at, from] of starts.entries()) {
    const priced = (amounts === undefined ? undefined : toPriced(amounts.rules, amounts.verdicts[at], version, firstDayOf(from))) ?? priceMonth(version, pricing, firstDayOf(from));
    if (typeof priced === 'string') return { is: 'review', because: priced };
    const same = sameLines(priced.lines, version.lines);
    stretches.push({ from, to: starts[at + 1] ?? end, lines: same ? version.lines : priced.lines, assessment: same ? null : priced.assessment });
  }
  if (end !== null && (version.toMonth === null || end < version.toMonth)) stretches.push({ from: end, to: version.toMonth, lines: version.lines, assessment: null });
  return { is: 'priced', stretches: joinEqual(stretches), inferred: version.facts === null };
}

const earlier = (a: Month | null, b: Month | null): Month | null => (a === null ? b : b === null || a < b ? a : b);

/** The amounts of the months side by side, without words: those of a single household are worked out when somebody opens it. Undefined without facts. */
function listAmounts(version: PaidVersion, pricing: Pricing, starts: readonly Month[]): { readonly rules: Assessment['rules']; readonly verdicts: readonly Verdict[] } | undefined {
  if (version.facts === null) return undefined;
  const read = readOnce(pricing.benefit, version.facts);
  if (!read.ok) return undefined;
  const side = rehearsalFor(pricing, version.lawDay, starts);
  const taken = side.take(read.facts);
  return { rules: side.rules, verdicts: starts.map((_from, nth) => side.judge(taken, nth)) };
}

/** Undefined where the household is not granted, or a line names nobody: `priceMonth` says why. */
function toPriced(rules: Assessment['rules'], verdict: Verdict | undefined, version: PaidVersion, pricedOn: PlainDate): { readonly lines: readonly GrantLine[]; readonly assessment: Assessment } | undefined {
  if (verdict?.outcome !== 'granted' || verdict.lines.some((line) => line.person !== undefined && !version.persons.some((person) => person.key === line.person))) return undefined;
  return { lines: toGrantLines(verdict.lines, version.persons), assessment: { outcome: 'granted', rules, day: version.lawDay, pricedOn, grounds: [], lines: [], fen: verdict.fen, working: [], parameters: [], explanation: '' } };
}

/** The households of a place, a day of the law and the same months share one. */
const rehearsals = new WeakMap<ParameterBook, WeakMap<readonly string[], Map<string, Rehearsal<unknown>>>>();

function rehearsalFor({ benefit, newBook, divisions }: Pricing, day: PlainDate, starts: readonly Month[]): Rehearsal<unknown> {
  const places = rehearsals.get(newBook) ?? new WeakMap<readonly string[], Map<string, Rehearsal<unknown>>>();
  rehearsals.set(newBook, places);
  const known = places.get(divisions) ?? new Map<string, Rehearsal<unknown>>();
  places.set(divisions, known);
  const key = `${benefit.id}|${day}|${starts.join()}`;
  const found = known.get(key) ?? openRehearsal(benefit, { divisions, day }, starts.map((from) => ({ book: newBook, moneyDay: firstDayOf(from) })));
  if (known.size > MOST_REHEARSALS) known.clear();
  known.set(key, found);
  return found;
}

const MOST_REHEARSALS = 5_000;

/** The lines of one month, or a sentence that says why a person must look. */
export function priceMonth(version: PaidVersion, pricing: Pricing, day: PlainDate): { readonly lines: readonly GrantLine[]; readonly assessment: Assessment } | string {
  try {
    const assessment = version.facts === null ? restate(version, pricing, day) : assessAgain(version, pricing, day);
    if (typeof assessment === 'string') return assessment;
    return { lines: toGrantLines(assessment.lines, version.persons), assessment };
  } catch (error) {
    if (error instanceof GapMet) return `“${error.gap.title}”还没有录入：${error.gap.reason}`;
    if (error instanceof AppError && error.code === 'grant.member-unknown') return '核定的成员和登记的成员对不上';
    throw error;
  }
}

/** The same facts are priced for several months in turn. */
const readOnce = rememberLast((benefit: Benefit, facts: unknown) => readFacts(benefit, facts));

function assessAgain(version: PaidVersion, { benefit, newBook, divisions }: Pricing, moneyDay: PlainDate): Assessment | string {
  const read = readOnce(benefit, version.facts);
  if (!read.ok) return '原来核定的材料现在读不出来';
  const answer = assess(benefit, read.facts, { book: newBook, divisions, day: version.lawDay, moneyDay });
  if (answer.outcome === 'granted') return answer;
  const wanting = answer.grounds.filter((ground) => ground.result === (answer.outcome === 'refused' ? 'unmet' : 'unknown'));
  return `${answer.outcome === 'refused' ? '按新标准不再符合' : '不能下结论'}：${wanting.map((ground) => ground.because).join('；')}`;
}

function restate(version: PaidVersion, { benefit, oldBook, newBook, divisions }: Pricing, moneyDay: PlainDate): Assessment | string {
  if (benefit.restate === undefined) return '接收时没有核定材料，推不出来';
  const now = makeAsOf(newBook, { day: moneyDay, divisions });
  const answer = benefit.restate(
    { hukouKind: version.hukouKind, persons: version.persons.length, lines: version.lines.map((line) => ({ item: line.item, ...(line.personId === null ? {} : { person: String(line.personId) }), fen: fen(line.fen) })) },
    makeAsOf(oldBook, { day: version.pricedOn, divisions }), now);
  if (answer.is === 'review') return answer.because;
  const keys = new Map(version.persons.map((person) => [String(person.personId), person.key]));
  const lines = answer.lines.map((line) => (line.person === undefined ? line : { ...line, person: keys.get(line.person) ?? line.person }));
  const total = sumFen(lines.map((line) => line.fen));
  return {
    outcome: 'granted', rules: { id: 'restated', title: '按接收花名册倒算', law: [] }, day: version.lawDay, pricedOn: moneyDay, grounds: [], lines, fen: total, working: answer.working,
    parameters: now.listReadings(), explanation: `按接收花名册倒算，每月发给 ${formatYuan(total)} 元。`,
  };
}

const keyOf = (line: GrantLine): string => `${line.item}|${line.personId ?? ''}|${line.fen}`;
function sameLines(a: readonly GrantLine[], b: readonly GrantLine[]): boolean {
  const [left, right] = [a, b].map((lines) => lines.map(keyOf).sort().join('\n'));
  return left === right;
}

/** Neighbouring stretches that say the same become one. */
function joinEqual(stretches: readonly Stretch[]): Stretch[] {
  return stretches.reduce<Stretch[]>((joined, stretch) => {
    const before = joined.at(-1);
    const goesOn = before !== undefined && before.to === stretch.from && (before.assessment === null) === (stretch.assessment === null) && sameLines(before.lines, stretch.lines);
    return goesOn ? [...joined.slice(0, -1), { ...before, to: stretch.to }] : [...joined, stretch];
  }, []);
}
