import { describe, expect, it } from 'vitest';
import { distanceInMetres } from './distance.ts';

describe('the way between two points', () => {
  it('is nothing from a point to itself, and the same both ways', () => {
    const [zhongshan, guangzhou] = [{ lon: 113.382, lat: 22.521 }, { lon: 113.264, lat: 23.129 }];
    expect(distanceInMetres(zhongshan, zhongshan)).toBe(0);
    expect(distanceInMetres(zhongshan, guangzhou)).toBe(distanceInMetres(guangzhou, zhongshan));
  });
  it('is 111.2 km for a degree northwards, and narrower eastwards', () => {
    expect(distanceInMetres({ lon: 113, lat: 22 }, { lon: 113, lat: 23 })).toBe(111_195);
    expect(distanceInMetres({ lon: 113, lat: 60 }, { lon: 114, lat: 60 })).toBeCloseTo(111_195 / 2, -2);
  });
});
