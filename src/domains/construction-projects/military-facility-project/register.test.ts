import { expect, test } from 'vitest';
import { addsWhatItIs, preliminaryDone } from './register.ts';

test('preliminary work is done when every paper of the project’s own list is there', () => {
  const values = { stepsNeeded: ['approval', 'planning', 'construction-permit'] };
  expect(preliminaryDone({ values, totals: { stepsDone: 3 } })).toBeUndefined();
  expect(preliminaryDone({ values, totals: { stepsDone: 1 } })).toContain('还缺2项');
  expect(preliminaryDone({ values: {}, totals: { stepsDone: 1 } })).toContain('请先选');
});

test('a supply station adds meals, a martyrs’ park its ground', () => {
  expect(addsWhatItIs({ values: { house: 'supply-station', memorialArea: '900' } })).toContain('每餐');
  expect(addsWhatItIs({ values: { house: 'supply-station', mealsPerSitting: 800 } })).toBeUndefined();
  expect(addsWhatItIs({ values: { house: 'martyrs-park' } })).toContain('占地');
  expect(addsWhatItIs({ values: { house: 'martyrs-park', memorialArea: '1200.5' } })).toBeUndefined();
});
