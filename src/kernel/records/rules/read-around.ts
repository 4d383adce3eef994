import type { RecordAlongside, RecordSeen, Register, Values } from '../../contract/register.ts';
import type { Tx } from '../../db/tx.ts';
import { columnOf, tableOf } from '../../registry/check-register.ts';
import { findPresent, keyColumns } from '../import/find-present.ts';
import { fromRow, type StoredRow } from '../read/from-row.ts';
import { readCodes } from '../read/read-codes.ts';
import { CURRENT } from '../table/write-table.ts';
import { isSecret } from '../table/column-types.ts';
import { readTotals } from './read-totals.ts';

/** What stands around a record when its rules are asked. */
export type Around = Pick<RecordSeen, 'totals' | 'alongside'>;

/** A record whose surroundings are asked for: `record` 0 of one that is not there yet. */
export interface AroundOf { readonly record: number; readonly divisionId: number | null; readonly personId: number | null; readonly values: Values }

/** Totals, and the records that share what the register's `alongside` names, of each record asked for. Two questions, however many. */
export async function readAround(tx: Tx, register: Register, asked: readonly AroundOf[]): Promise<Around[]> {
  const totals = await readTotals(tx, register, [...new Set(asked.map(({ record }) => record))]);
  const alongside = await readAlongside(tx, register, asked);
  return asked.map(({ record }, at) => ({ totals: totals.get(record) ?? {}, alongside: alongside.get(at) ?? [] }));
}

/** Of one record. */
export async function readAroundOne(tx: Tx, register: Register, of: AroundOf): Promise<Around> {
  const [around] = await readAround(tx, register, [of]);
  return around ?? { totals: {}, alongside: [] };
}

async function readAlongside(tx: Tx, register: Register, asked: readonly AroundOf[]): Promise<ReadonlyMap<number, readonly RecordAlongside[]>> {
  const meant = register.alongside;
  const columns = keyColumns(meant?.same.length === 0 ? undefined : meant?.same, register.fields) ?? [];
  if (meant === undefined || asked.length === 0) return new Map();
  const current = `t.${CURRENT.replace(' and ', ' and t.')} and t.what <> 'taken-back'`;
  const found = await findPresent(tx, tableOf(register), current, columns, asked.map((of) => valuesOf(columns.map(({ key }) => key), of)));
  const ids = [...new Set([...found.values()].flatMap((rows) => rows.map(({ seen }) => seen)))];
  const order = columnOf(meant.order);
  const rows = ids.length === 0 ? [] : await tx.rows<StoredRow>(`select t.* from ${tableOf(register)} t where t.id = any ($1::bigint[]) order by t.${order} nulls first, t.record_id`, [ids]);
  const open = register.fields.filter((field) => !isSecret(field));
  const codes = await readCodes(tx, open, rows);
  const shown = rows.map((row) => ({ id: row.id, one: { record: row.record_id, state: row.state, values: fromRow(open, row, codes) } }));
  return new Map([...found].map(([at, there]) => {
    const wanted = new Set(there.map(({ seen }) => seen));
    return [at, shown.filter(({ id, one }) => wanted.has(id) && one.record !== asked[at]?.record).map(({ one }) => one)];
  }));
}

/** The values a record is compared by; nothing where one of them is not written. */
function valuesOf(keys: readonly string[], of: AroundOf): unknown[] | undefined {
  const all = keys.map((key) => (key === 'person' ? of.personId : key === 'division' ? of.divisionId : of.values[key]));
  return all.some((one) => one === undefined || one === null) ? undefined : all;
}
