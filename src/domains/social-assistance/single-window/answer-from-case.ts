import { defineReaction } from '../../../kernel/contract/reaction.ts';
import { readToday } from '../../../kernel/clock/read-today.ts';
import type { Tx } from '../../../kernel/db/tx.ts';

/** How a case ended, as the answer to whoever handed the need over. */
const ANSWERS: Readonly<Record<string, { readonly outcome: string; readonly words: string }>> = {
  granted: { outcome: 'helped', words: '申请已批准' }, refused: { outcome: 'not-eligible', words: '申请不予批准' },
  withdrawn: { outcome: 'withdrawn', words: '本人撤回申请' }, 'not-accepted': { outcome: 'not-eligible', words: '申请不予受理' },
};

/** An application that came from the window and is decided answers its hand-over by itself. Run again it finds nothing to do. */
export const answerFromCase = defineReaction({
  id: 'single-window.answer-from-case', title: '申请办结，答复转办', on: 'case.moved',
  async handle(tx: Tx, event) {
    const row = await tx.find<{ id: number; division_id: number; office_division_id: number; receiver: string; outcome: string; number: string; state_title: string | null }>(
      `select h.id, h.division_id, h.office_division_id, h.receiver, c.outcome, c.number from handover h join case_file c on c.id = h.case_id
        where h.case_id = $1 and h.state = 'received' and c.outcome is not null for update of h`, [event.payload['caseId']]);
    const answer = row && ANSWERS[row.outcome];
    if (!row || !answer) return;
    const today = await readToday(tx);
    await tx.run(
      `insert into handover_event (handover_id, division_id, office_division_id, receiver_kind, receiver, move, on_day, actor_name, office_name, content, outcome) values ($1, $2, $3, 'matter', $4, 'answer', $5, '系统', '系统', $6, $7)`,
      [row.id, row.division_id, row.office_division_id, row.receiver, today, `${answer.words}，案号 ${row.number}`, answer.outcome]);
    await tx.run(`update handover set state = 'answered', answered_on = $2, outcome = $3, version = version + 1 where id = $1`, [row.id, today, answer.outcome]);
    await tx.run('select settle_intake($1, $2)', [row.id, today]);
  },
});
