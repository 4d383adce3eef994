import { defineRegister } from '../../../kernel/contract/register.ts';
import { lateSteps } from './late-steps.ts';
import { contact, note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';

/** 扶持项目: what one organisation does under a programme, step by step. */
export const governanceSupportProject = defineRegister({
  id: 'governance-support-project', title: '扶持项目', unit: '个', series: 'FCX',
  purpose: '扶持计划下的每个项目：什么主题、哪个社会组织、约定做到哪几步、服务了多少人、结果怎样。',
  name: 'name',
  holder: { kind: 'link', field: 'organisation' },
  key: ['programme', 'name', 'organisation'],
  fields: [
    { key: 'name', title: '项目名称', kind: 'text', required: true, listed: true, searched: true },
    { key: 'programme', title: '所属计划', kind: 'link', to: 'governance-support-programme', required: true, listed: true, counted: true },
    { ...organisation('承接组织'), counted: true },
    { key: 'theme', title: '主题', kind: 'choice', required: true, listed: true, counted: true, options: [
      { value: 'community', title: '社区服务' }, { value: 'elderly', title: '为老' }, { value: 'youth', title: '青少年' }, { value: 'disabled', title: '助残' }, { value: 'migrant-workers', title: '异地务工人员' }, { value: 'mediation', title: '矛盾调解' }, { value: 'environment', title: '环境保护' }, { value: 'other', title: '其他' }] },
    { key: 'agreed', title: '扶持金额', kind: 'money', listed: true, min: 0, columns: ['资助金额', '扶持资金'] },
    { key: 'startsOn', title: '开始日期', kind: 'date' },
    { key: 'endsOn', title: '约定完成日期', kind: 'date', indexed: true },
    { key: 'planServed', title: '计划服务人次', kind: 'integer', unit: '人次', min: 0, columns: ['计划服务人数'] },
    { key: 'result', title: '结项评价', kind: 'choice', counted: true, options: [{ value: 'excellent', title: '优秀' }, { value: 'passed', title: '合格' }, { value: 'failed', title: '不合格' }] },
    { key: 'resultText', title: '项目成效', kind: 'long-text' },
    ...contact, papers, note,
  ],
  states: {
    applied: { title: '申报', before: true },
    running: { title: '实施', from: ['applied'], needs: ['agreed', 'startsOn', 'endsOn'] },
    refused: { title: '未入选', from: ['applied'], ends: true },
    completed: { title: '结项', from: ['running'], ends: true, needs: ['result', 'resultText'] },
    terminated: { title: '终止', from: ['running'], ends: true },
  },
  subRecords: [
    {
      id: 'milestones', title: '约定节点', unit: '个', day: '约定日期', key: ['step'], inRules: true,
      fields: [
        { key: 'step', title: '节点', kind: 'text', required: true, maxLength: 60 },
        { key: 'due', title: '应完成日期', kind: 'date', required: true },
        { key: 'instalment', title: '完成后拨付', kind: 'money', min: 0 },
        { key: 'accepted', title: '已完成并认可', kind: 'yes-no', required: true },
        { key: 'doneOn', title: '完成日期', kind: 'date' },
      ],
      totals: [{ key: 'instalments', title: '约定分期合计', as: 'sum', of: 'instalment' }, { key: 'milestonesOpen', title: '未完成节点', unit: '个', as: 'count', where: { accepted: false } }, { key: 'milestonesDone', title: '已完成节点', unit: '个', as: 'count', where: { accepted: true } }],
    },
    {
      id: 'services', title: '服务', unit: '次', day: '日期',
      fields: [{ key: 'activity', title: '服务内容', kind: 'text', required: true, maxLength: 100 }, { key: 'served', title: '服务人次', kind: 'integer', unit: '人次', required: true, min: 0 }],
      totals: [{ key: 'servedTotal', title: '服务人次', unit: '人次', as: 'sum', of: 'served' }],
    },
  ],
  derived: [{ key: 'servedShare', title: '服务完成', kind: 'number', unit: '%', listed: true, value: { ratio: 'servedTotal', over: 'planServed', percent: true } }],
  checks: [
    { id: 'steps-late', title: '节点按期完成', then: 'warn', test: lateSteps },
    { id: 'served-while-running', title: '实施以后才有服务', then: 'refuse', test: ({ entry, state }) => (entry?.of === 'services' && (state === 'applied' || state === 'refused') ? '项目还没有实施，不能登记服务。' : undefined) },
    { id: 'instalments-within-agreed', title: '分期合计不超过扶持金额', then: 'refuse', test: { left: 'instalments', is: '<=', right: 'agreed', sentence: '各节点的拨付合计会超过扶持金额。请改这一节点的金额。' } },
    { id: 'term-in-order', title: '完成日期在开始日期之后', then: 'refuse', test: { left: 'endsOn', is: '>', right: 'startsOn', sentence: '约定完成日期要在开始日期之后。' } },
    { id: 'accepted-with-day', title: '完成的节点写日期', then: 'refuse', test: ({ entry }) => (entry?.of === 'milestones' && entry.values['accepted'] === true && entry.values['doneOn'] === undefined ? '完成了的节点要写完成日期。' : undefined) },
    { id: 'completed-when-done', title: '节点都完成才结项', then: 'refuse', entering: ['completed'], test: ({ totals }) => (Number(totals['milestonesOpen'] ?? 0) > 0 ? `还有 ${totals['milestonesOpen']} 个节点没有完成，不能结项。` : undefined) },
    { id: 'late', title: '过了约定完成日期', then: 'warn', test: ({ values, state, today }) => (state === 'running' && typeof values['endsOn'] === 'string' && values['endsOn'] < today ? `约定 ${values['endsOn']} 完成，还没有结项。` : undefined) },
  ],
  reminders: [{ id: 'ends', title: '项目快到约定完成日期', in: ['running'], due: { field: 'endsOn', before: 30 } }, { id: 'quiet', title: '三个月没有服务记录', in: ['running'], due: { entries: 'services', every: 3 } }],
  counts: [
    { id: 'projects', title: '当期扶持项目', unit: '个', of: { what: 'opened' } },
    { id: 'running', title: '实施中的扶持项目', unit: '个', of: { what: 'stock' } },
    { id: 'organisations', title: '当期得到扶持的社会组织', unit: '个', of: { what: 'opened', distinct: 'organisation' } },
    { id: 'agreed-money', title: '当期约定扶持金额', unit: '元', of: { what: 'opened', sum: 'agreed' } },
    { id: 'passed-share', title: '结项合格率', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'ended', states: ['completed'], where: { result: ['excellent', 'passed'] } }, over: { what: 'ended', states: ['completed'] }, definition: '当期结项评价优秀、合格的项目 ÷ 当期结项的项目' },
    { id: 'completed', title: '当期结项', unit: '个', of: { what: 'ended', states: ['completed'] } },
    { id: 'served', title: '扶持项目服务人次', unit: '人次', of: { what: 'entries', sub: 'services', sum: 'served' } },
  ],
  covers: ['S100'],
});
