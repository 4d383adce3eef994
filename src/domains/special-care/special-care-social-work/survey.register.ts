import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';

/** 年度抽样调查: who was drawn (by the platform, from a seed that is written down) and answered, knew his rights, was content; a score at or under the line opens a follow-up, and the survey does not close over it. */
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
    { key: 'population', title: '调查总体', kind: 'integer', unit: '人', min: 1, help: '抽样那天服务台账里在册的优抚对象；抽样时由平台写' },
    { key: 'sampleSize', title: '样本量', kind: 'integer', unit: '人', required: true, min: 1, max: 1000, listed: true },
    { key: 'sampling', title: '抽样办法', kind: 'text' },
    { key: 'seed', title: '抽样种子', kind: 'text', maxLength: 64, help: '抽样时由平台写；照种子重抽，名单相同' },
    { key: 'drawnOn', title: '抽样日期', kind: 'date', help: '抽样时由平台写' },
    { key: 'scale', title: '满分', kind: 'integer', unit: '分', required: true, min: 1, max: 100 },
    { key: 'contentFrom', title: '满意线', kind: 'integer', unit: '分', required: true, min: 0, max: 100, help: '这个分数及以上算满意' },
    { key: 'lowUpTo', title: '回访线', kind: 'integer', unit: '分', required: true, min: 0, max: 100, help: '这个分数及以下要回访' },
    { key: 'followWithin', title: '几天内回访', kind: 'integer', unit: '天', required: true, min: 1, max: 365, help: '从访问那天起；本单位定' },
    { key: 'fieldFrom', title: '开始日期', kind: 'date', required: true },
    { key: 'fieldTo', title: '结束日期', kind: 'date' },
    { key: 'findings', title: '主要问题', kind: 'long-text' },
    papers, note,
  ],
  states: {
    planned: { title: '拟方案', before: true },
    asking: { title: '调查中', from: ['planned'], needs: ['population', 'seed', 'drawnOn'] },
    closed: { title: '已完成', from: ['asking'], needs: ['fieldTo', 'findings'] },
    dropped: { title: '取消', from: ['planned', 'asking'], ends: true },
  },
  subRecords: [{
    id: 'answers', title: '样本与答卷', unit: '人', day: '抽取（访问）日期', person: { title: '受访优抚对象' }, key: ['person'],
    fields: [
      { key: 'lot', title: '抽签数', kind: 'integer', min: 0, max: 999_999, help: '百万分之几；由种子算出，小的抽中' },
      { key: 'reply', title: '应答', kind: 'choice', required: true, options: [{ value: 'waiting', title: '待访问' }, { value: 'answered', title: '已答' }, { value: 'refused', title: '不愿答' }, { value: 'absent', title: '访问不到' }] },
      { key: 'aware', title: '知晓政策', kind: 'yes-no' },
      { key: 'score', title: '满意度', kind: 'integer', unit: '分', min: 0, max: 100 },
      { key: 'content', title: '满意', kind: 'yes-no', help: '满意度在满意线及以上' },
      { key: 'complaint', title: '意见', kind: 'long-text', sensitive: true },
      { key: 'followUp', title: '回访', kind: 'choice', required: true, options: [{ value: 'none', title: '不需要' }, { value: 'open', title: '待回访' }, { value: 'done', title: '已回访' }] },
      { key: 'followWorker', title: '回访社工', kind: 'person-name' },
      { key: 'followDue', title: '回访期限', kind: 'date' },
      { key: 'followedOn', title: '回访日期', kind: 'date' },
      { key: 'followResult', title: '回访结果', kind: 'long-text', sensitive: true },
      { key: 'plan', title: '转服务计划', kind: 'link', to: 'special-care-plan' },
    ],
    totals: [
      { key: 'sampled', title: '样本', unit: '人', as: 'count' }, { key: 'unasked', title: '待访问', unit: '人', as: 'count', where: { reply: 'waiting' } }, { key: 'answers', title: '答卷', unit: '份', as: 'count', where: { reply: 'answered' } },
      { key: 'awareCount', title: '知晓', unit: '人', as: 'count', where: { reply: 'answered', aware: true } }, { key: 'contentCount', title: '满意', unit: '人', as: 'count', where: { reply: 'answered', content: true } },
      { key: 'followUpsOpen', title: '待回访', unit: '人', as: 'count', where: { followUp: 'open' } }, { key: 'followUpsDone', title: '已回访', unit: '人', as: 'count', where: { followUp: 'done' } }],
  }],
  derived: [
    { key: 'awareness', title: '知晓率', kind: 'number', unit: '%', value: ({ totals }) => rate(totals['awareCount'], totals['answers']) },
    { key: 'satisfaction', title: '满意率', kind: 'number', unit: '%', value: ({ totals }) => rate(totals['contentCount'], totals['answers']) },
    { key: 'response', title: '应答率', kind: 'number', unit: '%', value: ({ totals }) => rate(totals['answers'], totals['sampled']) },
  ],
  checks: [
    { id: 'sample-in-population', title: '样本不多于总体', then: 'refuse', test: { left: 'sampleSize', is: '<=', right: 'population', sentence: '样本量不能多于调查总体。' } },
    { id: 'lines-in-order', title: '回访线低于满意线、满意线不高于满分', then: 'refuse', test: ({ values }) => (Number(values['lowUpTo']) >= Number(values['contentFrom']) || Number(values['contentFrom']) > Number(values['scale']) ? '回访线要低于满意线，满意线不高于满分。' : undefined) },
    { id: 'drawn-by-platform', title: '样本由平台抽', then: 'refuse', test: ({ entry, state }) => (entry?.of === 'answers' && state === 'planned' ? '还没有抽样。请到“优抚调查”页抽样，名单由平台抽出。' : undefined) },
    { id: 'draw-stands', title: '抽样和分数线定了不改', then: 'refuse', test: drawChanged },
    { id: 'sample-stands', title: '样本抽出后不增不减', then: 'refuse', test: sampleChanged },
    { id: 'answer-judged', title: '满意与回访照分数', then: 'refuse', test: misjudged },
    { id: 'followed-up', title: '回访完才结束', then: 'refuse', entering: ['closed'], test: ({ totals }) => (Number(totals['followUpsOpen'] ?? 0) > 0 ? `还有 ${Number(totals['followUpsOpen'])} 位打低分的没有回访，不能结束。` : undefined) },
    { id: 'all-asked', title: '样本都访问过才结束', then: 'refuse', entering: ['closed'], test: ({ totals }) => (Number(totals['unasked'] ?? 0) > 0 ? `样本里还有 ${Number(totals['unasked'])} 位没有访问；不愿答、访问不到的也记下，再结束。` : undefined) },
    { id: 'anybody-answered', title: '有答卷才结束', then: 'refuse', entering: ['closed'], test: ({ totals }) => (Number(totals['answers'] ?? 0) === 0 ? '还没有答卷，不能结束。' : undefined) },
    { id: 'low-scores', title: '有低分待回访', then: 'warn', test: { left: 'followUpsOpen', is: '<=', right: 0, sentence: '有打低分的优抚对象等着回访。' } },
  ],
  reminders: [
    { id: 'draw', title: '调查快开始，先抽样', in: ['planned'], due: { field: 'fieldFrom', before: 7 } },
    { id: 'follow-up', title: '打低分的快到回访期限', in: ['asking'], due: { entries: 'answers', field: 'followDue', before: 3, where: { followUp: 'open' } } },
    { id: 'asking-long', title: '调查满两个月没有结束', in: ['asking'], due: { standing: 60 } },
  ],
  counts: [
    { id: 'surveys', title: '开展满意度调查', unit: '次', of: { what: 'opened' } },
    { id: 'sample', title: '样本', unit: '人', definition: '当期抽取、访问的样本', of: { what: 'entries', sub: 'answers' } },
    { id: 'answers', title: '答卷', unit: '份', of: { what: 'entries', sub: 'answers', where: { reply: 'answered' } } },
    { id: 'awareness', title: '政策知晓率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '当期答卷中知晓政策的份数 ÷ 当期答卷份数', of: { what: 'entries', sub: 'answers', where: { reply: 'answered', aware: true } }, over: { what: 'entries', sub: 'answers', where: { reply: 'answered' } } },
    { id: 'satisfaction', title: '服务满意率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '当期答卷中满意度在满意线及以上的份数 ÷ 当期答卷份数', of: { what: 'entries', sub: 'answers', where: { reply: 'answered', content: true } }, over: { what: 'entries', sub: 'answers', where: { reply: 'answered' } } },
    { id: 'followed-up', title: '低分回访率', unit: '%', percent: true, rounding: { decimals: 1 }, definition: '当期打低分的答卷中已回访的 ÷ 全部打低分的', of: { what: 'entries', sub: 'answers', where: { followUp: 'done' } }, over: { what: 'entries', sub: 'answers', where: { followUp: ['open', 'done'] } } },
  ],
  targets: [{ id: 'sample', title: '计划答卷', count: 'answers' }],
  covers: ['S174'],
});

function rate(part: unknown, whole: unknown): number | undefined {
  return typeof part === 'number' && typeof whole === 'number' && whole > 0 ? Math.round((part / whole) * 1000) / 10 : undefined;
}

/** A sample that was drawn by a seed has exactly as many as it was drawn for; one drawn on paper at most as many as it says. */
function sampleChanged({ values, totals, state }: RecordSeen): string | undefined {
  const [sampled, size] = [Number(totals['sampled'] ?? 0), Number(values['sampleSize'])];
  if (state !== 'asking' && state !== 'closed') return undefined;
  if (values['seed'] === undefined) return sampled > size ? '名单会多于样本量。' : undefined;
  return sampled === size ? undefined : `样本是平台照种子抽出的 ${size} 人，现在名单上会是 ${sampled} 人：不能另加，也不能撤下；访问不到的记“访问不到”。`;
}

const DRAWN = ['seed', 'drawnOn', 'population', 'sampleSize', 'scale', 'contentFrom', 'lowUpTo'] as const;

/** Once drawn, what it was drawn by and is judged by stays. */
function drawChanged({ values, before }: RecordSeen): string | undefined {
  if (before?.['seed'] === undefined) return undefined;
  return DRAWN.some((key) => before[key] !== values[key]) ? '样本已经抽出：种子、日期、总体、样本量和分数线不能再变更。写错的用更正。' : undefined;
}

/** The lines are the survey's own: the same score may be content in one year's scale and not in another's. */
function misjudged({ values, entry }: RecordSeen): string | undefined {
  if (entry?.of !== 'answers') return undefined;
  const { reply, score, aware, content, followUp } = entry.values;
  if (reply !== 'answered') return aware === undefined && score === undefined && content === undefined && followUp === 'none' ? undefined : '没有答的，知晓、满意度不填，回访选“不需要”。';
  if (aware === undefined || score === undefined || content === undefined) return '答了的，请写知晓政策、满意度和满意。';
  const [scale, contentFrom] = [Number(values['scale']), Number(values['contentFrom'])];
  if (Number(score) > scale) return `满意度不能超过满分 ${scale} 分。`;
  if ((Number(score) >= contentFrom) !== content) return `满意线是 ${contentFrom} 分，请核对“满意”一栏。`;
  return notFollowed(entry.values, Number(values['lowUpTo']));
}

function notFollowed({ score, followUp, followWorker, followDue, followedOn }: RecordSeen['values'], lowUpTo: number): string | undefined {
  if (Number(score) > lowUpTo) return followUp === 'none' ? undefined : `分数高于回访线（${lowUpTo}分），回访一栏选“不需要”。`;
  if (followUp === 'none' || followWorker === undefined || followDue === undefined) return `分数在回访线（${lowUpTo}分）及以下，请安排回访，写回访社工和期限。`;
  return followUp === 'done' && followedOn === undefined ? '已回访的请写回访日期。' : undefined;
}
