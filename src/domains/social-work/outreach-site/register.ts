import { defineRegister } from '../../../kernel/contract/register.ts';
import { contact, note, organisation, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';

export const outreachSite = defineRegister({
  id: 'outreach-site', title: '社工服务站点', unit: '个', series: 'FD',
  purpose: '家庭综合服务中心延伸到社区、企业、农村和外来人员中的服务点：在哪里、什么时候开、服务了多少人，不与中心重复算。',
  name: 'name',
  key: ['name', 'division'],
  fields: [
    { key: 'name', title: '站点名称', kind: 'text', required: true, listed: true, searched: true, columns: ['服务点名称'] },
    { key: 'kind', title: '类别', kind: 'choice', required: true, listed: true, counted: true, columns: ['站点类型'], options: [{ value: 'community', title: '社区服务点' }, { value: 'enterprise', title: '企业家庭服务中心' }, { value: 'rural', title: '农村服务点' }, { value: 'migrants', title: '外来人员服务点' }] },
    { key: 'parent', title: '所属中心', kind: 'link', to: 'facility', listed: true, counted: true, columns: ['所属家庭综合服务中心'] },
    organisation('运营机构', false),
    { key: 'startsOn', title: '开设日期', kind: 'date', listed: true, indexed: true, columns: ['启用日期'] },
    { key: 'stoppedOn', title: '撤点日期', kind: 'date' },
    { key: 'hours', title: '开放时间', kind: 'text', maxLength: 60 },
    { key: 'workers', title: '驻点社工', kind: 'integer', unit: '人', min: 0 },
    { key: 'host', title: '所在企业（村）', kind: 'text', maxLength: 60 },
    ...contact, ...whereItIs, papers, note,
  ],
  states: {
    planned: { title: '筹建', before: true },
    open: { title: '服务中', from: ['planned', 'suspended'], needs: ['parent', 'startsOn', 'address', 'hours'] },
    suspended: { title: '暂停', from: ['open'] },
    closed: { title: '撤点', ends: true, from: ['open', 'suspended'], needs: ['stoppedOn'] },
  },
  subRecords: [{
    id: 'services', title: '服务', unit: '次', day: '日期', person: { title: '服务对象', optional: true },
    fields: [
      { key: 'kind', title: '类别', kind: 'choice', required: true, options: [{ value: 'case', title: '个案' }, { value: 'group', title: '小组' }, { value: 'activity', title: '活动' }, { value: 'visit', title: '探访' }, { value: 'consultation', title: '咨询' }] },
      { key: 'personTimes', title: '服务人次', kind: 'integer', unit: '人次', required: true, min: 1 },
      { key: 'countedAtCentre', title: '中心已经统计', kind: 'yes-no', required: true, help: '同一次服务中心也报了的选“是”，汇总到中心时不再加' },
      { key: 'content', title: '内容', kind: 'text', maxLength: 100 },
    ],
    totals: [
      { key: 'personTimesTotal', title: '服务人次', unit: '人次', as: 'sum', of: 'personTimes' },
      { key: 'rolledUp', title: '汇总到中心', unit: '人次', as: 'sum', of: 'personTimes', where: { countedAtCentre: false } },
      { key: 'personsServed', title: '实名服务对象', unit: '人', as: 'distinct', of: 'person' },
    ],
  }],
  checks: [
    { id: 'stopped-after-start', title: '撤点不早于开设', then: 'refuse', test: { left: 'stoppedOn', is: '>=', right: 'startsOn', sentence: '撤点日期不能早于开设日期。' } },
    { id: 'enterprise-named', title: '企业站点写明企业', then: 'warn', test: ({ values }) => (values['kind'] === 'enterprise' && values['host'] === undefined ? '企业家庭服务中心还没有写在哪家企业。' : undefined) },
    { id: 'served-while-open', title: '开了才有服务', then: 'refuse', test: ({ entry, state, values }) => (entry?.of === 'services' ? notOpen(state, entry.values['day'], values['startsOn'], values['stoppedOn']) : undefined) },
  ],
  reminders: [{ id: 'quiet', title: '站点一个月没有服务', in: ['open'], due: { entries: 'services', every: 1 } }],
  counts: [
    { id: 'new', title: '增设社工服务站点', unit: '个', of: { what: 'opened' }, definition: '当期开设的站点', figures: ['gz2014-062'] },
    { id: 'enterprise', title: '企业家庭服务中心数', unit: '个', of: { what: 'stock', where: { kind: 'enterprise' } }, figures: ['gz2014-063'] },
    { id: 'open', title: '社工服务站点数', unit: '个', of: { what: 'stock' } },
    { id: 'rural', title: '农村服务点', unit: '个', of: { what: 'stock', where: { kind: 'rural' } } },
    { id: 'closed', title: '当期撤点', unit: '个', of: { what: 'ended' } },
    { id: 'person-times', title: '站点服务人次', unit: '人次', of: { what: 'entries', sub: 'services', sum: 'personTimes' } },
    { id: 'rolled-up', title: '站点服务汇总到中心', unit: '人次', of: { what: 'entries', sub: 'services', where: { countedAtCentre: false }, sum: 'personTimes' }, definition: '中心没有统计过的站点服务人次，加到中心不重复' },
    { id: 'persons', title: '站点实名服务对象', unit: '人', of: { what: 'entries', sub: 'services', distinct: 'person' }, definition: '当期服务过的人，在几个站点都算一人' },
  ],
  events: [
    { id: 'site-opened', title: '开设站点：计入所属中心的服务网络', entering: ['open'], to: 'S114' },
    { id: 'site-closed', title: '撤点：从所属中心的服务网络里减去', entering: ['closed'], to: 'S114' },
  ],
  covers: ['S122'],
});

/** A site serves from the day it opens to the day it is given up, both counted. */
function notOpen(state: string, day: unknown, first: unknown, last: unknown): string | undefined {
  if (state === 'planned') return '站点还没有开，不能登记服务。';
  if (typeof day !== 'string') return undefined;
  if (typeof first === 'string' && day < first) return '那一天站点还没有开，不能登记服务。';
  return typeof last === 'string' && day > last ? '那一天站点已经撤了，不能登记服务。' : undefined;
}
