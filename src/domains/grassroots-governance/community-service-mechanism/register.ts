import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { contact, note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';
import { daysOver, nextDue } from './next-due.ts';

export const communityServiceItem = defineRegister({
  id: 'community-service-item', title: '社区服务清单', unit: '项', series: 'FQ',
  purpose: '每个社区长期做哪些服务：谁负责、多久做一次、居民怎么说；到期没做的一眼看见。',
  holder: { kind: 'division' },
  name: 'service',
  key: ['division', 'service'],
  fields: [
    { key: 'service', title: '服务项目', kind: 'text', required: true, listed: true, searched: true, maxLength: 60, columns: ['项目名称', '服务内容'] },
    { key: 'category', title: '类别', kind: 'choice', required: true, listed: true, counted: true, options: [
      { value: 'elderly', title: '为老' }, { value: 'children', title: '儿童青少年' }, { value: 'disabled', title: '助残' }, { value: 'poor', title: '困难帮扶' }, { value: 'health', title: '卫生健康' }, { value: 'culture', title: '文体教育' }, { value: 'safety', title: '治安调解' }, { value: 'other', title: '其他' }] },
    { key: 'responsible', title: '责任单位', kind: 'text', required: true, listed: true, maxLength: 60, columns: ['负责单位', '责任人'] },
    organisation('承接单位', false),
    { key: 'cycleMonths', title: '周期', kind: 'integer', unit: '个月', required: true, min: 1, max: 12, listed: true, indexed: true, help: '每隔几个月至少做一次：每周、每月的写 1，每季写 3，每年写 12', columns: ['服务频次', '周期（月）', '几个月一次'] },
    { key: 'audience', title: '服务对象', kind: 'text', maxLength: 60 },
    { key: 'placeOfService', title: '服务地点', kind: 'text', maxLength: 60 },
    ...contact, papers, note,
  ],
  states: {
    listed: { title: '拟列入', before: true },
    running: { title: '长期开展', from: ['listed', 'paused'] },
    paused: { title: '暂停', from: ['running'] },
    removed: { title: '移出清单', ends: true },
  },
  subRecords: [
    {
      id: 'deliveries', title: '开展记录', unit: '次', day: '开展日期', key: ['day'],
      fields: [
        { key: 'served', title: '服务人次', kind: 'integer', unit: '人次', required: true, min: 0 },
        { key: 'done', title: '做了什么', kind: 'long-text' },
      ],
      totals: [{ key: 'lastDone', title: '最近开展', as: 'last', of: 'day' }, { key: 'timesDone', title: '开展次数', unit: '次', as: 'count' }, { key: 'servedTotal', title: '服务人次', unit: '人次', as: 'sum', of: 'served' }],
    },
    {
      id: 'feedback', title: '居民反馈', unit: '条', day: '日期',
      fields: [
        { key: 'mood', title: '评价', kind: 'choice', required: true, options: [{ value: 'satisfied', title: '满意' }, { value: 'fair', title: '一般' }, { value: 'dissatisfied', title: '不满意' }] },
        { key: 'said', title: '意见', kind: 'long-text' },
        { key: 'answered', title: '已答复', kind: 'yes-no', required: true },
        { key: 'answer', title: '怎么改的', kind: 'long-text' },
      ],
      totals: [{ key: 'feedbackCount', title: '反馈', unit: '条', as: 'count' }, { key: 'unanswered', title: '没有答复的反馈', unit: '条', as: 'count', where: { answered: false } }],
    },
  ],
  derived: [
    { key: 'nextDue', title: '下次应做', kind: 'date', listed: true, value: ({ values, totals, state }) => (state === 'running' ? nextDue(totals['lastDone'], values['cycleMonths']) : undefined) },
    { key: 'overdueDays', title: '逾期', kind: 'integer', unit: '天', listed: true, value: ({ values, totals, state, today }) => (state === 'running' ? daysOver(nextDue(totals['lastDone'], values['cycleMonths']), today) : undefined) },
  ],
  checks: [
    { id: 'overdue', title: '到期没有做', then: 'warn', test: overdue },
    { id: 'done-while-running', title: '长期开展的才登记开展', then: 'refuse', test: ({ entry, state }) => (entry?.of === 'deliveries' && state !== 'running' ? '这项服务没有在开展（拟列入、暂停或已移出）。请先转为“长期开展”。' : undefined) },
    { id: 'answered-how', title: '已答复的写怎么改的', then: 'refuse', test: ({ entry }) => (entry?.of === 'feedback' && entry.values['answered'] === true && entry.values['answer'] === undefined ? '已答复的，请写怎么答复、怎么改的。' : undefined) },
    { id: 'feedback-answered', title: '反馈都有答复', then: 'warn', test: ({ totals }) => (Number(totals['unanswered'] ?? 0) > 0 ? `有 ${totals['unanswered']} 条居民反馈还没有答复。` : undefined) },
  ],
  reminders: [{ id: 'next', title: '社区服务到期该做了', in: ['running'], due: { entries: 'deliveries', every: 'cycleMonths' } }],
  expected: { every: 'village', title: '还没有服务清单的社区' },
  counts: [
    { id: 'running', title: '长期开展的社区服务', unit: '项', of: { what: 'stock', states: ['running'] } },
    { id: 'villages-covered', title: '有服务清单的社区占全部社区', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'stock', distinct: 'village' }, over: { what: 'stock', divisions: 'village' }, definition: '清单上有服务的村（社区）数 ÷ 全部村（社区）数' },
    { id: 'deliveries', title: '开展社区服务', unit: '次', of: { what: 'entries', sub: 'deliveries' } },
    { id: 'served', title: '社区服务人次', unit: '人次', of: { what: 'entries', sub: 'deliveries', sum: 'served' } },
    { id: 'feedback', title: '居民反馈', unit: '条', of: { what: 'entries', sub: 'feedback' } },
    { id: 'unanswered', title: '没有答复的反馈', unit: '条', of: { what: 'entries', sub: 'feedback', where: { answered: false } } },
    { id: 'satisfied', title: '居民反馈满意率', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'entries', sub: 'feedback', where: { mood: 'satisfied' } }, over: { what: 'entries', sub: 'feedback' }, definition: '评价“满意”的反馈 ÷ 当期全部反馈' },
  ],
  covers: ['S088'],
});

/** The sentence that stands on the record while its day has passed. */
function overdue({ values, totals, state, today }: Pick<RecordSeen, 'values' | 'totals' | 'state' | 'today'>): string | undefined {
  const due = state === 'running' ? nextDue(totals['lastDone'], values['cycleMonths']) : undefined;
  const days = daysOver(due, today);
  return days === undefined ? undefined : `上次 ${totals['lastDone']} 做的，应在 ${due} 前再做，已经过了 ${days} 天。做了就记一条开展记录。`;
}
