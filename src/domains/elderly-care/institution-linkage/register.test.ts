import { describe, expect, it } from 'vitest';
import { timesNotFewerThanPersons } from './register.ts';

describe('outreach of a home', () => {
  it('serves a person at least once', () => {
    expect(timesNotFewerThanPersons({ entry: { of: 'outreach', values: { persons: 12, times: 8 } } })).toContain('人次');
    expect(timesNotFewerThanPersons({ entry: { of: 'outreach', values: { persons: 12, times: 12 } } })).toBeUndefined();
  });
});
