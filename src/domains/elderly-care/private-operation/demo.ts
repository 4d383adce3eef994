import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const YUAN = 100;
/** Name, beds, hardship quota, hardship residents, first year of the contract. */
const HOMES = [['市广弘颐养院', 420, 60, 63, 2013], ['颐安护理院', 180, 30, 21, 2012], ['康怡养老院', 120, 20, 20, 2011], ['福寿颐养中心', 90, 15, 16, 2014], ['旧院改造颐养院', 80, 20, 22, 2009]] as const;
const MONTHS = ['2014-07-31', '2014-08-31', '2014-09-30', '2014-10-31'] as const;

/** 中山 2014: 市广弘颐养院 and four invented homes; one contract is over. */
export const records: readonly DemoRecords[] = [{ register: 'operation-contract', rows: (ground) => HOMES.map((home, n) => contract(ground, home, n)) }];

function contract(ground: DemoGround, [home, beds, hardshipQuota, hardship, year]: (typeof HOMES)[number], n: number): DemoRecord {
  const over = n === 4;
  const town = ground.towns[n];
  const rent = beds * 1_200 * YUAN;
  const years = [2012, 2013].filter((one) => one >= year);
  return {
    division: n === 0 ? ground.city : (town?.code ?? ground.city), openedOn: `${year}-01-01`,
    values: { home, organisation: ground.link('organisation', 5 + n), owner: n === 0 ? '市民政局' : `${town?.name ?? ''}人民政府`, mode: n % 2 === 0 ? 'entrusted' : 'lease', beds, hardshipQuota, annualRent: rent, deposit: rent, signedOn: `${year - 1}-12-10`, startsOn: `${year}-01-01`, endsOn: over ? '2013-12-31' : n === 2 ? '2015-03-31' : `${year + 10}-12-31`, renewals: 0, point: ground.point(town?.code ?? ground.city) },
    states: over ? [{ state: 'ended', on: '2013-12-31' }] : [],
    entries: {
      'fee-ceilings': (['self-care', 'partial', 'full'] as const).map((careLevel, at) => ({ on: `${year}-01-01`, values: { item: 'care', careLevel, ceiling: (300 + at * 500) * YUAN, charged: (n === 1 && at === 2 ? 1450 : 280 + at * 480) * YUAN, above: n === 1 && at === 2 } })),
      rents: [2013, 2014].filter((one) => one >= year && !(over && one === 2014)).map((one) => ({ on: `${one}-06-30`, values: { due: rent, ...(n === 1 && one === 2014 ? { paid: rent / 2 } : { paid: rent }), paidOn: `${one}-07-05` } })),
      occupancy: over ? [] : MONTHS.map((on, m) => ({ on, values: { occupied: Math.floor(beds * 0.7) + m * 3, hardship: hardship - 3 + m } })),
      assessments: years.map((one) => ({ on: `${one + 1}-01-20`, values: { year: one, score: String(over ? 56 : 82 + n * 2), grade: over ? 'fail' : n === 0 ? 'excellent' : 'good', consequence: over ? 'no-renewal' : 'renewable' } })).filter((one) => !(over && one.on > '2013-12-31')),
      breaches: n === 1 ? [{ on: '2014-08-20', values: { kind: 'fees', clause: '收费上限', told: '失能护理费高于合同上限50元。', dueOn: '2014-11-30', remedied: false } }] : [],
    },
  };
}
