import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, papers } from '../../../kernel/records/shapes/terms.ts';
import { halvesOf, ownPoints, placeAsScored, placeOf, rateOf, stillOpen } from './standing.ts';

/** 考评项目: what the yearly table of party work asks for, and for how many points. */
export const appraisalItem = defineRegister({
  id: 'appraisal-item', title: '党建考评项目', unit: '项', series: 'XM',
  purpose: '党建工作责任项目考评表：每一年考哪些项目、每项多少分、要什么佐证。',
  name: 'item',
  key: ['year', 'item'],
  fields: [
    { key: 'year', title: '年度', kind: 'year', required: true, listed: true },
    { key: 'category', title: '类别', kind: 'choice', required: true, listed: true, counted: true, options: [
      { value: 'ideology', title: '思想政治建设' }, { value: 'organisation', title: '组织建设' }, { value: 'life', title: '组织生活' }, { value: 'conduct', title: '作风建设' }, { value: 'integrity', title: '党风廉政' }, { value: 'service', title: '服务群众' }] },
    { key: 'item', title: '考评项目', kind: 'text', required: true, listed: true, searched: true, maxLength: 200, columns: ['项目', '考核内容'] },
    { key: 'standard', title: '评分标准', kind: 'long-text', columns: ['考核标准'] },
    { key: 'weight', title: '分值', kind: 'number', unit: '分', decimals: 1, required: true, listed: true, min: 0, columns: ['权重', '标准分'] },
    { key: 'evidence', title: '佐证要求', kind: 'text', columns: ['佐证材料'] },
    note,
  ],
  states: { valid: { title: '使用' }, withdrawn: { title: '停用', ends: true } },
  counts: [{ id: 'items', title: '考评项目数', unit: '项', of: { what: 'stock' } }, { id: 'points', title: '考评总分值', unit: '分', of: { what: 'stock', sum: 'weight' } }],
  covers: ['S222'],
});

/** A score is never above the points of its item. */
export const scoreWithinWeight = ({ entry }: Pick<RecordSeen, 'entry'>): string | undefined => {
  if (entry?.of !== 'scores') return undefined;
  const over = [['selfScore', '自评分'], ['score', '考评分']].find(([key]) => entry.values[key ?? ''] !== undefined && Number(entry.values[key ?? '']) > Number(entry.values['weight']));
  return over === undefined ? undefined : `${over[1]}高于这一项的分值。`;
};

/** Points a branch gives itself rest on something that can be looked at. */
export const evidenceThere = ({ entry }: Pick<RecordSeen, 'entry'>): string | undefined => {
  if (entry?.of !== 'scores' || Number(entry.values['selfScore'] ?? 0) <= 0) return undefined;
  const files = entry.values['papers'];
  return entry.values['evidence'] === undefined && !(Array.isArray(files) && files.length > 0) ? '自评得了分的项目要有佐证：写佐证说明，或上传附件。' : undefined;
};

/** Nothing is handed in that has no items. A result taken over, and a year that rests on its halves, come without. */
export const selfDone = ({ values, totals }: Pick<RecordSeen, 'values' | 'totals'>): string | undefined =>
  (Number(totals['items'] ?? 0) > 0 || values['takenScore'] !== undefined || values['period'] === 'year' ? undefined : '还没有逐项自评，不能报送。');

/**
 * Before it is scored, the table is whole: the points of its items make the full marks, and each item has its score. A result of years before comes without its items;
 * a year without items rests on its two halves.
 */
export const tableIsWhole = ({ values, totals, alongside }: Pick<RecordSeen, 'values' | 'totals' | 'alongside'>): string | undefined => {
  const without = Number(totals['items'] ?? 0) === 0;
  if (without && values['takenScore'] !== undefined) return undefined;
  if (without && values['period'] === 'year') return halvesOf({ values, totals }, alongside) === undefined ? '全年没有逐项考评的，先考评上半年和下半年。' : undefined;
  if (Math.abs(Number(totals['weightTotal'] ?? 0) - Number(values['fullMarks'])) > 0.05) return `各项分值合计${Number(totals['weightTotal'] ?? 0)}分，不等于总分${Number(values['fullMarks'])}分。`;
  const left = Number(totals['items'] ?? 0) - Number(totals['itemsScored'] ?? 0);
  return left > 0 ? `还有${left}项没有考评。` : undefined;
};

export const partyAppraisal = defineRegister({
  id: 'party-appraisal', title: '党建工作责任考评', unit: '份', series: 'ZP',
  purpose: '每个党支部每一期的考评：自评、交佐证、打分、退回整改，按得分排名次；上下半年的结果合成全年，进年度绩效考核。',
  name: 'title',
  holder: { kind: 'link', field: 'branch' },
  key: ['branch', 'year', 'period'],
  fields: [
    { key: 'title', title: '名称', kind: 'text', required: true, listed: true, searched: true, help: '如：机关第一党支部2014年度' },
    { key: 'branch', title: '党支部', kind: 'link', to: 'party-branch', required: true, listed: true },
    { key: 'year', title: '年度', kind: 'year', required: true, listed: true },
    { key: 'period', title: '考评期', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'first-half', title: '上半年' }, { value: 'second-half', title: '下半年' }, { value: 'year', title: '全年' }] },
    { key: 'fullMarks', title: '总分', kind: 'number', unit: '分', decimals: 1, required: true, min: 1, columns: ['满分'] },
    { key: 'takenScore', title: '补录得分', kind: 'number', unit: '分', decimals: 1, min: 0, columns: ['总得分', '考评得分'], help: '补录以前年度、没有各项记录的考评时写' },
    { key: 'dueOn', title: '自评截止日期', kind: 'date' },
    { key: 'returnReason', title: '退回原因', kind: 'long-text' },
    { key: 'correctBy', title: '整改期限', kind: 'date' },
    { key: 'grade', title: '等次', kind: 'choice', listed: true, counted: true, options: [{ value: 'excellent', title: '优秀' }, { value: 'good', title: '良好' }, { value: 'passed', title: '合格' }, { value: 'failed', title: '不合格' }] },
    { key: 'rank', title: '认定名次', kind: 'integer', min: 1, columns: ['排名', '名次'], help: '同一考评期里按得分排出的名次；认定时要对得上' },
    papers, note,
  ],
  states: {
    self: { title: '自评' },
    submitted: { title: '已报送', from: ['self', 'returned'] },
    returned: { title: '退回整改', from: ['submitted'], needs: ['returnReason', 'correctBy'] },
    scored: { title: '已考评', from: ['submitted'] },
    confirmed: { title: '已认定', from: ['scored'], needs: ['grade', 'rank'] },
    cancelled: { title: '作废', ends: true, from: ['self', 'submitted', 'returned'] },
  },
  subRecords: [{
    id: 'scores', title: '各项考评', unit: '项', day: '登记日期', key: ['item'],
    fields: [
      { key: 'item', title: '考评项目', kind: 'link', to: 'appraisal-item', required: true },
      { key: 'weight', title: '分值', kind: 'number', decimals: 1, required: true, min: 0, columns: ['权重'] },
      { key: 'selfScore', title: '自评分', kind: 'number', decimals: 1, min: 0 },
      { key: 'evidence', title: '佐证说明', kind: 'long-text' },
      papers,
      { key: 'score', title: '考评分', kind: 'number', decimals: 1, min: 0, columns: ['得分'] },
      { key: 'scored', title: '已考评', kind: 'yes-no', required: true },
      { key: 'deduction', title: '扣分原因', kind: 'text' },
    ],
    totals: [
      { key: 'items', title: '项目数', unit: '项', as: 'count' }, { key: 'itemsScored', title: '已考评项目', unit: '项', as: 'count', where: { scored: true } },
      { key: 'weightTotal', title: '分值合计', unit: '分', as: 'sum', of: 'weight' }, { key: 'selfTotal', title: '自评合计', unit: '分', as: 'sum', of: 'selfScore' }, { key: 'scoreTotal', title: '得分', unit: '分', as: 'sum', of: 'score' },
    ],
  }],
  alongside: { same: ['year'], order: 'title', totals: true },
  derived: [
    { key: 'points', title: '得分', kind: 'number', unit: '分', listed: true, value: ownPoints },
    { key: 'scoreRate', title: '得分率', kind: 'number', unit: '%', listed: true, value: (seen) => rateOf(seen, seen.alongside) },
    { key: 'place', title: '名次', kind: 'integer', listed: true, value: placeOf },
  ],
  checks: [
    { id: 'score-within-weight', title: '得分不高于分值', then: 'refuse', test: scoreWithinWeight },
    { id: 'weights-within-marks', title: '分值合计不超过总分', then: 'refuse', test: { left: 'weightTotal', is: '<=', right: 'fullMarks', sentence: '各项分值合计会超过总分。' } },
    { id: 'evidence-there', title: '自评有佐证', then: 'refuse', test: evidenceThere },
    { id: 'self-done', title: '自评以后才报送', then: 'refuse', entering: ['submitted'], test: selfDone },
    { id: 'table-is-whole', title: '考评表完整', then: 'refuse', entering: ['scored'], test: tableIsWhole },
    { id: 'place-as-scored', title: '名次与得分对得上', then: 'refuse', entering: ['confirmed'], test: placeAsScored },
    { id: 'places-final', title: '同期都考评了名次才定', then: 'warn', test: (seen) => (seen.state === 'confirmed' && stillOpen(seen) > 0 ? `同期还有${stillOpen(seen)}份没有考评，考评以后名次会变。` : undefined) },
  ],
  reminders: [
    { id: 'self-due', title: '自评快截止', in: ['self'], due: { field: 'dueOn', before: 10 } },
    { id: 'correct-by', title: '退回整改快到期', in: ['returned'], due: { field: 'correctBy', before: 5 } },
    { id: 'waiting', title: '报送后一直没有考评', in: ['submitted'], due: { standing: 20 } },
  ],
  counts: [
    { id: 'appraisals', title: '考评份数', unit: '份', of: { what: 'opened' } },
    { id: 'confirmed-share', title: '已认定占全部', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'stock', states: ['confirmed'] }, over: { what: 'stock' } },
    { id: 'excellent', title: '优秀支部（份）', unit: '份', of: { what: 'stock', states: ['confirmed'], where: { grade: 'excellent' } } },
    { id: 'year-results', title: '已认定的年度考评', unit: '份', of: { what: 'stock', states: ['confirmed'], where: { period: 'year' } }, definition: '全年考评已认定的支部：进年度绩效考核的结果' },
    { id: 'sent-back', title: '当期退回整改', unit: '份', of: { what: 'entered', states: ['returned'] } },
    { id: 'returned', title: '退回整改中', unit: '份', of: { what: 'stock', states: ['returned'] } },
  ],
  events: [{ id: 'result-confirmed', title: '考评结果进入年度绩效考核', entering: ['confirmed'], to: 'S221' }],
  covers: ['S222'],
});
