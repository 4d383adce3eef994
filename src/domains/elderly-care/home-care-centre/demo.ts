import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

/** 中山 2014: 3 city pilots and 5 town pilots new in the year; of the towns that began earlier two were accepted as demonstration centres, the others are plain. */
export const records: readonly DemoRecords[] = [{ register: 'home-care-centre', rows: (ground) => ground.towns.slice(0, 17).map((town, at) => centre(ground, town, at)) }];

function centre(ground: DemoGround, town: { readonly code: string; readonly name: string }, at: number): DemoRecord {
  const isNew = at < 8;
  const level = at < 3 ? 'city-pilot' : at < 8 ? 'town-pilot' : at < 10 ? 'demonstration' : 'ordinary';
  const openedOn = isNew ? `2014-0${2 + at}-15` : `201${2 + (at % 2)}-06-01`;
  const clients = 40 + ground.chance(`clients ${town.code}`, 120);
  return {
    division: town.code, openedOn,
    values: {
      name: `${town.name}居家养老服务中心`, level, organisation: ground.link('organisation', at * 5 + 2),
      services: ['meals', 'housework', ...(at % 2 === 0 ? ['day-care'] : []), ...(at % 3 === 0 ? ['nursing'] : [])], staff: 6 + ground.chance(`staff ${town.code}`, 14),
      area: String(260 + ground.chance(`area ${town.code}`, 700)), address: `${town.name}政府西侧`, point: ground.point(town.code),
    },
    states: [{ state: 'operating', on: openedOn }],
    entries: {
      gradings: level === 'ordinary' ? [] : [{ on: isNew ? openedOn : '2014-09-26', values: { level, by: level === 'town-pilot' ? `${town.name}社会事务局` : '市民政局' } }],
      'services-month': isNew ? [] : ['2014-08-31', '2014-09-30', '2014-10-31'].map((on, m) => ({ on, values: { clients: clients + m * 3, visits: (clients + m * 3) * (4 + (at % 3)) } })),
    },
  };
}
