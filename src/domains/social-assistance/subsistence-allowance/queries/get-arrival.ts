import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { openTransfer } from '../move/open-transfer.ts';

/** What the household of a case brought from the city it left. Told, not judged: nothing of it counts here. */
export default defineQuery({
  id: 'subsistence-allowance.get-arrival', title: '看外市转移证明', allow: { staff: true }, sensitive: true, input: z.strictObject({ caseId: z.int().positive() }),
  async run(tx, input, by) {
    const row = await tx.find<{ number: string; file: number }>('select c.number, a.file_id as file from transfer_arrival a join case_file c on c.id = a.case_id where a.case_id = $1', [input.caseId]);
    if (!row) throw new Refusal('transfer.no-arrival');
    by.saw('case', [input.caseId], '看外市转移证明');
    const { content, digest } = await openTransfer(tx, by, row.file);
    const { issuer, paper, allowance, destination } = content;
    return { caseNumber: row.number, file: row.file, issuer: issuer.name, office: issuer.office, paper, allowance, destination, persons: content.members.length, digest };
  },
});
