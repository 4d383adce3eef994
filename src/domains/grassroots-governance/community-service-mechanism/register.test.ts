import { expect, test } from 'vitest';
import { overdueDays } from './register.ts';

test('逾期从应做日期的第二天算起，暂停的不算', () => {
  expect(overdueDays('running', '2014-10-31', '2014-11-03')).toBe(3);
  expect(overdueDays('running', '2014-11-03', '2014-11-03')).toBeUndefined();
  expect(overdueDays('paused', '2014-10-01', '2014-11-03')).toBeUndefined();
  expect(overdueDays('running', undefined, '2014-11-03')).toBeUndefined();
});
