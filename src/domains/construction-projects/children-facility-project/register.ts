import { defineRegister, type RecordSeen, type SubRecord } from '../../../kernel/contract/register.ts';
import { constructionStages } from '../../../kernel/records/shapes/project.ts';
import { daysBetweenWritten } from '../../../kernel/values/plain-date.ts';
import { building, buildingCounts, withinYear } from '../common/building.ts';

const shape = building();

/** 计划 said as done: an actual day that has not come is a plan. */
export const actualIsPast = ({ values, today }: Pick<RecordSeen, 'values' | 'today'>): string | undefined => {
  const early = Object.entries(values).find(([key, value]) => key.endsWith('Actual') && typeof value === 'string' && value > today);
  return early === undefined ? undefined : `实际日期${early[1] as string}还没有到。报告里写的将来日期请记在计划日期，到了那天再记实际日期。`;
};

const stages = Object.entries(constructionStages);
/** Total of the last day a report gave for a stage as done. */
const saidOf = (stage: string): string => `said${stage.charAt(0).toUpperCase()}${stage.slice(1)}`;

/** 报告说法: what a report said of a stage, on which day, and whether as done. Kept beside the days themselves: neither replaces the other. */
const reports: SubRecord = {
  id: 'reports', title: '报告说法', unit: '条', day: '报告日期', key: ['day', 'paper', 'stage'],
  fields: [
    { key: 'paper', title: '哪份报告', kind: 'text', required: true, columns: ['报告名称'] },
    { key: 'stage', title: '说的阶段', kind: 'choice', required: true, options: stages.map(([value, title]) => ({ value, title })) },
    { key: 'saidOn', title: '说的日期', kind: 'date', required: true },
    { key: 'asDone', title: '写成已完成', kind: 'yes-no', required: true },
    { key: 'words', title: '原文', kind: 'text', maxLength: 200 },
  ],
  totals: [{ key: 'reportsKept', title: '报告说法', unit: '条', as: 'count' }, ...stages.map(([id, title]) => ({ key: saidOf(id), title: `报告说已${title}`, as: 'last' as const, of: 'saidOn', where: { stage: id, asDone: true } }))],
};

/** A stage that a report gave as done and that was not reached is said until it is, with both days. */
export const saidButNotDone = ({ values, totals }: Pick<RecordSeen, 'values' | 'totals'>): string | undefined => {
  const said = stages.flatMap(([id, title]) => (typeof totals[saidOf(id)] === 'string' && values[`${id}Actual`] === undefined ? [`报告写成${totals[saidOf(id)] as string}已${title}，实际还没有${title}`] : []));
  return said.length === 0 ? undefined : `${said.join('；')}。计划、实际和报告的说法都留着，以实际日期为准。`;
};

export const childrenFacilityProject = defineRegister({
  id: 'children-facility-project', title: '儿童福利设施建设项目', unit: '个', series: 'SE',
  purpose: '福利院、儿童大楼的建设：立项、动工、封顶、竣工、投用各定在哪一天、实际哪一天，为什么延期，新增多少床位。',
  name: 'name',
  key: ['name'],
  fields: [
    ...shape.fields.slice(0, 3),
    { key: 'house', title: '设施类别', kind: 'choice', required: true, listed: true, counted: true, options: [{ value: 'welfare-institution', title: '福利院' }, { value: 'children-building', title: '儿童大楼' }, { value: 'rehabilitation', title: '康复中心' }, { value: 'protection-centre', title: '未成年人保护中心' }] },
    { key: 'beds', title: '计划床位', kind: 'integer', unit: '张', required: true, listed: true, min: 1, columns: ['床位数'] },
    { key: 'bedsInUse', title: '投入使用床位', kind: 'integer', unit: '张', min: 0 },
    ...shape.fields.slice(3),
  ],
  states: { ...shape.states, opened: { title: '已投用', from: ['completed'], needs: ['openedActual', 'bedsInUse'] } },
  subRecords: [...shape.subRecords, reports],
  derived: [
    ...(shape.derived ?? []),
    { key: 'lateDays', title: '竣工比计划晚', kind: 'integer', unit: '天', listed: true, value: ({ values, today }) => { const late = daysBetweenWritten(values['completedPlanned'], values['completedActual'] ?? today); return late === undefined ? undefined : Math.max(0, late); } },
  ],
  checks: [
    ...(shape.checks ?? []),
    withinYear('started', '动工'),
    { id: 'actual-is-past', title: '实际日期不在将来', then: 'refuse', test: actualIsPast },
    { id: 'said-but-not-done', title: '报告写成已完成的阶段真的完成了', then: 'warn', test: saidButNotDone },
    { id: 'beds-within-plan', title: '投用床位不超过计划', then: 'warn', test: { left: 'bedsInUse', is: '<=', right: 'beds', sentence: '投入使用的床位多于计划床位。请核对。' } },
  ],
  reminders: shape.reminders,
  counts: [
    ...buildingCounts,
    { id: 'beds-building', title: '在建床位', unit: '张', of: { what: 'stock', states: ['started', 'topped', 'completed'], sum: 'beds' } },
    { id: 'beds-opened', title: '建成投用床位', unit: '张', of: { what: 'stock', states: ['opened'], sum: 'bedsInUse' } },
    { id: 'opened-share', title: '已投用占在册', unit: '%', percent: true, rounding: { decimals: 1 }, of: { what: 'stock', states: ['opened'] }, over: { what: 'stock' } },
    { id: 'delay-days', title: '当期推迟天数', unit: '天', of: { what: 'entries', sub: 'problems', sum: 'delayDays' } },
  ],
  targets: [{ id: 'beds', title: '计划投用床位', count: 'beds-opened' }, { id: 'starts', title: '计划动工', count: 'starts' }],
  events: [{ id: 'beds-come-into-use', title: '床位转入儿童福利机构', entering: ['opened'], to: 'S181' }],
  covers: ['S235'],
});
