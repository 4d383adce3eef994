import { expect, it } from 'vitest';
import type { PlainDate } from '../../../kernel/values/plain-date.ts';
import type { TaskClock } from './api.ts';
import { limitDays, limitSaid } from './task-limit.ts';

const clock = (more: Partial<TaskClock>): TaskClock => ({ from: '2014-11-03' as PlainDate, dueOn: '2014-11-10' as PlainDate, calendar: 'working', limit: 5, used: 2, left: 3, squares: 'wwwwffw', assumed: false, ...more });

it('一格一个计数的日子，周末是空隙', () => {
  expect(limitDays(clock({}), '2014-11-05').map((day) => day.kind)).toEqual(['used', 'today', 'left', 'left', 'left']);
  expect(limitDays(clock({}), '2014-11-05').map((day) => day.gapBefore)).toEqual([false, false, false, false, true]);
});

it('当天刚开始的，一格也没有用', () => {
  expect(limitDays(clock({ used: 0, left: 5 }), '2014-11-03').every((day) => day.kind === 'left')).toBe(true);
});

it('超期的画在线外，说超了几日', () => {
  const late = clock({ used: 7, left: -2 });
  expect(limitDays(late, '2014-11-12').map((day) => day.kind)).toEqual(['used', 'used', 'used', 'used', 'used', 'over', 'over']);
  expect(limitSaid(late, '2014-11-12')).toMatchObject({ state: 'over', words: '超 2 日', until: '11-10 止', label: '法定 5 个工作日，已超 2 个工作日' });
});

it('最后一天说今天；自然日说天', () => {
  expect(limitSaid(clock({ used: 5, left: 0 }), '2014-11-10').words).toBe('今天');
  expect(limitSaid(clock({ calendar: 'calendar' }), '2014-11-05').label).toBe('法定 5 天，剩 3 日');
});
