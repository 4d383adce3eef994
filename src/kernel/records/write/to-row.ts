import type { RegisterField, Values } from '../../contract/register.ts';
import type { Keyring } from '../../db/keyring.ts';
import type { Tx } from '../../db/tx.ts';
import { columnOf } from '../../registry/check-register.ts';
import { isSecret } from '../table/column-types.ts';
import { maskValue } from './read-values.ts';

/** Values as columns of a table, for `jsonb_populate_recordset`. Confidential ones go together, encrypted, into `secret`. */
export function toRow(fields: readonly RegisterField[], values: Values, at: { readonly keys: Keyring; readonly divisions: ReadonlyMap<string, number> }): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  const secret: Record<string, unknown> = {};
  for (const field of fields) {
    const value = values[field.key];
    if (value === undefined || value === null) continue;
    if (isSecret(field)) {
      secret[field.key] = value;
      row[columnOf(field.key)] = maskValue(field, value);
    } else row[columnOf(field.key)] = field.kind === 'division' ? at.divisions.get(String(value)) : field.kind === 'place' ? `(${String(value)})` : value;
  }
  if (Object.keys(secret).length > 0) row['secret'] = `\\x${at.keys.seal(JSON.stringify(secret)).cipher.toString('hex')}`;
  return row;
}

/** Ids of the divisions named in rows, by code: of a code that was given again, the division that has it today. */
export async function readDivisions(tx: Tx, fields: readonly RegisterField[], rows: readonly Values[]): Promise<ReadonlyMap<string, number>> {
  const keys = fields.filter((field) => field.kind === 'division').map((field) => field.key);
  const codes = [...new Set(rows.flatMap((row) => keys.flatMap((key) => (typeof row[key] === 'string' ? [row[key]] : []))))];
  if (codes.length === 0) return new Map();
  return new Map((await tx.rows<{ code: string; id: number }>('select distinct on (code) code, id from division where code = any ($1) order by code, (valid_from <= business_day() and (valid_to is null or valid_to > business_day())) desc, id desc', [codes])).map((one) => [one.code, one.id]));
}

/** Writes rows of one table in one statement, in their order. Columns not named take their defaults. */
export async function insertRows(tx: Tx, table: string, columns: readonly string[], rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  if (rows.length === 0) return;
  const list = columns.map((column) => `"${column}"`).join(', ');
  await tx.run(`insert into ${table} (${list}) select ${list} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)]);
}
