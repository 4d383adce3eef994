import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { contact, note, organisation, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';
import { entriesNotAhead } from '../common/not-ahead.ts';

/** Levels that somebody has to grant after looking: pilots and demonstration centres. */
const GRANTED: readonly unknown[] = ['city-pilot', 'town-pilot', 'demonstration'];

/** A centre that works under a granted level was accepted into it. */
export function levelWasGranted({ values, totals, state }: Pick<RecordSeen, 'values' | 'totals' | 'state'>): string | undefined {
  if (state !== 'operating' || !GRANTED.includes(values['level'])) return undefined;
  return totals['lastGrading'] === values['level'] ? undefined : '这一级别还没有评定验收的记录，或与最近一次评定不一致。';
}

/** Who runs it and what it does, said before it serves anybody. */
export function operatorAndServices({ values, state }: Pick<RecordSeen, 'values' | 'state'>): string | undefined {
  if (state !== 'operating') return undefined;
  const lacking = [...(values['organisation'] === undefined ? ['运营单位'] : []), ...(Array.isArray(values['services']) && values['services'].length > 0 ? [] : ['服务项目'])];
  return lacking.length === 0 ? undefined : `已在运营，还没有写${lacking.join('、')}。`;
}

/** 居家养老服务中心: which level, who runs it, what it does; its months and its gradings under it. */
export const homeCareCentre = defineRegister({
  id: 'home-care-centre', title: '居家养老服务中心', unit: '家', series: 'JY',
  purpose: '各镇街的居家养老服务中心：哪一级试点、谁来运营、做哪些服务，今年新建了几家，还有哪个镇街没有。',
  name: 'name',
  key: ['name', 'division'],
  fields: [
    { key: 'name', title: '名称', kind: 'text', required: true, listed: true, searched: true, columns: ['中心名称', '机构名称'] },
    { key: 'level', title: '级别', kind: 'choice', required: true, listed: true, counted: true, columns: ['试点级别'], options: [
      { value: 'city-pilot', title: '市级试点' }, { value: 'town-pilot', title: '镇级试点' }, { value: 'demonstration', title: '示范中心' }, { value: 'ordinary', title: '一般' }] },
    organisation('运营单位', false),
    { key: 'services', title: '服务项目', kind: 'choices', counted: true, options: [
      { value: 'meals', title: '助餐' }, { value: 'housework', title: '家政' }, { value: 'nursing', title: '护理' }, { value: 'day-care', title: '日间托老' }, { value: 'rehabilitation', title: '康复' }, { value: 'company', title: '精神慰藉' }, { value: 'emergency-call', title: '紧急呼叫' }] },
    { key: 'staff', title: '工作人员', kind: 'integer', unit: '人', min: 0, columns: ['员工数'] },
    { key: 'area', title: '建筑面积', kind: 'number', unit: '平方米', min: 0 },
    ...contact, ...whereItIs, papers, note,
  ],
  states: {
    preparing: { title: '筹建', before: true },
    operating: { title: '运营', from: ['preparing', 'suspended'] },
    suspended: { title: '暂停', from: ['operating'] },
    closed: { title: '关闭', ends: true },
  },
  subRecords: [{
    id: 'gradings', title: '评定验收', unit: '次', day: '验收日期', key: ['level'],
    fields: [
      { key: 'level', title: '评定级别', kind: 'choice', required: true, options: [{ value: 'city-pilot', title: '市级试点' }, { value: 'town-pilot', title: '镇级试点' }, { value: 'demonstration', title: '示范中心' }] },
      { key: 'by', title: '验收单位', kind: 'text' },
      { key: 'paper', title: '文号', kind: 'text', maxLength: 60 },
    ],
    totals: [{ key: 'lastGrading', title: '最近评定', as: 'last', of: 'level' }],
  }, {
    id: 'services-month', title: '每月服务', unit: '月', day: '月末日', key: ['day'],
    fields: [
      { key: 'clients', title: '服务老人', kind: 'integer', unit: '人', required: true, min: 0 },
      { key: 'visits', title: '服务人次', kind: 'integer', unit: '人次', required: true, min: 0 },
    ],
    totals: [{ key: 'visitsTotal', title: '服务人次', unit: '人次', as: 'sum', of: 'visits' }, { key: 'clientsLast', title: '最近一月服务老人', unit: '人', as: 'last', of: 'clients' }],
  }],
  checks: [
    { id: 'clients-visits', title: '人次不少于人数', then: 'refuse', test: ({ entry }) => (entry?.of === 'services-month' && Number(entry.values['visits']) < Number(entry.values['clients']) ? '服务人次不会少于服务的人数。请检查这一个月。' : undefined) },
    entriesNotAhead({ gradings: '验收日期', 'services-month': '月末日' }),
    { id: 'level-granted', title: '试点、示范要经评定验收', then: 'warn', test: levelWasGranted },
    { id: 'operator-services', title: '运营的写明运营单位和服务', then: 'warn', test: operatorAndServices },
  ],
  reminders: [{ id: 'month-missing', title: '上个月的服务还没有报', in: ['operating'], due: { entries: 'services-month', every: 2 } }],
  counts: [
    { id: 'operating', title: '居家养老服务中心数', unit: '家', of: { what: 'stock' } },
    { id: 'new-city-pilot', title: '新建市级试点', unit: '家', of: { what: 'opened', where: { level: 'city-pilot' } }, figures: ['zs2014-062'] },
    { id: 'new-town-pilot', title: '新建镇级试点', unit: '家', of: { what: 'opened', where: { level: 'town-pilot' } }, figures: ['zs2014-063'] },
    { id: 'new-demonstration', title: '新建示范中心', unit: '家', definition: '当期验收为示范中心的家数，按验收日期', of: { what: 'entries', sub: 'gradings', where: { level: 'demonstration' } }, figures: ['gz2014-019'] },
    { id: 'new', title: '新成立的中心', unit: '家', definition: '当期开始运营的中心，不分级别', of: { what: 'opened' }, figures: ['sz2007-015', 'zs2014-158'] },
    { id: 'visits', title: '服务人次', unit: '人次', of: { what: 'entries', sub: 'services-month', sum: 'visits' } },
    { id: 'town-coverage', title: '镇区覆盖率', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'stock', distinct: 'town' }, over: { what: 'stock', divisions: 'town' }, definition: '有运营中的中心的镇街数 ÷ 全部镇街数', figures: ['zs2014-159'] },
  ],
  targets: [{ id: 'centres', title: '计划设立', count: 'new' }, { id: 'demonstration', title: '计划新建示范中心', count: 'new-demonstration' }, { id: 'coverage', title: '镇区覆盖率目标', count: 'town-coverage' }],
  expected: { every: 'town', title: '还没有居家养老服务中心的镇街' },
  covers: ['S044'],
});
