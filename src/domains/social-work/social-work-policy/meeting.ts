import { defineRegister } from '../../../kernel/contract/register.ts';
import { event } from '../../../kernel/records/shapes/event.ts';
import { numberFollows } from '../common/number-follows.ts';
import { note, papers } from '../../../kernel/records/shapes/terms.ts';

/** 领导小组（联席会议）: one record a meeting, with what it decided. */
export const leadGroupMeeting = defineRegister({
  id: 'lead-group-meeting', title: '社会工作领导小组会议', unit: '次', series: 'HY',
  purpose: '社会工作领导小组（联席会议）每次会议：谁参加、议了什么、定了哪些事、谁办。',
  name: 'subject',
  key: ['heldOn', 'subject'],
  alongside: { same: ['division'], order: 'edition' },
  fields: [
    { key: 'subject', title: '议题', kind: 'text', required: true, listed: true, searched: true, maxLength: 120 },
    ...event.fields.map((field) => (field.key === 'edition' ? { ...field, title: '第几次会议', columns: ['次数', '会议次数'] } : field)),
    { key: 'chair', title: '主持人', kind: 'person-name' },
    { key: 'minutesNumber', title: '纪要文号', kind: 'text', maxLength: 60 },
    papers, note,
  ],
  states: event.states,
  subRecords: [
    {
      id: 'departments', title: '参加部门', unit: '个', day: '日期', key: ['department'],
      fields: [{ key: 'department', title: '部门', kind: 'text', required: true, maxLength: 60 }, { key: 'attendee', title: '参加人', kind: 'person-name' }, { key: 'absent', title: '缺席', kind: 'yes-no', required: true }],
      totals: [{ key: 'departmentsCame', title: '到会部门', unit: '个', as: 'count', where: { absent: false } }],
    },
    {
      id: 'decisions', title: '议定事项', unit: '项', day: '日期',
      fields: [{ key: 'decision', title: '事项', kind: 'long-text', required: true }, { key: 'task', title: '任务', kind: 'link', to: 'social-work-task' }, { key: 'owner', title: '承办部门', kind: 'text', required: true, maxLength: 60 }, { key: 'carriedOut', title: '已落实', kind: 'yes-no', required: true }],
      totals: [{ key: 'decisionCount', title: '议定事项', unit: '项', as: 'count' }, { key: 'decisionsOpen', title: '未落实', unit: '项', as: 'count', where: { carriedOut: false } }],
    },
  ],
  checks: [
    ...(event.checks ?? []),
    { id: 'numbers-follow', title: '第几次会议相连', then: 'refuse', test: ({ values, alongside, state }) => (state === 'cancelled' ? undefined : numberFollows(values['edition'], alongside.filter((one) => one.state !== 'cancelled'), 'edition', '次')) },
    { id: 'minutes', title: '开过的会有纪要', then: 'warn', test: ({ values, state }) => (state === 'held' && values['minutesNumber'] === undefined ? '还没有写纪要文号。' : undefined) },
    { id: 'decisions-carried', title: '议定事项都落实', then: 'warn', test: ({ totals }) => (Number(totals['decisionsOpen'] ?? 0) > 0 ? `有 ${totals['decisionsOpen']} 项议定事项还没有落实。` : undefined) },
  ],
  reminders: [{ id: 'soon', title: '领导小组会议快开了', in: ['planned'], due: { field: 'heldOn', before: 7 } }],
  counts: [
    { id: 'held', title: '领导小组会议', unit: '次', of: { what: 'opened' } },
    { id: 'decisions', title: '议定事项', unit: '项', of: { what: 'entries', sub: 'decisions' } },
    { id: 'carried', title: '议定事项落实率', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'entries', sub: 'decisions', where: { carriedOut: true } }, over: { what: 'entries', sub: 'decisions' }, definition: '当期会议的议定事项中已落实的 ÷ 全部' },
  ],
  covers: ['S129'],
});
