import { expect, it } from 'vitest';
import { plainDate } from '../../values/plain-date.ts';
import { editionFollows } from './edition.ts';

it('届次紧接上一届，不重不漏；更早的可以补录；头一次记的从第几届起都行', () => {
  const { test } = editionFollows('届');
  const ask = (edition: number | undefined, ...others: readonly number[]): string | undefined => (typeof test === 'function'
    ? test({ values: { edition }, totals: {}, alongside: others.map((one, record) => ({ record, state: 'held', values: { edition: one } })), state: 'planned', today: plainDate('2014-11-03') }) : '不是函数');
  expect(ask(21, 19, 20)).toBeUndefined();
  expect(ask(18, 19, 20)).toBeUndefined();
  expect(ask(5)).toBeUndefined();
  expect(ask(undefined, 20)).toBeUndefined();
  expect(ask(22, 19, 20)).toContain('应是第21届');
  expect(ask(20, 19, 20)).toContain('已经有第20届');
});
