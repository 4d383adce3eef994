import { defineRegister, type SubRecord } from '../../../kernel/contract/register.ts';
import { enrolledFirst, sessionInYear, withinPlaces } from './sessions.ts';
import { editionFollows } from '../../../kernel/records/shapes/edition.ts';
import { personsTrained, training } from '../../../kernel/records/shapes/training.ts';
import { note, organisation, papers } from '../../../kernel/records/shapes/terms.ts';

const shape = training('学员');

/** 按单位报名 */
const enrolment: SubRecord = {
  id: 'enrolment', title: '单位报名', unit: '家', day: '报名日期', key: ['organisation'], inRules: true,
  fields: [organisation('报名单位'), { key: 'places', title: '报名人数', kind: 'integer', unit: '人', required: true, min: 1 }],
  totals: [{ key: 'placesTaken', title: '报名人数', unit: '人', as: 'sum', of: 'places' }, { key: 'organisationsEnrolled', title: '报名单位', unit: '家', as: 'distinct', of: 'organisation' }],
};

export const organisationTraining = defineRegister({
  id: 'organisation-training', title: '社会组织培训', unit: '期', series: 'LP',
  purpose: '社会组织能力建设等系列培训：一个系列办了几期、哪些单位报名、谁到课、谁有证书。',
  name: 'name',
  key: ['series', 'year', 'edition'],
  fields: [
    { key: 'name', title: '培训名称', kind: 'text', required: true, listed: true, searched: true, columns: ['班次', '培训主题'] },
    { key: 'series', title: '系列', kind: 'choice', required: true, listed: true, counted: true, columns: ['培训系列'], options: [
      { value: 'capacity', title: '社会组织能力建设系列' }, { value: 'professional', title: '行业协会商会管理人才职业化' }, { value: 'brand', title: '品牌策略' }, { value: 'marketing', title: '企业营销' }, { value: 'standards', title: '标准法规' }, { value: 'intellectual-property', title: '知识产权' }, { value: 'finance', title: '财务与税务' }, { value: 'other', title: '其他' }] },
    { key: 'year', title: '年度', kind: 'year', required: true, listed: true, indexed: true },
    { key: 'edition', title: '第几期', kind: 'integer', required: true, min: 1, max: 999, listed: true, columns: ['期次', '期数'], help: '这一系列当年的第几期' },
    ...shape.fields,
    { key: 'partner', title: '合作办班单位', kind: 'link', to: 'organisation', help: '与行业协会商会合办的写' },
    papers, note,
  ],
  states: shape.states,
  subRecords: [
    enrolment,
    ...shape.subRecords.map((sub): SubRecord => ({ ...sub, inRules: true, fields: [organisation('所在单位', false), ...sub.fields], totals: [...(sub.totals ?? []), { key: 'organisationsCame', title: '到课单位', unit: '家', as: 'distinct', of: 'organisation', where: { came: true } }] })),
  ],
  derived: shape.derived ?? [],
  alongside: { same: ['series', 'year'], order: 'edition' },
  checks: [
    editionFollows('期'),
    { id: 'session-in-year', title: '开班在本年度', then: 'refuse', test: sessionInYear },
    { id: 'enrolled-first', title: '到课的单位报过名', then: 'refuse', test: enrolledFirst },
    { id: 'places-as-enrolled', title: '到课人数不超过单位报名数', then: 'warn', test: withinPlaces },
    ...(shape.checks ?? []),
    { id: 'came-on-a-day-of-it', title: '签到日期在培训期间', then: 'refuse', test: ({ values, entry }) => (entry?.of === 'attendance' && outside(entry.values['day'], values['startsOn'], values['endsOn']) ? '签到日期不在培训期间。' : undefined) },
    { id: 'enrolled-within-seats', title: '报名不超过计划人数', then: 'refuse', test: { left: 'placesTaken', is: '<=', right: 'seats', sentence: '这一期报满了。请改报名人数，或先改计划人数。' } },
    { id: 'certificate-for-who-came', title: '到课的才有证书', then: 'refuse', test: ({ entry }) => (entry?.of === 'attendance' && entry.values['certificate'] !== undefined && entry.values['came'] !== true ? '没有到课的，不能写证书编号。' : undefined) },
  ],
  reminders: [{ id: 'starts', title: '培训快开班了', in: ['planned'], due: { field: 'startsOn', before: 14 } }],
  counts: [
    { id: 'capacity-sessions', title: '社会组织能力建设培训期数', unit: '期', of: { what: 'opened', where: { series: 'capacity' } }, definition: '当期举办的能力建设系列培训', figures: ['zs2014-077'] },
    { id: 'sessions', title: '举办社会组织培训', unit: '期', of: { what: 'opened' } },
    { id: 'professional-sessions', title: '行业协会商会管理人才职业化培训期数', unit: '期', of: { what: 'opened', where: { series: 'professional' } } },
    { id: 'certificates', title: '当期发证', unit: '本', of: { what: 'entries', sub: 'attendance', distinct: 'certificate' }, definition: '当期写下的证书编号，同一编号算一本' },
    { id: 'organisations', title: '报名参加培训的单位', unit: '家', of: { what: 'entries', sub: 'enrolment', distinct: 'organisation' } },
    { id: 'organisations-came', title: '到课的单位', unit: '家', of: { what: 'entries', sub: 'attendance', where: { came: true }, distinct: 'organisation' } },
    { id: 'persons', title: '培训社会组织从业人员', unit: '人', of: personsTrained, definition: '当期到过课的人，一个人来几次都算一人' },
    { id: 'person-times', title: '培训人次', unit: '人次', of: { what: 'entries', sub: 'attendance', where: { came: true } } },
  ],
  targets: [{ id: 'capacity-sessions', title: '计划举办能力建设培训', count: 'capacity-sessions' }],
  covers: ['S105'],
});

/** A day before the class, or after its last one where that is written. */
const outside = (day: unknown, first: unknown, last: unknown): boolean => typeof day === 'string' && ((typeof first === 'string' && day < first) || (typeof last === 'string' && day > last));
