import { expect, test } from 'vitest';
import type { RegisterField } from '../../contract/register.ts';
import { cellOf, type PlainCell } from '../../documents/workbook/plain-sheet.ts';
import { movePoint, readField } from './read-field.ts';

const read = (field: Partial<RegisterField>, cell: PlainCell, heading = ''): unknown => {
  const answer = readField({ key: 'x', title: '栏', kind: 'text', ...field } as RegisterField, cellOf({ number: 2, hidden: false, cells: [cell] }, 0), heading, false);
  return 'value' in answer ? answer.value : 'wrong' in answer ? `！${answer.wrong}` : undefined;
};
const options = [{ value: 'culture', title: '文体活动' }, { value: 'charity', title: '公益慈善' }, { value: 'other', title: '其他' }];

test('金额：元、万元，写在格里的、写在表头的，一分不差', () => {
  for (const [cell, heading, fen] of [['620', '', 62_000], ['1,599.00', '', 159_900], ['3.5万元', '', 3_500_000], ['3.5', '投资（万元）', 3_500_000], ['0.1', '金额(单位:万元)', 100_000], ['620元', '投资（万元）', 62_000], ['12.345678', '投资（万元）', 12_345_678]] as const) expect(read({ kind: 'money' }, cell, heading), `${cell} ${heading}`).toBe(fen);
  expect(read({ kind: 'money' }, '约三千')).toMatch(/^！/);
  expect(read({ kind: 'money' }, '1.234')).toMatch(/^！/);
});

test('日期：人写的各种样子；看不出哪一天的不猜', () => {
  for (const cell of ['2013.5.12', '2013年5月12日', '20130512', '2013/5/12', '2013-05-12']) expect(read({ kind: 'date' }, cell), cell).toBe('2013-05-12');
  for (const cell of ['2013.5', '13.5.12', '十二年春', '2013-02-30']) expect(read({ kind: 'date' }, cell), cell).toMatch(/^！/);
  expect(read({ kind: 'date' }, '—')).toBeUndefined();
});

test('几项用各种符号分开；没有的说出有哪些', () => {
  for (const cell of ['文体活动、公益慈善', '文体活动,公益慈善', '文体活动；公益慈善', '文体/公益']) expect(read({ kind: 'choices', options }, cell), cell).toEqual(['culture', 'charity']);
  expect(read({ kind: 'choices', options: [...options, { value: 'print', title: '海报、折页' }] }, '文体活动、海报、折页、公益慈善')).toEqual(['print', 'culture', 'charity']);
  expect(read({ kind: 'choice', options }, ' 文体 活动')).toBe('culture');
  expect(read({ kind: 'choice', options }, '文')).toMatch(/文体活动、公益慈善、其他/);
});

test('是与否、带单位的数、丢了尾数的号码', () => {
  for (const [cell, value] of [['是', true], ['√', true], ['有', true], ['否', false], ['×', false], ['无', false]] as const) expect(read({ kind: 'yes-no' }, cell), cell).toBe(value);
  expect(read({ kind: 'integer', unit: '人' }, '12人')).toBe('12');
  expect(read({ kind: 'number', unit: '平方米' }, '1,200.5㎡')).toBe('1200.5');
  expect(read({ kind: 'integer' }, '若干')).toMatch(/^！/);
  expect(read({ kind: 'text' }, { text: '440601195001010000', kind: 'number', long: true })).toMatch(/丢了后面几位/);
  expect(read({ kind: 'text' }, { text: '#N/A', kind: 'error' })).toMatch(/^！/);
});

test('小数点往右移，不经过浮点', () => {
  expect([movePoint('3.5', 4), movePoint('0.00001', 4), movePoint('12', 4), movePoint('.5', 4), movePoint('-1.2', 4)]).toEqual(['35000', '0.1', '120000', '5000', '-12000']);
});
