import { formatYuan, type Fen } from '../../../kernel/values/money.ts';
import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { contact, note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';
import { elderRightsLaw } from '../common/law.ts';
import { entriesNotAhead } from '../common/not-ahead.ts';

/** Premium = insured beds × premium a bed; no more beds than the home has, the subsidy a part of the premium. Amounts in 分. */
export function premiumAddsUp({ values, entry }: Pick<RecordSeen, 'values' | 'entry'>): string | undefined {
  if (entry?.of !== 'policies') return undefined;
  const [beds, each, premium, subsidy] = ['insuredBeds', 'premiumPerBed', 'premium', 'subsidy'].map((key) => Number(entry.values[key] ?? 0));
  if (beds === undefined || each === undefined || premium === undefined || subsidy === undefined) return undefined;
  const [from, until] = [entry.values['day'], entry.values['until']];
  if (typeof from === 'string' && typeof until === 'string' && until <= from) return '保险止期要在起期之后。';
  if (typeof values['beds'] === 'number' && beds > values['beds']) return `投保床位 ${beds} 张多于核定床位 ${values['beds']} 张。`;
  if (beds * each !== premium) return `保费应是 ${beds} 张 × ${formatYuan(each as Fen)} 元 = ${formatYuan((beds * each) as Fen)} 元。`;
  if (subsidy > premium) return '保费补贴不能超过保费。';
  return entry.values['subsidyPaidOn'] !== undefined && subsidy === 0 ? '写了补贴拨付日期，没有补贴金额。' : undefined;
}

/** A claim's days and its stage tell one story; one incident is paid within what the policy bears for one, and only when it was claimed. */
export function claimInOrder({ values, entry }: Pick<RecordSeen, 'values' | 'entry'>): string | undefined {
  if (entry?.of !== 'incidents') return undefined;
  const { claimed, paid, paidOn, reportedOn, stage, day } = entry.values;
  if ((stage === 'reported' || stage === 'paid' || stage === 'refused') && reportedOn === undefined) return '已报案的要写报案日期。';
  if (typeof reportedOn === 'string' && typeof day === 'string' && reportedOn < day) return '报案日期早于事故日期。';
  if ((stage === 'paid') !== (typeof paid === 'number' && paidOn !== undefined)) return stage === 'paid' ? '已赔付的要写赔付金额和赔付日期。' : '写了赔付，理赔一栏要选已赔付。';
  if (typeof paidOn === 'string' && typeof reportedOn === 'string' && paidOn < reportedOn) return '赔付日期早于报案日期。';
  if (typeof paid === 'number' && typeof claimed !== 'number') return '没有索赔金额，不能写赔付。';
  if (typeof paid === 'number' && typeof claimed === 'number' && paid > claimed) return '赔付不能超过索赔金额。';
  return typeof paid === 'number' && typeof values['limitPerIncident'] === 'number' && paid > values['limitPerIncident'] ? '赔付超过了保单每次事故的限额。' : undefined;
}

/** The end that stands on the record is the end of the last policy: what the reminder counts from. */
export function endsWithItsPolicy({ values, totals, state }: Pick<RecordSeen, 'values' | 'totals' | 'state'>): string | undefined {
  const [says, policy] = [values['insuredUntil'], totals['untilLast']];
  return state === 'insured' && typeof policy === 'string' && says !== policy ? `最近一份保单到${policy}止，这里写的是${typeof says === 'string' ? says : '空的'}。` : undefined;
}

/** 投保台账: one record an elder home, insured or not, so that who is missing is seen; its policies, incidents and claims under it. */
export const homeLiability = defineRegister({
  id: 'home-liability', title: '养老机构责任保险', unit: '家', series: 'BX',
  purpose: '每家养老机构有没有投责任保险、保几张床、补贴多少、出过什么事故、赔了没有；哪家没投、哪家快到期。',
  law: [elderRightsLaw('第四十九条')],
  name: 'name',
  key: ['name', 'division'],
  fields: [
    { key: 'name', title: '养老机构', kind: 'text', required: true, listed: true, searched: true, columns: ['机构名称', '被保险人'] },
    organisation('法人单位', false),
    { key: 'ownership', title: '性质', kind: 'choice', required: true, listed: true, counted: true, columns: ['公办民办'], options: [{ value: 'public', title: '公办' }, { value: 'public-private', title: '公建民营' }, { value: 'private', title: '民办' }] },
    { key: 'beds', title: '核定床位', kind: 'integer', unit: '张', required: true, listed: true, min: 1, columns: ['床位数'] },
    { key: 'insurer', title: '承保公司', kind: 'text', listed: true, columns: ['保险公司'] },
    { key: 'limitPerIncident', title: '每次事故限额', kind: 'money', min: 0 },
    { key: 'insuredUntil', title: '保险止期', kind: 'date', listed: true, indexed: true, columns: ['到期日期', '终保日期'] },
    { key: 'whyNot', title: '未投保原因', kind: 'text' },
    ...contact, papers, note,
  ],
  states: {
    uninsured: { title: '未投保' },
    insured: { title: '在保', from: ['uninsured', 'lapsed', 'insured'], needs: ['insurer', 'insuredUntil'] },
    lapsed: { title: '脱保', from: ['insured'] },
    closed: { title: '机构停办', ends: true },
  },
  subRecords: [
    {
      id: 'policies', title: '保单', unit: '份', day: '保险起期', key: ['policyNumber'],
      fields: [
        { key: 'policyNumber', title: '保单号', kind: 'text', required: true, maxLength: 60 },
        { key: 'until', title: '保险止期', kind: 'date', required: true },
        { key: 'insuredBeds', title: '投保床位', kind: 'integer', unit: '张', required: true, min: 1 },
        { key: 'premiumPerBed', title: '每床保费', kind: 'money', required: true, min: 1, columns: ['单价'] },
        { key: 'premium', title: '保费', kind: 'money', required: true, min: 1 },
        { key: 'subsidy', title: '其中财政补贴', kind: 'money', min: 0, columns: ['补贴'] },
        { key: 'subsidyPaidOn', title: '补贴拨付日期', kind: 'date' },
      ],
      totals: [{ key: 'policyCount', title: '保单', unit: '份', as: 'count' }, { key: 'untilLast', title: '最近一份保单止期', as: 'last', of: 'until' }, { key: 'insuredBedsLast', title: '最近一份投保床位', unit: '张', as: 'last', of: 'insuredBeds' }, { key: 'premiumTotal', title: '保费合计', as: 'sum', of: 'premium' }, { key: 'subsidyTotal', title: '补贴合计', as: 'sum', of: 'subsidy' }],
    },
    {
      id: 'incidents', title: '事故与索赔', unit: '起', day: '事故日期', person: { title: '老人', optional: true },
      fields: [
        { key: 'kind', title: '事故', kind: 'choice', required: true, options: [{ value: 'fall', title: '跌倒' }, { value: 'choking', title: '噎食' }, { value: 'lost', title: '走失' }, { value: 'scald', title: '烫伤' }, { value: 'fire', title: '火灾' }, { value: 'bedsore', title: '压疮' }, { value: 'other', title: '其他' }] },
        { key: 'harm', title: '后果', kind: 'choice', required: true, options: [{ value: 'light', title: '轻伤' }, { value: 'severe', title: '重伤' }, { value: 'death', title: '死亡' }, { value: 'none', title: '没有伤害' }] },
        { key: 'told', title: '经过', kind: 'long-text', sensitive: true },
        { key: 'reportedOn', title: '报案日期', kind: 'date' },
        { key: 'claimed', title: '索赔金额', kind: 'money', min: 0 },
        { key: 'stage', title: '理赔', kind: 'choice', required: true, options: [{ value: 'not-reported', title: '未报案' }, { value: 'reported', title: '已报案' }, { value: 'paid', title: '已赔付' }, { value: 'refused', title: '拒赔' }, { value: 'withdrawn', title: '不索赔' }] },
        { key: 'paid', title: '赔付金额', kind: 'money', min: 0 },
        { key: 'paidOn', title: '赔付日期', kind: 'date' },
      ],
      totals: [{ key: 'incidentCount', title: '事故', unit: '起', as: 'count' }, { key: 'claimsOpen', title: '未结理赔', unit: '起', as: 'count', where: { stage: 'reported' } }, { key: 'paidTotal', title: '赔付合计', as: 'sum', of: 'paid', where: { stage: 'paid' } }],
    },
  ],
  checks: [
    { id: 'premium', title: '保费等于床位乘单价，补贴在保费之内', then: 'refuse', test: premiumAddsUp },
    { id: 'claim', title: '赔付有索赔、不超限额', then: 'refuse', test: claimInOrder },
    entriesNotAhead({ incidents: '事故日期' }),
    { id: 'has-policy', title: '在保要有保单', then: 'refuse', entering: ['insured'], test: ({ totals }) => (Number(totals['policyCount'] ?? 0) > 0 ? undefined : '还没有保单，先登记保单再转在保。') },
    { id: 'ends-with-policy', title: '保险止期与最近一份保单一致', then: 'warn', test: endsWithItsPolicy },
    { id: 'beds-covered', title: '投保床位与核定床位一致', then: 'warn', test: ({ values, totals, state }) => (state === 'insured' && totals['insuredBedsLast'] != null && Number(totals['insuredBedsLast']) < Number(values['beds']) ? `只保了 ${totals['insuredBedsLast']} 张床，核定床位 ${String(values['beds'])} 张。` : undefined) },
    { id: 'expired', title: '保险已到期', then: 'warn', test: ({ values, state, today }) => (state === 'insured' && typeof values['insuredUntil'] === 'string' && values['insuredUntil'] < today ? '保险止期已过，续保或转脱保。' : undefined) },
  ],
  reminders: [
    { id: 'renew', title: '责任保险快到期，续保', in: ['insured'], due: { field: 'insuredUntil', before: 30 } },
    { id: 'lapsed', title: '脱保满一个月', in: ['lapsed'], due: { standing: 30 } },
  ],
  counts: [
    { id: 'homes', title: '登记的养老机构', unit: '家', of: { what: 'stock' } },
    { id: 'insured', title: '投保的养老机构', unit: '家', of: { what: 'stock', states: ['insured'] } },
    { id: 'coverage', title: '责任保险覆盖率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '在保的养老机构 ÷ 登记的养老机构', of: { what: 'stock', states: ['insured'] }, over: { what: 'stock' } },
    { id: 'bed-coverage', title: '床位覆盖率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '在保机构的核定床位 ÷ 全部核定床位', of: { what: 'stock', states: ['insured'], sum: 'beds' }, over: { what: 'stock', sum: 'beds' } },
    { id: 'premium', title: '当期保费', unit: '元', of: { what: 'entries', sub: 'policies', sum: 'premium' } },
    { id: 'insured-beds', title: '当期投保床位', unit: '张', of: { what: 'entries', sub: 'policies', sum: 'insuredBeds' } },
    { id: 'subsidy', title: '当期保费补贴', unit: '元', definition: '当期起保的保单应补的保费', of: { what: 'entries', sub: 'policies', sum: 'subsidy' } },
    { id: 'subsidy-paid', title: '当期拨付保费补贴', unit: '元', definition: '按补贴拨付日期', of: { what: 'entries', sub: 'policies', on: 'subsidyPaidOn', sum: 'subsidy' } },
    { id: 'incidents', title: '意外事故', unit: '起', of: { what: 'entries', sub: 'incidents' } },
    { id: 'claims', title: '报案索赔', unit: '起', of: { what: 'entries', sub: 'incidents', where: { stage: ['reported', 'paid', 'refused'] } } },
    { id: 'claims-paid', title: '赔付金额', unit: '元', definition: '当期赔付，按赔付日期', of: { what: 'entries', sub: 'incidents', on: 'paidOn', where: { stage: 'paid' }, sum: 'paid' } },
  ],
  targets: [{ id: 'coverage', title: '覆盖率目标', count: 'coverage' }],
  covers: ['S052'],
});
