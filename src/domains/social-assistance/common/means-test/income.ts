import type { AsOf } from '../../../../kernel/contract/rules.ts';
import { workedOut } from '../../../../kernel/policy/worked-out.ts';
import { divideFen, fen, formatYuan, multiplyFen, sumFen, type Fen } from '../../../../kernel/values/money.ts';
import { minimumWage } from '../parameters.ts';
import { nameOf, type Deduction, type Facts, type Income, type Member } from './facts.ts';
import { countMembers, isCoveredStudent } from './members.ts';
import { incomeWindow } from './parameters.ts';
import { DEDUCTIONS, INCOME_CATEGORIES, INCOME_KINDS } from './terms.ts';
import { treats, type LawVersion, type Treatment } from './version.ts';

/** One sum a month as it goes into the working. Deductions are negative. */
export interface IncomeEntry {
  readonly label: string;
  readonly fen: Fen;
  readonly source?: string;
  /** Why it does not count. */
  readonly treatment?: Treatment;
}

export interface IncomeReckoned {
  readonly is: 'reckoned';
  /** 家庭月收入, counted, rounded to the fen once; never below 0. */
  readonly fen: Fen;
  readonly counted: readonly Item[];
  readonly excluded: readonly Item[];
  /** Months over which totals are averaged. */
  readonly months: number;
  /** Members whose income was put at the minimum wage, and that. */
  readonly idle: readonly Member[];
  readonly wage: Fen;
}

export type IncomeAnswer = IncomeReckoned | { readonly is: 'unknown'; readonly months: number };

type Amount = Pick<Income, 'monthlyFen' | 'windowTotalFen' | 'months'>;
interface Item {
  readonly member: Member;
  readonly of: Income | Deduction;
  readonly sign: 1 | -1;
  readonly treatment?: Treatment | undefined;
}

/**
 * Income a month of those counted. Regular sums count as they are. What came in over the window of the law is added up for the whole
 * household first and divided once, half-up to the fen (四舍五入); never per head first. Unknown when a total covers other months than the window.
 */
export const reckonIncome = workedOut((household: Facts, law: LawVersion, asOf: AsOf): IncomeAnswer => {
  const members = countMembers(household, law, asOf);
  const idle = law.idleness === undefined ? NOBODY : members.counted.filter((member) => isIdle(member, law));
  const counted: Item[] = [];
  const excluded: Item[] = [];
  for (const member of members.counted) if (!idle.includes(member)) sortItems(member, law, asOf, counted, excluded);
  const totals = counted.filter(isTotal);
  const months = totals.length === 0 ? 1 : asOf.count(law.incomeWindow ?? incomeWindow.id);
  if (totals.some((item) => item.of.months !== months)) return { is: 'unknown', months };
  const wage = idle.length === 0 ? fen(0) : asOf.money(minimumWage.id);
  const regular = sumFen(counted.filter((item) => !isTotal(item)).map(monthly));
  const total = fen(multiplyFen(wage, idle.length) + regular + average(totals, months));
  return { is: 'reckoned', fen: total < 0 ? fen(0) : total, counted, excluded, months, idle, wage };
});

const NOBODY: readonly Member[] = [];

/** Guangdong 2019: 除在校接受本科及以下学历教育的学生外，法定劳动年龄段内且有劳动能力，无正当理由不从事相适应的工作 */
export const isIdle = (member: Member, law: LawVersion): boolean =>
  law.idleness !== undefined && member.idleWithoutCause && member.labour !== 'none' && !isCoveredStudent(member, false);

function sortItems(member: Member, law: LawVersion, asOf: AsOf, counted: Item[], excluded: Item[]): void {
  for (const income of member.incomes) {
    const treatment = law.excluded[income.kind];
    (treats(treatment, asOf) ? excluded : counted).push({ member, of: income, sign: 1, treatment });
  }
  for (const deduction of member.deductions) if (treats(law.deducted[deduction.kind], asOf)) counted.push({ member, of: deduction, sign: -1 });
}

const labelOf = ({ member, of }: Item): string => ('category' in of
  ? `${nameOf(member)}，${of.note ?? (of.kind === 'ordinary' ? INCOME_CATEGORIES[of.category] : INCOME_KINDS[of.kind])}` : `${nameOf(member)}，扣减${DEDUCTIONS[of.kind]}`);

/** What counts, sum by sum, as the working shows it: wages put in for the idle first. */
export function listCountedIncome(income: IncomeReckoned): IncomeEntry[] {
  const wages = income.idle.map((member): IncomeEntry => ({ label: `${nameOf(member)}，无正当理由不工作，按最低工资计`, fen: income.wage }));
  return [...wages, ...listEntries(income.counted, income.months)];
}

/** What does not count, with the reason. */
export const listExcludedIncome = (income: IncomeReckoned): IncomeEntry[] => income.excluded.map(excludedEntry);

function excludedEntry(item: Item): IncomeEntry {
  const amount: Amount = item.of;
  const months = amount.months === undefined ? '' : `（${amount.months}个月）`;
  return { label: `${labelOf(item)}${months}`, fen: fen(amount.monthlyFen ?? amount.windowTotalFen ?? 0), ...(item.treatment === undefined ? {} : { treatment: item.treatment }) };
}

const isTotal = (item: Item): boolean => item.of.windowTotalFen !== undefined;
const monthly = (item: Item): Fen => fen(item.sign * (item.of.monthlyFen ?? 0));

/** Totals over the window added up first and divided once. */
const average = (totals: readonly Item[], months: number): Fen => (totals.length === 0 ? fen(0) : divideFen(totalOf(totals), months, 'half-up'));
const totalOf = (totals: readonly Item[]): Fen => sumFen(totals.map((item) => multiplyFen(fen(item.of.windowTotalFen ?? 0), item.sign)));

/** A sum a month: regular ones as they are, totals over the window divided, half-up. */
function entryOf(item: Item, months: number): IncomeEntry {
  const { windowTotalFen } = item.of;
  if (windowTotalFen === undefined) return { label: labelOf(item), fen: monthly(item) };
  const total = fen(item.sign * windowTotalFen);
  return { label: labelOf(item), fen: divideFen(total, months, 'half-up'), source: `${formatYuan(total)} ÷ ${months}` };
}

/**
 * Totals over the window are added up first and divided once. They are shown one by one where their shares add up to that;
 * where rounding each would give another sum, as one entry together, so that what is shown is what is counted.
 */
function listEntries(items: readonly Item[], months: number): IncomeEntry[] {
  const totals = items.filter(isTotal);
  const together = average(totals, months);
  if (sumFen(totals.map((item) => entryOf(item, months).fen)) === together) return items.map((item) => entryOf(item, months));
  const names = [...new Set(totals.map((item) => nameOf(item.member)))].join('、');
  const one = { label: `${names}，近${months}个月收入合计`, fen: together, source: `${formatYuan(totalOf(totals))} ÷ ${months}` };
  return [...items.filter((item) => !isTotal(item)).map((item) => entryOf(item, months)), one];
}
