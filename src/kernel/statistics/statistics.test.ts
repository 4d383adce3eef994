import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '../values/plain-date.ts';
import { readCatalogue, type ReportedFigure } from './catalogue.ts';
import { showValue, takeSums, toPart, type Figure } from './figure.ts';
import { judgeFigure } from './judge-figure.ts';
import { toPublicFigure } from './public-figure.ts';

const ratio = { kind: 'ratio', measures: 'fen', rounding: { decimals: 2 } } as const;
const count = { kind: 'stock', measures: 'count' } as const;
const sums = (rows: number, measure = rows, weight = 0) => ({ rows, measure, weight });

test('a ratio is rounded half up in whole numbers; without a denominator there is no number', () => {
  expect(showValue(ratio, sums(1, 400_000, 12))).toBe(333.33);
  expect(showValue(ratio, sums(1, 201, 200))).toBe(0.01);
  expect(showValue(ratio, sums(1, 100, 200))).toBe(0.01);
  expect(showValue(ratio, sums(1, -100, 200))).toBe(-0.01);
  expect(showValue(ratio, sums(0, 0, 0))).toBeNull();
  expect(showValue({ kind: 'flow', measures: 'fen' }, sums(1, 432_205))).toBe(4322.05);
  expect(takeSums(sums(3), sums(4))).toEqual(sums(0));
});

describe('a printed figure and ours', () => {
  const printed = (more: Partial<ReportedFigure>): ReportedFigure => ({ id: 'x', quote: '', indicator: '', value: 380, unit: '元/人·月', kind: 'ratio', period: '2014', area: '中山市', derive: '', system: 'S001', ...more });
  test('whole numbers, roundings, and 多', () => {
    expect(judgeFigure(printed({}), 380).relation).toBe('holds');
    expect(judgeFigure(printed({}), 380.49).relation).toBe('holds');
    expect(judgeFigure(printed({}), 380.5).relation).toBe('differs');
    expect(judgeFigure(printed({ value: 4880, unit: '户' }), 4879)).toEqual({ relation: 'differs', because: '比报告少 1 户。' });
    const above = printed({ value: 44_000_000, unit: '元', approx: true, approx_dir: 'above', precision: 10_000 });
    expect([43_999_999.99, 44_000_000, 44_999_999.99, 45_000_000].map((n) => judgeFigure(above, n).relation)).toEqual(['differs', 'holds', 'holds', 'differs']);
    expect(judgeFigure(printed({}), null).relation).toBe('no-value');
  });
  test('the catalogue and its relations are read', () => {
    const { figures, relations } = readCatalogue();
    expect(figures).toHaveLength(456);
    expect(relations.find((r) => r.figures.includes('zs2014-042'))?.result).toMatch(/TENSION/);
  });
});

describe('what the public may see', () => {
  const figureOf = (towns: readonly number[]): Figure => ({
    indicator: { id: 'x', title: '人数', unit: '人', kind: 'stock', definition: '' }, from: '2014-10-31' as PlainDate, to: '2014-11-01' as PlainDate, known: 1, division: null,
    all: toPart(count, sums(towns.reduce((a, b) => a + b, 0))), urban: toPart(count, sums(0)), rural: toPart(count, sums(0)), outside: sums(0),
    breakdown: towns.map((n, id) => ({ place: { id, code: String(id), name: `镇${id}` }, all: toPart(count, sums(n)), urban: toPart(count, sums(0)), rural: toPart(count, sums(0)) })),
  });
  test('no small count is shown, nor left to be worked out', () => {
    fc.assert(fc.property(fc.array(fc.nat(40), { maxLength: 8 }), fc.integer({ min: 2, max: 10 }), (towns, smallest) => {
      const shown = toPublicFigure(figureOf(towns), smallest);
      const hidden = towns.filter((_, at) => shown.breakdown[at]?.value === null);
      for (const [at, n] of towns.entries()) {
        const value = shown.breakdown[at]?.value;
        expect(value === null || value === n).toBe(true);
        if (n > 0 && n < smallest) expect(value).toBeNull();
      }
      // one hidden number beside a total would be no secret
      if (hidden.length === 1) expect(shown.all === null || towns.filter((n) => n > 0).length === 1).toBe(true);
    }));
  });
});
