import { describe, expect, it } from 'vitest';
import { hasRareCharacter, normaliseDigits, trimAll } from './chinese-text.ts';
import { maskName } from './name-mask.ts';
import { namePinyin } from './pinyin.ts';

describe('text as written', () => {
  it('gets half-width digits and nothing else', () => {
    expect(normaliseDigits('０１２３４５６７８９元，Ａ')).toBe('0123456789元，Ａ');
  });
  it('loses spaces of every kind at its ends only', () => {
    expect(trimAll('\uFEFF\u3000 \u00A0张 三\t\u200B\r\n')).toBe('张 三');
    expect(trimAll('\u3000\u200B')).toBe('');
  });
  it.each([['张三', false], ['㛃䶮', false], ['〇々', false], ['Li', false], ['𠅤明', true], ['王𬀩', true], ['刘\uE863', true], ['\u{F0000}', true], ['\uF9D1', true]])(
    'rare in %s: %s',
    (text, rare) => expect(hasRareCharacter(text)).toBe(rare),
  );
});

describe('maskName', () => {
  it.each([
    ['张小三', '张*三'], ['李四', '李*'], ['欧阳小生', '欧**生'], ['王', '王'], ['', ''], [' 李四 ', '李*'], ['买买提·吐尔逊', '买**逊'], ['𠅤小明', '𠅤*明'],
  ])('%s is shown as %s', (name, masked) => expect(maskName(name)).toBe(masked));
});

describe('namePinyin', () => {
  it.each([
    ['张三', 'zhangsan', 'zs'], ['单雄信', 'shanxiongxin', 'sxx'], ['仇英', 'qiuying', 'qy'], ['解晓东', 'xiexiaodong', 'xxd'], ['尉迟恭', 'yuchigong', 'ycg'],
    ['曾国藩', 'zengguofan', 'zgf'], ['区永权', 'ouyongquan', 'oyq'], ['吕布', 'lvbu', 'lb'], ['阿依古丽·买买提', 'ayigulimaimaiti', 'ayglmmt'],
    ['Ｍａｒｙ 陈', 'marychen', 'maryc'], ['', '', ''],
  ])('%s', (name, full, initials) => expect(namePinyin(name)).toMatchObject({ full, initials }));
  it('keeps a character it cannot read', () => {
    expect(namePinyin('刘\uE863').full).toBe('liu\uE863');
  });
  it('gives a syllable for each character', () => {
    expect(namePinyin('尉迟恭').syllables).toEqual(['yu', 'chi', 'gong']);
  });
});
