import type { LawReference } from '../../../../kernel/contract/law.ts';
import type { AsOf, Rules } from '../../../../kernel/contract/rules.ts';
import type { Facts, Member } from './facts.ts';
import type { DEDUCTIONS, INCOME_KINDS } from './terms.ts';

export type IncomeKind = keyof typeof INCOME_KINDS;
export type DeductionKind = keyof typeof DEDUCTIONS;

/** How the law treats a kind of income or deduction: yes, no, or left to a switch that a bureau sets. */
export type Treatment = { readonly applies: boolean; readonly law: LawReference } | { readonly parameter: string; readonly law: LawReference };

/** What differs between the versions of the law of 低保. The criteria, the amount and the working are written once over this. */
export interface LawVersion {
  readonly id: string;
  readonly title: string;
  readonly applies: Rules<Facts>['applies'];
  readonly law: readonly LawReference[];
  readonly articles: Readonly<Record<'hukou' | 'household' | 'alone' | 'income' | 'assets' | 'authorisation' | 'amount' | 'classified', LawReference>>;
  /** 不计入共同生活的家庭成员 */
  readonly notCounted: readonly Member['away'][];
  /** 2012 lists parents among the members by default; from 2021 only those with a duty of support who live together for long. */
  readonly parentsByDefault: boolean;
  /** Students who make an adult child a member: 2012 在校接受本科及其以下学历教育, 2021 全日制. */
  readonly fullTimeStudentsOnly: boolean;
  /** Who may apply for himself alone; says the ground in words, undefined when he may not, 'unknown' while the family's standing is not known. */
  mayApplyAlone(applicant: Member, household: Facts, asOf: AsOf): string | undefined | 'unknown';
  /** Kinds of income that do not count. Kinds not named count. */
  readonly excluded: Readonly<Partial<Record<IncomeKind, Treatment>>>;
  /** What is taken off income. Kinds not named are not. */
  readonly deducted: Readonly<Partial<Record<DeductionKind, Treatment>>>;
  /** Guangdong 2019: who could work and without just cause does not counts with the minimum wage and is not taken in himself. */
  readonly idleness?: LawReference;
  /** 社会救助暂行办法 第四十五条, 2021 第三十四条: refusing suitable work several times running stops or reduces one's own share. Counts while its law is in force. */
  readonly refusal?: LawReference;
  /** Parameter that says over how many months income is counted, where that is another than for 低保. */
  readonly incomeWindow?: string;
  /** 1999 第八条（一）: 三无 get the whole standard. */
  readonly threeNone: LawReference;
}

export function treats(treatment: Treatment | undefined, asOf: AsOf): boolean {
  if (treatment === undefined) return false;
  return 'parameter' in treatment ? asOf.isOn(treatment.parameter) : treatment.applies;
}
