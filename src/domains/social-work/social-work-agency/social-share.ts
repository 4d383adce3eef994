import type { Values } from '../../../kernel/contract/register.ts';

/** 社会资金占比: what did not come from the government over all income, in percent with one decimal; undefined without income. */
export function socialShare(all: number, government: number): number | undefined {
  return all > 0 ? Math.round(((all - government) / all) * 1000) / 10 : undefined;
}

/** The share of the last year that was reported: entries bear the last day of their year. */
export function lastYearShare(income: readonly Values[]): number | undefined {
  const year = income.map(({ day }) => String(day).slice(0, 4)).toSorted().at(-1);
  const of = income.filter(({ day }) => String(day).startsWith(year ?? '-'));
  const sum = (rows: readonly Values[]): number => rows.reduce((all, { amount }) => all + Number(amount ?? 0), 0);
  return socialShare(sum(of), sum(of.filter(({ source }) => source === 'government')));
}

/** Contracts that have been signed and have not run out by a day, that day included; one without an end runs on. */
export const contractsRunning = (contracts: readonly Values[], day: string): number =>
  contracts.filter((one) => String(one['day']) <= day && (typeof one['endsOn'] !== 'string' || one['endsOn'] >= day)).length;
