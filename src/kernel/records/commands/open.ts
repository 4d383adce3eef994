import { z } from 'zod';
import { dayInput, divisionInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { recordValues, registerInput } from '../door-input.ts';
import { firstState } from '../rules/judge-record.ts';
import { readAroundOne } from '../rules/read-around.ts';
import { getKept } from '../write/load-record.ts';
import { openRecords, refuseBroken, refuseMissing } from '../write/open-records.ts';
import { personInput, readHolder } from '../write/read-holder.ts';
import { readValues } from '../write/read-values.ts';

/** 登记: a new record in a register, from the day it holds. */
export default defineCommand({
  id: 'records.open', title: '登记一条', allow: { staff: true },
  input: z.strictObject({ register: registerInput, division: divisionInput, openedOn: dayInput, state: z.string().max(40).optional(), values: recordValues, person: personInput.optional(), reason: z.string().trim().max(200).default('') }),
  async run(tx, input, by) {
    const home = await getKept(tx, by, input.register);
    const { register } = home;
    const state = input.state ?? firstState(register);
    if (register.states[state] === undefined) throw new Refusal('record.wrong-state', { from: '新登记', to: state });
    if (input.openedOn > by.today) throw new Refusal('record.day-ahead');
    const values = await readValues(tx, by, register.fields, input.values);
    refuseMissing(register, state, values);
    const [personId = null] = await readHolder(tx, by, register, [input.person], input.division);
    if (register.states[state]?.person && personId === null) throw new Refusal('record.person-needed');
    refuseBroken(register, { values, ...await readAroundOne(tx, register, { record: 0, divisionId: input.division, personId, values }), state, today: by.today }, state);
    const [opened] = await openRecords(tx, by, home, [{ divisionId: input.division, personId, state, from: input.openedOn, values, reason: input.reason }], 'opened');
    return opened;
  },
});
