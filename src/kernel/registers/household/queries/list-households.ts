import { z } from 'zod';
import { divisionInput } from '../../../contract/door-fields.ts';
import { defineQuery } from '../../../contract/door.ts';
import { planForArea } from '../../../db/area-plan.ts';
import { COUNTED_TO } from '../../../values/counted.ts';
import { countTo, type Page } from '../../search/hit.ts';
import { householdsMeant } from '../households-meant.ts';
import { listHouseholdHits, type HouseholdHit } from '../list-household-hits.ts';

const PAGE = 50;

/** Households of the caller's area in the order of their numbers; by number, or by whoever is or was a member, when a text is given. */
export default defineQuery({
  id: 'household.list-households', title: '家庭名单', allow: { staff: true }, sensitive: true,
  input: z.strictObject({
    text: z.string().trim().max(60).optional(), division: divisionInput.optional(),
    after: z.string().max(60).regex(/^[^|]*\|\d{1,15}$/).optional(), limit: z.number().int().min(1).max(100).optional(),
  }),
  async run(tx, input, by): Promise<Page<HouseholdHit>> {
    const { sql, values } = await householdsMeant(tx, input, by);
    const from = `from household h where ${sql}`;
    const { count } = await tx.one<{ count: number }>(`select count(*) as count from (select 1 ${from} limit ${COUNTED_TO + 1}) counted`, values);
    const [afterNumber, afterId] = input.after?.split('|') ?? [];
    const later = afterId === undefined ? '' : ` and (h.number collate "C", h.id) > ($${values.length + 1}, $${values.length + 2}::bigint)`;
    const limit = input.limit ?? PAGE;
    const found = await planForArea(tx, by.caller, input.text === undefined || input.text === '' ? 'in-order' : 'search', () => tx.rows<{ id: number; number: string }>(
      `select h.id, h.number ${from}${later} order by h.number collate "C", h.id limit ${limit + 1}`, afterId === undefined ? values : [...values, afterNumber, Number(afterId)]));
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    by.saw('household', page.map((r) => r.id), '查找');
    return { rows: await listHouseholdHits(tx, page.map((r) => r.id), by.today), total: countTo(count), next: last ? `${last.number}|${last.id}` : null };
  },
});
