import { describe, expect, it } from 'vitest';
import { measureReach } from './measure-radius.ts';

const community = { lon: 113.4, lat: 22.5 };
const north = (degrees: number, radius: number, title: string) => ({ lon: 113.4, lat: 22.5 + degrees, radius, title });

describe('a community and the homes around it', () => {
  it('is reached within the radius, the circle itself included', () => {
    expect(measureReach(community, [north(0.01, 1112, '甲')])).toEqual({ facility: '甲', metres: 1112, radius: 1112, beyond: 0 });
    expect(measureReach(community, [north(0.01, 1000, '甲')])).toMatchObject({ metres: 1112, beyond: 112 });
  });
  it('is served by the home that reaches it, not by the nearest that does not', () => {
    expect(measureReach(community, [north(0.02, 500, '近'), north(0.04, 5000, '远')])).toMatchObject({ facility: '远', beyond: 0 });
  });
  it('cannot be measured without any home', () => { expect(measureReach(community, [])).toBeUndefined(); });
});
