import { z } from 'zod';
import { dayInput, divisionInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { recordInput, registerInput, seenInput, whyInput } from '../door-input.ts';
import { refuseDay } from '../write/check-day.ts';
import { loadRecord } from '../write/load-record.ts';
import { replaceVersions, splitAt } from '../write/write-versions.ts';

/** 移交: from a day the record lies in another division of the keeper's area. Between areas the office above both does it. */
export default defineCommand({
  id: 'records.move', title: '移交到别的区划', allow: { staff: true },
  input: z.strictObject({ register: registerInput, record: recordInput, seen: seenInput, division: divisionInput, on: dayInput, reason: whyInput }),
  async run(tx, input, by) {
    const { home: { register }, row, values } = await loadRecord(tx, by, input.register, input.record, input.seen);
    if (input.division === row.division_id) throw new Refusal('record.nothing-changed');
    refuseDay(row, input.on, by.today);
    await replaceVersions(tx, by, register, [row], splitAt(row, values, input.on, { values, what: 'moved', reason: input.reason, divisionId: input.division }));
    return { record: row.record_id };
  },
});
