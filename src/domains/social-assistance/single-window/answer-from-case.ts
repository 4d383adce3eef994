import { defineReaction } from '../../../kernel/contract/reaction.ts';
import { wordsOf } from '../../../kernel/casework/decision-words.ts';
import type { DecisionWords } from '../../../kernel/contract/procedure.ts';
import { loadRegistry } from '../../../kernel/registry/find-declarations.ts';
import { readToday } from '../../../kernel/clock/read-today.ts';
import type { Tx } from '../../../kernel/db/tx.ts';

/** How a case ended, as the answer to whoever handed the need over; yes and no in the words of its law. */
const answersIn = ({ granted, refused }: DecisionWords): Readonly<Record<string, { readonly outcome: string; readonly words: string }>> => ({
  granted: { outcome: 'helped', words: `申请已${granted}` }, refused: { outcome: 'not-eligible', words: `申请${refused}` },
  terminated: { outcome: 'not-eligible', words: '本人不配合调查，申请终止' },
  withdrawn: { outcome: 'withdrawn', words: '本人撤回申请' }, 'not-accepted': { outcome: 'not-eligible', words: '申请不予受理' },
});

/** An application that came from the window and is decided answers its hand-over by itself. Run again it finds nothing to do. */
export const answerFromCase = defineReaction({
  id: 'single-window.answer-from-case', title: '申请办结，答复转办', on: 'case.closed',
  async handle(tx: Tx, event) {
    const row = await tx.find<{ id: number; division_id: number; office_division_id: number; receiver: string; outcome: string; number: string; matter: string; procedure: string }>(
      `select h.id, h.division_id, h.office_division_id, h.receiver, c.outcome, c.number, c.matter, c.procedure from handover h join case_file c on c.id = h.case_id
        where h.case_id = $1 and h.state = 'received' and c.outcome is not null for update of h`, [event.payload['caseId']]);
    if (!row) return;
    const matter = (await loadRegistry()).findMatter(row.matter);
    const answer = answersIn(wordsOf(matter?.procedures?.find((one) => one.id === row.procedure)))[row.outcome];
    if (!answer) return;
    const today = await readToday(tx);
    await tx.run(
      `insert into handover_event (handover_id, division_id, office_division_id, receiver_kind, receiver, move, on_day, actor_name, office_name, content, outcome) values ($1, $2, $3, 'matter', $4, 'answer', $5, '系统', '系统', $6, $7)`,
      [row.id, row.division_id, row.office_division_id, row.receiver, today, `${answer.words}，案号 ${row.number}`, answer.outcome]);
    await tx.run(`update handover set state = 'answered', answered_on = $2, outcome = $3, version = version + 1 where id = $1`, [row.id, today, answer.outcome]);
    await tx.run('select settle_intake($1, $2)', [row.id, today]);
  },
});
