import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const YUAN = 100;
const SERVICES = ['meals', 'nursing', 'rehabilitation', 'day-care', 'visits'] as const;

/** The demo city: eight homes linked with two or three communities each; ten premises, two not handed over yet. */
export const records: readonly DemoRecords[] = [
  { register: 'linkage-agreement', rows: (ground) => ground.towns.slice(0, 8).map((town, n) => agreementOf(ground, town, n)) },
  { register: 'allotted-premises', rows: (ground) => ground.towns.slice(0, 10).map((town, n) => premisesOf(ground, town, n)) },
];

function agreementOf(ground: DemoGround, town: DemoGround['towns'][number], n: number): DemoRecord {
  const startsOn = `2013-0${1 + n}-01`;
  const communities = ground.villages.filter((village) => village.town === town.code).slice(0, 2 + (n % 2));
  const offered = [SERVICES[n % SERVICES.length] ?? 'meals', 'visits'].filter((one, at, all) => all.indexOf(one) === at);
  return {
    division: town.code, openedOn: startsOn,
    values: { home: `${town.name}敬老院`, organisation: ground.link('organisation', n), centre: ground.link('home-care-centre', n), services: offered, staff: 3 + (n % 4), signedOn: startsOn, startsOn, endsOn: n === 5 ? '2014-12-20' : `2015-0${1 + n}-01`, renewals: 0, point: ground.point(town.code) },
    entries: {
      communities: communities.map((village) => ({ on: startsOn, values: { community: village.code, elders: 200 + ground.chance(`linked ${village.code}`, 500) } })),
      outreach: ['2014-08-31', '2014-09-30', '2014-10-31'].flatMap((on, m) => communities.flatMap((village) => offered.map((service) => ({ on, values: { community: village.code, service, persons: 12 + n + m, times: (12 + n + m) * 3 } })))),
    },
  };
}

function premisesOf(ground: DemoGround, town: DemoGround['towns'][number], n: number): DemoRecord {
  const manner = n % 3 === 1 ? 'leased' : n % 3 === 2 ? 'free' : 'allotted';
  const area = 150 + ground.chance(`premises ${town.code}`, 500);
  const startsOn = n >= 8 ? '2014-12-01' : `2014-0${1 + n}-10`;
  const market = area * 240 * YUAN;
  return {
    division: town.code, openedOn: n >= 8 ? '2014-10-15' : startsOn,
    values: { premises: `${town.name}原${n % 2 === 0 ? '粮所办公楼一层' : '旧校舍'}`, owner: n % 2 === 0 ? '市公有物业管理中心' : `${town.name}人民政府`, organisation: ground.link('organisation', n), centre: ground.link('home-care-centre', n), manner, kind: n % 2 === 0 ? 'state' : 'idle', area: String(area), ...(manner === 'leased' ? { annualRent: market / 2, marketRent: market } : {}), signedOn: n >= 8 ? '2014-10-15' : startsOn, startsOn, endsOn: '2019-12-31', renewals: 0, documentNumber: `（演示）国资2014-${20 + n}`, point: ground.point(town.code) },
    states: n >= 8 ? [] : [{ state: 'running', on: startsOn }],
    entries: { inspections: n < 6 ? [{ on: '2014-09-16', values: { asAgreed: n !== 3, ...(n === 3 ? { foundUse: '部分房间堆放杂物、出租' } : {}), by: '市民政局、镇社会事务局' } }] : [] },
  };
}
