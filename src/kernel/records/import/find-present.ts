import type { RegisterField } from '../../contract/register.ts';
import type { Tx } from '../../db/tx.ts';
import { columnOf } from '../../registry/check-register.ts';
import { columnType, isSecret } from '../table/column-types.ts';

/** A column of a key: its name and type in the table. */
export interface KeyColumn { readonly key: string; readonly name: string; readonly type: string }

/** The columns of a declared key; undefined where one of them cannot be compared (it is confidential, a list, a point). */
export function keyColumns(key: readonly string[] | undefined, fields: readonly RegisterField[]): readonly KeyColumn[] | undefined {
  const columns = (key ?? []).map((one): KeyColumn | undefined => {
    if (one === 'person') return { key: one, name: 'person_id', type: 'bigint' };
    if (one === 'division') return { key: one, name: 'division_id', type: 'int' };
    if (one === 'day') return { key: one, name: 'on_day', type: 'date' };
    const field = fields.find((other) => other.key === one);
    return field === undefined || isSecret(field) || ['choices', 'place', 'files', 'division'].includes(field.kind) ? undefined : { key: one, name: columnOf(one), type: columnType(field).split(' ')[0] ?? 'text' };
  });
  const known = columns.filter((column): column is KeyColumn => column !== undefined);
  return known.length === 0 || known.length < columns.length ? undefined : known;
}

export interface PresentRow { readonly seen: number; readonly record: number }

/** Rows of a table that have the same values in the columns of a key, by the place of whoever asks. `current`: which of its rows count. */
export async function findPresent(tx: Tx, table: string, current: string, columns: readonly Pick<KeyColumn, 'name' | 'type'>[], asked: readonly (readonly unknown[] | undefined)[]): Promise<ReadonlyMap<number, readonly PresentRow[]>> {
  const rows = asked.flatMap((values, at) => (values === undefined ? [] : [{ at, ...Object.fromEntries(values.map((value, nth) => [`k${nth}`, value])) }]));
  if (rows.length === 0) return new Map();
  const found = await tx.rows<{ at: number; seen: number; record: number }>(
    `select k.at, t.id as seen, t.record_id as record from jsonb_to_recordset($1::jsonb) as k (at int, ${columns.map(({ type }, nth) => `k${nth} ${type}`).join(', ')})
       join ${table} t on ${columns.map(({ name, type }, nth) => (type === 'text' ? `t.${name} collate "C" = k.k${nth}` : `t.${name} = k.k${nth}`)).join(' and ')} where ${current} order by k.at, t.record_id`, [JSON.stringify(rows)]);
  return Map.groupBy(found, (row) => row.at);
}
