import { defineRegister, type Count, type SubRecord } from '../../../kernel/contract/register.ts';
import { note, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';
import { title } from '../../../kernel/records/shapes/title.ts';

const base = title();

const kinds = [{ value: 'street', title: '慈善街道（镇）' }, { value: 'community', title: '慈善社区（村）' }, { value: 'square', title: '慈善广场（公园）' }] as const;

/** 评审与复查 of the shared title, and here also what became of the shortcomings. */
const checks = base.subRecords.map((sub): SubRecord => ({
  ...sub,
  fields: [...sub.fields, { key: 'rectification', title: '整改', kind: 'choice', required: true, options: [{ value: 'none', title: '不需要' }, { value: 'open', title: '整改中' }, { value: 'done', title: '整改合格' }] }],
  totals: [...(sub.totals ?? []),
    { key: 'sitePassed', title: '现场评审合格', unit: '次', as: 'count', where: { kind: 'site', passed: true } },
    { key: 'openGaps', title: '整改中', unit: '次', as: 'count', where: { rectification: 'open' } }],
}));

export const charityLandmark = defineRegister({
  id: 'charity-landmark', title: '慈善标志', unit: '个', series: 'MB',
  purpose: '慈善街道、慈善社区、慈善广场（公园）的创建：对着清单申报、现场评审、命名、复查、撤销。',
  name: 'name',
  key: ['name', 'kind'],
  alongside: { same: ['name', 'kind', 'division'], order: 'appliedOn' },
  holder: { kind: 'division' },
  fields: [
    { key: 'name', title: '名称', kind: 'text', required: true, listed: true, searched: true, columns: ['创建单位', '标志名称'] },
    { key: 'kind', title: '类别', kind: 'choice', required: true, listed: true, counted: true, options: kinds },
    { key: 'checklist', title: '创建标准', kind: 'link', to: 'policy-document', help: '对照哪份创建标准申报' },
    ...base.fields, ...whereItIs, papers, note,
  ],
  states: base.states,
  subRecords: [
    {
      id: 'checklist-item', title: '创建清单', unit: '项', day: '填报日期', key: ['item'],
      fields: [
        { key: 'item', title: '项目', kind: 'text', required: true },
        { key: 'met', title: '达到', kind: 'yes-no', required: true },
        { key: 'evidence', title: '证明材料', kind: 'text' },
      ],
      totals: [{ key: 'itemsMet', title: '达到', unit: '项', as: 'count', where: { met: true } }, { key: 'itemsUnmet', title: '未达到', unit: '项', as: 'count', where: { met: false } }],
    },
    ...checks,
  ],
  derived: [{ key: 'titleYear', title: '命名年度', kind: 'text', listed: true, value: ({ values }) => (typeof values['givenOn'] === 'string' ? `${values['givenOn'].slice(0, 4)}年` : undefined) }],
  checks: [
    { id: 'titled-once', title: '同一标志不重复申报', then: 'refuse', test: ({ alongside, state }) => ((state === 'applied' || state === 'given') && alongside.some((one) => one.state === 'applied' || one.state === 'given') ? '这一个已经在申报，或者已经命名。复评在原来那一条里办。' : undefined) },
    { id: 'term-over', title: '有效期已过', then: 'warn', test: ({ values, state, today }) => (state === 'given' && typeof values['validUntil'] === 'string' && values['validUntil'] < today ? `有效期到 ${values['validUntil']}，已经不算在内。复评合格的改有效期，不合格的转“到期”。` : undefined) },
    { id: 'site-first', title: '命名前现场评审合格', then: 'refuse', entering: ['given'], test: ({ totals }) => (Number(totals['sitePassed'] ?? 0) === 0 ? '还没有合格的现场评审，不能命名。' : undefined) },
    { id: 'checklist-met', title: '命名前清单全部达到', then: 'refuse', entering: ['given'], test: ({ totals }) => missing(totals) },
    { id: 'gaps-said', title: '不合格要写不足', then: 'refuse', test: ({ entry }) => (entry?.of === 'checks' && entry.values['passed'] === false && (entry.values['gaps'] === undefined || entry.values['rectification'] === 'none') ? '评审不合格，请写明不足，并把整改记为“整改中”或“整改合格”。' : undefined) },
    { id: 'gaps-open', title: '整改未完成', then: 'warn', test: ({ totals, state }) => (state === 'given' && Number(totals['openGaps'] ?? 0) > 0 ? '复查发现的不足还在整改；逾期不改的，撤销称号。' : undefined) },
    { id: 'term-in-order', title: '有效期在授予之后', then: 'refuse', test: ({ values }) => (typeof values['givenOn'] === 'string' && typeof values['validUntil'] === 'string' && values['validUntil'] <= values['givenOn'] ? '有效期至要在授予日期之后。' : undefined) },
  ],
  reminders: [
    ...(base.reminders ?? []),
    { id: 'review-due', title: '申报满一个月，安排现场评审', in: ['applied'], due: { standing: 30 } },
    { id: 'recheck', title: '满一年没有复查', in: ['given'], due: { entries: 'checks', every: 12 } },
  ],
  counts: [
    { id: 'standing', title: '慈善标志数', unit: '个', of: { what: 'stock', until: 'validUntil' }, definition: '已命名、没有撤销、在有效期内的；有效期至那天还算' },
    ...kinds.map(({ value, title }): Count => ({ id: `given-${value}`, title: `当期命名${title}`, unit: '个', of: { what: 'opened', where: { kind: value } } })),
    { id: 'given', title: '当期命名', unit: '个', of: { what: 'opened' } },
    { id: 'withdrawn', title: '当期撤销', unit: '个', of: { what: 'ended', states: ['withdrawn'] } },
    { id: 'rechecked', title: '当期复查', unit: '次', of: { what: 'entries', sub: 'checks', where: { kind: 'again' } } },
  ],
  targets: [{ id: 'landmarks', title: '计划命名', count: 'given' }],
  covers: ['S139'],
});

function missing(totals: Readonly<Record<string, number | string | null>>): string | undefined {
  const unmet = Number(totals['itemsUnmet'] ?? 0);
  if (Number(totals['itemsMet'] ?? 0) + unmet === 0) return '创建清单还没有填，不能命名。';
  return unmet > 0 ? `创建清单还有 ${unmet} 项没有达到，不能命名。` : undefined;
}
