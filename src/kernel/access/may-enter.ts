import type { Allow } from '../contract/door.ts';
import { refused, type Refused } from '../contract/refusal.ts';
import type { Caller } from './caller.ts';

/** Decides whether a caller may come through a door. Pure. */
export function mayEnter(allow: Allow, caller: Caller): Refused | undefined {
  if (caller.mandate === 'over') return refused('mandate.not-in-force');
  if (allow.anyone) return undefined;
  if (caller.next) return allow.during?.includes(caller.next) ? undefined : refused('access.finish-sign-in');
  if (!caller.account) return refused('access.sign-in-first');
  if (caller.post && (allow.staff || allow.roles?.includes(caller.post.role))) return undefined;
  if (caller.mandate !== undefined && allow.mandated !== true) return refused('mandate.not-for-this');
  if (allow.account) return undefined;
  if (!caller.post && caller.person !== null && allow.residents) return undefined;
  return refused('access.not-yours');
}
