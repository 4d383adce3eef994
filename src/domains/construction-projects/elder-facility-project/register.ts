import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { building, buildingCounts } from '../common/building.ts';

const shape = building();

/** 最晚动工日期 is a deadline set from above: later than it, or not yet, is said until it is explained. */
export const startedInTime = ({ values, today, state }: Pick<RecordSeen, 'values' | 'today' | 'state'>): string | undefined => {
  const [by, started] = [values['startBy'], values['startedActual']];
  if (typeof by !== 'string' || state === 'cancelled' || typeof values['delayReason'] === 'string') return undefined;
  if (typeof started === 'string') return started > by ? `要求${by}前动工，实际${started}动工。请写延期原因。` : undefined;
  return today > by ? `要求${by}前动工，已经过期。请写延期原因。` : undefined;
};

/** Beds are of the bed register only once the house is open: until then they are planned beds. */
export const bedsOnlyInUse = ({ values, state }: Pick<RecordSeen, 'values' | 'state'>): string | undefined =>
  (typeof values['bedsInUse'] === 'number' && state !== 'opened' ? '投用以后才有投入使用的床位；建设中的床位写在“计划床位”。' : undefined);

export const elderFacilityProject = defineRegister({
  id: 'elder-facility-project', title: '养老服务设施建设项目', unit: '个', series: 'SL',
  purpose: '市老人院和各区、镇公办养老机构的建设：在哪里、多少床位、多少钱、做到哪一步，动工期限到了没有。',
  name: 'name',
  key: ['name'],
  fields: [
    ...shape.fields.slice(0, 3),
    { key: 'level', title: '建设层级', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'city', title: '市属' }, { value: 'district', title: '区县属' }, { value: 'town', title: '镇街属' }] },
    { key: 'works', title: '建设性质', kind: 'choice', required: true, counted: true, options: [{ value: 'new', title: '新建' }, { value: 'extension', title: '扩建' }, { value: 'rebuilding', title: '改建' }] },
    { key: 'beds', title: '计划床位', kind: 'integer', unit: '张', required: true, listed: true, min: 1, columns: ['床位数', '规划床位'] },
    { key: 'bedsInUse', title: '投入使用床位', kind: 'integer', unit: '张', min: 0 },
    { key: 'startBy', title: '最晚动工日期', kind: 'date', listed: true, columns: ['动工期限', '要求动工日期'] },
    ...shape.fields.slice(3),
  ],
  states: { ...shape.states, opened: { title: '已投用', from: ['completed'], needs: ['openedActual', 'bedsInUse'] } },
  subRecords: shape.subRecords,
  derived: shape.derived,
  checks: [
    ...(shape.checks ?? []),
    { id: 'start-deadline', title: '在期限前动工', then: 'warn', test: startedInTime },
    { id: 'beds-only-in-use', title: '床位投用后才入册', then: 'refuse', test: bedsOnlyInUse },
    { id: 'beds-within-plan', title: '投用床位不超过计划', then: 'warn', test: { left: 'bedsInUse', is: '<=', right: 'beds', sentence: '投入使用的床位多于计划床位。请核对。' } },
  ],
  reminders: [...(shape.reminders ?? []), { id: 'start-by', title: '动工期限快到了', in: ['planned', 'approved'], due: { field: 'startBy', before: 60 } }],
  counts: [
    ...buildingCounts,
    { id: 'key-districts', title: '有重点公办养老机构项目的区', unit: '个区', of: { what: 'stock', where: { important: true, level: 'district' }, distinct: 'county' }, definition: '列入重点的区（县级市）公办养老机构项目所在的区，一区数一次', figures: ['gz2013p-037'] },
    { id: 'key-districts-started', title: '重点项目已动工的区', unit: '个区', of: { what: 'stock', states: ['started', 'topped', 'completed', 'opened'], where: { important: true, level: 'district' }, distinct: 'county' }, definition: '列入重点的区（县级市）公办养老机构项目已经动工的区，一区数一次' },
    { id: 'districts-started', title: '已动工的区占列入的区', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'stock', states: ['started', 'topped', 'completed', 'opened'], where: { level: 'district' }, distinct: 'county' }, over: { what: 'stock', where: { level: 'district' }, distinct: 'county' }, definition: '有已动工区县属项目的区数 ÷ 有列入区县属项目的区数' },
    { id: 'towns-started', title: '已动工的镇街占列入的镇街', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'stock', states: ['started', 'topped', 'completed', 'opened'], where: { level: 'town' }, distinct: 'town' }, over: { what: 'stock', where: { level: 'town' }, distinct: 'town' }, definition: '不设区的市按镇街：有已动工镇街属项目的镇街数 ÷ 有列入镇街属项目的镇街数' },
    { id: 'beds-building', title: '在建床位', unit: '张', of: { what: 'stock', states: ['started', 'topped', 'completed'], sum: 'beds' }, definition: '已动工未投用的计划床位；不算现有床位' },
    { id: 'beds-opened', title: '建成投用床位', unit: '张', of: { what: 'stock', states: ['opened'], sum: 'bedsInUse' } },
  ],
  targets: [{ id: 'districts', title: '计划动工的区数', count: 'key-districts-started' }, { id: 'starts', title: '计划动工的项目', count: 'starts' }, { id: 'beds', title: '计划投用床位', count: 'beds-opened' }],
  events: [{ id: 'beds-come-into-use', title: '床位转入养老机构与床位登记', entering: ['opened'], to: 'S039' }],
  covers: ['S234'],
});
