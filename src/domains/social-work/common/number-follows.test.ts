import { expect, test } from 'vitest';
import { numberFollows } from './number-follows.ts';

test('序号相连，不重不漏；中间缺的可以补', () => {
  const others = [1, 2, 4].map((orderNumber, record) => ({ record, state: 'issued', values: { orderNumber } }));
  const ask = (own: unknown, among = others) => numberFollows(own, among, 'orderNumber', '件');
  expect(ask(5)).toBeUndefined();
  expect(ask(3)).toBeUndefined();
  expect(ask(2)).toContain('已经有第2件');
  expect(ask(7)).toContain('应是第5件');
  expect(ask(undefined)).toBeUndefined();
  expect(ask(9, [])).toBeUndefined();
});
