import { defineRegister, type RegisterField } from '../../../kernel/contract/register.ts';
import { event } from '../../../kernel/records/shapes/event.ts';
import { contact, note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';

const kept = (field: RegisterField): boolean => field.key !== 'edition' && field.key !== 'quota';

/** 专场招聘会: employers with the posts they offer, those who applied, those who were hired. */
export const veteranJobFair = defineRegister({
  id: 'veteran-job-fair', title: '退役军人专场招聘会', unit: '场', series: 'NZ',
  purpose: '每场招聘会来了哪些单位、提供多少职位、多少退役军人应聘、录用了几个。',
  name: 'name',
  key: ['name', 'heldOn'],
  fields: [
    { key: 'name', title: '名称', kind: 'text', required: true, listed: true, searched: true, columns: ['招聘会名称'] },
    ...event.fields.filter(kept),
    organisation('承办单位', false),
    { key: 'expectedPosts', title: '计划职位', kind: 'integer', unit: '个', min: 0 },
    ...contact, papers, note,
  ],
  states: event.states,
  subRecords: [
    {
      id: 'employers', title: '参会单位', unit: '家', day: '招聘会日期', key: ['employer'],
      fields: [
        { key: 'employer', title: '单位名称', kind: 'text', required: true, maxLength: 100 },
        { key: 'organisation', title: '单位（登记）', kind: 'link', to: 'organisation' },
        { key: 'kind', title: '类别', kind: 'choice', options: [{ value: 'state', title: '国有' }, { value: 'private', title: '民营' }, { value: 'foreign', title: '外资' }, { value: 'public', title: '机关事业' }, { value: 'other', title: '其他' }] },
        { key: 'jobs', title: '岗位', kind: 'text' },
        { key: 'posts', title: '提供职位', kind: 'integer', unit: '个', required: true, min: 1 },
      ],
      totals: [{ key: 'employers', title: '参会单位', unit: '家', as: 'count' }, { key: 'postsOffered', title: '提供职位', unit: '个', as: 'sum', of: 'posts' }],
    },
    {
      id: 'applications', title: '应聘', unit: '人次', day: '应聘日期', person: { title: '退役军人' }, key: ['person', 'employer'],
      fields: [
        { key: 'employer', title: '应聘单位', kind: 'text', required: true, maxLength: 100 },
        { key: 'job', title: '岗位', kind: 'text' },
        { key: 'outcome', title: '结果', kind: 'choice', required: true, options: [{ value: 'applied', title: '已投递' }, { value: 'intended', title: '达成意向' }, { value: 'hired', title: '录用' }, { value: 'declined', title: '未录用' }] },
        { key: 'hiredOn', title: '录用日期', kind: 'date' },
      ],
      totals: [
        { key: 'applicants', title: '应聘', unit: '人', as: 'distinct', of: 'person' },
        { key: 'hires', title: '录用', unit: '人', as: 'distinct', of: 'person', where: { outcome: 'hired' } }],
    },
  ],
  derived: [{ key: 'hireRate', title: '录用率', kind: 'number', unit: '%', value: ({ totals }) => (typeof totals['hires'] === 'number' && typeof totals['applicants'] === 'number' && totals['applicants'] > 0 ? Math.round((totals['hires'] / totals['applicants']) * 1000) / 10 : undefined) }],
  checks: [
    { id: 'hires-within-posts', title: '录用不超过提供的职位', then: 'refuse', test: { left: 'hires', is: '<=', right: 'postsOffered', sentence: '录用人数会超过提供的职位。请先核对参会单位的职位数。' } },
    { id: 'hired-on', title: '录用写明日期', then: 'refuse', test: ({ entry }) => (entry?.of === 'applications' && entry.values['outcome'] === 'hired' && entry.values['hiredOn'] === undefined ? '录用的请写明录用日期。' : undefined) },
    { id: 'employers-on-the-day', title: '参会单位记在举办当天', then: 'refuse', test: ({ values, entry }) => (entry?.of === 'employers' && values['heldOn'] !== undefined && entry.values['day'] !== values['heldOn'] ? `参会单位和职位请记在招聘会当天（${String(values['heldOn'])}）。` : undefined) },
    { id: 'applied-after', title: '应聘不早于举办', then: 'refuse', test: ({ values, entry }) => (entry?.of === 'applications' && typeof values['heldOn'] === 'string' && String(entry.values['day']) < values['heldOn'] ? '应聘日期不能早于招聘会。' : undefined) },
    { id: 'employers-written', title: '举办后登记参会单位', then: 'warn', test: ({ totals, state }) => (state === 'held' && Number(totals['employers'] ?? 0) === 0 ? '招聘会已举办，还没有登记参会单位和职位。' : undefined) },
  ],
  reminders: [{ id: 'coming', title: '招聘会快到了', in: ['planned'], due: { field: 'heldOn', before: 20 } }],
  counts: [
    { id: 'held', title: '举办专场招聘会', unit: '场', definition: '当期举办的退役军人专场招聘会，按举办日期', of: { what: 'dated', on: 'heldOn' } },
    { id: 'posts', title: '提供招聘职位', unit: '个', definition: '当期专场招聘会各参会单位提供的职位之和', of: { what: 'entries', sub: 'employers', sum: 'posts' }, figures: ['py2018-068'] },
    { id: 'applicants', title: '应聘退役军人', unit: '人', of: { what: 'entries', sub: 'applications', distinct: 'person' } },
    { id: 'hired', title: '录用退役军人', unit: '人', of: { what: 'entries', sub: 'applications', where: { outcome: 'hired' }, distinct: 'person' } },
  ],
  targets: [{ id: 'posts', title: '计划职位', count: 'posts' }],
  covers: ['S164'],
});
