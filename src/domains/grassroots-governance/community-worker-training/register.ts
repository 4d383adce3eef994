import { defineRegister, type SubRecord } from '../../../kernel/contract/register.ts';
import { personsTrained, training } from '../../../kernel/records/shapes/training.ts';
import { note, papers } from '../../../kernel/records/shapes/terms.ts';
import { cameIsEnrolled, hoursWithinClass, townHasPlace } from './places.ts';

const shape = training('学员');

/** 各镇街名额 */
const quotas: SubRecord = {
  id: 'quotas', title: '各镇街名额', unit: '份', day: '分配日期', key: ['town'], inRules: true,
  fields: [
    { key: 'town', title: '镇街', kind: 'division', required: true, columns: ['街道', '单位'] },
    { key: 'places', title: '名额', kind: 'integer', unit: '人', required: true, min: 0, columns: ['分配名额'] },
  ],
  totals: [{ key: 'placesGiven', title: '已分配名额', unit: '人', as: 'sum', of: 'places' }],
};

/** 报名 */
const enrolment: SubRecord = {
  id: 'enrolment', title: '报名', unit: '人', day: '报名日期', person: { title: '报名人' }, key: ['person'], inRules: true,
  fields: [
    { key: 'town', title: '所在镇街', kind: 'division', required: true },
    { key: 'post', title: '岗位', kind: 'choice', required: true, options: [{ value: 'committee', title: '居（村）委会成员' }, { value: 'station', title: '社区工作站人员' }, { value: 'grid', title: '网格员' }, { value: 'other', title: '其他社区工作者' }] },
  ],
  totals: [{ key: 'enrolled', title: '报名', unit: '人', as: 'distinct', of: 'person' }],
};

export const communityWorkerTraining = defineRegister({
  id: 'community-worker-training', title: '社区工作者培训', unit: '期', series: 'GP',
  purpose: '社区工作者培训班：各镇街名额、谁报名、谁到课、考试和证书；一年培训了多少人、每人多少学时。',
  name: 'name',
  key: ['name', 'startsOn'],
  fields: [
    { key: 'name', title: '培训班', kind: 'text', required: true, listed: true, searched: true, columns: ['班次', '培训名称'] },
    { key: 'topic', title: '内容', kind: 'choice', required: true, listed: true, counted: true, columns: ['培训内容'], options: [
      { value: 'governance', title: '社区治理' }, { value: 'election', title: '换届选举' }, { value: 'service', title: '社区服务' }, { value: 'social-work', title: '社会工作方法' }, { value: 'mediation', title: '矛盾调解' }, { value: 'other', title: '其他' }] },
    ...shape.fields,
    { key: 'passMark', title: '合格分', kind: 'number', decimals: 1, min: 0, max: 100, help: '有考试的写；到了合格分才发证书' },
    papers, note,
  ],
  states: shape.states,
  subRecords: [quotas, enrolment, ...shape.subRecords],
  derived: shape.derived ?? [],
  checks: [
    ...(shape.checks ?? []),
    { id: 'came-on-a-day-of-it', title: '签到日期在培训期间', then: 'refuse', test: ({ values, entry }) => (entry?.of === 'attendance' && outside(entry.values['day'], values['startsOn'], values['endsOn']) ? '签到日期不在培训期间。' : undefined) },
    { id: 'quotas-within-seats', title: '分配名额不超过计划人数', then: 'refuse', test: { left: 'placesGiven', is: '<=', right: 'seats', sentence: '分配的名额合计会超过计划人数。请改名额，或先改计划人数。' } },
    { id: 'enrolled-within-seats', title: '报名不超过计划人数', then: 'refuse', test: { left: 'enrolled', is: '<=', right: 'seats', sentence: '这一期的名额报满了。请报下一期，或先改计划人数。' } },
    { id: 'town-has-place', title: '报名不超过本镇街名额', then: 'refuse', test: townHasPlace },
    { id: 'came-enrolled', title: '到课的报过名', then: 'refuse', test: cameIsEnrolled },
    { id: 'hours-within-class', title: '学时不超过班的学时', then: 'refuse', test: hoursWithinClass },
    { id: 'certificate-passed', title: '合格才发证书', then: 'refuse', test: ({ values, entry }) => (entry?.of === 'attendance' && entry.values['certificate'] !== undefined && values['passMark'] !== undefined && !(Number(entry.values['score'] ?? -1) >= Number(values['passMark'])) ? '成绩没有到合格分，不能写证书编号。' : undefined) },
  ],
  reminders: [{ id: 'starts', title: '培训班快开班了', in: ['planned'], due: { field: 'startsOn', before: 14 } }],
  counts: [
    { id: 'enrolled', title: '当期报名', unit: '人次', of: { what: 'entries', sub: 'enrolment' } },
    { id: 'certificates', title: '当期发证', unit: '本', of: { what: 'entries', sub: 'attendance', distinct: 'certificate' }, definition: '当期写下的证书编号，同一编号算一本' },
    { id: 'held', title: '举办培训班', unit: '期', of: { what: 'opened' } },
    { id: 'persons', title: '社区工作人员培训人数', unit: '名', of: personsTrained, definition: '当期到过课的人，一个人来几次都算一名', figures: ['sz2007-050'] },
    { id: 'person-times', title: '社区工作人员培训人次', unit: '人次', of: { what: 'entries', sub: 'attendance', where: { came: true } } },
    { id: 'hours-a-person', title: '人均培训学时', unit: '学时', rounding: { decimals: 1 }, of: { what: 'entries', sub: 'attendance', where: { came: true }, sum: 'creditHours' }, over: personsTrained, definition: '当期学时合计 ÷ 当期培训人数' },
  ],
  targets: [{ id: 'persons', title: '计划培训人数', count: 'persons' }],
  covers: ['S086'],
});

/** A day before the class, or after its last one where that is written. */
const outside = (day: unknown, first: unknown, last: unknown): boolean => typeof day === 'string' && ((typeof first === 'string' && day < first) || (typeof last === 'string' && day > last));
