import type { Caller } from '../access/caller.ts';
import type { Actor, Step } from '../contract/procedure.ts';
import { refused, type Refused } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { listExtendable } from './extension.ts';
import { findOffice, type Office } from './find-office.ts';
import { findGenericStep, findState, type GenericStepDeclaration } from './generic-steps.ts';
import type { LoadedCase } from './load-case.ts';
import { listReturnable } from './list-returnable.ts';
import { actorMay } from './actor-may.ts';
import { whyHeld, whyNotActor, whyNotApplicant } from './why-not.ts';

export interface Asking { readonly caller: Caller; readonly today: PlainDate }

/** A step as it can be taken now, or the reason why not. `office`: whose power it uses. */
export interface ChosenStep {
  readonly declared: Step | undefined;
  readonly generic: GenericStepDeclaration | undefined;
  readonly office: Office | null;
  readonly no: Refused | undefined;
}

/** Looks whether a caller may take a step now, before anything is written: state, pause, person, office, task, notice, the procedure's own guard. */
export async function chooseStep(tx: Tx, loaded: LoadedCase, asking: Asking, id: string): Promise<ChosenStep> {
  const state = findState(loaded.procedure, loaded.row.state);
  const declared = state.steps.find((step) => step.id === id);
  const generic = declared ? undefined : findGenericStep(id);
  const refuse = (no: Refused | undefined, office: Office | null = null): ChosenStep => ({ declared, generic, office, no });
  if (state.kind === 'final') return refuse(refused('case.closed'));
  if (!declared && !generic) return refuse(refused('step.not-here', { state: state.title }));
  if (generic && state.decided === true) return refuse(refused('case.decided'));
  const paused = loaded.row.paused_since !== null;
  if (paused && id !== 'supplement' && id !== 'withdraw' && declared?.whilePaused !== true) return refuse(refused('case.paused'));
  if (!paused && id === 'supplement') return refuse(refused('case.not-paused'));
  const who = await whoMay(tx, loaded, asking, declared, id);
  if (who.no) return refuse(who.no, who.office);
  if (generic) return refuse(whyNotGeneric(loaded, id), who.office);
  const task = state.tasks.find((one) => one.id === declared?.task);
  if (task && loaded.view.tasks.some((one) => one.id === task.id && one.done)) return refuse(refused('step.done', { task: task.title }), who.office);
  const held = declared?.to === undefined ? undefined : whyHeld(state, loaded.view);
  return refuse(held ?? declared?.when?.(loaded.view), who.office);
}

async function whoMay(tx: Tx, loaded: LoadedCase, asking: Asking, declared: Step | undefined, id: string): Promise<{ office: Office | null; no: Refused | undefined }> {
  if (declared?.by === 'system') return { office: null, no: asking.caller.account?.kind === 'system' ? undefined : refused('step.system-only') };
  if (declared?.by === 'applicant' || id === 'withdraw' || (id === 'supplement' && !asking.caller.post)) {
    return { office: null, no: whyNotApplicant(asking.caller, loaded.row.applicant_person_id, loaded.procedure) };
  }
  if (!declared) return actorMay(tx, loaded, asking, findState(loaded.procedure, loaded.row.state));
  const actor = declared.by as Actor;
  const office = await findOffice(tx, loaded.matter, actor.power, { division: loaded.row.division_id, day: asking.today });
  return { office, no: whyNotActor(asking.caller, actor, office) };
}

function whyNotGeneric(loaded: LoadedCase, id: string): Refused | undefined {
  if (id === 'request-supplement' && findState(loaded.procedure, loaded.row.state).kind === 'paused') return refused('case.paused');
  if (id === 'return' && listReturnable(loaded).length === 0) return refused('step.wrong-target', { states: '没有' });
  if (id === 'extend' && listExtendable(loaded).length === 0) return refused('step.no-task');
  return undefined;
}
