import { defineRegister, type RecordSeen } from '../../../kernel/contract/register.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';
import { jurorDecision } from '../common/law.ts';

/** 社工人民陪审员: a social worker appointed to sit in court for a term. */
export const socialWorkerJuror = defineRegister({
  id: 'social-worker-juror', title: '社工人民陪审员', unit: '名', series: 'FY',
  purpose: '哪些社工担任人民陪审员：哪个法院、谁任命、任期到哪天、陪审了多少案件。',
  law: [jurorDecision('第八条')],
  holder: { kind: 'person', title: '社工' },
  key: ['person', 'termStart'],
  alongside: { same: ['person'], order: 'termStart' },
  fields: [
    organisation('所在机构', false),
    { key: 'court', title: '法院', kind: 'text', required: true, listed: true, maxLength: 60 },
    { key: 'appointedBy', title: '任命机关', kind: 'text', listed: true, maxLength: 60, help: '同级人民代表大会常务委员会' },
    { key: 'appointedOn', title: '任命日期', kind: 'date' },
    { key: 'appointmentPaper', title: '任命文号', kind: 'text', maxLength: 60 },
    { key: 'termStart', title: '任期开始', kind: 'date', listed: true },
    { key: 'termEnd', title: '任期届满', kind: 'date', listed: true, indexed: true },
    { key: 'skill', title: '专长', kind: 'choice', counted: true, options: [{ value: 'youth', title: '未成年人' }, { value: 'family', title: '婚姻家庭' }, { value: 'correction', title: '矫正' }, { value: 'disabled', title: '残障' }, { value: 'other', title: '其他' }] },
    papers, note,
  ],
  states: {
    nominated: { title: '推荐', before: true },
    serving: { title: '任职', from: ['nominated'], needs: ['appointedBy', 'appointedOn', 'termStart', 'termEnd'], law: jurorDecision('第八条') },
    rejected: { title: '未任命', from: ['nominated'], ends: true },
    expired: { title: '任期届满', from: ['serving'], ends: true, law: jurorDecision('第九条') },
    removed: { title: '免职', from: ['serving'], ends: true },
  },
  subRecords: [{
    id: 'trials', title: '陪审', unit: '件', day: '开庭日期',
    fields: [
      { key: 'caseKind', title: '案件类别', kind: 'choice', required: true, options: [{ value: 'criminal-minor', title: '涉未成年人刑事' }, { value: 'criminal', title: '其他刑事' }, { value: 'family', title: '婚姻家庭' }, { value: 'civil', title: '其他民事' }, { value: 'administrative', title: '行政' }] },
      { key: 'followUp', title: '转介社工服务', kind: 'yes-no', required: true },
    ],
    totals: [{ key: 'trialsSat', title: '陪审', unit: '件', as: 'count' }, { key: 'followUps', title: '转介服务', unit: '件', as: 'count', where: { followUp: true } }],
  }],
  checks: [
    { id: 'term-in-order', title: '任期有序', then: 'refuse', test: { left: 'termEnd', is: '>', right: 'termStart', sentence: '任期届满要在任期开始之后。' } },
    { id: 'term-from-appointment', title: '任命以后才任职', then: 'refuse', test: { left: 'termStart', is: '>=', right: 'appointedOn', sentence: '任期不能在任命之前开始。' } },
    { id: 'term-over', title: '任期已满', then: 'warn', test: ({ values, state, today }) => (state === 'serving' && typeof values['termEnd'] === 'string' && values['termEnd'] < today ? `任期到 ${values['termEnd']} 已满，请登记届满或另开新的任期。` : undefined) },
    { id: 'one-term-at-a-time', title: '两个任期不重叠', then: 'refuse', test: ({ values, alongside }) => overlapping(values, alongside) },
    { id: 'sat-while-serving', title: '任职期间才陪审', then: 'refuse', test: ({ entry, state, values }) => (entry?.of === 'trials' ? satInTerm(state, entry.values['day'], values['termStart'], values['termEnd']) : undefined) },
  ],
  reminders: [{ id: 'term', title: '陪审员任期快满', in: ['serving'], due: { field: 'termEnd', before: 60 } }],
  counts: [
    { id: 'serving', title: '担任人民陪审员的社工数', unit: '名', of: { what: 'stock', states: ['serving'], until: 'termEnd', distinct: 'person' }, definition: '任期内的社工，一人一次；任期届满的第二天起不算', figures: ['zs2014-092'] },
    { id: 'appointed', title: '当期任命', unit: '名', of: { what: 'opened' } },
    { id: 'trials', title: '社工陪审案件', unit: '件', of: { what: 'entries', sub: 'trials' } },
  ],
  covers: ['S127'],
});

/** Another term of the same person that shares days with this one; who was removed or not appointed may be appointed anew. */
function overlapping(values: RecordSeen['values'], others: RecordSeen['alongside']): string | undefined {
  const [first, last] = [values['termStart'], values['termEnd']];
  if (typeof first !== 'string' || typeof last !== 'string') return undefined;
  const other = others.find((one) => (one.state === 'serving' || one.state === 'expired') && String(one.values['termStart']) <= last && String(one.values['termEnd']) >= first);
  return other === undefined ? undefined : `这位社工已经有一个任期：${String(other.values['termStart'])}到${String(other.values['termEnd'])}。新的任期要在它之后开始。`;
}

/** A trial lies in the term of the appointment. */
function satInTerm(state: string, day: unknown, first: unknown, last: unknown): string | undefined {
  if (state === 'nominated') return '还没有任命，不能登记陪审。';
  if (typeof day !== 'string') return undefined;
  return (typeof first === 'string' && day < first) || (typeof last === 'string' && day > last) ? '开庭日期不在任期内。请核对日期，或登记在另一任期里。' : undefined;
}
