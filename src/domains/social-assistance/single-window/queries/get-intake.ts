import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import type { PlainDate } from '../../../../kernel/values/plain-date.ts';
import { followCode } from '../follow-code.ts';
import { HANDOVER_ROLES, readTold, type HandoverRow } from '../handovers.ts';
import { placeName, readHandover } from '../read-handover.ts';
import { WAYS_IN, type WayIn } from '../terms.ts';

interface Row { id: number; number: string; person_id: number | null; how: WayIn; told_on: PlainDate; told_cipher: Buffer; name_masked: string; number_masked: string | null; clerk_name: string; office_name: string; state: 'open' | 'answered'; answered_on: PlainDate | null; address: string; phone: string }

/** One request with all that became of its needs; the same answer prints the receipt. */
export default defineQuery({
  id: 'single-window.get-intake', title: '看求助', allow: { roles: HANDOVER_ROLES }, sensitive: true, input: z.strictObject({ intake: z.int().positive() }),
  async run(tx, input, by) {
    const row = await tx.find<Row & Record<string, unknown>>('select i.*, w.address, w.phone from intake i join service_window w on w.id = i.window_id where i.id = $1', [input.intake]);
    if (!row) throw new Refusal('intake.not-found');
    by.saw('person', row.person_id === null ? [] : [row.person_id], `看求助 ${row.number}`);
    const told = readTold(by.city, row);
    const handovers = await tx.rows<HandoverRow & Record<string, unknown>>('select * from handover where intake_id = $1 order by id', [row.id]);
    const details = [];
    for (const handover of handovers) details.push(await readHandover(tx, by.city, by.caller, handover, by.today));
    return {
      id: row.id, number: row.number, code: followCode(by.city, row.number), how: WAYS_IN[row.how], toldOn: row.told_on, name: row.name_masked, idNumber: row.number_masked, clerk: row.clerk_name, today: by.today,
      window: { name: row.office_name, address: row.address, phone: row.phone }, state: row.state, answeredOn: row.answered_on, told, home: await placeName(tx, told.division, row.told_on), handovers: details,
    };
  },
});
