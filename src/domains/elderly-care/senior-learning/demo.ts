import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const YUAN = 100;
const COURSES = [['保健按摩班', 'health'], ['书法班', 'arts'], ['粤曲班', 'music'], ['广场舞班', 'dance'], ['电脑入门班', 'computer'], ['养生保健班', 'health']] as const;
const TERMS = [{ term: '2013年秋季', startsOn: '2013-09-09', endsOn: '2013-12-20' }, { term: '2014年春季', startsOn: '2014-03-03', endsOn: '2014-06-27' }, { term: '2014年秋季', startsOn: '2014-09-08', endsOn: '2014-12-19' }] as const;

/** The demo city: six courses a term for three terms; the two of calligraphy and singing are full. */
export const records: readonly DemoRecords[] = [{ register: 'senior-course', rows: (ground) => TERMS.flatMap((_, term) => COURSES.map((__, at) => course(ground, term, at))) }];

const learner = (ground: DemoGround, at: number, i: number): ReturnType<DemoGround['person']> => ground.person(38_600 + at * 20 + i, 61 + ((at + i) % 14));

function course(ground: DemoGround, t: number, at: number): DemoRecord {
  const { term, startsOn, endsOn } = TERMS[t] ?? TERMS[0];
  const [name, subject] = COURSES[at] ?? COURSES[0];
  const full = at === 1 || at === 2;
  const seats = full ? 12 : 16;
  const sitting = full ? 12 : 9 + (at % 3);
  const over = t < 2;
  const enrolled = startsOn.replace(/-\d\d$/, '-01');
  const lessons = [0, 1, 2].map((m) => `${startsOn.slice(0, 5)}${String(Number(startsOn.slice(5, 7)) + m).padStart(2, '0')}-${m === 0 ? startsOn.slice(8) : '15'}`).filter((day) => day <= '2014-11-03');
  const came = lessons.flatMap((on, m) => Array.from({ length: sitting }, (_, i) => ({ on, person: learner(ground, at, i), values: { came: (i + m) % 7 !== 3, creditHours: '2.0' } })));
  const attended = came.filter((one) => one.values.came).length;
  const town = ground.towns[at];
  return {
    division: town?.code ?? ground.city, openedOn: enrolled,
    values: { name, subject, term, startsOn, endsOn, hours: '32.0', seats, lessons: 16, teacher: '外聘教师', place: `${town?.name ?? ''}老年大学`, grantPerAttendance: 8 * YUAN, ...(at % 2 === 0 ? { association: ground.link('senior-association', at) } : { organisation: ground.link('organisation', at) }) },
    states: [{ state: 'running', on: startsOn }, ...(over ? [{ state: 'finished', on: endsOn }] : [])],
    entries: {
      enrolment: [
        ...Array.from({ length: sitting }, (_, i) => ({ on: enrolled, person: learner(ground, at, i), values: { step: 'seated' } })),
        ...(full ? [{ on: enrolled, person: learner(ground, at, 17), values: { step: 'waiting' } }, { on: enrolled, person: learner(ground, at, 18), values: { step: 'waiting' } }] : []),
        ...(over ? Array.from({ length: sitting - 1 }, (_, i) => ({ on: endsOn, person: learner(ground, at, i), values: { step: 'completed' } })) : []),
      ],
      attendance: came,
      verifications: over ? [{ on: endsOn, values: { through: endsOn, verified: attended, notCounted: 0, how: '点名册和到堂抽查', verifiedBy: '市老龄办' } }] : [],
      grants: over ? [{ on: endsOn, values: { attendances: attended, amount: attended * 8 * YUAN } }] : [],
    },
  };
}
