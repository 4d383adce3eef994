import { defineRegister } from '../../../kernel/contract/register.ts';
import { paidInOrder } from './paid-in-order.ts';
import { note, paper, papers } from '../../../kernel/records/shapes/terms.ts';

/** 扶持计划: a programme of one year with its own budget line; every payment leaves that line. */
export const governanceSupportProgramme = defineRegister({
  id: 'governance-support-programme', title: '扶持社会组织参与社会治理计划', unit: '个', series: 'FC',
  purpose: '每一期扶持计划（如“益路同行助力民生”）有多少专项资金、拨给了谁、还剩多少；拨付不会超过预算。',
  name: 'name',
  key: ['name', 'year'],
  fields: [
    { key: 'name', title: '计划名称', kind: 'text', required: true, listed: true, searched: true, columns: ['活动名称'] },
    { key: 'year', title: '年度', kind: 'year', required: true, listed: true, indexed: true },
    { key: 'budget', title: '专项资金', kind: 'money', required: true, listed: true, min: 0, columns: ['预算', '投入资金'] },
    { key: 'budgetLine', title: '预算科目', kind: 'text', listed: true, maxLength: 60, columns: ['科目', '资金来源'] },
    ...paper,
    { key: 'applyUntil', title: '申报截止日期', kind: 'date' },
    papers, note,
  ],
  states: {
    drafting: { title: '拟订', before: true },
    committed: { title: '资金已安排', from: ['drafting'], needs: ['budget', 'budgetLine', 'documentNumber'] },
    closed: { title: '结束', from: ['committed'], ends: true },
    cancelled: { title: '取消', from: ['drafting'], ends: true },
  },
  subRecords: [{
    id: 'payments', title: '拨付', unit: '笔', day: '拨付日期',
    fields: [
      { key: 'project', title: '项目', kind: 'link', to: 'governance-support-project', required: true },
      { key: 'instalment', title: '期次', kind: 'choice', required: true, options: [{ value: 'first', title: '首期' }, { value: 'middle', title: '中期' }, { value: 'final', title: '尾款' }] },
      { key: 'amount', title: '金额', kind: 'money', required: true, min: 1, columns: ['拨付金额'] },
      { key: 'paper', title: '文号', kind: 'text', maxLength: 60 },
    ],
    key: ['project', 'instalment'], inRules: true,
    totals: [{ key: 'spent', title: '已拨付', as: 'sum', of: 'amount' }, { key: 'projectsPaid', title: '已拨付项目', unit: '个', as: 'distinct', of: 'project' }],
  }],
  derived: [
    { key: 'unspent', title: '未拨付', kind: 'money', listed: true, value: ({ values, totals }) => (typeof values['budget'] === 'number' ? values['budget'] - Number(totals['spent'] ?? 0) : undefined) },
    { key: 'spentShare', title: '拨付进度', kind: 'number', unit: '%', listed: true, value: ({ values, totals }) => (typeof values['budget'] === 'number' && values['budget'] > 0 ? Math.round((Number(totals['spent'] ?? 0) / values['budget']) * 1000) / 10 : undefined) },
  ],
  checks: [
    { id: 'spent-within-budget', title: '拨付不超过专项资金', then: 'refuse', test: { left: 'spent', is: '<=', right: 'budget', sentence: '拨付合计会超过专项资金。请改这一笔的金额，或先按文件调整专项资金。' } },
    { id: 'paid-in-order', title: '按期次拨付', then: 'refuse', test: paidInOrder },
    { id: 'paid-after-committed', title: '资金安排以后才拨付', then: 'refuse', test: ({ entry, state }) => (entry?.of === 'payments' && state !== 'committed' ? '资金还没有安排（或计划已经结束），不能拨付。' : undefined) },
  ],
  reminders: [{ id: 'year-ends', title: '计划开了一年，结算后结束', in: ['committed'], due: { standing: 365 } }],
  counts: [
    { id: 'committed-money', title: '扶持社会组织参与社会治理专项资金', unit: '元', of: { what: 'opened', sum: 'budget' }, definition: '当期安排的各期计划专项资金之和', figures: ['zs2014-076'] },
    { id: 'paid-money', title: '当期拨付', unit: '元', of: { what: 'entries', sub: 'payments', sum: 'amount' } },
    { id: 'projects-paid', title: '当期得到拨付的项目', unit: '个', of: { what: 'entries', sub: 'payments', distinct: 'project' } },
  ],
  covers: ['S100'],
});
