import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dayInput, divisionInput, monthInput } from '../contract/door-fields.ts';
import { checkInput } from './check-input.ts';

const schema = z.strictObject({ said: z.string(), more: z.unknown().optional() });
const codes = (body: unknown): string[] => { const checked = checkInput(schema, body); return checked.ok ? [] : checked.fields.map((field) => `${field.path} ${field.code}`); };

describe('what no door can keep is named as a field, before the database refuses it', () => {
  test('ordinary words, rare characters and emoji pass', () => { expect(codes({ said: '𠮷野家 👨‍👩‍👧 情况属实' })).toEqual([]); });
  test('U+0000', () => { expect(codes({ said: 'a\u0000b' })).toEqual(['said field.characters']); });
  test('half a character, also deep inside what the schema does not look into', () => { expect(codes({ said: 'x', more: { note: ['尾\uD800'] } })).toEqual(['more.note.0 field.characters']); });
  test('a key with U+0000', () => { expect(codes({ said: 'x', more: { 'a\u0000': 1 } })).toEqual(['more field.unknown']); });
  test('endless nesting', () => {
    let deep: unknown = 1;
    for (let at = 0; at < 5000; at += 1) deep = [deep];
    expect(codes({ said: 'x', more: deep })).toEqual(['more.0.0 field.type']);
  });
});

describe('days, months and divisions at a door', () => {
  const takes = (one: z.ZodType, value: unknown): boolean => one.safeParse(value).success;
  test.each(['2014-02-30', '0000-01-01', '9999-12-31', '2014-2-3', '10000-01-01'])('no day: %s', (text) => { expect(takes(dayInput, text)).toBe(false); });
  test.each(['0384-78', '0000-01', '2014-13', '9999-12'])('no month: %s', (text) => { expect(takes(monthInput, text)).toBe(false); });
  test('what exists is taken', () => { expect([takes(dayInput, '2016-02-29'), takes(monthInput, '2014-11'), takes(divisionInput, 7)]).toEqual([true, true, true]); });
  test.each([2 ** 31, -1, 0, 1.5])('no division: %s', (id) => { expect(takes(divisionInput, id)).toBe(false); });
});
