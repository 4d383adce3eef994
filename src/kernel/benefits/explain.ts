import type { Assessment, Ground, WorkingStep } from '../contract/rules.ts';
import { formatYuan, type Fen } from '../values/money.ts';

/** What the answer is, in one sentence that can be read aloud at a counter. */
export function explain(answer: {
  readonly outcome: Assessment['outcome'];
  readonly grounds: readonly Ground[];
  readonly fen: Fen;
  readonly working: readonly WorkingStep[];
  /** Name of the status, where what is given is no money. */
  readonly recognised?: string;
}): string {
  switch (answer.outcome) {
    case 'granted':
      if (answer.recognised !== undefined) return `符合条件，可以认定为${answer.recognised}。`;
      return `符合条件，每月发给 ${formatYuan(answer.fen)} 元${formulaOf(answer.working)}。`;
    case 'refused':
      return `不符合条件：${reasonsOf(answer.grounds, 'unmet')}。`;
    case 'unknown':
      return `现在还不能下结论，${missingOf(answer.grounds)}。`;
  }
}

/** What is still missing, each thing once: facts of the household, and figures an office has to enter. */
function missingOf(grounds: readonly Ground[]): string {
  const needs = grounds.flatMap((ground) => ground.needs);
  const titles = (kind: 'fact' | 'parameter'): string => [...new Set(needs.filter((need) => need.kind === kind).map((need) => need.title))].join('、');
  const facts = titles('fact');
  const figures = titles('parameter');
  return [facts === '' ? '' : `还不知道：${facts}`, figures === '' ? '' : `还没有录入规定：${figures}`].filter((part) => part !== '').join('；');
}

function reasonsOf(grounds: readonly Ground[], result: Ground['result']): string {
  return grounds
    .filter((ground) => ground.result === result)
    .map((ground) => ground.because.replace(/。$/, ''))
    .join('；');
}

/** （533.00 元 × 3 人 − 620.00 元 − 165.00 元）: the steps that are reckoned with, without subtotals and what does not count. */
function formulaOf(working: readonly WorkingStep[]): string {
  const steps = working.filter((step) => step.role !== 'excluded' && ['', '+', '−', '×', '÷'].includes(step.op));
  if (steps.length < 2 || working.some((step) => step.op === '按')) return '';
  const terms = steps.map((step) => `${step.op === '' ? '' : ` ${step.op} `}${valueOf(step)}`);
  return `（${terms.join('').trim()}）`;
}

function valueOf(step: WorkingStep): string {
  if ('fen' in step.value) return `${formatYuan(step.value.fen)} 元`;
  return 'count' in step.value ? `${step.value.count} ${step.value.unit}` : step.value.text;
}
