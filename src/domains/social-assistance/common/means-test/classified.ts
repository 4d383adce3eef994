import type { AmountLine, AsOf } from '../../../../kernel/contract/rules.ts';
import { workedOut } from '../../../../kernel/policy/worked-out.ts';
import { fen, type Fen } from '../../../../kernel/values/money.ts';
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
  const lines: AmountLine[] = [];
  if (!asOf.isOn(classifiedOn.id)) return lines;
  for (const one of classify(facts, law, asOf)) {
    const line = lineOf(one, facts, asOf);
    if (line !== undefined) lines.push(line);
  }
  return lines;
}

interface Classified { readonly member: Member; readonly categories: readonly ClassifiedCategory[] }

/** The members who fall under some category, and which; what each is worth is another question. */
const classify = workedOut((facts: Facts, law: LawVersion, asOf: AsOf): readonly Classified[] => {
  const classified: Classified[] = [];
  for (const member of countMembers(facts, law, asOf).counted) {
    const categories = CATEGORIES.filter((category) => isOf(category, member, facts, asOf));
    if (categories.length > 0) classified.push({ member, categories: shared(categories) });
  }
  return classified;
});

/** A city's members fall under few different sets of categories: each is kept once. */
function shared(categories: readonly ClassifiedCategory[]): readonly ClassifiedCategory[] {
  const key = categories.join();
  const known = sets.get(key) ?? categories;
  sets.set(key, known);
  return known;
}
const sets = new Map<string, readonly ClassifiedCategory[]>();

const CATEGORIES = Object.keys(CLASSIFIED) as ClassifiedCategory[];
const AMOUNTS = Object.fromEntries(CATEGORIES.map((category) => [category, classifiedAmount(category).id])) as Readonly<Record<ClassifiedCategory, string>>;

/** Of several categories the highest sum, or all added up, as the city says; undefined where none is paid. */
function lineOf({ member, categories }: Classified, facts: Facts, asOf: AsOf): AmountLine | undefined {
  const sumOf = (category: ClassifiedCategory): Fen => asOf.money(AMOUNTS[category], facts.hukouKind);
  let [best, high, together, paid]: [ClassifiedCategory | undefined, number, number, number] = [undefined, 0, 0, 0];
  for (const category of categories) {
    const sum = sumOf(category);
    if (sum <= 0) continue;
    together += sum;
    paid += 1;
    if (sum > high) [best, high] = [category, sum];
  }
  if (best === undefined) return undefined;
  const only = best;
  const all = paid > 1 && asOf.choice(classifiedStacking.id) === 'sum';
  const named = (): readonly ClassifiedCategory[] => (all ? categories.filter((category) => sumOf(category) > 0) : [only]);
  return {
    item: 'classified-assistance', title: () => `分类救助：${nameOf(member)}（${named().map((category) => CLASSIFIED[category]).join('、')}）`, person: member.key, fen: fen(all ? together : high),
  };
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
