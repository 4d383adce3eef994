import { z } from 'zod';
import { purposeFields, purposeWords } from '../../audit/reading-purpose.ts';
import { defineQuery } from '../../contract/door.ts';
import { PURPOSES_OF } from '../../contract/reading-purposes.ts';
import { Refusal } from '../../contract/refusal.ts';
import { subTableOf, tableOf } from '../../registry/check-register.ts';
import { recordInput, registerInput } from '../door-input.ts';
import { mayOpen } from '../read/face-of.ts';
import { openSecret } from '../read/from-row.ts';
import { getReadable } from '../read/get-readable.ts';
import { CURRENT } from '../table/write-table.ts';
import { isSecret } from '../table/column-types.ts';
import { getSub } from '../write/add-entries.ts';

/** One confidential field shown whole, to whom it may be, with the reason in the log of readings. `sub` and `entry`: of an entry. */
export default defineQuery({
  id: 'records.show-secret', title: '看一项保密内容', allow: { staff: true }, sensitive: true,
  input: z.strictObject({ register: registerInput, record: recordInput, field: z.string().max(40), ...purposeFields(PURPOSES_OF.record), sub: z.string().max(40).optional(), entry: recordInput.optional() }),
  async run(tx, input, by): Promise<{ readonly value: string | null }> {
    const home = await getReadable(tx, by, input.register);
    const sub = input.sub === undefined ? undefined : getSub(home, input.sub);
    const field = (sub?.fields ?? home.register.fields).find((one) => one.key === input.field);
    if (field === undefined || !isSecret(field) || !mayOpen(home, field, by.caller.post?.role ?? '')) throw new Refusal('record.not-found');
    const row = sub === undefined
      ? await tx.find<Record<string, unknown>>(`select * from ${tableOf(home.register)} where record_id = $1 and ${CURRENT}`, [input.record])
      : await tx.find<Record<string, unknown>>(`select * from ${subTableOf(home.register, sub)} where record_id = $1 and entry_id = $2 and known_to is null`, [input.record, input.entry ?? 0]);
    if (row === undefined) throw new Refusal('record.not-found');
    by.saw('record', [input.record], `${home.register.title}：${field.title}：${purposeWords(input)}`);
    const value = openSecret(row, by.city.keys)[field.key];
    return { value: value === undefined ? null : String(value) };
  },
});
