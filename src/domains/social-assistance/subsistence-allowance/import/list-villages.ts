import type { Tx } from '../../../../kernel/db/tx.ts';
import type { PlainDate } from '../../../../kernel/values/plain-date.ts';
import type { Village } from './village-index.ts';

/** The villages and communities of the caller's area in force on a day, each with its town. */
export async function listVillages(tx: Tx, day: PlainDate): Promise<Village[]> {
  const rows = await tx.rows<{ id: number; code: string; name: string; town_id: number; town: string }>(
    `select v.id, v.code, v.name, t.id as town_id, t.name as town from division v join division t on t.id = v.parent_id
      where v.level = 'village' and v.id = any ((select caller_divisions())::int[]) and v.valid_from <= $1 and (v.valid_to is null or v.valid_to > $1) order by v.code`, [day]);
  return rows.map((r) => ({ id: r.id, code: r.code, name: r.name, town: { id: r.town_id, name: r.town } }));
}
