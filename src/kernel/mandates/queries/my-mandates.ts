import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { listMandateLines } from '../mandate-rows.ts';

/** Who may act for the caller, and for whom the caller may act; with what was done under each. */
export default defineQuery({
  id: 'mandates.my-mandates', title: '谁能替我办', allow: { residents: true }, input: z.strictObject({}), sensitive: true,
  async run(tx, _input, by) {
    const [given, held] = [await listMandateLines(tx, by.today, 'm.principal_person_id = $1', [by.caller.person]), await listMandateLines(tx, by.today, 'm.helper_person_id = $1', [by.caller.person])];
    by.saw('person', [...given.flatMap((one) => one.helperPerson ?? []), ...held.map((one) => one.principalPerson)], '看自己的授权');
    const acts = await tx.rows<{ mandate: number; caseId: number; number: string; on: string; step: string }>(
      `select a.mandate_id as mandate, a.case_id as "caseId", c.number, a.on_day as "on", a.step from case_action a join case_file c on c.id = a.case_id
        where a.mandate_id = any ($1) order by a.id desc limit 100`, [given.map((one) => one.id)]);
    return { today: by.today, given: given.map((one) => ({ ...one, acts: acts.filter((act) => act.mandate === one.id) })), held };
  },
});
