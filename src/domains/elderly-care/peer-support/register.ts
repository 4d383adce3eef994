import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, whereItIs } from '../../../kernel/records/shapes/terms.ts';
import { elderRightsLaw } from '../common/law.ts';

const hours = (value: unknown): number => Math.round(Number(value ?? 0) * 10) / 10;

/** Hours both sides say of a visit: the one who came, the one who was visited. Nothing before both have spoken. Pure. */
export function agreedHours(visit: Readonly<Record<string, unknown>>): number | undefined {
  const { helperHours, elderHours } = visit;
  return helperHours === undefined || elderHours === undefined ? undefined : Math.min(hours(helperHours), hours(elderHours));
}

/** Credited is what both say, no more and no less, whoever writes it. */
export function creditBothSidesSay({ entry }: Pick<RecordSeen, 'entry'>): string | undefined {
  if (entry?.of !== 'visits') return undefined;
  const { helperHours, elderHours, credited } = entry.values;
  const agreed = agreedHours(entry.values);
  if (agreed === undefined) return hours(credited) === 0 ? undefined : `${elderHours === undefined ? '老人' : '助老员'}一方还没有记，先不计时间。`;
  return hours(credited) === agreed ? undefined : `双方记的是 ${hours(helperHours)} 和 ${hours(elderHours)} 小时，应计 ${agreed} 小时。`;
}

/** Hours earned and not yet spent. */
export const creditBalance = ({ totals }: Pick<RecordSeen, 'totals'>): number => hours(hours(totals['creditEarned']) - hours(totals['creditSpent']));

/** 助老员: a healthy younger elder, his visits and his passbook of hours. */
export const peerHelper = defineRegister({
  id: 'peer-helper', title: '老有所为助老员', unit: '人', series: 'DLZ',
  purpose: '低龄健康老人：愿意帮谁、住哪里，走访了几次、双方确认几小时，时间存折还剩多少。',
  law: [elderRightsLaw('第六十九条')],
  holder: { kind: 'person', title: '助老员' },
  key: ['person'],
  fields: [
    { key: 'mobile', title: '电话', kind: 'phone', required: true, listed: true, columns: ['联系电话', '手机'] },
    { key: 'healthy', title: '身体健康', kind: 'yes-no', required: true },
    { key: 'skills', title: '能做的事', kind: 'choices', listed: true, counted: true, options: [{ value: 'company', title: '聊天陪伴' }, { value: 'shopping', title: '代购' }, { value: 'housework', title: '简单家务' }, { value: 'errands', title: '代办' }, { value: 'escort', title: '陪同就医' }, { value: 'repairs', title: '小修小补' }] },
    { key: 'consentedOn', title: '本人同意日期', kind: 'date', required: true },
    { key: 'farthest', title: '愿走最远', kind: 'integer', unit: '米', min: 1, help: '空着不限' },
    { key: 'mostPairs', title: '最多结对', kind: 'integer', unit: '位老人', min: 1, max: 20, help: '空着不限' },
    { key: 'association', title: '老年协会', kind: 'link', to: 'senior-association' },
    ...whereItIs, note,
  ],
  states: { registered: { title: '已登记' }, active: { title: '结对中', from: ['registered', 'paused'] }, paused: { title: '暂停', from: ['active'] }, left: { title: '退出', ends: true } },
  subRecords: [
    {
      id: 'visits', title: '走访', unit: '次', day: '走访日期', person: { title: '被走访老人' }, key: ['person', 'day'], page: { title: '走访和时间', path: '/peer-helpers/$record' },
      fields: [
        { key: 'done', title: '做了什么', kind: 'choices', options: [{ value: 'company', title: '聊天陪伴' }, { value: 'shopping', title: '代购' }, { value: 'housework', title: '家务' }, { value: 'errands', title: '代办' }, { value: 'escort', title: '陪同就医' }, { value: 'repairs', title: '小修小补' }] },
        { key: 'helperHours', title: '助老员记', kind: 'number', unit: '小时', decimals: 1, min: 0, max: 24 },
        { key: 'elderHours', title: '老人一方记', kind: 'number', unit: '小时', decimals: 1, min: 0, max: 24, help: '老人、家属或社区确认后填' },
        { key: 'confirmedBy', title: '确认人', kind: 'text' },
        { key: 'credited', title: '计入', kind: 'number', unit: '小时', decimals: 1, min: 0, max: 24 },
        { key: 'finding', title: '情况', kind: 'text', sensitive: true },
      ],
      totals: [{ key: 'visitCount', title: '走访', unit: '次', as: 'count' }, { key: 'eldersVisited', title: '走访老人', unit: '人', as: 'distinct', of: 'person' }, { key: 'creditEarned', title: '累计时间', unit: '小时', as: 'sum', of: 'credited' }],
    },
    {
      id: 'spendings', title: '使用时间', unit: '次', day: '使用日期',
      fields: [
        { key: 'spent', title: '使用', kind: 'number', unit: '小时', decimals: 1, required: true, min: 0.1, max: 1000 },
        { key: 'service', title: '换取的服务', kind: 'text', required: true },
        { key: 'servedBy', title: '由谁服务', kind: 'text' },
      ],
      totals: [{ key: 'creditSpent', title: '已用时间', unit: '小时', as: 'sum', of: 'spent' }],
    },
  ],
  derived: [{ key: 'creditBalance', title: '时间余额', kind: 'number', unit: '小时', value: creditBalance }],
  checks: [
    { id: 'both-sides', title: '计入的时间双方都认', then: 'refuse', test: creditBothSidesSay },
    { id: 'balance', title: '用的时间不超过余额', then: 'refuse', test: (seen) => (creditBalance(seen) < 0 ? `时间余额不够，还差 ${-creditBalance(seen)} 小时。` : undefined) },
    { id: 'fit', title: '身体健康才结对', then: 'refuse', entering: ['active'], test: ({ values }) => (values['healthy'] === true ? undefined : '助老员身体不适，不能结对。') },
  ],
  reminders: [{ id: 'no-visit', title: '一个月没有走访', in: ['active'], due: { entries: 'visits', every: 1 } }],
  counts: [
    { id: 'helpers', title: '助老员', unit: '人', of: { what: 'stock' } },
    { id: 'visits', title: '走访', unit: '次', of: { what: 'entries', sub: 'visits' } },
    { id: 'hours', title: '互助时间', unit: '小时', rounding: { decimals: 1 }, definition: '当期走访双方确认、计入的时间', of: { what: 'entries', sub: 'visits', sum: 'credited' } },
    { id: 'elders-visited', title: '被走访老人', unit: '人', of: { what: 'entries', sub: 'visits', distinct: 'person' } },
    { id: 'hours-spent', title: '使用时间', unit: '小时', rounding: { decimals: 1 }, of: { what: 'entries', sub: 'spendings', sum: 'spent' } },
  ],
  covers: ['S067'],
});

/** 结对: one frail or lonely elder and the helper who looks in on him. */
export const peerPair = defineRegister({
  id: 'peer-pair', title: '老人结对', unit: '对', series: 'DLJ',
  purpose: '高龄独居、体弱多病的老人和哪位助老员结了对：隔多远，双方同意没有，还在不在结对。',
  law: [elderRightsLaw('第三十八条')],
  holder: { kind: 'person', title: '被结对老人' },
  key: ['person', 'helper'],
  fields: [
    { key: 'helper', title: '助老员', kind: 'link', to: 'peer-helper', listed: true },
    { key: 'need', title: '老人情况', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'alone', title: '高龄独居' }, { value: 'frail', title: '体弱多病' }, { value: 'both', title: '独居且体弱' }, { value: 'couple', title: '纯老家庭' }] },
    { key: 'wishes', title: '需要', kind: 'choices', options: [{ value: 'company', title: '聊天陪伴' }, { value: 'shopping', title: '代购' }, { value: 'housework', title: '简单家务' }, { value: 'errands', title: '代办' }, { value: 'escort', title: '陪同就医' }, { value: 'repairs', title: '小修小补' }] },
    { key: 'distance', title: '距离', kind: 'integer', unit: '米', listed: true, min: 0, columns: ['步行距离'], help: '两家直线距离；没有位置的空着，按同一社区配' },
    { key: 'distanceLimit', title: '可接受距离', kind: 'integer', unit: '米', min: 1, help: '助老员愿走的最远路程' },
    { key: 'elderConsentOn', title: '老人同意日期', kind: 'date' },
    { key: 'helperConsentOn', title: '助老员同意日期', kind: 'date' },
    { key: 'familyPhone', title: '家属电话', kind: 'phone' },
    { key: 'endReason', title: '结束原因', kind: 'choice', counted: true, options: [{ value: 'moved', title: '搬离' }, { value: 'home', title: '入住机构' }, { value: 'died', title: '去世' }, { value: 'helper-unfit', title: '助老员身体原因' }, { value: 'by-wish', title: '一方不愿继续' }] },
    ...whereItIs, note,
  ],
  states: {
    seeking: { title: '待结对', before: true },
    proposed: { title: '拟结对', before: true, from: ['seeking'], needs: ['helper'] },
    paired: { title: '结对中', from: ['proposed'], needs: ['helper', 'elderConsentOn', 'helperConsentOn'] },
    ended: { title: '已结束', ends: true, from: ['paired'], needs: ['endReason'] },
    declined: { title: '未结成', from: ['seeking', 'proposed'], ends: true },
  },
  alongside: { same: ['person', 'helper'], order: 'elderConsentOn' },
  pages: [{ title: '配对', path: '/peer-pairs/$record' }],
  checks: [
    { id: 'near', title: '距离合适', then: 'refuse', test: { left: 'distance', is: '<=', right: 'distanceLimit', sentence: '距离超过可接受的距离，另选近的助老员。' } },
    { id: 'consented', title: '同意日期不在以后', then: 'refuse', test: ({ values, today }) => (['elderConsentOn', 'helperConsentOn'].some((key) => typeof values[key] === 'string' && (values[key]) > today) ? '同意日期还没有到。' : undefined) },
    { id: 'once', title: '同样的两个人不结两对', then: 'refuse', test: ({ alongside, state }) => (['proposed', 'paired'].includes(state) && alongside.some((one) => ['proposed', 'paired'].includes(one.state)) ? '这位老人和这位助老员已经有一对了。' : undefined) },
  ],
  reminders: [{ id: 'seek', title: '待结对满一个月，选助老员', in: ['seeking'], due: { standing: 30 } }, { id: 'consent', title: '拟结对满两周，征求双方同意', in: ['proposed'], due: { standing: 14 } }],
  counts: [
    { id: 'pairs', title: '结对', unit: '对', of: { what: 'stock' } },
    { id: 'seeking', title: '等结对的老人', unit: '人', of: { what: 'stock', states: ['seeking', 'proposed'], distinct: 'person' } },
    { id: 'new', title: '新结对', unit: '对', of: { what: 'opened' } },
    { id: 'ended', title: '结束结对', unit: '对', of: { what: 'ended', states: ['ended'] } },
    { id: 'elders', title: '被结对老人', unit: '人', of: { what: 'stock', distinct: 'person' } },
  ],
  targets: [{ id: 'pairs', title: '计划结对', count: 'pairs' }],
  covers: ['S067'],
});
