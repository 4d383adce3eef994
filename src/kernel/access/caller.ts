import type { SignInStep } from './sign-in-steps.ts';

/** A post as it is held now: a role at a division. */
export interface Post {
  readonly id: number;
  readonly role: string;
  readonly divisionId: number;
  readonly divisionCode: string;
  readonly divisionName: string;
  readonly divisionLevel: string;
  /** Name of the holder, where the post is held for another (代理). */
  readonly actingFor?: string | null;
}

/** 代办授权 under which somebody acts for another: `helper` is the one who acts, the caller's `person` the one it is done for. */
export interface StandingMandate {
  readonly id: number;
  readonly helper: number;
  readonly helperName: string;
  readonly principalName: string;
  readonly relation: string;
  readonly matters: readonly string[];
  /** 监护人: signs in the ward's place (民法通则第十四条、第十六条；民法典第二十三条). */
  readonly guardian: boolean;
  readonly divisionId: number;
}

/** Who stands at the door. `divisions` is the list row protection compares with: everything under the post's division. */
export interface Caller {
  readonly account: { readonly id: number; readonly name: string; readonly kind: 'staff' | 'resident' | 'system' } | null;
  readonly post: Post | null;
  readonly posts: readonly Post[];
  readonly person: number | null;
  readonly divisions: readonly number[];
  /** The session, where the caller came by one (a run of the worker has none). */
  readonly session?: number;
  /** Set while signing in is not finished: only doors marked for this step open. */
  readonly next?: SignInStep;
  /** Acting for another. `over`: under a mandate that does not hold (any more). */
  readonly mandate?: StandingMandate | 'over' | undefined;
}

/** The mandate a caller acts under, if any. */
export const mandateOf = (caller: Caller): StandingMandate | undefined => (caller.mandate === 'over' ? undefined : caller.mandate);

export const nobody: Caller = { account: null, post: null, posts: [], person: null, divisions: [] };

/** Stable name of the actor for idempotency keys. */
export function actorName(caller: Caller): string {
  if (caller.post) return `post:${caller.post.id}`;
  if (caller.account) return `account:${caller.account.id}`;
  return 'anyone';
}
