import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { recordInput, recordValues, registerInput, seenInput } from '../door-input.ts';
import { personInput } from '../write/read-holder.ts';
import { setState } from '../write/set-state.ts';

/** A step in a record's life: from a day it stands in another state, with what that state asks for. */
export default defineCommand({
  id: 'records.set-state', title: '转状态', allow: { staff: true },
  input: z.strictObject({ register: registerInput, record: recordInput, seen: seenInput, state: z.string().max(40), on: dayInput, values: recordValues.default({}), person: personInput.optional(), reason: z.string().trim().max(200).default('') }),
  run: (tx, input, by) => setState(tx, by, input),
});
