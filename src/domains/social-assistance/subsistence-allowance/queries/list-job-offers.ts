import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { maskName } from '../../../../kernel/values/name-mask.ts';
import { refusalsInARow, type OfferAnswer } from '../count-refusals.ts';

interface Row extends Record<string, unknown> { readonly id: number; readonly person: number; readonly name: string; readonly on: string; readonly by: string; readonly job: string; readonly answer: OfferAnswer; readonly reason: string }

/** Jobs offered to the members of a household, newest first, and how many each has refused in a row without just cause. */
export default defineQuery({
  id: 'subsistence-allowance.list-job-offers', title: '介绍工作记录', allow: { staff: true }, sensitive: true, input: z.strictObject({ household: z.int().positive() }),
  async run(tx, input, by) {
    const rows = await tx.rows<Row>(
      `select o.id, o.person_id as person, p.name, o.offered_on as on, o.offered_by as by, o.job, o.answer, o.reason from job_offer o join person p on p.id = o.person_id where o.household_id = $1 order by o.offered_on, o.id`, [input.household]);
    by.saw('household', [input.household], '看介绍工作记录');
    const counts = [...Map.groupBy(rows, (row) => row.person)].map(([person, own]) => ({ person, name: maskName(own[0]?.name ?? ''), inARow: refusalsInARow(own.map((row) => row.answer)) }));
    return { offers: rows.map((row) => ({ ...row, name: maskName(row.name) })).toReversed(), counts };
  },
});
