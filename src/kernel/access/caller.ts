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
}

export const nobody: Caller = { account: null, post: null, posts: [], person: null, divisions: [] };

/** Stable name of the actor for idempotency keys. */
export function actorName(caller: Caller): string {
  if (caller.post) return `post:${caller.post.id}`;
  if (caller.account) return `account:${caller.account.id}`;
  return 'anyone';
}
