import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { tableOf } from '../../registry/check-register.ts';
import { recordInput, registerInput } from '../door-input.ts';
import type { RecordPage } from '../face.ts';
import { openRow, type StoredRow } from '../read/from-row.ts';
import { getReadable } from '../read/get-readable.ts';
import { listHistory } from '../read/list-history.ts';
import { listPointing } from '../read/list-pointing.ts';
import { listTwins } from '../read/list-twins.ts';
import { readCodes } from '../read/read-codes.ts';
import { showRows } from '../read/show-rows.ts';
import { listDue } from '../reminders/list-due.ts';
import { deriveValues } from '../rules/derive-value.ts';
import { judgeRecord } from '../rules/judge-record.ts';
import { readAroundOne } from '../rules/read-around.ts';
import { CURRENT } from '../table/write-table.ts';
import { listWays } from '../write/step-state.ts';

/** One record with everything that belongs to it. */
export default defineQuery({
  id: 'records.get', title: '一条记录', allow: { staff: true }, sensitive: true, input: z.strictObject({ register: registerInput, record: recordInput }),
  async run(tx, input, by): Promise<RecordPage> {
    const home = await getReadable(tx, by, input.register);
    const { register } = home;
    const row = await tx.find<StoredRow>(`select * from ${tableOf(register)} where record_id = $1 and ${CURRENT}`, [input.record]);
    const [shown] = row === undefined ? [] : await showRows(tx, register, [row], by.today);
    if (row === undefined || shown === undefined) throw new Refusal('record.not-found');
    by.saw('person', row.person_id === null ? [] : [row.person_id], `台账：${register.title}`);
    const values = openRow(register.fields, row, await readCodes(tx, register.fields, [row]), by.city.keys);
    const seen = { values, ...await readAroundOne(tx, register, { record: row.record_id, divisionId: row.division_id, personId: row.person_id, values }), state: row.state, today: by.today };
    return {
      ...shown, seen: row.id,
      derived: deriveValues(register, seen),
      warnings: judgeRecord(register, seen).warned.map(({ title, sentence }) => ({ title, sentence })),
      reminders: (await listDue(tx, [home], by.today, row.record_id)).map((one) => ({ id: one.reminder, title: register.reminders?.find((r) => r.id === one.reminder)?.title ?? '', day: one.day, overdue: one.day < by.today })),
      history: await listHistory(tx, register, row.record_id, by.city.keys),
      ways: listWays(register, row.state).map((state) => ({ state, title: register.states[state]?.title ?? state, needs: register.states[state]?.needs ?? [] })),
      pointing: await listPointing(tx, by, row.record_id),
      twins: await listTwins(tx, by, register, row),
    };
  },
});
