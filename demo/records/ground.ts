import { createHash } from 'node:crypto';
import type { DemoGround, DemoPerson } from '../../src/kernel/records/demo-records.ts';
import { idCardCheckDigit } from '../../src/kernel/values/id-card-number.ts';
import { pickGivenName, pickSurname } from '../population/names.ts';
import { createRandom } from '../population/random.ts';

export interface DivisionRow { readonly code: string; readonly name: string; readonly level: string; readonly parent: string | null }

/** Rough middle of the demo city, and how far its divisions lie from it: points of the demo, not a survey. */
const MIDDLE: Readonly<Record<string, readonly [number, number]>> = { '442000': [113.382, 22.521], '440100': [113.264, 23.129] };

const draw = (words: string): number => createHash('sha256').update(words).digest().readUInt32BE(0);

/** The ground of a demo city from its division tree: the same on every machine. */
export function makeGround(city: string, divisions: readonly DivisionRow[]): DemoGround {
  const towns = divisions.filter((one) => one.level === 'town').toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const villages = divisions.filter((one) => one.level === 'village').toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const chance = (words: string, below: number): number => draw(words) % Math.max(below, 1);
  return {
    city, chance,
    towns: towns.map(({ code, name }) => ({ code, name })),
    villages: villages.map(({ code, name, parent }) => ({ code, name, town: parent ?? '', townName: towns.find((town) => town.code === parent)?.name ?? '' })),
    person: inventPerson,
    link: (register, nth) => ({ register, nth }),
    point(division) {
      const [lon, lat] = MIDDLE[city] ?? [113, 22.8];
      return `${(lon + (chance(`lon ${division}`, 4000) - 2000) / 10_000).toFixed(5)},${(lat + (chance(`lat ${division}`, 4000) - 2000) / 10_000).toFixed(5)}`;
    },
  };
}

/** Numbers of an area that was never allotted, and not that of the invented households: none is given twice. */
const AREA = '441999';

function inventPerson(n: number, age = 25 + (n % 40)): DemoPerson {
  const random = createRandom(97 + n * 7919);
  const year = 2014 - age;
  const sex = n % 2 === 0 ? 'female' : 'male';
  const [month, day, order] = [1 + (n % 12), 1 + (Math.floor(n / 12) % 28), (n * 2 + (sex === 'male' ? 1 : 0)) % 1000];
  const first17 = `${AREA}${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${String(order).padStart(3, '0')}`;
  return { name: pickSurname(random) + pickGivenName(random, sex, year), idNumber: first17 + idCardCheckDigit(first17) };
}
