import { expect, it } from 'vitest';
import { bridgeBars } from './bridge-bar.tsx';

it('每一条从上一条停的地方起，全都在宽度以内', () => {
  const bars = bridgeBars([9404, -5213, 2132, -4797, 1385, -2118, 1628, -600], 220);
  expect(bars[0]).toMatchObject({ x: 0, up: true });
  expect(bars[0]?.end).toBeCloseTo(220);
  bars.forEach((bar, at) => {
    expect(bar.x).toBeGreaterThanOrEqual(-1e-9);
    expect(bar.x + bar.width).toBeLessThanOrEqual(221);
    if (at > 0) expect([bar.x, bar.x + bar.width].some((edge) => Math.abs(edge - (bars[at - 1]?.end ?? 0)) < 1e-6)).toBe(true);
  });
});

it('没有变化的月份也画得出来', () => {
  expect(bridgeBars([0], 220)).toEqual([{ x: 0, width: 1, end: 0, up: true }]);
});
