import { defineRegister } from '../../../kernel/contract/register.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';

/** 慈善教育项目: 慈善行 and others under the plan, with schools; children are counted, and named only where hours are certified. */
export const charityEducationProject = defineRegister({
  id: 'charity-education-project', title: '慈善教育项目', unit: '个', series: 'MX',
  purpose: '慈善教育计划推出的项目：哪些学校参加，学生来了多少人次、多少小时。',
  name: 'name',
  key: ['name', 'startsOn'],
  fields: [
    { key: 'name', title: '项目名称', kind: 'text', required: true, listed: true, searched: true },
    { key: 'kind', title: '类别', kind: 'choice', listed: true, counted: true, options: [{ value: 'walk', title: '慈善行' }, { value: 'visit', title: '参观体验' }, { value: 'service', title: '志愿服务' }, { value: 'sale', title: '义卖' }, { value: 'lesson', title: '慈善课' }, { value: 'other', title: '其他' }] },
    { key: 'base', title: '基地', kind: 'link', to: 'charity-education-base', listed: true, counted: true },
    organisation('主办单位', false),
    { key: 'startsOn', title: '开始日期', kind: 'date', required: true, listed: true, columns: ['推出日期'] },
    { key: 'endsOn', title: '结束日期', kind: 'date' },
    { key: 'budget', title: '预算', kind: 'money', min: 0 },
    papers, note,
  ],
  states: {
    planned: { title: '计划', before: true },
    running: { title: '开展中', from: ['planned'] },
    finished: { title: '已结束', from: ['running'], needs: ['endsOn'], ends: true },
    cancelled: { title: '取消', from: ['planned'], ends: true },
  },
  subRecords: [
    {
      id: 'sessions', title: '活动', unit: '次', day: '活动日期', key: ['day', 'school'],
      fields: [
        { key: 'school', title: '学校', kind: 'text', required: true, maxLength: 60 },
        { key: 'grade', title: '年级', kind: 'text', maxLength: 20 },
        { key: 'students', title: '学生', kind: 'integer', unit: '人', required: true, min: 1 },
        { key: 'hoursEach', title: '每人时数', kind: 'number', unit: '小时', decimals: 1, required: true, min: 0, max: 24 },
        { key: 'personHours', title: '合计时数', kind: 'number', unit: '小时', decimals: 1, required: true, min: 0, help: '学生人数 × 每人时数' },
      ],
      totals: [
        { key: 'sessionsHeld', title: '活动', unit: '次', as: 'count' }, { key: 'schools', title: '学校', unit: '所', as: 'distinct', of: 'school' },
        { key: 'studentTimes', title: '学生', unit: '人次', as: 'sum', of: 'students' }, { key: 'hoursTotal', title: '时数', unit: '小时', as: 'sum', of: 'personHours' }],
    },
    {
      id: 'certified', title: '记录时数的学生', unit: '人次', day: '活动日期', person: { title: '学生' }, key: ['person', 'day'],
      fields: [{ key: 'hours', title: '时数', kind: 'number', unit: '小时', decimals: 1, required: true, min: 0, max: 24 }, { key: 'certificate', title: '证明编号', kind: 'text', maxLength: 60 }],
      totals: [{ key: 'certifiedStudents', title: '记录时数的学生', unit: '人', as: 'distinct', of: 'person' }, { key: 'certifiedHours', title: '记录的时数', unit: '小时', as: 'sum', of: 'hours' }],
    },
  ],
  checks: [
    { id: 'days-in-order', title: '结束不早于开始', then: 'refuse', test: ({ values }) => (typeof values['startsOn'] === 'string' && typeof values['endsOn'] === 'string' && values['endsOn'] < values['startsOn'] ? '结束日期不能早于开始日期。' : undefined) },
    { id: 'while-running', title: '开展期间才有活动', then: 'refuse', test: ({ entry, state, values }) => (entry === undefined ? undefined : notRunning(state, entry.values['day'], values['startsOn'], values['endsOn'])) },
    { id: 'hours-add-up', title: '合计时数 = 人数 × 每人时数', then: 'refuse', test: ({ entry }) => (entry?.of === 'sessions' ? hoursWrong(entry.values) : undefined) },
    { id: 'certified-within', title: '记录的时数不超过活动时数', then: 'warn', test: { left: 'certifiedHours', is: '<=', right: 'hoursTotal', sentence: '给学生记录的时数合计超过了活动的时数。请核对。' } },
  ],
  reminders: [{ id: 'quiet', title: '满三个月没有活动', in: ['running'], due: { entries: 'sessions', every: 3 } }],
  counts: [
    { id: 'launched', title: '推出慈善教育项目', unit: '个', definition: '当期开始开展的项目', of: { what: 'opened' }, figures: ['sz2007-037'] },
    { id: 'running', title: '开展中的项目', unit: '个', of: { what: 'stock' } },
    { id: 'students', title: '学生参与人次', unit: '人次', of: { what: 'entries', sub: 'sessions', sum: 'students' } },
    { id: 'schools', title: '参与学校', unit: '所', of: { what: 'entries', sub: 'sessions', distinct: 'school' }, definition: '当期有学生参加活动的学校，一所一次' },
    { id: 'hours', title: '学生参与时数', unit: '小时', of: { what: 'entries', sub: 'sessions', sum: 'personHours' } },
    { id: 'certified-students', title: '记录时数的学生', unit: '人', of: { what: 'entries', sub: 'certified', distinct: 'person' } },
  ],
  targets: [{ id: 'projects', title: '计划推出', count: 'launched' }],
  covers: ['S141'],
});

/** A project has sessions from its first day to its last, both counted. */
function notRunning(state: string, day: unknown, first: unknown, last: unknown): string | undefined {
  if (state === 'planned' || state === 'cancelled') return '项目没有开展，不能登记活动。';
  return typeof day === 'string' && ((typeof first === 'string' && day < first) || (typeof last === 'string' && day > last)) ? '活动日期不在项目开始和结束之间。请核对。' : undefined;
}

/** Tenths of an hour, in whole numbers, so that 0.1 × 3 is 0.3. */
function hoursWrong(values: Readonly<Record<string, unknown>>): string | undefined {
  const right = Number(values['students']) * Math.round(Number(values['hoursEach']) * 10);
  return Math.round(Number(values['personHours']) * 10) === right ? undefined : `合计时数应是 ${right / 10} 小时（人数 × 每人时数）。请核对。`;
}
