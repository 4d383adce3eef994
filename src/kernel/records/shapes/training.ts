import type { CountOf, Register, RegisterField, SubRecord } from '../../contract/register.ts';

type Part = Pick<Register, 'states' | 'derived' | 'checks'> & { readonly fields: readonly RegisterField[]; readonly subRecords: readonly SubRecord[] };

/** 培训班: planned, held, closed; who enrolled and came, hours, examination. A person is counted once however often he comes. */
export const training = (who = '学员'): Part => ({
  fields: [
    { key: 'startsOn', title: '开班日期', kind: 'date', required: true, listed: true, indexed: true, columns: ['培训时间', '开始日期'] },
    { key: 'endsOn', title: '结束日期', kind: 'date' },
    { key: 'hours', title: '学时', kind: 'number', decimals: 1, min: 0 },
    { key: 'seats', title: '计划人数', kind: 'integer', min: 1, listed: true, columns: ['名额'] },
    { key: 'teacher', title: '授课人', kind: 'text', columns: ['讲师', '主讲人'] },
    { key: 'place', title: '地点', kind: 'text' },
  ],
  states: {
    planned: { title: '计划', before: true },
    held: { title: '已举办', from: ['planned'] },
    cancelled: { title: '取消', ends: true },
  },
  subRecords: [{
    id: 'attendance', title: who, unit: '人次', day: '日期', person: { title: who }, key: ['person', 'day'],
    fields: [
      { key: 'came', title: '到课', kind: 'yes-no', required: true },
      { key: 'creditHours', title: '学时', kind: 'number', decimals: 1, min: 0, max: 1000 },
      { key: 'score', title: '考试成绩', kind: 'number', decimals: 1, min: 0, max: 100 },
      { key: 'certificate', title: '证书编号', kind: 'text', maxLength: 60 },
    ],
    totals: [
      { key: 'attended', title: '到课', unit: '人次', as: 'count', where: { came: true } },
      { key: 'persons', title: '到课人数', unit: '人', as: 'distinct', of: 'person', where: { came: true } },
      { key: 'creditTotal', title: '学时合计', as: 'sum', of: 'creditHours', where: { came: true } },
    ],
  }],
  derived: [{ key: 'attendanceRate', title: '到课率', kind: 'number', unit: '%', value: ({ values, totals }) => (typeof values['seats'] === 'number' && typeof totals['persons'] === 'number' ? Math.round((totals['persons'] / values['seats']) * 1000) / 10 : undefined) }],
  checks: [{ id: 'days-in-order', title: '结束不早于开班', then: 'refuse', test: ({ values }) => (typeof values['endsOn'] === 'string' && typeof values['startsOn'] === 'string' && values['endsOn'] < values['startsOn'] ? '结束日期不能早于开班日期。' : undefined) }],
});

/** Distinct persons who came to a training in a period. */
export const personsTrained: CountOf = { what: 'entries', sub: 'attendance', distinct: 'person', where: { came: true } };
