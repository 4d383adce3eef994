import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { recordInput, registerInput, whyInput } from '../door-input.ts';
import { getSub, refuseOwnPage } from '../write/add-entries.ts';
import { getKept } from '../write/load-record.ts';
import { takeBackEntry } from '../write/take-back-entry.ts';

/** 撤回一条: the entry should not have been written. */
export default defineCommand({
  id: 'records.take-back-entry', title: '撤回一条', allow: { staff: true },
  input: z.strictObject({ register: registerInput, entry: recordInput, sub: z.string().max(40), reason: whyInput }),
  async run(tx, input, by) {
    const home = await getKept(tx, by, input.register);
    const sub = getSub(home, input.sub);
    refuseOwnPage(sub);
    return takeBackEntry(tx, by, home, sub, input.entry, input.reason);
  },
});
