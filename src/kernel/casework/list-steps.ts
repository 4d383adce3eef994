import type { Form } from '../contract/form.ts';
import type { Refused } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';
import { loadRefusals, sentenceOf } from '../registry/load-refusals.ts';
import { chooseStep, type Asking } from './choose-step.ts';
import { formOfGeneric } from './form-of-generic.ts';
import { correctFacts, findState, genericSteps } from './generic-steps.ts';
import type { LoadedCase } from './load-case.ts';

export interface OfferedStep {
  readonly id: string;
  readonly title: string;
  readonly form: Form | null;
  readonly task: string | null;
  readonly main: boolean;
  readonly key: string | null;
  /** Step that every procedure has. */
  readonly generic: boolean;
  /** Why it cannot be taken now, with the sentence a person reads; null = it can. */
  readonly no: (Refused & { readonly sentence: string }) | null;
}

const NOT_MINE = new Set(['step.wrong-role', 'step.wrong-office', 'step.system-only', 'step.applicant-only', 'step.not-here', 'case.closed']);

/** What a caller can do with a case now, and what only has to wait, with the reason. What is not theirs to do is left out. */
export async function listSteps(tx: Tx, loaded: LoadedCase, asking: Asking): Promise<OfferedStep[]> {
  const state = findState(loaded.procedure, loaded.row.state);
  const offered: OfferedStep[] = [];
  const refusals = await loadRefusals();
  const inWords = (no: Refused | undefined): OfferedStep['no'] => (no ? { ...no, sentence: sentenceOf(refusals, no) } : null);
  for (const step of state.steps) {
    const { no } = await chooseStep(tx, loaded, asking, step.id);
    if (!no || !NOT_MINE.has(no.code)) offered.push({ id: step.id, title: step.title, form: step.form ?? null, task: step.task ?? null, main: step.main === true, key: step.key ?? null, generic: false, no: inWords(no) });
  }
  const silent = new Set([...NOT_MINE, 'case.decided', 'case.not-paused', 'case.told-once', 'step.no-task', 'step.wrong-target', 'case.paused']);
  for (const step of [...genericSteps, correctFacts]) {
    if (state.steps.some((declared) => declared.id === step.id)) continue;
    const { no } = await chooseStep(tx, loaded, asking, step.id);
    if (no && silent.has(no.code)) continue;
    offered.push({ id: step.id, title: step.title, form: formOfGeneric(loaded, step), task: null, main: false, key: null, generic: true, no: inWords(no) });
  }
  return offered;
}
