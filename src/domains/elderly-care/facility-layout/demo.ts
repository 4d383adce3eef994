import type { DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const YUAN = 100;
const PLAN = '中山市养老服务设施布局规划（演示）';
const STAGES = ['supplied', 'started', 'completed', 'opened'] as const;
const DAYS = ['2013-03-20', '2013-08-15', '2014-06-30', '2014-09-28'] as const;
const REACHED = [4, 3, 2, 2, 1, 1, 0, 0, 0] as const;

/** The demo city: nine plots, one house opened and one built; twelve communities too far away, five with a plot, two covered. */
export const records: readonly DemoRecords[] = [
  { register: 'care-plot', rows: (ground) => REACHED.map((reached, n): DemoRecord => {
    const town = ground.towns[n * 2];
    const beds = 120 + n * 40;
    return {
      division: town?.code ?? ground.city, openedOn: '2013-01-10',
      values: {
        name: `${town?.name ?? ''}养老地块`, plotNumber: `YL-${String(n + 1).padStart(2, '0')}`, planName: PLAN, hectares: ((beds * 55) / 10_000).toFixed(4), plannedBeds: beds, facilityKind: n === 0 ? 'city' : 'town', supply: reached > 0 ? (n % 3 === 1 ? 'sold' : 'allotted') : 'undecided', serviceRadius: 3000,
        budget: beds * 150_000 * YUAN, point: ground.point(town?.code ?? ground.city), suppliedPlanned: reached > 0 ? DAYS[0] : '2015-06-30', startedPlanned: reached > 1 ? DAYS[1] : '2015-12-31',
      },
      states: STAGES.slice(0, reached).map((state, at) => ({ state, on: DAYS[at] ?? DAYS[3], values: { [`${state}Actual`]: DAYS[at] ?? DAYS[3], ...(at >= 2 ? { builtBeds: beds } : {}) } })),
      entries: { funds: reached > 1 ? [{ on: '2013-09-20', values: { kind: 'granted', source: 'city', amount: beds * 40_000 * YUAN } }, { on: '2013-11-18', values: { kind: 'paid', source: 'city', amount: beds * 30_000 * YUAN } }] : [] },
    };
  }) },
  { register: 'service-radius-gap', rows: (ground) => ground.villages.filter((_, n) => n % 23 === 0).slice(0, 12).map((village, n): DemoRecord => ({
    division: village.code, openedOn: '2013-11-20',
    values: { community: village.name, elders: 260 + ground.chance(`gap ${village.code}`, 900), nearest: 3400 + n * 350, radius: 3000, measuredOn: '2013-11-20' },
    states: [...(n < 5 ? [{ state: 'planned', on: '2014-03-10', values: { plot: ground.link('care-plot', n) } }] : []), ...(n < 2 ? [{ state: 'covered', on: '2014-09-28', values: { coveredOn: '2014-09-28' } }] : [])],
  })) },
];
