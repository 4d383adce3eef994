import { defineRegister } from '../../../kernel/contract/register.ts';
import { note, papers } from '../../../kernel/records/shapes/terms.ts';
import { notAhead } from '../common/not-ahead.ts';

/** 历史遗留问题: land, title, debt or staff of a home left unsettled: classed, given to somebody, closed. */
export const ruralHomeProblem = defineRegister({
  id: 'rural-home-problem', title: '敬老院历史遗留问题', unit: '件', series: 'CJW',
  purpose: '敬老院历史遗留问题分了哪一类、交给谁、限到哪天、怎样解决的。',
  holder: { kind: 'link', field: 'home' },
  name: 'problem',
  key: ['home', 'class', 'problem'],
  fields: [
    { key: 'problem', title: '问题', kind: 'text', required: true, listed: true, searched: true },
    { key: 'home', title: '敬老院', kind: 'link', to: 'rural-home', required: true, listed: true },
    { key: 'class', title: '类别', kind: 'choice', required: true, listed: true, counted: true, columns: ['问题类别'], options: [{ value: 'land', title: '土地权属' }, { value: 'building', title: '房产、报建' }, { value: 'legal-person', title: '法人、编制' }, { value: 'staff', title: '人员身份、社保' }, { value: 'debt', title: '债务' }, { value: 'lease', title: '场地出租、被占用' }, { value: 'safety', title: '安全' }, { value: 'other', title: '其他' }] },
    { key: 'assignedTo', title: '责任单位', kind: 'text', listed: true },
    { key: 'assignee', title: '责任人', kind: 'person-name' },
    { key: 'dueOn', title: '解决期限', kind: 'date', listed: true, indexed: true },
    { key: 'solution', title: '解决办法', kind: 'long-text' },
    { key: 'closedOn', title: '解决日期', kind: 'date' },
    { key: 'carriedInto', title: '并入哪一件', kind: 'link', to: 'rural-home-problem' },
    papers, note,
  ],
  states: {
    found: { title: '已登记' },
    assigned: { title: '已交办', from: ['found', 'assigned'], needs: ['assignedTo', 'dueOn'] },
    closed: { title: '已解决', ends: true, from: ['assigned'], needs: ['solution', 'closedOn'] },
    'carried-on': { title: '并入他件', ends: true, from: ['found', 'assigned'], needs: ['carriedInto'] },
  },
  subRecords: [{
    id: 'progress', title: '进展', unit: '次', day: '日期',
    fields: [{ key: 'told', title: '进展', kind: 'long-text', required: true }],
    totals: [{ key: 'progressCount', title: '进展', unit: '次', as: 'count' }],
  }],
  checks: [
    notAhead({ closedOn: '解决日期' }),
    { id: 'overdue', title: '解决期限已过', then: 'warn', test: ({ values, state, today }) => (state === 'assigned' && typeof values['dueOn'] === 'string' && values['dueOn'] < today ? `解决期限${values['dueOn']}已过，还没有解决。` : undefined) },
  ],
  reminders: [
    { id: 'assign', title: '登记满一周还没有交办', in: ['found'], due: { standing: 7 } },
    { id: 'due', title: '解决期限快到', in: ['assigned'], due: { field: 'dueOn', before: 15 } },
  ],
  counts: [
    { id: 'unsolved', title: '未解决的历史遗留问题', unit: '件', of: { what: 'stock' } },
    { id: 'registered', title: '当期登记', unit: '件', of: { what: 'opened' } },
    { id: 'assigned', title: '当期交办', unit: '件', definition: '当期交给责任单位的，改交他人再算一件', of: { what: 'entered', states: ['assigned'] } },
    { id: 'closed', title: '当期解决', unit: '件', of: { what: 'ended', states: ['closed'] } },
    { id: 'solved-share', title: '历史遗留问题解决率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '期末已解决的 ÷ 期末登记在册和已解决的（并入他件的不算）', of: { what: 'stock', states: ['closed'] }, over: { what: 'stock', states: ['found', 'assigned', 'closed'] } },
  ],
  targets: [{ id: 'closed', title: '计划解决', count: 'closed' }],
  covers: ['S047'],
});
