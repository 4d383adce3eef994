import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { canonicalJson } from '../../values/canonical-json.ts';

/** 人工判断: when an agency cannot answer or let the time pass, a clerk writes what was found otherwise, and why. */
export default defineCommand({
  id: 'verification.record-finding', title: '人工认定', allow: { roles: ['town-clerk', 'town-lead', 'approver'] },
  input: z.strictObject({ requestId: z.int().positive(), finding: z.string().trim().min(1).max(300), reason: z.string().trim().min(1).max(300) }),
  async run(tx, input, by) {
    const request = await tx.find<{ id: number; case_id: number; division_id: number; state: string; frozen: boolean }>(
      `select r.id, r.case_id, r.division_id, r.state, exists (select 1 from evidence e where e.case_id = r.case_id and e.round = r.round) as frozen
         from verification_request r where r.id = $1 for update`, [input.requestId]);
    if (!request) throw new Refusal('verification.not-found');
    if (request.frozen) throw new Refusal('verification.frozen');
    if (request.state !== 'unable' && request.state !== 'overdue') throw new Refusal('verification.not-needed');
    const answer = { found: true, items: [], note: input.finding };
    await tx.run(
      `insert into verification_answer (request_id, case_id, division_id, kind, digest, answer, reason, received_on, recorded_by) values ($1, $2, $3, 'manual', $4, $5, $6, $7, $8)`,
      [request.id, request.case_id, request.division_id, createHash('sha256').update(canonicalJson({ ...answer, reason: input.reason })).digest(), JSON.stringify(answer), input.reason, by.today, by.caller.account?.name ?? '']);
    await tx.run(`update verification_request set state = 'manual', answered_on = $2 where id = $1`, [request.id, by.today]);
    return { caseId: request.case_id };
  },
});
