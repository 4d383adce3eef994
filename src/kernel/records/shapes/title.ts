import type { Register, RegisterField, SubRecord } from '../../contract/register.ts';

type Part = Pick<Register, 'states' | 'reminders'> & { readonly fields: readonly RegisterField[]; readonly subRecords: readonly SubRecord[] };

/** 称号、等级: applied for, looked at against a checklist, given for a time, looked at again, withdrawn. */
export const title = (before = 90): Part => ({
  fields: [
    { key: 'appliedOn', title: '申报日期', kind: 'date', columns: ['申请日期'] },
    { key: 'givenOn', title: '授予日期', kind: 'date', listed: true, indexed: true, columns: ['命名日期', '评定日期'] },
    { key: 'validUntil', title: '有效期至', kind: 'date', listed: true },
    { key: 'givenBy', title: '授予机关', kind: 'text', columns: ['命名机关', '评定机关'] },
    { key: 'givenPaper', title: '授予文号', kind: 'text', columns: ['文号'] },
  ],
  states: {
    applied: { title: '申报', before: true },
    given: { title: '已授予', from: ['applied'], needs: ['givenOn'] },
    refused: { title: '未通过', from: ['applied'], ends: true },
    expired: { title: '到期', from: ['given'], ends: true },
    withdrawn: { title: '撤销', from: ['given'], ends: true },
  },
  reminders: [{ id: 'valid', title: '称号快到期，复评', in: ['given'], due: { field: 'validUntil', before } }],
  subRecords: [{
    id: 'checks', title: '评审与复查', unit: '次', day: '日期',
    fields: [
      { key: 'kind', title: '类别', kind: 'choice', required: true, options: [{ value: 'self', title: '自查' }, { value: 'site', title: '现场评审' }, { value: 'again', title: '复查' }] },
      { key: 'score', title: '得分', kind: 'number', decimals: 1, min: 0, max: 1000 },
      { key: 'passed', title: '合格', kind: 'yes-no', required: true },
      { key: 'gaps', title: '不足', kind: 'long-text' },
      { key: 'by', title: '评审人', kind: 'text' },
    ],
    totals: [{ key: 'checksDone', title: '评审次数', unit: '次', as: 'count' }, { key: 'lastScore', title: '最近得分', as: 'last', of: 'score' }],
  }],
});
