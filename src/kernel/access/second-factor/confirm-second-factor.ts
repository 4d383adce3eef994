import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { secondFactorRulesOn } from '../second-factor-rules.ts';
import { checkCode, readDigits } from './check-code.ts';
import { demandSecondFactor } from './demand-second-factor.ts';
import { readClock } from './prove-second-factor.ts';

const hashes = z.array(z.string().regex(/^[0-9a-f]{64}$/)).min(1).max(20);

/**
 * 绑定: the first code of the new phone. Takes the hashes of recovery codes made outside, so that no word of them is kept. Has no door of its own: it is
 * asked through the session's, which shows the codes.
 */
export const confirmSecondFactor = defineCommand({
  id: 'access.confirm-second-factor', title: '绑定动态验证码', allow: { staff: true, during: ['enrol-second-factor'] }, input: z.strictObject({ code: z.string().max(20), hashes }),
  async run(tx, input, by) {
    const { account, session } = by.caller;
    if (!account || session === undefined) throw new Refusal('access.sign-in-first');
    if (!by.caller.next) await demandHeld(tx, by);
    const { day, seconds } = await readClock(tx);
    const rules = secondFactorRulesOn(day);
    const begun = await tx.find<{ id: number; secret: Buffer }>('select * from begun_second_factor($1, make_interval(mins => $2))', [account.id, rules.enrolMinutes]);
    if (!begun) throw new Refusal('second-factor.not-begun');
    const step = checkCode(by.city.keys.open(begun.secret), readDigits(input.code), seconds, 0, rules);
    if (step === undefined) throw new Refusal('second-factor.wrong-code');
    await tx.run('select confirm_second_factor($1, $2, $3, $4)', [begun.id, step, session, input.hashes.map((hash) => Buffer.from(hash, 'hex'))]);
    return {};
  },
});

/** 重新生成恢复码: the old ones are worth nothing from now on. */
export const renewRecoveryCodes = defineCommand({
  id: 'access.renew-recovery-codes', title: '重新生成恢复码', allow: { staff: true }, stepUp: true, input: z.strictObject({ hashes }),
  async run(tx, input, by) {
    const { renewed } = await tx.one<{ renewed: boolean }>('select renew_recovery_codes($1, $2) as renewed', [by.caller.account?.id, input.hashes.map((hash) => Buffer.from(hash, 'hex'))]);
    if (!renewed) throw new Refusal('second-factor.none');
    return {};
  },
});

/** Who holds a factor already changes it only with a fresh code of the old one; who must have one and has none yet may always take one. */
export async function demandHeld(...[tx, by]: Parameters<typeof demandSecondFactor>): Promise<void> {
  const { held } = await tx.one<{ held: boolean }>('select held from second_factor_standing($1, null)', [by.caller.account?.id]);
  if (held) await demandSecondFactor(tx, by);
}
