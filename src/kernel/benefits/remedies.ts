import type { LawReference } from '../contract/law.ts';
import { addDays, type PlainDate } from '../values/plain-date.ts';
import { addMonths, lastDayOf, monthOf } from '../values/month.ts';
import { contains, type Period } from '../values/period.ts';

/** A way to have a decision looked at again, and how long the law leaves for it, counted from the day after it was received. */
interface Remedy {
  readonly id: 'reconsideration' | 'lawsuit';
  readonly title: string;
  /** The same in words anyone knows. */
  readonly plain: string;
  readonly within: { readonly days: number } | { readonly months: number };
  readonly law: LawReference;
  /** By the day of the decision. */
  readonly applies: Period;
}

const day = (text: string) => text as PlainDate;

/** 行政复议、行政诉讼 against a decision of an office, as the law stood. */
const REMEDIES: readonly Remedy[] = [
  { id: 'reconsideration', title: '行政复议', plain: '请上级重新审查', within: { days: 60 }, law: { instrument: '中华人民共和国行政复议法', article: '第九条' }, applies: { from: day('1999-10-01'), to: day('2024-01-01') } },
  { id: 'reconsideration', title: '行政复议', plain: '请上级重新审查', within: { days: 60 }, law: { instrument: '中华人民共和国行政复议法（2023年修订）', article: '第二十条' }, applies: { from: day('2024-01-01'), to: null } },
  { id: 'lawsuit', title: '行政诉讼', plain: '到法院起诉', within: { months: 3 }, law: { instrument: '中华人民共和国行政诉讼法（1989年）', article: '第三十九条' }, applies: { from: day('1990-10-01'), to: day('2015-05-01') } },
  { id: 'lawsuit', title: '行政诉讼', plain: '到法院起诉', within: { months: 6 }, law: { instrument: '中华人民共和国行政诉讼法（2014年修正）', article: '第四十六条' }, applies: { from: day('2015-05-01'), to: null } },
];

export interface OpenRemedy extends Pick<Remedy, 'id' | 'title' | 'plain' | 'law'> {
  /** 60 天内, 3 个月内 */
  readonly within: string;
  /** Last day, counted from service; while it is not served, as if received on the day it was taken: nobody's time ends earlier. */
  readonly lastDay: PlainDate;
}

/** What stands open against a decision of that day, received on another. Pure. */
export function listRemedies(decidedOn: PlainDate, servedOn: PlainDate = decidedOn): OpenRemedy[] {
  return REMEDIES.filter((one) => contains(one.applies, decidedOn)).map(({ id, title, plain, law, within }) => ({
    id, title, plain, law,
    within: 'days' in within ? `${within.days} 天内` : `${within.months} 个月内`,
    lastDay: 'days' in within ? addDays(servedOn, within.days) : monthsLater(servedOn, within.months),
  }));
}

/** The same day some months on; the month's last when it has no such day. */
function monthsLater(from: PlainDate, months: number): PlainDate {
  const month = addMonths(monthOf(from), months);
  const last = lastDayOf(month);
  const same = `${month}-${from.slice(8)}` as PlainDate;
  return same > last ? last : same;
}
