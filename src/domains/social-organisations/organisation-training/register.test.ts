import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { organisationTraining } from './register.ts';

test('没有到课的不发证书', () => {
  const rule = organisationTraining.checks?.find((one) => one.id === 'certificate-for-who-came');
  if (typeof rule?.test !== 'function') throw new Error('certificate-for-who-came');
  const seen = { values: {}, totals: {}, state: 'held', today: plainDate('2014-11-03') };
  expect(rule.test({ ...seen, entry: { of: 'attendance', values: { came: false, certificate: '1' } } })).toBeDefined();
  expect(rule.test({ ...seen, entry: { of: 'attendance', values: { came: true, certificate: '1' } } })).toBeUndefined();
  expect(rule.test({ ...seen, entry: { of: 'attendance', values: { came: false } } })).toBeUndefined();
});
