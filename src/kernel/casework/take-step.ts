import { checkForm, maskForm, type FormValues } from '../contract/check-form.ts';
import { AppError, Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { announce } from '../jobs/enqueue.ts';
import { postNotice } from '../notices/post-notice.ts';
import { withdrawNotice } from '../notices/withdraw-notice.ts';
import { advanceCase } from './advance-case.ts';
import { appendAction } from './append-action.ts';
import { changeFacts } from './change-facts.ts';
import type { CaseRegistry } from './case-registry.ts';
import { listCounted } from './list-counted.ts';
import { chooseStep, type ChosenStep } from './choose-step.ts';
import { findState } from './generic-steps.ts';
import { refuseExtension } from './extension.ts';
import { formOfGeneric } from './form-of-generic.ts';
import { listReturnable } from './list-returnable.ts';
import { loadCase, type LoadedCase } from './load-case.ts';
import { readCalendar } from './read-calendar.ts';
import { saveCase } from './save-case.ts';
import { refuseSecondTelling } from './supplement.ts';

export interface StepRequest {
  readonly caseId: number;
  readonly step: string;
  /** Version of the case the person had before their eyes. */
  readonly seen: number;
  readonly data?: unknown;
}

export interface StepResult { readonly caseId: number; readonly version: number; readonly state: string; readonly stateTitle: string; readonly actionId: number }

/**
 * One step of a case, whole or not at all: lock, compare what was seen, check who and whether, check the form, record, run effects, bring the
 * current rows up, say so. Throws Refusal.
 */
export async function takeStep(tx: Tx, by: CommandContext, registry: CaseRegistry, request: StepRequest): Promise<StepResult> {
  const loaded = await loadCase(tx, registry, request.caseId, by.today, { lock: true });
  refuseStale(loaded, request.seen);
  const chosen = await chooseStep(tx, loaded, by, request.step);
  if (chosen.no) throw new Refusal(chosen.no.code, chosen.no.details);
  const values = readInput(loaded, chosen, request, by);
  const no = chosen.declared?.when?.(loaded.view, values);
  if (no) throw new Refusal(no.code, no.details);
  if (chosen.generic?.id === 'request-supplement') refuseSecondTelling(loaded, values);
  const to = chosen.declared ? whereTo(loaded, chosen.declared, values) : whereToGeneric(loaded, request.step, values);
  return recordStep(tx, by, registry, loaded, { step: request.step, to, values, seen: request.seen, chosen });
}

export interface Recording { readonly step: string; readonly to: string; readonly values: FormValues; readonly seen: number | null; readonly chosen: ChosenStep }

/** The writing half of a step, also for steps the kernel takes itself (an objection was upheld). The case must be locked. */
export async function recordStep(tx: Tx, by: CommandContext, registry: CaseRegistry, loaded: LoadedCase, recording: Recording): Promise<StepResult> {
  const { row, procedure } = loaded;
  const { step, to, values, chosen } = recording;
  const seq = row.version + 1;
  const form = chosen.declared?.form ?? chosen.generic?.form;
  const data = form ? maskForm(form, values) : values;
  const actionId = await appendAction(tx, by, row, { seq, step, from: row.state, to, seen: recording.seen, data });
  if (step === 'correct-facts') await changeFacts(tx, registry, loaded, values['facts']);
  for (const effect of chosen.declared?.effects ?? []) {
    await effect.run({ tx, by, view: loaded.view, step, actionId, input: values, case: row, matter: loaded.matter, procedure, registry, office: chosen.office });
  }
  await moveNotice(tx, by, registry, loaded, recording);
  const after = advanceCase(loaded.state, { seq, step, to, on: by.today, data }, procedure, await readCalendar(tx));
  await saveCase(tx, by, loaded, loaded.state.tasks, after);
  if (findState(procedure, to).kind === 'final') await announce(tx, 'case.closed', { caseId: row.id, actionId, step, from: row.state, to });
  return { caseId: row.id, version: seq, state: to, stateTitle: findState(procedure, to).title, actionId };
}

function refuseStale(loaded: LoadedCase, seen: number): void {
  if (seen === loaded.row.version) return;
  const last = loaded.actions.at(-1);
  throw new Refusal('case.stale', {
    who: last?.actorName ?? '', on: last?.on ?? '', what: last ? titleOfStep(loaded, last.step, last.from) : '', version: loaded.row.version,
    changes: loaded.actions.filter((action) => action.seq > seen).map((action) => ({ step: action.step, title: titleOfStep(loaded, action.step, action.from), by: action.actorName, on: action.on })),
  });
}

/** Words for an action of the record. */
export function titleOfStep(loaded: Pick<LoadedCase, 'procedure'>, step: string, from: string | null): string {
  const words: Readonly<Record<string, string>> = {
    'open': '提出申请', 'withdraw': '申请人撤回', 'request-supplement': '一次性告知补材料', 'supplement': '补齐材料', 'return': '退回更正', 'extend': '延长期限',
    'correct-facts': '更正申报情况', 'objection-upheld': '异议成立，重新调查', 'superseded': '并入停发程序',
  };
  const declared = from === null ? undefined : loaded.procedure.states[from]?.steps.find((one) => one.id === step);
  return declared?.title ?? words[step] ?? step;
}

function readInput(loaded: LoadedCase, chosen: ChosenStep, request: StepRequest, by: CommandContext): FormValues {
  const form = chosen.declared ? chosen.declared.form : chosen.generic && formOfGeneric(loaded, chosen.generic);
  const raw = (typeof request.data === 'object' && request.data !== null ? request.data : {}) as FormValues;
  const { facts, ...rest } = raw;
  const checked = checkForm(form, request.step === 'correct-facts' ? rest : raw, { today: by.today, demo: by.city.demo });
  if (!checked.ok) throw new Refusal('input.invalid', { fields: checked.errors });
  return request.step === 'correct-facts' ? { ...checked.values, facts: facts ?? null } : checked.values;
}

/** A declared target, or, when the last task of the state was done, where the state itself leads. */
function whereTo(loaded: LoadedCase, step: NonNullable<ChosenStep['declared']>, values: FormValues): string {
  const to = typeof step.to === 'function' ? step.to(loaded.view, values) : step.to;
  if (to !== undefined) return to;
  const after = findState(loaded.procedure, loaded.row.state).after;
  if (!after || !step.task) return loaded.row.state;
  const done = loaded.view.tasks.map((task) => task.done || task.id === step.task);
  return (after.need === 'any' ? done.some(Boolean) : done.every(Boolean)) ? after.to : loaded.row.state;
}

function whereToGeneric(loaded: LoadedCase, step: string, values: FormValues): string {
  if (step === 'withdraw') return 'withdrawn';
  if (step === 'extend') refuseExtension(loaded, values);
  if (step !== 'return') return loaded.row.state;
  const states = listReturnable(loaded);
  if (!states.some((state) => state.id === values['to'])) throw new Refusal('step.wrong-target', { states: states.map((state) => state.title).join('、') });
  return String(values['to']);
}

/** Posts the notice of the state entered; takes down the one of a state left otherwise than by its own steps. */
async function moveNotice(tx: Tx, by: CommandContext, registry: CaseRegistry, loaded: LoadedCase, recording: Recording): Promise<void> {
  const { row, procedure, view } = loaded;
  if (recording.to === row.state) return;
  const left = findState(procedure, row.state);
  if (left.notice && !recording.chosen.declared && view.notice?.state === row.state) {
    await withdrawNotice(tx, by, view.notice.id, String(recording.values['reason'] ?? titleOfStep(loaded, recording.step, row.state)));
  }
  const entered = findState(procedure, recording.to);
  if (!entered.notice) return;
  if (!recording.chosen.office) throw new AppError('notice.no-office', `step ${recording.step} leads into a notice but no office takes it`);
  const { length: headcount } = await listCounted(tx, registry, loaded);
  await postNotice(tx, by, { case: row, headcount, state: recording.to, scope: entered.notice.scope, days: entered.notice.limit.days, office: recording.chosen.office, place: recording.values['place'] });
}
