import { expect, it } from 'vitest';
import type { Form } from '../../kernel/contract/form.ts';
import { checkForm } from './check-form.ts';
import { errorLine, yesNoWords } from './form-values.ts';
import { readWritten, writeValue } from './read-written.ts';

const FORM: Form = {
  id: 't', title: '申请', sections: [{ id: 's', title: '收入', fields: [
    { key: 'works', title: '有收入吗？', kind: 'yes-no', required: true },
    { key: 'six', title: '一共拿到多少？', kind: 'money', required: true, showIf: { key: 'works', equals: true }, min: 0 },
    { key: 'id', title: '身份证号', kind: 'id-card' },
    { key: 'members', title: '家人', kind: 'list', item: [{ key: 'name', title: '姓名', kind: 'person-name', required: true }] },
  ] }],
};
const errors = (values: Parameters<typeof checkForm>[1]) => checkForm(FORM, values).map((error) => `${error.path} ${error.sentence}`);

it('没有选、没有写、看不懂，各有各的话', () => {
  expect(errors({})).toEqual(['works 这一题还没有选。']);
  expect(errors({ works: true })).toEqual(['six 还没有写。没有的话，写 0。']);
  expect(errors({ works: true, six: '没有' })).toEqual(['six 这里要写数字。没有的话，写 0。']);
  expect(errors({ works: true, six: -100 })).toEqual(['six 不能少于 0.00 元。']);
});

it('不问的不查；0 和“没有”都是答案', () => {
  expect(errors({ works: false, six: '没有' })).toEqual([]);
  expect(errors({ works: true, six: 0 })).toEqual([]);
});

it('身份证号差一位说现在几位，校验位不对也说得出', () => {
  expect(errors({ works: false, id: '44209919580611442' })).toEqual(['id 身份证号要 18 位，现在是 17 位。']);
  expect(errors({ works: false, id: '442099195806114420' })).toHaveLength(1);
});

it('列表里的错误带着行号', () => {
  expect(errors({ works: false, members: [{ name: '黄*强' }, {}] })).toEqual(['members.1.name 姓名还没有写。']);
});

it('写的怎么读：读得懂变成值，读不懂原样留着', () => {
  expect(readWritten('money', '１，５９９元')).toBe(159900);
  expect(readWritten('money', '没有')).toBe('没有');
  expect(readWritten('date', '2014年11月6日')).toBe('2014-11-06');
  expect(readWritten('date', '11月6日')).toBe('11月6日');
  expect(readWritten('month', '2014年3月')).toBe('2014-03');
  expect(readWritten('month', '2014-13')).toBe('2014-13');
  expect(readWritten('id-card', ' 4420 9919580611442x')).toBe('44209919580611442X');
  expect(readWritten('text', '  ')).toBeNull();
  expect(writeValue('money', 159900)).toBe('1,599.00');
  expect(writeValue('money', '没有')).toBe('没有');
});

it('错误列在上面时，先说是哪一题', () => {
  const fields = FORM.sections[0]?.fields ?? [];
  expect(errorLine(fields, { path: 'members.1.name', code: 'x', sentence: '姓名还没有写。' }, false)).toBe('家人第 2 行：姓名还没有写。');
  expect(errorLine(fields, { path: 'members.0.name', code: 'x', sentence: '有生僻字，请照证件写。' }, false)).toBe('家人第 1 行，姓名：有生僻字，请照证件写。');
  expect(errorLine(fields, { path: 'six', code: 'x', sentence: '这里要写数字。' }, false)).toBe('一共拿到多少：这里要写数字。');
  expect(errorLine(fields, { path: 'id', code: 'x', sentence: '身份证号要 18 位。' }, false)).toBe('身份证号要 18 位。');
  expect(errorLine(fields, { path: 'gone', code: 'x', sentence: '没有这一项。' }, false)).toBe('没有这一项。');
});

it('两个答法跟着问法走', () => {
  expect(yesNoWords('有残疾证吗')).toEqual(['有', '没有']);
  expect(yesNoWords('您家有没有人在镇街办低保')).toEqual(['有', '没有']);
  expect(yesNoWords('没有收入、不能干活、也没有该养您的亲人吗')).toEqual(['是', '不是']);
  expect(yesNoWords('您同意核对吗')).toEqual(['同意', '不同意']);
});
