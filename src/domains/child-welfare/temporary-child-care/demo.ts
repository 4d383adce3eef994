import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';
import { SEARCH_STEPS } from './register.ts';

const REASONS = ['hospital', 'away', 'accident', 'detained', 'unattended'] as const;
const STAYS = 32;

/** The demo city: two stations, three stays a month; three children there today, one of them past his day. */
export const records: readonly DemoRecords[] = [
  { register: 'child-care-station', rows: (ground) => ground.towns.slice(0, 2).map((town, at) => ({
    division: town.code, openedOn: `201${2 + at}-06-01`, states: [{ state: 'open', on: `201${2 + at}-09-01` }],
    values: { name: `${town.name}儿童临时托管站`, organisation: ground.link('organisation', at), beds: 16 - at * 4, staff: 6 - at, ageFrom: 0, ageUntil: 14, address: `${town.name}社区服务中心二楼`, point: ground.point(town.code) },
  })) },
  { register: 'child-stay', rows: (ground) => Array.from({ length: STAYS }, (_, n) => stay(ground, n)) },
];

const day = (from: string, plus: number): string => new Date(Date.parse(from) + plus * 86_400_000).toISOString().slice(0, 10);

function stay(ground: DemoGround, n: number): DemoRecord {
  const here = n >= STAYS - 3;
  const admittedOn = here ? `2014-10-${25 + (n % 3)}` : day('2014-01-06', n * 9);
  const nights = here ? 6 + (STAYS - n) * 2 : 3 + (n % 5);
  const late = here && n === STAYS - 3;
  const expectedUntil = late ? '2014-10-31' : day(admittedOn, nights);
  const until = here ? '2014-11-02' : expectedUntil;
  const days = Math.round((Date.parse(until) - Date.parse(admittedOn)) / 86_400_000) + 1;
  const guardian = ground.person(36_500 + n, 35).name;
  return {
    division: ground.towns[n % 2]?.code ?? ground.city, openedOn: admittedOn, person: ground.person(36_000 + n, 3 + (n % 10)),
    values: {
      station: ground.link('child-care-station', n % 2), admissionReason: REASONS[n % REASONS.length], admittedOn, expectedUntil, guardian, relation: n % 4 === 3 ? 'grandparent' : 'parent', guardianPhone: `1370000${String(1000 + n)}`,
      carePlan: '一日三餐两点，按时作息，学龄儿童接送上学，睡前谈话。',
    },
    states: here ? (late ? [{ state: 'searching', on: '2014-11-02' }] : []) : [{ state: 'returned', on: until, values: { returnedOn: until, returnedTo: guardian, returnSigned: true } }],
    entries: {
      daily: Array.from({ length: days }, (_, d) => ({ on: day(admittedOn, d), values: { condition: d === 0 ? 'upset' : (n + d) % 13 === 5 ? 'unwell' : 'well', by: n % 2 === 0 ? '站内照料员甲' : '站内照料员乙' } })),
      ...(late ? { search: SEARCH_STEPS.map(({ means, within }) => ({ on: '2014-11-02', values: { means, dueOn: day('2014-11-02', within), done: within === 0, ...(within === 0 ? { doneOn: '2014-11-02', found: false, result: '电话关机' } : {}) } })) } : {}),
    },
  };
}
