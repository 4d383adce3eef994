import type { AsOf } from '../../../../kernel/contract/rules.ts';
import { divideFen, fen, formatYuan, multiplyFen, sumFen, type Fen } from '../../../../kernel/values/money.ts';
import { rememberLast } from '../../../../kernel/values/remember-last.ts';
import { minimumWage } from '../parameters.ts';
import { nameOf, type Deduction, type Facts, type Income, type Member } from './facts.ts';
import { isCoveredStudent, type MembersCounted } from './members.ts';
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
  readonly entries: readonly IncomeEntry[];
  readonly excluded: readonly IncomeEntry[];
  /** Members whose income was put at the minimum wage. */
  readonly idle: readonly Member[];
}

export type IncomeAnswer = IncomeReckoned | { readonly is: 'unknown'; readonly months: number };

type Amount = Pick<Income, 'monthlyFen' | 'windowTotalFen' | 'months'>;
interface Item {
  readonly member: Member;
  readonly label: string;
  readonly sign: 1 | -1;
  readonly amount: Amount;
  readonly treatment?: Treatment | undefined;
}

/**
 * Income a month of those counted. Regular sums count as they are. What came in over the window of the law is added up for the whole
 * household first and divided once, half-up to the fen (四舍五入); never per head first. Unknown when a total covers other months than the window.
 */
export const reckonIncome = rememberLast((household: Facts, members: MembersCounted, law: LawVersion, asOf: AsOf): IncomeAnswer => {
  const idle = law.idleness === undefined ? [] : members.counted.filter((member) => isIdle(member, law));
  const all = members.counted.flatMap((member) => (idle.includes(member) ? [] : listItems(member, law, asOf)));
  const counted = all.filter((item) => item.counts);
  const totals = counted.filter(isTotal);
  const months = totals.length === 0 ? 1 : asOf.count(law.incomeWindow ?? incomeWindow.id);
  if (totals.some((item) => item.amount.months !== months)) return { is: 'unknown', months };
  const wages = idle.map((member): IncomeEntry => ({ label: `${nameOf(member)}，无正当理由不工作，按最低工资计`, fen: asOf.money(minimumWage.id) }));
  const entries = [...wages, ...listEntries(counted, months)];
  const total = sumFen(entries.map((entry) => entry.fen));
  return {
    is: 'reckoned',
    fen: total < 0 ? fen(0) : total,
    entries,
    excluded: all.filter((item) => !item.counts).map(excludedEntry),
    idle,
  };
});

/** Guangdong 2019: 除在校接受本科及以下学历教育的学生外，法定劳动年龄段内且有劳动能力，无正当理由不从事相适应的工作 */
export const isIdle = (member: Member, law: LawVersion): boolean =>
  law.idleness !== undefined && member.idleWithoutCause && member.labour !== 'none' && !isCoveredStudent(member, false);

function listItems(member: Member, law: LawVersion, asOf: AsOf): (Item & { readonly counts: boolean })[] {
  const incomes = member.incomes.map((income) => ({
    member, label: labelOf(member, income), sign: 1 as const, amount: income, treatment: law.excluded[income.kind], counts: !treats(law.excluded[income.kind], asOf),
  }));
  const deductions = member.deductions
    .filter((deduction) => treats(law.deducted[deduction.kind], asOf))
    .map((deduction: Deduction) => ({ member, label: `${nameOf(member)}，扣减${DEDUCTIONS[deduction.kind]}`, sign: -1 as const, amount: deduction, counts: true }));
  return [...incomes, ...deductions];
}

const labelOf = (member: Member, income: Income): string =>
  `${nameOf(member)}，${income.note ?? (income.kind === 'ordinary' ? INCOME_CATEGORIES[income.category] : INCOME_KINDS[income.kind])}`;

function excludedEntry(item: Item): IncomeEntry {
  const amount = fen(item.amount.monthlyFen ?? item.amount.windowTotalFen ?? 0);
  const months = item.amount.months === undefined ? '' : `（${item.amount.months}个月）`;
  return { label: `${item.label}${months}`, fen: amount, ...(item.treatment === undefined ? {} : { treatment: item.treatment }) };
}

const isTotal = (item: Item): boolean => item.amount.windowTotalFen !== undefined;

/** A sum a month: regular ones as they are, totals over the window divided, half-up. */
function entryOf(item: Item, months: number): IncomeEntry {
  const { monthlyFen, windowTotalFen } = item.amount;
  if (windowTotalFen === undefined) return { label: item.label, fen: fen(item.sign * (monthlyFen ?? 0)) };
  const total = fen(item.sign * windowTotalFen);
  return { label: item.label, fen: divideFen(total, months, 'half-up'), source: `${formatYuan(total)} ÷ ${months}` };
}

/**
 * Totals over the window are added up first and divided once. They are shown one by one where their shares add up to that;
 * where rounding each would give another sum, as one entry together, so that what is shown is what is counted.
 */
function listEntries(items: readonly Item[], months: number): IncomeEntry[] {
  const totals = items.filter(isTotal);
  const sum = sumFen(totals.map((item) => multiplyFen(fen(item.amount.windowTotalFen ?? 0), item.sign)));
  const average = divideFen(sum, months, 'half-up');
  if (sumFen(totals.map((item) => entryOf(item, months).fen)) === average) return items.map((item) => entryOf(item, months));
  const names = [...new Set(totals.map((item) => nameOf(item.member)))].join('、');
  const together = { label: `${names}，近${months}个月收入合计`, fen: average, source: `${formatYuan(sum)} ÷ ${months}` };
  return [...items.filter((item) => !isTotal(item)).map((item) => entryOf(item, months)), together];
}
