import { expect, it } from 'vitest';
import { stairsOf } from './stairs-of.ts';

const period = (from: string, fen: number | null, more: object = {}) => ({ division: '442000', hukouKind: null, from, to: null, fen, demo: false, ...more });

it('从第一个有数的开始，今天以后的不画，别处的不画', () => {
  const history = [period('2012-12-12', null), period('2013-01-01', 48_000), period('2014-01-01', 53_300), period('2020-01-01', 110_000), period('2014-01-01', 60_000, { division: '440100' })];
  expect(stairsOf(history, '442000', null, '2014-11-03').map((one) => one.fen)).toEqual([48_000, 53_300]);
});

it('有演示值的缺口只画演示值；有真的数就不画演示值', () => {
  const history = [period('2014-01-01', 53_300, { to: '2015-01-01' }), period('2015-01-01', null), period('2015-01-01', 56_000, { demo: true })];
  expect(stairsOf(history, '442000', null, '2015-02-01').map((one) => one.fen)).toEqual([53_300, 56_000]);
  expect(stairsOf([...history.slice(0, 1), period('2015-01-01', 58_000), history[2]!], '442000', null, '2015-02-01').map((one) => one.fen)).toEqual([53_300, 58_000]);
});
