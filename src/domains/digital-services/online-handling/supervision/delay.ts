import type { PlainDate } from '../../../../kernel/values/plain-date.ts';
import { workingDaysBetween, type WorkingCalendar } from '../../../../kernel/values/working-days.ts';

/** 超期程度 */
export const DELAYS = { serious: '严重超期', over: '超期', today: '今天到期', warning: '快到期', none: '期限内' } as const;
export type Delay = keyof typeof DELAYS;
export interface DelayLimits { readonly warningDays: number | null; readonly seriousDays: number | null }

/** Working days left to the due day; negative when it has passed. */
export const daysLeft = (dueOn: PlainDate, today: PlainDate, calendar: WorkingCalendar): number => workingDaysBetween(calendar, today, dueOn).days;

/** How late, or how near, a clock is. Where the city has not said from when it warns or calls it serious, only due and over are told. Pure. */
export function delayOf(dueOn: PlainDate, today: PlainDate, calendar: WorkingCalendar, limits: DelayLimits): Delay {
  if (dueOn === today) return 'today';
  const left = daysLeft(dueOn, today, calendar);
  // a due day on a weekend that has passed is over though no working day lies between
  if (dueOn < today) return limits.seriousDays !== null && -left >= limits.seriousDays ? 'serious' : 'over';
  return limits.warningDays !== null && left <= limits.warningDays ? 'warning' : 'none';
}
