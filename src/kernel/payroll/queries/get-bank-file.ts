import { z } from 'zod';
import { purposeFields, purposeWords } from '../../audit/reading-purpose.ts';
import { defineQuery } from '../../contract/door.ts';
import { PURPOSES_OF } from '../../contract/reading-purposes.ts';
import { Refusal } from '../../contract/refusal.ts';

/** 取代发文件: the file kept when the roll was sent, the same bytes each time. Whoever takes it says what for; logged with every household in it. */
export default defineQuery({
  id: 'payroll.get-bank-file',
  title: '取代发文件',
  allow: { roles: ['payroll-officer'] },
  sensitive: true,
  input: z.strictObject({ roll: z.int().positive(), ...purposeFields(PURPOSES_OF.bankFile) }),
  async run(tx, input, by) {
    const purpose = purposeWords(input);
    const file = await tx.find<{ name: string; cipher: Buffer; sha256: string }>('select file_name as name, cipher, sha256 from bank_file where roll_id = $1', [input.roll]);
    if (!file) throw new Refusal('not-found');
    const shown = await tx.rows<{ household_id: number }>(`select household_id from payment_event where roll_id = $1 and kind = 'sent' order by id`, [input.roll]);
    by.saw('household', shown.map((row) => row.household_id), `取代发文件：${purpose}`);
    return { name: file.name, type: 'text/plain', sha256: file.sha256, base64: by.city.keys.open(file.cipher) };
  },
});
