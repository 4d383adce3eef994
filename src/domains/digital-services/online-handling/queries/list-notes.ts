import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import type { PlainDate } from '../../../../kernel/values/plain-date.ts';

interface Note { id: number; number: string; office: string; title: string; subjectNumber: string; path: string; dueOn: PlainDate; content: string; answerBy: PlainDate | null; writtenOn: PlainDate; writtenBy: string; mine: boolean; state: 'open' | 'answered'; answer: string | null; answeredOn: PlainDate | null; answeredBy: string | null }

/** 督办单 of one's area, unanswered first. */
export default defineQuery({
  id: 'supervision.list-notes', title: '督办单', allow: { staff: true }, input: z.strictObject({ limit: z.int().min(1).max(500).default(200) }),
  async run(tx, input, by) {
    const lines = await tx.rows<Note & Record<string, unknown>>(
      `select n.id, n.number, n.office, n.title, n.subject_number as "subjectNumber", n.path, n.due_on as "dueOn", n.content, n.answer_by as "answerBy", n.written_on as "writtenOn", n.written_by as "writtenBy", n.account_id = $1 as mine, n.state,
              a.content as answer, a.answered_on as "answeredOn", a.answered_by as "answeredBy"
         from supervision_note n left join supervision_answer a on a.note_id = n.id order by n.state desc, n.id desc limit $2`, [by.caller.account?.id, input.limit]);
    return { today: by.today, lines, waiting: lines.filter((line) => line.state === 'open').length };
  },
});
