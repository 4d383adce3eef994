import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const sessions: readonly (readonly [series: string, session: number, name: string, on: string])[] = [
  ['capacity', 1, '法人治理与内部管理', '2014-03-18'], ['capacity', 2, '项目策划与申报', '2014-04-15'], ['capacity', 3, '财务管理与税务', '2014-05-13'], ['capacity', 4, '等级评估指标解读', '2014-06-10'],
  ['capacity', 5, '志愿者管理', '2014-07-15'], ['capacity', 6, '筹资与公信力', '2014-08-19'], ['capacity', 7, '承接政府职能转移', '2014-09-16'], ['capacity', 8, '传播与品牌', '2014-10-21'],
  ['professional', 1, '行业协会秘书长研修', '2014-05-27'], ['intellectual-property', 1, '专业镇知识产权', '2014-07-29'], ['standards', 1, '行业标准制定', '2014-09-04'], ['brand', 1, '区域品牌策略', '2014-10-28'],
  ['marketing', 1, '企业营销与电商', '2014-11-25'],
];

/** 中山 2014: eight sessions in the series, others beside it. */
export const records: readonly DemoRecords[] = [{ register: 'organisation-training', rows: (ground) => sessions.map(([series, session, name, on], at) => row(ground, series, session, name, on, at)) }];

function row(ground: DemoGround, series: string, session: number, name: string, on: string, at: number): DemoRecord {
  const held = on < '2014-11-03';
  const who = Array.from({ length: 14 }, (_, n) => ({ person: student(ground, (at * 11 + n * 3) % 90), organisation: ground.link('organisation', (at * 5 + (n % 12)) % 40), n }));
  return {
    division: ground.city, openedOn: '2014-02-25',
    values: { name, series, year: 2014, edition: session, startsOn: on, endsOn: on, hours: '6', seats: 60, teacher: ground.person(8100 + at, 48).name, place: '市社会组织培育基地', ...(['intellectual-property', 'standards', 'brand', 'marketing'].includes(series) ? { partner: ground.link('organisation', at) } : {}) },
    states: held ? [{ state: 'held', on }] : [],
    entries: {
      enrolment: Array.from({ length: 12 }, (_, n) => ({ on: '2014-02-28', values: { organisation: ground.link('organisation', (at * 5 + n) % 40), places: 2 + (n % 3) } })),
      attendance: held ? who.map(({ person, organisation, n }) => ({ on, person, values: { organisation, came: n !== 13, creditHours: n === 13 ? '0' : '6', ...(n < 13 && series === 'capacity' ? { certificate: `SZP${session}-${String(n + 1).padStart(2, '0')}` } : {}) } })) : [],
    },
  };
}

const student = (ground: DemoGround, nth: number): ReturnType<DemoGround['person']> => ground.person(8000 + nth, 26 + (nth % 30));
