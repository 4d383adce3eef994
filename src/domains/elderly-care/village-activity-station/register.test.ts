import { describe, expect, it } from 'vitest';
import { acceptedByInspection } from './register.ts';

describe('acceptance of a station', () => {
  it('needs an inspection that was passed', () => {
    expect(acceptedByInspection({ totals: { inspectionCount: 1, passedInspections: 0 } })).toContain('验收');
    expect(acceptedByInspection({ totals: { inspectionCount: 2, passedInspections: 1 } })).toBeUndefined();
  });
});
