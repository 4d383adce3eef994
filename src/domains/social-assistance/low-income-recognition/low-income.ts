import type { LawReference } from '../../../kernel/contract/law.ts';
import { met, say, unmet, type AsOf, type Criterion, type Finding, type Rules, type WorkingStep } from '../../../kernel/contract/rules.ts';
import { NATION } from '../../../kernel/policy/division-path.ts';
import { formatYuan, multiplyFen, type Fen } from '../../../kernel/values/money.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { lowIncomeLine } from '../common/linked-standards.ts';
import { assetCriteria, householdCriteria, incomeCriterion, standardOf, SUBSISTENCE, type MeansLimits } from '../common/means-test/eligibility.ts';
import { nameOf, type Facts } from '../common/means-test/facts.ts';
import { reckonIncome } from '../common/means-test/income.ts';
import { measures2021 } from '../common/means-test/law.ts';
import { guangdong2019Version, guangdong2021Version, national2012, national2021 } from '../common/means-test/law-versions.ts';
import { countMembers } from '../common/means-test/members.ts';
import type { LawVersion } from '../common/means-test/version.ts';
import { guangdong2022, localMeasures } from './law.ts';
import { lowIncomeHouseLimit, lowIncomeMovableLimit, lowIncomeVehicleLimit } from './parameters.ts';

export const LOW_INCOME: MeansLimits = { line: lowIncomeLine, lineTitle: '低收入线', movable: lowIncomeMovableLimit, vehicles: lowIncomeVehicleLimit, houses: lowIncomeHouseLimit };

/** Members and income are those of 低保 of the same day and place; the line and the limits of property are the recognition's own. */
const by = (base: LawVersion, own: LawReference, more: Pick<LawVersion, 'id' | 'title' | 'applies'>): LawVersion => ({
  ...base, ...more, law: [own, ...base.law], articles: { ...base.articles, hukou: own, income: own, assets: own, alone: own },
});

/** In the order they came into force. */
export const LOW_INCOME_VERSIONS: readonly LawVersion[] = [
  by(national2012, localMeasures(), { id: 'local-2012', title: '低收入困难家庭认定（家庭成员、收入照2012年低保办法）', applies: { division: NATION, from: plainDate('2012-12-12'), to: plainDate('2021-07-01') } }),
  by(guangdong2019Version, localMeasures(), { id: 'local-2019', title: '低收入困难家庭认定（家庭成员、收入照2019年广东省办法）', applies: { division: '44', from: plainDate('2019-09-01'), to: plainDate('2021-07-01') } }),
  by(national2021, measures2021('第八条'), { id: 'margin-2021', title: '最低生活保障边缘家庭认定', applies: { division: NATION, from: plainDate('2021-07-01'), to: null } }),
  by(guangdong2021Version, measures2021('第八条'), { id: 'guangdong-margin-2021', title: '最低生活保障边缘家庭认定（广东）', applies: { division: '44', from: plainDate('2021-07-01'), to: plainDate('2022-01-01') } }),
  by(guangdong2021Version, guangdong2022(), { id: 'guangdong-margin-2022', title: '广东省最低生活保障边缘家庭认定', applies: { division: '44', from: plainDate('2022-01-01'), to: null } }),
];

export function listLowIncomeCriteria(law: LawVersion): readonly Criterion<Facts>[] {
  return [
    ...householdCriteria(law),
    { id: 'whole-family', title: '以家庭为单位认定', law: law.articles.alone, test: (facts) => (facts.application === 'household' ? met('以家庭为单位申请') : unmet('要以家庭为单位申请，不能只认定一个人')) },
    { id: 'not-subsistence', title: '不够低保条件', law: law.articles.income, test: (facts, asOf) => testNotSubsistence(facts, law, asOf) },
    incomeCriterion(law, LOW_INCOME),
    ...assetCriteria(law, LOW_INCOME),
  ];
}

/** A family that could have 低保 is to have it. Below the line of income it is no 低收入 family, unless its property is too much for 低保. */
function testNotSubsistence(facts: Facts, law: LawVersion, asOf: AsOf): Finding {
  const members = countMembers(facts, law, asOf);
  const income = reckonIncome(facts, law, asOf);
  if (income.is === 'unknown' || facts.hukouKind === undefined) return met('收入还没有算清，另列');
  const line = multiplyFen(standardOf(facts, asOf), members.counted.length);
  const compared = (): string => `全家每月收入 ${formatYuan(income.fen)} 元，${members.counted.length} 人的低保标准合计 ${formatYuan(line)} 元`;
  if (income.fen >= line) return met(() => `${compared()}，没有低于标准，不是低保家庭`);
  const over = assetCriteria(law, SUBSISTENCE).map((criterion) => criterion.test(facts, asOf)).find((finding) => finding.result === 'unmet');
  return over === undefined ? unmet(() => `${compared()}，低于标准，请申请低保`) : met(() => `收入低于低保标准，但${say(over.because)}，够不上低保`);
}

/** Line × members, and the family's income beside it. */
function listWorking(facts: Facts, law: LawVersion, asOf: AsOf): readonly WorkingStep[] {
  const members = countMembers(facts, law, asOf);
  const income = reckonIncome(facts, law, asOf);
  if (income.is === 'unknown' || facts.hukouKind === undefined || members.counted.length === 0) return [];
  const each: Fen = asOf.money(lowIncomeLine.id, facts.hukouKind);
  const line = multiplyFen(each, members.counted.length);
  return [
    { op: '', label: '低收入线', plain: '每人每月低收入线', value: { fen: each }, parameter: lowIncomeLine.id, role: 'given' },
    { op: '×', label: '计入人数', plain: `您家算${members.counted.length}口人：${members.counted.map(nameOf).join('、')}`, value: { count: members.counted.length, unit: '人' }, role: 'given' },
    { op: '=', label: '全家的低收入线', plain: '全家的低收入线', value: { fen: line }, role: 'result' },
    { op: '', label: '全家每月收入', plain: '全家每月收入', value: { fen: income.fen }, role: 'given' },
    { op: '=', label: '比一比', plain: '比一比', value: { text: income.fen < line ? '低于低收入线' : '没有低于低收入线' }, role: 'answer' },
  ];
}

/** A status pays nothing: its amount has no lines. */
export const lowIncomeRules: readonly Rules<Facts>[] = LOW_INCOME_VERSIONS.map((law) => ({
  id: law.id, title: law.title, applies: law.applies, law: law.law, criteria: listLowIncomeCriteria(law), amount: () => [], working: (facts, asOf) => listWorking(facts, law, asOf),
}));

