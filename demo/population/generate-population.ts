import type { DivisionRow } from '../../src/kernel/registers/division/read-division-data.ts';
import { openAccount } from './accounts.ts';
import type { DemoHousehold, DemoMember } from './demo-household.ts';
import { inventFamily, type Person } from './family.ts';
import { IdNumbers } from './id-numbers.ts';
import { drawWelfare, setIncomes, shareIncome } from './incomes.ts';
import { drawHukouKind, inventAddress, listPlaces, spreadHouseholds, type Place } from './places.ts';
import { createRandom, type Random } from './random.ts';

/** 中山市, which has no counties. */
export const DEMO_CITY = '442000';

/** The seed of the demo city that ships: everyone who starts it meets the same people. */
export const DEMO_SEED = 2014;

/** What the city's report gives for its 低保 register at the end of 2014. */
export const REPORTED = { households: 4880, persons: 11458 } as const;

export interface PopulationOptions {
  readonly seed: number;
  /** The divisions in force on the day the register is drawn (2014-10): 24 towns, 277 villages. */
  readonly divisions: readonly DivisionRow[];
  /** Default 4,880 households with 11,458 persons; a demo that lets some apply by hand asks for fewer. */
  readonly households?: number;
  readonly persons?: number;
}

interface Draft {
  readonly place: Place;
  readonly kind: 'urban' | 'rural';
  readonly people: Person[];
  readonly welfare: number;
}

/**
 * The 低保 households of the demo city as of 2014-10, all invented, exact in number. The same seed gives the same bytes:
 * no clock, no other chance. Households come by village code, and each has its head first.
 */
export function generatePopulation(options: PopulationOptions): DemoHousehold[] {
  const { households = REPORTED.households, persons = REPORTED.persons } = options;
  if (persons < households || persons > households * 6) throw new RangeError(`${persons} persons do not fit in ${households} households of 1 to 6`);
  const random = createRandom(options.seed);
  const places = listPlaces(options.divisions, DEMO_CITY);
  if (places.length === 0) throw new RangeError(`no village of ${DEMO_CITY} among the divisions`);
  const drafts = draftHouseholds(random, places, drawSizes(random, households, persons));
  const incomes = setIncomes(drafts.map((draft) => ({ size: draft.people.length, kind: draft.kind, welfare: draft.welfare })));
  const ids = new IdNumbers();
  const perVillage = new Map<string, number>();
  return drafts.map((draft, at) => {
    const order = (perVillage.get(draft.place.code) ?? 0) + 1;
    perVillage.set(draft.place.code, order);
    return finishHousehold(random, draft, incomes[at]!, ids, `${draft.place.code}-${String(order).padStart(3, '0')}`, at);
  });
}

const SIZES: readonly (readonly [number, number])[] = [
  [1, 33],
  [2, 27],
  [3, 22],
  [4, 12],
  [5, 4],
  [6, 2],
];

/** Draws sizes and moves single persons about until they add up: 2.348 persons a household by default. */
function drawSizes(random: Random, households: number, persons: number): number[] {
  const sizes = Array.from({ length: households }, () => random.weighted(SIZES));
  let difference = persons - sizes.reduce((sum, size) => sum + size, 0);
  while (difference !== 0) {
    const at = random.between(0, households - 1);
    const changed = sizes[at]! + Math.sign(difference);
    if (changed < 1 || changed > 6) continue;
    sizes[at] = changed;
    difference -= Math.sign(difference);
  }
  return sizes;
}

function draftHouseholds(random: Random, places: readonly Place[], sizes: readonly number[]): Draft[] {
  const where = spreadHouseholds(random, places, sizes.length).flatMap((count, at) => Array.from({ length: count }, () => places[at]!));
  return sizes.map((size, at) => {
    const place = where[at]!;
    const people = inventFamily(random, size);
    return { place, kind: drawHukouKind(random, place), people, welfare: drawWelfare(random, people) };
  });
}

function finishHousehold(random: Random, draft: Draft, yuan: number, ids: IdNumbers, key: string, serial: number): DemoHousehold {
  const { place, kind, people } = draft;
  const shares = shareIncome(random, people, kind, yuan);
  const members = people.map((each, at): DemoMember => ({
    name: each.name,
    idNumber: ids.give(random, each.birthDate, each.sex),
    sex: each.sex,
    birthDate: each.birthDate,
    relation: each.relation,
    hukouDivision: place.code,
    ...(each.disability === undefined ? {} : { disability: each.disability }),
    ...(each.student === undefined ? {} : { student: each.student }),
    incomes: shares[at] ?? [],
    labour: each.labour,
    ...(each.seriousIllness ? { seriousIllness: true } : {}),
  }));
  const months = random.between(0, 57);
  const since = `${2010 + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
  return {
    key,
    village: place.code,
    address: inventAddress(random, place, kind),
    hukouKind: kind,
    members,
    head: 0,
    account: openAccount(random, people, ids, serial + 1),
    since,
  };
}
