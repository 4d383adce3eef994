import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const kinds = ['disabled', 'kin', 'demobilised', 'ill', 'war', 'rural'] as const;

/** Forty cases and six groups; the survey of 2013 closed, that of 2014 planned. */
export const records: readonly DemoRecords[] = [
  { register: 'special-care-plan', rows: (ground) => [...Array.from({ length: 40 }, (_none, at) => plan(ground, at)), ...Array.from({ length: 6 }, (_none, at) => group(ground, at))] },
  { register: 'special-care-survey', rows: (ground) => [survey(ground, 2013, 60), survey(ground, 2014, 0)] },
];

function plan(ground: DemoGround, at: number): DemoRecord {
  const village = ground.villages[(at * 7) % ground.villages.length];
  const startsOn = `2014-0${1 + (at % 8)}-1${at % 9}`;
  const closed = at % 5 === 4;
  return {
    division: village?.code ?? ground.city, openedOn: startsOn, person: ground.person(23_800 + at, 62 + (at % 20)),
    values: { name: `${village?.name ?? ''}个案${at + 1}`, kind: 'case', entitlement: kinds[at % kinds.length] ?? 'mixed', organisation: ground.link('organisation', (at % 8) * 5), worker: ground.person(23_850 + (at % 6), 29).name, needs: '独居，腿脚不便，看病不知道怎样报销。', goals: '弄清医疗补助的办法，联系家居改造，每月探访。', startsOn, dueOn: at % 7 === 0 ? '2014-10-31' : '2015-03-31', plannedVisits: 8 },
    states: closed ? [{ state: 'closed', on: '2014-09-30', values: { outcome: 'reached', closing: '已办妥医疗补助，家人每周探望。' } }] : [],
    entries: { 'follow-ups': ['2014-08-20', '2014-09-22', ...(closed || at % 6 === 1 ? [] : ['2014-10-23'])].map((on, nth) => ({ on, values: { way: nth === 1 ? 'phone' : 'visit', did: '探访，讲解补助办法，记下新的需要。', policyTold: nth === 0, hours: '1.5', ...(closed ? {} : { next: nth === 2 ? '2014-11-24' : '2014-10-23' }) } })) },
  };
}

function group(ground: DemoGround, at: number): DemoRecord {
  const town = ground.towns[at * 3];
  return {
    division: town?.code ?? ground.city, openedOn: '2014-05-01',
    values: { name: `${town?.name ?? ''}老兵故事小组`, kind: 'group', entitlement: 'mixed', worker: ground.person(23_850 + at, 29).name, goals: '老战士互相支持，向学生讲历史。', startsOn: '2014-05-01', dueOn: '2014-12-31', plannedVisits: 6 },
    entries: {
      'follow-ups': ['2014-06-14', '2014-08-01', '2014-10-18'].map((on) => ({ on, values: { way: 'activity', did: '小组聚会。', policyTold: true, hours: '2' } })),
      members: ['2014-06-14', '2014-10-18'].flatMap((on) => [0, 1, 2, 3, 4].map((n) => ({ on, person: ground.person(23_900 + at * 10 + n, 70), values: { came: (n + at) % 5 !== 0 } }))),
    },
  };
}

/** That of 2013 was drawn on paper and is over; that of 2014 waits for its sample to be drawn. */
function survey(ground: DemoGround, year: number, answers: number): DemoRecord {
  const values = { name: `${year}年优抚对象知晓率、满意度调查`, surveyYear: year, scale: 10, contentFrom: 7, lowUpTo: 4, followWithin: 20 };
  if (answers === 0) return { division: ground.city, openedOn: `${year}-10-20`, values: { ...values, sampleSize: 20, fieldFrom: `${year}-11-03` } };
  return {
    division: ground.city, openedOn: `${year}-09-01`,
    values: { ...values, population: 3_460, sampleSize: answers, sampling: '纸面抽签：按镇街分层，随机抽取', drawnOn: `${year}-09-09`, fieldFrom: `${year}-09-10` },
    states: [{ state: 'asking', on: `${year}-09-10` }, { state: 'closed', on: `${year}-10-31`, values: { fieldTo: `${year}-10-26`, findings: '医疗补助的办法知道的人少；报销等得久。' } }],
    entries: { answers: Array.from({ length: answers }, (_none, at) => ({ on: `${year}-09-1${at % 9}`, person: ground.person(24_000 + at, 66), values: at % 20 === 7 ? { reply: at % 40 === 7 ? 'absent' : 'refused', followUp: 'none' } : answer(ground, year, at) })) },
  };
}

function answer(ground: DemoGround, year: number, at: number): Record<string, unknown> {
  const score = at % 13 === 5 ? 3 : 6 + ground.chance(`answer ${year} ${at}`, 5);
  const low = score <= 4;
  return {
    reply: 'answered', aware: at % 5 !== 2, score, content: score >= 7, followUp: low ? 'done' : 'none',
    ...(low ? { complaint: '报销等了三个月。', followWorker: ground.person(23_851, 29).name, followDue: `${year}-10-10`, followedOn: `${year}-09-2${at % 9}`, followResult: '陪同到社保所查明，已补发。' } : {}),
  };
}
