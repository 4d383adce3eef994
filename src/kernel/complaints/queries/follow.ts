import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { isCodeFor } from '../../service/paper.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { STATES, type ComplaintState } from '../states.ts';

/** How far one's own complaint is, for whoever holds its number and code. */
export default defineQuery({
  id: 'complaints.follow', guessable: true, title: '投诉办到哪里', allow: { anyone: true }, input: z.strictObject({ number: z.string().trim().max(40), code: z.string().trim().max(12).transform((text) => text.toUpperCase()) }),
  async run(tx, input, by): Promise<{ state: string; outcome: string | null; receivedOn: PlainDate; answerBy: PlainDate | null; reply: string | null }> {
    const row = isCodeFor(by.city.keys, `complaint ${input.number}`, input.code)
      ? await tx.find<{ state: ComplaintState; outcome: string | null; receivedOn: PlainDate; answerBy: PlainDate | null; reply: string | null }>(
        'select state, outcome, received_on as "receivedOn", answer_by as "answerBy", reply from follow_complaint($1)', [input.number])
      : undefined;
    if (!row) throw new Refusal('complaint.not-found');
    return { ...row, state: STATES[row.state] };
  },
});
