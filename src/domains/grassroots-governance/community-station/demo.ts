import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

/** One station in each town; in nine of them it serves two or three committees. */
export const records: readonly DemoRecords[] = [{ register: 'community-station', rows: (ground) => ground.towns.slice(0, 24).map((town, at) => station(ground, town, at)) }];

function station(ground: DemoGround, town: DemoGround['towns'][number], at: number): DemoRecord {
  const own = ground.villages.filter((village) => village.town === town.code);
  const served = own.slice(0, at % 8 < 3 ? 2 + (at % 2) : 1);
  const openedOn = `20${10 + (at % 4)}-0${1 + (at % 9)}-18`;
  return {
    division: town.code, openedOn,
    values: {
      name: `${town.name}${served[0]?.name.replace(/(社区|村)?(居民|村民)?委员会$/, '') ?? ''}社区工作站`, mode: served.length > 1 ? 'several-committees' : 'one-committee', committees: Math.max(1, served.length),
      establishedOn: openedOn, approvedBy: town.name, head: ground.person(7400 + at, 41).name, staff: 5 + ground.chance(`staff ${town.code}`, 9), address: `${town.name}社区服务大楼一层`, point: ground.point(town.code),
    },
    states: [{ state: 'working', on: openedOn }],
    entries: { 'committees-served': served.map((village) => ({ on: openedOn, values: { committee: village.code, serving: true } })) },
  };
}
