import { expect, it } from 'vitest';
import { wasKnown } from './known-on.ts';

it('后来才知道的，当时还没有；后来更正的，当时还算数', () => {
  const record = { knownOn: '2014-11-10', correctedOn: '2014-12-01' };
  expect(wasKnown(record, '2014-11-09')).toBe(false);
  expect(wasKnown(record, '2014-11-10')).toBe(true);
  expect(wasKnown(record, '2014-12-01')).toBe(false);
  expect(wasKnown(record, null)).toBe(false);
  expect(wasKnown({ knownOn: null, correctedOn: null }, '1990-01-01')).toBe(true);
});
