import type { ParameterReading } from '../../../kernel/contract/parameter.ts';
import type { WorkingStep } from '../../../kernel/contract/rules.ts';
import type { SumRow } from '../../ui/sum.tsx';

/** The sum for a resident: the rows in plain words, and the figures the opening sentence and the bar need. */
export interface ReadWorking {
  readonly rows: readonly SumRow[];
  /** 分: standard for one person, all the household should have, its own, what is given. Undefined when the working has another shape. */
  readonly shape: { readonly standard: number; readonly people: number; readonly whole: number; readonly own: number; readonly given: number } | undefined;
  /** 不计入: said beside the sum. */
  readonly excluded: readonly string[];
}

const OPS: Readonly<Record<WorkingStep['op'], SumRow['op']>> = { '': undefined, '+': '+', '−': '−', '×': '×', '÷': '÷', '=': undefined, '按': undefined };

/** Reads the working behind an amount. What does not count is left out of the column and told beside it. */
export function readWorking(working: readonly WorkingStep[], parameters: readonly Pick<ParameterReading, 'id' | 'document'>[] = []): ReadWorking {
  const reckoned = working.filter((step) => step.role !== 'excluded');
  return {
    rows: reckoned.map((step) => rowOf(step, parameters)),
    shape: shapeOf(reckoned),
    excluded: working.filter((step) => step.role === 'excluded').map((step) => step.plain),
  };
}

function rowOf(step: WorkingStep, parameters: readonly Pick<ParameterReading, 'id' | 'document'>[]): SumRow {
  const [label = step.plain, ...rest] = step.plain.split('：');
  const document = parameters.find((one) => one.id === step.parameter)?.document;
  const sub = rest.length > 0 ? rest.join('：') : document?.title;
  return {
    op: OPS[step.op], label, ...(sub === undefined ? {} : { sub }), ...valueOf(step),
    ...(step.role === 'result' ? { result: true } : {}), ...(step.role === 'answer' ? { answer: true } : {}),
  };
}

function valueOf({ value }: WorkingStep): Pick<SumRow, 'amountFen' | 'count' | 'text'> {
  if ('fen' in value) return { amountFen: value.fen };
  return 'count' in value ? { count: value.count } : { text: value.text };
}

/** standard × people = whole, whole − own = given: the bar of two parts may be drawn only when it comes out so. */
function shapeOf(steps: readonly WorkingStep[]): ReadWorking['shape'] {
  const fenOf = (step: WorkingStep | undefined): number | undefined => (step !== undefined && 'fen' in step.value ? step.value.fen : undefined);
  const standard = fenOf(steps[0]);
  const times = steps.find((step) => step.op === '×')?.value;
  const whole = fenOf(steps.find((step) => step.role === 'result'));
  const given = fenOf(steps.find((step) => step.role === 'answer'));
  if (standard === undefined || whole === undefined || given === undefined || times === undefined || !('count' in times)) return undefined;
  const own = steps.reduce((sum, step) => sum + (step.role === 'given' && (step.op === '−' || step.op === '+') ? (step.op === '−' ? 1 : -1) * (fenOf(step) ?? 0) : 0), 0);
  if (steps.some((step) => step.op === '按') || own < 0 || given < 0 || whole - own !== given) return undefined;
  return { standard, people: times.count, whole, own, given };
}
