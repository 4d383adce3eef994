import { refused, type Refused } from '../../contract/refusal.ts';
import { readToday } from '../../clock/read-today.ts';
import type { City } from '../../db/city.ts';
import type { Tx } from '../../db/tx.ts';
import { secondFactorRulesOn } from '../second-factor-rules.ts';
import { asNobody } from '../sessions.ts';
import { digestAddress, noteSignIn, type Whence } from '../sign-in-record.ts';
import { rulesOn } from '../sign-in-rules.ts';
import { checkCode, readDigits, readRecoveryCode } from './check-code.ts';
import { recoveryHash } from './recovery-codes.ts';

export type Proof = { readonly ok: true; readonly recoveryCodesLeft: number } | { readonly ok: false; readonly refused: Refused };

/** The clock of the database, which all web processes share: the day, and seconds since 1970. */
export const readClock = (tx: Tx): Promise<{ day: string; seconds: number }> =>
  tx.one<{ day: string; seconds: number }>(`select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, extract(epoch from now())::bigint as seconds`);

/**
 * A code given in a session: of the phone, or one of the recovery codes, each of which opens once. Wrong ones are counted and close the door for a while;
 * one account is looked at by one at a time, so many guesses at once are as slow as one after another.
 */
export async function proveSecondFactor(city: City, who: { readonly account: number; readonly session: number }, typed: string, whence: Whence): Promise<Proof> {
  return asNobody(city, async (tx): Promise<Proof> => {
    await tx.run(`select pg_advisory_xact_lock(hashtextextended('second-factor', $1))`, [who.account]);
    const { day, seconds } = await readClock(tx);
    const [rules, minutes] = [secondFactorRulesOn(day), rulesOn(day).failureMinutes];
    const held = await tx.find<{ id: number; secret: Buffer; last_step: number; failures: number }>('select * from held_second_factor($1, make_interval(mins => $2))', [who.account, minutes]);
    if (!held) return { ok: false, refused: refused('second-factor.none') };
    if (held.failures >= rules.failures) return { ok: false, refused: refused('second-factor.locked', { minutes }) };
    const code = readRecoveryCode(typed);
    const step = checkCode(city.keys.open(held.secret), readDigits(typed), seconds, held.last_step, rules);
    const { taken } = step !== undefined
      ? await tx.one<{ taken: boolean }>('select use_second_factor_step($1, $2, $3) as taken', [held.id, step, who.session])
      : code !== undefined ? await tx.one<{ taken: boolean }>('select use_recovery_code($1, $2, $3) as taken', [held.id, recoveryHash(city, who.account, code), who.session]) : { taken: false };
    if (!taken) {
      await tx.run('select note_second_factor_failure($1)', [who.account]);
      await noteSignIn(tx, 'wrong-second-factor', { account: who.account, today: await readToday(tx), device: whence.device, address: digestAddress(city, whence.address), session: who.session });
      return { ok: false, refused: refused('second-factor.wrong-code') };
    }
    const { codes_left: left } = await tx.one<{ codes_left: number }>('select codes_left from second_factor_standing($1, $2)', [who.account, who.session]);
    return { ok: true, recoveryCodesLeft: left };
  });
}
