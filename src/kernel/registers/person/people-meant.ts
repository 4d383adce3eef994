import { areaCondition } from '../../db/area-plan.ts';
import type { QueryContext } from '../../db/query.ts';
import type { Tx } from '../../db/tx.ts';
import { readSearchText } from '../search/read-search-text.ts';
import { personCondition } from './person-condition.ts';

/** Whom a list of people asks for. */
export interface PeopleAsked { readonly text?: string | undefined; readonly division?: number | string | undefined }

/** The people a search text and a place mean, inside the caller's area, as a condition on `person p`; undefined where the text can mean nobody. */
export async function peopleMeant(tx: Tx, asked: PeopleAsked, by: QueryContext): Promise<{ readonly sql: string; readonly values: readonly unknown[] } | undefined> {
  const conditions: string[] = ['true'];
  const values: unknown[] = [];
  const add = (sql: string, more: readonly unknown[]): void => { conditions.push(sql); values.push(...more); };
  if (asked.text !== undefined && asked.text !== '') {
    const meant = personCondition(readSearchText(asked.text), by.city, values.length + 1);
    if (!meant) return undefined;
    add(meant.sql, meant.values);
  }
  if (asked.division !== undefined) {
    const { ids } = await tx.one<{ ids: number[] }>('select array(select divisions_under($1)) as ids', [asked.division]);
    const n = `$${values.length + 1}::int[]`;
    add(`(p.handling_division_id = any(${n}) or p.residence_division_id = any(${n}) or p.hukou_division_id = any(${n}))`, [ids]);
  }
  const area = areaCondition(by.caller, ['p.handling_division_id', 'p.residence_division_id', 'p.hukou_division_id'], values.length + 1);
  if (area) add(area.sql, [area.value]);
  return { sql: conditions.join(' and '), values };
}
