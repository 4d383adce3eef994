import type { DemoGround, DemoPerson, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const VILLAGES = 100;
const SESSIONS = 6;
const DUTIES = ['村（居）委会委员', '民兵营长', '治保主任', '民政专干'] as const;

/** The officer of the n-th village: the same man in the register and in the class. */
const officer = (ground: DemoGround, n: number): DemoPerson => ground.person(35_000 + n, 26 + (n % 30));

/** 中山: one officer a village in the towns that have reported their lists, two replaced in the year; sessions by town. */
export const records: readonly DemoRecords[] = [
  { register: 'disaster-informer', rows: (ground) => ground.villages.slice(0, VILLAGES).flatMap((village, n) => (n % 50 === 7 ? [predecessor(ground, village, n), informer(ground, village, n)] : [informer(ground, village, n)])) },
  { register: 'informer-training', rows: (ground) => ground.towns.slice(0, SESSIONS + 1).map((town, at) => session(ground, town, at)) },
];

type Village = DemoGround['villages'][number];

function informer(ground: DemoGround, village: Village, n: number): DemoRecord {
  const appointedOn = n % 50 === 7 ? '2014-06-20' : `201${1 + (n % 3)}-0${1 + (n % 9)}-15`;
  const duty = DUTIES[n % DUTIES.length] ?? DUTIES[0];
  return {
    division: village.code, openedOn: appointedOn, person: officer(ground, n),
    values: { role: 'first', employment: n % 9 === 0 ? 'full-time' : 'part-time', duty, mobile: `1380000${String(1000 + n)}`, appointedOn },
    entries: {
      posts: [{ on: appointedOn, values: { place: village.name, post: duty } }],
      'call-checks': n % 12 === 0 && n % 50 !== 7 ? [{ on: '2014-03-18', values: { reached: true } }] : [{ on: '2014-07-08', values: { reached: n % 17 !== 0 } }, { on: '2014-09-23', values: { reached: true } }],
    },
  };
}

function predecessor(ground: DemoGround, village: Village, n: number): DemoRecord {
  return {
    division: village.code, openedOn: '2011-03-15', person: ground.person(35_900 + n, 59),
    values: { role: 'first', employment: 'part-time', duty: '村（居）委会委员', mobile: `1390000${String(1000 + n)}`, appointedOn: '2011-03-15' },
    states: [{ state: 'left', on: '2014-06-20', values: { leftReason: '换届，不再任职' } }],
    entries: { posts: [{ on: '2011-03-15', values: { place: village.name, post: '村（居）委会委员', until: '2014-06-20' } }] },
  };
}

function session(ground: DemoGround, town: DemoGround['towns'][number], at: number): DemoRecord {
  const startsOn = at === SESSIONS ? '2014-11-20' : `2014-0${3 + at}-12`;
  const values = { name: `${town.name}灾害信息员业务培训班`, content: ['reporting', 'hazards', 'warning'], startsOn, endsOn: startsOn, hours: '6.0', seats: 20, teacher: '市减灾委办公室', place: `${town.name}政府会议室`, host: '市民政局' };
  if (at === SESSIONS) return { division: town.code, openedOn: '2014-10-15', values };
  const pupils = ground.villages.slice(0, VILLAGES).flatMap((village, n) => (village.town === town.code ? [n] : [])).slice(0, 20);
  return {
    division: town.code, openedOn: '2014-02-20', values, states: [{ state: 'held', on: startsOn }],
    entries: { attendance: pupils.map((n) => ({ on: startsOn, person: officer(ground, n), values: { came: n % 11 !== 3, creditHours: '6.0' } })) },
  };
}
