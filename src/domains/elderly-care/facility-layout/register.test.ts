import { describe, expect, it } from 'vitest';
import { beyondRadius } from './register.ts';

describe('a gap in the service radius', () => {
  it('is as wide as the way beyond the radius', () => {
    expect(beyondRadius({ values: { nearest: 2600, radius: 1000 } })).toBe(1600);
    expect(beyondRadius({ values: { nearest: 1000, radius: 1000 } })).toBeUndefined();
    expect(beyondRadius({ values: { radius: 1000 } })).toBeUndefined();
  });
});
