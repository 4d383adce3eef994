import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

type Town = DemoGround['towns'][number];

/** The committees of a town's station: one; in nine towns two or three. */
const servedIn = (ground: DemoGround, town: Town, at: number): DemoGround['villages'] => ground.villages.filter((village) => village.town === town.code).slice(0, at % 8 < 3 ? 2 + (at % 2) : 1);
const openedOn = (at: number): string => `20${10 + (at % 4)}-0${1 + (at % 9)}-18`;

/** One station in each of 24 towns; in nine of them it serves two or three committees. One committee left its station in June and belongs to none. */
export const records: readonly DemoRecords[] = [
  { register: 'community-station', rows: (ground) => ground.towns.slice(0, 24).map((town, at) => station(ground, town, at)) },
  { register: 'station-committee', rows: (ground) => [...leftOne(ground), ...ground.towns.slice(0, 24).flatMap((town, at) => servedIn(ground, town, at).map((village, nth) => link(ground, village.code, at, nth)))] },
];

function station(ground: DemoGround, town: Town, at: number): DemoRecord {
  const [first] = servedIn(ground, town, at);
  return {
    division: town.code, openedOn: openedOn(at),
    values: {
      name: `${town.name}${first?.name.replace(/(社区|村)?(居民|村民)?委员会$/, '') ?? ''}社区工作站`, establishedOn: openedOn(at), approvedBy: town.name,
      head: ground.person(7400 + at, 41).name, staff: 5 + ground.chance(`staff ${town.code}`, 9), address: `${town.name}社区服务大楼一层`, point: ground.point(town.code),
    },
    states: [{ state: 'working', on: openedOn(at) }],
  };
}

const link = (ground: DemoGround, village: string, at: number, nth: number): DemoRecord => ({ division: village, openedOn: openedOn(at), values: { station: ground.link('community-station', at), households: 700 + ground.chance(`households ${village}`, 1800) + nth } });

/** The last community of the first town. */
function leftOne(ground: DemoGround): DemoRecord[] {
  const village = ground.villages.filter((one) => one.town === ground.towns[0]?.code).at(-1);
  return village === undefined ? [] : [{ ...link(ground, village.code, 0, 0), states: [{ state: 'left', on: '2014-06-30' }] }];
}
