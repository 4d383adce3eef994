import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { qrCode } from './qr-code.ts';

const words = (text: string): string => qrCode(text).map((row) => row.map((on) => (on ? '1' : '0')).join('')).join('\n');

test('the drawing that a scanner read back as this text stays as it is', () => {
  expect(createHash('sha256').update(words('https://mz.example/follow?number=ZS-QZ-2014-000001&code=ABC345')).digest('hex')).toBe('f6a715339b5fab70bdfbe7dab85b3363a7b9c76a34aa2508f739aa91928039cf');
});

test('the three finders stand in their corners; the size grows with the text; too long is refused', () => {
  const rows = words('中山').split('\n');
  expect(rows.length).toBe(21);
  for (const corner of [rows[0]?.slice(0, 7), rows[0]?.slice(-7), rows.at(-1)?.slice(0, 7)]) expect(corner).toBe('1111111');
  expect(qrCode('a'.repeat(213)).length).toBe(57);
  expect(() => qrCode('a'.repeat(214))).toThrow(RangeError);
});
