import type { AmountLine, AsOf } from '../../../../kernel/contract/rules.ts';
import { sumFen } from '../../../../kernel/values/money.ts';
import { elderAge } from '../parameters.ts';
import { ageOf, nameOf, type Facts, type Member } from './facts.ts';
import { isCoveredStudent, isMinor, isSeverelyDisabled, type MembersCounted } from './members.ts';
import { childlessAgeFemale, childlessAgeMale, classifiedAmount, classifiedOn, classifiedStacking } from './parameters.ts';
import { CLASSIFIED, type ClassifiedCategory } from './terms.ts';

/**
 * 分类救助: supplements by person on top of 低保金 (2012 第二十八条, 2021 第二十七条: those who still find it hard). Categories, sums and
 * whether they stack are the city's. Where a city has set none, none is paid and nothing is said of it.
 */
export function listClassified(facts: Facts, members: MembersCounted, asOf: AsOf): AmountLine[] {
  if (!asOf.isOn(classifiedOn.id)) return [];
  return members.counted.flatMap((member) => linesOf(member, facts, asOf));
}

function linesOf(member: Member, facts: Facts, asOf: AsOf): AmountLine[] {
  const due = (Object.keys(CLASSIFIED) as ClassifiedCategory[])
    .filter((category) => isOf(category, member, facts, asOf))
    .map((category) => ({ category, fen: asOf.money(classifiedAmount(category).id, facts.hukouKind) }))
    .filter((one) => one.fen > 0);
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
