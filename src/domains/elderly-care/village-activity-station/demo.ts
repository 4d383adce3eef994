import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const YUAN = 100;
/** A village is told from a town community by its committee. */
const COMMITTEE = '村民委员会';
const ROOMS = ['reading', 'chess', 'fitness', 'music', 'rest', 'meals'];

/** The demo city: forty of its 行政村 have or get a station: sixteen accepted in 2013, fourteen in 2014, the rest under way. */
export const records: readonly DemoRecords[] = [{ register: 'village-activity-station', rows: (ground) => ground.villages.filter((village) => village.name.endsWith(COMMITTEE)).filter((_, n) => n % 3 === 2).slice(0, 40).map((village, n) => station(ground, village, n)) }];

function station(ground: DemoGround, village: DemoGround['villages'][number], n: number): DemoRecord {
  const budget = (60_000 + (n % 5) * 20_000) * YUAN;
  const year = n < 16 ? 2013 : 2014;
  const accepted = `${year}-${String(6 + (n % 4)).padStart(2, '0')}-20`;
  const [start, done] = [`${year}-02-10`, `${year}-05-28`];
  const far = n < 30 ? 3 : n < 34 ? 2 : n < 38 ? 1 : 0;
  return {
    division: village.code, openedOn: `${year}-01-08`,
    values: {
      name: `${village.name.replace(COMMITTEE, '村')}老年人活动站`, nature: n % 3 === 0 ? 'converted' : 'new', area: String(80 + ground.chance(`area ${village.code}`, 160)), rooms: ROOMS.slice(0, 2 + (n % 5)), elders: 180 + ground.chance(`elders ${village.code}`, 600),
      budget, startedPlanned: start, completedPlanned: n === 35 ? '2014-09-30' : far < 2 ? '2014-12-20' : done, acceptedPlanned: far < 3 ? '2014-12-31' : accepted, point: ground.point(village.code),
      ...(far === 0 ? { startedPlanned: '2014-11-20' } : {}),
    },
    states: [
      ...(far > 0 ? [{ state: 'started', on: start, values: { startedActual: start } }] : []),
      ...(far > 1 ? [{ state: 'completed', on: done, values: { completedActual: done } }] : []),
      ...(far > 2 ? [{ state: 'accepted', on: accepted, values: { acceptedActual: accepted } }] : []),
    ],
    entries: {
      funds: far > 0 ? [{ on: start, values: { kind: 'granted', source: 'lottery', amount: budget, paper: `（演示）福利${year}-${n}` } }, { on: `${year}-03-15`, values: { kind: 'paid', source: 'lottery', amount: far > 2 ? budget : budget / 2 } }] : [],
      inspections: far > 2 ? [...(n % 11 === 4 ? [{ on: `${year}-06-02`, values: { passed: false, by: '镇社会事务局', defects: '出入口没有无障碍坡道' } }] : []), { on: accepted, values: { passed: true, by: '镇社会事务局、村老年协会' } }] : [],
    },
  };
}
