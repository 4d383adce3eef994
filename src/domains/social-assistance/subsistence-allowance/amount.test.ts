import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from '../../../kernel/benefits/assess.ts';
import { divisionPath } from '../../../kernel/policy/division-path.ts';
import { makeParameterBook } from '../../../kernel/policy/parameter-book.ts';
import { readParameterFiles } from '../../../kernel/policy/read-parameter-files.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { facts, type FactsInput } from '../common/means-test/facts.ts';
import { benefit } from './matter.ts';
import { parameters } from '../common/means-test/parameters.ts';

const values = readParameterFiles(`${import.meta.dirname}/../common/parameters`, parameters).map((filed) => filed.value);
const book = makeParameterBook(parameters, values, { demo: true });
const STANDARD = 53300;

function household(totals: readonly number[], monthly: number): FactsInput {
  return {
    hukouKind: 'urban',
    members: totals.map((total, index) => ({
      key: String(index), relation: index === 0 ? 'self' : 'sibling', age: 40, hukouHere: true, authorised: true,
      incomes: [{ category: 'wage', windowTotalFen: total, months: 6 }, ...(index === 0 ? [{ category: 'transfer' as const, monthlyFen: monthly }] : [])],
    })),
    assets: { movableFen: 0, vehicles: 0, houses: 1 },
  };
}
const judge = (input: FactsInput, day = '2014-06-01') => assess(benefit, facts.parse(input), { book, divisions: divisionPath('442000'), day: plainDate(day) });
const totals = fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 1, maxLength: 8 });
const monthly = fc.integer({ min: 0, max: 100_000 });

test('金额总是 S×n − I：全家合计只除一次，四舍五入到分', () => {
  fc.assert(
    fc.property(totals, monthly, (sums, regular) => {
      const answer = judge(household(sums, regular));
      const income = regular + Math.floor((sums.reduce((all, one) => all + one, 0) * 2 + 6) / 12);
      const difference = STANDARD * sums.length - income;
      expect(answer.outcome).toBe(difference > 0 ? 'granted' : 'refused');
      expect(answer.fen).toBe(Math.max(difference, 0));
    }),
  );
});

test('收入多了，金额不会变多', () => {
  fc.assert(
    fc.property(totals, monthly, fc.integer({ min: 0, max: 50_000 }), (sums, regular, more) => {
      expect(judge(household(sums, regular + more)).fen).toBeLessThanOrEqual(judge(household(sums, regular)).fen);
    }),
  );
});

test('算式写出来的每一步加起来就是金额', () => {
  fc.assert(
    fc.property(totals, monthly, (sums, regular) => {
      const answer = judge(household(sums, regular));
      fc.pre(answer.outcome === 'granted');
      const taken = answer.working.filter((step) => step.op === '−').reduce((all, step) => all + ('fen' in step.value ? step.value.fen : 0), 0);
      expect(STANDARD * sums.length - taken).toBe(answer.fen);
    }),
  );
});

test('成员和收入写的先后不改变金额', () => {
  fc.assert(
    fc.property(totals, monthly, (sums, regular) => {
      const input = household(sums, regular);
      expect(judge({ ...input, members: input.members.toReversed() }).fen).toBe(judge(input).fen);
    }),
  );
});

test('[S002] 标准按地区、户口和日期查得到，带文件；2014年比以前提高 11%；没有来源的年份是缺口', () => {
  const at = (division: string, day: string, kind?: 'urban' | 'rural') => book.read('subsistence-standard', divisionPath(division), plainDate(day), kind);
  const yuanOf = (...query: Parameters<typeof at>) => {
    const answer = at(...query);
    return answer.is === 'gap' ? answer.reason : Number(answer.reading.value) / 100;
  };
  expect([yuanOf('442000', '2013-12-31'), yuanOf('442000', '2014-01-01')]).toEqual([480, 533]);
  expect(Math.floor((533 / 480 - 1) * 100)).toBe(11);
  expect([yuanOf('440113', '2017-06-01'), yuanOf('440113', '2018-06-01')]).toEqual([900, 950]);
  expect(yuanOf('440100', '2014-12-31', 'urban')).toBe(600);
  expect(yuanOf('440100', '2014-12-31', 'rural')).toMatch(/577/);
  expect(yuanOf('440100', '2017-06-01')).toMatch(/没有见到/);
  expect(at('442000', '2014-06-01')).toMatchObject({ reading: { document: { number: null }, demo: false } });
  expect(at('442000', '2015-06-01')).toMatchObject({ reading: { demo: true } });
  expect(makeParameterBook(parameters, values).read('subsistence-standard', divisionPath('442000'), plainDate('2015-06-01'))).toMatchObject({ is: 'gap' });
});

test('审批由县级民政部门作出；中山不设区县，由市民政局', () => {
  const level = (division: string, day: string) => book.read('confirmation-level', divisionPath(division), plainDate(day));
  expect(level('440113', '2014-06-01')).toMatchObject({ reading: { value: 'county' } });
  expect(level('442000001', '2014-06-01')).toMatchObject({ reading: { value: 'city' } });
});
