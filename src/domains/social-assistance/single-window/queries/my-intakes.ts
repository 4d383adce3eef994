import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { plainProgress, type PlainProgress, type ProgressRow } from '../plain-progress.ts';

/** 我的求助: what a resident told at a window with an identity card, newest first. */
export default defineQuery({
  id: 'single-window.my-intakes', title: '我的求助', allow: { residents: true }, sensitive: true, input: z.strictObject({}),
  async run(tx, _input, by): Promise<readonly (PlainProgress & { readonly number: string })[]> {
    const rows = await tx.rows<ProgressRow & { number: string } & Record<string, unknown>>(
      `select i.number, i.told_on, i.state, h.need, h.receiver_name, h.state as handover_state, h.sent_on, h.received_on, h.answered_on, h.outcome, h.answer_due
         from intake i join handover h on h.intake_id = i.id and h.state <> 'transferred' where i.person_id = $1 order by i.id desc, h.id`, [by.caller.person]);
    by.saw('person', by.caller.person === null ? [] : [by.caller.person], '看自己的求助');
    return [...Map.groupBy(rows, (row) => row.number)].map(([number, own]) => ({ number, ...plainProgress(own) }));
  },
});
