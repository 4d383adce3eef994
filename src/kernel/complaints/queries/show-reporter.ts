import { z } from 'zod';
import { purposeFields, purposeWords } from '../../audit/reading-purpose.ts';
import { defineQuery } from '../../contract/door.ts';
import { PURPOSES_OF } from '../../contract/reading-purposes.ts';
import { Refusal } from '../../contract/refusal.ts';

/** Opens who complained and how to reach them: each time for a purpose, kept in the log of readings. */
export default defineQuery({
  id: 'complaints.show-reporter', title: '看举报人', allow: { roles: ['supervisor'] }, sensitive: true, input: z.strictObject({ complaintId: z.int().positive(), ...purposeFields(PURPOSES_OF.reporter) }),
  async run(tx, input, by): Promise<{ name: string; contact: string; maskedOn: string | null }> {
    const purpose = purposeWords(input);
    const row = await tx.find<{ who_cipher: Buffer | null; masked_on: string | null }>('select who_cipher, masked_on from complaint_reporter where complaint_id = $1', [input.complaintId]);
    if (!row) throw new Refusal('complaint.not-named');
    by.saw('complaint', [input.complaintId], `看举报人：${purpose}`);
    return row.who_cipher === null ? { name: '', contact: '', maskedOn: row.masked_on } : { ...(JSON.parse(by.city.keys.open(row.who_cipher)) as { name: string; contact: string }), maskedOn: null };
  },
});
