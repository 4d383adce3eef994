import type { Classified, ReviewAnswer, ReviewCycle, Reviews } from '../../../kernel/contract/reviews.ts';
import type { HukouKind } from '../../../kernel/contract/parameter.ts';
import type { AsOf } from '../../../kernel/contract/rules.ts';
import { NATION } from '../../../kernel/policy/division-path.ts';
import { formatYuan, sumFen, type Fen } from '../../../kernel/values/money.ts';
import { plainDate } from '../../../kernel/values/plain-date.ts';
import { ageOf, nameOf, type Facts, type Member } from '../common/means-test/facts.ts';
import { measures2012, measures2021 } from '../common/means-test/law.ts';
import { isCoveredStudent, isMinor, isSeverelyDisabled } from '../common/means-test/members.ts';
import { elderAge } from '../common/parameters.ts';

const every = (months: number): Readonly<Record<HukouKind, number>> => ({ urban: months, rural: months });

/** 有劳动能力: of age, not yet old, able to work at least partly, and not at school. */
const mayWork = (member: Member, asOf: AsOf): boolean =>
  member.away === 'no' && member.labour !== 'none' && !isMinor(member, asOf) && ageOf(member, asOf.day) < asOf.count(elderAge.id) && !isCoveredStudent(member, false);

const earns = (member: Member): boolean => member.incomes.some((income) => income.category === 'wage' || income.category === 'business');
/** A sum that differs from month to month, or no work at all at present. */
const isUnsteady = (member: Member): boolean => !earns(member) || member.incomes.some((income) => income.category === 'business' || (income.category === 'wage' && income.monthlyFen === undefined));

/** 收入来源不固定、有劳动能力: who it is; undefined when nobody. */
function unsteadyWorker(facts: Facts, asOf: AsOf): string | undefined {
  const one = facts.members.find((member) => mayWork(member, asOf) && isUnsteady(member));
  return one === undefined ? undefined : `${nameOf(one)}有劳动能力，${earns(one) ? '收入来源不固定' : '现在没有固定收入'}`;
}

/** 城市“三无”，or somebody gravely ill or disabled in a household where nobody earns: its income hardly changes. */
function hardlyChanges(facts: Facts, hukouKind: HukouKind): string | undefined {
  if (facts.threeNone && hukouKind === 'urban') return '城市“三无”人员';
  const grave = facts.members.find((member) => member.away === 'no' && (member.seriousIllness || isSeverelyDisabled(member)));
  return grave === undefined || facts.members.some(earns) ? undefined : `${nameOf(grave)}${grave.seriousIllness ? '患重病' : '重度残疾'}，家里没有劳动收入，收入基本不变`;
}

const UNTOLD = '原花名册没有收入和劳动能力，先按这一类，请镇街核定';

/** 2012 第三十三条 */
export const cycle2012: ReviewCycle<Facts> = {
  id: 'review-cycle-2012', title: '分类复核（2012年办法）', applies: { division: NATION, from: plainDate('2012-12-12'), to: plainDate('2021-07-01') }, law: measures2012('第三十三条'),
  classes: [
    { id: 'unchanging', title: '三无、重病重残，收入基本无变化', months: every(12), law: measures2012('第三十三条') },
    { id: 'stable', title: '短期内相对稳定', months: every(6), law: measures2012('第三十三条') },
    { id: 'unsteady', title: '收入来源不固定、有劳动能力', months: { urban: 1, rural: 3 }, law: measures2012('第三十三条') },
  ],
  classify(facts, hukouKind, asOf): Classified {
    if (facts === null) return { class: 'stable', because: UNTOLD };
    const worker = unsteadyWorker(facts, asOf);
    if (worker !== undefined) return { class: 'unsteady', because: worker };
    const steady = hardlyChanges(facts, hukouKind);
    return steady === undefined ? { class: 'stable', because: '收入固定，短期内相对稳定' } : { class: 'unchanging', because: steady };
  },
};

/** 2021 第三十一条 */
export const cycle2021: ReviewCycle<Facts> = {
  id: 'review-cycle-2021', title: '定期核查（2021年办法）', applies: { division: NATION, from: plainDate('2021-07-01'), to: null }, law: measures2021('第三十一条'),
  classes: [
    { id: 'stable', title: '短期内经济状况变化不大', months: every(12), law: measures2021('第三十一条') },
    { id: 'unsteady', title: '收入来源不固定、有劳动能力', months: every(6), law: measures2021('第三十一条') },
  ],
  classify(facts, _hukouKind, asOf): Classified {
    if (facts === null) return { class: 'stable', because: UNTOLD };
    const worker = unsteadyWorker(facts, asOf);
    return worker === undefined ? { class: 'stable', because: '短期内经济状况变化不大' } : { class: 'unsteady', because: worker };
  },
  postponed: measures2021('第三十一条第三款'),
};

const PENSIONS = new Set(['pension', 'basic-pension']);
const totalOf = (answers: readonly ReviewAnswer[], category: string): Fen =>
  sumFen(answers.flatMap((answer) => answer.items.filter((item) => item.category === category).map((item) => (item.fen ?? 0) as Fen)));

/** What social insurance and banks say otherwise than the facts: a pension of another sum, a wage nobody told of, deposits beyond those declared. */
export function differences(facts: Facts | null, answers: readonly ReviewAnswer[]): readonly string[] {
  const members = facts?.members ?? [];
  const perPerson = [...Map.groupBy(answers, (answer) => answer.member)].flatMap(([key, own]) => {
    const member = members.find((one) => one.key === key);
    const name = member === undefined ? '有成员' : nameOf(member);
    const pension = totalOf(own, 'pension');
    const told = sumFen((member?.incomes ?? []).filter((income) => PENSIONS.has(income.kind)).map((income) => (income.monthlyFen ?? 0) as Fen));
    return [
      ...(facts === null ? [] : pension === told ? [] : [`${name}的养老金，社会保险答复每月 ${formatYuan(pension)} 元，原认定 ${formatYuan(told)} 元`]),
      ...(totalOf(own, 'insured-wage') > 0 && !(member !== undefined && earns(member)) ? [`${name}有在职参保工资 ${formatYuan(totalOf(own, 'insured-wage'))} 元，原认定没有劳动收入`] : []),
    ];
  });
  const deposits = sumFen([totalOf(answers, 'deposits'), totalOf(answers, 'funds')]);
  const declared = facts?.assets.movableFen;
  return [...perPerson, ...(declared !== undefined && deposits > declared ? [`存款等合计 ${formatYuan(deposits)} 元，原认定 ${formatYuan(declared as Fen)} 元`] : [])];
}

export const reviews: Reviews<Facts> = { cycles: [cycle2012, cycle2021], differences };
