import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { tableOf } from '../../registry/check-register.ts';
import { recordInput, registerInput, seenInput } from '../door-input.ts';
import type { RecordRow } from '../face.ts';
import type { StoredRow } from '../read/from-row.ts';
import { getReadable } from '../read/get-readable.ts';
import { showRows } from '../read/show-rows.ts';

/** One stretch of a record's past as it is known now: what a correction of it begins from. Refuses one that was put right since. */
export default defineQuery({
  id: 'records.version', title: '记录的一段', allow: { staff: true }, sensitive: true, input: z.strictObject({ register: registerInput, record: recordInput, at: seenInput }),
  async run(tx, input, by): Promise<RecordRow> {
    const { register } = await getReadable(tx, by, input.register);
    const row = await tx.find<StoredRow>(`select * from ${tableOf(register)} where id = $1 and record_id = $2 and known_to is null`, [input.at, input.record]);
    const [shown] = row === undefined ? [] : await showRows(tx, register, [row], by.today);
    if (row === undefined || shown === undefined) throw new Refusal('record.no-version');
    by.saw('person', row.person_id === null ? [] : [row.person_id], `台账：${register.title}`);
    return shown;
  },
});
