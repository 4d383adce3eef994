import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { tableOf } from '../../registry/check-register.ts';
import { canonicalJson } from '../../values/canonical-json.ts';
import { recordInput, recordValues, registerInput, seenInput, whyInput } from '../door-input.ts';
import { openRow, type StoredRow } from '../read/from-row.ts';
import { readCodes } from '../read/read-codes.ts';
import { readAroundOne } from '../rules/read-around.ts';
import { carryForward } from '../write/carry-forward.ts';
import { loadRecord } from '../write/load-record.ts';
import { mergeValues } from '../write/merge-values.ts';
import { refuseBroken } from '../write/open-records.ts';
import { replaceVersions, versionOf } from '../write/write-versions.ts';

/**
 * 更正: a version was wrong from its first day. It is closed, the right one written for the same days; later versions that only carried the wrong value on are put
 * right with it. What was known before stays readable.
 */
export default defineCommand({
  id: 'records.correct', title: '更正', allow: { staff: true },
  input: z.strictObject({ register: registerInput, record: recordInput, seen: seenInput, at: seenInput, values: recordValues, reason: whyInput }),
  async run(tx, input, by) {
    const { home: { register }, row } = await loadRecord(tx, by, input.register, input.record, input.seen);
    const rows = await tx.rows<StoredRow>(`select * from ${tableOf(register)} where record_id = $1 and known_to is null and what <> 'taken-back' order by valid_from`, [row.record_id]);
    const codes = await readCodes(tx, register.fields, rows);
    const stood = rows.map((one) => openRow(register.fields, one, codes, by.city.keys));
    const at = rows.findIndex((one) => one.id === input.at);
    const old = stood[at];
    if (old === undefined) throw new Refusal('record.no-version');
    const right = await mergeValues(tx, by, register.fields, old, input.values);
    if (canonicalJson(right) === canonicalJson(old)) throw new Refusal('record.nothing-changed');
    const corrected = carryForward(stood.slice(at), right);
    const now = corrected.at(-1) ?? right;
    const around = await readAroundOne(tx, register, { record: row.record_id, divisionId: row.division_id, personId: row.person_id, values: now });
    refuseBroken(register, { values: now, ...around, state: row.state, today: by.today });
    const touched = rows.slice(at).flatMap((one, nth) => (canonicalJson(corrected[nth]) === canonicalJson(stood[at + nth]) ? [] : [{ one, values: corrected[nth] ?? right }]));
    await replaceVersions(tx, by, register, touched.map(({ one }) => one), touched.map(({ one, values }) => ({ ...versionOf(one, values), what: 'corrected', reason: input.reason })));
    return { record: row.record_id, corrected: touched.length };
  },
});
