import { expect, test } from 'vitest';
import type { ParameterValue } from '../contract/parameter.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { overlayValues } from './overlay-values.ts';

const entry = (from: string, to: string | null, value: number): ParameterValue =>
  ({ is: 'value', parameter: 's', division: '442000', from: from as PlainDate, to: to as PlainDate | null, value, document: { title: '测试', number: null } });
const shape = (values: readonly ParameterValue[]) => values.map((v) => [v.from, v.to, v.is === 'value' ? v.value : null]);

test('新标准从它的第一天起接上，旧的止于前一天', () => {
  expect(shape(overlayValues([entry('2014-01-01', null, 533)], [entry('2015-01-01', null, 560)]))).toEqual([['2014-01-01', '2015-01-01', 533], ['2015-01-01', null, 560]]);
});
test('有止日的补录把原来的一段分成两段', () => {
  expect(shape(overlayValues([entry('2014-01-01', null, 533)], [entry('2014-06-01', '2014-09-01', 540)])))
    .toEqual([['2014-01-01', '2014-06-01', 533], ['2014-09-01', null, 533], ['2014-06-01', '2014-09-01', 540]]);
});
test('别的地区、演示值不受影响', () => {
  const other = { ...entry('2014-01-01', null, 1), division: '440100' };
  const demo = { ...entry('2014-01-01', null, 2), demo: true };
  expect(shape(overlayValues([other, demo], [entry('2014-01-01', null, 3)]))).toEqual([['2014-01-01', null, 1], ['2014-01-01', null, 2], ['2014-01-01', null, 3]]);
});
