import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chineseAmount, divideFen, fen, formatDifference, formatYuan, multiplyFen, parseYuan, plainYuan, roundFen, scaleFen, sumFen, yuan, type Fen,
} from './money.ts';

const anyFen = fc.integer({ min: -10_000_000_000_000, max: 10_000_000_000_000 }).map(fen);

describe('Fen', () => {
  it('refuses what is not a whole number of fen', () => {
    for (const value of [0.5, Number.NaN, Infinity, 2 ** 53]) expect(() => fen(value)).toThrow(RangeError);
    expect(Object.is(fen(-0), 0)).toBe(true);
  });
  it('takes yuan exact to the fen', () => {
    expect([yuan(533), yuan(0.1), yuan(1.15), yuan(-200.5), yuan(19.99)]).toEqual([53300, 10, 115, -20050, 1999]);
    for (const value of [0.1 + 0.2, 1.005, 1e21, Number.NaN]) expect(() => yuan(value)).toThrow(RangeError);
  });
  it('adds and multiplies only within exact numbers', () => {
    expect(sumFen([fen(1), fen(2), fen(-5)])).toBe(-2);
    expect(sumFen([])).toBe(0);
    expect(multiplyFen(yuan(533), 3)).toBe(159_900);
    expect(() => multiplyFen(fen(1), 0.5)).toThrow(RangeError);
    expect(() => sumFen([fen(Number.MAX_SAFE_INTEGER), fen(1)])).toThrow(RangeError);
  });
});

describe('parseYuan', () => {
  it.each([
    ['1,599.00', 159_900], ['620', 62_000], ['６２０', 62_000], ['620元', 62_000], ['￥1，599．5', 159_950], ['620元整', 62_000],
    [' 0.05 ', 5], ['−200.00', -20_000], ['-200', -20_000], ['+533.00', 53_300], ['\u3000620\u00A0', 62_000], ['0', 0], ['12345678.9', 1_234_567_890],
  ])('%s', (text, amount) => expect(parseYuan(text)).toBe(amount));
  it.each(['', '元', '1.234', '1,59.00', '1,2345', '6 20', '.5', '5.', '六百', '1e3', '--1', '1,,000', '620万', '99999999999999999999'])(
    'refuses %j',
    (text) => expect(parseYuan(text)).toBeUndefined(),
  );
  it('reads back what formatYuan, formatDifference and plainYuan write', () => {
    fc.assert(fc.property(anyFen, (amount) => {
      expect(parseYuan(formatYuan(amount))).toBe(amount);
      expect(parseYuan(formatDifference(amount))).toBe(amount);
      expect(parseYuan(plainYuan(amount))).toBe(amount);
    }));
  });
});

describe('writing', () => {
  it('groups thousands and uses the true minus sign', () => {
    expect(formatYuan(fen(159_900))).toBe('1,599.00');
    expect(formatYuan(fen(5))).toBe('0.05');
    expect(formatYuan(fen(-123_456_789))).toBe('\u22121,234,567.89');
    expect(formatYuan(fen(10_000_000))).toBe('100,000.00');
    expect(plainYuan(fen(-123_456_789))).toBe('-1234567.89');
  });
  it('signs a difference', () => {
    expect([formatDifference(yuan(533)), formatDifference(yuan(-200)), formatDifference(fen(0))]).toEqual(['+533.00', '\u2212200.00', '0.00']);
  });
});

describe('division and rounding', () => {
  it('rounds once, by magnitude', () => {
    expect(divideFen(yuan(1000), 3, 'half-up')).toBe(33_333);
    expect(divideFen(yuan(1000), 3, 'up')).toBe(33_334);
    expect(divideFen(fen(5), 2, 'half-up')).toBe(3);
    expect(divideFen(fen(-5), 2, 'half-up')).toBe(-3);
    expect(divideFen(fen(-5), 2, 'down')).toBe(-2);
    expect(divideFen(fen(5), -2, 'up')).toBe(-3);
    expect(() => divideFen(fen(5), 0, 'down')).toThrow(RangeError);
  });
  it('rounds to jiao and to whole yuan', () => {
    expect(scaleFen(yuan(1238), { numerator: 60, denominator: 100 }, { to: 'jiao', mode: 'half-up' })).toBe(74_280);
    expect(scaleFen(yuan(533), { numerator: 1016, denominator: 1000 }, { to: 'yuan', mode: 'up' })).toBe(54_200);
    expect(roundFen(yuan(533.4), { to: 'yuan', mode: 'up' })).toBe(53_400);
    expect(roundFen(yuan(533.4), { to: 'yuan', mode: 'half-up' })).toBe(53_300);
    expect(roundFen(yuan(533.05), { to: 'jiao', mode: 'half-up' })).toBe(53_310);
    expect(roundFen(yuan(533), { to: 'yuan', mode: 'up' })).toBe(53_300);
  });
  it('lies within one unit of the exact value, and 1/1 changes nothing', () => {
    fc.assert(fc.property(anyFen, fc.integer({ min: 1, max: 100_000 }), (amount, divisor) => {
      const down = divideFen(amount, divisor, 'down');
      const up = divideFen(amount, divisor, 'up');
      const near = divideFen(amount, divisor, 'half-up');
      expect(Math.abs(up) - Math.abs(down)).toBe(amount % divisor === 0 ? 0 : 1);
      expect([down, up]).toContain(near);
      expect(scaleFen(amount, { numerator: divisor, denominator: divisor }, 'down')).toBe(amount);
    }));
  });
  it('stays exact where floating point does not', () => {
    expect(scaleFen(fen(9_007_199_254_740_991), { numerator: 999_999, denominator: 999_999 }, 'down')).toBe(9_007_199_254_740_991);
  });
});

describe('大写金额', () => {
  it.each<[number, string]>([
    [0, '零元整'], [81_400, '捌佰壹拾肆元整'], [140_950, '壹仟肆佰零玖元伍角整'], [600_714, '陆仟零柒元壹角肆分'], [168_032, '壹仟陆佰捌拾元叁角贰分'],
    [10_700_053, '壹拾万零柒仟元伍角叁分'], [1_640_902, '壹万陆仟肆佰零玖元零贰分'], [32_504, '叁佰贰拾伍元零肆分'], [5, '伍分'], [50, '伍角整'],
    [55, '伍角伍分'], [1_000, '壹拾元整'], [1_000_000, '壹万元整'], [1_000_100, '壹万零壹元整'], [100_000_000_00, '壹亿元整'],
    [100_010_001_00, '壹亿零壹万零壹元整'], [100_000_001_00, '壹亿零壹元整'], [1_000_001_000_000_00, '壹万亿零壹佰万元整'],
    [1_000_100_000_000_00, '壹万零壹亿元整'], [20_100_000, '贰拾万零壹仟元整'], [-20_000, '负贰佰元整'], [-1, '负壹分'], [1_005, '壹拾元零伍分'],
  ])('%i 分 is %s', (amount, words) => expect(chineseAmount(fen(amount))).toBe(words));
  it('is different for different amounts and reads back', () => {
    fc.assert(fc.property(anyFen, (amount) => {
      expect(readChineseAmount(chineseAmount(amount))).toBe(amount);
    }));
  });
  it('never says 零 twice in a row, nor before 元, 万 or 亿', () => {
    fc.assert(fc.property(anyFen.filter((amount) => amount !== 0), (amount) => {
      expect(chineseAmount(amount)).not.toMatch(/零零|零[元万亿整角]|零$|亿万/);
    }));
  });
});

/** An independent reader of 大写金额, written from the meaning of the words. */
function readChineseAmount(words: string): Fen {
  const negative = words.startsWith('负');
  const [whole, fraction] = words.includes('元') ? words.replace('负', '').split('元') : ['', words.replace('负', '')];
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of whole ?? '') {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(character);
    const place = '拾佰仟'.indexOf(character);
    if (value >= 0) digit = value;
    else if (place >= 0) {
      section += digit * 10 ** (place + 1);
      digit = 0;
    } else if (character === '万') {
      total += (section + digit) * 10_000;
      section = digit = 0;
    } else {
      total = (total + section + digit) * 100_000_000;
      section = digit = 0;
    }
  }
  const jiao = /([壹贰叁肆伍陆柒捌玖])角/.exec(fraction ?? '')?.[1];
  const cents = /([壹贰叁肆伍陆柒捌玖])分/.exec(fraction ?? '')?.[1];
  const value = (text: string | undefined) => (text === undefined ? 0 : '零壹贰叁肆伍陆柒捌玖'.indexOf(text));
  const amount = (total + section + digit) * 100 + value(jiao) * 10 + value(cents);
  return fen(negative ? -amount : amount);
}
