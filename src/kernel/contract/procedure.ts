import type { PlainDate } from '../values/plain-date.ts';
import type { StepContext } from '../casework/step-context.ts';
import type { CaseView } from '../casework/case-view.ts';
import type { Form } from './form.ts';
import type { LawReference } from './law.ts';
import type { Refused } from './refusal.ts';

/**
 * Who may act: posts of these roles at the office that holds the power for the case's division on that day.
 * The office is found by the matter's authority table, never by a fixed level (中山 has no 区县).
 */
export interface Actor {
  readonly roles: readonly string[];
  readonly power: string;
}

/** A limit the law sets. The day of the event is not counted. */
export interface Limit {
  readonly days: number;
  readonly calendar: 'working' | 'calendar';
  readonly law: LawReference;
}

/** Something an office has to do while the case stands in a state. */
export interface Task {
  readonly id: string;
  readonly title: string;
  readonly actor: Actor;
  readonly within?: Limit;
  /** True when others have to answer first: it does not use up the office's limit. */
  readonly waits?: boolean;
}

/** What happens beside the move: post a notice, freeze evidence, make a grant. Runs in the same transaction. */
export interface Effect {
  readonly id: string;
  run(at: StepContext): Promise<void>;
}

export interface Step {
  readonly id: string;
  readonly title: string;
  readonly by: Actor | 'applicant' | 'system';
  /** Task of this state that the step completes. */
  readonly task?: string;
  readonly form?: Form;
  /** State it leads to; absent = stays. A function when the answer decides. */
  readonly to?: string | ((view: CaseView, input: Readonly<Record<string, unknown>>) => string);
  /** Says why the step cannot be taken now; undefined = it can. Pure; the screen shows the same words beside the waiting button. */
  readonly when?: (view: CaseView, input?: Readonly<Record<string, unknown>>) => Refused | undefined;
  readonly effects?: readonly Effect[];
  /** True when it can also be taken while the case waits for the applicant (终止: who never answers). */
  readonly whilePaused?: boolean;
  /** The one filled button of the state. */
  readonly main?: boolean;
  readonly key?: string;
  /** True where it may be taken for many cases at once (批量办理). Never for a decision that the law wants one by one. */
  readonly bulk?: boolean;
}

/** How a case ended. `terminated`: the office broke it off on a ground of law, without judging the need. The last four are of cases about a benefit already granted. */
export type CaseOutcome = 'granted' | 'refused' | 'withdrawn' | 'not-accepted' | 'terminated' | 'continued' | 'suspended' | 'ended' | 'resumed';

export interface State {
  readonly title: string;
  /** Stage of the strip at the head of the case this state belongs to. */
  readonly stage: string;
  /** `held`: a public notice runs. `paused`: the applicant has to answer first, the clock of the whole case stands still. */
  readonly kind: 'open' | 'held' | 'paused' | 'final';
  readonly outcome?: CaseOutcome;
  /** The decision is taken and only has to be told: nothing is returned, corrected or called off any more. */
  readonly decided?: boolean;
  readonly tasks: readonly Task[];
  /** Where the case goes when all (default) or any of the tasks are done. */
  readonly after?: { readonly need: 'all' | 'any'; readonly to: string };
  readonly steps: readonly Step[];
}

/** What the law of a procedure calls the two decisions: 批准／不予批准, 确认同意／不予确认, 认定／不予认定. They stand on seal, letter, notice and portal. */
export interface DecisionWords {
  readonly granted: string;
  readonly refused: string;
  /** The no as one says it to a resident: 没有批准. */
  readonly plainNo: string;
}

export interface Stage {
  readonly id: string;
  readonly title: string;
  readonly limit?: Limit;
}

/**
 * The limit the law sets for a case as a whole, from one step to the decision. The day of the first step is not counted; days on which the
 * clock stands still (waiting for the applicant) are not either.
 */
export interface OverallLimit {
  /** Step that starts it (受理). */
  readonly from: string;
  /** Steps that end it: the decision, one way or the other. Every end of the case does too. */
  readonly until: readonly string[];
  readonly limit: Limit;
  /** Days of the same kind up to which it may be prolonged in special cases; absent = the law allows no prolonging. */
  readonly extendedTo?: number;
}

/** What a procedure is for: a first application, or something about a benefit already granted (复核, 变更, 停发或恢复). */
export type ProcedureKind = 'application' | 'review' | 'change' | 'stop';

/** A procedure of law: who does what, in which order, within which limits; valid for cases opened in its period. */
export interface Procedure {
  readonly id: string;
  readonly title: string;
  /** An application where nothing is said. */
  readonly kind?: ProcedureKind;
  readonly law: readonly LawReference[];
  /** By the day the case was opened. */
  readonly applies: { readonly division: string; readonly from: PlainDate; readonly to: PlainDate | null };
  readonly form: Form;
  readonly start: string;
  readonly stages: readonly Stage[];
  readonly states: Readonly<Record<string, State>>;
  readonly overall?: OverallLimit;
  /** 批准／不予批准 where nothing is said. */
  readonly words?: DecisionWords;
}

export const kindOf = (procedure: Pick<Procedure, 'kind'>): ProcedureKind => procedure.kind ?? 'application';
