import { formatYuan, type Fen } from '../../../kernel/values/money.ts';
import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { agreement } from '../../../kernel/records/shapes/agreement.ts';
import { contact, note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';
import { vagrantReliefMeasures } from '../common/law.ts';

const contract = agreement(60);

/** Money follows a look at the work: what is paid never passes what passed evaluations have approved. */
export function evaluatedBeforePaid({ totals }: Pick<RecordSeen, 'totals'>): string | undefined {
  const [paid, approved] = [Number(totals['paidTotal'] ?? 0), Number(totals['approvedTotal'] ?? 0)];
  return paid > approved ? `先评估、后付款：评估合格核定的是 ${formatYuan(approved as Fen)} 元，付款合计会到 ${formatYuan(paid as Fen)} 元。` : undefined;
}

/** A returned person was found a way home: the entry names him. */
export function returnedIsSomebody({ entry }: Pick<RecordSeen, 'entry'>): string | undefined {
  if (entry?.of !== 'services' || entry.values['result'] !== 'returned') return undefined;
  return entry.values['returnedTo'] === undefined ? '送返的要写返回地。' : undefined;
}

/** 购买服务合同: an agency finds kin, goes out into the streets, or looks after those who stay. */
export const reliefServiceContract = defineRegister({
  id: 'relief-service-contract', title: '救助服务购买合同', unit: '份', series: 'CGJ',
  purpose: '救助站向社工机构买了什么服务、做了多少、帮几个人找到亲属返乡，评估合格了没有、付了多少。',
  law: [vagrantReliefMeasures('第三条')],
  holder: { kind: 'link', field: 'organisation' },
  name: 'name',
  key: ['organisation', 'station', 'startsOn'],
  fields: [
    { key: 'name', title: '合同名称', kind: 'text', required: true, listed: true, searched: true, columns: ['项目名称'] },
    organisation('社工机构'),
    { key: 'station', title: '救助站', kind: 'link', to: 'relief-station', required: true, columns: ['购买方'] },
    { key: 'services', title: '购买内容', kind: 'choices', required: true, listed: true, counted: true, options: [{ value: 'kin', title: '寻亲返乡' }, { value: 'outreach', title: '街头外展' }, { value: 'care', title: '站内照料' }, { value: 'counselling', title: '心理辅导' }, { value: 'resettlement', title: '回归融入' }] },
    { key: 'amount', title: '合同金额', kind: 'money', required: true, listed: true, min: 0, columns: ['金额'] },
    { key: 'plannedCases', title: '约定服务', kind: 'integer', unit: '人次', min: 0, columns: ['服务指标'] },
    { key: 'plannedReturns', title: '约定寻亲返乡', kind: 'integer', unit: '人', min: 0 },
    ...contract.fields, ...contact, papers, note,
  ],
  states: contract.states,
  subRecords: [
    {
      id: 'services', title: '服务', unit: '人次', day: '服务日期', person: { title: '受助人员', optional: true },
      fields: [
        { key: 'kind', title: '服务', kind: 'choice', required: true, options: [{ value: 'kin', title: '寻亲' }, { value: 'outreach', title: '街头外展' }, { value: 'care', title: '站内照料' }, { value: 'counselling', title: '心理辅导' }, { value: 'resettlement', title: '回归融入' }] },
        { key: 'alias', title: '受助人员（身份不明的编号）', kind: 'text', sensitive: true },
        { key: 'result', title: '结果', kind: 'choice', required: true, options: [{ value: 'going-on', title: '进行中' }, { value: 'kin-found', title: '找到亲属' }, { value: 'returned', title: '已返乡' }, { value: 'accepted', title: '接受救助' }, { value: 'declined', title: '不愿受助' }, { value: 'served', title: '已服务' }] },
        { key: 'returnedTo', title: '返回地', kind: 'text' },
        { key: 'worker', title: '社工', kind: 'text' },
        { key: 'hours', title: '工时', kind: 'number', unit: '小时', decimals: 1, min: 0 },
      ],
      totals: [
        { key: 'serviceCount', title: '服务', unit: '人次', as: 'count' },
        { key: 'kinFound', title: '找到亲属', unit: '人次', as: 'count', where: { result: ['kin-found', 'returned'] } },
        { key: 'returns', title: '返乡', unit: '人次', as: 'count', where: { result: 'returned' } },
        { key: 'hoursTotal', title: '工时', unit: '小时', as: 'sum', of: 'hours' },
      ],
    },
    {
      id: 'evaluations', title: '评估', unit: '次', day: '评估日期', key: ['day', 'phase'],
      fields: [
        { key: 'phase', title: '阶段', kind: 'choice', required: true, options: [{ value: 'interim', title: '中期' }, { value: 'final', title: '末期' }] },
        { key: 'score', title: '得分', kind: 'number', decimals: 1, min: 0, max: 100 },
        { key: 'passed', title: '合格', kind: 'yes-no', required: true },
        { key: 'approved', title: '核定可付', kind: 'money', required: true, min: 0 },
        { key: 'opinion', title: '意见', kind: 'long-text' },
        { key: 'by', title: '评估方', kind: 'text', required: true },
      ],
      totals: [{ key: 'evaluationCount', title: '评估', unit: '次', as: 'count' }, { key: 'approvedTotal', title: '核定可付', as: 'sum', of: 'approved', where: { passed: true } }],
    },
    {
      id: 'payments', title: '付款', unit: '笔', day: '付款日期', key: ['voucher'],
      fields: [{ key: 'amount', title: '金额', kind: 'money', required: true, min: 1 }, { key: 'voucher', title: '凭证号', kind: 'text', required: true, maxLength: 60 }],
      totals: [{ key: 'paidTotal', title: '已付', as: 'sum', of: 'amount' }],
    },
  ],
  derived: [
    ...(contract.derived ?? []),
    { key: 'casesRate', title: '服务完成率', kind: 'number', unit: '%', value: ({ values, totals }) => (Number(values['plannedCases']) > 0 ? Math.round((Number(totals['serviceCount'] ?? 0) / Number(values['plannedCases'])) * 1000) / 10 : undefined) },
  ],
  checks: [
    ...(contract.checks ?? []),
    { id: 'evaluated', title: '先评估、后付款', then: 'refuse', test: evaluatedBeforePaid },
    { id: 'within-amount', title: '付款不超过合同金额', then: 'refuse', test: { left: 'paidTotal', is: '<=', right: 'amount', sentence: '付款合计会超过合同金额。' } },
    { id: 'approved-within', title: '核定不超过合同金额', then: 'refuse', test: { left: 'approvedTotal', is: '<=', right: 'amount', sentence: '核定可付合计会超过合同金额。' } },
    { id: 'returned-to', title: '返乡写返回地', then: 'refuse', test: returnedIsSomebody },
    { id: 'final-evaluation', title: '到期要有评估', then: 'refuse', entering: ['ended'], test: ({ totals }) => (Number(totals['evaluationCount'] ?? 0) > 0 ? undefined : '这份合同还没有评估，不能作到期终止。') },
  ],
  reminders: [...(contract.reminders ?? []), { id: 'evaluate', title: '半年没有评估', in: ['running'], due: { entries: 'evaluations', every: 6 } }],
  counts: [
    { id: 'contracts', title: '履行中的合同', unit: '份', of: { what: 'stock' } },
    { id: 'agencies', title: '参与救助的社工机构', unit: '家', of: { what: 'stock', distinct: 'organisation' } },
    { id: 'signed', title: '当期签约金额', unit: '元', of: { what: 'dated', on: 'signedOn', sum: 'amount' } },
    { id: 'services', title: '社会力量救助服务', unit: '人次', of: { what: 'entries', sub: 'services' } },
    { id: 'kin-found', title: '帮助找到亲属', unit: '人次', of: { what: 'entries', sub: 'services', where: { result: ['kin-found', 'returned'] } } },
    { id: 'returned', title: '帮助返乡', unit: '人次', definition: '结果为已返乡的服务；身份不明的也算', of: { what: 'entries', sub: 'services', where: { result: 'returned' } } },
    { id: 'returned-persons', title: '帮助返乡的人', unit: '人', definition: '结果为已返乡、身份已查明的受助人员，一人只数一次', of: { what: 'entries', sub: 'services', where: { result: 'returned' }, distinct: 'person' } },
    { id: 'paid', title: '当期付款', unit: '元', of: { what: 'entries', sub: 'payments', sum: 'amount' } },
  ],
  targets: [{ id: 'returned', title: '寻亲返乡目标', count: 'returned' }],
  events: [{ id: 'ended', title: '合同终止，站内接手未完的寻亲', entering: ['ended', 'terminated'], to: 'S189' }],
  covers: ['S195'],
});
