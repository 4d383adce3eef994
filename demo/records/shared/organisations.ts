import { demoChambers, type DemoChamber } from '../../../src/domains/social-organisations/new-resident-service-centre/chambers.ts';
import type { DemoGround, DemoRecord, DemoRecords } from '../../../src/kernel/records/demo-records.ts';

const KINDS = [
  { kind: 'service-organisation', name: (place: string, n: number) => `${place}${['颐安', '同行', '惠众', '晨曦', '暖心', '启明'][n % 6] ?? ''}社会工作服务中心` },
  { kind: 'association', name: (place: string, n: number) => `${place}${['志愿者', '老年', '慈善', '商贸', '灯饰行业', '家具行业'][n % 6] ?? ''}协会` },
  { kind: 'service-organisation', name: (place: string, n: number) => `${place}${['康乐', '松鹤', '福寿', '安怡'][n % 4] ?? ''}护老服务中心` },
  { kind: 'enterprise', name: (place: string, n: number) => `${place}${['宏业', '恒达', '粤华', '永丰', '德信'][n % 5] ?? ''}实业有限公司` },
  { kind: 'foundation', name: (place: string, n: number) => `${place}${['扶困', '助学', '敬老'][n % 3] ?? ''}慈善基金会` },
] as const;

/** Invented organisations that the other registers link to: five a town, and behind them the chambers of people from elsewhere. */
export const records: readonly DemoRecords[] = [
  { register: 'organisation', rows: (ground) => [...ground.towns.flatMap((town, t) => KINDS.map((kind, k) => organisation(ground, town, t, kind, k))), ...demoChambers(ground).map((one, at) => chamber(ground, one, at))] },
  { register: 'policy-document', rows: (ground) => PAPERS.map(([title, documentNumber, issuedBy, issuedOn, line, rank]) => ({ division: ground.city, openedOn: issuedOn, values: { title, documentNumber, issuedBy, issuedOn, line, rank } })) },
  { register: 'facility', rows: (ground) => ground.towns.slice(0, 12).map((town, at) => ({
    division: town.code, openedOn: `201${at % 4}-05-01`, states: [{ state: 'used', on: `201${at % 4}-05-01` }],
    values: { name: `${town.name}社区服务综合楼`, use: '社区服务', ownership: at % 3 === 0 ? 'state' : 'collective', area: String(300 + ground.chance(`room ${town.code}`, 900)), address: `${town.name}中心路`, point: ground.point(`${town.code} room`) },
  })) },
];

function organisation(ground: DemoGround, town: { readonly code: string; readonly name: string }, t: number, kind: (typeof KINDS)[number], k: number): DemoRecord {
  const n = t + k;
  const founded = `20${String(3 + ground.chance(`founded ${town.code} ${k}`, 11)).padStart(2, '0')}-0${1 + (n % 9)}-1${n % 9}`;
  return {
    division: town.code, openedOn: founded,
    values: { name: kind.name(town.name.replace(/(镇|区|街道)$/, ''), n), kind: kind.kind, creditCode: `5144${town.code.slice(4, 9)}${String(k)}${String(10_000 + n)}`.slice(0, 18), legalPerson: ground.person(4000 + t * 5 + k).name, registeredOn: founded, supervisor: '演示：市民政局', contactPhone: `1380000${String(1000 + n * 7).slice(-4)}` },
  };
}

function chamber(ground: DemoGround, { name, town }: DemoChamber, at: number): DemoRecord {
  const founded = `20${String(5 + (at % 8)).padStart(2, '0')}-0${1 + (at % 9)}-20`;
  return {
    division: town?.code ?? ground.city, openedOn: founded,
    values: { name, kind: 'association', legalPerson: ground.person(4300 + at).name, registeredOn: founded, supervisor: '演示：市民政局', contactPhone: `1380000${String(3000 + at).slice(-4)}` },
  };
}

/** Titles of the demo's own papers: none is a real document. */
const PAPERS = [
  ['演示：关于推进社会工作的意见', '演示民发〔2013〕1号', '演示：市民政局', '2013-03-12', 'social-work', 'main'],
  ['演示：社会工作岗位设置办法', '演示民发〔2013〕8号', '演示：市民政局', '2013-06-20', 'social-work', 'supporting'],
  ['演示：居家养老服务中心管理办法', '演示民发〔2014〕5号', '演示：市民政局', '2014-02-18', 'elderly-care', 'main'],
] as const;
