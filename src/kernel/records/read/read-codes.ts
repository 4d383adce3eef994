import type { RegisterField } from '../../contract/register.ts';
import type { Tx } from '../../db/tx.ts';
import { divisionIdsOf } from './from-row.ts';

/** Codes of the divisions that stand in rows' fields, by id. */
export async function readCodes(tx: Tx, fields: readonly RegisterField[], rows: readonly Readonly<Record<string, unknown>>[]): Promise<ReadonlyMap<number, string>> {
  const ids = divisionIdsOf(fields, rows);
  if (ids.length === 0) return new Map();
  return new Map((await tx.rows<{ id: number; code: string }>('select id, code from division where id = any ($1::int[])', [ids])).map((row) => [row.id, row.code]));
}
