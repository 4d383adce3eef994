import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { planForArea } from '../../db/area-plan.ts';
import { countTo, type Page } from '../../registers/search/hit.ts';
import { tableOf } from '../../registry/check-register.ts';
import { COUNTED_TO } from '../../values/counted.ts';
import type { RecordRow } from '../face.ts';
import type { StoredRow } from '../read/from-row.ts';
import { getReadable } from '../read/get-readable.ts';
import { listConditions, listInput } from '../read/list-conditions.ts';
import { readSort, sortValue } from '../read/sort-order.ts';
import { showRows } from '../read/show-rows.ts';

const PAGE = 50;

/** A register's list: filtered and sorted on any field, of today or of a past day. Counted exactly to 1,000, in all and by state. */
export default defineQuery({
  id: 'records.list', title: '台账名单', allow: { staff: true }, sensitive: true,
  input: z.strictObject({ ...listInput, sort: z.strictObject({ by: z.string().max(40), down: z.boolean().optional() }).optional(), after: z.string().max(400).optional(), limit: z.int().min(1).max(2000).optional(), plain: z.boolean().optional() }),
  async run(tx, input, by): Promise<Page<RecordRow> & { readonly byState: Readonly<Record<string, number>> }> {
    const { register } = await getReadable(tx, by, input.register);
    const meant = await listConditions(tx, by.caller, register, input);
    const table = tableOf(register);
    const { count } = await tx.one<{ count: number }>(`select count(*) as count from (select 1 from ${table} t where ${meant.sql} limit ${COUNTED_TO + 1}) counted`, meant.values);
    const limit = input.limit ?? PAGE;
    // many are meant: a page of them is found soon by walking in their order; few: they are fetched and sorted
    const reads = count > COUNTED_TO ? 'in-order' : 'search';
    const found: StoredRow[] = [];
    for (const stretch of readSort(register, input.sort, input.after, meant.values.length)) {
      if (found.length > limit) break;
      found.push(...await planForArea(tx, by.caller, reads, () => tx.rows<StoredRow>(
        `select t.* from ${table} t where ${meant.sql}${stretch.where} order by ${stretch.order} limit ${limit + 1 - found.length}`, [...meant.values, ...stretch.values])));
    }
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    by.saw('person', rows.flatMap((row) => (row.person_id === null ? [] : [row.person_id])), `台账：${register.title}`);
    return { rows: await showRows(tx, register, rows, by.today), total: countTo(count), next: last === undefined ? null : sortValue(register, input.sort, last), byState: input.plain ? {} : await countStates(Object.keys(register.states)) };

    /** How many in each state, to a thousand and one: what else is asked stays as it is. */
    async function countStates(states: readonly string[]): Promise<Record<string, number>> {
      const others = await listConditions(tx, by.caller, register, { ...input, state: undefined });
      const rows = await tx.rows<{ state: string; count: number }>(
        `select s.state, (select count(*) from (select 1 from ${table} t where ${others.sql} and t.state = s.state limit ${COUNTED_TO + 1}) c) as count from unnest($${others.values.length + 1}::text[]) s (state)`, [...others.values, states]);
      return Object.fromEntries(rows.map((row) => [row.state, row.count]));
    }
  },
});
