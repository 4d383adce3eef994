import { renderSVG } from 'uqr';
import { z } from 'zod';
import { defineQuery } from '../../../contract/door.ts';
import { Refusal } from '../../../contract/refusal.ts';
import { secondFactorRulesOn } from '../../second-factor-rules.ts';
import { addressFor } from '../check-code.ts';
import { readClock } from '../prove-second-factor.ts';

/** The secret that waits for its first code: as a QR, and in letters for a phone without a camera. Only the own, and only until it is confirmed. */
export default defineQuery({
  id: 'access.show-new-second-factor', title: '扫码绑定动态验证码', allow: { staff: true, during: ['enrol-second-factor'] }, input: z.strictObject({}),
  async run(tx, _input, by) {
    const { account } = by.caller;
    const rules = secondFactorRulesOn((await readClock(tx)).day);
    const begun = account && await tx.find<{ secret: Buffer }>('select secret from begun_second_factor($1, make_interval(mins => $2))', [account.id, rules.enrolMinutes]);
    if (!begun) throw new Refusal('second-factor.not-begun');
    const secret = by.city.keys.open(begun.secret);
    return { qr: renderSVG(addressFor(secret, rules, `${by.city.name}民政`, account.name), { border: 2 }), secret: secret.replaceAll(/(.{4})(?=.)/g, '$1 '), minutes: rules.enrolMinutes };
  },
});
