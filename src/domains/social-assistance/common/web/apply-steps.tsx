import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FieldError } from '../../../../kernel/contract/form.ts';
import { ApiProblem, command } from '../../../../web/api-client.ts';
import { checkFields, checkForm } from '../../../../web/forms/check-form.ts';
import { FormSteps } from '../../../../web/forms/form-steps.tsx';
import { rowsOf, type FormValues } from '../../../../web/forms/form-values.ts';
import { DraftConflicts } from '../../../../web/portal/parts/draft-conflict.tsx';
import { DraftWords } from '../../../../web/portal/parts/draft-words.tsx';
import type { Draft } from '../../../../web/portal/parts/use-draft.ts';
import { useOpen } from '../../../../web/ui/link.tsx';
import { Money } from '../../../../web/ui/money.tsx';
import type { ApplyWords } from './apply-words.ts';
import { SIGNATURE, withNames, type PortalForm } from './portal-form.ts';
import { reckonSoFar } from './reckon-so-far.ts';
import { Review } from './review.tsx';
import { checkSignature } from './check-signature.ts';

const OFFLINE = new ApiProblem({ code: 'network.unreachable', status: 0, title: '没有网，还没有交上去。您写的都存在这台手机上。有网以后，再按一次“交上去”。' });

/** The form one step at a time, kept as it is typed; the last press sends it once. */
export function ApplySteps({ draft, values, words, portal }: { draft: Draft; values: FormValues; words: ApplyWords; portal: PortalForm }) {
  const { matter } = words;
  const client = useQueryClient();
  const open = useOpen();
  const [step, setStep] = useStep(matter, () => firstOpenStep(portal, values));
  const [signed, setSigned] = useState<string | undefined>(undefined);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const all: FormValues = { ...values, [SIGNATURE]: signed };

  const change = ({ [SIGNATURE]: name, ...answers }: FormValues) => {
    if (name !== signed) setSigned(typeof name === 'string' ? name : undefined);
    if (Object.keys(answers).some((key) => answers[key] !== values[key])) draft.change(answers);
    if (errors.length > 0) setErrors([]);
  };
  const move = (to: number) => {
    const wrong = portal.steps.sections[step]?.id === 'authorisation' && to > step ? checkSignature(all) : [];
    setErrors(wrong);
    if (wrong.length === 0) setStep(to);
  };
  const submit = async () => {
    const wrong = [...checkForm(portal.steps, all), ...checkSignature(all), ...checkLast(portal, values)];
    setErrors(wrong);
    setProblem(undefined);
    if (wrong.length > 0 || busy) return;
    setBusy(true);
    try {
      const caseId = await send(draft, matter);
      setStep(0);
      draft.drop();
      // the way back leads to the application that is now being worked on
      void client.invalidateQueries();
      open(`/apply/${matter}/done/${caseId}`);
    } catch (failure) {
      if (!(failure instanceof ApiProblem)) throw failure;
      setErrors(failure.fields);
      setProblem(failure.fields.length > 0 ? undefined : failure);
    } finally {
      setBusy(false);
    }
  };
  const soFar = reckonSoFar(values);
  const form = withNames(portal.steps, rowsOf(values['members']).map((row) => String(row['name'] ?? '')));
  const fields = portal.steps.sections.flatMap((section) => section.fields);
  return (
    <>
    <div className="cols"><DraftConflicts draft={draft} fields={[...fields, ...portal.last]} /></div>
    <FormSteps
      form={form} values={all} onChange={change} step={step} onStep={move} errors={errors} onSubmit={() => void submit()} doing={words.doing} submitTitle="交上去" busy={busy}
      reviewTitle="再看一遍" review={<Review portal={portal} values={values} signed={signed} onStep={setStep} onChange={change} problem={problem} />} aside={words.asides}
      sofar={<>{soFar === undefined ? null : <span>全家每月 <b><Money fen={soFar} unit /></b></span>} <DraftWords state={draft.state} /></>}
    />
    </>
  );
}

/** Sent once however often it is pressed: the key is the draft's own, and the same draft makes one application. */
async function send(draft: Draft, matter: string): Promise<number> {
  const draftId = await draft.flush();
  if (draftId === undefined) throw draft.state.is === 'refused' ? draft.state.problem : OFFLINE;
  const { caseId } = await command<{ readonly caseId: number }>('casework.apply', { matter }, { key: `apply-${matter}-${draftId}` });
  return caseId;
}

function checkLast(portal: PortalForm, values: FormValues): FieldError[] {
  const missing = checkFields(portal.last, values, '');
  return values['truthful'] === false ? [{ path: 'truthful', code: 'form.not-confirmed', sentence: '写的不是真的，不能交。请回去改好，再选“是”。' }] : missing;
}

/** Where somebody comes back to: the first step that is not done; the first of all when nothing is written. */
function firstOpenStep(portal: PortalForm, values: FormValues): number {
  if (Object.keys(values).length === 0) return 0;
  const at = portal.steps.sections.findIndex((section) => checkFields(section.fields, values, '').length > 0 || (section.id === 'income' && rowsOf(values['incomes']).length === 0 && values['movable'] === undefined));
  return at < 0 ? portal.steps.sections.length - 1 : at;
}

/** The step one stands on, kept while the window is open. */
function useStep(matter: string, first: () => number): [number, (step: number) => void] {
  const key = `minzheng.step.${matter}`;
  const [step, set] = useState(() => {
    const kept = Number.parseInt(sessionStorage.getItem(key) ?? '', 10);
    const reached = first();
    return Number.isInteger(kept) && kept >= 0 && kept <= reached ? kept : reached;
  });
  return [step, (next) => { sessionStorage.setItem(key, String(next)); set(next); }];
}
