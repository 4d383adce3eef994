import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';

/** 行业年度报告: the data of one industry for one year, as the yearbook prints it. */
export const industryReport = defineRegister({
  id: 'industry-report', title: '行业年度报告', unit: '份', series: 'HN',
  purpose: '《行业状况及行业协会》年度报告的数据：一个行业一年一份，企业、会员、产值和协会做了什么。',
  name: 'industry',
  key: ['industry', 'year'],
  fields: [
    { key: 'industry', title: '行业', kind: 'text', required: true, listed: true, searched: true, maxLength: 40 },
    { key: 'year', title: '年度', kind: 'year', required: true, listed: true, indexed: true },
    organisation('行业协会'),
    { key: 'enterprises', title: '行业企业数', kind: 'integer', unit: '家', min: 0, listed: true },
    { key: 'members', title: '会员企业数', kind: 'integer', unit: '家', min: 0, listed: true },
    { key: 'employees', title: '从业人员', kind: 'integer', unit: '人', min: 0 },
    { key: 'output', title: '行业总产值', kind: 'money', min: 0 },
    { key: 'exports', title: '出口额', kind: 'money', min: 0 },
    { key: 'standards', title: '参与制定标准', kind: 'integer', unit: '项', min: 0 },
    { key: 'outlook', title: '行业状况与展望', kind: 'long-text' },
    { key: 'writer', title: '受托编写单位', kind: 'text', maxLength: 60 },
    { key: 'dueOn', title: '应交日期', kind: 'date' },
    { key: 'publishedOn', title: '发布日期', kind: 'date' },
    papers, note,
  ],
  states: {
    collecting: { title: '收集', before: true },
    published: { title: '已发布', from: ['collecting'], needs: ['enterprises', 'members', 'output', 'publishedOn'] },
    withdrawn: { title: '撤回', ends: true },
  },
  alongside: { same: ['industry'], order: 'year' },
  derived: [
    { key: 'outputGrowth', title: '总产值比上年', kind: 'number', unit: '%', listed: true, value: outputGrowth },
    { key: 'memberShare', title: '会员覆盖率', kind: 'number', unit: '%', value: ({ values }) => (typeof values['enterprises'] === 'number' && values['enterprises'] > 0 && typeof values['members'] === 'number' ? Math.round((values['members'] / values['enterprises']) * 1000) / 10 : undefined) },
  ],
  checks: [
    { id: 'one-a-year', title: '一个行业一年一份', then: 'refuse', test: oneAYear },
    { id: 'published-late', title: '按期发布', then: 'warn', test: ({ values, state, today }) => (state === 'collecting' && typeof values['dueOn'] === 'string' && values['dueOn'] < today ? `数据应在 ${values['dueOn']} 交齐，还没有发布。` : undefined) },
    { id: 'members-of-enterprises', title: '会员不多于企业', then: 'warn', test: { left: 'members', is: '<=', right: 'enterprises', sentence: '会员企业比行业企业多。请核对两个数。' } },
    { id: 'exports-of-output', title: '出口不多于产值', then: 'warn', test: { left: 'exports', is: '<=', right: 'output', sentence: '出口额比总产值大。请核对。' } },
  ],
  reminders: [{ id: 'due', title: '行业年度报告数据快到应交日期', in: ['collecting'], due: { field: 'dueOn', before: 30 } }],
  counts: [
    { id: 'published', title: '当期发布的行业报告', unit: '份', of: { what: 'opened' } },
    { id: 'enterprises', title: '报告所列行业企业', unit: '家', of: { what: 'opened', sum: 'enterprises' } },
    { id: 'output', title: '报告所列行业总产值', unit: '元', of: { what: 'opened', sum: 'output' } },
    { id: 'industries', title: '有年度报告的行业', unit: '个', of: { what: 'stock', distinct: 'industry' } },
    { id: 'member-share', title: '会员覆盖率', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'opened', sum: 'members' }, over: { what: 'opened', sum: 'enterprises' }, definition: '当期发布的报告中，会员企业数 ÷ 行业企业数' },
  ],
  covers: ['S113'],
});

/** The yearbook prints an industry once a year; a report that was withdrawn may be written again. */
export function oneAYear({ values, state, alongside }: Pick<RecordSeen, 'values' | 'state' | 'alongside'>): string | undefined {
  return state !== 'withdrawn' && alongside.some((one) => one.state !== 'withdrawn' && one.values['year'] === values['year']) ? `这个行业 ${String(values['year'])} 年的报告已经有了。请在那一份里改。` : undefined;
}

/** 总产值比上年, in percent: against the report of the year before, where there is one. */
export function outputGrowth({ values, alongside }: Pick<RecordSeen, 'values' | 'alongside'>): number | undefined {
  const before = alongside.find((one) => one.state !== 'withdrawn' && one.values['year'] === Number(values['year']) - 1)?.values['output'];
  return typeof values['output'] === 'number' && typeof before === 'number' && before > 0 ? Math.round((values['output'] / before - 1) * 1000) / 10 : undefined;
}
