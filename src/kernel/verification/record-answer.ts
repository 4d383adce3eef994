import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '../contract/door.ts';
import { Refusal } from '../contract/refusal.ts';
import { announce } from '../jobs/enqueue.ts';
import { canonicalJson } from '../values/canonical-json.ts';
import { findAgency, type Answer } from './agencies.ts';

/**
 * An agency's answer, kept as it came and sealed, under the post that ordered it. The same answer twice is one row; another one after the whole
 * was answered is a correction beside it. Not a door of its own: only the worker comes here, so that nobody types an agency's answer.
 */
export const recordAnswer = defineCommand({
  id: 'verification.record-answer', title: '收到核对答复', allow: { staff: true },
  input: z.strictObject({ requestId: z.int().positive(), kind: z.enum(['partial', 'complete', 'unable']), answer: z.custom<Answer>((value) => typeof value === 'object' && value !== null) }),
  async run(tx, input, by) {
    const request = await tx.find<{ id: number; case_id: number; division_id: number; agency: string; state: string }>(
      'select id, case_id, division_id, agency, state from verification_request where id = $1 for update', [input.requestId]);
    if (!request) throw new Refusal('verification.not-found');
    const whole = ['answered', 'unable', 'manual'].includes(request.state);
    const digest = createHash('sha256').update(canonicalJson(input.answer)).digest();
    const fresh = await tx.find<{ id: number }>(
      `insert into verification_answer (request_id, case_id, division_id, kind, digest, answer, received_on, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (request_id, digest) do nothing returning id`,
      [request.id, request.case_id, request.division_id, whole ? 'correction' : input.kind, digest, JSON.stringify(input.answer), by.today, findAgency(request.agency)?.title ?? request.agency]);
    if (!whole) {
      const state = { partial: 'partial', complete: 'answered', unable: 'unable' }[input.kind];
      await tx.run('update verification_request set state = $2, answered_on = $3, last_error = null where id = $1', [request.id, state, input.kind === 'complete' ? by.today : null]);
    }
    if (fresh) await announce(tx, 'verification.answered', { caseId: request.case_id, requestId: request.id, kind: whole ? 'correction' : input.kind });
    return { recorded: fresh !== undefined };
  },
});
