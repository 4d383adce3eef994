import type { RegisterField, Values } from '../../contract/register.ts';
import type { Keyring } from '../../db/keyring.ts';
import { columnOf } from '../../registry/check-register.ts';
import { isSecret } from '../table/column-types.ts';

/** A row of a register's table, as the database gives it. */
export interface StoredRow extends Record<string, unknown> {
  readonly id: number; readonly record_id: number; readonly number: string; readonly division_id: number; readonly person_id: number | null;
  readonly state: string; readonly state_since: string; readonly opened_on: string | null; readonly ended_on: string | null;
  readonly valid_from: string; readonly valid_to: string | null; readonly known_to: number | null; readonly command_id: number;
  readonly what: string; readonly reason: string; readonly secret: Buffer | null;
}

/** Values as the screens take them: confidential ones masked, divisions as codes. */
export function fromRow(fields: readonly RegisterField[], row: Readonly<Record<string, unknown>>, codes: ReadonlyMap<number, string>): Values {
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    const value = row[columnOf(field.key)];
    if (value === null || value === undefined) continue;
    values[field.key] = isSecret(field) ? value : field.kind === 'division' ? codes.get(value as number) ?? '' : field.kind === 'place' ? pointText(value) : value;
  }
  return values;
}

const pointText = (value: unknown): string => { const { x, y } = value as { x: number; y: number }; return `${x},${y}`; };

/** Everything as it was written, confidential values included: for carrying a version on, never for showing. */
export function openRow(fields: readonly RegisterField[], row: Readonly<Record<string, unknown>>, codes: ReadonlyMap<number, string>, keys: Pick<Keyring, 'open'>): Values {
  return { ...fromRow(fields, row, codes), ...openSecret(row, keys) };
}

export const openSecret = (row: Readonly<Record<string, unknown>>, keys: Pick<Keyring, 'open'>): Values => (Buffer.isBuffer(row['secret']) ? JSON.parse(keys.open(row['secret'])) as Values : {});

/** Ids of divisions that stand in rows' fields. */
export const divisionIdsOf = (fields: readonly RegisterField[], rows: readonly Readonly<Record<string, unknown>>[]): number[] =>
  [...new Set(fields.filter((field) => field.kind === 'division').flatMap((field) => rows.flatMap((row) => (typeof row[columnOf(field.key)] === 'number' ? [row[columnOf(field.key)] as number] : []))))];
