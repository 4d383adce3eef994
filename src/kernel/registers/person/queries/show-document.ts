import { z } from 'zod';
import { purposeFields, purposeWords } from '../../../audit/reading-purpose.ts';
import { defineQuery } from '../../../contract/door.ts';
import { PURPOSES_OF } from '../../../contract/reading-purposes.ts';
import { Refusal } from '../../../contract/refusal.ts';

/** The whole number of one document. Whoever asks says why; the reading is logged with the purpose. */
export default defineQuery({
  id: 'person.show-document', title: '显示完整证件号码', allow: { staff: true }, sensitive: true,
  input: z.strictObject({ person: z.number().int().positive(), document: z.number().int().positive(), ...purposeFields(PURPOSES_OF.document) }),
  async run(tx, input, by): Promise<{ readonly kind: string; readonly number: string }> {
    const purpose = purposeWords(input);
    const row = await tx.find<{ kind: string; number_cipher: Buffer }>(
      'select kind, number_cipher from person_document where id = $1 and person_id = $2 and not withdrawn', [input.document, input.person]);
    by.saw('person', row ? [input.person] : [], purpose);
    if (!row) throw new Refusal('person.document-not-found');
    return { kind: row.kind, number: by.city.keys.open(row.number_cipher) };
  },
});
