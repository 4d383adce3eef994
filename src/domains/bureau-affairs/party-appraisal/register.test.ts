import { expect, test } from 'vitest';
import type { RecordAlongside } from '../../../kernel/contract/register.ts';
import { evidenceThere, scoreWithinWeight, selfDone, tableIsWhole } from './register.ts';
import { placeAsScored, placeOf, rateOf, stillOpen } from './standing.ts';

const entry = (values: Record<string, unknown>) => ({ entry: { of: 'scores', values } });

test('no score above the points of its item', () => {
  expect(scoreWithinWeight(entry({ weight: '10.0', selfScore: '10.0', score: '9.5' }))).toBeUndefined();
  expect(scoreWithinWeight(entry({ weight: '9.0', selfScore: '9.0', score: '10.0' }))).toContain('考评分高于');
  expect(scoreWithinWeight(entry({ weight: '9.0', selfScore: '9.5' }))).toContain('自评分高于');
  expect(scoreWithinWeight({})).toBeUndefined();
});

test('a table is scored only when its points make the full marks and nothing is left', () => {
  const values = { fullMarks: '100.0' };
  expect(tableIsWhole({ alongside: [], values, totals: { weightTotal: 100, items: 8, itemsScored: 8 } })).toBeUndefined();
  expect(tableIsWhole({ alongside: [], values, totals: { weightTotal: 95, items: 8, itemsScored: 8 } })).toContain('95分');
  expect(tableIsWhole({ alongside: [], values, totals: { weightTotal: 100, items: 8, itemsScored: 6 } })).toContain('还有2项');
  expect(tableIsWhole({ alongside: [], values: { ...values, takenScore: '91.5' }, totals: { items: 0 } })).toBeUndefined();
  expect(tableIsWhole({ alongside: [], values, totals: { items: 0 } })).toContain('0分');
});

test('points a branch gives itself have evidence; nothing is handed in without items', () => {
  expect(evidenceThere(entry({ selfScore: '9.0' }))).toContain('佐证');
  expect(evidenceThere(entry({ selfScore: '9.0', evidence: '见附件' }))).toBeUndefined();
  expect(evidenceThere(entry({ selfScore: '9.0', papers: [7] }))).toBeUndefined();
  expect(evidenceThere(entry({ selfScore: '0.0' }))).toBeUndefined();
  expect(selfDone({ values: { period: 'first-half' }, totals: { items: 0 } })).toContain('不能报送');
  expect(selfDone({ values: { period: 'year' }, totals: { items: 0 } })).toBeUndefined();
});

const sheet = (record: number, branch: number, period: string, score: number | undefined, state = 'scored'): RecordAlongside => ({ record, state, values: { branch, period, fullMarks: '100.0' }, totals: score === undefined ? { items: 0 } : { items: 8, scoreTotal: score } });
const own = (one: RecordAlongside, alongside: readonly RecordAlongside[]) => ({ values: one.values, totals: one.totals ?? {}, state: one.state, alongside });

test('places: equal points share one, other periods and sheets that are not judged do not count', () => {
  const others = [sheet(2, 2, 'first-half', 95), sheet(3, 3, 'first-half', 95), sheet(4, 4, 'first-half', 99, 'submitted'), sheet(5, 5, 'second-half', 100)];
  expect(placeOf(own(sheet(1, 1, 'first-half', 90), others))).toBe(3);
  expect(placeOf(own(sheet(1, 1, 'first-half', 95), others))).toBe(1);
  expect(placeOf(own(sheet(1, 1, 'first-half', 95, 'self'), others))).toBeUndefined();
  expect(stillOpen(own(sheet(1, 1, 'first-half', 90), others))).toBe(1);
  const confirming = (rank: number) => placeAsScored({ ...own(sheet(1, 1, 'first-half', 90, 'confirmed'), others), values: { branch: 1, period: 'first-half', fullMarks: '100.0', rank } });
  expect(confirming(3)).toBeUndefined();
  expect(confirming(2)).toContain('排在第3名，写的是第2名');
});

test('a year rests on its two halves, when both are judged', () => {
  const halves = [sheet(2, 1, 'first-half', 91), sheet(3, 1, 'second-half', 94)];
  const year = sheet(1, 1, 'year', undefined);
  expect(rateOf(year, halves)).toBe(92.5);
  expect(rateOf(year, halves.slice(1))).toBeUndefined();
  expect(tableIsWhole({ ...own(year, halves) })).toBeUndefined();
  expect(tableIsWhole({ ...own(year, halves.slice(1)) })).toContain('先考评上半年和下半年');
});
