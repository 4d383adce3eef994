import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const projects = ['慈善行', '一元善款', '爱心义卖', '小小慈善家', '敬老院探访', '福利院伙伴', '图书漂流', '慈善第一课', '暖冬衣物', '山区书信'] as const;
const kinds = ['walk', 'sale', 'sale', 'lesson', 'visit', 'visit', 'service', 'lesson', 'service', 'service'] as const;

/** Six bases, one of them outside the city, and ten projects, six of them of 2014. */
export const records: readonly DemoRecords[] = [
  { register: 'charity-education-base', rows: (ground) => Array.from({ length: 6 }, (_none, at) => base(ground, at)) },
  { register: 'charity-education-project', rows: (ground) => projects.map((name, at) => project(ground, name, at)) },
];

function base(ground: DemoGround, at: number): DemoRecord {
  const town = ground.towns[at * 3];
  const outside = at === 5;
  const on = `201${1 + (at % 3)}-09-01`;
  return {
    division: outside || town === undefined ? ground.city : town.code, openedOn: on,
    values: {
      name: outside ? '山区小学慈善教育基地' : `${town?.name ?? ''}慈善教育基地`, organisation: ground.link('organisation', at * 3 * 5 + 1), region: outside ? 'outside' : 'inside', ...(outside ? { outsideCity: '云南省昭通市' } : { point: ground.point(town?.code ?? ground.city) }),
      capacity: 60 + at * 20, agreementUntil: `201${5 + (at % 2)}-08-31`,
    },
    states: [{ state: 'active', on }],
  };
}

function project(ground: DemoGround, name: string, at: number): DemoRecord {
  const year = at < 6 ? 2014 : 2013;
  const startsOn = `${year}-03-0${1 + (at % 8)}`;
  const sessions = Array.from({ length: 3 }, (_none, nth) => {
    const students = 30 + ground.chance(`students ${at} ${nth}`, 90);
    return { on: `${year}-0${4 + nth * 2}-15`, values: { school: `${ground.towns[(at + nth) % ground.towns.length]?.name ?? ''}中心小学`, grade: '四年级', students, hoursEach: '2.5', personHours: String((students * 25) / 10) } };
  });
  return {
    division: ground.city, openedOn: startsOn,
    values: { name, kind: kinds[at] ?? 'other', base: ground.link('charity-education-base', at % 6), startsOn, budget: 3_000_000 + at * 500_000 },
    states: [{ state: 'running', on: startsOn }, ...(year === 2013 ? [{ state: 'finished', on: '2013-12-20', values: { endsOn: '2013-12-20' } }] : [])],
    entries: { sessions, certified: at === 0 ? [1, 2, 3].map((n) => ({ on: '2014-04-15', person: ground.person(21_000 + n, 11), values: { hours: '2.5', certificate: `慈教2014-${n}` } })) : [] },
  };
}
