import { expect, test } from 'vitest';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { charityEducationProject } from './project.register.ts';

const hours = (students: number, hoursEach: string, personHours: string): string | undefined => {
  const rule = charityEducationProject.checks?.find((check) => check.id === 'hours-add-up')?.test;
  if (typeof rule !== 'function') throw new Error('no rule');
  return rule({ values: {}, totals: {}, alongside: [], state: 'running', today: plainDate('2014-11-03'), entry: { of: 'sessions', values: { students, hoursEach, personHours } } });
};

test('合计时数 = 人数 × 每人时数，小数不失准', () => {
  expect(hours(3, '0.1', '0.3')).toBeUndefined();
  expect(hours(45, '2.5', '112.5')).toBeUndefined();
  expect(hours(45, '2.5', '112')).toContain('112.5');
});
