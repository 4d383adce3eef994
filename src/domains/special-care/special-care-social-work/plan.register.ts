import { defineRegister } from '../../../kernel/contract/register.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';

/** 社工服务计划: for one entitled person, or for a group (then nobody is named as holder, the members are). */
export const specialCarePlan = defineRegister({
  id: 'special-care-plan', title: '优抚社工服务计划', unit: '份', series: 'NF',
  purpose: '哪位优抚对象（或哪个小组）由哪个社工服务，要达到什么目标，跟进到哪一步。',
  holder: { kind: 'person', title: '优抚对象', optional: true },
  name: 'name',
  key: ['name', 'startsOn'],
  fields: [
    { key: 'name', title: '计划名称', kind: 'text', required: true, listed: true, searched: true, help: '个案写村居和序号，不写姓名；小组写小组名称' },
    { key: 'kind', title: '类别', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'case', title: '个案' }, { value: 'group', title: '小组' }, { value: 'community', title: '社区活动' }] },
    { key: 'entitlement', title: '优抚类别', kind: 'choice', listed: true, counted: true, options: [
      { value: 'disabled', title: '残疾军人' }, { value: 'kin', title: '三属（烈士、因公牺牲、病故军人遗属）' }, { value: 'demobilised', title: '复员军人' }, { value: 'ill', title: '带病回乡退伍军人' }, { value: 'war', title: '参战参试退役人员' }, { value: 'rural', title: '60岁以上农村籍退役士兵' }, { value: 'mixed', title: '多类' }] },
    organisation('社工机构', false),
    { key: 'worker', title: '社工', kind: 'person-name', required: true, listed: true, columns: ['负责社工'] },
    { key: 'needs', title: '需要评估', kind: 'long-text', sensitive: true },
    { key: 'goals', title: '服务目标', kind: 'long-text', required: true },
    { key: 'startsOn', title: '开始日期', kind: 'date', required: true, listed: true },
    { key: 'dueOn', title: '计划结束', kind: 'date', listed: true, indexed: true },
    { key: 'plannedVisits', title: '计划跟进', kind: 'integer', unit: '次', min: 1 },
    { key: 'outcome', title: '成效', kind: 'choice', counted: true, options: [{ value: 'reached', title: '目标达到' }, { value: 'partly', title: '部分达到' }, { value: 'missed', title: '没有达到' }] },
    { key: 'closing', title: '结案评估', kind: 'long-text' },
    papers, note,
  ],
  states: {
    serving: { title: '服务中' },
    closed: { title: '结案', from: ['serving'], needs: ['outcome', 'closing'], ends: true },
    referred: { title: '转介', from: ['serving'], needs: ['closing'], ends: true },
    stopped: { title: '中止', from: ['serving'], needs: ['closing'], ends: true },
  },
  subRecords: [
    {
      id: 'follow-ups', title: '跟进记录', unit: '次', day: '日期',
      fields: [
        { key: 'way', title: '方式', kind: 'choice', required: true, options: [{ value: 'visit', title: '上门' }, { value: 'phone', title: '电话' }, { value: 'meeting', title: '面谈' }, { value: 'activity', title: '活动' }] },
        { key: 'did', title: '做了什么', kind: 'long-text', required: true, sensitive: true },
        { key: 'policyTold', title: '讲解政策', kind: 'yes-no', required: true },
        { key: 'hours', title: '时数', kind: 'number', unit: '小时', decimals: 1, min: 0, max: 24 },
        { key: 'next', title: '下次跟进', kind: 'date' },
      ],
      totals: [
        { key: 'followUps', title: '跟进', unit: '次', as: 'count' }, { key: 'policyTalks', title: '讲解政策', unit: '次', as: 'count', where: { policyTold: true } },
        { key: 'hoursTotal', title: '时数', unit: '小时', as: 'sum', of: 'hours' }, { key: 'nextOn', title: '下次跟进', as: 'last', of: 'next' }],
    },
    {
      id: 'members', title: '小组成员', unit: '人次', day: '参加日期', person: { title: '优抚对象' }, key: ['person', 'day'],
      fields: [{ key: 'came', title: '到场', kind: 'yes-no', required: true }],
      totals: [{ key: 'members', title: '成员', unit: '人', as: 'distinct', of: 'person', where: { came: true } }],
    },
  ],
  derived: [{ key: 'progress', title: '跟进进度', kind: 'number', unit: '%', value: ({ values, totals }) => (typeof values['plannedVisits'] === 'number' && typeof totals['followUps'] === 'number' ? Math.round((totals['followUps'] / values['plannedVisits']) * 1000) / 10 : undefined) }],
  checks: [
    { id: 'days-in-order', title: '计划结束不早于开始', then: 'refuse', test: ({ values }) => (typeof values['startsOn'] === 'string' && typeof values['dueOn'] === 'string' && values['dueOn'] < values['startsOn'] ? '计划结束不能早于开始日期。' : undefined) },
    { id: 'followed-before-closing', title: '结案前有跟进', then: 'refuse', entering: ['closed'], test: ({ totals }) => (Number(totals['followUps'] ?? 0) === 0 ? '还没有跟进记录，不能结案。' : undefined) },
    { id: 'follow-up-missed', title: '说好的跟进过了日子', then: 'warn', test: ({ totals, today, state }) => (state === 'serving' && typeof totals['nextOn'] === 'string' && totals['nextOn'] < today ? `说好${totals['nextOn']}跟进，还没有记录。` : undefined) },
    { id: 'overdue', title: '计划到期未结案', then: 'warn', test: ({ values, today, state }) => (state === 'serving' && typeof values['dueOn'] === 'string' && values['dueOn'] < today ? '计划结束的日子已过，请结案或延长。' : undefined) },
  ],
  reminders: [{ id: 'follow-up', title: '满一个月没有跟进', in: ['serving'], due: { entries: 'follow-ups', every: 1 } }, { id: 'closing', title: '计划快到期，准备结案', in: ['serving'], due: { field: 'dueOn', before: 14 } }],
  counts: [
    { id: 'serving', title: '服务中的计划', unit: '份', of: { what: 'stock' } },
    { id: 'persons', title: '服务中的优抚对象（个案）', unit: '人', of: { what: 'stock', where: { kind: 'case' }, distinct: 'person' } },
    { id: 'follow-ups', title: '跟进', unit: '次', of: { what: 'entries', sub: 'follow-ups' } },
    { id: 'policy-talks', title: '讲解政策', unit: '次', of: { what: 'entries', sub: 'follow-ups', where: { policyTold: true } } },
    { id: 'closed', title: '当期结案', unit: '份', of: { what: 'ended', states: ['closed'] } },
  ],
  targets: [{ id: 'follow-ups', title: '计划跟进', count: 'follow-ups' }],
  covers: ['S174'],
});
