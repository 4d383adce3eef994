import { defineRegister } from '../../../kernel/contract/register.ts';
import { note, papers } from '../../../kernel/records/shapes/terms.ts';
import { daysBetweenWritten } from '../../../kernel/values/plain-date.ts';

/** 任务: what a paper asks of departments by a day. */
export const socialWorkTask = defineRegister({
  id: 'social-work-task', title: '社会工作任务分工', unit: '项', series: 'GR',
  purpose: '文件和会议定下的每一项任务：哪个部门牵头、谁配合、什么时候完成、做到哪里了。',
  name: 'task',
  key: ['document', 'task'],
  fields: [
    { key: 'task', title: '任务', kind: 'text', required: true, listed: true, searched: true, maxLength: 120 },
    { key: 'document', title: '依据文件', kind: 'link', to: 'social-work-document' },
    { key: 'leadDepartment', title: '牵头部门', kind: 'text', required: true, listed: true, maxLength: 60, indexed: true, columns: ['责任单位'] },
    { key: 'departments', title: '配合部门', kind: 'choices', counted: true, options: [{ value: 'organisation', title: '组织部门' }, { value: 'civil-affairs', title: '民政' }, { value: 'education', title: '教育' }, { value: 'justice', title: '司法' }, { value: 'finance', title: '财政' }, { value: 'personnel', title: '人社' }, { value: 'health', title: '卫生' }, { value: 'disabled', title: '残联' }, { value: 'youth', title: '团委' }, { value: 'women', title: '妇联' }, { value: 'union', title: '工会' }] },
    { key: 'deadline', title: '完成期限', kind: 'date', required: true, listed: true, indexed: true },
    { key: 'doneOn', title: '完成日期', kind: 'date', listed: true },
    { key: 'result', title: '完成情况', kind: 'long-text' },
    papers, note,
  ],
  states: {
    assigned: { title: '已分工' },
    underway: { title: '推进中', from: ['assigned'] },
    done: { title: '完成', from: ['assigned', 'underway'], ends: true, needs: ['doneOn', 'result'] },
    dropped: { title: '取消', ends: true },
  },
  subRecords: [{
    id: 'progress', title: '进展', unit: '次', day: '日期',
    fields: [{ key: 'department', title: '部门', kind: 'text', required: true, maxLength: 60 }, { key: 'report', title: '进展', kind: 'long-text', required: true }, { key: 'percent', title: '完成度', kind: 'integer', unit: '%', min: 0, max: 100 }],
    totals: [{ key: 'percentLast', title: '最近完成度', unit: '%', as: 'last', of: 'percent' }],
  }],
  derived: [{ key: 'daysLeft', title: '离期限', kind: 'integer', unit: '天', listed: true, value: ({ values, state, today }) => (state === 'assigned' || state === 'underway' ? daysTo(values['deadline'], today) : undefined) }],
  checks: [{ id: 'overdue', title: '过了完成期限', then: 'warn', test: ({ values, state, today }) => ((state === 'assigned' || state === 'underway') && typeof values['deadline'] === 'string' && values['deadline'] < today ? `期限是 ${values['deadline']}，还没有完成。` : undefined) }],
  reminders: [{ id: 'deadline', title: '任务快到期限', in: ['assigned', 'underway'], due: { field: 'deadline', before: 30 } }, { id: 'silent', title: '任务三个月没有进展', in: ['assigned', 'underway'], due: { entries: 'progress', every: 3 } }],
  counts: [
    { id: 'open', title: '没有完成的任务', unit: '项', of: { what: 'stock' } },
    { id: 'assigned', title: '当期分工的任务', unit: '项', of: { what: 'opened' } },
    { id: 'done', title: '当期完成', unit: '项', of: { what: 'ended', states: ['done'] } },
  ],
  covers: ['S129'],
});

/** Days from today to a deadline; less than none when it is past. */
const daysTo = (deadline: unknown, today: string): number | undefined => daysBetweenWritten(today, deadline);
