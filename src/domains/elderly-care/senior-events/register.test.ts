import { describe, expect, it } from 'vitest';
import { editionFollows } from './register.ts';

describe('the number of an edition', () => {
  it('follows the last one', () => {
    expect(editionFollows({ values: { edition: 21, lastEdition: 20 } })).toBeUndefined();
    expect(editionFollows({ values: { edition: 1, lastEdition: 0 } })).toBeUndefined();
    expect(editionFollows({ values: { edition: 22, lastEdition: 20 } })).toBe('上一届是第 20 届，这一届应是第 21 届。');
    expect(editionFollows({ values: { edition: 2, lastEdition: 0 } })).toContain('首届');
  });
});
