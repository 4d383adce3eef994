import type { DivisionRow } from '../../src/kernel/registers/division/read-division-data.ts';
import { shortDivisionName } from '../../src/kernel/registers/division/short-division-name.ts';
import type { Random } from './random.ts';

/** Poor households by town, in shares: country towns have more of them than the city's own quarters. Ours, not a statistic. */
const TOWN_WEIGHTS: Record<string, number> = {
  石岐区: 6,
  东区: 2.5,
  西区: 3,
  南区: 2,
  五桂山: 1.2,
  火炬开发区: 4,
  小榄镇: 7,
  黄圃镇: 6.5,
  民众镇: 8.5,
  东凤镇: 5.5,
  东升镇: 6,
  古镇镇: 4,
  沙溪镇: 4,
  坦洲镇: 7,
  港口镇: 4,
  三角镇: 5,
  横栏镇: 5,
  南头镇: 3,
  阜沙镇: 4.5,
  南朗镇: 5,
  三乡镇: 4,
  板芙镇: 4,
  大涌镇: 3,
  神湾镇: 2,
};

/** In 2014 nine of ten poor persons had a rural 户籍; urban ones live in the quarters and in the seats of the towns. */
const URBAN_SHARE: Record<string, number> = { 石岐区: 0.93, 东区: 0.45, 西区: 0.35, 南区: 0.3 };
const URBAN_IN_COMMUNITY = 0.07;
const URBAN_IN_VILLAGE = 0.004;

export interface Place {
  readonly code: string;
  readonly town: string;
  readonly village: string;
}

/** The villages and communities of a city on a day, with the town each lies in. */
export function listPlaces(divisions: readonly DivisionRow[], city: string): Place[] {
  const towns = new Map(divisions.filter((row) => row.level === 'town' && row.parentCode === city).map((row) => [row.code, row.name]));
  return divisions.flatMap((row) => {
    const town = row.level === 'village' ? towns.get(row.parentCode) : undefined;
    return town === undefined ? [] : [{ code: row.code, town, village: row.name }];
  });
}

/** How many of the households live in each place: by weight, none empty while there are enough, adding up exactly. */
export function spreadHouseholds(random: Random, places: readonly Place[], households: number): number[] {
  const perTown = Map.groupBy(places, (place) => place.town);
  const weights = places.map((place) => ((TOWN_WEIGHTS[place.town] ?? 4) / perTown.get(place.town)!.length) * (0.55 + random.next()));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const least = households >= places.length ? 1 : 0;
  const free = households - least * places.length;
  const exact = weights.map((weight) => (free * weight) / all);
  const counts = exact.map((share) => least + Math.floor(share));
  const order = [...exact.keys()].sort((a, b) => (exact[b]! % 1) - (exact[a]! % 1) || a - b);
  const missing = households - counts.reduce((sum, count) => sum + count, 0);
  for (const at of order.slice(0, missing)) counts[at] = counts[at]! + 1;
  return counts;
}

export function drawHukouKind(random: Random, place: Place): 'urban' | 'rural' {
  const community = place.village.endsWith('居民委员会');
  return random.chance(URBAN_SHARE[place.town] ?? (community ? URBAN_IN_COMMUNITY : URBAN_IN_VILLAGE)) ? 'urban' : 'rural';
}

const ROADS = '民生路 民族路 太平路 悦来路 莲塘路 康华路 湖滨路 孙文中路 安栏路 月山路 凤鸣路 民权路 大信路 岐关路 光明路 兴文路'.split(' ');
const LANES = '正街 东街 西街 新街 大街 横街 新村路 祠堂街 涌边街 桥头街 围仔街 北街 南街 榕树街 沙田街 基围路'.split(' ');

/** `石岐区太平社区 民生路 12 号`: the place is real, road and number are not. */
export function inventAddress(random: Random, place: Place, kind: 'urban' | 'rural'): string {
  const road = kind === 'urban' ? random.pick(ROADS) : random.chance(0.3) ? `${random.between(1, 18)} 队${random.pick(LANES)}` : random.pick(LANES);
  const room = kind === 'urban' && random.chance(0.6) ? ` ${random.between(1, 8)}0${random.between(1, 4)} 房` : '';
  return `${place.town}${shortDivisionName(place.village)} ${road} ${random.between(1, 168)} 号${room}`;
}
