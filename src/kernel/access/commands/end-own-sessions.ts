import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';

/** Ends one of one's own sessions (a phone that was lost), or all but the one at hand. */
export default defineCommand({
  id: 'access.end-own-sessions', title: '让自己在别处的登录失效', allow: { account: true }, input: z.strictObject({ session: z.int().positive().optional() }),
  async run(tx, input, by) {
    const { ended } = await tx.one<{ ended: number }>('select end_sessions($1, $2, $3)::int as ended', [by.caller.account?.id, input.session ?? null, input.session === undefined ? (by.caller.session ?? null) : null]);
    if (input.session !== undefined && ended === 0) throw new Refusal('session.gone');
    await tx.run('select note_own_event($1, $2, $3, $4, $5)', [by.caller.account?.id, 'sessions-ended', '本人让别处的登录失效', by.caller.account?.name, by.today]);
    return { ended };
  },
});
