import type { DemoGround, DemoPerson, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const HELPERS = 30;
const PAIRS = 34;
/** Elders nobody looks in on yet. */
const SEEKING = 3;
const WHAT = [['company'], ['company', 'shopping'], ['housework'], ['escort'], ['errands', 'company']] as const;

const frail = (ground: DemoGround, i: number): DemoPerson => ground.person(39_100 + i, 80 + (i % 12));
const villageOf = (ground: DemoGround, i: number): string => ground.villages[(i % HELPERS) * 8]?.code ?? ground.city;

/** The demo city: thirty helpers, thirty-four elders paired with them or about to be, three who wait for one. */
export const records: readonly DemoRecords[] = [
  { register: 'peer-helper', rows: (ground) => Array.from({ length: HELPERS }, (_, i) => helper(ground, i)) },
  { register: 'peer-pair', rows: (ground) => Array.from({ length: PAIRS + SEEKING }, (_, i) => pair(ground, i)) },
];

function helper(ground: DemoGround, i: number): DemoRecord {
  const registered = `2014-0${1 + (i % 4)}-12`;
  const paused = i === 11;
  const months = paused ? [6, 7] : [6, 7, 8, 9, 10];
  return {
    division: villageOf(ground, i), openedOn: registered, person: ground.person(39_000 + i, 60 + (i % 9)),
    values: { mobile: `1360000${String(1000 + i)}`, healthy: true, skills: ['company', ...(i % 2 === 0 ? ['shopping'] : []), ...(i % 3 === 0 ? ['escort'] : [])], consentedOn: registered, farthest: 800 + (i % 5) * 300, mostPairs: 3, point: ground.point(villageOf(ground, i)) },
    states: [{ state: 'active', on: '2014-05-20' }, ...(paused ? [{ state: 'paused', on: '2014-08-01' }] : [])],
    entries: {
      visits: months.map((month, m) => ({ on: `2014-${String(month).padStart(2, '0')}-1${i % 9}`, person: frail(ground, i), values: { done: [...(WHAT[(i + m) % WHAT.length] ?? WHAT[0])], helperHours: '2.0', ...(month === 10 && i % 5 === 0 ? {} : { elderHours: m % 3 === 1 ? '1.5' : '2.0', confirmedBy: '社区居家养老服务中心', credited: m % 3 === 1 ? '1.5' : '2.0' }) } })),
      spendings: i % 10 === 3 ? [{ on: '2014-10-22', values: { spent: '1.5', service: '陪同就医', servedBy: '另一位助老员' } }] : [],
    },
  };
}

function pair(ground: DemoGround, i: number): DemoRecord {
  const seeking = i >= PAIRS;
  const proposed = i >= PAIRS - 2;
  const day = proposed ? '2014-10-24' : '2014-05-06';
  return {
    division: villageOf(ground, i), openedOn: day, person: frail(ground, i),
    values: { ...(seeking ? {} : { helper: ground.link('peer-helper', i % HELPERS), distance: 80 + (i % 9) * 70 }), need: (['alone', 'frail', 'both', 'couple'] as const)[i % 4], wishes: ['company', 'shopping'], distanceLimit: 800, point: ground.point(villageOf(ground, i)) },
    states: seeking ? [] : proposed ? [{ state: 'proposed', on: day }] : [
      { state: 'proposed', on: day },
      { state: 'paired', on: '2014-05-20', values: { elderConsentOn: '2014-05-14', helperConsentOn: '2014-05-18' } },
      ...(i === 11 ? [{ state: 'ended', on: '2014-08-01', values: { endReason: 'helper-unfit' } }] : i === 20 ? [{ state: 'ended', on: '2014-09-12', values: { endReason: 'home' } }] : []),
    ],
  };
}
