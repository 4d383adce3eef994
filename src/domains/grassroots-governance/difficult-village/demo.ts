import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';
import { problemClassOf, questions } from './problem-class.ts';

type Village = DemoGround['villages'][number];
const found: readonly { readonly problem: string; readonly yes: readonly string[]; readonly measures: string }[] = [
  { problem: '账目长期不公开，村民意见大', yes: ['affairsHidden'], measures: '清查近三年账目，逐月张榜，设账目咨询日。' },
  { problem: '征地款分配纠纷，多次集体上访', yes: ['landDispute', 'petitions'], measures: '镇街牵头核对征地款，召开村民代表会议表决分配方案。' },
  { problem: '两委班子不团结，会议开不起来', yes: ['teamSplit'], measures: '逐个谈话，调整分工，镇街派驻工作组。' },
  { problem: '两姓宗族相争，村务难议', yes: ['clanPressure'], measures: '请乡贤调解，划分选区，公开选举办法。' },
  { problem: '村干部被立案，资产去向不明', yes: ['cadreInquiry', 'affairsHidden', 'landDispute'], measures: '配合调查，清产核资，公布结果。' },
];

/** 中山: the round of 2014 is over; after the election the town looked again for 2017: some are still listed. */
export const records: readonly DemoRecords[] = [{ register: 'difficult-village', rows: (ground) => [...ground.villages.slice(10, 22).map((village, at) => lastRound(ground, village, at)), ...ground.villages.slice(30, 36).map((village, at) => thisRound(ground, village, at))] }];

const opened = (ground: DemoGround, village: Village, at: number, round: number, on: string): DemoRecord => {
  const one = found[at % found.length];
  return {
    division: village.code, openedOn: on,
    values: { problem: one?.problem, round, screenedOn: on, ...Object.fromEntries(questions.map(({ key }) => [key, one?.yes.includes(key) ?? false])) },
    states: [],
  };
};
const listing = (ground: DemoGround, village: Village, at: number, deadline: string): Record<string, unknown> => {
  const one = found[at % found.length];
  return { problemClass: problemClassOf(Object.fromEntries((one?.yes ?? []).map((key) => [key, true]))), leader: ground.person(7300 + at, 46).name, leaderPost: `${village.townName}党委委员`, measures: one?.measures, deadline };
};

function lastRound(ground: DemoGround, village: Village, at: number): DemoRecord {
  const record = opened(ground, village, at, 2014, '2013-09-10');
  if (at >= 10) return { ...record, values: { ...record.values, problem: '没有发现突出问题', ...Object.fromEntries(questions.map(({ key }) => [key, false])) }, states: [{ state: 'cleared', on: '2013-09-25' }] };
  return {
    ...record,
    states: [{ state: 'listed', on: '2013-09-25', values: listing(ground, village, at, '2013-12-31') }, { state: 'reviewing', on: '2013-12-16' }, { state: 'released', on: '2013-12-24' }],
    entries: {
      'measures-taken': [{ on: '2013-10-20', values: { done: '工作组进村，逐户听意见。', who: `${village.townName}工作组`, settled: ground.chance(`settled ${village.code}`, 4) } }],
      reviews: [{ on: '2013-12-23', values: { result: 'passed', reviewer: ground.person(7340, 50).name, opinion: '措施落实，可以进入换届。' } }],
    },
  };
}

function thisRound(ground: DemoGround, village: Village, at: number): DemoRecord {
  const record = opened(ground, village, at, 2017, '2014-09-15');
  const steps = [{ state: 'listed', on: '2014-09-28', values: listing(ground, village, at, at === 0 ? '2014-10-31' : '2014-12-31') }, { state: 'reviewing', on: '2014-10-27' }];
  return {
    ...record,
    states: at < 4 ? steps.slice(0, at === 3 ? 2 : 1) : [],
    entries: at < 4 ? { 'measures-taken': [{ on: '2014-10-12', values: { done: '召开村民代表座谈会，列出问题清单。', who: `${village.townName}工作组` } }] } : {},
  };
}
