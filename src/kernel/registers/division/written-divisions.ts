import type { Tx } from '../../db/tx.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { baseTown, baseVillage, kindOf } from './division-words.ts';
import { shortDivisionName } from './short-division-name.ts';

export interface KnownDivision { readonly id: number; readonly code: string; readonly name: string; readonly level: string; readonly parent: string }

/** The divisions of the caller's area in force on a day. */
export const listOwnDivisions = (tx: Tx, day: PlainDate): Promise<KnownDivision[]> => tx.rows<KnownDivision & Record<string, unknown>>(
  `select d.id, d.code, d.name, d.level, coalesce(p.name, '') as parent from division d left join division p on p.id = d.parent_id
    where d.id = any ((select caller_divisions())::int[]) and d.valid_from <= $1 and (d.valid_to is null or d.valid_to > $1) order by d.code`, [day]);

/** What a list says of where something is: in one cell, or town and village apart. Empty where nothing is said. */
export interface WrittenDivision { readonly any: string; readonly town: string; readonly village: string }
export type DivisionRead = { readonly division: KnownDivision } | { readonly several: readonly KnownDivision[] } | { readonly none: true; readonly like: readonly KnownDivision[] };

/**
 * Finds divisions by code or by name as lists write them: 石岐区, 石岐 and 石岐街道办事处 are one; 太平社区居民委员会, 太平社区 and 太平 are one; 石岐区太平社区
 * says both. Several that may be meant are all told; in doubt nothing is taken. Only among those given.
 */
export function indexDivisions(known: readonly KnownDivision[], city: string): (written: WrittenDivision) => DivisionRead {
  const clean = (text: string): string => { const plain = text.normalize('NFKC').replaceAll(/[\s\u200B-\u200F\uFEFF,，、/-]/g, '').replace(/^广东省/, ''); return plain.startsWith(city) && plain.length > city.length ? plain.slice(city.length) : plain; };
  const towns = known.filter((one) => one.level !== 'village');
  const villages = known.filter((one) => one.level === 'village');
  const byName = Map.groupBy(known, (one) => one.name);
  const byShort = Map.groupBy(known, (one) => shortDivisionName(one.name));
  const byBase = Map.groupBy(known, (one) => (one.level === 'village' ? baseVillage(one.name) : baseTown(one.name)));
  const townsCalled = (text: string): KnownDivision[] => exactOr(towns, text, (one) => baseTown(one.name) === baseTown(text));
  const read = ({ any, town, village }: WrittenDivision): DivisionRead => {
    const [one, ofTown, ofVillage] = [clean(any), clean(town), clean(village)];
    const code = /^\d{6,12}$/.exec(one || ofVillage || ofTown)?.[0];
    if (code !== undefined) return answer(known.filter((division) => division.code === code), []);
    const text = ofVillage || one;
    if (ofTown === '') return text === '' ? { none: true, like: [] } : findAny(text);
    const inTowns = townsCalled(ofTown);
    if (text === '') return inTowns.length > 0 ? answer(inTowns, []) : findAny(ofTown);
    const names = new Set(inTowns.map((division) => division.name));
    const below = villages.filter((division) => (names.size === 0 ? baseTown(division.parent) === baseTown(ofTown) : names.has(division.parent)));
    const rest = inTowns.reduce((kept, division) => (kept.startsWith(division.name) ? kept.slice(division.name.length) : kept), text);
    // 五桂山 has a 五桂山社区: what begins like its town may be a name of its own
    const called = (words: string): KnownDivision[] => exactOr(below, words, (division) => mayMean(division, words));
    const found = rest === text ? called(text) : [called(rest), called(text)].find((some) => some.length > 0) ?? [];
    if (found.length === 0 && inTowns.some((division) => baseTown(division.name) === baseTown(text))) return answer(inTowns, []);
    return answer(found, alike(below, rest));
  };
  const findAny = (text: string): DivisionRead => {
    const whole = byName.get(text) ?? byShort.get(text);
    if (whole) return answer(whole, []);
    const base = (byBase.get(baseVillage(text)) ?? []).filter((one) => one.level === 'village' && mayMean(one, text));
    const bases = [...base, ...(byBase.get(baseTown(text)) ?? []).filter((one) => one.level !== 'village' && kindOf(text) === undefined)];
    if (bases.length > 0) return answer(bases, []);
    // 石岐区太平社区
    const joined = [...new Set(villages.map((one) => one.parent))].flatMap((parent) => {
      const head = [parent, `${baseTown(parent)}街道`, `${baseTown(parent)}镇`, `${baseTown(parent)}区`].find((name) => text.startsWith(name) && text.length > name.length);
      return head === undefined ? [] : exactOr(villages.filter((one) => one.parent === parent), text.slice(head.length), (one) => mayMean(one, text.slice(head.length)));
    });
    return answer(joined, alike(known, text));
  };
  return read;
}

function exactOr(among: readonly KnownDivision[], text: string, like: (one: KnownDivision) => boolean): KnownDivision[] {
  const exact = among.filter((one) => one.name === text || shortDivisionName(one.name) === text);
  return exact.length > 0 ? exact : among.filter(like);
}

function mayMean(village: KnownDivision, written: string): boolean {
  const kind = kindOf(written);
  return baseVillage(village.name) === baseVillage(written) && (kind === undefined || kindOf(village.name) === kind || baseVillage(village.name) === village.name);
}

/** Names with a part in common, for whoever has to put it right. */
function alike(known: readonly KnownDivision[], text: string): KnownDivision[] {
  const part = baseVillage(baseTown(text)).slice(0, 2);
  return part === '' ? [] : known.filter((one) => one.name.includes(part)).slice(0, 3);
}

function answer(found: readonly KnownDivision[], like: readonly KnownDivision[]): DivisionRead {
  const [only] = found;
  if (only === undefined) return { none: true, like };
  return found.length === 1 ? { division: only } : { several: found };
}
