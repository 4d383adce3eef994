import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const classes = [
  { name: '村（居）两委换届选举工作培训班', topic: 'election', startsOn: '2014-01-08', endsOn: '2014-01-09' },
  { name: '新任村（居）委会成员培训班', topic: 'governance', startsOn: '2014-05-20', endsOn: '2014-05-22' },
  { name: '社区协商议事培训班', topic: 'governance', startsOn: '2014-06-17', endsOn: '2014-06-18' },
  { name: '社区服务大厅窗口培训班', topic: 'service', startsOn: '2014-08-12', endsOn: '2014-08-13' },
  { name: '社区矛盾调解培训班', topic: 'mediation', startsOn: '2014-10-14', endsOn: '2014-10-15' },
  { name: '社区工作者社会工作方法培训班', topic: 'social-work', startsOn: '2014-11-18', endsOn: '2014-11-20' },
] as const;

/** Six classes; the last is still to come. Every third student came to the class before as well. */
export const records: readonly DemoRecords[] = [{ register: 'community-worker-training', rows: (ground) => classes.map((one, at) => trainingClass(ground, one, at)) }];

function trainingClass(ground: DemoGround, one: (typeof classes)[number], at: number): DemoRecord {
  const held = at < classes.length - 1;
  // six towns a class, four places each
  const places = Array.from({ length: 6 }, (_, nth) => ground.towns[(at * 4 + nth) % ground.towns.length]).filter((town) => town !== undefined);
  const students = Array.from({ length: 18 }, (_, n) => ({ person: ground.person(7500 + (n % 3 === 0 && at > 0 ? at - 1 : at) * 18 + n, 28 + ((n * 7) % 25)), town: places[n % places.length]?.code ?? ground.city, n }));
  return {
    division: ground.city, openedOn: `${one.startsOn.slice(0, 4)}-01-03`,
    values: { ...one, hours: '14', seats: 24, teacher: ground.person(7490 + at, 52).name, place: '市社区工作者培训中心', passMark: '60' },
    states: held ? [{ state: 'held', on: one.startsOn }] : [],
    entries: {
      quotas: places.map((town) => ({ on: '2014-01-03', values: { town: town.code, places: 4 } })),
      enrolment: students.map(({ person, town, n }) => ({ on: '2014-01-06', person, values: { town, post: n % 3 === 0 ? 'station' : 'committee' } })),
      attendance: held ? students.map(({ person, n }) => ({ on: one.endsOn, person, values: { came: n !== 17, creditHours: n === 17 ? '0' : '14', ...(n < 15 ? { score: String(66 + ((n * 5 + at) % 30)), certificate: `SGP${at + 1}-${String(n + 1).padStart(3, '0')}` } : {}) } })) : [],
    },
  };
}
