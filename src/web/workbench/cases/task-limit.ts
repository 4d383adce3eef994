import { daysBetween, plainDate } from '../../../kernel/values/plain-date.ts';
import type { ClockDay } from '../../ui/clock-days.ts';
import { dayShort } from '../../ui/day-text.ts';
import type { TaskClock } from './api.ts';

/** More cells than this beyond the limit say nothing more; the words give the exact number. */
const OVER_CELLS = 12;

/** The strip of a task's limit, drawn from the squares the server counted (w counts, f is free): weekends and holidays are its business, not ours. */
export function limitDays(clock: TaskClock, today: string): ClockDay[] {
  const days: ClockDay[] = [];
  const todayAt = daysBetween(clock.from, plainDate(today)) - 1;
  [...clock.squares].forEach((square, at) => {
    if (square !== 'w') return;
    days.push({ day: `w${at}`, kind: at < todayAt ? 'used' : at === todayAt ? 'today' : 'left', gapBefore: days.length > 0 && clock.squares[at - 1] !== 'w' });
  });
  const over = Math.min(OVER_CELLS, Math.max(0, -clock.left));
  return [...days, ...Array.from({ length: over }, (_, at): ClockDay => ({ day: `o${at}`, kind: 'over', gapBefore: false }))];
}

export interface LimitSaid { readonly state: 'over' | 'today' | 'left'; readonly words: string; readonly until: string; readonly label: string }

/** What the strip says: 超 2 日 · 今天 · 剩 3 日, until when, and the sentence for readers. */
export function limitSaid(clock: TaskClock, today: string): LimitSaid {
  const unit = clock.calendar === 'working' ? '个工作日' : '天';
  const until = `${dayShort(clock.dueOn, today)} 止`;
  // a due day on a weekend: nothing is left, yet it has not passed
  if (clock.dueOn < today) return { state: 'over', words: `超 ${-clock.left} 日`, until, label: `法定 ${clock.limit} ${unit}，已超 ${-clock.left} ${unit}` };
  if (clock.dueOn === today) return { state: 'today', words: '今天', until, label: `法定 ${clock.limit} ${unit}，今天到期` };
  return { state: 'left', words: `剩 ${clock.left} 日`, until, label: `法定 ${clock.limit} ${unit}，剩 ${clock.left} 日` };
}
