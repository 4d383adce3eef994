import type { Count, Register, RegisterCheck, RegisterField, RecordSeen, SubRecord } from '../../../kernel/contract/register.ts';
import { constructionStages, project } from '../../../kernel/records/shapes/project.ts';
import { contact, note, organisation, papers, whereItIs } from '../../../kernel/records/shapes/terms.ts';
import { constructionLaw } from './law.ts';

type Part = Pick<Register, 'states' | 'reminders' | 'derived' | 'checks'> & { readonly fields: readonly RegisterField[]; readonly subRecords: readonly SubRecord[] };

/** 前期手续: papers a public building needs before and around its start. 用地 and 规划 papers carry their own numbers. */
const steps = [
  { value: 'approval', title: '立项批复' }, { value: 'feasibility', title: '可行性研究批复' }, { value: 'land-preview', title: '用地预审' }, { value: 'land-grant', title: '用地批准（划拨）' },
  { value: 'planning', title: '规划许可' }, { value: 'environment', title: '环评批复' }, { value: 'design', title: '初步设计及概算批复' }, { value: 'tender', title: '招标中标通知' },
  { value: 'construction-permit', title: '施工许可' }, { value: 'start-order', title: '开工令' },
] as const;

const preparation: SubRecord = {
  id: 'preparation', title: '前期手续', unit: '项', day: '办结日期', key: ['step', 'documentNumber'],
  fields: [
    { key: 'step', title: '手续', kind: 'choice', required: true, options: steps },
    { key: 'documentNumber', title: '文号', kind: 'text', maxLength: 60, columns: ['批文号', '证号'] },
    { key: 'issuedBy', title: '批准机关', kind: 'text', columns: ['发文单位'] },
    papers,
  ],
  totals: [
    { key: 'stepsDone', title: '已办手续', unit: '项', as: 'distinct', of: 'step' },
    { key: 'constructionPermits', title: '施工许可', unit: '件', as: 'count', where: { step: 'construction-permit' } },
  ],
};

const acceptance: SubRecord = {
  id: 'acceptance', title: '验收', unit: '次', day: '验收日期', key: ['kind', 'day'],
  fields: [
    { key: 'kind', title: '类别', kind: 'choice', required: true, options: [{ value: 'part', title: '分部验收' }, { value: 'completion', title: '竣工验收' }, { value: 'fire', title: '消防验收' }, { value: 'handover', title: '移交' }] },
    { key: 'passed', title: '合格', kind: 'yes-no', required: true },
    { key: 'by', title: '验收单位', kind: 'text' },
    { key: 'gaps', title: '遗留问题', kind: 'long-text' },
  ],
  totals: [{ key: 'accepted', title: '竣工验收合格', unit: '次', as: 'count', where: { kind: 'completion', passed: true } }],
};

const problems: SubRecord = {
  id: 'problems', title: '问题与延期', unit: '件', day: '提出日期',
  fields: [
    { key: 'cause', title: '原因', kind: 'choice', required: true, options: [
      { value: 'land', title: '征地拆迁' }, { value: 'approval', title: '审批手续' }, { value: 'funds', title: '资金' }, { value: 'design', title: '设计变更' }, { value: 'contractor', title: '施工单位' },
      { value: 'neighbours', title: '周边群众意见' }, { value: 'weather', title: '天气灾害' }, { value: 'other', title: '其他' }] },
    { key: 'matter', title: '情况', kind: 'long-text', required: true },
    { key: 'delayDays', title: '推迟', kind: 'integer', unit: '天', min: 0, columns: ['延期天数'] },
    { key: 'measure', title: '解决办法', kind: 'long-text' },
    { key: 'solved', title: '已解决', kind: 'yes-no', required: true },
  ],
  totals: [
    { key: 'problemsOpen', title: '未解决问题', unit: '件', as: 'count', where: { solved: false } },
    { key: 'delayTotal', title: '推迟合计', unit: '天', as: 'sum', of: 'delayDays' },
  ],
};

/** 验收合格才能交付使用. Silent once a completion acceptance is written, or (for what was built before) its filing number. */
export const acceptedFirst = ({ values, totals }: Pick<RecordSeen, 'values' | 'totals'>): string | undefined =>
  (Number(totals['accepted'] ?? 0) < 1 && values['acceptanceFiling'] === undefined ? '还没有合格的竣工验收，不能交付使用。请先在“验收”里记竣工验收，或写竣工验收备案号。' : undefined);

/** 年内立项、年内动工: the year of the plan is over and the stage was not reached in it, and nobody has written why. */
export const withinYear = (stage: 'approved' | 'started', word: string): RegisterCheck => ({
  id: `${stage}-within-year`, title: `在计划年度内${word}`, then: 'warn',
  test: ({ values, today, state }) => {
    if (typeof values['planYear'] !== 'number' || state === 'cancelled' || typeof values['delayReason'] === 'string') return undefined;
    const done = values[`${stage}Actual`];
    const last = `${values['planYear']}-12-31`;
    return (typeof done === 'string' ? done : today) > last ? `计划${values['planYear']}年内${word}，${typeof done === 'string' ? `实际${done}才${word}` : `年度已过还没有${word}`}。请写延期原因。` : undefined;
  },
});

/**
 * 民政建设项目: the shared shape of a project with its house, its papers, its acceptance and its problems.
 * A listed project is part of the stock from the day it is listed (已列入 is what 已动工 is held against).
 */
export function building(stages: Readonly<Record<string, string>> = constructionStages, before = 30): Part {
  const shape = project(stages, before);
  const used = Object.keys(stages).at(-1) ?? 'opened';
  return {
    fields: [
      { key: 'name', title: '项目名称', kind: 'text', required: true, listed: true, searched: true, columns: ['项目', '工程名称'] },
      { key: 'planYear', title: '计划年度', kind: 'year', listed: true, columns: ['年度', '列入年度'] },
      { key: 'important', title: '重点项目', kind: 'yes-no', counted: true },
      organisation('建设单位', false),
      { key: 'floorArea', title: '建筑面积', kind: 'number', unit: '平方米', min: 0, columns: ['面积'] },
      { key: 'landArea', title: '用地面积', kind: 'number', unit: '平方米', min: 0 },
      { key: 'stepsNeeded', title: '要办的前期手续', kind: 'choices', options: steps },
      ...shape.fields,
      { key: 'acceptanceFiling', title: '竣工验收备案号', kind: 'text', maxLength: 60, columns: ['备案号'] },
      ...contact, ...whereItIs, papers, note,
    ],
    states: { ...shape.states, planned: { title: '列入计划' } },
    subRecords: [...shape.subRecords, preparation, acceptance, problems],
    derived: [
      ...(shape.derived ?? []),
      { key: 'stepsLeft', title: '前期手续尚缺', kind: 'integer', unit: '项', listed: true, value: ({ values, totals }) => (Array.isArray(values['stepsNeeded']) ? Math.max(0, values['stepsNeeded'].length - Number(totals['stepsDone'] ?? 0)) : undefined) },
    ],
    checks: [
      ...(shape.checks ?? []),
      { id: 'permit-before-start', title: '开工前领取施工许可', law: constructionLaw('第七条'), then: 'warn', test: ({ values, totals }) => (typeof values['startedActual'] === 'string' && Number(totals['constructionPermits'] ?? 0) < 1 ? '已经动工，“前期手续”里没有施工许可。请补记；限额以下的工程请在备注说明。' : undefined) },
      { id: 'accepted-before-use', title: '验收合格才能交付使用', law: constructionLaw('第六十一条'), then: 'refuse', entering: [used], test: acceptedFirst },
    ],
    reminders: shape.reminders,
  };
}

/** Counts every kind of project has. 立项 and 动工 are counted by the day the stage was reached, 竣工验收 by the day of the acceptance. */
export const buildingCounts: readonly Count[] = [
  { id: 'listed', title: '在册项目数', unit: '个', of: { what: 'stock' } },
  { id: 'newly-listed', title: '当期列入计划的项目', unit: '个', of: { what: 'opened' } },
  { id: 'approvals', title: '当期立项', unit: '个', of: { what: 'entered', states: ['approved'] }, definition: '当期转入“已立项”的项目' },
  { id: 'starts', title: '当期动工', unit: '个', of: { what: 'entered', states: ['started'] }, definition: '当期转入“已动工”的项目' },
  { id: 'acceptances', title: '当期竣工验收', unit: '个', of: { what: 'entries', sub: 'acceptance', where: { kind: 'completion', passed: true } }, definition: '当期竣工验收合格的项目' },
  { id: 'funds-granted', title: '当期下达资金', unit: '元', of: { what: 'entries', sub: 'funds', sum: 'amount', where: { kind: 'granted' } } },
  { id: 'funds-paid', title: '当期支付资金', unit: '元', of: { what: 'entries', sub: 'funds', sum: 'amount', where: { kind: 'paid' } } },
  { id: 'problems', title: '当期提出的问题', unit: '件', of: { what: 'entries', sub: 'problems' } },
];
