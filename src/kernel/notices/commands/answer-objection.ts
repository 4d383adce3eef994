import { z } from 'zod';
import { actorMay } from '../../casework/actor-may.ts';
import type { ProcedureSource } from '../../casework/case-registry.ts';
import { findState } from '../../casework/generic-steps.ts';
import { loadCase } from '../../casework/load-case.ts';
import { recordStep } from '../../casework/take-step.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';

/**
 * The office answers an objection. Upheld: the notice is withdrawn and the case goes where its procedure says (重新调查), from which a new
 * opinion and a new notice follow. Rejected: the reply is kept, and the notice runs on.
 */
export const makeAnswerObjection = (source: ProcedureSource) => defineCommand({
  id: 'notices.answer-objection', title: '答复异议', allow: { staff: true },
  input: z.strictObject({ objectionId: z.int().positive(), outcome: z.enum(['upheld', 'rejected']), reply: z.string().trim().min(1).max(1000) }),
  async run(tx, input, by) {
    const registry = await source();
    const objection = await tx.find<{ case_id: number; division_id: number; notice_id: number; answered: boolean }>(
      `select o.case_id, o.division_id, o.notice_id, exists (select 1 from objection_answer a where a.objection_id = o.id) as answered from objection o where o.id = $1`, [input.objectionId]);
    if (!objection) throw new Refusal('notice.not-found');
    const loaded = await loadCase(tx, registry, objection.case_id, by.today, { lock: true });
    const state = findState(loaded.procedure, loaded.row.state);
    if (objection.answered) throw new Refusal('notice.answered');
    if (!state.notice || loaded.view.notice?.id !== objection.notice_id || loaded.view.notice.state !== loaded.row.state) throw new Refusal('notice.over');
    const { office, no } = await actorMay(tx, loaded, by, state);
    if (no) throw new Refusal(no.code, no.details);
    await tx.run(
      `insert into objection_answer (objection_id, case_id, division_id, answered_on, outcome, reply, answered_by) values ($1, $2, $3, $4, $5, $6, $7)`,
      [input.objectionId, objection.case_id, objection.division_id, by.today, input.outcome, input.reply, by.caller.account?.name ?? '']);
    if (input.outcome === 'rejected') return { caseId: objection.case_id, version: loaded.row.version, state: loaded.row.state };
    return recordStep(tx, by, registry, loaded, {
      step: 'objection-upheld', to: state.notice.upheld, seen: loaded.row.version, values: { objectionId: input.objectionId, noticeId: objection.notice_id, reason: '异议成立' },
      chosen: { declared: undefined, generic: undefined, office, no: undefined },
    });
  },
});
export default makeAnswerObjection(loadRegistry);
