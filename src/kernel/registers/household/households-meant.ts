import { areaCondition } from '../../db/area-plan.ts';
import type { QueryContext } from '../../db/query.ts';
import type { Tx } from '../../db/tx.ts';
import { personCondition } from '../person/person-condition.ts';
import { afterPrefix, readSearchText } from '../search/read-search-text.ts';

/** The households a search text and a place mean, inside the caller's area, as a condition on `household h`: by number, or by whoever is or was a member. */
export async function householdsMeant(tx: Tx, asked: { readonly text?: string | undefined; readonly division?: number | undefined }, by: QueryContext): Promise<{ readonly sql: string; readonly values: readonly unknown[] }> {
  // who draws something under his own name is found as a person
  const conditions: string[] = ['h.single is null'];
  const values: unknown[] = [];
  const add = (sql: string, more: readonly unknown[]): void => { conditions.push(sql); values.push(...more); };
  if (asked.text !== undefined && asked.text !== '') {
    const text = readSearchText(asked.text);
    const meant = personCondition(text, by.city, 1);
    if (text.kind === 'number') add('h.number collate "C" >= $1 and h.number collate "C" < $2', [text.number, afterPrefix(text.number)]);
    else if (meant) add(`h.id in (select m.household_id from household_member m join person p on p.id = m.person_id where m.known_to is null and ${meant.sql})`, meant.values);
    else add('false', []);
  }
  if (asked.division !== undefined) {
    const { ids } = await tx.one<{ ids: number[] }>('select array(select divisions_under($1)) as ids', [asked.division]);
    add(`h.division_id = any($${values.length + 1}::int[])`, [ids]);
  }
  const area = areaCondition(by.caller, ['h.division_id'], values.length + 1);
  if (area) add(area.sql, [area.value]);
  return { sql: conditions.join(' and '), values };
}
