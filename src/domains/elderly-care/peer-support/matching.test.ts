import { describe, expect, it } from 'vitest';
import { rankHelpers, readPoint, type Elder, type Helper } from './matching.ts';

const elder: Elder = { person: 1, division: 7, point: { lon: 113.38, lat: 22.52 }, wishes: ['shopping', 'escort'], limit: 800 };
const helper = (record: number, more: Partial<Helper>): Helper => ({ record, person: record + 100, division: 8, point: { lon: 113.38, lat: 22.52 }, skills: [], limit: null, pairs: 0, most: null, ...more });
const ranked = (of: Elder, ...helpers: Helper[]): number[] => rankHelpers(of, helpers).map((one) => one.helper.record);

describe('who looks in on whom', () => {
  it('a point as a register keeps it', () => {
    expect(readPoint('113.38,22.52')).toEqual({ lon: 113.38, lat: 22.52 });
    expect(readPoint(undefined)).toBeNull();
  });
  it('the nearest first, within what both accept', () => {
    expect(ranked(elder, helper(1, { point: { lon: 113.38, lat: 22.525 } }), helper(2, { point: { lon: 113.38, lat: 22.521 } }), helper(3, { point: { lon: 113.38, lat: 22.528 } }))).toEqual([2, 1]);
    expect(ranked(elder, helper(1, { point: { lon: 113.38, lat: 22.525 }, limit: 500 }))).toEqual([]);
  });
  it('the same community where a point is not known, and after those whose distance is', () => {
    expect(ranked(elder, helper(1, { point: null }), helper(2, { point: null, division: 7 }), helper(3, { point: { lon: 113.38, lat: 22.526 } }))).toEqual([3, 2]);
    expect(ranked({ ...elder, point: null }, helper(1, {}), helper(2, { division: 7 }))).toEqual([2]);
  });
  it('who can do more of what is wished, who has fewer pairs; not himself, nobody who has enough', () => {
    expect(ranked(elder, helper(1, { skills: ['company'] }), helper(2, { skills: ['shopping', 'escort'] }), helper(3, { pairs: 1 }), helper(4, { pairs: 2, most: 2 }), helper(5, { person: 1 }))).toEqual([2, 1, 3]);
  });
});
