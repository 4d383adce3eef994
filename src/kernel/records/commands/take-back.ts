import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { tableOf } from '../../registry/check-register.ts';
import { recordInput, registerInput, seenInput, whyInput } from '../door-input.ts';
import type { StoredRow } from '../read/from-row.ts';
import { loadRecord } from '../write/load-record.ts';
import { replaceVersions, versionOf } from '../write/write-versions.ts';

/** 撤回: it should never have been written. Gone from every list and count from now on, readable with its reason in the history; counts of what was known before stay. */
export default defineCommand({
  id: 'records.take-back', title: '撤回登记', allow: { staff: true },
  input: z.strictObject({ register: registerInput, record: recordInput, seen: seenInput, reason: whyInput }),
  async run(tx, input, by) {
    const { home: { register }, row, values } = await loadRecord(tx, by, input.register, input.record, input.seen);
    const rows = await tx.rows<StoredRow>(`select * from ${tableOf(register)} where record_id = $1 and known_to is null`, [row.record_id]);
    // the last word holds for no day: valid from its beginning to its beginning
    await replaceVersions(tx, by, register, rows, [{ ...versionOf(row, values), to: row.valid_from, what: 'taken-back', reason: input.reason }]);
    await tx.run('update register_record set taken_back = true, standing = false where id = $1', [row.record_id]);
    return { record: row.record_id };
  },
});
