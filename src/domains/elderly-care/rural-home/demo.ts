import type { DemoGround, DemoRecord, DemoRecords } from '../../../kernel/records/demo-records.ts';

const YUAN = 100;
const HOMES = 19;
const ITEMS = ['fire-safety', 'fire-safety', 'bathrooms', 'fire-safety', 'barrier-free', 'kitchen', 'fire-safety'] as const;
const CLASSES = ['land', 'building', 'legal-person', 'staff', 'debt', 'lease'] as const;
const TITLES: Readonly<Record<string, string>> = { 'fire-safety': '消防设施改造', bathrooms: '卫浴改造', 'barrier-free': '无障碍改造', kitchen: '厨房改造', land: '土地权属未确认', building: '旧楼没有报建手续', 'legal-person': '编制没有落实', staff: '护理员社保欠缴', debt: '建院时的工程欠款', lease: '院内商铺租约未清' };

/** 中山 2014: the nineteen homes of the towns, all registered as legal persons in the year. */
export const records: readonly DemoRecords[] = [
  { register: 'rural-home', rows: (ground) => ground.towns.slice(0, HOMES).map((town, n) => home(ground, town, n)) },
  { register: 'rural-home-renovation', rows: (ground) => ITEMS.map((item, n) => renovation(ground, item, n)) },
  { register: 'rural-home-problem', rows: (ground) => Array.from({ length: 11 }, (_, n) => problem(ground, n)) },
];

function home(ground: DemoGround, town: DemoGround['towns'][number], n: number): DemoRecord {
  const regional = n === 2 || n === 9;
  const beds = (regional ? 160 : 60) + ground.chance(`beds ${town.code}`, 60);
  const residents = Math.floor(beds * (0.55 + (n % 4) * 0.1));
  const registered = `2014-0${1 + (n % 9)}-18`;
  return {
    division: town.code, openedOn: `19${86 + (n % 12)}-10-01`,
    values: {
      name: `${town.name}敬老院`, legalStatus: 'public-institution', registeredOn: registered, certificate: `（演示）事证第${442000 + n}号`, scope: regional ? 'regional' : 'town', beds, residents, fiveGuarantee: Math.floor(residents / 3), staff: 6 + Math.floor(residents / 8), area: String(1200 + ground.chance(`area ${town.code}`, 2600)), point: ground.point(town.code),
      ...(regional ? { upgradedOn: '2014-06-30', serviceArea: `${town.name}及相邻两镇` } : {}),
    },
    entries: { milestones: n % 3 === 0 ? [{ on: '2014-05-12', values: { kind: 'beds-changed', told: '增加护理床位10张' } }] : [] },
  };
}

function renovation(ground: DemoGround, item: (typeof ITEMS)[number], n: number): DemoRecord {
  const town = ground.towns[n * 2];
  const grant = (80_000 + n * 20_000) * YUAN;
  const on = `2014-0${2 + n}-10`;
  const accepted = n < 4;
  return {
    division: town?.code ?? ground.city, openedOn: '2014-01-20',
    values: { project: `${town?.name ?? ''}敬老院${TITLES[item] ?? ''}`, home: ground.link('rural-home', n * 2), item, budget: grant + 50_000 * YUAN, approvedPlanned: on, startedPlanned: '2014-09-10', acceptedPlanned: accepted ? '2014-10-20' : '2014-12-20', ...(n > 4 ? { delayReason: '雨季停工，改在第四季度动工。' } : {}) },
    states: [
      { state: 'approved', on, values: { approvedActual: on, grantApproved: grant, grantPaper: `（演示）福利2014-${30 + n}` } },
      ...(n < 5 ? [{ state: 'started', on: '2014-09-10', values: { startedActual: '2014-09-10' } }] : []),
      ...(accepted ? [{ state: 'accepted', on: '2014-10-20', values: { acceptedActual: '2014-10-20' } }] : []),
    ],
    entries: { funds: [{ on: '2014-09-12', values: { kind: 'granted', source: 'lottery', amount: grant } }, ...(accepted ? [{ on: '2014-10-28', values: { kind: 'paid', source: 'lottery', amount: grant } }] : [])] },
  };
}

function problem(ground: DemoGround, n: number): DemoRecord {
  const kind = CLASSES[n % CLASSES.length] ?? 'land';
  const town = ground.towns[n];
  return {
    division: town?.code ?? ground.city, openedOn: '2014-02-25',
    values: { problem: TITLES[kind] ?? '', home: ground.link('rural-home', n), class: kind },
    states: [
      ...(n < 10 ? [{ state: 'assigned', on: '2014-03-05', values: { assignedTo: `${town?.name ?? ''}人民政府`, dueOn: n === 6 ? '2014-09-30' : '2014-12-31' } }] : []),
      ...(n < 6 ? [{ state: 'closed', on: `2014-0${4 + (n % 5)}-25`, values: { solution: '镇政府会议纪要确认，相关手续已补办。', closedOn: `2014-0${4 + (n % 5)}-25` } }] : []),
    ],
    entries: { progress: n === 6 ? [{ on: '2014-08-12', values: { told: '国土部门已受理确权申请。' } }] : [] },
  };
}
