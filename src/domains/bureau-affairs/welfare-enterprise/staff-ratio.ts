import type { LawReference } from '../../../kernel/contract/law.ts';
import { plainDate, type PlainDate } from '../../../kernel/values/plain-date.ts';
import { welfareEnterpriseMeasures } from '../common/law.ts';

/** What makes an enterprise a welfare enterprise: disabled staff at least this share of all staff, in %, and at least this many persons. */
export interface StaffRatioRule { readonly from: PlainDate; readonly to: PlainDate | null; readonly percent: number; readonly persons: number; readonly law: LawReference }

/** By the day the staff was counted. 民发〔2016〕180号 ended the recognition on 2016-10-10: after it there is no rule here. */
export const staffRatioRules: readonly StaffRatioRule[] = [
  { from: plainDate('2007-07-01'), to: plainDate('2016-10-10'), percent: 25, persons: 10, law: welfareEnterpriseMeasures('第二条') },
];

export const staffRatioRuleOn = (day: string): StaffRatioRule | undefined => staffRatioRules.find((rule) => rule.from <= day && (rule.to === null || day < rule.to));

/** The sentence when the staff of a day is below the rule of that day. Compared without division, so that 25% is 25%. */
export function belowRatio(day: string, staff: number, disabled: number): string | undefined {
  const rule = staffRatioRuleOn(day);
  if (rule === undefined) return undefined;
  if (disabled * 100 < staff * rule.percent) return `残疾人职工${disabled}人，占职工${staff}人的${((disabled / staff) * 100).toFixed(1)}%，不到${rule.percent}%。`;
  return disabled < rule.persons ? `残疾人职工${disabled}人，不到${rule.persons}人。` : undefined;
}
