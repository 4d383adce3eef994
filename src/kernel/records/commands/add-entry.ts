import { z } from 'zod';
import { dayInput } from '../../contract/door-fields.ts';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { recordInput, recordValues, registerInput } from '../door-input.ts';
import { addEntries, getSub, refuseOwnPage } from '../write/add-entries.ts';
import { getKept } from '../write/load-record.ts';
import { lockParent } from '../write/lock-parent.ts';
import { findPeople, personInput } from '../write/read-holder.ts';
import { readValues } from '../write/read-values.ts';

/** One more entry under a record: a visit, a payment, a session, a member. */
export default defineCommand({
  id: 'records.add-entry', title: '记一条', allow: { staff: true },
  input: z.strictObject({ register: registerInput, record: recordInput, sub: z.string().max(40), day: dayInput, values: recordValues, person: personInput.optional(), reason: z.string().trim().max(200).default('') }),
  async run(tx, input, by) {
    const home = await getKept(tx, by, input.register);
    const sub = getSub(home, input.sub);
    refuseOwnPage(sub);
    const of = await lockParent(tx, by, home, input.record);
    if (sub.person && !sub.person.optional && input.person === undefined) throw new Refusal('record.person-needed');
    const values = await readValues(tx, by, sub.fields, input.values);
    const [personId] = await findPeople(tx, by, [{ person: sub.person ? input.person : undefined, division: of.divisionId }], `台账登记：${home.register.title}`);
    const [entry] = await addEntries(tx, by, home, sub, of, [{ day: input.day, personId: personId ?? null, values, reason: input.reason }]);
    return { entry };
  },
});
