import type { AmountLine, AsOf } from '../../../kernel/contract/rules.ts';
import { getRatio } from '../../../kernel/policy/derive-money.ts';
import { workedOut } from '../../../kernel/policy/worked-out.ts';
import { contains } from '../../../kernel/values/period.ts';
import { divideFen, fen, multiplyFen, scaleFen, sumFen, type Fen } from '../../../kernel/values/money.ts';
import { amountMethod, bandOf, bandSum, type Band } from '../common/means-test/bands.ts';
import { listClassified } from '../common/means-test/classified.ts';
import { standardOf } from '../common/means-test/eligibility.ts';
import { nameOf, type Facts, type Member } from '../common/means-test/facts.ts';
import { isIdle, reckonIncome, type IncomeReckoned } from '../common/means-test/income.ts';
import { countMembers, type MembersCounted } from '../common/means-test/members.ts';
import { minDifference, refusalsBeforeStop, refusalShare, singleFull } from '../common/means-test/parameters.ts';
import type { LawVersion } from '../common/means-test/version.ts';

export const ITEMS = { difference: '低保金', 'classified-assistance': '分类救助', 'work-refusal': '本人不工作减发、停发' } as const;

/** The figures of one household, before they become lines and a working. */
export interface Reckoning {
  readonly members: MembersCounted;
  readonly standard: Fen;
  readonly income: IncomeReckoned;
  /** S×n */
  readonly line: Fen;
  /** What the household gets before supplements and reductions. */
  readonly base: Fen;
  readonly how: 'difference' | 'full' | 'floor' | 'band' | 'none';
  /** The band it falls into, where the city pays by bands. */
  readonly band?: Band;
}

/** 差额: S×n − I, exact; or, where the city says so, 分档. Per head first and times n afterwards would lose or win a fen (第二十七条 means the same sum). Undefined while income is not known. */
export const reckon = workedOut((facts: Facts, law: LawVersion, asOf: AsOf): Reckoning | undefined => {
  const members = countMembers(facts, law, asOf);
  const income = reckonIncome(facts, law, asOf);
  if (income.is === 'unknown') return undefined;
  const standard = standardOf(facts, asOf);
  const line = multiplyFen(standard, members.counted.length);
  return { members, standard, income, line, ...baseOf(facts, { line, income: income.fen, persons: members.counted.length }, asOf) };
});

function baseOf(facts: Facts, { line, income, persons }: { readonly line: Fen; readonly income: Fen; readonly persons: number }, asOf: AsOf): Pick<Reckoning, 'base' | 'how' | 'band'> {
  if (income >= line) return { base: fen(0), how: 'none' };
  if (facts.threeNone || (facts.application === 'single' && asOf.isOn(singleFull.id))) return { base: line, how: 'full' };
  if (asOf.choice(amountMethod.id) === 'bands') {
    const band = bandOf({ income, line, hukouKind: facts.hukouKind }, asOf);
    return { base: bandSum(band, persons), how: 'band', band };
  }
  const difference = fen(line - income);
  const floor = scaleFen(line, getRatio(asOf.ratio(minDifference.id)), 'half-up');
  return difference < floor ? { base: floor, how: 'floor' } : { base: difference, how: 'difference' };
}

/** Lines a month: 低保金 for the household, 分类救助 by person, and what is taken off for a person who refuses work. */
export function listLines(facts: Facts, law: LawVersion, asOf: AsOf): readonly AmountLine[] {
  const reckoning = reckon(facts, law, asOf);
  if (reckoning === undefined) return [];
  const { band } = reckoning;
  const title = reckoning.how === 'full' ? '低保金（全额）' : band === undefined ? '低保金（补差）' : () => `低保金（分档，${band.title}）`;
  const household: AmountLine = { item: 'difference', title, fen: reckoning.base };
  return [household, ...listReductions(facts, reckoning, law, asOf), ...listClassified(facts, law, asOf)];
}

/** Members who could work and do not, or refused work: the only ones of whom something may be taken off. */
const whoRefuse = workedOut((facts: Facts, law: LawVersion, asOf: AsOf): readonly Member[] => countMembers(facts, law, asOf).counted.filter((member) => isIdle(member, law) || member.refusedJobs > 0));

/** 本人份额: the household's sum over its members, rounded half-up; for several, never more than the whole. */
export function listReductions(facts: Facts, reckoning: Reckoning, law: LawVersion, asOf: AsOf): AmountLine[] {
  const { counted } = reckoning.members;
  const refusing = whoRefuse(facts, law, asOf);
  if (refusing.length === 0) return [];
  const share = (ratio: string): Fen => scaleFen(divideFen(reckoning.base, counted.length, 'half-up'), getRatio(ratio), 'half-up');
  const off = (member: Member, amount: Fen): AmountLine => ({ item: 'work-refusal', title: () => `${nameOf(member)}本人份额减发、停发`, person: member.key, fen: fen(-amount) });
  const reductions = refusing.flatMap((member) => {
    if (isIdle(member, law)) return [off(member, share('1'))];
    const inForce = law.refusal?.inForce === undefined ? law.refusal !== undefined : contains(law.refusal.inForce, asOf.day);
    const times = !inForce || member.refusedJobs === 0 ? undefined : asOf.count(refusalsBeforeStop.id);
    return times !== undefined && member.refusedJobs >= times ? [off(member, share(asOf.ratio(refusalShare.id)))] : [];
  });
  const over = sumFen([reckoning.base, ...reductions.map((line) => line.fen)]);
  const last = reductions.at(-1);
  return over < 0 && last !== undefined ? [...reductions.slice(0, -1), { ...last, fen: fen(last.fen - over) }] : reductions;
}
