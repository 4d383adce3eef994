import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCommonPassword } from './common-passwords.ts';
import { judgePassword } from './judge-password.ts';
import { makeOneTimePassword } from './one-time-password.ts';
import { ruleSources, rulesOn } from './sign-in-rules.ts';

const rules = rulesOn('2026-11-22');
const clerk = { kind: 'staff', login: 'shiqi', name: '刘志敏', pinyin: 'liuzhimin' } as const;
const granny = { kind: 'resident', login: 'chen', name: '陈秀英', pinyin: 'chenxiuying', birthDate: '1958-01-08', phone: '13800000021' } as const;

describe('居民的密码', () => {
  test.each(['门前那棵大榕树下', '每天早上去买豆腐花', 'doufuhua tianmi', '8 点半去公园打太极'])('好记的一句话就行：%s', (password) => { expect(judgePassword(password, granny, rules)).toEqual([]); });
  test.each([['豆腐花', '太短'], ['12345678', '太常见'], ['88888888', '太常见'], ['19580108', '生日'], ['陈秀英陈秀英12', '名字'], ['13800000021', '电话'], ['chenxiuying1', '名字']])('%s：%s', (password, because) => {
    expect(judgePassword(password, granny, rules).join()).toContain(because);
  });
});

describe('工作人员的密码', () => {
  test.each(['Shan-gao 月小 水落', '榕树 banyan 1893', 'correct horse battery staple', '三角梅开满了旧民政局那面朝南的红砖墙'])('%s 可以', (password) => { expect(judgePassword(password, clerk, rules)).toEqual([]); });
  test.each([['short1', '太短'], ['onlyletters', '一种字符'], ['shiqi-2014', '账号'], ['minzheng-2014', '太常见'], ['Password123', '太常见'], ['qwer123456', '太常见'], ['刘志敏2014012', '名字']])('%s：%s', (password, because) => {
    expect(judgePassword(password, clerk, rules).join()).toContain(because);
  });
});

test('有止境的循环、连着的键、日期都算常见；随便一句话不算', () => {
  for (const word of ['abababab', '123123123', '20140101', '1qaz2wsx', 'woaini1314', 'abcd1234']) expect(isCommonPassword(word), word).toBe(true);
  for (const word of ['门前那棵大榕树', 'tofuflower', 'k7mq3vtd9hxr']) expect(isCommonPassword(word), word).toBe(false);
});

test('一次性密码自己过得了规则，也不会两次一样', () => {
  const made = Array.from({ length: 200 }, () => [makeOneTimePassword('staff'), makeOneTimePassword('resident')]).flat();
  expect(new Set(made).size).toBe(made.length);
  for (const password of made) expect(password).not.toMatch(/[01loi]/);
});

test('随便什么字都有答复，不出错', () => { fc.assert(fc.property(fc.string({ maxLength: 200 }), (password) => { judgePassword(password, granny, rules); judgePassword(password, clerk, rules); })); });

test('每个数都写着依据；数是本系统自己定的就照说', () => {
  expect(Object.keys(ruleSources).toSorted()).toEqual(Object.keys(rules).filter((key) => key !== 'from').toSorted());
  for (const source of Object.values(ruleSources)) expect(source.clause).toMatch(/^8\.1\.4\.\d .+ [a-f]\)$/);
});
