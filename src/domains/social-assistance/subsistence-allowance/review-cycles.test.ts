import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadRegistry } from '../../../kernel/registry/find-declarations.ts';
import { makeAsOf } from '../../../kernel/policy/as-of.ts';
import { divisionPath } from '../../../kernel/policy/division-path.ts';
import { makeParameterBook } from '../../../kernel/policy/parameter-book.ts';
import { getClass, pickCycle } from '../../../kernel/reviews/pick-cycle.ts';
import { nextReview } from '../../../kernel/reviews/next-review.ts';
import { month } from '../../../kernel/values/month.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { facts } from '../common/means-test/facts.ts';
import { benefit } from './matter.ts';
import { differences } from './review-cycles.ts';

interface Golden { 名称: string; 日期: string; 户口: 'urban' | 'rural'; 上次: string; 情况: unknown; 应得: { 类别: string; 几个月: number; 应复核: string } }
const golden = parse(readFileSync(join(import.meta.dirname, 'review-examples/review-cycles.yaml'), 'utf8')) as Golden[];
const PLACE = divisionPath('442000');

describe('定期复核周期', async () => {
  const registry = await loadRegistry();
  const book = makeParameterBook(registry.parameters, registry.parameterValues);
  test.each(golden.map((one) => [one.名称, one] as const))('%s', (_name, one) => {
    const day = plainDate(one.日期);
    const cycle = pickCycle(benefit, PLACE, day)!;
    const known = one.情况 === null ? null : facts.parse(one.情况);
    const found = cycle.classify(known, one.户口, makeAsOf(book, { day, divisions: PLACE }));
    const { months } = getClass(cycle, found.class);
    expect({ 类别: found.class, 几个月: months[one.户口], 应复核: nextReview({ month: month(one.上次), takenOver: false, begins: month('2012-12') }, months[one.户口]) }).toEqual(one.应得);
    expect(found.because).toMatch(/\p{Script=Han}/u);
  });

  test('每一天最多一个周期，两部办法接得上', () => {
    for (const day of ['2012-12-12', '2014-11-03', '2021-06-30', '2021-07-01', '2026-01-01']) expect(pickCycle(benefit, PLACE, plainDate(day))).toBeDefined();
    expect(pickCycle(benefit, PLACE, plainDate('2012-12-11'))).toBeUndefined();
  });
});

test('接收来的照原来的节拍，从本平台开始办复核的月份算起', () => {
  const last = (text: string) => ({ month: month(text), takenOver: true, begins: month('2014-11') });
  expect(nextReview(last('2011-05'), 6)).toBe('2014-11');
  expect(nextReview(last('2011-06'), 6)).toBe('2014-12');
  expect(nextReview(last('2013-11'), 12)).toBe('2014-11');
  expect(nextReview(last('2014-10'), 12)).toBe('2015-10');
});

test('核对答复和原认定不同的，一条条说出来；相同的不说', () => {
  const known = facts.parse({ members: [{ key: 'm1', name: '黄志强', relation: 'self', age: 61, hukouHere: true, incomes: [{ category: 'transfer', kind: 'pension', monthlyFen: 16500 }] }], assets: { movableFen: 500000 } });
  const pension = (fen: number) => [{ member: 'm1', agency: 'social-insurance', items: [{ category: 'pension', title: '养老金', fen, every: 'month' as const }] }];
  expect(differences(known, pension(16500))).toEqual([]);
  expect(differences(known, pension(26500))[0]).toContain('265.00');
  expect(differences(known, [...pension(16500), { member: 'm1', agency: 'social-insurance', items: [{ category: 'insured-wage', title: '参保工资', fen: 180000 }] }])[0]).toContain('在职参保');
  expect(differences(known, [...pension(16500), { member: 'm1', agency: 'bank-deposits', items: [{ category: 'deposits', title: '存款', fen: 600000 }] }])[0]).toContain('6,000.00');
});
