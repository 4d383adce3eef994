import { met, say, unmet, type AmountLine, type AsOf, type Criterion, type Rules, type WorkingStep } from '../../../kernel/contract/rules.ts';
import { sumFen } from '../../../kernel/values/money.ts';
import { listClassified } from '../common/means-test/classified.ts';
import type { Facts } from '../common/means-test/facts.ts';
import type { LawVersion } from '../common/means-test/version.ts';
import { LOW_INCOME_VERSIONS } from './low-income.ts';
import { supplementOn } from './parameters.ts';

export const SUPPLEMENT_ITEMS = { 'low-income-classified': '分类救助（低收入家庭）' } as const;

/** Paid as an item of its own, so that it is never taken for the supplement of a 低保 family. */
const listLines = (facts: Facts, law: LawVersion, asOf: AsOf): AmountLine[] =>
  listClassified(facts, law, asOf).map((line) => ({ ...line, item: 'low-income-classified' }));

/** 分类救助 for members of recognised families: the same categories, sums and stacking as for 低保 families, where the city pays it to them at all. */
const criterion = (law: LawVersion): Criterion<Facts> => ({
  id: 'paid-here', title: '本地分类救助也发给低收入（边缘）家庭', law: law.articles.classified,
  test: (_facts, asOf) => (asOf.isOn(supplementOn.id) ? met('本地的规定也发给低收入（边缘）家庭成员') : unmet('本地的分类救助只发给低保家庭')),
});

export const supplementRules: readonly Rules<Facts>[] = LOW_INCOME_VERSIONS.map((law) => ({
  id: law.id, title: law.title, applies: law.applies, law: law.law, criteria: [criterion(law)],
  amount: (facts, asOf) => listLines(facts, law, asOf),
  working: (facts, asOf): readonly WorkingStep[] => {
    const lines = listLines(facts, law, asOf);
    return [
      ...lines.map((line): WorkingStep => ({ op: '+', label: say(line.title), plain: say(line.title), value: { fen: line.fen }, role: 'given' })),
      { op: '=', label: '每月发给', plain: '每月补给您家', value: { fen: sumFen(lines.map((line) => line.fen)) }, role: 'answer' },
    ];
  },
}));
