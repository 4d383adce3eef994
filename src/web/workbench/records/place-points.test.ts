import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterPoints, extentOf, linesBetween, placePoints, scaleBar, scaleOf, stepOver } from './place-points.ts';

const points = fc.array(fc.record({ lon: fc.double({ min: 113, max: 113.8, noNaN: true }), lat: fc.double({ min: 22.1, max: 22.8, noNaN: true }) }), { minLength: 1, maxLength: 60 });

test('每个点都落在纸上，一个不少，也不会数两次', () => {
  fc.assert(fc.property(points, (all) => {
    const placed = placePoints(all, extentOf(all), 900, 560);
    for (const { x, y } of placed) { expect(x).toBeGreaterThanOrEqual(0); expect(x).toBeLessThanOrEqual(900); expect(y).toBeGreaterThanOrEqual(0); expect(y).toBeLessThanOrEqual(560); }
    expect(clusterPoints(placed, 30).flatMap((cluster) => cluster.points).length).toBe(all.length);
  }));
});
test('北在上，东在右；比例尺照实', () => {
  const extent = { west: 113, east: 114, south: 22, north: 23 };
  const [low, high] = placePoints([{ lon: 113.2, lat: 22.2 }, { lon: 113.8, lat: 22.8 }], extent, 600, 600);
  expect((high?.x ?? 0) > (low?.x ?? 0) && (high?.y ?? 0) < (low?.y ?? 0)).toBe(true);
  const { km, pixels } = scaleBar(scaleOf(extent, 600, 600));
  expect(pixels / km).toBeCloseTo(600 / 111.2, 5);
  expect(linesBetween(113.01, 113.59, stepOver(0.58))).toEqual([113.1, 113.2, 113.3, 113.4, 113.5]);
});
