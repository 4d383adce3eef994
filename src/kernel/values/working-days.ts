import { addDays, compareDates, daysBetween, parsePlainDate, weekdayOf, yearOf, type PlainDate } from './plain-date.ts';

/**
 * What the State Council's yearly notice (国务院办公厅关于部分节假日安排的通知) says: the years it is known for, the days off
 * (holidays with the weekends and 调休 days joined to them) and the weekend days that are worked instead (调休上班).
 */
export interface CalendarData {
  readonly years: readonly number[];
  readonly holidays: readonly PlainDate[];
  readonly workdays: readonly PlainDate[];
}

/** Knows working days (工作日). Undefined means: no notice is known for that year, so nobody can say yet. */
export interface WorkingCalendar {
  isWorkingDay(day: PlainDate): boolean | undefined;
}

/** A day found by counting; `assumed` when a year without a notice was crossed and only its weekends were taken as free. */
export interface CountedDay {
  readonly day: PlainDate;
  readonly assumed: boolean;
}

/** A number of working days; `assumed` as in `CountedDay`. */
export interface CountedDays {
  readonly days: number;
  readonly assumed: boolean;
}

/** One square of a calendar strip. `holiday`: a weekday off; `make-up`: a weekend day that is worked (调休上班). */
export interface CalendarDay {
  readonly day: PlainDate;
  readonly kind: 'working' | 'weekend' | 'holiday' | 'make-up';
  readonly working: boolean;
  readonly assumed: boolean;
}

/** The calendar of this data. A year's own list may name days of the year before (2006-12-30 worked for 2007's New Year). */
export function makeCalendar(data: CalendarData): WorkingCalendar {
  const years = new Set(data.years);
  const holidays = new Set(data.holidays);
  const workdays = new Set(data.workdays);
  return {
    isWorkingDay(day) {
      if (holidays.has(day)) return false;
      if (workdays.has(day)) return true;
      return years.has(yearOf(day)) ? !isWeekend(day) : undefined;
    },
  };
}

/** Takes parsed JSON of the shape of `CalendarData` (`data/calendar/mainland.json`). Throws when it is not, naming the field. */
export function readCalendarData(json: unknown): CalendarData {
  const source = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
  const years = listOf(source, 'years', (item) => (typeof item === 'number' && Number.isInteger(item) ? item : undefined));
  const readDay = (item: unknown) => (typeof item === 'string' ? parsePlainDate(item) : undefined);
  const holidays = listOf(source, 'holidays', readDay);
  const workdays = listOf(source, 'workdays', readDay);
  const worked = new Set(workdays);
  const both = holidays.find((day) => worked.has(day));
  if (both !== undefined) throw new TypeError(`calendar: ${both} stands in holidays and in workdays`);
  return { years, holidays, workdays };
}

function listOf<T>(source: Record<string, unknown>, field: string, read: (item: unknown) => T | undefined): T[] {
  const items = source[field];
  if (!Array.isArray(items)) throw new TypeError(`calendar: ${field} is not a list`);
  return items.map((item: unknown) => {
    const value = read(item);
    if (value === undefined) throw new TypeError(`calendar: ${field} holds ${String(item)}`);
    return value;
  });
}

/**
 * The last day of a limit of `count` working days (工作日) that starts with an event on `start`. The day of the event is not
 * counted (民法典 第二百零一条; 行政许可法 第八十二条): 1 is the first working day after it. 0 is the day itself. Throws below 0.
 */
export function addWorkingDays(calendar: WorkingCalendar, start: PlainDate, count: number): CountedDay {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`);
  let day = start;
  let assumed = false;
  let left = count;
  while (left > 0) {
    day = addDays(day, 1);
    const known = calendar.isWorkingDay(day);
    if (known === undefined) assumed = true;
    if (known ?? !isWeekend(day)) left -= 1;
  }
  return { day, assumed };
}

/**
 * Working days after `from` up to and including `to`, so that it undoes `addWorkingDays`; the same with a minus sign when
 * `to` is earlier (days overdue).
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): CountedDays {
  if (compareDates(to, from) < 0) {
    const counted = workingDaysBetween(calendar, to, from);
    return { days: 0 - counted.days, assumed: counted.assumed };
  }
  const days = listDays(calendar, addDays(from, 1), addDays(to, 1));
  return { days: days.filter((day) => day.working).length, assumed: days.some((day) => day.assumed) };
}

/** The days of `[from, to)` with what each is, for drawing a strip. */
export function listDays(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): CalendarDay[] {
  const count = Math.max(0, daysBetween(from, to));
  return Array.from({ length: count }, (_, index) => describeDay(calendar, addDays(from, index)));
}

function describeDay(calendar: WorkingCalendar, day: PlainDate): CalendarDay {
  const known = calendar.isWorkingDay(day);
  const weekend = isWeekend(day);
  const working = known ?? !weekend;
  const kind = working ? (weekend ? 'make-up' : 'working') : weekend ? 'weekend' : 'holiday';
  return { day, kind, working, assumed: known === undefined };
}

/** The last day of a limit of `count` calendar days (日, 天). The day of the event is not counted (民法典 第二百零一条). */
export function addCalendarDays(start: PlainDate, count: number): PlainDate {
  return addDays(start, count);
}

/**
 * The day itself when it is worked, else the next working day: 期间的最后一日是法定休假日的，以法定休假日结束的次日为期间的最后一日
 * (民法典 第二百零三条).
 */
export function workingDayOnOrAfter(calendar: WorkingCalendar, day: PlainDate): CountedDay {
  const known = calendar.isWorkingDay(day);
  if (known ?? !isWeekend(day)) return { day, assumed: known === undefined };
  const next = addWorkingDays(calendar, day, 1);
  return { day: next.day, assumed: next.assumed || known === undefined };
}

function isWeekend(day: PlainDate): boolean {
  return weekdayOf(day) >= 6;
}
