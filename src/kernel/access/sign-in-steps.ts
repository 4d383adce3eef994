import type { City } from '../db/city.ts';
import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { readFactorStanding } from './second-factor/factor-standing.ts';
import type { SignInRules } from './sign-in-rules.ts';

/** What a session still has to do before it opens anything; `none` = it is signed in. */
export type NextStep = 'none' | 'change-password' | 'second-factor' | 'enrol-second-factor';
export type SignInStep = Exclude<NextStep, 'none'>;

/** What decides the steps of an account. */
export interface SignInStanding {
  /** The password is another's (one-time) or too old. */
  readonly passwordDue: boolean;
  readonly secondFactor: 'not-needed' | 'held' | 'to-enrol';
}

/**
 * The first step not passed yet. Who one is comes before what one may change: the second factor is asked before a new password is taken.
 * A session that did not come by password (single sign-on) begins with `change-password` passed. Pure.
 */
export function nextStep(standing: SignInStanding, passed: readonly SignInStep[]): NextStep {
  if (standing.secondFactor === 'held' && !passed.includes('second-factor')) return 'second-factor';
  if (standing.passwordDue && !passed.includes('change-password')) return 'change-password';
  if (standing.secondFactor === 'to-enrol' && !passed.includes('enrol-second-factor')) return 'enrol-second-factor';
  return 'none';
}

/** Reads how an account stands on a business day. The demo city's accounts keep their known password for ever. */
export async function readStanding(tx: Tx, city: City, account: number, { today, rules }: { readonly today: PlainDate; readonly rules: SignInRules }): Promise<SignInStanding> {
  const row = await tx.one<{ must: boolean; old: boolean }>(
    `select must_change_password as must, not (select demo from city) and coalesce(password_age > make_interval(days => $2), false) as old from sign_in_standing($1)`, [account, rules.passwordDays]);
  return { passwordDue: row.must || row.old, secondFactor: await readFactorStanding(tx, city, account, today) };
}
