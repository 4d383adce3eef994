import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { building, buildingCounts } from '../common/building.ts';
import { martyrsRegulations } from '../common/law.ts';

const shape = building({ preliminary: '前期工作', approved: '立项', started: '动工', completed: '竣工', opened: '投用' });

/** 前期工作 is done when every paper on the project's own list is there. */
export const preliminaryDone = ({ values, totals }: Pick<RecordSeen, 'values' | 'totals'>): string | undefined => {
  if (!Array.isArray(values['stepsNeeded'])) return '请先选“要办的前期手续”，再动工。';
  const left = values['stepsNeeded'].length - Number(totals['stepsDone'] ?? 0);
  return left > 0 ? `前期手续还缺${left}项。补记以后再动工；不需要的从“要办的前期手续”里去掉。` : undefined;
};

/** 军供站 adds what it can serve; a martyrs’ park adds its ground. */
export const addsWhatItIs = ({ values }: Pick<RecordSeen, 'values'>): string | undefined => {
  const wanted = values['house'] === 'supply-station' ? 'mealsPerSitting' : 'memorialArea';
  return Number(values[wanted] ?? 0) > 0 ? undefined : values['house'] === 'supply-station' ? '军供站投用要写每餐供应能力。' : '烈士纪念设施投用要写纪念设施占地面积。';
};

/** What is enlarged or repaired is already in its register: it is named, so that nothing is there twice. What is new goes into it by itself. */
export const placeNamed = ({ values }: Pick<RecordSeen, 'values'>): string | undefined => {
  if (values['works'] === 'new' || values['place'] !== undefined || values['station'] !== undefined) return undefined;
  return values['house'] === 'supply-station' ? '改扩建、维修的军供站要链接到场所设施台账里原来的那一处。' : '改扩建、维修的要链接到烈士纪念设施台账里原来的那一处。';
};

export const militaryFacilityProject = defineRegister({
  id: 'military-facility-project', title: '军供站与烈士陵园建设项目', unit: '个', series: 'SG',
  purpose: '军供站、烈士陵园的建设：前期工作还差哪几项，每年到了多少钱、花了多少，建成后添了什么。',
  law: [martyrsRegulations('（条号未录入）')],
  name: 'name',
  key: ['name'],
  fields: [
    ...shape.fields.slice(0, 3),
    { key: 'house', title: '设施类别', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'supply-station', title: '军供站' }, { value: 'martyrs-park', title: '烈士陵园' }, { value: 'memorial', title: '纪念馆、纪念碑' }] },
    { key: 'works', title: '建设性质', kind: 'choice', required: true, counted: true, options: [{ value: 'new', title: '新建' }, { value: 'extension', title: '改扩建' }, { value: 'repair', title: '维修改造' }] },
    { key: 'grade', title: '保护级别', kind: 'choice', options: [{ value: 'national', title: '国家级' }, { value: 'provincial', title: '省级' }, { value: 'city', title: '市级' }, { value: 'county', title: '县级' }, { value: 'ungraded', title: '未定级' }], help: '烈士纪念设施写' },
    { key: 'mealsPerSitting', title: '每餐供应能力', kind: 'integer', unit: '人', min: 0, help: '军供站写' },
    { key: 'memorialArea', title: '纪念设施占地面积', kind: 'number', unit: '平方米', min: 0, help: '烈士纪念设施写' },
    { key: 'place', title: '烈士纪念设施', kind: 'link', to: 'memorial-site', help: '改扩建、维修的选原来那一处；新建的投用后自动转入并写在这里' },
    { key: 'station', title: '军供站场所', kind: 'link', to: 'facility', help: '改扩建、维修的选原来那一处；新建的投用后自动转入并写在这里' },
    ...shape.fields.slice(3),
  ],
  states: shape.states,
  subRecords: shape.subRecords,
  derived: shape.derived,
  checks: [
    ...(shape.checks ?? []),
    { id: 'preliminary-done', title: '前期手续齐了再动工', then: 'refuse', entering: ['started'], test: preliminaryDone },
    { id: 'adds-what-it-is', title: '投用要写新增能力', then: 'refuse', entering: ['opened'], test: addsWhatItIs },
    { id: 'place-named', title: '改扩建的写明是哪一处', then: 'refuse', entering: ['opened'], test: placeNamed },
    { id: 'paid-within-granted', title: '支付不超过下达', then: 'warn', test: { left: 'fundsPaid', is: '<=', right: 'fundsGranted', sentence: '支付合计多于下达合计。请核对是否漏记下达。' } },
  ],
  reminders: shape.reminders,
  counts: [
    ...buildingCounts,
    { id: 'in-preliminary', title: '做前期工作的项目', unit: '个', of: { what: 'stock', states: ['planned', 'preliminary', 'approved'] } },
    { id: 'steps-done', title: '当期办结的前期手续', unit: '项', of: { what: 'entries', sub: 'preparation' } },
    { id: 'supply-capacity', title: '建成的军供每餐供应能力', unit: '人', of: { what: 'stock', states: ['opened'], where: { house: 'supply-station' }, sum: 'mealsPerSitting' } },
    { id: 'memorial-sites', title: '建成的烈士纪念设施', unit: '处', of: { what: 'stock', states: ['opened'], where: { house: ['martyrs-park', 'memorial'] } } },
  ],
  targets: [{ id: 'funds', title: '年度计划投资', count: 'funds-paid' }],
  events: [
    { id: 'supply-capacity-added', title: '供应能力转入军供站', entering: ['opened'], to: 'S168' },
    { id: 'memorial-site-added', title: '纪念设施转入烈士陵园台账', entering: ['opened'], to: 'S169' },
  ],
  covers: ['S238'],
});
