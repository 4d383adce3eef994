import type { Caller } from '../access/caller.ts';
import { roleTitle } from '../access/roles.ts';
import type { Actor } from '../contract/procedure.ts';
import type { CaseProcedure, CaseStateDeclaration } from './case-procedure.ts';
import { refused, type Refused } from '../contract/refusal.ts';
import type { CaseView } from './case-view.ts';
import type { Office } from './find-office.ts';

/** Why a caller may not act where the law names a power: wrong post or wrong office. Pure; undefined = may. */
export function whyNotActor(caller: Caller, actor: Actor, office: Office): Refused | undefined {
  const post = caller.post;
  if (!post || !actor.roles.includes(post.role)) {
    return refused('step.wrong-role', { roles: actor.roles.map(roleTitle).join('、'), role: post ? roleTitle(post.role) : '申请人' });
  }
  return post.divisionId === office.id ? undefined : refused('step.wrong-office', { office: office.name, here: post.divisionName });
}

/** The applicant himself, or a clerk of the desk that takes applications in, who writes down what the applicant said. */
export function whyNotApplicant(caller: Caller, applicant: number, procedure: CaseProcedure): Refused | undefined {
  if (!caller.post) return caller.person === applicant ? undefined : refused('step.applicant-only');
  const desk = procedure.states[procedure.start]?.tasks.flatMap((task) => task.actor.roles) ?? [];
  return desk.includes(caller.post.role) ? undefined : refused('step.applicant-only');
}

/** A notice holds the decision: until the day after its last day, and until each objection is answered. */
export function whyHeld(state: CaseStateDeclaration, view: CaseView): Refused | undefined {
  if (!state.notice) return undefined;
  if (!view.notice || view.notice.state !== view.state) return refused('notice.not-posted');
  if (view.today <= view.notice.endsOn) return refused('notice.running', { until: view.notice.endsOn });
  return view.notice.openObjections > 0 ? refused('notice.objection-open', { count: view.notice.openObjections }) : undefined;
}

/** Everyone who acts in a state: their offices may pause, return and extend what stands with them. */
export function actorsOf(state: CaseStateDeclaration): Actor[] {
  return [...state.tasks.map((task) => task.actor), ...state.steps.map((step) => step.by).filter((by): by is Actor => typeof by !== 'string')];
}
