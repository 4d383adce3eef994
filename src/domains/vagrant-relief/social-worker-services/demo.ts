import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const YUAN = 100;
const KINDS = ['kin', 'outreach', 'care'] as const;
const NAMES = ['寻亲返乡服务', '街头外展服务', '站内照料服务'] as const;
const HOMES = ['湖南省衡阳市', '广西桂平市', '河南省信阳市', '四川省达州市', '贵州省毕节市'] as const;

/** The demo city: six contracts, two of them over. */
export const records: readonly DemoRecords[] = [{ register: 'relief-service-contract', rows: (ground) => Array.from({ length: 6 }, (_, n) => contract(ground, n)) }];

function contract(ground: DemoGround, n: number): DemoRecord {
  const over = n < 2;
  const year = over ? 2012 + n : 2014;
  const kind = KINDS[n % KINDS.length] ?? 'kin';
  const amount = (120_000 + n * 30_000) * YUAN;
  const startsOn = over ? `${year}-01-01` : `${year}-0${1 + n}-01`;
  const paid = over ? [`${year}-08-10`, `${year}-12-28`] : n < 5 ? [`${year}-09-10`] : [];
  return {
    division: ground.city, openedOn: startsOn,
    values: {
      name: `${year}年${NAMES[n % NAMES.length]}`, organisation: ground.link('organisation', n % 5), station: ground.link('relief-station', n % 2), services: kind === 'care' ? ['care', 'counselling'] : [kind], amount,
      plannedCases: 24, ...(kind === 'kin' ? { plannedReturns: 6 } : {}), signedOn: startsOn, startsOn, endsOn: over ? `${year}-12-31` : `${year + 1}-0${1 + n}-01`, renewals: 0,
    },
    states: over ? [{ state: 'ended', on: `${year}-12-31` }] : [],
    entries: {
      services: Array.from({ length: 12 }, (_, s) => service(ground, n, s, over ? `${year}-${String(1 + s).padStart(2, '0')}-16` : `${year}-${String(6 + (s % 5)).padStart(2, '0')}-${10 + s}`, kind)),
      evaluations: paid.map((on, at) => ({ on: on.replace(/-\d\d$/, '-05'), values: { phase: at === 0 ? 'interim' : 'final', score: String(84 + n), passed: true, approved: amount / 2, by: '第三方评估机构' } })),
      payments: paid.map((on, at) => ({ on, values: { amount: amount / 2, voucher: `JZ${year}${n}${at}` } })),
    },
  };
}

function service(ground: DemoGround, n: number, s: number, on: string, kind: (typeof KINDS)[number]): { on: string; person?: ReturnType<DemoGround['person']>; values: Record<string, string> } {
  const result = kind === 'kin' ? (s % 4 === 0 ? 'returned' : s % 4 === 1 ? 'kin-found' : 'going-on') : kind === 'outreach' ? (s % 3 === 0 ? 'declined' : 'accepted') : 'served';
  const known = result === 'returned' || result === 'kin-found' || kind === 'care';
  return {
    on, ...(known ? { person: ground.person(37_000 + n * 20 + s, 24 + ((n + s * 3) % 40)) } : {}),
    values: { kind, result, worker: `社工${'甲乙丙丁'[s % 4] ?? '甲'}`, hours: '3.5', ...(known ? {} : { alias: `无名氏${n}${s}` }), ...(result === 'returned' ? { returnedTo: HOMES[s % HOMES.length] ?? HOMES[0] } : {}) },
  };
}
