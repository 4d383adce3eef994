import { z } from 'zod';
import { divisionInput } from '../../../contract/door-fields.ts';
import { defineQuery } from '../../../contract/door.ts';
import { planForArea } from '../../../db/area-plan.ts';
import { COUNTED_TO } from '../../../values/counted.ts';
import { countTo, type Page } from '../../search/hit.ts';
import { listPersonHits, type PersonHit } from '../list-person-hits.ts';
import { peopleMeant } from '../people-meant.ts';

const PAGE = 50;
const nothing: Page<PersonHit> = { rows: [], total: { count: 0, exact: true }, next: null };

/** People of the caller's area, or those a search text means, in the order of pinyin, fifty a page. */
export default defineQuery({
  id: 'person.list-people', title: '人员名单', allow: { staff: true }, sensitive: true,
  input: z.strictObject({
    text: z.string().trim().max(60).optional(), division: divisionInput.optional(),
    after: z.string().max(200).regex(/^[^|]*\|\d{1,15}$/).optional(), limit: z.number().int().min(1).max(100).optional(),
  }),
  async run(tx, input, by): Promise<Page<PersonHit>> {
    const searched = input.text !== undefined && input.text !== '';
    const meant = await peopleMeant(tx, input, by);
    if (!meant) { by.saw('person', [], '查找'); return nothing; }
    const { values } = meant;
    const from = `from person p where ${meant.sql}`;
    const { count } = await planForArea(tx, by.caller, 'search', () => tx.one<{ count: number }>(`select count(*) as count from (select 1 ${from} limit ${COUNTED_TO + 1}) counted`, values));
    const [afterPinyin, afterId] = input.after?.split('|') ?? [];
    const later = afterId === undefined ? '' : ` and (p.name_pinyin collate "C", p.id) > ($${values.length + 1}, $${values.length + 2}::bigint)`;
    const limit = input.limit ?? PAGE;
    const found = await planForArea(tx, by.caller, searched ? 'search' : 'in-order', () => tx.rows<{ id: number; name_pinyin: string }>(
      `select p.id, p.name_pinyin ${from}${later} order by p.name_pinyin collate "C", p.id limit ${limit + 1}`, afterId === undefined ? values : [...values, afterPinyin, Number(afterId)]));
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    by.saw('person', page.map((r) => r.id), '查找');
    return { rows: await listPersonHits(tx, page.map((r) => r.id)), total: countTo(count), next: last ? `${last.name_pinyin}|${last.id}` : null };
  },
});
