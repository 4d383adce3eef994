import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { agreement } from '../../../kernel/records/shapes/agreement.ts';
import { contact, note, organisation, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';
import { careLevels } from '../common/care-levels.ts';
import { elderRightsLaw } from '../common/law.ts';

const contract = agreement(180);

/** A contract goes on only after an assessment that allows it, to a day after the end it has. */
export function renewalAllowed({ values, totals, entry }: Pick<RecordSeen, 'values' | 'totals' | 'entry'>): string | undefined {
  if (entry?.of !== 'extensions') return undefined;
  if (typeof values['endsOn'] === 'string' && String(entry.values['until']) < values['endsOn']) return `合同现在到 ${values['endsOn']}，续至的日期要在那以后。`;
  switch (totals['lastConsequence'] ?? null) {
    case null: return '还没有年度考核，不能续约。';
    case 'rectify': return '最近一次考核要整改，整改完复评合格再续约。';
    case 'no-renewal': case 'terminate': return '最近一次考核的结果是不予续约，不能续约。';
    default: return undefined;
  }
}

/** The end of a contract moves on only to the day of a renewal on record: nobody renews by changing a date. A correction of a slip is not asked. */
export function endMovesByRenewal({ values, before, totals }: Pick<RecordSeen, 'values' | 'before' | 'totals'>): string | undefined {
  const [was, is] = [before?.['endsOn'], values['endsOn']];
  if (typeof was !== 'string' || typeof is !== 'string' || is <= was || is === totals['lastUntil']) return undefined;
  return `到期日期不能直接往后改。先在“续约”里记续至 ${is}（要有考核），再变更。`;
}

/** A price above the ceiling is marked so, one within it is not: the list of breaches is held against the marks. Amounts in 分. */
export function ceilingMarked({ entry }: Pick<RecordSeen, 'entry'>): string | undefined {
  if (entry?.of !== 'fee-ceilings' || typeof entry.values['charged'] !== 'number') return undefined;
  const above = entry.values['charged'] > Number(entry.values['ceiling']);
  if (above === (entry.values['above'] === true)) return undefined;
  return above ? '现行收费超过合同上限，请在“超过上限”选是，并登记违约。' : '现行收费没有超过合同上限，“超过上限”不要选是。';
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
        { key: 'above', title: '超过上限', kind: 'yes-no' },
      ],
      totals: [{ key: 'aboveCeiling', title: '超过上限', unit: '项', as: 'count', where: { above: true } }],
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
      id: 'assessments', title: '年度考核', unit: '次', day: '考核日期', key: ['year', 'again'],
      fields: [
        { key: 'year', title: '年度', kind: 'year', required: true },
        { key: 'again', title: '整改后复评', kind: 'yes-no' },
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
        { key: 'kind', title: '类别', kind: 'choice', options: [{ value: 'fees', title: '收费' }, { value: 'quota', title: '保障床位' }, { value: 'rent', title: '租金' }, { value: 'safety', title: '安全' }, { value: 'service', title: '服务' }, { value: 'other', title: '其他' }] },
        { key: 'clause', title: '合同条款', kind: 'text', required: true },
        { key: 'told', title: '情况', kind: 'long-text', required: true },
        { key: 'dueOn', title: '整改期限', kind: 'date' },
        { key: 'remedied', title: '已改正', kind: 'yes-no', required: true },
        { key: 'penalty', title: '违约金', kind: 'money', min: 0 },
      ],
      totals: [{ key: 'breachCount', title: '违约', unit: '起', as: 'count' }, { key: 'breachesOpen', title: '未改正', unit: '起', as: 'count', where: { remedied: false } }, { key: 'feeBreaches', title: '收费违约', unit: '起', as: 'count', where: { kind: 'fees' } }],
    },
    {
      id: 'extensions', title: '续约', unit: '次', day: '续约日期', key: ['until'],
      fields: [{ key: 'until', title: '续至', kind: 'date', required: true }, { key: 'paper', title: '文号', kind: 'text' }],
      totals: [{ key: 'extensionCount', title: '续约', unit: '次', as: 'count' }, { key: 'lastUntil', title: '续至', as: 'last', of: 'until' }],
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
    { id: 'end-moves', title: '到期日期只随续约往后', then: 'refuse', test: endMovesByRenewal },
    { id: 'ceiling-marked', title: '超过上限如实标明', then: 'refuse', test: ceilingMarked },
    { id: 'ceiling', title: '收费超上限登记违约', then: 'warn', test: ({ totals }) => (Number(totals['aboveCeiling'] ?? 0) > Number(totals['feeBreaches'] ?? 0) ? `收费超过合同上限 ${totals['aboveCeiling']} 项，违约里只登记了 ${totals['feeBreaches'] ?? 0} 起。` : undefined) },
    { id: 'breaches-open', title: '违约没有改正', then: 'warn', test: ({ totals }) => (Number(totals['breachesOpen'] ?? 0) > 0 ? `还有 ${totals['breachesOpen']} 起违约没有改正。` : undefined) },
    { id: 'rent-owed', title: '租金没有缴清', then: 'warn', test: ({ totals }) => (Number(totals['rentDue'] ?? 0) > Number(totals['rentPaid'] ?? 0) ? '应缴的租金还没有缴清，见“欠缴租金”。' : undefined) },
    { id: 'to-terminate', title: '考核结果要解除', then: 'warn', test: ({ totals, state }) => (state === 'running' && totals['lastConsequence'] === 'terminate' ? '最近一次考核的结果是解除合同，合同还在履行。' : undefined) },
    { id: 'renewed-to', title: '续约以后改到期日期', then: 'warn', test: ({ values, totals, state }) => (state === 'running' && typeof totals['lastUntil'] === 'string' && totals['lastUntil'] > String(values['endsOn']) ? `已续至 ${totals['lastUntil']}，合同到期日期还是 ${String(values['endsOn'])}，请变更。` : undefined) },
    { id: 'quota-unfilled', title: '保障床位没有用足', then: 'warn', test: { left: 'hardshipLast', is: '>=', right: 'hardshipQuota', sentence: '入住的困难老人少于合同约定的保障床位。' } },
    { id: 'over-beds', title: '入住不超过床位', then: 'warn', test: { left: 'occupiedLast', is: '<=', right: 'beds', sentence: '入住的人多于床位。' } },
  ],
  reminders: [
    ...(contract.reminders ?? []),
    { id: 'assess', title: '满一年没有考核', in: ['running'], due: { entries: 'assessments', every: 12 } },
    { id: 'month', title: '上个月的入住还没有报', in: ['running'], due: { entries: 'occupancy', every: 2 } },
    { id: 'remedy', title: '违约整改期限快到', in: ['running'], due: { entries: 'breaches', field: 'dueOn', before: 30, where: { remedied: false } } },
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
