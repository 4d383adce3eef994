import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { findAgency } from '../agencies.ts';

/** Asks an agency once more: after its time has passed, or whether an answer was corrected since. */
export default defineCommand({
  id: 'verification.ask-again', title: '再问一次', allow: { roles: ['town-clerk', 'town-lead', 'approver'] }, input: z.strictObject({ requestId: z.int().positive() }),
  async run(tx, input, by) {
    const row = await tx.find<{ agency: string; state: string; attempts: number }>('select agency, state, attempts from verification_request where id = $1 for update', [input.requestId]);
    if (!row) throw new Refusal('verification.not-found');
    if (row.state === 'overdue') {
      await tx.run(`update verification_request set state = 'sent', deadline = now() + make_interval(days => $2) where id = $1`, [input.requestId, findAgency(row.agency)?.patienceDays ?? 1]);
    }
    await enqueue(tx, 'verification.poll', { requestId: input.requestId, again: true }, { key: `request-${input.requestId}-again-${by.commandId}`, ...(by.caller.post ? { post: by.caller.post.id } : {}) });
    return { asked: true };
  },
});
