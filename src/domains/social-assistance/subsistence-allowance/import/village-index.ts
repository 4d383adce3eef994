import { baseTown, baseVillage, kindOf } from '../../../../kernel/registers/division/division-words.ts';
import { shortDivisionName } from '../../../../kernel/registers/division/short-division-name.ts';

/** A village or community a list may name, with the town it lies in. */
export interface Village {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly town: { readonly id: number; readonly name: string };
}

/** What a list says of where a household lives; either may be empty. */
export interface WrittenPlace { readonly town: string; readonly village: string; readonly address: string }

export interface VillageIndex {
  /** Undefined when no village of the area, or more than one, can be meant. */
  find(place: WrittenPlace): Village | undefined;
}

/**
 * Finds villages by their names as lists write them: 太平社区居民委员会, 太平社区, 太平居委会 and 太平 are one; 石岐区, 石岐 and 石岐街道 are one town.
 * Where the columns are empty the address is read from its beginning (石岐区太平社区 民生路 12 号). In doubt nothing is found: to take a
 * household into the wrong village would pay it from the wrong office.
 */
export function indexVillages(villages: readonly Village[], city: string): VillageIndex {
  const towns = [...new Map(villages.map((v) => [v.town.id, v.town])).values()];
  const only = towns.length === 1 ? towns : [];
  return {
    find({ town, village, address }) {
      const inTowns = clean(town) === '' ? undefined : towns.filter((t) => baseTown(t.name) === baseTown(clean(town)));
      if (inTowns?.length === 0) return undefined;
      if (clean(village) !== '') return findByName(villages, inTowns ?? [], clean(village));
      return findByAddress(villages, inTowns ?? towns, only, withoutCity(clean(address), city));
    },
  };
}

const clean = (text: string): string => text.normalize('NFKC').replace(/[\s\u200B-\u200F\uFEFF]/g, '').replace(/^广东省/, '');
/** An address may begin with the city or leave it out. */
const withoutCity = (address: string, city: string): string => (address.startsWith(city) ? address.slice(city.length) : address);

function findByName(villages: readonly Village[], towns: readonly Village['town'][], written: string): Village | undefined {
  const here = towns.length === 0 ? villages : villages.filter((v) => towns.some((t) => t.id === v.town.id));
  return onlyOne(here.filter((v) => v.name === written || shortDivisionName(v.name) === written)) ?? onlyOne(here.filter((v) => mayMean(v, written)));
}

function mayMean(village: Village, written: string): boolean {
  const kind = kindOf(written);
  return baseVillage(village.name) === baseVillage(written) && (kind === undefined || kindOf(village.name) === kind || baseVillage(village.name) === village.name);
}

/** A village whose names differ from every other's is meant; several make a doubt. */
const onlyOne = (found: readonly Village[]): Village | undefined => (found.length === 1 ? found[0] : undefined);

function findByAddress(villages: readonly Village[], towns: readonly Village['town'][], only: readonly Village['town'][], rest: string): Village | undefined {
  const named = towns.flatMap((town) => {
    const written = [town.name, `${baseTown(town.name)}街道`, `${baseTown(town.name)}镇`].find((name) => rest.startsWith(name));
    return written === undefined ? [] : [{ town, after: rest.slice(written.length) }];
  });
  const candidates = named.length > 0 ? named : only.map((town) => ({ town, after: rest }));
  const found = candidates.flatMap(({ town, after }) => villages.filter((v) => v.town.id === town.id).flatMap((village) => {
    const length = Math.max(0, ...namesOf(village).filter((name) => after.startsWith(name)).map((name) => name.length));
    return length === 0 ? [] : [{ village, length }];
  }));
  const longest = Math.max(0, ...found.map((f) => f.length));
  return onlyOne(found.filter((f) => f.length === longest).map((f) => f.village));
}

/** Names an address may begin with: never the bare one, 太平路 is a road. */
const namesOf = (village: Village): string[] => {
  const base = baseVillage(village.name);
  const suffixes = kindOf(village.name) === '村' ? ['村民委员会', '村委会', '村委', '村'] : ['社区居民委员会', '社区居委会', '社区', '居民委员会', '居委会', '居委'];
  return [village.name, ...suffixes.map((suffix) => base + suffix)];
};
