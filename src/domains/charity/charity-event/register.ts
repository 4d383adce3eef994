import { defineRegister, type Count, type CountOf } from '../../../kernel/contract/register.ts';
import { event } from '../../../kernel/records/shapes/event.ts';
import { contact, note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';
import { editionFollows } from '../../../kernel/records/shapes/edition.ts';
import { donationLaw } from '../common/law.ts';

/** The number of the edition of a series: of the one that was held, or is being prepared, in the period. */
const editionOf = (id: string, title: string, done: string, of: CountOf, figure: string): Count =>
  ({ id, title, unit: '届', definition: `当期${done}的各届届次合计 ÷ 届数；只有一届时就是那一届的届次`, of: { ...of, sum: 'edition' }, over: of, rounding: { decimals: 0 }, figures: [figure] });

export const charityEvent = defineRegister({
  id: 'charity-event', title: '慈善活动', unit: '场', series: 'MD',
  purpose: '慈善行、马拉松方阵、慈善大会：第几届，报名和到场多少人，筹了多少钱，用到哪个项目。',
  name: 'name',
  key: ['festival', 'edition'],
  alongside: { same: ['festival'], order: 'edition' },
  fields: [
    { key: 'name', title: '活动名称', kind: 'text', required: true, listed: true, searched: true },
    { key: 'festival', title: '活动系列', kind: 'choice', required: true, listed: true, counted: true, options: [
      { value: 'ride', title: '自行车慈善行' }, { value: 'walk', title: '慈善万人行' }, { value: 'marathon', title: '马拉松慈善方阵' }, { value: 'congress', title: '慈善大会' }, { value: 'other', title: '其他' }] },
    ...event.fields,
    organisation('主办单位', false),
    { key: 'signUpUntil', title: '报名截止', kind: 'date' },
    { key: 'entry', title: '参加办法', kind: 'choice', options: [{ value: 'free', title: '免费' }, { value: 'fee', title: '交报名费' }, { value: 'donation', title: '捐款参加' }] },
    { key: 'fee', title: '每人费用（或起捐额）', kind: 'money', min: 0, help: '免费的空着' },
    { key: 'cause', title: '善款用途（项目）', kind: 'text', listed: true, help: '事先公布的项目名称', columns: ['受益项目'] },
    { key: 'causeOwner', title: '项目执行单位', kind: 'text' },
    ...contact, papers, note,
  ],
  states: event.states,
  subRecords: [
    {
      id: 'sign-ups', title: '报名', unit: '笔', day: '报名日期', person: { title: '报名人', optional: true },
      fields: [
        { key: 'team', title: '团队', kind: 'text', maxLength: 60, help: '个人报名可以空着' },
        { key: 'people', title: '报名人数', kind: 'integer', unit: '人', required: true, min: 1 },
        { key: 'arrived', title: '现场签到', kind: 'integer', unit: '人', min: 0, hidden: true },
      ],
      totals: [{ key: 'signedUp', title: '报名', unit: '人', as: 'sum', of: 'people' }],
    },
    {
      id: 'check-ins', title: '现场签到', unit: '笔', day: '签到日期', person: { title: '签到人', optional: true },
      fields: [
        { key: 'team', title: '团队', kind: 'text', maxLength: 60, help: '和报名时写的一样；个人可以空着' },
        { key: 'people', title: '到场人数', kind: 'integer', unit: '人', required: true, min: 1 },
      ],
      totals: [{ key: 'arrivedTotal', title: '签到', unit: '人', as: 'sum', of: 'people' }],
    },
    {
      id: 'raised', title: '筹得善款', unit: '笔', day: '入账日期', key: ['receipt'],
      fields: [
        { key: 'source', title: '来源', kind: 'choice', required: true, options: [{ value: 'fee', title: '报名费' }, { value: 'donation', title: '个人捐款' }, { value: 'sponsor', title: '单位捐款' }, { value: 'other', title: '其他' }] },
        { key: 'amount', title: '金额', kind: 'money', required: true, min: 1 },
        { key: 'receipt', title: '收据号', kind: 'text', required: true, maxLength: 60 },
      ],
      totals: [{ key: 'raisedTotal', title: '筹得', as: 'sum', of: 'amount' }, { key: 'feesTotal', title: '其中报名费', as: 'sum', of: 'amount', where: { source: 'fee' } }],
    },
    {
      id: 'granted', title: '拨付项目', unit: '笔', day: '拨付日期', key: ['paper'], inRules: true,
      fields: [
        { key: 'amount', title: '金额', kind: 'money', required: true, min: 1 },
        { key: 'project', title: '项目', kind: 'text', required: true },
        { key: 'paper', title: '凭证号', kind: 'text', required: true, maxLength: 60 },
      ],
      totals: [{ key: 'grantedTotal', title: '已拨付', as: 'sum', of: 'amount' }],
    },
  ],
  derived: [
    { key: 'placesLeft', title: '剩余名额', kind: 'integer', unit: '人', value: { difference: 'quota', minus: 'signedUp' } },
    { key: 'feesDue', title: '应收报名费', kind: 'money', value: ({ values, totals }) => (values['entry'] === 'fee' ? Number(values['fee'] ?? 0) * Number(totals['signedUp'] ?? 0) : undefined) },
    { key: 'notGranted', title: '未拨付善款', kind: 'money', listed: true, value: ({ totals }) => (typeof totals['raisedTotal'] === 'number' && typeof totals['grantedTotal'] === 'number' ? totals['raisedTotal'] - totals['grantedTotal'] : undefined) },
  ],
  checks: [
    ...(event.checks ?? []),
    editionFollows('届'),
    { id: 'places-left', title: '报名不超过名额', then: 'refuse', test: { left: 'signedUp', is: '<=', right: 'quota', sentence: '报名人数会超过名额。请先加名额，或减这一笔的人数。' } },
    { id: 'sign-up-in-time', title: '在报名截止前报名', then: 'refuse', test: ({ entry, values }) => (entry?.of === 'sign-ups' ? signedUpLate(entry.values['day'], values['signUpUntil'], values['heldOn']) : undefined) },
    { id: 'arrived-within', title: '签到不多于报名', then: 'refuse', test: { left: 'arrivedTotal', is: '<=', right: 'signedUp', sentence: '签到人数会多于报名人数。现场加人的，先在“报名”里补一笔。' } },
    { id: 'arrived-on-the-day', title: '举办那天起才签到', then: 'refuse', test: ({ entry, values }) => (entry?.of === 'check-ins' && typeof values['heldOn'] === 'string' && String(entry.values['day'] ?? '') < values['heldOn'] ? '活动还没有举办，不能签到。' : undefined) },
    { id: 'fee-said', title: '收费的写明多少', then: 'refuse', test: ({ values }) => (values['entry'] === 'fee' && values['fee'] === undefined ? '参加办法是交报名费，请写每人费用。' : values['entry'] === 'free' && values['fee'] !== undefined ? '参加办法是免费，每人费用要空着。' : undefined) },
    { id: 'no-fee-when-free', title: '不收费的不收报名费', then: 'refuse', test: ({ values, entry }) => (entry?.of === 'raised' && entry.values['source'] === 'fee' && values['entry'] !== 'fee' ? '这一场不收报名费，请改来源，或先改参加办法。' : undefined) },
    { id: 'fees-agree', title: '报名费与报名人数相符', then: 'warn', test: ({ values, totals, state }) => (state === 'held' && values['entry'] === 'fee' && Number(totals['feesTotal'] ?? 0) !== Number(values['fee'] ?? 0) * Number(totals['signedUp'] ?? 0) ? '收到的报名费与报名人数 × 每人费用不同。' : undefined) },
    { id: 'cause-stated', title: '筹款先公布用途', law: donationLaw('第五条'), then: 'refuse', test: ({ values, entry }) => (entry?.of === 'raised' && values['cause'] === undefined ? '还没有写善款用途（项目），不能收善款。' : undefined) },
    { id: 'to-the-cause', title: '善款用到公布的项目', law: donationLaw('第五条'), then: 'refuse', test: ({ values, entry }) => (entry?.of === 'granted' && entry.values['project'] !== values['cause'] ? '善款只能拨给事先公布的项目。' : undefined) },
    { id: 'cause-kept', title: '收了善款不改用途', law: donationLaw('第五条'), then: 'refuse', test: ({ values, totals, entries }) => causeChanged(values['cause'], Number(totals['raisedTotal'] ?? 0), (entries?.['granted'] ?? []).map(({ project }) => project)) },
    { id: 'granted-within', title: '拨付不超过筹得', then: 'refuse', test: { left: 'grantedTotal', is: '<=', right: 'raisedTotal', sentence: '拨付合计会超过筹得的善款。' } },
    { id: 'count-agrees', title: '参加人数与签到相符', then: 'warn', test: ({ values, totals, state }) => (state === 'held' && Number(totals['arrivedTotal'] ?? 0) > 0 && values['participants'] !== totals['arrivedTotal'] ? `参加人数与签到合计（${Number(totals['arrivedTotal'])}人）不同。` : undefined) },
    { id: 'sign-up-before', title: '报名截止不晚于举办', then: 'refuse', test: ({ values }) => (typeof values['signUpUntil'] === 'string' && typeof values['heldOn'] === 'string' && values['signUpUntil'] > values['heldOn'] ? '报名截止不能晚于举办日期。' : undefined) },
  ],
  reminders: [{ id: 'coming', title: '活动快到了', in: ['planned'], due: { field: 'heldOn', before: 30 } }],
  counts: [
    { id: 'held', title: '举办慈善活动', unit: '场', of: { what: 'opened' } },
    { id: 'participants', title: '参加人数', unit: '人', definition: '当期举办的各场参加人数之和，可按系列分', of: { what: 'opened', sum: 'participants' } },
    { id: 'money', title: '筹得善款', unit: '元', definition: '当期入账的善款', of: { what: 'entries', sub: 'raised', sum: 'amount' } },
    { id: 'money-granted', title: '拨付项目', unit: '元', of: { what: 'entries', sub: 'granted', sum: 'amount' } },
    { id: 'signed-up', title: '报名人数', unit: '人', of: { what: 'entries', sub: 'sign-ups', sum: 'people' } },
    { id: 'arrived', title: '现场签到人数', unit: '人', of: { what: 'entries', sub: 'check-ins', sum: 'people' } },
    editionOf('ride-editions', '自行车慈善行届次', '举办', { what: 'opened', where: { festival: 'ride' } }, 'gz2014-075'),
    editionOf('congress-editions', '全市慈善大会届次（筹备）', '开始筹备', { what: 'entered', states: ['planned'], where: { festival: 'congress' } }, 'sz2007-042'),
  ],
  targets: [{ id: 'events', title: '计划举办', count: 'held' }, { id: 'raise', title: '计划筹款', count: 'money' }],
  events: [{ id: 'event-money', title: '活动善款记入捐赠统计', entering: ['held'], to: 'S137' }],
  covers: ['S145'],
});

/** Until the closing day; afterwards only at the gate, on the day itself. */
function signedUpLate(day: unknown, until: unknown, heldOn: unknown): string | undefined {
  if (typeof day !== 'string') return undefined;
  if (typeof heldOn === 'string' && day > heldOn) return '活动已经举办，不能再报名。';
  return typeof until === 'string' && day > until && day !== heldOn ? `报名到 ${until} 截止。现场报名的，日期写举办那天。` : undefined;
}

/** Money was taken for a purpose that was said: it is not emptied afterwards, nor another than what was paid to. */
function causeChanged(cause: unknown, raised: number, projects: readonly unknown[]): string | undefined {
  if (raised > 0 && cause === undefined) return '已经收了善款，善款用途（项目）不能空着。';
  return projects.some((project) => project !== cause) ? '善款已经拨给事先公布的项目，用途不能改成别的。' : undefined;
}
