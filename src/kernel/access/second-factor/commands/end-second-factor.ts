import { z } from 'zod';
import { defineCommand } from '../../../contract/door.ts';
import { Refusal } from '../../../contract/refusal.ts';
import { isDemanded } from '../factor-standing.ts';

/** 停用自己的动态验证码: with a fresh code, and only where no post demands one. */
export default defineCommand({
  id: 'access.end-second-factor', title: '停用动态验证码', allow: { staff: true }, stepUp: true, input: z.strictObject({}),
  async run(tx, _input, by) {
    const account = by.caller.account?.id ?? 0;
    if (await isDemanded(tx, by.city, account, by.today)) throw new Refusal('second-factor.required');
    const { ended } = await tx.one<{ ended: boolean }>('select end_second_factor($1, $2, false) as ended', [account, '本人停用']);
    if (!ended) throw new Refusal('second-factor.none');
    return {};
  },
});
