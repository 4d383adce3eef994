import type { DisabilityKind, Labour, Relation, Student } from './demo-household.ts';
import { pickGivenName, pickSurname } from './names.ts';
import type { Random } from './random.ts';

/** The day ages are counted at. */
export const REFERENCE_DAY = '2014-10-15';

/** A member before numbers, money and places are given. */
export interface Person {
  name: string;
  sex: 'male' | 'female';
  age: number;
  birthDate: string;
  relation: Relation;
  disability?: { kind: DisabilityKind; grade: 1 | 2 | 3 | 4 };
  student?: Student;
  labour: Labour;
  seriousIllness?: boolean;
}

type Shape = 'old' | 'disabled' | 'single-parent' | 'couple' | 'with-disabled-child' | 'grandparent' | 'siblings';
interface Plan {
  shape: Shape;
  /** 1 when the head's husband or wife lives with them. */
  spouse: 0 | 1;
  children: number;
  parents: number;
}

const plan = (shape: Shape, spouse: 0 | 1, children: number, parents: number): Plan => ({ shape, spouse, children, parents });

/** Who lives together, by the number of persons, with how often. */
const PLANS: Record<number, readonly (readonly [Plan, number])[]> = {
  1: [
    [plan('old', 0, 0, 0), 50],
    [plan('disabled', 0, 0, 0), 50],
  ],
  2: [
    [plan('old', 1, 0, 0), 22],
    [plan('single-parent', 0, 1, 0), 30],
    [plan('with-disabled-child', 0, 1, 0), 22],
    [plan('grandparent', 0, 1, 0), 8],
    [plan('couple', 1, 0, 0), 10],
    [plan('siblings', 0, 0, 0), 8],
  ],
  3: [
    [plan('couple', 1, 1, 0), 48],
    [plan('single-parent', 0, 2, 0), 22],
    [plan('with-disabled-child', 1, 1, 0), 15],
    [plan('single-parent', 0, 1, 1), 10],
    [plan('grandparent', 1, 1, 0), 5],
  ],
  4: [
    [plan('couple', 1, 2, 0), 65],
    [plan('couple', 1, 1, 1), 22],
    [plan('single-parent', 0, 2, 1), 13],
  ],
  5: [
    [plan('couple', 1, 2, 1), 60],
    [plan('couple', 1, 3, 0), 40],
  ],
  6: [
    [plan('couple', 1, 3, 1), 55],
    [plan('couple', 1, 2, 2), 45],
  ],
};

/** Invents a family of the given size: names, ages and relations that fit one another. The head comes first. */
export function inventFamily(random: Random, size: number): Person[] {
  const plans = PLANS[size];
  if (plans === undefined) throw new RangeError(`no family of ${size}`);
  const chosen = random.weighted(plans);
  const surname = pickSurname(random);
  const head = inventHead(random, chosen, surname);
  const people = [head];
  const woman = head.sex === 'female';
  if (chosen.spouse)
    people.push(
      person(
        random,
        woman ? surname : pickSurname(random),
        woman ? 'male' : 'female',
        clamp(head.age + (woman ? random.between(0, 6) : -random.between(0, 6)), 23, 92),
        'spouse',
      ),
    );
  if (chosen.shape === 'siblings')
    people.push(
      person(
        random,
        head.name.slice(0, head.name.startsWith('欧阳') || head.name.startsWith('司徒') ? 2 : 1),
        random.pick(['male', 'female']),
        clamp(head.age - random.between(1, 9), 20, 80),
        'sibling',
      ),
    );
  const mother = Math.min(...people.filter((each) => each.relation !== 'sibling').map((each) => each.age));
  for (const age of childAges(random, chosen, mother)) {
    const sex = random.chance(0.52) ? 'male' : 'female';
    const relation = chosen.shape === 'grandparent' ? 'grandchild' : sex === 'male' ? 'son' : 'daughter';
    people.push(person(random, surname, sex, age, relation));
  }
  for (let at = 0; at < chosen.parents; at += 1) {
    const sex = at === 0 ? 'female' : 'male';
    const own = sex === 'male' ? surnameOf(head, surname) : pickSurname(random);
    people.push(person(random, own, sex, Math.min(93, head.age + random.between(21, 31)), 'parent'));
  }
  giveHardship(random, chosen, people);
  return people;
}

/** A widow or single mother keeps her own surname; the children bear the family's. */
function inventHead(random: Random, chosen: Plan, surname: string): Person {
  const age = {
    old: () => random.between(61, 86),
    disabled: () => random.between(26, 59),
    'single-parent': () => random.between(chosen.parents ? 34 : 30, 50),
    couple: () => (chosen.children ? random.between(32, 50) : random.between(48, 59)),
    'with-disabled-child': () => random.between(56, 82),
    grandparent: () => random.between(60, 76),
    siblings: () => random.between(32, 68),
  }[chosen.shape]();
  const male = chosen.shape === 'single-parent' ? random.chance(0.35) : chosen.spouse ? random.chance(0.9) : random.chance(0.62);
  return person(random, male || (chosen.spouse === 0 && !chosen.children) ? surname : pickSurname(random), male ? 'male' : 'female', age, 'head');
}

function surnameOf(head: Person, family: string): string {
  return head.name.startsWith(family) ? family : head.name.slice(0, /^(欧阳|司徒)/.test(head.name) ? 2 : 1);
}

/** Ages of children, oldest first, two years or more apart, each born when the younger parent was 20 or more. */
function childAges(random: Random, chosen: Plan, mother: number): number[] {
  const [low, high] = { 'with-disabled-child': [22, 50], grandparent: [5, 17] }[chosen.shape as string] ?? [1, 21];
  const oldest = Math.min(high!, mother - (chosen.shape === 'grandparent' ? 40 : 21));
  const ages: number[] = [];
  let age = random.between(Math.min(low! + chosen.children * 2, oldest), oldest);
  for (let at = 0; at < chosen.children; at += 1) {
    ages.push(age);
    const younger = chosen.children - 1 - at;
    age -= random.between(2, clamp(age - 2 * (younger - 1), 2, 4));
  }
  return ages;
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

function person(random: Random, surname: string, sex: 'male' | 'female', age: number, relation: Relation): Person {
  const day = new Date(`${REFERENCE_DAY}T00:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() - age);
  day.setUTCDate(day.getUTCDate() - random.between(0, 364));
  const birthDate = day.toISOString().slice(0, 10);
  return { name: surname + pickGivenName(random, sex, day.getUTCFullYear()), sex, age, birthDate, relation, labour: 'able' };
}

const KINDS: readonly (readonly [DisabilityKind, number])[] = [
  ['physical', 42],
  ['mental', 20],
  ['intellectual', 16],
  ['visual', 10],
  ['hearing', 9],
  ['speech', 3],
];

/** Why the family is poor: disability, illness, age, schooling; and what each can still earn. */
function giveHardship(random: Random, chosen: Plan, people: Person[]): void {
  for (const each of people) {
    const child = each.relation === 'son' || each.relation === 'daughter';
    const must = (chosen.shape === 'disabled' && each.relation === 'head') || (chosen.shape === 'with-disabled-child' && child);
    if (must ? random.chance(0.78) : random.chance(each.age < 18 ? 0.04 : 0.13)) {
      each.disability = {
        kind: random.weighted(KINDS),
        grade: random.weighted([
          [1, 22],
          [2, 34],
          [3, 24],
          [4, 20],
        ]),
      };
    } else if (must || (each.age >= 25 && random.chance(0.12))) {
      each.seriousIllness = true;
    }
    const severe = each.disability !== undefined && each.disability.grade <= 2;
    const student = severe && each.age > 15 ? undefined : schoolOf(random, each.age, chosen.shape === 'with-disabled-child');
    if (student !== undefined) each.student = student;
    each.labour = labourOf(random, each, severe);
  }
}

function schoolOf(random: Random, age: number, home: boolean): Student | undefined {
  if (age < 6 || age > 22 || home) return undefined;
  if (age <= 15) return 'compulsory';
  if (age <= 18) return random.chance(0.9) ? random.pick(['secondary', 'secondary', 'vocational']) : undefined;
  return random.chance(0.75) ? random.pick(['undergraduate', 'undergraduate', 'vocational']) : undefined;
}

function labourOf(random: Random, each: Person, severe: boolean): Labour {
  if (each.age < 16 || each.age >= 65 || each.student !== undefined || severe) return 'none';
  if (each.age >= 60) return random.chance(0.3) ? 'partly' : 'none';
  if (each.seriousIllness) return random.chance(0.3) ? 'partly' : 'none';
  return each.disability !== undefined ? 'partly' : 'able';
}
