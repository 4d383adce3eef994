import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';

/** 公益性岗位: a post and who stands in it; its subsidy is entered month by month, never twice. */
export const publicInterestPost = defineRegister({
  id: 'public-interest-post', title: '退役军人公益性岗位', unit: '个', series: 'NG',
  purpose: '哪些公益性岗位给了退役军人（参战退役人员优先），谁在岗，到几时，岗位补贴发到哪个月。',
  holder: { kind: 'person', title: '在岗退役军人', optional: true },
  name: 'post',
  key: ['post', 'organisation', 'person'],
  fields: [
    { key: 'post', title: '岗位名称', kind: 'text', required: true, listed: true, searched: true },
    organisation('用人单位'),
    { key: 'veteranKind', title: '退役类别', kind: 'choice', listed: true, counted: true, options: [{ value: 'war', title: '参战退役人员' }, { value: 'nuclear', title: '参试（涉核）退役人员' }, { value: 'soldier', title: '其他退役士兵' }, { value: 'cadre', title: '复员干部' }] },
    { key: 'startsOn', title: '上岗日期', kind: 'date', listed: true },
    { key: 'endsOn', title: '合同到期', kind: 'date', listed: true, indexed: true },
    { key: 'subsidyMonthly', title: '每月岗位补贴', kind: 'money', min: 0, listed: true, help: '按补贴文件的标准' },
    { key: 'subsidyPaper', title: '补贴依据', kind: 'link', to: 'policy-document' },
    { key: 'leftOn', title: '离岗日期', kind: 'date' },
    { key: 'leaving', title: '离岗原因', kind: 'choice', counted: true, options: [{ value: 'term', title: '合同期满' }, { value: 'job', title: '另有工作' }, { value: 'retired', title: '退休' }, { value: 'other', title: '其他' }] },
    papers, note,
  ],
  states: {
    open: { title: '待聘', before: true },
    filled: { title: '在岗', from: ['open'], person: true, needs: ['startsOn', 'endsOn', 'subsidyMonthly', 'veteranKind'] },
    left: { title: '离岗', from: ['filled'], needs: ['leftOn', 'leaving'], ends: true },
    cancelled: { title: '岗位取消', from: ['open'], ends: true },
  },
  subRecords: [{
    id: 'subsidies', title: '岗位补贴', unit: '笔', day: '发放日期', key: ['month'],
    fields: [
      { key: 'month', title: '补贴月份', kind: 'month', required: true },
      { key: 'amount', title: '金额', kind: 'money', required: true, min: 1 },
      { key: 'paper', title: '凭证', kind: 'text', maxLength: 60 },
    ],
    totals: [{ key: 'subsidyMonths', title: '已发', unit: '个月', as: 'count' }, { key: 'subsidyPaid', title: '已发补贴', as: 'sum', of: 'amount' }, { key: 'lastMonth', title: '发到', as: 'last', of: 'month' }],
  }],
  checks: [
    { id: 'term-in-order', title: '到期在上岗之后', then: 'refuse', test: ({ values }) => (typeof values['startsOn'] === 'string' && typeof values['endsOn'] === 'string' && values['endsOn'] <= values['startsOn'] ? '合同到期要在上岗日期之后。' : undefined) },
    { id: 'month-in-post', title: '只补在岗的月份', then: 'refuse', test: outsidePost },
    { id: 'within-standard', title: '补贴不超过每月标准', then: 'refuse', test: ({ values, entry }) => (entry?.of === 'subsidies' && typeof values['subsidyMonthly'] === 'number' && Number(entry.values['amount']) > values['subsidyMonthly'] ? '这个月的补贴超过了每月标准。' : undefined) },
    { id: 'past-term', title: '合同到期仍在岗', then: 'warn', test: ({ values, today, state }) => (state === 'filled' && typeof values['endsOn'] === 'string' && values['endsOn'] < today ? `合同${values['endsOn']}到期，请续签或办离岗。` : undefined) },
  ],
  reminders: [
    { id: 'renew', title: '岗位合同快到期', in: ['filled'], due: { field: 'endsOn', before: 30 } },
    { id: 'subsidy', title: '又满一个月，该记岗位补贴了', in: ['filled'], due: { entries: 'subsidies', every: 1 } },
    { id: 'vacant', title: '岗位空缺满一个月', in: ['open'], due: { standing: 30 } },
  ],
  counts: [
    { id: 'in-post', title: '在公益性岗位的退役军人', unit: '人', of: { what: 'stock' } },
    { id: 'in-post-war', title: '其中参战退役人员', unit: '人', of: { what: 'stock', where: { veteranKind: 'war' } } },
    { id: 'placed', title: '当期上岗', unit: '人', definition: '当期上岗的，按上岗日期', of: { what: 'dated', on: 'startsOn' } },
    { id: 'subsidies', title: '发放岗位补贴', unit: '元', of: { what: 'entries', sub: 'subsidies', sum: 'amount' } },
  ],
  covers: ['S164'],
});

function outsidePost({ values, entry }: RecordSeen): string | undefined {
  if (entry?.of !== 'subsidies') return undefined;
  const month = String(entry.values['month']);
  const [from, left, until] = [values['startsOn'], values['leftOn'], values['endsOn']];
  if (typeof from !== 'string') return '还没有人上岗，不能发补贴。';
  if (month < from.slice(0, 7)) return `${from.slice(0, 7)} 才上岗，这个月不补。`;
  const last = typeof left === 'string' ? left : until;
  return typeof last === 'string' && month > last.slice(0, 7) ? `岗位到 ${last.slice(0, 7)} 为止，这个月不补。` : undefined;
}
