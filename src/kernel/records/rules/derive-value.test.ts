import { expect, it } from 'vitest';
import { plainDate } from '../../values/plain-date.ts';
import { deriveValue } from './derive-value.ts';

const seen = { values: { beds: 40, area: '12.50', until: '2014-11-30', began: '2014-11-01' }, totals: { taken: 30 }, alongside: [], state: 'open', today: plainDate('2014-11-03') };

it('比率、差、还剩几天；没写的和除以零的不说', () => {
  expect(deriveValue({ kind: 'number', value: { ratio: 'taken', over: 'beds', percent: true } }, seen)).toBe(75);
  expect(deriveValue({ kind: 'number', value: { ratio: 'beds', over: 'area', decimals: 2 } }, seen)).toBe(3.2);
  expect(deriveValue({ kind: 'integer', value: { difference: 'beds', minus: 'taken' } }, seen)).toBe(10);
  expect(deriveValue({ kind: 'integer', value: { difference: 'until', minus: 'began' } }, seen)).toBe(29);
  expect(deriveValue({ kind: 'integer', value: { daysUntil: 'until' } }, seen)).toBe(27);
  expect(deriveValue({ kind: 'number', value: { ratio: 'taken', over: 'nothing' } }, seen)).toBeUndefined();
  expect(deriveValue({ kind: 'number', value: { ratio: 'taken', over: 'beds' } }, { ...seen, values: { beds: 0 } })).toBeUndefined();
});
