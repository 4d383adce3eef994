import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, papers } from '../../../kernel/records/shapes/terms.ts';
import { problemClasses, problemClassOf, questionnaire } from './problem-class.ts';

export const difficultVillage = defineRegister({
  id: 'difficult-village', title: '难点村（社区）排查整治', unit: '个', series: 'JN',
  purpose: '换届前逐村排查：哪些是难点村、属于哪一类、谁包村、什么时候整治好；复核通过才解除，没有解除的不进入投票。',
  holder: { kind: 'division' },
  name: 'problem',
  key: ['division', 'round'],
  fields: [
    { key: 'problem', title: '排查结果', kind: 'text', required: true, listed: true, searched: true, maxLength: 100, help: '一句话，如：账目长期不公开', columns: ['主要问题', '突出问题'] },
    { key: 'round', title: '换届年份', kind: 'year', required: true, listed: true, indexed: true, columns: ['换届轮次', '年份'] },
    { key: 'screenedOn', title: '排查日期', kind: 'date', required: true, columns: ['摸排日期'] },
    ...questionnaire,
    { key: 'problemClass', title: '问题类别', kind: 'choice', listed: true, counted: true, options: Object.entries(problemClasses).map(([value, title]) => ({ value, title })), columns: ['类别', '难点类型'] },
    { key: 'leader', title: '包村领导', kind: 'person-name', listed: true, columns: ['责任领导', '挂点领导'] },
    { key: 'leaderPost', title: '包村领导职务', kind: 'text', maxLength: 60 },
    { key: 'measures', title: '整治措施', kind: 'long-text' },
    { key: 'deadline', title: '整治期限', kind: 'date', listed: true, indexed: true, columns: ['完成时限', '整治完成日期'] },
    papers, note,
  ],
  states: {
    screened: { title: '已排查', before: true },
    cleared: { title: '不是难点村', from: ['screened'], ends: true },
    listed: { title: '列为难点村，整治中', from: ['screened', 'reviewing'], needs: ['problemClass', 'leader', 'measures', 'deadline'] },
    reviewing: { title: '报请复核', from: ['listed'] },
    released: { title: '复核通过，解除', from: ['reviewing'], ends: true },
  },
  subRecords: [
    {
      id: 'measures-taken', title: '整治进展', unit: '次', day: '日期',
      fields: [
        { key: 'done', title: '做了什么', kind: 'long-text', required: true },
        { key: 'who', title: '谁做的', kind: 'text', maxLength: 60 },
        { key: 'settled', title: '化解纠纷', kind: 'integer', unit: '宗', min: 0 },
      ],
      totals: [{ key: 'steps', title: '整治进展', unit: '次', as: 'count' }, { key: 'disputesSettled', title: '化解纠纷', unit: '宗', as: 'sum', of: 'settled' }],
    },
    {
      id: 'reviews', title: '复核', unit: '次', day: '复核日期', key: ['day'],
      fields: [
        { key: 'result', title: '复核结论', kind: 'choice', required: true, options: [{ value: 'passed', title: '通过' }, { value: 'failed', title: '未通过' }] },
        { key: 'reviewer', title: '复核人', kind: 'person-name', required: true },
        { key: 'opinion', title: '复核意见', kind: 'long-text' },
      ],
      totals: [{ key: 'lastReview', title: '最近复核结论', as: 'last', of: 'result' }, { key: 'reviewsHeld', title: '复核次数', unit: '次', as: 'count' }],
    },
  ],
  derived: [{ key: 'classByAnswers', title: '按问卷的类别', kind: 'text', listed: true, value: ({ values }) => { const found = problemClassOf(values); return found === undefined ? '没有问题' : problemClasses[found]; } }],
  alongside: { same: ['division', 'round'], order: 'screenedOn' },
  checks: [
    { id: 'class-by-answers', title: '问题类别与排查问卷一致', then: 'refuse', test: ({ values, state }) => (['listed', 'reviewing'].includes(state) ? listedAgainstAnswers(problemClassOf(values), values['problemClass']) : undefined) },
    { id: 'once-a-round', title: '一村一轮排查一次', then: 'refuse', test: ({ state, alongside }) => (OPEN.has(state) && alongside.some((one) => OPEN.has(one.state)) ? '这个村（社区）这一轮已经在排查、整治了。请在那一条里办。' : undefined) },
    { id: 'deadline-after-screening', title: '整治期限在排查之后', then: 'refuse', test: { left: 'deadline', is: '>', right: 'screenedOn', sentence: '整治期限要在排查日期之后。' } },
    { id: 'released-after-review', title: '复核通过才能解除', then: 'refuse', entering: ['released'], test: ({ totals }) => (totals['lastReview'] === 'passed' ? undefined : '还没有通过的复核，不能解除。请先登记复核，结论是“通过”才解除。') },
    { id: 'review-when-asked', title: '报请以后才复核', then: 'refuse', test: reviewed },
    { id: 'passed-is-released', title: '复核通过的不再整治', then: 'refuse', entering: ['listed'], test: ({ totals }) => (totals['lastReview'] === 'passed' ? '最近一次复核已经通过，请解除，不要再退回整治。' : undefined) },
    { id: 'cleared-without-problem', title: '问卷没有问题才能不列', then: 'refuse', entering: ['cleared'], test: ({ values }) => (problemClassOf(values) === undefined ? undefined : '问卷里有答“是”的，不能定为不是难点村。请列为难点村，或先更正问卷。') },
    { id: 'deadline-passed', title: '整治期限已过', then: 'warn', test: ({ values, state, today }) => (state === 'listed' && typeof values['deadline'] === 'string' && values['deadline'] < today ? `整治期限是 ${values['deadline']}，已经过了，还没有报请复核。` : undefined) },
  ],
  reminders: [
    { id: 'deadline', title: '整治期限快到了', in: ['listed'], due: { field: 'deadline', before: 30 } },
    { id: 'no-progress', title: '一个月没有整治进展', in: ['listed'], due: { entries: 'measures-taken', every: 1 } },
    { id: 'review-waits', title: '报请复核半个月了', in: ['reviewing'], due: { standing: 15 } },
  ],
  counts: [
    { id: 'standing', title: '未解除的难点村', unit: '个', of: { what: 'stock' } },
    { id: 'listed', title: '当期列为难点村', unit: '个', of: { what: 'opened' } },
    { id: 'screened-share', title: '排查覆盖率', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'entered', states: ['cleared', 'listed'], distinct: 'village' }, over: { what: 'stock', divisions: 'village' }, definition: '当期排查有结论（不是难点村、列为难点村）的村（居）委会数 ÷ 全部村（居）委会数' },
    { id: 'released', title: '当期解除', unit: '个', of: { what: 'ended', states: ['released'] } },
    { id: 'village-share', title: '未解除的难点村占全部村（社区）', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'stock', distinct: 'village' }, over: { what: 'stock', divisions: 'village' }, definition: '未解除的难点村数 ÷ 全部村（居）委会数' },
  ],
  events: [
    { id: 'village-listed', title: '列为难点村：换届选举不能进入投票', entering: ['listed'], to: 'S072' },
    { id: 'village-released', title: '解除难点村：换届选举可以往下走', entering: ['released'], to: 'S072' },
  ],
  covers: ['S073'],
});

/** States in which somebody is still at it. */
const OPEN: ReadonlySet<string> = new Set(['screened', 'listed', 'reviewing']);

/** A review is written after it was asked for; one that is put right after the release still has to say 通过. */
function reviewed({ entry, state, totals }: Pick<RecordSeen, 'entry' | 'state' | 'totals'>): string | undefined {
  if (state === 'released' && totals['lastReview'] !== undefined && totals['lastReview'] !== 'passed') return '已经凭通过的复核解除了，这次复核不能撤回，也不能改成未通过。重新出现问题的，另做一次排查。';
  if (entry?.of !== 'reviews' || state === 'released') return undefined;
  return state === 'reviewing' ? undefined : '还没有报请复核。整治完成后转为“报请复核”，再登记复核结论。';
}

function listedAgainstAnswers(answered: keyof typeof problemClasses | undefined, written: unknown): string | undefined {
  if (answered === undefined) return '问卷里没有一项答“是”，不能列为难点村。请更正问卷，或定为不是难点村。';
  return answered === written ? undefined : `按问卷，问题类别是“${problemClasses[answered]}”。请改类别，或更正问卷。`;
}
