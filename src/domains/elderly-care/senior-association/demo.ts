import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const YUAN = 100;
const ASSOCIATIONS = 40;
const CONDITIONS = ['设有老年人优先窗口', '建立为老服务承诺制度', '一年内没有侵害老年人权益的投诉', '职工参加敬老教育'] as const;
const WINDOWS = ['人民医院门诊部', '公交公司服务班组', '银行营业部', '行政服务中心', '敬老院', '社区服务中心'] as const;

/** The demo city: forty associations, twenty-four grants in two years, twelve titles. */
export const records: readonly DemoRecords[] = [
  { register: 'senior-association', rows: (ground) => ground.villages.filter((_, n) => n % 6 === 1).slice(0, ASSOCIATIONS).map((village, n) => association(ground, village, n)) },
  { register: 'association-grant', rows: (ground) => Array.from({ length: 24 }, (_, n) => grant(ground, n)) },
  { register: 'respect-title', rows: (ground) => Array.from({ length: 12 }, (_, n) => honour(ground, n)) },
];

function association(ground: DemoGround, village: DemoGround['villages'][number], n: number): DemoRecord {
  const elected = `201${2 + (n % 2)}-0${1 + (n % 9)}-20`;
  return {
    division: village.code, openedOn: elected,
    values: { name: `${village.name}老年协会`, standing: n % 5 === 0 ? 'registered' : 'filed', foundedOn: elected, members: 60 + ground.chance(`members ${village.code}`, 240), termEndsOn: `201${5 + (n % 2)}-0${1 + (n % 9)}-19`, point: ground.point(village.code) },
    entries: {
      officers: (['chair', 'secretary'] as const).map((post, at) => ({ on: elected, person: ground.person(38_200 + n * 2 + at, 62 + ((n + at) % 12)), values: { post } })),
      activities: n % 13 === 6 ? [{ on: '2014-03-05', values: { kind: 'culture', topic: '春节游园', participants: 60 } }] : [{ on: '2014-06-02', values: { kind: 'culture', topic: '端午曲艺演出', participants: 40 + (n % 7) * 10 } }, { on: '2014-10-02', values: { kind: 'care', topic: '重阳探访高龄老人', participants: 12 + (n % 9) } }],
    },
  };
}

function grant(ground: DemoGround, n: number): DemoRecord {
  const old = n < 10;
  const year = old ? 2013 : 2014;
  const amount = (3000 + (n % 4) * 1000) * YUAN;
  const spent = old && n % 4 === 1 ? amount - 400 * YUAN : amount;
  const village = ground.villages.filter((_, at) => at % 6 === 1)[n % ASSOCIATIONS];
  return {
    division: village?.code ?? ground.city, openedOn: `${year}-03-01`,
    values: { use: n % 2 === 0 ? '老年课堂' : '曲艺队服装道具', association: ground.link('senior-association', n), year, purpose: n % 2 === 0 ? 'learning' : 'culture', source: 'lottery', amount },
    states: [
      ...(n < 22 ? [{ state: 'granted', on: `${year}-04-10`, values: { grantedOn: `${year}-04-10`, reportDueOn: n === 12 ? '2014-09-30' : `${year}-12-20` } }] : []),
      ...(old ? [{ state: 'reported', on: `${year}-12-10`, values: { reportedOn: `${year}-12-10`, spent, refunded: amount - spent } }, { state: 'closed', on: `${year}-12-25` }] : []),
    ],
  };
}

function honour(ground: DemoGround, n: number): DemoRecord {
  const town = ground.towns[n];
  const year = n < 7 ? 2013 : 2014;
  const given = n !== 11;
  const failed = n === 10;
  return {
    division: town?.code ?? ground.city, openedOn: `${year}-04-15`,
    values: { name: `${town?.name ?? ''}${WINDOWS[n % WINDOWS.length] ?? ''}`, level: n === 0 ? 'national' : n < 4 ? 'province' : 'city', trade: n % 6 === 0 ? 'medical' : n % 6 === 4 ? 'care' : 'window', appliedOn: `${year}-04-15` },
    states: failed ? [{ state: 'refused', on: `${year}-09-20` }] : given ? [{ state: 'given', on: `${year}-10-0${1 + (n % 2)}`, values: { givenOn: `${year}-10-0${1 + (n % 2)}`, validUntil: `${year + 3}-10-01`, givenBy: '市老龄工作委员会' } }] : [],
    entries: {
      checklist: CONDITIONS.map((item, at) => ({ on: `${year}-06-10`, values: { item, met: !(failed && at === 2) } })),
      checks: [{ on: `${year}-08-12`, values: { kind: 'site', score: String(86 + (n % 9)), passed: !failed, by: '市老龄办评审组' } }],
    },
  };
}
