import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OverallLimit } from '../contract/procedure.ts';
import { addDays, plainDate, type PlainDate } from '../values/plain-date.ts';
import { addWorkingDays, makeCalendar, readCalendarData, workingDaysBetween } from '../values/working-days.ts';
import { advanceOverall, extensionLeft, WHOLE_CASE, type OverallState } from './overall-clock.ts';

const calendar = makeCalendar(readCalendarData(JSON.parse(readFileSync(new URL('../../../data/calendar/mainland.json', import.meta.url), 'utf8'))));
const limit: OverallLimit = { from: 'accept', until: ['confirm'], limit: { days: 30, calendar: 'working', law: { instrument: '试验办法', article: '第一条', documentNumber: null } }, extendedTo: 45 };
const running = { stopped: false, final: false };
const stopped = { stopped: true, final: false };
const day = plainDate;

type Step = readonly [step: string, on: string, now?: typeof running, data?: Record<string, unknown>];
const play = (...steps: readonly Step[]): OverallState | null =>
  steps.reduce<OverallState | null>((state, [step, on, now = running, data = {}]) => advanceOverall(state, { step, on: day(on), data }, now, limit, calendar), null);

describe('the limit of a whole case', () => {
  test('does not run before the step it is counted from, nor where the law sets none', () => {
    expect(play(['open', '2024-04-01'], ['request-supplement', '2024-04-02', stopped])).toBeNull();
    expect(advanceOverall(null, { step: 'accept', on: day('2024-04-01'), data: {} }, running, undefined, calendar)).toBeNull();
  });

  test('thirty working days over 清明 and 劳动节, their make-up days counted', () => {
    // free 4-4 to 4-6 and 5-1 to 5-5; worked 4-7, 4-28, 5-11
    expect(play(['accept', '2024-04-01'])).toMatchObject({ from: '2024-04-01', dueOn: '2024-05-15', extendedDays: 0, pausedDays: 0, doneOn: null, assumed: false });
    expect(play(['accept', '2024-04-29'])?.dueOn).toBe('2024-06-13');
  });

  test('days on which the applicant is waited for are added, not a day more', () => {
    const state = play(['accept', '2024-04-01'], ['request-supplement', '2024-04-02', stopped], ['supplement', '2024-04-09']);
    // 4-3, 4-7, 4-8, 4-9
    expect(state).toMatchObject({ pausedDays: 4, stoppedSince: null, dueOn: '2024-05-21' });
    expect(play(['accept', '2024-04-01'], ['request-supplement', '2024-04-03', stopped], ['supplement', '2024-04-06'])).toMatchObject({ pausedDays: 0, dueOn: '2024-05-15' });
    expect(play(['accept', '2024-04-01'], ['request-supplement', '2024-04-02', stopped])).toMatchObject({ stoppedSince: '2024-04-02', dueOn: '2024-05-15' });
  });

  test('prolonged to forty-five and no further', () => {
    const extended = play(['accept', '2024-04-01'], ['extend', '2024-04-20', running, { task: WHOLE_CASE, days: 10 }]);
    expect(extended).toMatchObject({ extendedDays: 10, dueOn: '2024-05-29' });
    expect(extensionLeft(limit, extended)).toBe(5);
    expect(extensionLeft(limit, play(['accept', '2024-04-01']))).toBe(15);
    expect(extensionLeft({ ...limit, extendedTo: 30 }, extended)).toBe(0);
    expect(play(['accept', '2024-04-01'], ['extend', '2024-04-20', running, { task: 'survey', days: 2 }])?.extendedDays).toBe(0);
  });

  test('ends with the decision or any other end, and never moves again', () => {
    const done = play(['accept', '2024-04-01'], ['confirm', '2024-05-15'], ['extend', '2024-05-16', running, { task: WHOLE_CASE, days: 5 }]);
    expect(done).toMatchObject({ doneOn: '2024-05-15', dueOn: '2024-05-15', extendedDays: 0 });
    expect(extensionLeft(limit, done)).toBe(0);
    expect(play(['accept', '2024-04-01'], ['request-supplement', '2024-04-02', stopped], ['withdraw', '2024-04-09', { stopped: false, final: true }])).toMatchObject({ doneOn: '2024-04-09', pausedDays: 4 });
  });

  test('accepted again after being sent back, it is still counted from the first acceptance', () => {
    expect(play(['accept', '2024-04-01'], ['return', '2024-04-08'], ['accept', '2024-04-10'])).toMatchObject({ from: '2024-04-01', dueOn: '2024-05-15' });
  });

  test('however often it stands still: what it ran for and what is left are always the whole limit', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 12 });
    fc.assert(fc.property(gaps, (days) => {
      let on: PlainDate = day('2024-02-05');
      let state = advanceOverall(null, { step: 'accept', on, data: {} }, running, limit, calendar);
      let ran = 0;
      days.forEach((gap, at) => {
        const next = addDays(on, gap);
        if (at % 2 === 0) ran += workingDaysBetween(calendar, on, next).days;
        on = next;
        state = advanceOverall(state, { step: at % 2 === 0 ? 'request-supplement' : 'supplement', on, data: {} }, at % 2 === 0 ? stopped : running, limit, calendar);
      });
      const since = state?.stoppedSince ?? on;
      if (!state) return false;
      return workingDaysBetween(calendar, since, state.dueOn).days === 30 - ran && state.dueOn === addWorkingDays(calendar, state.from, 30 + state.pausedDays).day;
    }), { numRuns: 300 });
  });
});
