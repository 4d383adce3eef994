import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, paper, papers } from '../../../kernel/records/shapes/terms.ts';

/** 发展规划: the plan itself. */
export const organisationPlan = defineRegister({
  id: 'organisation-plan', title: '社会组织发展规划', unit: '个', series: 'GH',
  purpose: '社会组织、行业协会商会的五年规划：什么时候颁布、管哪几年。',
  name: 'title',
  key: ['topic', 'startYear'],
  fields: [
    { key: 'title', title: '规划名称', kind: 'text', required: true, listed: true, searched: true, maxLength: 100 },
    { key: 'topic', title: '对象', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'organisations', title: '社会组织（民间组织）' }, { value: 'industry-associations', title: '行业协会商会' }] },
    { key: 'startYear', title: '起始年', kind: 'year', required: true, listed: true },
    { key: 'endYear', title: '截止年', kind: 'year', required: true, listed: true },
    { key: 'document', title: '政策文件', kind: 'link', to: 'policy-document' },
    ...paper, papers, note,
  ],
  states: {
    drafting: { title: '编制', before: true },
    issued: { title: '已颁布', from: ['drafting'], needs: ['issuedBy', 'issuedOn'] },
    ended: { title: '到期', from: ['issued'], ends: true },
  },
  alongside: { same: ['topic'], order: 'startYear' },
  checks: [
    { id: 'years-in-order', title: '截止年不早于起始年', then: 'refuse', test: { left: 'endYear', is: '>=', right: 'startYear', sentence: '截止年不能早于起始年。' } },
    { id: 'one-at-a-time', title: '同一对象的规划年份不重叠', then: 'warn', test: overlapping },
    { id: 'years-over', title: '规划年份已过', then: 'warn', test: ({ values, state, today }) => (state === 'issued' && typeof values['endYear'] === 'number' && `${values['endYear']}-12-31` < today ? `规划到 ${values['endYear']} 年为止，请总结后转为“到期”，并编制下一期。` : undefined) },
  ],
  counts: [
    { id: 'issued', title: '颁布社会组织规划数', unit: '个', of: { what: 'opened' }, definition: '当期颁布的规划', figures: ['sz2007-067'] },
    { id: 'in-force', title: '施行中的规划', unit: '个', of: { what: 'stock' } },
  ],
  covers: ['S113'],
});

/** 规划目标: one figure a plan promises, with what was reached each year. */
export const planTarget = defineRegister({
  id: 'plan-target', title: '规划目标', unit: '项', series: 'GHM',
  purpose: '规划里的每个目标：基数、目标数、每年做到多少、离目标还差多少。',
  name: 'target',
  key: ['plan', 'target'],
  fields: [
    { key: 'target', title: '目标', kind: 'text', required: true, listed: true, searched: true, maxLength: 100 },
    { key: 'plan', title: '规划', kind: 'link', to: 'organisation-plan', required: true, listed: true, counted: true },
    { key: 'measureUnit', title: '计量单位', kind: 'text', required: true, maxLength: 10 },
    { key: 'direction', title: '方向', kind: 'choice', required: true, options: [{ value: 'up', title: '不少于' }, { value: 'down', title: '不多于' }] },
    { key: 'baseline', title: '基数', kind: 'number', decimals: 2, listed: true },
    { key: 'planned', title: '目标数', kind: 'number', decimals: 2, required: true, listed: true },
    { key: 'dueOn', title: '到期日期', kind: 'date', required: true, indexed: true },
    { key: 'owner', title: '责任单位', kind: 'text', maxLength: 60 },
    note,
  ],
  states: { set: { title: '进行中' }, met: { title: '完成', from: ['set'], ends: true }, missed: { title: '到期未完成', from: ['set'], ends: true } },
  subRecords: [{
    id: 'progress', title: '年度进展', unit: '次', day: '截至日期', key: ['day'], inRules: true,
    fields: [{ key: 'yearPlan', title: '当年计划', kind: 'number', decimals: 2 }, { key: 'actual', title: '实际数', kind: 'number', decimals: 2, required: true }, { key: 'remark', title: '说明', kind: 'long-text' }],
    totals: [{ key: 'actualNow', title: '最近实际数', as: 'last', of: 'actual' }, { key: 'yearPlanNow', title: '最近当年计划', as: 'last', of: 'yearPlan' }, { key: 'reportedOn', title: '进展截至', as: 'last', of: 'day' }],
  }],
  derived: [{ key: 'reached', title: '完成程度', kind: 'number', unit: '%', listed: true, value: reached }],
  checks: [
    { id: 'behind-year', title: '做到当年计划', then: 'warn', test: behindYear },
    { id: 'missed-after-due', title: '到期才能定为未完成', then: 'refuse', entering: ['missed'], test: (seen) => (typeof seen.values['dueOn'] === 'string' && seen.values['dueOn'] > seen.today ? `目标 ${seen.values['dueOn']} 才到期，还不能定为未完成。` : isMet(seen) ? '最近的实际数已经到了目标数，请转为“完成”。' : undefined) },
    { id: 'met-by-figures', title: '实际数到了目标才算完成', then: 'refuse', entering: ['met'], test: (seen) => (isMet(seen) ? undefined : '最近的实际数还没有到目标数，不能定为完成。') },
  ],
  reminders: [{ id: 'year', title: '规划目标一年没有报进展', in: ['set'], due: { entries: 'progress', every: 12 } }, { id: 'due', title: '规划目标快到期', in: ['set'], due: { field: 'dueOn', before: 90 } }],
  counts: [{ id: 'running', title: '进行中的规划目标', unit: '项', of: { what: 'stock' } }, { id: 'met', title: '当期完成的规划目标', unit: '项', of: { what: 'ended', states: ['met'] } }, { id: 'reported', title: '当期报了进展的规划目标', unit: '次', of: { what: 'entries', sub: 'progress' } }],
  covers: ['S113'],
});

/** How far from the base to the target, in percent; undefined without both, or where they are the same. */
export function reached({ values, totals }: Pick<RecordSeen, 'values' | 'totals'>): number | undefined {
  const [from, to, now] = [values['baseline'], values['planned'], totals['actualNow']].map((one) => (one === undefined || one === null ? Number.NaN : Number(one)));
  if (from === undefined || to === undefined || now === undefined || Number.isNaN(from + to + now) || from === to) return undefined;
  return Math.round(((now - from) / (to - from)) * 1000) / 10;
}

export function isMet({ values, totals }: Pick<RecordSeen, 'values' | 'totals'>): boolean {
  const now = totals['actualNow'];
  if (now === undefined || now === null) return false;
  return values['direction'] === 'down' ? Number(now) <= Number(values['planned']) : Number(now) >= Number(values['planned']);
}

/** Two plans for the same whose years meet. */
export function overlapping({ values: { startYear, endYear }, state, alongside }: Pick<RecordSeen, 'values' | 'state' | 'alongside'>): string | undefined {
  if (state === 'ended' || typeof startYear !== 'number' || typeof endYear !== 'number') return undefined;
  const other = alongside.find(({ values }) => Number(values['startYear']) <= endYear && Number(values['endYear']) >= startYear);
  return other === undefined ? undefined : `同一对象已有 ${String(other.values['startYear'])}—${String(other.values['endYear'])} 年的规划，年份重叠。请核对。`;
}

/** 年度进展 against what that year was to reach: of the last year reported. */
export function behindYear({ values, entries }: Pick<RecordSeen, 'values' | 'entries'>): string | undefined {
  const last = entries?.['progress']?.at(-1);
  if (last === undefined || last['yearPlan'] === undefined) return undefined;
  const [plan, actual] = [Number(last['yearPlan']), Number(last['actual'])];
  if (values['direction'] === 'down' ? actual <= plan : actual >= plan) return undefined;
  return `到 ${String(last['day'])} 计划 ${plan} ${String(values['measureUnit'] ?? '')}，实际 ${actual}，差 ${Math.round(Math.abs(plan - actual) * 100) / 100}。`;
}
