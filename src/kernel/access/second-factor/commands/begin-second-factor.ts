import { z } from 'zod';
import { defineCommand } from '../../../contract/door.ts';
import { Refusal } from '../../../contract/refusal.ts';
import { newSecret } from '../check-code.ts';
import { demandHeld } from '../confirm-second-factor.ts';

/** 开始绑定: makes a secret, which is looked at by its own query and holds once a first code was given. Another phone: with a fresh code of the old one. */
export default defineCommand({
  id: 'access.begin-second-factor', title: '开始绑定动态验证码', allow: { staff: true, during: ['enrol-second-factor'] }, input: z.strictObject({}),
  async run(tx, _input, by) {
    const { account } = by.caller;
    if (!account) throw new Refusal('access.sign-in-first');
    if (!by.caller.next) await demandHeld(tx, by);
    await tx.run('select begin_second_factor($1, $2)', [account.id, by.city.keys.seal(newSecret()).cipher]);
    return {};
  },
});
