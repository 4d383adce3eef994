import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const groups = ['elderly', 'disabled', 'youth', 'poor', 'migrants', 'correction'] as const;

/** 中山 2014: fifteen social workers in court; twelve delegates each paired with one. */
export const records: readonly DemoRecords[] = [
  { register: 'social-worker-juror', rows: (ground) => Array.from({ length: 17 }, (_, at) => juror(ground, at)) },
  { register: 'delegate-pairing', rows: (ground) => Array.from({ length: 12 }, (_, at) => pairing(ground, at)) },
];

/** The last two were proposed and wait. */
function juror(ground: DemoGround, at: number): DemoRecord {
  const values = { organisation: ground.link('organisation', at), court: '中山市第一人民法院', skill: (['youth', 'family', 'correction', 'disabled'] as const)[at % 4] };
  const record: DemoRecord = { division: ground.city, openedOn: at < 15 ? '2014-03-10' : '2014-10-20', person: ground.person(9000 + at, 29 + at), values };
  if (at >= 15) return record;
  return {
    ...record,
    states: [{ state: 'serving', on: '2014-05-06', values: { appointedBy: '市人民代表大会常务委员会', appointedOn: '2014-04-28', termStart: '2014-05-06', termEnd: '2019-05-05' } }],
    entries: { trials: Array.from({ length: 1 + (at % 4) }, (_, n) => ({ on: `2014-${String(7 + n).padStart(2, '0')}-1${at % 9}`, values: { caseKind: (['criminal-minor', 'family', 'civil'] as const)[(at + n) % 3], followUp: (at + n) % 3 === 0 } })) },
  };
}

function pairing(ground: DemoGround, at: number): DemoRecord {
  const group = groups[at % groups.length] ?? 'elderly';
  return {
    division: ground.towns[at % ground.towns.length]?.code ?? ground.city, openedOn: '2014-04-18', person: ground.person(9030 + at, 27 + at),
    values: { delegate: ground.person(9050 + at, 48).name, delegateUnit: '市第十三次党代会代表', organisation: ground.link('organisation', at), clientGroup: group, pairedOn: '2014-04-18', endsOn: at % 6 === 5 ? '2014-11-20' : '2015-12-31', plan: '每季走访，链接资源，反映意见。' },
    states: at === 11 ? [{ state: 'completed', on: '2014-10-30' }] : [],
    entries: {
      clients: Array.from({ length: 3 + (at % 3) }, (_, n) => ({ on: '2014-04-25', person: ground.person(9070 + at * 6 + n, group === 'youth' ? 12 : 66), values: { need: '生活照料、就医', settled: n === 0 } })),
      activities: ['2014-06-14', '2014-08-16', '2014-10-11'].map((on, n) => ({ on, values: { kind: n === 1 ? 'resource' : 'visit', content: '入户探访', delegateCame: n !== 1, people: 3 + (at % 5) } })),
    },
  };
}
