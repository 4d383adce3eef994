import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../kernel/values/plain-date.ts';
import { clockDays, clockWords, type ClockInput } from './clock-days.ts';

const weekday = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
const working = (start: string, due: string, today: string): ClockInput => ({ start, due, today, calendar: 'working', isWorkingDay: weekday });
const kinds = (input: ClockInput) => clockDays(input).map((day) => day.kind).join(' ');

describe('期限尺', () => {
  it('受理次日起算，10 个工作日，今天到期：九格已用、一格今天，周末隔开', () => {
    const days = clockDays(working('2014-11-04', '2014-11-18', '2014-11-18'));
    expect(days.map((day) => day.day)).toEqual(['2014-11-05', '2014-11-06', '2014-11-07', '2014-11-10', '2014-11-11', '2014-11-12', '2014-11-13', '2014-11-14', '2014-11-17', '2014-11-18']);
    expect(days.filter((day) => day.gapBefore).map((day) => day.day)).toEqual(['2014-11-10', '2014-11-17']);
    expect(days.at(-1)?.kind).toBe('today');
    expect(clockWords(working('2014-11-04', '2014-11-18', '2014-11-18'))).toMatchObject({ state: 'today', words: '今天', until: '11-18 止', label: '法定 10 个工作日，今天到期' });
  });
  it('超期：期限以外的工作日是朱色，话说超几日', () => {
    const input = working('2014-10-31', '2014-11-14', '2014-11-18');
    expect(kinds(input)).toBe(`${'used '.repeat(10)}over over`);
    expect(clockWords(input)).toMatchObject({ state: 'over', words: '超 2 日', left: -2, label: '法定 10 个工作日，已超 2 个工作日' });
  });
  it('今天是周末：没有今天那一格，剩下的仍按工作日数', () => {
    const input = working('2014-11-07', '2014-11-21', '2014-11-15');
    expect(kinds(input)).toBe(`${'used '.repeat(5)}left left left left left`);
    expect(clockWords(input).words).toBe('剩 5 日');
  });
  it('公示按自然日，不隔周末，满期之后说已满', () => {
    const notice: ClockInput = { start: '2014-11-14', due: '2014-11-21', today: '2014-11-18', calendar: 'calendar' };
    expect(kinds(notice)).toBe('hold hold hold today hold-left hold-left hold-left');
    expect(clockWords(notice)).toMatchObject({ words: '公示第 4 天', until: '11-21 止', label: '公示 7 天，第 4 天', left: 3 });
    expect(clockWords({ ...notice, today: '2014-11-22' }).words).toBe('公示已满');
    expect(clockWords({ ...notice, today: '2014-11-14' }).words).toBe('明天起公示');
  });
  it('跨年的止日写出年份', () => {
    expect(clockWords(working('2014-12-20', '2015-01-05', '2014-12-25')).until).toBe('2015-01-05 止');
  });
  it('任何一天看：期限内的格数不变，剩的话等于今天之后的格数', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 90 }), (length, later) => {
      const start = plainDate('2014-09-30');
      const input = working(start, addDays(start, length), addDays(start, later));
      const days = clockDays(input);
      const words = clockWords(input);
      expect(days.filter((day) => day.kind !== 'over').length).toBe(clockDays({ ...input, today: start }).length);
      if (words.left > 0) expect(words.left).toBe(days.filter((day) => day.day > input.today).length);
    }));
  });
});
