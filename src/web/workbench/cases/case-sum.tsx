import type { ReactNode } from 'react';
import { citeLaw } from '../../../kernel/contract/law.ts';
import type { ParameterReading } from '../../../kernel/contract/parameter.ts';
import { fen as asFen, formatYuan } from '../../../kernel/values/money.ts';
import type { Assessment, WorkingStep } from '../../../kernel/contract/rules.ts';
import { DemoMark } from '../../ui/demo-mark.tsx';
import { Grounds } from '../../ui/grounds.tsx';
import { Section, Unsourced } from '../../ui/page-head.tsx';
import { Sum, type SumRow } from '../../ui/sum.tsx';

/** Margin of a figure: the document it rests on; what is missing is said in vermilion, what is for the demo is marked. */
export function Source({ reading }: { reading: ParameterReading }) {
  const { document } = reading;
  return (
    <>
      {document.title}{document.readIn === undefined ? null : `，见${document.readIn}`}。{document.number === null ? <Unsourced>文号未录入</Unsourced> : document.number}{reading.demo ? <> <DemoMark /></> : null}
    </>
  );
}

function sourceOf(step: WorkingStep, parameters: readonly ParameterReading[]): ReactNode {
  const reading = parameters.find((one) => one.id === step.parameter);
  if (reading === undefined) return step.source;
  return <>{step.source === undefined ? null : <>{step.source} </>}<Source reading={reading} /></>;
}

/** The working as rows of a sum. Exported for the paper, which writes the same sum in one line. */
export function sumRows(assessment: Pick<Assessment, 'working' | 'parameters'>): SumRow[] {
  return assessment.working.map((step): SumRow => ({
    op: step.op === '' || step.op === '=' || step.op === '按' ? undefined : step.op,
    label: step.label,
    ...('fen' in step.value ? { amountFen: step.value.fen } : 'count' in step.value ? { count: step.value.count } : { text: step.value.text }),
    source: sourceOf(step, assessment.parameters),
    result: step.role === 'result', answer: step.role === 'answer', quiet: step.role === 'excluded',
  }));
}

/** 这个数怎么来的 */
export function CaseSum({ assessment, title, note }: { assessment: Assessment; title: string; note: string }) {
  if (assessment.working.length === 0) return null;
  return (
    <Section title={title} note={note}>
      <Sum caption={title} rows={sumRows(assessment)} />
    </Section>
  );
}

/** A figure with its unit; a choice or switch is said in its source. */
function valueOf(reading: ParameterReading): string {
  if (reading.kind === 'money') return `${formatYuan(asFen(Number(reading.value)))} ${reading.unit}`;
  if (reading.kind === 'switch') return reading.value === true ? '是' : '否';
  return reading.kind === 'choice' ? '见依据' : `${String(reading.value)} ${reading.unit}`.trim();
}

/** Every criterion that was tried, each with its article: all grounds at once, also those that are met. */
export function CaseGrounds({ assessment, title }: { assessment: Assessment; title: string }) {
  const { grounds } = assessment;
  const unmet = grounds.filter((ground) => ground.result === 'unmet').length;
  const unknown = grounds.filter((ground) => ground.result === 'unknown').length;
  const note = [`${grounds.length} 条`, unmet > 0 ? `不符 ${unmet} 条` : '', unknown > 0 ? `还不知道 ${unknown} 条` : ''].filter(Boolean).join('，');
  const used = assessment.parameters.filter((reading) => assessment.working.every((step) => step.parameter !== reading.id));
  return (
    <Section title={title} note={note}>
      <Grounds items={grounds.map((ground) => ({
        result: ground.result,
        fact: <><b>{ground.title}</b>。{ground.because}{ground.needs.map((need) => (need.kind === 'parameter' ? <span key={need.id}> <Unsourced>{need.title}未录入</Unsourced></span> : null))}</>,
        law: citeLaw(ground.law),
      }))} />
      {used.length === 0 ? null : (
        <dl className="gloss used-standards"><dt>判断时用到的标准</dt>{used.map((reading) => <dd key={`${reading.id}${reading.hukouKind ?? ''}`}>{reading.title}：{valueOf(reading)}。<Source reading={reading} /></dd>)}</dl>
      )}
    </Section>
  );
}
