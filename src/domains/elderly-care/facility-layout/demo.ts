import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';
import { measureReach, type Serving } from './measure-radius.ts';

const YUAN = 100;
const PLAN = '中山市养老服务设施布局规划（演示）';
const STAGES = ['supplied', 'started', 'completed', 'opened'] as const;
const DAYS = ['2013-03-20', '2013-08-15', '2014-06-30', '2014-09-28'] as const;
const REACHED = [4, 3, 2, 2, 1, 1, 0, 0, 0] as const;
/** In which towns the plots lie: the first two in towns without a home of their own. */
const TOWNS = [19, 20, 4, 6, 8, 10, 12, 14, 16] as const;
/** Towns that have a home (see the demo of 农村敬老院). */
const HOMES = 19;
const RADIUS = 3000;
const GAPS = 12;

/** The demo city: nine plots, one house opened and one built; nearly all communities measured; of those too far away in 2013 twelve written down, some with a plot, two reached since. */
export const records: readonly DemoRecords[] = [
  { register: 'care-plot', rows: (ground) => REACHED.map((reached, n) => plot(ground, n, reached)) },
  { register: 'community-point', rows: (ground) => measuredVillages(ground).map((village, n): DemoRecord => ({ division: village.code, openedOn: '2013-09-30', values: { point: pointOf(ground, village), basis: n % 5 === 0 ? 'middle' : 'office', elders: eldersOf(ground, village), countedOn: '2013-08-31' } })) },
  { register: 'service-radius-gap', rows: (ground) => listGaps(ground).map(({ village, metres }, n): DemoRecord => ({
    division: village.code, openedOn: '2013-11-20',
    values: { community: village.name, elders: eldersOf(ground, village), nearest: metres, radius: RADIUS, measuredOn: '2013-11-20' },
    states: n < 4 ? [{ state: 'planned', on: '2014-03-10', values: { plot: ground.link('care-plot', 0) } }, ...(n < 2 ? [{ state: 'covered', on: '2014-09-28', values: { coveredOn: '2014-09-28' } }] : [])] : [],
  })) },
];

type Village = DemoGround['villages'][number];
const measuredVillages = (ground: DemoGround): Village[] => ground.villages.filter((_, n) => n % 9 !== 4);
const eldersOf = (ground: DemoGround, { code }: Village): number => 260 + ground.chance(`gap ${code}`, 900);

/** Within some kilometres of the middle of its town. */
function pointOf(ground: DemoGround, { code, town }: Village): string {
  const [lon = 0, lat = 0] = ground.point(town).split(',').map(Number);
  const off = (words: string): number => (ground.chance(`${words} ${code}`, 600) - 300) / 10_000;
  return `${(lon + off('east')).toFixed(5)},${(lat + off('north')).toFixed(5)}`;
}

const spot = (point: string): { readonly lon: number; readonly lat: number } => {
  const [lon = 0, lat = 0] = point.split(',').map(Number);
  return { lon, lat };
};

/** Who was too far from every home in 2013, those first whom the new house reaches. */
function listGaps(ground: DemoGround): { readonly village: Village; readonly metres: number }[] {
  const homes = ground.towns.slice(0, HOMES).map(({ code, name }): Serving => ({ ...spot(ground.point(code)), title: name, radius: RADIUS }));
  const house: Serving[] = ground.towns.slice(TOWNS[0], TOWNS[0] + 1).map(({ code, name }) => ({ ...spot(ground.point(code)), title: name, radius: RADIUS }));
  const far = measuredVillages(ground).flatMap((village) => {
    const at = spot(pointOf(ground, village));
    const reach = measureReach(at, homes);
    return reach === undefined || reach.beyond === 0 ? [] : [{ village, metres: reach.metres, reached: measureReach(at, house)?.beyond === 0 }];
  });
  return [...far.filter(({ reached }) => reached).slice(0, 4), ...far.filter(({ reached }) => !reached)].slice(0, GAPS);
}

function plot(ground: DemoGround, n: number, reached: number): DemoRecord {
  const town = ground.towns[TOWNS[n] ?? 0];
  const beds = 120 + n * 40;
  return {
    division: town?.code ?? ground.city, openedOn: '2013-01-10',
    values: {
      name: `${town?.name ?? ''}养老地块`, plotNumber: `YL-${String(n + 1).padStart(2, '0')}`, planName: PLAN, hectares: ((beds * 55) / 10_000).toFixed(4), plannedBeds: beds, facilityKind: n === 0 ? 'city' : 'town', supply: reached > 0 ? (n % 3 === 1 ? 'sold' : 'allotted') : 'undecided', serviceRadius: RADIUS,
      budget: beds * 150_000 * YUAN, point: ground.point(town?.code ?? ground.city), suppliedPlanned: reached > 0 ? DAYS[0] : '2015-06-30', startedPlanned: reached > 1 ? DAYS[1] : '2015-12-31',
    },
    states: STAGES.slice(0, reached).map((state, at) => ({ state, on: DAYS[at] ?? DAYS[3], values: { [`${state}Actual`]: DAYS[at] ?? DAYS[3], ...(at >= 2 ? { builtBeds: beds } : {}) } })),
    entries: { funds: reached > 1 ? [{ on: '2013-09-20', values: { kind: 'granted', source: 'city', amount: beds * 40_000 * YUAN } }, { on: '2013-11-18', values: { kind: 'paid', source: 'city', amount: beds * 30_000 * YUAN } }] : [] },
  };
}
