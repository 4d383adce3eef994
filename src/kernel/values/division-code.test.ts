import { describe, expect, it } from 'vitest';
import { divisionCode, divisionCodeParts, divisionLevelOf, fullDivisionCode, parseDivisionCode } from './division-code.ts';

describe('a division code', () => {
  it.each([
    ['440000', 'province'], ['440100', 'city'], ['440106', 'county'], ['440106002', 'town'], ['440106002001', 'village'], ['442000', 'city'],
    ['442000001', 'town'], ['442000001001', 'village'], ['440106000000', 'county'], ['440000000', 'province'],
  ])('%s is a %s', (text, level) => expect(divisionLevelOf(divisionCode(text))).toBe(level));
  it.each(['44', '4401', '44010600', '0440106', '040106', '440006', '440000001', '440106000001', '44010A', '440106002001001', ''])('refuses %j', (text) => {
    expect(parseDivisionCode(text)).toBeUndefined();
    expect(() => divisionCode(text)).toThrow(RangeError);
  });
  it('is taken apart', () => {
    expect(divisionCodeParts(divisionCode('440106002001'))).toEqual({
      province: '440000', city: '440100', county: '440106', town: '440106002', village: '440106002001',
    });
    expect(divisionCodeParts(divisionCode('442000001'))).toEqual({ province: '440000', city: '442000', town: '442000001' });
    expect(divisionCodeParts(divisionCode('440000'))).toEqual({ province: '440000' });
    expect(fullDivisionCode(divisionCode('442000'))).toBe('442000000000');
  });
});
