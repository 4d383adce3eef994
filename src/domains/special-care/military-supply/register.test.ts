import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { militarySupplyTask } from './register.ts';

const checked = (totals: Record<string, number | string | null>): string | undefined => {
  const rule = militarySupplyTask.checks?.find((check) => check.id === 'checked')?.test;
  if (typeof rule !== 'function') throw new Error('no rule');
  return rule({ values: {}, totals, alongside: [], state: 'ready', today: plainDate('2014-11-03') });
};

test('就绪前人员、主副食、食品卫生都查过', () => {
  expect(checked({})).toBe('备勤检查还没有查人员、主副食、食品卫生。');
  expect(checked({ staffReady: 1, foodReady: 2, hygieneReady: 0 })).toBe('备勤检查还没有查食品卫生。');
  expect(checked({ staffReady: 1, foodReady: 1, hygieneReady: 1 })).toBeUndefined();
});
