import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { canonicalJson } from '../../values/canonical-json.ts';
import { recordInput, recordValues, registerInput, seenInput, whyInput } from '../door-input.ts';
import { readAroundOne } from '../rules/read-around.ts';
import { refuseDay } from '../write/check-day.ts';
import { loadRecord } from '../write/load-record.ts';
import { mergeValues } from '../write/merge-values.ts';
import { refuseBroken } from '../write/open-records.ts';
import { replaceVersions, splitAt } from '../write/write-versions.ts';

/** 变更: from a day on something is different. What was before stays as it was. `values`: only the fields that differ; null empties one. */
export default defineCommand({
  id: 'records.change', title: '变更', allow: { staff: true },
  input: z.strictObject({ register: registerInput, record: recordInput, seen: seenInput, from: dayInput, values: recordValues, reason: whyInput }),
  async run(tx, input, by) {
    const { home: { register }, row, values } = await loadRecord(tx, by, input.register, input.record, input.seen);
    if (register.states[row.state]?.ends) throw new Refusal('record.ended', { state: register.states[row.state]?.title });
    refuseDay(row, input.from, by.today);
    const next = await mergeValues(tx, by, register.fields, values, input.values);
    if (canonicalJson(next) === canonicalJson(values)) throw new Refusal('record.nothing-changed');
    refuseBroken(register, { values: next, ...await readAroundOne(tx, register, { record: row.record_id, divisionId: row.division_id, personId: row.person_id, values: next }), state: row.state, today: by.today, before: values });
    await replaceVersions(tx, by, register, [row], splitAt(row, values, input.from, { values: next, what: 'changed', reason: input.reason }));
    return { record: row.record_id };
  },
});
