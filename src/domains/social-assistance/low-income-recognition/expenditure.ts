import type { LawReference } from '../../../kernel/contract/law.ts';
import { met, unknownFact, unmet, type AsOf, type Criterion, type Finding, type Rules } from '../../../kernel/contract/rules.ts';
import { getRatio } from '../../../kernel/policy/derive-money.ts';
import { NATION } from '../../../kernel/policy/division-path.ts';
import { fen, formatYuan, multiplyFen, scaleFen, sumFen, type Fen } from '../../../kernel/values/money.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { lowIncomeLine } from '../common/linked-standards.ts';
import { assetCriteria, householdCriteria } from '../common/means-test/eligibility.ts';
import type { Facts } from '../common/means-test/facts.ts';
import { reckonIncome } from '../common/means-test/income.ts';
import { guangdong2021Version, national2021 } from '../common/means-test/law-versions.ts';
import { countMembers } from '../common/means-test/members.ts';
import type { LawVersion } from '../common/means-test/version.ts';
import { guangdong2022, rigidSpending2025 } from './law.ts';
import { LOW_INCOME } from './low-income.ts';
import { disposableIncome, expenditureWindow, rigidShare } from './parameters.ts';

/** Months of a year: disposable income is published by the year. */
const YEAR = 12;

const guangdong: LawVersion = {
  ...guangdong2021Version, id: 'guangdong-expenditure-2022', title: '广东省支出型困难家庭认定', applies: { division: '44', from: plainDate('2022-01-01'), to: plainDate('2025-01-01') },
  law: [guangdong2022(), ...guangdong2021Version.law], articles: { ...guangdong2021Version.articles, hukou: guangdong2022(), income: guangdong2022(), assets: guangdong2022() }, incomeWindow: expenditureWindow.id,
};
const national: LawVersion = {
  ...national2021, id: 'rigid-2025', title: '刚性支出困难家庭认定办法', applies: { division: NATION, from: plainDate('2025-01-01'), to: null },
  law: [rigidSpending2025(), ...national2021.law], articles: { ...national2021.articles, hukou: rigidSpending2025('第三条'), income: rigidSpending2025('第四条（二）'), assets: rigidSpending2025('第四条（三）') }, incomeWindow: expenditureWindow.id,
};

/** 支出型困难家庭 (Guangdong from 2022), 刚性支出困难家庭 (nation from 2025): not poor by income, poor by what it cannot help spending. */
export const EXPENDITURE_VERSIONS: readonly LawVersion[] = [guangdong, national];

function listCriteria(law: LawVersion): readonly Criterion<Facts>[] {
  const own = law.articles.income;
  const condition = (item: string): LawReference => (law === national ? rigidSpending2025(`第四条（${item}）`) : own);
  return [
    ...householdCriteria(law),
    { id: 'not-low-income', title: '不是低保、低保边缘家庭', law: condition('一'), test: (facts, asOf) => testNotLowIncome(facts, law, asOf) },
    { id: 'disposable-income', title: '人均收入低于上年度当地居民人均可支配收入', law: condition('二'), test: (facts, asOf) => testDisposable(facts, law, asOf) },
    ...assetCriteria(law, LOW_INCOME),
    { id: 'rigid-spending', title: '刚性支出占总收入的比例超过规定', law: condition('四'), test: (facts, asOf) => testRigid(facts, law, asOf) },
  ];
}

interface Year { readonly fen: Fen; readonly people: number }

/** Income of the family over a year; undefined while it is not known for the months the law counts. */
function incomeOfYear(facts: Facts, law: LawVersion, asOf: AsOf): Year | undefined {
  const members = countMembers(facts, law, asOf);
  const income = reckonIncome(facts, law, asOf);
  return income.is === 'unknown' ? undefined : { fen: multiplyFen(income.fen, YEAR), people: members.counted.length };
}
const notYet = (asOf: AsOf): Finding => unknownFact('windowTotalFen', `申请前${asOf.count(expenditureWindow.id)}个月的收入总额`);

function testNotLowIncome(facts: Facts, law: LawVersion, asOf: AsOf): Finding {
  const year = incomeOfYear(facts, law, asOf);
  if (year === undefined) return notYet(asOf);
  const line = multiplyFen(multiplyFen(asOf.money(lowIncomeLine.id, facts.hukouKind), year.people), YEAR);
  const compared = (): string => `全家一年收入 ${formatYuan(year.fen)} 元，低收入线合计一年 ${formatYuan(line)} 元`;
  return year.fen >= line ? met(() => `${compared()}，没有低于`) : unmet(() => `${compared()}，低于低收入线，请申请低保或低保边缘家庭`);
}

function testDisposable(facts: Facts, law: LawVersion, asOf: AsOf): Finding {
  const year = incomeOfYear(facts, law, asOf);
  if (year === undefined) return notYet(asOf);
  const line = multiplyFen(asOf.money(disposableIncome.id), year.people);
  const compared = (): string => `全家一年收入 ${formatYuan(year.fen)} 元，${year.people} 人的人均可支配收入合计 ${formatYuan(line)} 元`;
  return year.fen < line ? met(() => `${compared()}，低于`) : unmet(() => `${compared()}，没有低于`);
}

/** Spending over the window against income of the same months: more than the share the locality set. Somebody without income passes with any spending. */
function testRigid(facts: Facts, law: LawVersion, asOf: AsOf): Finding {
  const months = asOf.count(expenditureWindow.id);
  const year = incomeOfYear(facts, law, asOf);
  if (year === undefined || facts.rigidSpending.some((one) => one.months !== months)) return unknownFact('rigidSpending', `申请前${months}个月的收入和刚性支出`);
  const spent = sumFen(facts.rigidSpending.map((one) => fen(one.totalFen)));
  const total = multiplyFen(fen(year.fen / YEAR), months);
  const least = scaleFen(total, getRatio(asOf.ratio(rigidShare.id)), 'half-up');
  const compared = (): string => `刚性支出 ${formatYuan(spent)} 元，总收入 ${formatYuan(total)} 元，规定的比例合 ${formatYuan(least)} 元`;
  return spent > least ? met(() => `${compared()}，超过`) : unmet(() => `${compared()}，没有超过`);
}

export const expenditureRules: readonly Rules<Facts>[] = EXPENDITURE_VERSIONS.map((law) => ({
  id: law.id, title: law.title, applies: law.applies, law: law.law, criteria: listCriteria(law), amount: () => [], working: () => [],
}));
