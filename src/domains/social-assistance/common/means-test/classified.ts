import type { AmountLine, AsOf } from '../../../../kernel/contract/rules.ts';
import { workedOut } from '../../../../kernel/policy/worked-out.ts';
import { sumFen } from '../../../../kernel/values/money.ts';
import { elderAge } from '../parameters.ts';
import { ageOf, nameOf, type Facts, type Member } from './facts.ts';
import { countMembers, isCoveredStudent, isMinor, isSeverelyDisabled } from './members.ts';
import { childlessAgeFemale, childlessAgeMale, classifiedAmount, classifiedOn, classifiedStacking } from './parameters.ts';
import { CLASSIFIED, type ClassifiedCategory } from './terms.ts';
import type { LawVersion } from './version.ts';

/**
 * 分类救助: supplements by person on top of 低保金 (2012 第二十八条, 2021 第二十七条: those who still find it hard). Categories, sums and
 * whether they stack are the city's. Where a city has set none, none is paid and nothing is said of it.
 */
export function listClassified(facts: Facts, law: LawVersion, asOf: AsOf): AmountLine[] {
  if (!asOf.isOn(classifiedOn.id)) return [];
  return classify(facts, law, asOf).flatMap((one) => linesOf(one, facts, asOf));
}

interface Classified { readonly member: Member; readonly categories: readonly ClassifiedCategory[] }

/** The members who fall under some category, and which; what each is worth is another question. */
const classify = workedOut((facts: Facts, law: LawVersion, asOf: AsOf): readonly Classified[] => {
  const classified = countMembers(facts, law, asOf).counted.map((member) => ({ member, categories: CATEGORIES.filter((category) => isOf(category, member, facts, asOf)) }));
  return classified.filter((one) => one.categories.length > 0);
});

const CATEGORIES = Object.keys(CLASSIFIED) as ClassifiedCategory[];
const AMOUNTS = Object.fromEntries(CATEGORIES.map((category) => [category, classifiedAmount(category).id])) as Readonly<Record<ClassifiedCategory, string>>;

function linesOf({ member, categories }: Classified, facts: Facts, asOf: AsOf): AmountLine[] {
  const due = categories.map((category) => ({ category, fen: asOf.money(AMOUNTS[category], facts.hukouKind) })).filter((one) => one.fen > 0);
  const [first, ...more] = due;
  if (first === undefined) return [];
  const line = (categories: readonly ClassifiedCategory[], fen: AmountLine['fen']): AmountLine => ({
    item: 'classified-assistance', title: `分类救助：${nameOf(member)}（${categories.map((category) => CLASSIFIED[category]).join('、')}）`, person: member.key, fen,
  });
  if (more.length === 0) return [line([first.category], first.fen)];
  if (asOf.choice(classifiedStacking.id) === 'sum') return [line(due.map((one) => one.category), sumFen(due.map((one) => one.fen)))];
  const best = due.reduce((high, one) => (one.fen > high.fen ? one : high));
  return [line([best.category], best.fen)];
}

function isOf(category: ClassifiedCategory, member: Member, facts: Facts, asOf: AsOf): boolean {
  switch (category) {
    case 'elder':
      return ageOf(member, asOf.day) >= asOf.count(elderAge.id);
    case 'minor':
      return isMinor(member, asOf);
    case 'student':
      return isCoveredStudent(member, true);
    case 'single-parent':
      return facts.singleParent;
    case 'severe-disability':
      return isSeverelyDisabled(member);
    case 'disability':
      return member.disability !== undefined;
    case 'serious-illness':
      return member.seriousIllness;
    case 'childless':
      return member.childless && ageOf(member, asOf.day) >= asOf.count(member.sex === 'female' ? childlessAgeFemale.id : childlessAgeMale.id);
    case 'special-outpatient':
      return member.specialOutpatient !== undefined;
    case 'family-planning':
      return member.familyPlanningHardship;
  }
}
