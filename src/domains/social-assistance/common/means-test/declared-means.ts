import type { Fen } from '../../../../kernel/values/money.ts';
import type { DeclaredMeans } from '../../../../kernel/verification/compare-declared.ts';
import type { Facts, Income, Member } from './facts.ts';

const PENSIONS: readonly Income['kind'][] = ['pension', 'basic-pension'];

/** What the household stated that an agency can answer too: pensions and insured wages of each member, deposits of the household (分). */
export function declaredMeans(facts: Facts): readonly DeclaredMeans[] {
  return [
    ...facts.members.flatMap((member): DeclaredMeans[] => [
      { title: '养老金', agency: 'social-insurance', categories: ['pension'], member: member.key, fen: monthlyOf(member, (income) => PENSIONS.includes(income.kind)) },
      { title: '工资', agency: 'social-insurance', categories: ['insured-wage'], member: member.key, fen: monthlyOf(member, (income) => income.category === 'wage') },
    ]),
    { title: '存款、理财', agency: 'bank-deposits', categories: ['deposits', 'funds'], fen: (facts.assets.movableFen ?? null) as Fen | null },
  ];
}

/** Stated sums a month, whole cents down; null when none was stated. */
function monthlyOf(member: Member, wanted: (income: Income) => boolean): Fen | null {
  const incomes = member.incomes.filter(wanted);
  if (incomes.length === 0) return null;
  return incomes.reduce((sum, one) => sum + (one.monthlyFen ?? Math.floor((one.windowTotalFen ?? 0) / (one.months ?? 1))), 0) as Fen;
}
