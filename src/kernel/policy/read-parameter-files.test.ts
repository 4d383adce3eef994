import { expect, test } from 'vitest';
import type { Parameter } from '../contract/parameter.ts';
import { readParameterFile } from './read-parameter-files.ts';

const parameters: Parameter[] = [
  { id: 'standard', title: '低保标准', unit: '元/人·月', kind: 'money' },
  { id: 'window', title: '收入核算期', unit: '个月', kind: 'months' },
];
const read = (content: string) => readParameterFile('parameters/a.yaml', content, parameters);
const entry = (lines: string) => `parameters:\n  standard:\n    - { division: "442000", from: 2014-01-01, to: null, ${lines} }\n`;

test('元变成分，文号没有就是 null，缺口带原因', () => {
  expect(read(entry('value: 533.5, document: { title: 通知, number: null, readIn: 年度总结 }'))).toEqual([
    { is: 'value', parameter: 'standard', division: '442000', from: '2014-01-01', to: null, value: 53350, document: { title: '通知', number: null, readIn: '年度总结' } },
  ]);
  expect(read(entry('gap: 没有见到文件'))).toMatchObject([{ is: 'gap', reason: '没有见到文件' }]);
});

test('演示文件里的每个数都带演示标记', () => {
  expect(read(`demo: true\n${entry('value: 1, document: { title: 演示值, number: null }')}`)).toMatchObject([{ demo: true }]);
});

test.each([
  ['没有出处', 'value: 533', /a\.yaml：parameters\.standard\.0\.document：每个数都要写出自哪个文件/],
  ['又有数又有缺口', 'value: 533, gap: 无, document: { title: 通知, number: null }', /只写一样/],
  ['半分钱', 'value: 0.005, document: { title: 通知, number: null }', /不是准到分的金额/],
  ['没有写文号', 'value: 1, document: { title: 通知 }', /parameters\.standard\.0\.document/],
  ['写错的键', 'value: 1, documents: 1', /parameters\.standard\.0/],
])('拒绝并说出文件、位置和改法：%s', (_, lines, sentence) => {
  expect(() => read(entry(lines))).toThrow(sentence);
});

test('拒绝没有的日期、没有引号的地区代码、没有声明的参数', () => {
  expect(() => read(entry('gap: 无').replace('2014-01-01', '2014-02-30'))).toThrow(/standard\.0\.from：写成 2014-01-01/);
  expect(() => read(entry('gap: 无').replace('"442000"', '442000'))).toThrow(/地区代码要加引号/);
  expect(() => read(entry('gap: 无').replace('standard:', 'standrad:'))).toThrow(/没有声明这个参数/);
});
