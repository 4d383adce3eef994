import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { recordInput } from '../door-input.ts';

/** In which register a record stands, by its id alone: where a figure, a search or a printed code leads. */
export default defineQuery({
  id: 'records.locate', title: '记录在哪个台账', allow: { staff: true }, input: z.strictObject({ record: recordInput }),
  async run(tx, input): Promise<{ readonly register: string; readonly record: number }> {
    const row = await tx.find<{ register: string }>('select register from register_record where id = $1', [input.record]);
    if (row === undefined) throw new Refusal('record.not-found');
    return { register: row.register, record: input.record };
  },
});
