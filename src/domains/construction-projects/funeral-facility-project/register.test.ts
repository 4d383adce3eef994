import { expect, test } from 'vitest';
import { capacityOnOpening } from './register.ts';

test('a house in use adds something that can be counted', () => {
  expect(capacityOnOpening({ values: {} })).toContain('至少一项');
  expect(capacityOnOpening({ values: { niches: 0, furnaces: 0 } })).toContain('至少一项');
  expect(capacityOnOpening({ values: { niches: 0, furnaces: 4 } })).toBeUndefined();
});
