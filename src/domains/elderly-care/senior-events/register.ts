import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { editionFollows } from '../../../kernel/records/shapes/edition.ts';
import { event } from '../../../kernel/records/shapes/event.ts';
import { contact, note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';
import { elderRightsLaw } from '../common/law.ts';

/** Sign-up ends on its day; the timetable lies on or after the first day; results come after it was held. Pure. */
export function festivalInOrder({ values, entry, state }: Pick<RecordSeen, 'values' | 'entry' | 'state'>): string | undefined {
  const day = String(entry?.values['day'] ?? '');
  if (entry?.of === 'teams' && typeof values['signUpUntil'] === 'string' && day > values['signUpUntil']) return `报名到 ${values['signUpUntil']} 截止，${day} 不再收队。`;
  if (entry?.of === 'schedule' && day < String(values['heldOn'])) return `举办日期是 ${String(values['heldOn'])}，赛程不能排在前面。`;
  return entry?.of === 'results' && state !== 'held' ? '还没有记为已举办，不能登成绩。' : undefined;
}

/** What was held was held on a day that has come; what is written as held shows that day. Pure. */
const heldByToday = ({ values, today }: Pick<RecordSeen, 'values' | 'today'>): string | undefined =>
  (typeof values['heldOn'] === 'string' && values['heldOn'] > today ? `举办日期是 ${values['heldOn']}，还没有到，不能记为已举办。` : undefined);

/** 艺术节、运动会: one edition, its teams, timetable and results. */
export const seniorFestival = defineRegister({
  id: 'senior-festival', title: '老年人艺术节、运动会', unit: '届', series: 'YDH',
  purpose: '老年人文化艺术节、运动会办到第几届：报名的队、名额、赛程、成绩，来了多少人。',
  law: [elderRightsLaw('第七十二条')],
  name: 'name',
  key: ['event', 'edition', 'division'],
  alongside: { same: ['event', 'division'], order: 'edition' },
  fields: [
    { key: 'name', title: '名称', kind: 'text', required: true, listed: true, searched: true, columns: ['活动名称'] },
    { key: 'event', title: '类别', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'games', title: '老年人运动会' }, { value: 'arts', title: '老年人文化艺术节' }, { value: 'choir', title: '老年合唱节' }, { value: 'other', title: '其他届次活动' }] },
    ...event.fields.map((field) => (field.key === 'edition' ? { ...field, required: true as const } : field)),
    { key: 'previous', title: '上一届', kind: 'link', to: 'senior-festival' },
    { key: 'signUpUntil', title: '报名截止', kind: 'date' },
    { key: 'teamQuota', title: '队数名额', kind: 'integer', unit: '队', min: 1 },
    { key: 'host', title: '主办单位', kind: 'text' },
    { key: 'cost', title: '经费', kind: 'money', min: 0 },
    ...contact, papers, note,
  ],
  states: event.states,
  subRecords: [
    {
      id: 'teams', title: '报名队', unit: '队', day: '报名日期', key: ['team', 'item'],
      fields: [
        { key: 'team', title: '队名', kind: 'text', required: true, columns: ['代表队', '参赛队'] },
        organisation('选送单位', false),
        { key: 'item', title: '项目', kind: 'text', required: true },
        { key: 'persons', title: '人数', kind: 'integer', unit: '人', min: 1, required: true },
        { key: 'outcome', title: '报名结果', kind: 'choice', required: true, options: [{ value: 'accepted', title: '录取' }, { value: 'waiting', title: '候补' }, { value: 'withdrawn', title: '退出' }] },
      ],
      totals: [
        { key: 'teamsAccepted', title: '录取', unit: '队', as: 'count', where: { outcome: 'accepted' } },
        { key: 'personsAccepted', title: '录取人数', unit: '人', as: 'sum', of: 'persons', where: { outcome: 'accepted' } },
        { key: 'teamsWaiting', title: '候补', unit: '队', as: 'count', where: { outcome: 'waiting' } },
      ],
    },
    {
      id: 'schedule', title: '赛程', unit: '场', day: '比赛（演出）日期', key: ['day', 'item', 'round'],
      fields: [{ key: 'item', title: '项目', kind: 'text', required: true }, { key: 'round', title: '场次', kind: 'text', required: true }, { key: 'time', title: '时间', kind: 'text', maxLength: 20 }, { key: 'venue', title: '场地', kind: 'text' }],
      totals: [{ key: 'rounds', title: '场次', unit: '场', as: 'count' }],
    },
    {
      id: 'results', title: '成绩', unit: '项', day: '日期', key: ['item', 'team'],
      fields: [{ key: 'item', title: '项目', kind: 'text', required: true }, { key: 'team', title: '队名', kind: 'text', required: true, among: { sub: 'teams', field: 'team', where: { outcome: 'accepted' } }, help: '录取的队' }, { key: 'rank', title: '名次', kind: 'integer', min: 1, required: true }, { key: 'mark', title: '成绩', kind: 'text' }, { key: 'prize', title: '奖项', kind: 'text' }],
      totals: [{ key: 'resultCount', title: '成绩', unit: '项', as: 'count' }],
    },
  ],
  checks: [
    ...(event.checks ?? []),
    editionFollows('届'),
    { id: 'persons-within', title: '录取人数不超过名额', then: 'refuse', test: { left: 'personsAccepted', is: '<=', right: 'quota', sentence: '录取的人数会超过名额，请改为候补。' } },
    { id: 'teams-within', title: '录取队数不超过名额', then: 'refuse', test: { left: 'teamsAccepted', is: '<=', right: 'teamQuota', sentence: '录取的队会超过队数名额，请改为候补。' } },
    { id: 'in-order', title: '报名、赛程、成绩先后有序', then: 'refuse', test: festivalInOrder },
    { id: 'held-by-today', title: '到了日子才算举办', then: 'refuse', entering: ['held'], test: heldByToday },
    { id: 'place-free', title: '有空名额，候补的队可以录取', then: 'warn', test: ({ values, totals, state }) => (state === 'planned' && Number(totals['teamsWaiting'] ?? 0) > 0 && Number(totals['teamsAccepted'] ?? 0) < Number(values['teamQuota'] ?? 0) ? `候补 ${totals['teamsWaiting']} 队，名额还空 ${Number(values['teamQuota']) - Number(totals['teamsAccepted'] ?? 0)} 队。` : undefined) },
    { id: 'closed-before', title: '报名截止不晚于举办', then: 'refuse', test: { left: 'signUpUntil', is: '<=', right: 'heldOn', sentence: '报名截止不能晚于举办日期。' } },
    { id: 'results', title: '办完登成绩', then: 'warn', test: ({ state, totals }) => (state === 'held' && Number(totals['teamsAccepted'] ?? 0) > 0 && Number(totals['resultCount'] ?? 0) === 0 ? '已举办，成绩还没有登记。' : undefined) },
  ],
  reminders: [
    { id: 'sign-up', title: '报名快截止', in: ['planned'], due: { field: 'signUpUntil', before: 7 } },
    { id: 'held', title: '举办日期快到', in: ['planned'], due: { field: 'heldOn', before: 14 } },
  ],
  counts: [
    { id: 'games-planned', title: '筹办中的老年人运动会届次', unit: '届', definition: '那一天已定、还没有举办的那一届的届次；定了几届的，点开看各届', of: { what: 'stock', states: ['planned'], where: { event: 'games' }, sum: 'edition' }, figures: ['zs2014-160'] },
    { id: 'arts-edition', title: '老年人文化艺术节届次', unit: '届', definition: '当期举办的那一届的届次', of: { what: 'opened', where: { event: 'arts' }, sum: 'edition' }, figures: ['zs2014-070'] },
    { id: 'games-edition', title: '老年人运动会届次', unit: '届', definition: '当期举办的那一届的届次', of: { what: 'opened', where: { event: 'games' }, sum: 'edition' } },
    { id: 'held', title: '举办届次活动', unit: '次', of: { what: 'opened' } },
    { id: 'participants', title: '届次活动参加人数', unit: '人次', of: { what: 'opened', sum: 'participants' } },
    { id: 'teams', title: '报名队', unit: '队', of: { what: 'entries', sub: 'teams', where: { outcome: 'accepted' } } },
  ],
  targets: [{ id: 'games-edition', title: '老年人运动会届次（计划）', count: 'games-edition' }, { id: 'participants', title: '计划参加人数', count: 'participants' }],
  covers: ['S065'],
});

/** 公园老年文化活动: the calendar of parks, communities and associations: something every day, a performance every month and on holidays. */
export const seniorActivity = defineRegister({
  id: 'senior-activity', title: '老年文体活动日历', unit: '场', series: 'YHD',
  purpose: '公园、社区、老年协会哪天有什么活动：天天有活动、月月有演出、节日有表演，来了多少人。',
  law: [elderRightsLaw('第七十二条')],
  name: 'name',
  key: ['name', 'heldOn', 'place'],
  fields: [
    { key: 'name', title: '活动', kind: 'text', required: true, listed: true, searched: true, columns: ['活动名称', '节目'] },
    { key: 'setting', title: '场合', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'park', title: '公园演出' }, { value: 'association', title: '老年协会活动' }, { value: 'community', title: '社区活动' }] },
    { key: 'rhythm', title: '频次', kind: 'choice', required: true, counted: true, options: [{ value: 'daily', title: '日常活动' }, { value: 'monthly', title: '每月演出' }, { value: 'holiday', title: '节日表演' }] },
    { key: 'association', title: '老年协会', kind: 'link', to: 'senior-association' },
    ...event.fields.filter((field) => field.key !== 'edition').map((field) => (field.key === 'place' ? { ...field, required: true as const, listed: true as const } : field)),
    { key: 'time', title: '时间', kind: 'text', maxLength: 20 },
    { key: 'troupe', title: '演出队', kind: 'text', columns: ['表演单位'] },
    { key: 'point', title: '位置', kind: 'place' },
    note,
  ],
  states: event.states,
  subRecords: [{
    id: 'sign-ups', title: '报名', unit: '队', day: '报名日期', key: ['troupe'],
    fields: [{ key: 'troupe', title: '队名', kind: 'text', required: true }, { key: 'persons', title: '人数', kind: 'integer', unit: '人', min: 1, required: true }],
    totals: [{ key: 'signedUp', title: '报名人数', unit: '人', as: 'sum', of: 'persons' }],
  }],
  checks: [
    ...(event.checks ?? []),
    { id: 'held-by-today', title: '到了日子才算举办', then: 'refuse', entering: ['held'], test: heldByToday },
    { id: 'whose', title: '协会活动写明协会', then: 'refuse', test: ({ values }) => (values['setting'] === 'association' && values['association'] === undefined ? '老年协会的活动，请选是哪个协会。' : undefined) },
    { id: 'signed-within', title: '报名不超过名额', then: 'refuse', test: { left: 'signedUp', is: '<=', right: 'quota', sentence: '报名人数会超过名额。' } },
  ],
  reminders: [{ id: 'soon', title: '活动快到，登记参加人数', in: ['planned'], due: { field: 'heldOn', before: 3 } }],
  counts: [
    { id: 'held', title: '举办活动', unit: '场', of: { what: 'opened' } },
    { id: 'park', title: '公园演出', unit: '场', of: { what: 'opened', where: { setting: 'park' } } },
    { id: 'participants', title: '活动参加人次', unit: '人次', of: { what: 'opened', sum: 'participants' } },
    { id: 'towns', title: '办过活动的镇街', unit: '个', of: { what: 'opened', distinct: 'town' } },
  ],
  targets: [{ id: 'held', title: '计划活动', count: 'held' }],
  covers: ['S065'],
});
