import { expect, test } from 'vitest';
import type { Fen } from '../values/money.ts';
import type { AnswerItem } from './agencies.ts';
import { compareDeclared, type DeclaredMeans } from './compare-declared.ts';

const line = (agency: string, memberKey: string, items: readonly AnswerItem[], state = 'answered') =>
  ({ agency, memberKey, state, answers: state === 'answered' ? [{ kind: 'complete', on: '2014-11-03' as never, answer: { found: true, items }, reason: null, by: '', command: 1 }] : [] });
const deposits = (fen: number | null, member?: string): DeclaredMeans => ({ title: '存款', agency: 'bank', categories: ['deposits', 'funds'], fen: fen as Fen | null, ...(member === undefined ? {} : { member }) });
const item = (category: string, fen: number): AnswerItem => ({ category, title: category, fen });

test('[S001] 核对：一家的存款合起来和申报比，一个人的只比这个人的', () => {
  const lines = [line('bank', 'm1', [item('deposits', 600), item('funds', 100), item('gold', 9)]), line('bank', 'm2', [item('deposits', 300)])];
  expect(compareDeclared([deposits(1_000)], lines)).toMatchObject([{ standing: 'agrees', answeredFen: 1_000, member: null }]);
  expect(compareDeclared([deposits(700, 'm1'), deposits(200, 'm2')], lines)).toMatchObject([{ standing: 'agrees' }, { standing: 'more', declaredFen: 200, answeredFen: 300 }]);
  expect(compareDeclared([deposits(5_000)], lines)).toMatchObject([{ standing: 'less' }]);
  expect(compareDeclared([deposits(null)], lines)).toMatchObject([{ standing: 'undeclared', answeredFen: 1_000 }]);
});

test('[S001] 核对：有一家没答就不比，两边都没有的不列，人工认定不当作金额', () => {
  expect(compareDeclared([deposits(0)], [line('bank', 'm1', [item('deposits', 1)]), line('bank', 'm2', [], 'sent')])).toMatchObject([{ standing: 'waiting', answeredFen: null }]);
  expect(compareDeclared([deposits(null)], [line('bank', 'm1', [])])).toEqual([]);
  expect(compareDeclared([deposits(0)], [line('bank', 'm1', [], 'manual')])).toEqual([]);
  expect(compareDeclared([deposits(0, 'm9')], [line('bank', 'm1', [item('deposits', 1)])])).toEqual([]);
});
