import { formatYuan, type Fen } from '../../../kernel/values/money.ts';
import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { contact, note, organisation, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';
import { elderRightsLaw } from '../common/law.ts';
import { entriesNotAhead, notAhead } from '../common/not-ahead.ts';

/** An officer leaves after he was elected. */
export function officerTermInOrder({ entry }: Pick<RecordSeen, 'entry'>): string | undefined {
  const [from, until] = [entry?.values['day'], entry?.values['until']];
  return entry?.of === 'officers' && typeof from === 'string' && typeof until === 'string' && until < from ? '任至的日期早于当选日期。' : undefined;
}

/** 基层老年协会: the old people of a village or community, organised: officers, members, what they do. */
export const seniorAssociation = defineRegister({
  id: 'senior-association', title: '基层老年协会', unit: '个', series: 'YX',
  purpose: '每个村（社区）的老年协会：谁是会长、有多少会员、办了哪些活动，登记还是备案，哪个村还没有。',
  law: [elderRightsLaw('第六十七条')],
  holder: { kind: 'division' },
  name: 'name',
  key: ['name', 'division'],
  fields: [
    { key: 'name', title: '协会名称', kind: 'text', required: true, listed: true, searched: true, columns: ['名称', '老年协会'] },
    { key: 'standing', title: '登记情况', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'registered', title: '登记' }, { value: 'filed', title: '备案' }, { value: 'none', title: '未登记备案' }] },
    organisation('登记的社会组织', false),
    { key: 'foundedOn', title: '成立日期', kind: 'date' },
    { key: 'members', title: '会员', kind: 'integer', unit: '人', required: true, listed: true, min: 0, columns: ['会员人数'] },
    { key: 'termEndsOn', title: '本届任期至', kind: 'date', listed: true },
    ...contact, ...whereItIs, papers, note,
  ],
  states: { active: { title: '活动' }, dormant: { title: '停止活动', from: ['active'] }, dissolved: { title: '解散', ends: true } },
  subRecords: [
    {
      id: 'officers', title: '负责人', unit: '人', day: '当选日期', person: { title: '负责人' }, key: ['person', 'post', 'day'],
      fields: [
        { key: 'post', title: '职务', kind: 'choice', required: true, options: [{ value: 'chair', title: '会长' }, { value: 'deputy', title: '副会长' }, { value: 'secretary', title: '秘书长' }, { value: 'treasurer', title: '财务' }, { value: 'member', title: '理事' }] },
        { key: 'until', title: '任至', kind: 'date' },
      ],
      totals: [{ key: 'officerCount', title: '负责人', unit: '人次', as: 'count' }, { key: 'chairs', title: '历任会长', unit: '人次', as: 'count', where: { post: 'chair' } }],
    },
    {
      id: 'activities', title: '活动', unit: '次', day: '活动日期',
      fields: [
        { key: 'kind', title: '类别', kind: 'choice', required: true, options: [{ value: 'culture', title: '文体' }, { value: 'learning', title: '学习' }, { value: 'care', title: '探访慰问' }, { value: 'mediation', title: '调解维权' }, { value: 'meeting', title: '会议' }] },
        { key: 'topic', title: '内容', kind: 'text', required: true },
        { key: 'participants', title: '参加人次', kind: 'integer', unit: '人次', min: 0, required: true },
      ],
      totals: [{ key: 'activityCount', title: '活动', unit: '次', as: 'count' }, { key: 'participations', title: '参加', unit: '人次', as: 'sum', of: 'participants' }],
    },
  ],
  checks: [
    { id: 'term-in-order', title: '负责人任期先后有序', then: 'refuse', test: officerTermInOrder },
    { id: 'has-chair', title: '有会长', then: 'warn', test: ({ state, totals }) => (state === 'active' && Number(totals['chairs'] ?? 0) === 0 ? '还没有登记会长。' : undefined) },
    entriesNotAhead({ officers: '当选日期', activities: '活动日期' }),
    { id: 'term-over', title: '任期已满', then: 'warn', test: ({ values, state, today }) => (state === 'active' && typeof values['termEndsOn'] === 'string' && values['termEndsOn'] < today ? `本届任期到${values['termEndsOn']}已满，还没有换届。` : undefined) },
  ],
  reminders: [
    { id: 'term', title: '本届任期快满，准备换届', in: ['active'], due: { field: 'termEndsOn', before: 60 } },
    { id: 'quiet', title: '半年没有活动', in: ['active'], due: { entries: 'activities', every: 6 } },
  ],
  counts: [
    { id: 'associations', title: '基层老年协会数', unit: '个', of: { what: 'stock' } },
    { id: 'members', title: '老年协会会员', unit: '人', of: { what: 'stock', sum: 'members' } },
    { id: 'village-coverage', title: '老年协会村（居）覆盖率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '有老年协会的村（居）数 ÷ 全部村（居）数', of: { what: 'stock', distinct: 'village' }, over: { what: 'stock', divisions: 'village' } },
    { id: 'activities', title: '老年协会活动', unit: '次', of: { what: 'entries', sub: 'activities' } },
    { id: 'participants', title: '活动参加人次', unit: '人次', of: { what: 'entries', sub: 'activities', sum: 'participants' } },
  ],
  expected: { every: 'village', title: '还没有老年协会的村（居）' },
  targets: [{ id: 'coverage', title: '老年协会覆盖率目标', count: 'village-coverage' }],
  covers: ['S063'],
});

/** What was spent and what came back make up the grant before it is closed. Amounts in 分. */
export function grantIsAccountedFor({ values }: Pick<RecordSeen, 'values'>): string | undefined {
  const [amount, spent, refunded] = [Number(values['amount'] ?? 0), Number(values['spent'] ?? 0), Number(values['refunded'] ?? 0)];
  return spent + refunded === amount ? undefined : `资助 ${formatYuan(amount as Fen)} 元，使用 ${formatYuan(spent as Fen)} 元，退回 ${formatYuan(refunded as Fen)} 元，对不上。`;
}

/** Another grant of the same association whose report is overdue: said before money goes out again. */
export function reportOwed({ alongside, state, today }: Pick<RecordSeen, 'alongside' | 'state' | 'today'>): string | undefined {
  const owed = state === 'applied' || state === 'granted' ? alongside.find((one) => one.state === 'granted' && typeof one.values['reportDueOn'] === 'string' && one.values['reportDueOn'] < today) : undefined;
  return owed === undefined ? undefined : `这个协会${String(owed.values['year'])}年的资助“${String(owed.values['use'])}”还没有回报，期限是${String(owed.values['reportDueOn'])}。`;
}

/** 协会资助: a grant and what the association reports back of it. */
export const associationGrant = defineRegister({
  id: 'association-grant', title: '老年协会资助', unit: '笔', series: 'YXZ',
  purpose: '资助了哪个老年协会、做什么、多少钱，使用回报交了没有，剩余退了没有。',
  holder: { kind: 'link', field: 'association' },
  name: 'use',
  key: ['association', 'year', 'use'],
  alongside: { same: ['association'], order: 'year' },
  fields: [
    { key: 'use', title: '资助用途', kind: 'text', required: true, listed: true, searched: true, columns: ['用途', '项目'] },
    { key: 'association', title: '老年协会', kind: 'link', to: 'senior-association', required: true, listed: true },
    { key: 'year', title: '年度', kind: 'year', required: true, listed: true, indexed: true },
    { key: 'purpose', title: '类别', kind: 'choice', required: true, counted: true, options: [{ value: 'learning', title: '老年教育' }, { value: 'culture', title: '文体活动' }, { value: 'equipment', title: '场地设备' }, { value: 'care', title: '互助关爱' }, { value: 'other', title: '其他' }] },
    { key: 'source', title: '资金来源', kind: 'choice', counted: true, options: [{ value: 'lottery', title: '福利彩票公益金' }, { value: 'fiscal', title: '财政资金' }, { value: 'donated', title: '社会捐赠' }] },
    { key: 'amount', title: '资助金额', kind: 'money', required: true, listed: true, min: 1, columns: ['金额'] },
    { key: 'grantedOn', title: '拨付日期', kind: 'date' },
    { key: 'reportDueOn', title: '回报期限', kind: 'date', listed: true },
    { key: 'reportedOn', title: '回报日期', kind: 'date' },
    { key: 'spent', title: '实际使用', kind: 'money', min: 0 },
    { key: 'refunded', title: '退回', kind: 'money', min: 0 },
    papers, note,
  ],
  states: {
    applied: { title: '申请', before: true },
    granted: { title: '已拨付', from: ['applied'], needs: ['grantedOn', 'reportDueOn'] },
    reported: { title: '已回报', from: ['granted'], needs: ['reportedOn', 'spent'] },
    closed: { title: '已核销', ends: true, from: ['reported'] },
    refused: { title: '不予资助', ends: true, from: ['applied'] },
  },
  checks: [
    { id: 'accounted', title: '使用加退回等于资助', then: 'refuse', entering: ['closed'], test: grantIsAccountedFor },
    { id: 'owes-report', title: '以前的资助已回报', then: 'warn', test: reportOwed },
    notAhead({ grantedOn: '拨付日期', reportedOn: '回报日期' }),
    { id: 'spent-within', title: '使用不超过资助', then: 'refuse', test: { left: 'spent', is: '<=', right: 'amount', sentence: '使用的钱不能超过资助金额。' } },
    { id: 'overdue', title: '回报期限已过', then: 'warn', test: ({ values, state, today }) => (state === 'granted' && typeof values['reportDueOn'] === 'string' && values['reportDueOn'] < today ? `回报期限${values['reportDueOn']}已过，还没有回报。` : undefined) },
  ],
  reminders: [{ id: 'report', title: '资助快到回报期限', in: ['granted'], due: { field: 'reportDueOn', before: 30 } }],
  counts: [
    { id: 'associations-funded', title: '受资助的老年协会', unit: '个', definition: '当期拨付过资助的协会，一个协会几笔算一个', of: { what: 'dated', on: 'grantedOn', distinct: 'association' } },
    { id: 'granted', title: '资助金额', unit: '元', definition: '当期拨付，按拨付日期', of: { what: 'dated', on: 'grantedOn', sum: 'amount' } },
    { id: 'refunded', title: '退回资助', unit: '元', definition: '当期回报中退回的，按回报日期', of: { what: 'dated', on: 'reportedOn', sum: 'refunded' } },
    { id: 'reported-share', title: '资助回报率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '期末已回报、已核销的笔数 ÷ 期末拨付过的笔数', of: { what: 'stock', states: ['reported', 'closed'] }, over: { what: 'stock', states: ['granted', 'reported', 'closed'] } },
    { id: 'unreported', title: '未回报的资助', unit: '笔', of: { what: 'stock', states: ['granted'] } },
    { id: 'closed', title: '当期核销', unit: '笔', of: { what: 'ended' } },
  ],
  targets: [{ id: 'associations-funded', title: '计划资助协会', count: 'associations-funded' }],
  covers: ['S063'],
});
