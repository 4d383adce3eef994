import type { RecordAlongside, RecordSeen, Register, Values } from '../../contract/register.ts';
import type { Tx } from '../../db/tx.ts';
import { columnOf, subTableOf, tableOf } from '../../registry/check-register.ts';
import { findPresent, keyColumns } from '../import/find-present.ts';
import { fromRow, type StoredRow } from '../read/from-row.ts';
import { readCodes } from '../read/read-codes.ts';
import { CURRENT } from '../table/write-table.ts';
import { isSecret } from '../table/column-types.ts';
import type { StoredEntry } from '../write/load-entry.ts';
import { readTotals } from './read-totals.ts';

/** What stands around a record when its rules are asked. */
export type Around = Pick<RecordSeen, 'totals' | 'alongside' | 'entries'>;

/** A record whose surroundings are asked for: `record` 0 of one that is not there yet. */
export interface AroundOf { readonly record: number; readonly divisionId: number | null; readonly personId: number | null; readonly values: Values }

/** Totals, the entries that rules ask for, and the records that share what the register's `alongside` names, of each record asked for. As many questions for one as for many. */
export async function readAround(tx: Tx, register: Register, asked: readonly AroundOf[]): Promise<Around[]> {
  const records = [...new Set(asked.map(({ record }) => record))];
  const totals = await readTotals(tx, register, records);
  const entries = await readEntries(tx, register, records);
  const alongside = await readAlongside(tx, register, asked);
  return asked.map(({ record }, at) => ({ totals: totals.get(record) ?? {}, alongside: alongside.get(at) ?? [], ...(entries === undefined ? {} : { entries: entries.get(record) ?? {} }) }));
}

/** What a list shows needs: totals, and the rest only where something is derived of it. */
export async function readForShow(tx: Tx, register: Register, asked: readonly AroundOf[]): Promise<Around[]> {
  if ((register.derived ?? []).length > 0) return readAround(tx, register, asked);
  const totals = await readTotals(tx, register, asked.map(({ record }) => record));
  return asked.map(({ record }) => ({ totals: totals.get(record) ?? {}, alongside: [] }));
}

/** Of one record. */
export async function readAroundOne(tx: Tx, register: Register, of: AroundOf): Promise<Around> {
  const [around] = await readAround(tx, register, [of]);
  return around ?? { totals: {}, alongside: [] };
}

/** Entries of the sub-records that rules look into, of each record; nothing of a register without such. */
async function readEntries(tx: Tx, register: Register, records: readonly number[]): Promise<ReadonlyMap<number, Record<string, Values[]>> | undefined> {
  const subs = (register.subRecords ?? []).filter((sub) => sub.inRules);
  if (subs.length === 0) return undefined;
  const found = new Map(records.map((record) => [record, Object.fromEntries(subs.map((sub) => [sub.id, [] as Values[]]))]));
  for (const sub of subs) {
    const rows = await tx.rows<StoredEntry>(`select * from ${subTableOf(register, sub)} where record_id = any ($1::bigint[]) and known_to is null and what <> 'taken-back' order by on_day, id`, [records]);
    const open = sub.fields.filter((field) => !isSecret(field));
    const codes = await readCodes(tx, open, rows);
    for (const row of rows) found.get(row.record_id)?.[sub.id]?.push({ ...fromRow(open, row, codes), day: row.on_day, ...(row.person_id === null ? {} : { person: row.person_id }) });
  }
  return found;
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
  const totals = meant.totals === undefined ? undefined : await readTotals(tx, register, shown.map(({ one }) => one.record));
  // in the order they were read in
  const seen = new Map(shown.map(({ id, one }, place) => [id, { place, one: totals === undefined ? one : { ...one, totals: totals.get(one.record) ?? {} } }]));
  return new Map([...found].map(([at, there]) => [at, there.flatMap((row) => seen.get(row.seen) ?? []).filter(({ one }) => one.record !== asked[at]?.record).toSorted((a, b) => a.place - b.place).map(({ one }) => one)]));
}

/** The values a record is compared by; nothing where one of them is not written. */
function valuesOf(keys: readonly string[], of: AroundOf): unknown[] | undefined {
  const all = keys.map((key) => (key === 'person' ? of.personId : key === 'division' ? of.divisionId : of.values[key]));
  return all.some((one) => one === undefined || one === null) ? undefined : all;
}
