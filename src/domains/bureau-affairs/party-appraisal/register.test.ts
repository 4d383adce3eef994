import { expect, test } from 'vitest';
import { scoreWithinWeight, tableIsWhole } from './register.ts';

const entry = (values: Record<string, unknown>) => ({ entry: { of: 'scores', values } });

test('no score above the points of its item', () => {
  expect(scoreWithinWeight(entry({ weight: '10.0', selfScore: '10.0', score: '9.5' }))).toBeUndefined();
  expect(scoreWithinWeight(entry({ weight: '9.0', selfScore: '9.0', score: '10.0' }))).toContain('考评分高于');
  expect(scoreWithinWeight(entry({ weight: '9.0', selfScore: '9.5' }))).toContain('自评分高于');
  expect(scoreWithinWeight({})).toBeUndefined();
});

test('a table is scored only when its points make the full marks and nothing is left', () => {
  const values = { fullMarks: '100.0' };
  expect(tableIsWhole({ values, totals: { weightTotal: 100, items: 8, itemsScored: 8 } })).toBeUndefined();
  expect(tableIsWhole({ values, totals: { weightTotal: 95, items: 8, itemsScored: 8 } })).toContain('95分');
  expect(tableIsWhole({ values, totals: { weightTotal: 100, items: 8, itemsScored: 6 } })).toContain('还有2项');
  expect(tableIsWhole({ values: { ...values, takenScore: '91.5' }, totals: { items: 0 } })).toBeUndefined();
  expect(tableIsWhole({ values, totals: { items: 0 } })).toContain('0分');
});
