import { addDays, plainDate } from '../../../kernel/values/plain-date.ts';
import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const work = ['安置点入户走访', '儿童活动空间', '老人探访', '情绪支持小组', '志愿者协调', '物资需求登记'];

/** 中山 2014: twenty days in 鲁甸; two projects for the partner region. */
export const records: readonly DemoRecords[] = [
  { register: 'support-mission', rows: (ground) => [mission(ground)] },
  { register: 'partner-region-project', rows: (ground) => [
    partner(ground, '社工骨干培训', ['training', 'supervision'], '2014-04-10', '2014-05-12', 12_000_000),
    partner(ground, '社工站帮建', ['agency', 'secondment'], '2014-08-20', undefined, 30_000_000),
  ] },
];

function mission(ground: DemoGround): DemoRecord {
  const first = plainDate('2014-08-15');
  return {
    division: ground.city, openedOn: '2014-08-10',
    values: { team: '鲁甸社会工作支援团广东服务队中山分队', kind: 'disaster', event: '云南鲁甸6.5级地震', destination: '云南省昭通市鲁甸县', calledBy: '省民政厅', leader: ground.person(8960, 38).name, startsOn: '2014-08-15', plannedBack: '2014-09-03' },
    states: [{ state: 'away', on: '2014-08-15' }, { state: 'returned', on: '2014-09-03', values: { endsOn: '2014-09-03', days: 20, summary: '协助灾区尽快恢复生活生产秩序，交接给当地社工。' } }],
    entries: {
      members: Array.from({ length: 6 }, (_, n) => ({ on: '2014-08-12', person: ground.person(8960 + n, 38 - n * 2), values: { organisation: ground.link('organisation', n), duty: n === 0 ? 'leader' : n === 1 ? 'supervisor' : 'social-worker' } })),
      'daily-log': Array.from({ length: 20 }, (_, n) => ({ on: addDays(first, n), values: { work: work[n % work.length], served: 20 + ground.chance(`log ${n}`, 60), cases: n % 3, place: '龙头山安置点' } })),
    },
  };
}

function partner(ground: DemoGround, name: string, help: readonly string[], agreed: string, started: string | undefined, budget: number): DemoRecord {
  return {
    division: ground.city, openedOn: agreed,
    values: { name, region: '贵州省黔南州', help, budget, agreedPlanned: agreed, startedPlanned: '2014-11-20', completedPlanned: '2015-06-30' },
    states: [{ state: 'agreed', on: agreed, values: { agreedActual: agreed } }, ...(started === undefined ? [] : [{ state: 'started', on: started, values: { startedActual: started } }])],
    entries: started === undefined ? {} : { funds: [{ on: started, values: { kind: 'granted', source: 'city', amount: budget } }, { on: started, values: { kind: 'paid', source: 'city', amount: budget / 2 } }], activities: [{ on: '2014-06-18', values: { content: '第一期骨干培训', people: 45 } }, { on: '2014-09-24', values: { content: '驻点督导', people: 12 } }] },
  };
}
