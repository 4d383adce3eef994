import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { daysOver, nextDue } from './next-due.ts';

test('下次应做从上次开展和周期数；月底不出月；没有做过的说不出', () => {
  expect(nextDue('2014-08-22', 1)).toBe('2014-09-22');
  expect(nextDue('2014-10-17', 3)).toBe('2015-01-17');
  expect(nextDue('2014-08-31', 6)).toBe('2015-02-28');
  expect(nextDue('2014-12-31', 12)).toBe('2015-12-31');
  expect(nextDue(null, 1)).toBeUndefined();
  expect(nextDue('2014-08-22', undefined)).toBeUndefined();
});

test('逾期从应做日期的第二天算起', () => {
  expect(daysOver(plainDate('2014-10-31'), plainDate('2014-11-03'))).toBe(3);
  expect(daysOver(plainDate('2014-11-03'), plainDate('2014-11-03'))).toBeUndefined();
  expect(daysOver(undefined, plainDate('2014-11-03'))).toBeUndefined();
});
