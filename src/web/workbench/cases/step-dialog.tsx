import { useState } from 'react';
import { formatYuan, type Fen } from '../../../kernel/values/money.ts';
import { useApiCommand, type ApiProblem } from '../../api-client.ts';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../ui/button.tsx';
import { dayShort } from '../../ui/day-text.ts';
import { ErrorNote } from '../../ui/error-note.tsx';
import type { CaseDetail, OfferedStep, StepResult } from './api.ts';
import { FormDialog } from './form-dialog.tsx';

/** One step of the case: its form, what will happen, and, when somebody else was there first, what they did. */
export function StepDialog({ detail, step, onDone, onClose }: { detail: CaseDetail; step: OfferedStep; onDone: (result: StepResult) => void; onClose: () => void }) {
  const [seen, setSeen] = useState(detail.version);
  const command = useApiCommand<StepResult>('casework.take-step');
  const client = useQueryClient();
  const looked = () => {
    setSeen(detail.version);
    command.clear();
  };
  const { assessment } = detail;
  const refusal = () => (command.problem?.code === 'case.stale'
    ? <Stale problem={command.problem} today={detail.today} renew={() => void client.invalidateQueries()} known={detail.version > seen} onLooked={looked} />
    : undefined);
  return (
    <FormDialog draft={`case:${detail.caseId}:${step.id}`} title={step.title} form={step.form} submit={submitWords(step, detail)} command={command} onClose={onClose} onDone={onDone} refusal={refusal}
      body={(values) => ({ caseId: detail.caseId, step: step.id, seen, ...(step.form === null ? {} : { data: values }) })}>
      <p className="note">{detail.name}，{detail.headcount} 人，案号 {detail.number}{step.main && assessment?.outcome === 'granted' && assessment.fen > 0 ? `，每月 ${formatYuan(assessment.fen as Fen)} 元` : ''}</p>
    </FormDialog>
  );
}

/** The one who decides money reads the figure on the button. */
function submitWords(step: OfferedStep, detail: CaseDetail): string {
  const { assessment } = detail;
  return step.main && assessment?.outcome === 'granted' && assessment.fen > 0 && /批准|确认|同意/.test(step.title) ? `${step.title}，每月 ${formatYuan(assessment.fen as Fen)} 元` : step.title;
}

interface Change { readonly title: string; readonly by: string; readonly on: string }

/** Somebody else acted in the meantime: what and who. What was typed is kept; nothing goes on before it was looked at. */
function Stale({ problem, today, known, renew, onLooked }: { problem: ApiProblem; today: string; known: boolean; renew: () => void; onLooked: () => void }) {
  const changes = Array.isArray(problem.details['changes']) ? (problem.details['changes'] as readonly Change[]) : [];
  return (
    <ErrorNote problem={problem} kept="您写的都还在下面，没有办出去。">
      <ul>{changes.map((change, at) => <li key={at}>{dayShort(change.on, today)}，{change.by}：{change.title}</li>)}</ul>
      {known ? <Button onPress={onLooked}>看过了，接着办</Button> : <Button onPress={renew}>看现在的样子</Button>}
    </ErrorNote>
  );
}
