import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { building, buildingCounts, withinYear } from '../common/building.ts';
import { funeralRegulations } from '../common/law.ts';

const shape = building();

/** What a house adds (穴、格、炉、厅) is written when it is in use; a plan stands beside it. */
export const capacityOnOpening = ({ values }: Pick<RecordSeen, 'values'>): string | undefined =>
  (['graves', 'niches', 'furnaces', 'halls'].some((key) => Number(values[key] ?? 0) > 0) ? undefined : '投用要写新增能力：墓穴、骨灰格位、火化炉、告别厅至少一项。');

export const funeralFacilityProject = defineRegister({
  id: 'funeral-facility-project', title: '殡葬设施建设项目', unit: '个', series: 'SB',
  purpose: '公墓、骨灰楼、殡仪馆的新建和改扩建：批了没有、地有没有、卡在哪里，建成后新增多少墓穴、格位、火化炉和告别厅。',
  law: [funeralRegulations('第八条')],
  name: 'name',
  key: ['name'],
  fields: [
    ...shape.fields.slice(0, 3),
    { key: 'house', title: '设施类别', kind: 'choice', required: true, listed: true, counted: true, options: [
      { value: 'cemetery', title: '公墓' }, { value: 'martyrs-cemetery', title: '革命公墓' }, { value: 'hui-cemetery', title: '回民公墓' }, { value: 'columbarium', title: '骨灰楼（堂）' }, { value: 'funeral-parlour', title: '殡仪馆' }, { value: 'memorial-garden', title: '思园（纪念园）' }] },
    { key: 'works', title: '建设性质', kind: 'choice', required: true, counted: true, options: [{ value: 'new', title: '新建' }, { value: 'extension', title: '改扩建' }, { value: 'move', title: '迁建' }] },
    { key: 'funeralApproval', title: '殡葬设施批准文号', kind: 'text', maxLength: 60, columns: ['民政批准文号'] },
    { key: 'landPaper', title: '用地批准文号', kind: 'text', maxLength: 60, columns: ['用地批文'] },
    { key: 'plannedCapacity', title: '计划新增能力', kind: 'text', help: '如：格位 20000 个、火化炉 4 台' },
    { key: 'graves', title: '新增墓穴', kind: 'integer', unit: '穴', min: 0 },
    { key: 'niches', title: '新增骨灰格位', kind: 'integer', unit: '格', min: 0, columns: ['格位'] },
    { key: 'furnaces', title: '新增火化炉', kind: 'integer', unit: '台', min: 0 },
    { key: 'halls', title: '新增告别厅', kind: 'integer', unit: '间', min: 0 },
    ...shape.fields.slice(3),
  ],
  states: shape.states,
  subRecords: shape.subRecords,
  derived: shape.derived,
  checks: [
    ...(shape.checks ?? []),
    withinYear('started', '动工'),
    { id: 'approved-by-law', title: '动工前有殡葬设施批准和用地批准', law: funeralRegulations('第八条'), then: 'refuse', entering: ['started'], test: ({ values }) => (typeof values['funeralApproval'] === 'string' && typeof values['landPaper'] === 'string' ? undefined : '动工前要有殡葬设施批准文号和用地批准文号。') },
    { id: 'capacity-on-opening', title: '投用要写新增能力', then: 'refuse', entering: ['opened'], test: capacityOnOpening },
  ],
  reminders: shape.reminders,
  counts: [
    ...buildingCounts,
    { id: 'not-started', title: '列入未动工', unit: '个', of: { what: 'stock', states: ['planned', 'approved'] } },
    { id: 'started-share', title: '已动工占列入', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'stock', states: ['started', 'topped', 'completed', 'opened'] }, over: { what: 'stock' }, definition: '已动工的项目 ÷ 列入计划未取消的项目' },
    { id: 'graves', title: '建成新增墓穴', unit: '穴', of: { what: 'stock', states: ['opened'], sum: 'graves' } },
    { id: 'niches', title: '建成新增骨灰格位', unit: '格', of: { what: 'stock', states: ['opened'], sum: 'niches' } },
    { id: 'furnaces', title: '建成新增火化炉', unit: '台', of: { what: 'stock', states: ['opened'], sum: 'furnaces' } },
    { id: 'halls', title: '建成新增告别厅', unit: '间', of: { what: 'stock', states: ['opened'], sum: 'halls' } },
  ],
  targets: [{ id: 'starts', title: '计划年内动工', count: 'starts' }, { id: 'niches', title: '计划新增格位', count: 'niches' }],
  events: [{ id: 'capacity-added', title: '新增能力转入公墓和骨灰楼管理', entering: ['opened'], to: 'S203' }],
  covers: ['S237'],
});
