import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const services = [
  { service: '长者生日探访', category: 'elderly', responsible: '社区居委会', cycleMonths: 1, audience: '八十岁以上老人' },
  { service: '四点半课堂', category: 'children', responsible: '社区居委会', cycleMonths: 1, audience: '小学生' },
  { service: '义诊和健康讲座', category: 'health', responsible: '社区卫生服务站', cycleMonths: 3, audience: '全体居民' },
] as const;

/** Three services in each of twenty communities; in one community of five the monthly ones were last done in August. */
export const records: readonly DemoRecords[] = [{ register: 'community-service-item', rows: (ground) => ground.villages.slice(0, 20).flatMap((village, at) => services.map((one) => item(ground, village, at, one))) }];

function item(ground: DemoGround, village: DemoGround['villages'][number], at: number, one: (typeof services)[number]): DemoRecord {
  const behind = at % 5 === 4;
  return {
    division: village.code, openedOn: '2014-03-10',
    values: { ...one, placeOfService: '社区服务中心' },
    states: [{ state: 'running', on: '2014-03-20' }],
    entries: {
      deliveries: ['2014-07-18', '2014-08-22', ...(behind ? [] : ['2014-10-17'])].map((on) => ({ on, values: { served: 12 + ground.chance(`${one.service} ${village.code} ${on}`, 40) } })),
      feedback: at % 4 === 0 ? [{ on: '2014-09-05', values: { mood: at % 8 === 0 ? 'satisfied' : 'fair', said: '时间能不能晚一点', answered: at % 8 === 0, ...(at % 8 === 0 ? { answer: '下月起改在晚上七点。' } : {}) } }] : [],
    },
  };
}
