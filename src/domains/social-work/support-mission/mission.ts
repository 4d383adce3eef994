import { defineRegister } from '../../../kernel/contract/register.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';
import { daysAway, within } from './days-away.ts';

/** 支援任务: a team that goes to a disaster area or a partner region and comes back. */
export const supportMission = defineRegister({
  id: 'support-mission', title: '社工支援任务', unit: '次', series: 'KZ',
  purpose: '派往灾区或对口地区的社工队：谁去、去多少天、每天做了什么、服务了多少人。',
  name: 'team',
  key: ['team', 'startsOn'],
  fields: [
    { key: 'team', title: '队伍', kind: 'text', required: true, listed: true, searched: true, maxLength: 100, columns: ['服务队名称'] },
    { key: 'kind', title: '类别', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'disaster', title: '灾区支援' }, { value: 'partner', title: '对口地区支援' }] },
    { key: 'event', title: '事由', kind: 'text', required: true, listed: true, maxLength: 100, help: '如：云南鲁甸6.5级地震' },
    { key: 'destination', title: '去往', kind: 'text', required: true, maxLength: 60 },
    { key: 'partnerProject', title: '对口帮扶项目', kind: 'link', to: 'partner-region-project', help: '去对口地区的，是哪个项目下的' },
    { key: 'calledBy', title: '由谁组派', kind: 'text', maxLength: 60 },
    { key: 'leader', title: '领队', kind: 'person-name' },
    { key: 'startsOn', title: '出发日期', kind: 'date', required: true, listed: true, indexed: true },
    { key: 'plannedBack', title: '计划返回日期', kind: 'date' },
    { key: 'endsOn', title: '返回日期', kind: 'date' },
    { key: 'days', title: '服务天数', kind: 'integer', unit: '天', min: 1, listed: true, help: '头尾都算' },
    { key: 'summary', title: '总结', kind: 'long-text' },
    papers, note,
  ],
  states: {
    forming: { title: '组队', before: true },
    away: { title: '在外服务', from: ['forming'] },
    returned: { title: '完成返回', from: ['away'], ends: true, needs: ['endsOn', 'days', 'summary'] },
    'called-off': { title: '取消', from: ['forming'], ends: true },
  },
  subRecords: [
    {
      id: 'members', title: '队员', unit: '人', day: '加入日期', person: { title: '队员' }, key: ['person'],
      fields: [organisation('所在机构', false), { key: 'duty', title: '分工', kind: 'choice', required: true, options: [{ value: 'leader', title: '领队' }, { value: 'social-worker', title: '社工' }, { value: 'supervisor', title: '督导' }, { value: 'volunteer', title: '义工' }, { value: 'logistics', title: '后勤' }] }],
      totals: [{ key: 'memberCount', title: '队员', unit: '人', as: 'distinct', of: 'person' }],
    },
    {
      id: 'daily-log', title: '服务日志', unit: '天', day: '日期', key: ['day'],
      fields: [
        { key: 'work', title: '做了什么', kind: 'long-text', required: true },
        { key: 'served', title: '服务人次', kind: 'integer', unit: '人次', required: true, min: 0 },
        { key: 'cases', title: '个案', kind: 'integer', unit: '个', min: 0 },
        { key: 'place', title: '服务点', kind: 'text', maxLength: 60 },
      ],
      totals: [{ key: 'daysLogged', title: '有日志的天数', unit: '天', as: 'count' }, { key: 'servedTotal', title: '服务人次', unit: '人次', as: 'sum', of: 'served' }],
    },
  ],
  checks: [
    { id: 'days-first-and-last', title: '服务天数 = 返回 − 出发 + 1', then: 'refuse', test: ({ values }) => {
      const days = daysAway(values['startsOn'], values['endsOn']);
      if (days !== undefined && days < 1) return '返回日期不能早于出发日期。';
      return days !== undefined && values['days'] !== undefined && values['days'] !== days ? `从出发到返回头尾都算是 ${days} 天。请改天数或日期。` : undefined;
    } },
    { id: 'logged-within-days', title: '日志不多于天数', then: 'refuse', test: { left: 'daysLogged', is: '<=', right: 'days', sentence: '日志的天数会比服务天数多。请核对日期。' } },
    { id: 'logged-while-away', title: '日志在出发和返回之间', then: 'refuse', test: ({ values, entry }) => (entry?.of === 'daily-log' && !within(entry.values['day'], values['startsOn'], values['endsOn']) ? '日志的日期不在出发和返回之间。' : undefined) },
    { id: 'every-day-logged', title: '每天有日志', then: 'warn', test: ({ state, values, totals }) => (state === 'returned' && typeof values['days'] === 'number' && Number(totals['daysLogged'] ?? 0) < values['days'] ? `服务了 ${values['days']} 天，还有 ${values['days'] - Number(totals['daysLogged'] ?? 0)} 天没有日志。` : undefined) },
    { id: 'planned-after-start', title: '计划返回不早于出发', then: 'refuse', test: { left: 'plannedBack', is: '>=', right: 'startsOn', sentence: '计划返回日期不能早于出发日期。' } },
    { id: 'team-named', title: '出发的队伍有队员', then: 'warn', test: ({ state, totals }) => (state !== 'forming' && state !== 'called-off' && Number(totals['memberCount'] ?? 0) === 0 ? '还没有登记队员。' : undefined) },
  ],
  reminders: [{ id: 'back', title: '队伍快到计划返回的日子', in: ['away'], due: { field: 'plannedBack', before: 3 } }],
  counts: [
    { id: 'days', title: '社工支援服务天数', unit: '天', of: { what: 'ended', states: ['returned'], sum: 'days' }, definition: '当期返回的队伍服务天数之和，头尾都算', figures: ['zs2014-091'] },
    { id: 'missions', title: '当期派出', unit: '次', of: { what: 'opened' } },
    { id: 'away', title: '在外的队伍', unit: '次', of: { what: 'stock' } },
    { id: 'members', title: '当期参加支援的社工', unit: '人', of: { what: 'entries', sub: 'members', distinct: 'person' } },
    { id: 'served', title: '支援服务人次', unit: '人次', of: { what: 'entries', sub: 'daily-log', sum: 'served' } },
  ],
  covers: ['S126'],
});
