import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { contact, note, organisation, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';
import { martyrRegulation, memorialSiteMeasures } from '../common/law.ts';

/** 烈士纪念设施: cemetery, hall, stone; its grade, upkeep, visitors, and the tributes people write on line, shown only when somebody has read them. */
export const memorialSite = defineRegister({
  id: 'memorial-site', title: '烈士纪念设施', unit: '处', series: 'NY',
  purpose: '烈士陵园、纪念碑、纪念馆：哪一级保护，谁保护，修了什么花了多少，多少人来过，网上祭扫的留言审过没有。',
  law: [memorialSiteMeasures('第三条'), martyrRegulation('第二十八条')],
  name: 'name',
  key: ['name', 'division'],
  fields: [
    { key: 'name', title: '名称', kind: 'text', required: true, listed: true, searched: true, columns: ['设施名称'] },
    { key: 'kind', title: '类别', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'cemetery', title: '烈士陵园' }, { value: 'hall', title: '纪念堂馆' }, { value: 'stele', title: '纪念碑亭' }, { value: 'tower', title: '纪念塔祠' }, { value: 'statue', title: '纪念塑像' }, { value: 'ashes', title: '烈士骨灰堂' }, { value: 'grave', title: '烈士墓' }] },
    { key: 'grade', title: '保护级别', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'nation', title: '国家级' }, { value: 'province', title: '省级' }, { value: 'city', title: '设区的市级' }, { value: 'county', title: '县级' }, { value: 'none', title: '未列入等级的零散设施' }] },
    { key: 'gradePaper', title: '定级文号', kind: 'text', maxLength: 60 },
    { key: 'builtOn', title: '建成年份', kind: 'year' },
    { key: 'graves', title: '安葬烈士', kind: 'integer', unit: '位', min: 0 },
    { key: 'area', title: '占地', kind: 'number', unit: '平方米', min: 0 },
    organisation('保护单位', false),
    { key: 'protectedArea', title: '保护范围', kind: 'text', help: '四至' },
    ...contact, ...whereItIs, papers, note,
  ],
  states: {
    building: { title: '在建', before: true },
    open: { title: '开放', from: ['building', 'repairing'] },
    repairing: { title: '维修闭园', from: ['open'] },
    moved: { title: '迁移', ends: true },
  },
  subRecords: [
    {
      id: 'upkeep', title: '巡查与维修', unit: '次', day: '日期',
      fields: [
        { key: 'kind', title: '类别', kind: 'choice', required: true, options: [{ value: 'inspection', title: '巡查' }, { value: 'repair', title: '维修' }, { value: 'rebuild', title: '改扩建' }] },
        { key: 'found', title: '情况', kind: 'text' },
        { key: 'cost', title: '支出', kind: 'money', min: 0 },
        { key: 'settled', title: '问题已处理', kind: 'yes-no', required: true, help: '巡查没有发现问题的选“是”' },
        { key: 'paper', title: '批准文号', kind: 'text', maxLength: 60, help: '改扩建要批准' },
      ],
      totals: [{ key: 'upkeepCost', title: '维修支出', as: 'sum', of: 'cost' }, { key: 'unsettled', title: '未处理问题', unit: '个', as: 'count', where: { settled: false } }],
    },
    {
      id: 'visitors', title: '瞻仰人次', unit: '天', day: '日期', key: ['day', 'visitorKind'],
      fields: [
        { key: 'visitorKind', title: '人群', kind: 'choice', required: true, options: [{ value: 'students', title: '学生' }, { value: 'units', title: '机关单位' }, { value: 'forces', title: '部队' }, { value: 'public', title: '群众' }, { value: 'kin', title: '烈属' }] },
        { key: 'people', title: '人次', kind: 'integer', unit: '人次', required: true, min: 1 },
      ],
      totals: [{ key: 'visitorTotal', title: '瞻仰', unit: '人次', as: 'sum', of: 'people' }],
    },
    {
      id: 'tributes', title: '网上祭扫留言', unit: '条', day: '留言日期',
      fields: [
        { key: 'words', title: '留言', kind: 'long-text', required: true, maxLength: 500 },
        { key: 'signed', title: '署名', kind: 'text', maxLength: 40 },
        { key: 'verdict', title: '审核', kind: 'choice', required: true, options: [{ value: 'waiting', title: '待审' }, { value: 'shown', title: '公开' }, { value: 'hidden', title: '不公开' }] },
        { key: 'moderator', title: '审核人', kind: 'text', maxLength: 40 },
        { key: 'because', title: '不公开的理由', kind: 'text' },
      ],
      totals: [{ key: 'tributesShown', title: '公开留言', unit: '条', as: 'count', where: { verdict: 'shown' } }, { key: 'tributesWaiting', title: '待审留言', unit: '条', as: 'count', where: { verdict: 'waiting' } }],
    },
  ],
  checks: [
    { id: 'tribute-moderated', title: '网上留言审过才公开', then: 'refuse', test: unmoderated },
    { id: 'rebuild-approved', title: '改扩建要批准', law: martyrRegulation('第三十条'), then: 'refuse', test: ({ entry }) => (entry?.of === 'upkeep' && entry.values['kind'] === 'rebuild' && entry.values['paper'] === undefined ? '改建、扩建烈士纪念设施要批准，请写批准文号。' : undefined) },
    { id: 'graded-by-paper', title: '定级写文号', then: 'warn', test: ({ values }) => (values['grade'] !== 'none' && values['gradePaper'] === undefined ? '写了保护级别，还没有写定级文号。' : undefined) },
    { id: 'unsettled', title: '巡查发现的问题没有处理', then: 'warn', test: { left: 'unsettled', is: '<=', right: 0, sentence: '巡查发现的问题还没有处理。' } },
    { id: 'waiting', title: '有留言待审', then: 'warn', test: { left: 'tributesWaiting', is: '<=', right: 0, sentence: '有网上祭扫留言等着审核。' } },
  ],
  reminders: [{ id: 'inspect', title: '满三个月没有巡查', in: ['open'], due: { entries: 'upkeep', every: 3 } }, { id: 'tribute', title: '有网上祭扫留言待审', due: { entries: 'tributes', field: 'day', before: 0, where: { verdict: 'waiting' } } }],
  counts: [
    { id: 'sites', title: '烈士纪念设施数', unit: '处', definition: '当日开放或维修中的，可按保护级别、类别分', of: { what: 'stock' } },
    { id: 'visitors', title: '瞻仰人次', unit: '人次', of: { what: 'entries', sub: 'visitors', sum: 'people' } },
    { id: 'upkeep-cost', title: '维修支出', unit: '元', of: { what: 'entries', sub: 'upkeep', sum: 'cost' } },
    { id: 'tributes', title: '公开的网上祭扫留言', unit: '条', of: { what: 'entries', sub: 'tributes', where: { verdict: 'shown' } } },
  ],
  covers: ['S169'],
});

function unmoderated({ entry }: RecordSeen): string | undefined {
  if (entry?.of !== 'tributes' || entry.values['verdict'] === 'waiting') return undefined;
  if (entry.values['moderator'] === undefined) return '请写审核人；没有审过的留言不公开。';
  return entry.values['verdict'] === 'hidden' && entry.values['because'] === undefined ? '不公开的留言请写理由。' : undefined;
}
