import { addDays, daysBetween, plainDate, type PlainDate } from '../../kernel/values/plain-date.ts';
import { dayShort } from './day-text.ts';

/** One cell of the strip: a day the limit counts. A gap before it stands for days the limit does not count. */
export interface ClockDay {
  readonly day: string;
  readonly kind: 'used' | 'today' | 'left' | 'over' | 'hold' | 'hold-left';
  readonly gapBefore: boolean;
}

export interface ClockInput {
  /** The day of the event (受理, 张贴); it is not counted, the next counted day is day 1. */
  readonly start: string;
  /** The last day the law allows. */
  readonly due: string;
  readonly today: string;
  /** 工作日 or 自然日. Only 公示 and other calendar-day limits are drawn without gaps. */
  readonly calendar: 'working' | 'calendar';
  /** Needed for 工作日; comes from the calendar table, never guessed from the weekday. */
  readonly isWorkingDay?: (day: string) => boolean;
  /** Drawn hatched: a 公示 that holds the case. Default: calendar-day limits. */
  readonly hold?: boolean;
}

/** More cells than this beyond the limit say nothing more; the words give the exact number. */
const OVER_CELLS = 12;

function countedDays(input: ClockInput, from: PlainDate, to: PlainDate): string[] {
  const days: string[] = [];
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (input.calendar === 'calendar' || input.isWorkingDay?.(day) !== false) days.push(day);
  }
  return days;
}

/** The cells of a legal clock (期限尺): one a counted day from the day after the event to the limit, and those beyond it up to today. */
export function clockDays(input: ClockInput): ClockDay[] {
  const start = plainDate(input.start);
  const due = plainDate(input.due);
  const today = plainDate(input.today);
  const hold = input.hold ?? input.calendar === 'calendar';
  const within = countedDays(input, start, due);
  const beyond = hold || today <= due ? [] : countedDays(input, due, today).slice(-OVER_CELLS);
  const all = [...within, ...beyond];
  return all.map((day, at) => {
    const before = all[at - 1];
    const gapBefore = before !== undefined && daysBetween(plainDate(before), plainDate(day)) > 1;
    return { day, kind: kindOf(day, input.due, input.today, hold), gapBefore: gapBefore && at !== within.length };
  });
}

function kindOf(day: string, due: string, today: string, hold: boolean): ClockDay['kind'] {
  if (day > due) return 'over';
  if (day === today) return 'today';
  if (day < today) return hold ? 'hold' : 'used';
  return hold ? 'hold-left' : 'left';
}

/** What the strip says in words; the strip never stands without them. */
export interface ClockWords {
  readonly state: 'over' | 'today' | 'left' | 'hold' | 'hold-over';
  /** `超 2 日` · `今天` · `剩 3 日` · `公示第 4 天` · `公示已满` */
  readonly words: string;
  /** `11-21 止` */
  readonly until: string;
  /** For readers: `法定 10 个工作日，剩 2 日`. */
  readonly label: string;
  /** Days beyond (negative) or left (positive), in the limit's own calendar. */
  readonly left: number;
}

/** Words of a legal clock, counted in its own calendar (工作日 and 天 are named, never mixed). */
export function clockWords(input: ClockInput): ClockWords {
  const start = plainDate(input.start);
  const due = plainDate(input.due);
  const today = plainDate(input.today);
  const total = countedDays(input, start, due).length;
  const until = `${dayShort(input.due, input.today)} 止`;
  if (input.hold ?? input.calendar === 'calendar') return holdWords(input, total, until);
  const unit = input.calendar === 'working' ? '个工作日' : '天';
  if (today > due) {
    const over = countedDays(input, due, today).length;
    return { state: 'over', words: `超 ${over} 日`, until, label: `法定 ${total} ${unit}，已超 ${over} ${unit}`, left: -over };
  }
  if (today === due) return { state: 'today', words: '今天', until, label: `法定 ${total} ${unit}，今天到期`, left: 0 };
  const left = countedDays(input, today < start ? start : today, due).length;
  return { state: 'left', words: `剩 ${left} 日`, until, label: `法定 ${total} ${unit}，剩 ${left} 日`, left };
}

function holdWords(input: ClockInput, total: number, until: string): ClockWords {
  const today = plainDate(input.today);
  if (today > plainDate(input.due)) return { state: 'hold-over', words: '公示已满', until, label: `公示 ${total} 天，已满`, left: 0 };
  const nth = Math.max(0, daysBetween(plainDate(input.start), today));
  const left = total - nth;
  return { state: 'hold', words: nth === 0 ? '明天起公示' : `公示第 ${nth} 天`, until, label: `公示 ${total} 天，第 ${nth} 天`, left };
}
