import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Parameter, ParameterValue } from '../contract/parameter.ts';
import { met, unmet, unknownFact, type Criterion, type Rules } from '../contract/rules.ts';
import { makeParameterBook } from '../policy/parameter-book.ts';
import { fen } from '../values/money.ts';
import { plainDate } from '../values/plain-date.ts';
import { assess } from './assess.ts';
import { openRehearsal } from './rehearse.ts';
import { describeFacts, readFacts } from './read-facts.ts';

interface Facts { readonly income: number; readonly tall?: boolean }
const law = { instrument: '某办法', article: '第一条' };
const poor: Criterion<Facts> = {
  id: 'poor', title: '收入低于标准', law,
  test: (facts, asOf) => (facts.income < asOf.money('standard') ? met('低于') : unmet('不低于标准')),
};
const tall: Criterion<Facts> = {
  id: 'tall', title: '身高', law,
  test: (facts) => (facts.tall === undefined ? unknownFact('tall', '身高') : facts.tall ? met('够高') : unmet('不够高')),
};
const rules = (id: string, division: string, from: string, to: string | null, ...criteria: Criterion<Facts>[]): Rules<Facts> => ({
  id, title: id, law: [law], criteria,
  applies: { division, from: plainDate(from), to: to === null ? null : plainDate(to) },
  amount: (facts, asOf) => [{ item: 'base', title: '补差', fen: fen(asOf.money('standard') - facts.income) }],
  working: (facts, asOf) => [
    { op: '', label: '标准', plain: '最低数', value: { fen: asOf.money('standard') } },
    { op: '−', label: '收入', plain: '您家的钱', value: { fen: fen(facts.income) } },
    { op: '=', label: '补差', plain: '补给您家', value: { fen: fen(asOf.money('standard') - facts.income) }, role: 'answer' },
  ],
});
const standard: Parameter = { id: 'standard', title: '标准', unit: '元/月', kind: 'money' };
const value: ParameterValue = { is: 'value', parameter: 'standard', division: '44', from: plainDate('2014-01-01'), to: null, value: 50000, document: { title: '文', number: '1号' } };
const book = makeParameterBook([standard], [value]);
const benefit = (...versions: Rules<Facts>[]) => ({ id: 'b', title: '某待遇', rules: versions });
const at = (day: string, division = '442000') => ({ book, divisions: [division, '44'], day: plainDate(day) });
const national = rules('national', '00', '2012-12-12', null, poor, tall);

test('全部符合：给出金额、算式、用到的数和一句话', () => {
  const answer = assess(benefit(national), { income: 12000, tall: true }, at('2014-11-26'));
  expect(answer).toMatchObject({ outcome: 'granted', fen: 38000, lines: [{ item: 'base', fen: 38000 }] });
  expect(answer.parameters.map((reading) => reading.document.number)).toEqual(['1号']);
  expect(answer.explanation).toBe('符合条件，每月发给 380.00 元（500.00 元 − 120.00 元）。');
});

test('有一项不符合就是不符合，哪怕另一项还不知道；两项理由都在', () => {
  const answer = assess(benefit(national), { income: 50000 }, at('2014-11-26'));
  expect(answer).toMatchObject({ outcome: 'refused', fen: 0, lines: [] });
  expect(answer.grounds.map((ground) => ground.result)).toEqual(['unmet', 'unknown']);
  expect(answer.explanation).toBe('不符合条件：不低于标准。');
});

test('还缺事实时不下结论', () => {
  const answer = assess(benefit(national), { income: 0 }, at('2014-11-26'));
  expect(answer.outcome).toBe('unknown');
  expect(answer.grounds[1]?.needs).toEqual([{ kind: 'fact', id: 'tall', title: '身高' }]);
});

test('规则读到没有录入的参数：这一项不知道，别的照算', () => {
  const answer = assess(benefit(national), { income: 0, tall: true }, at('2013-06-01'));
  expect(answer.outcome).toBe('unknown');
  expect(answer.grounds[0]).toMatchObject({ id: 'poor', result: 'unknown', needs: [{ kind: 'parameter', id: 'standard' }] });
  expect(answer.grounds[1]).toMatchObject({ id: 'tall', result: 'met' });
  expect(answer.working).toEqual([]);
});

test('只有金额才用到的参数没有录入：也是不知道', () => {
  const answer = assess(benefit(rules('n', '00', '2012-12-12', null, tall)), { income: 0, tall: true }, at('2013-06-01'));
  expect(answer).toMatchObject({ outcome: 'unknown', lines: [], fen: 0 });
  expect(answer.grounds.at(-1)).toMatchObject({ id: 'amount', result: 'unknown' });
});

test('最具体地区的版本先用，期满回到上一级', () => {
  const province = rules('province', '44', '2019-09-01', '2021-07-01', tall);
  const which = (day: string, division?: string) => assess(benefit(national, province), { income: 0, tall: true }, at(day, division)).rules.id;
  expect([which('2019-08-31'), which('2019-09-01'), which('2021-07-01')]).toEqual(['national', 'province', 'national']);
});

test('同一天没有规则，或同一地区有两个规则，是声明的错', () => {
  expect(() => assess(benefit(national), { income: 0 }, at('2012-12-11'))).toThrow(/rules-missing/);
  expect(() => assess(benefit(national, rules('other', '00', '2020-01-01', null, tall)), { income: 0 }, at('2020-01-01'))).toThrow(/rules-ambiguous.*national、other/);
});

test('规则自己出错不会被当成“不知道”', () => {
  const broken: Criterion<Facts> = { ...tall, test: () => { throw new TypeError('坏了'); } };
  expect(() => assess(benefit(rules('n', '00', '2012-12-12', null, broken)), { income: 0 }, at('2014-01-01'))).toThrow('坏了');
});

const facts = z.strictObject({
  income: z.int().min(0).meta({ title: '月收入', unit: '分' }),
  members: z.array(z.strictObject({ kind: z.enum(['a', 'b']).meta({ title: '类别' }) })).min(1).meta({ title: '成员' }),
});

test('材料写错时，每一处一句中文，说出是哪一项', () => {
  const answer = readFacts({ facts }, { income: 1.5, members: [{ kind: 'c', extra: 1 }] });
  expect(answer.ok ? [] : answer.errors.map((error) => `${error.path} ${error.sentence}`)).toEqual([
    'income “月收入”没有填对：要写整数。',
    'members.0.kind “类别”只能是 a、b 之一。',
    'members.0.extra 没有“extra”这一项，请去掉或改正名字。',
  ]);
  const empty = readFacts({ facts }, { members: [] });
  expect(empty.ok ? [] : empty.errors.map((error) => error.sentence)).toEqual(['“月收入”没有填对：要写数字。', '“成员”至少要有 1 个。']);
});

test('材料的格式带名称和单位', () => {
  expect(describeFacts({ facts })).toMatchObject({ properties: { income: { title: '月收入', unit: '分' } } });
});

test('几个方案并排推演，与一个一个核定，结论、金额、理由都一样', () => {
  const months = ['2014-11-26', '2013-01-01', '2014-01-01'] as const;
  const side = openRehearsal(benefit(national), { divisions: at('2014-11-26').divisions, day: at('2014-11-26').day }, months.map((month) => ({ book: at(month).book, moneyDay: at(month).day })));
  for (const income of [0, 12000, 49999, 50000, 60000]) {
    for (const tallness of [true, false]) {
      const facts = { income, tall: tallness };
      const taken = side.take(facts);
      // in any order, again and again: what is kept of a household is no other's and no other scenario's
      for (const nth of [2, 0, 1, 0, 2]) {
        const whole = assess(benefit(national), facts, { ...at('2014-11-26'), moneyDay: at(months[nth]!).day });
        const [verdict, trace] = [side.judge(taken, nth), side.trace(taken, nth)];
        expect([verdict.outcome, verdict.fen, verdict.lines], `${income} ${nth}`).toEqual([whole.outcome, whole.fen, whole.lines]);
        expect([trace.outcome, trace.fen, side.tell(trace)], `${income} ${nth}`).toEqual([whole.outcome, whole.fen, whole.grounds]);
      }
    }
  }
  // a figure nobody entered stays unknown here too
  expect(side.judge(side.take({ income: 1, tall: true }), 1).outcome).toBe('unknown');
});
