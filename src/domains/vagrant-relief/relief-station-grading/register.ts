import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { contact, note, organisation, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';
import { title } from '../../../kernel/records/shapes/title.ts';
import { vagrantReliefMeasures } from '../common/law.ts';

const grading = title(180);
const grades = [{ value: 'first', title: '国家一级' }, { value: 'second', title: '国家二级' }, { value: 'third', title: '国家三级' }] as const;

/** A grade is given after the station has checked itself and others have looked at it on the spot. */
export function reviewedBeforeGrade({ totals }: Pick<RecordSeen, 'totals'>): string | undefined {
  const missing = [Number(totals['selfChecks'] ?? 0) === 0 ? '自查' : '', Number(totals['sitePassed'] ?? 0) === 0 ? '合格的现场评审' : ''].filter(Boolean);
  return missing.length === 0 ? undefined : `还没有${missing.join('和')}的记录，不能定级。`;
}

/** 救助管理机构: the relief stations of the city and its districts. */
export const reliefStation = defineRegister({
  id: 'relief-station', title: '救助管理机构', unit: '家', series: 'BJZ',
  purpose: '各级救助管理站：床位、人员、面积够不够，哪些房间、设备还缺。',
  law: [vagrantReliefMeasures('第二条')],
  name: 'name',
  key: ['name'],
  fields: [
    { key: 'name', title: '名称', kind: 'text', required: true, listed: true, searched: true, columns: ['机构名称', '救助站名称'] },
    organisation('法人单位', false),
    { key: 'kind', title: '类别', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'station', title: '救助管理站' }, { value: 'minors', title: '流浪未成年人救助保护中心' }, { value: 'point', title: '临时救助点' }] },
    { key: 'level', title: '层级', kind: 'choice', required: true, counted: true, options: [{ value: 'city', title: '市级' }, { value: 'district', title: '区（县级市）级' }, { value: 'town', title: '镇街' }] },
    { key: 'beds', title: '床位', kind: 'integer', unit: '张', required: true, listed: true, min: 0, columns: ['床位数'] },
    { key: 'femaleBeds', title: '其中女床位', kind: 'integer', unit: '张', min: 0 },
    { key: 'staffPosts', title: '编制', kind: 'integer', unit: '人', min: 0, columns: ['编制数'] },
    { key: 'staff', title: '工作人员', kind: 'integer', unit: '人', required: true, listed: true, min: 0, columns: ['在职人员'] },
    { key: 'socialWorkers', title: '其中社会工作者', kind: 'integer', unit: '人', min: 0 },
    { key: 'area', title: '建筑面积', kind: 'number', unit: '平方米', required: true, listed: true, min: 0, columns: ['面积'] },
    { key: 'facilities', title: '功能用房', kind: 'choices', counted: true, options: [
      { value: 'reception', title: '登记接待' }, { value: 'dormitory', title: '分性别住宿' }, { value: 'minors', title: '未成年人专区' }, { value: 'isolation', title: '隔离观察' }, { value: 'clinic', title: '医务室' }, { value: 'kitchen', title: '食堂' }, { value: 'storage', title: '物品保管' }, { value: 'counselling', title: '个案辅导' }] },
    ...contact, ...whereItIs, papers, note,
  ],
  states: { preparing: { title: '筹建', before: true }, open: { title: '运行', from: ['preparing', 'suspended'] }, suspended: { title: '暂停', from: ['open'] }, closed: { title: '撤销', ends: true } },
  derived: [{ key: 'areaPerBed', title: '每床建筑面积', kind: 'number', unit: '平方米', value: ({ values }) => (Number(values['beds']) > 0 && values['area'] !== undefined ? Math.round((Number(values['area']) / Number(values['beds'])) * 10) / 10 : undefined) }],
  checks: [
    { id: 'female-beds', title: '女床位不超过床位', then: 'refuse', test: { left: 'femaleBeds', is: '<=', right: 'beds', sentence: '女床位不能多于床位总数。' } },
    { id: 'social-workers', title: '社会工作者不超过工作人员', then: 'refuse', test: { left: 'socialWorkers', is: '<=', right: 'staff', sentence: '社会工作者不能多于工作人员。' } },
    { id: 'separate', title: '男女分开住宿', law: vagrantReliefMeasures('（条号未录入）'), then: 'warn', test: ({ values }) => (values['femaleBeds'] === 0 ? '没有女床位：受助人员要按性别分室住宿。' : undefined) },
  ],
  counts: [
    { id: 'stations', title: '救助管理机构数', unit: '家', of: { what: 'stock' } },
    { id: 'beds', title: '救助床位', unit: '张', of: { what: 'stock', sum: 'beds' } },
    { id: 'staff', title: '救助管理工作人员', unit: '人', of: { what: 'stock', sum: 'staff' } },
    { id: 'area', title: '救助管理机构建筑面积', unit: '平方米', of: { what: 'stock', sum: 'area' } },
  ],
  covers: ['S193'],
});

/** 等级创建: one application of a station for a national grade, with its checks against the standard. */
export const reliefStationGrade = defineRegister({
  id: 'relief-station-grade', title: '救助管理机构等级评定', unit: '件', series: 'DJP',
  purpose: '哪个站申报国家几级，自查、现场评审差在哪里、何时改好，何时定级、管到哪天。',
  name: 'subject',
  key: ['station', 'grade', 'appliedOn'],
  holder: { kind: 'link', field: 'station' },
  alongside: { same: ['station'], order: 'appliedOn' },
  fields: [
    { key: 'station', title: '救助管理机构', kind: 'link', to: 'relief-station', required: true, listed: true },
    { key: 'subject', title: '申报事项', kind: 'text', required: true, searched: true, help: '如：市救助管理站创国家二级' },
    { key: 'grade', title: '等级', kind: 'choice', required: true, listed: true, counted: true, columns: ['申报等级'], options: grades },
    { key: 'standardName', title: '评定标准', kind: 'text', maxLength: 120, help: '照哪一个国家等级标准评的，写名称和年份' },
    { key: 'standard', title: '标准文件', kind: 'link', to: 'policy-document', help: '标准已在政策文件台账的，连到那里' },
    ...grading.fields, papers, note,
  ],
  states: {
    ...grading.states,
    given: { title: '已定级', from: ['applied'], needs: ['givenOn', 'validUntil', 'standardName'] },
    raised: { title: '已评新的等级', from: ['given'], ends: true },
  },
  subRecords: [
    ...grading.subRecords.map((sub) => ({ ...sub, totals: [...(sub.totals ?? []), { key: 'selfChecks', title: '自查', unit: '次', as: 'count' as const, where: { kind: 'self' } }, { key: 'sitePassed', title: '现场评审合格', unit: '次', as: 'count' as const, where: { kind: 'site', passed: true } }] })),
    {
      id: 'gaps', title: '差距', unit: '项', day: '发现日期', key: ['day', 'item'],
      fields: [
        { key: 'area', title: '方面', kind: 'choice', required: true, options: [{ value: 'building', title: '设施设备' }, { value: 'staff', title: '人员队伍' }, { value: 'service', title: '服务' }, { value: 'safety', title: '安全' }, { value: 'files', title: '制度档案' }] },
        { key: 'item', title: '标准条目', kind: 'text', required: true },
        { key: 'due', title: '整改期限', kind: 'date' },
        { key: 'closedOn', title: '改好日期', kind: 'date' },
        { key: 'isOpen', title: '未改好', kind: 'yes-no', required: true },
      ],
      totals: [{ key: 'gapCount', title: '差距', unit: '项', as: 'count' }, { key: 'gapsOpen', title: '未改好', unit: '项', as: 'count', where: { isOpen: true } }],
    },
  ],
  checks: [
    { id: 'reviewed', title: '先自查、现场评审合格，再定级', then: 'refuse', entering: ['given'], test: reviewedBeforeGrade },
    { id: 'one-grade', title: '一家机构一个等级', then: 'refuse', entering: ['given'], test: ({ alongside }) => (alongside.some((one) => one.state === 'given') ? '这家机构原来的等级还在。请先把原来那一件转为“已评新的等级”或“到期”，再定新的等级。' : undefined) },
    { id: 'past-validity', title: '等级过期', then: 'warn', test: ({ values, today, state }) => (state === 'given' && typeof values['validUntil'] === 'string' && values['validUntil'] < today ? `等级${values['validUntil']}到期，请记为到期，或复评后定新的等级。` : undefined) },
    { id: 'valid-after', title: '有效期在授予之后', then: 'refuse', test: { left: 'validUntil', is: '>', right: 'givenOn', sentence: '有效期至要在授予日期之后。' } },
    { id: 'gaps-closed', title: '定级时差距已改好', then: 'warn', test: ({ state, totals }) => (state === 'given' && Number(totals['gapsOpen'] ?? 0) > 0 ? `已定级，还有 ${totals['gapsOpen']} 项差距没有改好。` : undefined) },
    { id: 'gap-dated', title: '改好的差距有日期', then: 'refuse', test: ({ entry }) => (entry?.of === 'gaps' && (entry.values['closedOn'] !== undefined) === (entry.values['isOpen'] === true) ? '改好的写改好日期，未改好的不写。' : undefined) },
  ],
  reminders: [...(grading.reminders ?? []), { id: 'gap', title: '差距的整改期限快到了', in: ['applied', 'given'], due: { entries: 'gaps', field: 'due', before: 30, where: { isOpen: true } } }, { id: 'slow', title: '申报满一年还没有结果', in: ['applied'], due: { standing: 365 } }],
  counts: [
    { id: 'graded', title: '等级救助管理机构数', unit: '家', definition: '当日定级还在（没有到期、撤销、改评）的机构，一家只数一次', of: { what: 'stock', distinct: 'station' } },
    { id: 'first-grade', title: '国家一级救助管理机构', unit: '家', of: { what: 'stock', where: { grade: 'first' }, distinct: 'station' } },
    { id: 'second-grade', title: '国家二级救助管理机构', unit: '家', of: { what: 'stock', where: { grade: 'second' }, distinct: 'station' } },
    { id: 'third-grade', title: '国家三级救助管理机构', unit: '家', of: { what: 'stock', where: { grade: 'third' }, distinct: 'station' } },
    { id: 'given', title: '当期定级', unit: '家', definition: '当期定级的，按授予日期', of: { what: 'dated', on: 'givenOn' } },
    { id: 'self-checks', title: '当期自查', unit: '次', of: { what: 'entries', sub: 'checks', where: { kind: 'self' } } },
    { id: 'site-reviews', title: '当期现场评审', unit: '次', of: { what: 'entries', sub: 'checks', where: { kind: 'site' } } },
  ],
  targets: [{ id: 'graded', title: '等级机构目标', count: 'graded' }],
  covers: ['S193'],
});
