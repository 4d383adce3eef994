import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { agreement } from '../../../kernel/records/shapes/agreement.ts';
import { contact, note, organisation, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';
import { careLevels } from '../common/care-levels.ts';
import { elderRightsLaw } from '../common/law.ts';

const contract = agreement(180);
const NO_RENEWAL = ['no-renewal', 'terminate'];

/** A contract goes on only after an assessment, and not when the last one said it must not. */
export function renewalAllowed({ totals, entry }: Pick<RecordSeen, 'totals' | 'entry'>): string | undefined {
  if (entry?.of !== 'extensions') return undefined;
  const last = totals['lastConsequence'];
  if (last === null || last === undefined) return '还没有年度考核，不能续约。';
  return NO_RENEWAL.includes(String(last)) ? '最近一次考核的结果是不予续约，不能续约。' : undefined;
}

/** What an assessment leads to fits its grade: who failed is not simply renewed. */
export function consequenceFitsGrade({ entry }: Pick<RecordSeen, 'entry'>): string | undefined {
  if (entry?.of !== 'assessments') return undefined;
  const { grade, consequence } = entry.values;
  if (grade === 'fail' && consequence === 'renewable') return '考核不合格，不能写可续约。';
  return grade !== 'fail' && consequence === 'terminate' ? '考核合格以上，不能写解除合同。' : undefined;
}

/** Share of the hardship quota that is filled, in percent. */
export function hardshipFilled({ values, totals }: Pick<RecordSeen, 'values' | 'totals'>): number | undefined {
  const [quota, filled] = [Number(values['hardshipQuota'] ?? 0), totals['hardshipLast']];
  return quota > 0 && filled !== null && filled !== undefined ? Math.round((Number(filled) / quota) * 1000) / 10 : undefined;
}

/** 公建民营合同: a home the state built and another runs, on what terms, and whether he keeps to them. */
export const operationContract = defineRegister({
  id: 'operation-contract', title: '公办养老机构运营合同', unit: '份', series: 'YYHT',
  purpose: '哪家公办养老机构交给谁运营：期限、租金、困难老人保障床位、收费上限，每年考核结果和违约，能不能续约。',
  law: [elderRightsLaw('第四十一条')],
  holder: { kind: 'link', field: 'organisation' },
  name: 'home',
  key: ['home', 'startsOn'],
  fields: [
    { key: 'home', title: '养老机构', kind: 'text', required: true, listed: true, searched: true, columns: ['机构名称', '项目名称'] },
    organisation('运营方'),
    { key: 'owner', title: '产权单位', kind: 'text', required: true, columns: ['委托方', '甲方'] },
    { key: 'facility', title: '房屋', kind: 'link', to: 'facility' },
    { key: 'mode', title: '方式', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'lease', title: '承包租赁' }, { value: 'entrusted', title: '委托运营' }, { value: 'joint', title: '联合经营' }] },
    { key: 'beds', title: '床位', kind: 'integer', unit: '张', required: true, min: 1, columns: ['床位数'] },
    { key: 'hardshipQuota', title: '困难老人保障床位', kind: 'integer', unit: '张', required: true, listed: true, min: 0, columns: ['保障床位', '预留床位'] },
    { key: 'annualRent', title: '年租金', kind: 'money', min: 0, columns: ['租金'] },
    { key: 'deposit', title: '履约保证金', kind: 'money', min: 0 },
    ...contract.fields, ...contact, ...whereItIs, papers, note,
  ],
  states: contract.states,
  subRecords: [
    {
      id: 'fee-ceilings', title: '收费上限', unit: '项', day: '执行日期', key: ['day', 'item', 'careLevel'],
      fields: [
        { key: 'item', title: '收费项目', kind: 'choice', required: true, options: [{ value: 'bed', title: '床位费' }, { value: 'care', title: '护理费' }, { value: 'meals', title: '伙食费' }] },
        { key: 'careLevel', title: '护理等级', kind: 'choice', options: careLevels },
        { key: 'ceiling', title: '合同上限', kind: 'money', unit: '元/月', required: true, min: 0 },
        { key: 'charged', title: '现行收费', kind: 'money', unit: '元/月', min: 0 },
      ],
    },
    {
      id: 'rents', title: '租金', unit: '笔', day: '应缴日期', key: ['day'],
      fields: [{ key: 'due', title: '应缴', kind: 'money', required: true, min: 0 }, { key: 'paid', title: '已缴', kind: 'money', min: 0 }, { key: 'paidOn', title: '缴纳日期', kind: 'date' }],
      totals: [{ key: 'rentDue', title: '应缴租金', as: 'sum', of: 'due' }, { key: 'rentPaid', title: '已缴租金', as: 'sum', of: 'paid' }],
    },
    {
      id: 'occupancy', title: '每月入住', unit: '月', day: '月末日', key: ['day'],
      fields: [{ key: 'occupied', title: '入住', kind: 'integer', unit: '人', required: true, min: 0 }, { key: 'hardship', title: '其中困难老人', kind: 'integer', unit: '人', required: true, min: 0 }],
      totals: [{ key: 'occupiedLast', title: '最近入住', unit: '人', as: 'last', of: 'occupied' }, { key: 'hardshipLast', title: '最近困难老人', unit: '人', as: 'last', of: 'hardship' }],
    },
    {
      id: 'assessments', title: '年度考核', unit: '次', day: '考核日期', key: ['year'],
      fields: [
        { key: 'year', title: '年度', kind: 'year', required: true },
        { key: 'score', title: '得分', kind: 'number', decimals: 1, min: 0, max: 100 },
        { key: 'grade', title: '等次', kind: 'choice', required: true, options: [{ value: 'excellent', title: '优秀' }, { value: 'good', title: '良好' }, { value: 'pass', title: '合格' }, { value: 'fail', title: '不合格' }] },
        { key: 'consequence', title: '结果运用', kind: 'choice', required: true, options: [{ value: 'renewable', title: '可续约' }, { value: 'rectify', title: '整改后再定' }, { value: 'no-renewal', title: '不予续约' }, { value: 'terminate', title: '解除合同' }] },
        { key: 'opinion', title: '意见', kind: 'long-text' },
      ],
      totals: [{ key: 'assessmentCount', title: '考核', unit: '次', as: 'count' }, { key: 'lastGrade', title: '最近等次', as: 'last', of: 'grade' }, { key: 'lastConsequence', title: '结果运用', as: 'last', of: 'consequence' }],
    },
    {
      id: 'breaches', title: '违约', unit: '起', day: '发现日期',
      fields: [
        { key: 'clause', title: '合同条款', kind: 'text', required: true },
        { key: 'told', title: '情况', kind: 'long-text', required: true },
        { key: 'dueOn', title: '整改期限', kind: 'date' },
        { key: 'remedied', title: '已改正', kind: 'yes-no', required: true },
        { key: 'penalty', title: '违约金', kind: 'money', min: 0 },
      ],
      totals: [{ key: 'breachCount', title: '违约', unit: '起', as: 'count' }, { key: 'breachesOpen', title: '未改正', unit: '起', as: 'count', where: { remedied: false } }],
    },
    {
      id: 'extensions', title: '续约', unit: '次', day: '续约日期', key: ['until'],
      fields: [{ key: 'until', title: '续至', kind: 'date', required: true }, { key: 'paper', title: '文号', kind: 'text' }],
      totals: [{ key: 'extensionCount', title: '续约', unit: '次', as: 'count' }],
    },
  ],
  derived: [
    ...(contract.derived ?? []),
    { key: 'hardshipFilled', title: '保障床位使用', kind: 'number', unit: '%', value: hardshipFilled },
    { key: 'occupancyRate', title: '入住率', kind: 'number', unit: '%', value: ({ values, totals }) => (totals['occupiedLast'] == null ? undefined : Math.round((Number(totals['occupiedLast']) / Number(values['beds'])) * 1000) / 10) },
    { key: 'rentOwed', title: '欠缴租金', kind: 'money', value: ({ totals }) => Math.max(0, Number(totals['rentDue'] ?? 0) - Number(totals['rentPaid'] ?? 0)) },
  ],
  checks: [
    ...(contract.checks ?? []),
    { id: 'quota-within', title: '保障床位不超过床位', then: 'refuse', test: { left: 'hardshipQuota', is: '<=', right: 'beds', sentence: '困难老人保障床位不能多于床位。' } },
    { id: 'renewal', title: '考核不过不续约', then: 'refuse', test: renewalAllowed },
    { id: 'consequence', title: '结果运用与等次相符', then: 'refuse', test: consequenceFitsGrade },
    { id: 'hardship-of-all', title: '困难老人不多于入住', then: 'refuse', test: ({ entry }) => (entry?.of === 'occupancy' && Number(entry.values['hardship']) > Number(entry.values['occupied']) ? '困难老人不会多于入住的人。' : undefined) },
    { id: 'ceiling', title: '收费不超上限', then: 'warn', test: ({ entry }) => (entry?.of === 'fee-ceilings' && typeof entry.values['charged'] === 'number' && entry.values['charged'] > Number(entry.values['ceiling']) ? '现行收费超过合同上限，按违约处理。' : undefined) },
    { id: 'quota-unfilled', title: '保障床位没有用足', then: 'warn', test: { left: 'hardshipLast', is: '>=', right: 'hardshipQuota', sentence: '入住的困难老人少于合同约定的保障床位。' } },
    { id: 'over-beds', title: '入住不超过床位', then: 'warn', test: { left: 'occupiedLast', is: '<=', right: 'beds', sentence: '入住的人多于床位。' } },
  ],
  reminders: [
    ...(contract.reminders ?? []),
    { id: 'assess', title: '满一年没有考核', in: ['running'], due: { entries: 'assessments', every: 12 } },
    { id: 'month', title: '上个月的入住还没有报', in: ['running'], due: { entries: 'occupancy', every: 2 } },
  ],
  counts: [
    { id: 'contracts', title: '公建民营养老机构', unit: '家', of: { what: 'stock', distinct: 'home' } },
    { id: 'beds', title: '公建民营床位', unit: '张', of: { what: 'stock', sum: 'beds' } },
    { id: 'hardship-quota', title: '困难老人保障床位', unit: '张', of: { what: 'stock', sum: 'hardshipQuota' } },
    { id: 'breaches', title: '违约', unit: '起', of: { what: 'entries', sub: 'breaches' } },
    { id: 'failed', title: '考核不合格', unit: '次', of: { what: 'entries', sub: 'assessments', where: { grade: 'fail' } } },
    { id: 'rent', title: '收缴租金', unit: '元', definition: '当期应缴的租金里已缴的', of: { what: 'entries', sub: 'rents', sum: 'paid' } },
  ],
  covers: ['S069'],
});
