import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawLot, isDrawn } from './draw-lot.ts';

const seed = Buffer.alloc(32, 7);

test('the same seed and subject give the same lot for ever; another of either gives another', () => {
  // worked out apart: sha256 of 64 hex digits, a line break and the number; first 12 hex digits over 16^12, times a million
  expect(drawLot(seed, 'GZ-DB-2024-000001')).toBe(drawLot(Buffer.from(seed), 'GZ-DB-2024-000001'));
  expect(drawLot(seed, 'GZ-DB-2024-000001')).not.toBe(drawLot(seed, 'GZ-DB-2024-000002'));
  expect(drawLot(seed, 'GZ-DB-2024-000001')).not.toBe(drawLot(Buffer.alloc(32, 8), 'GZ-DB-2024-000001'));
});

test('a known lot, so that a change of the rule is seen', () => {
  expect([1, 2, 3].map((n) => drawLot(seed, `GZ-DB-2024-00000${n}`))).toEqual([229351, 804337, 720932]);
});

test('0 draws nobody, 1 everybody, and a share about as many as it says', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.string(), (bytes, subject) => {
    const lot = drawLot(Buffer.from(bytes), subject);
    return lot >= 0 && lot < 1_000_000 && !isDrawn(lot, '0') && isDrawn(lot, '1');
  }));
  const drawn = Array.from({ length: 10_000 }, (_unused, at) => isDrawn(drawLot(seed, `GZ-DB-2024-${at}`), '0.3')).filter(Boolean).length;
  expect(drawn).toBeGreaterThan(2_800);
  expect(drawn).toBeLessThan(3_200);
});
