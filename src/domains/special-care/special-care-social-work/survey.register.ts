import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';

/** 年度抽样调查: who was drawn and answered, knew his rights, was content; a score at or under the line opens a follow-up, and the survey does not close over it. */
export const specialCareSurvey = defineRegister({
  id: 'special-care-survey', title: '优抚对象满意度调查', unit: '次', series: 'ND',
  purpose: '每年抽多少优抚对象来问：政策知道不知道、服务满意不满意；打分低的谁去回访、回访了没有。',
  name: 'name',
  key: ['surveyYear'],
  keepers: ['special-care-clerk'],
  fields: [
    { key: 'name', title: '调查名称', kind: 'text', required: true, listed: true, searched: true },
    { key: 'surveyYear', title: '年度', kind: 'year', required: true, listed: true, indexed: true },
    organisation('调查单位', false),
    { key: 'population', title: '调查总体', kind: 'integer', unit: '人', required: true, min: 1, help: '抽样时在册的优抚对象' },
    { key: 'sampleSize', title: '样本量', kind: 'integer', unit: '人', required: true, min: 1, listed: true },
    { key: 'sampling', title: '抽样办法', kind: 'text', required: true },
    { key: 'scale', title: '满分', kind: 'integer', unit: '分', required: true, min: 1, max: 100 },
    { key: 'contentFrom', title: '满意线', kind: 'integer', unit: '分', required: true, min: 0, max: 100, help: '这个分数及以上算满意' },
    { key: 'lowUpTo', title: '回访线', kind: 'integer', unit: '分', required: true, min: 0, max: 100, help: '这个分数及以下要回访' },
    { key: 'fieldFrom', title: '开始日期', kind: 'date', required: true },
    { key: 'fieldTo', title: '结束日期', kind: 'date' },
    { key: 'findings', title: '主要问题', kind: 'long-text' },
    papers, note,
  ],
  states: {
    planned: { title: '拟方案', before: true },
    asking: { title: '调查中', from: ['planned'] },
    closed: { title: '已完成', from: ['asking'], needs: ['fieldTo', 'findings'] },
    dropped: { title: '取消', from: ['planned', 'asking'], ends: true },
  },
  subRecords: [{
    id: 'answers', title: '答卷', unit: '份', day: '访问日期', person: { title: '受访优抚对象' }, key: ['person'],
    fields: [
      { key: 'aware', title: '知晓政策', kind: 'yes-no', required: true },
      { key: 'score', title: '满意度', kind: 'integer', unit: '分', required: true, min: 0, max: 100 },
      { key: 'content', title: '满意', kind: 'yes-no', required: true, help: '满意度在满意线及以上' },
      { key: 'complaint', title: '意见', kind: 'long-text', sensitive: true },
      { key: 'followUp', title: '回访', kind: 'choice', required: true, options: [{ value: 'none', title: '不需要' }, { value: 'open', title: '待回访' }, { value: 'done', title: '已回访' }] },
      { key: 'followWorker', title: '回访社工', kind: 'person-name' },
      { key: 'followedOn', title: '回访日期', kind: 'date' },
      { key: 'plan', title: '转服务计划', kind: 'link', to: 'special-care-plan' },
    ],
    totals: [
      { key: 'answers', title: '答卷', unit: '份', as: 'count' }, { key: 'awareCount', title: '知晓', unit: '人', as: 'count', where: { aware: true } }, { key: 'contentCount', title: '满意', unit: '人', as: 'count', where: { content: true } },
      { key: 'followUpsOpen', title: '待回访', unit: '人', as: 'count', where: { followUp: 'open' } }, { key: 'followUpsDone', title: '已回访', unit: '人', as: 'count', where: { followUp: 'done' } }],
  }],
  derived: [
    { key: 'awareness', title: '知晓率', kind: 'number', unit: '%', value: ({ totals }) => rate(totals['awareCount'], totals['answers']) },
    { key: 'satisfaction', title: '满意率', kind: 'number', unit: '%', value: ({ totals }) => rate(totals['contentCount'], totals['answers']) },
    { key: 'response', title: '应答率', kind: 'number', unit: '%', value: ({ values, totals }) => rate(totals['answers'], values['sampleSize']) },
  ],
  checks: [
    { id: 'sample-in-population', title: '样本不多于总体', then: 'refuse', test: { left: 'sampleSize', is: '<=', right: 'population', sentence: '样本量不能多于调查总体。' } },
    { id: 'lines-in-order', title: '回访线低于满意线、满意线不高于满分', then: 'refuse', test: ({ values }) => (Number(values['lowUpTo']) >= Number(values['contentFrom']) || Number(values['contentFrom']) > Number(values['scale']) ? '回访线要低于满意线，满意线不高于满分。' : undefined) },
    { id: 'answers-in-sample', title: '答卷不多于样本', then: 'refuse', test: { left: 'answers', is: '<=', right: 'sampleSize', sentence: '答卷会多于样本量。' } },
    { id: 'answer-judged', title: '满意与回访照分数', then: 'refuse', test: misjudged },
    { id: 'followed-up', title: '回访完才结束', then: 'refuse', entering: ['closed'], test: ({ totals }) => (Number(totals['followUpsOpen'] ?? 0) > 0 ? `还有 ${Number(totals['followUpsOpen'])} 位打低分的没有回访，不能结束。` : undefined) },
    { id: 'anybody-answered', title: '有答卷才结束', then: 'refuse', entering: ['closed'], test: ({ totals }) => (Number(totals['answers'] ?? 0) === 0 ? '还没有答卷，不能结束。' : undefined) },
    { id: 'low-scores', title: '有低分待回访', then: 'warn', test: { left: 'followUpsOpen', is: '<=', right: 0, sentence: '有打低分的优抚对象等着回访。' } },
  ],
  reminders: [{ id: 'asking-long', title: '调查满两个月没有结束', in: ['asking'], due: { standing: 60 } }],
  counts: [
    { id: 'surveys', title: '开展满意度调查', unit: '次', of: { what: 'opened' } },
    { id: 'sample', title: '答卷', unit: '份', of: { what: 'entries', sub: 'answers' } },
    { id: 'awareness', title: '政策知晓率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '当期答卷中知晓政策的份数 ÷ 当期答卷份数', of: { what: 'entries', sub: 'answers', where: { aware: true } }, over: { what: 'entries', sub: 'answers' } },
    { id: 'satisfaction', title: '服务满意率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '当期答卷中满意度在满意线及以上的份数 ÷ 当期答卷份数', of: { what: 'entries', sub: 'answers', where: { content: true } }, over: { what: 'entries', sub: 'answers' } },
    { id: 'followed-up', title: '低分回访率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '当期打低分的答卷中已回访的 ÷ 全部打低分的', of: { what: 'entries', sub: 'answers', where: { followUp: 'done' } }, over: { what: 'entries', sub: 'answers', where: { followUp: ['open', 'done'] } } },
  ],
  targets: [{ id: 'sample', title: '计划样本', count: 'sample' }],
  covers: ['S174'],
});

function rate(part: unknown, whole: unknown): number | undefined {
  return typeof part === 'number' && typeof whole === 'number' && whole > 0 ? Math.round((part / whole) * 1000) / 10 : undefined;
}

/** The lines are the survey's own: the same score may be content in one year's scale and not in another's. */
function misjudged({ values, entry }: RecordSeen): string | undefined {
  if (entry?.of !== 'answers') return undefined;
  const { score, content, followUp, followWorker, followedOn } = entry.values;
  const [scale, contentFrom, lowUpTo] = [Number(values['scale']), Number(values['contentFrom']), Number(values['lowUpTo'])];
  if (Number(score) > scale) return `满意度不能超过满分 ${scale} 分。`;
  if ((Number(score) >= contentFrom) !== content) return `满意线是 ${contentFrom} 分，请核对“满意”一栏。`;
  if (Number(score) <= lowUpTo && (followUp === 'none' || followWorker === undefined)) return `分数在回访线（${lowUpTo}分）及以下，请安排回访并写回访社工。`;
  if (Number(score) > lowUpTo && followUp !== 'none') return `分数高于回访线（${lowUpTo}分），回访一栏选“不需要”。`;
  return followUp === 'done' && followedOn === undefined ? '已回访的请写回访日期。' : undefined;
}
