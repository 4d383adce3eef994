import { defineParameter } from '../../../../kernel/contract/matter.ts';
import type { Parameter } from '../../../../kernel/contract/parameter.ts';

const STARTS = { 'month-after-decision': '从决定之日的下月起', 'month-after-event': '从发生变化的下月起' } as const;
export type ChangeStarts = keyof typeof STARTS;

/** From which month a reported change counts. The measures fix it for a first grant only; a place may write another rule. */
export const changeStarts = defineParameter({ id: 'change-starts', title: '变更后金额的起始月份', unit: '', kind: 'choice', choices: STARTS, note: '增发、减发从哪个月算' });
/** From which month a death counts. */
export const deathStarts = defineParameter({ id: 'death-starts', title: '成员死亡的减发、停发月份', unit: '', kind: 'choice', choices: STARTS });

/** 渐退期: how long an allowance goes on after work has brought the income above the line; and after the household reported it of its own accord. */
export const phaseOutEmployment = defineParameter({ id: 'phase-out-employment', title: '就业渐退期', unit: '个月', kind: 'months', note: '就业后人均收入超过标准的' });
export const phaseOutReported = defineParameter({ id: 'phase-out-reported', title: '主动申报渐退期', unit: '个月', kind: 'months', note: '主动申报收入超过标准的，按原金额发' });

export const changeParameters: readonly Parameter[] = [changeStarts, deathStarts, phaseOutEmployment, phaseOutReported];
