import type { LinkedTotal, Register, SubRecord, Total } from '../../contract/register.ts';
import type { Tx } from '../../db/tx.ts';
import { columnOf, subTableOf, tableOf } from '../../registry/check-register.ts';
import { CURRENT } from '../table/write-table.ts';
import { quote, whereSql } from './where-sql.ts';

export type Totals = Readonly<Record<string, number | string | null>>;

/** Totals over the entries of records, and over the records that link to them, as known now, in one question. A record without counts nothing. */
export async function readTotals(tx: Tx, register: Register, records: readonly number[]): Promise<ReadonlyMap<number, Totals>> {
  const totalled = (register.subRecords ?? []).filter((sub) => (sub.totals ?? []).length > 0);
  const linked = register.linked ?? [];
  const nothing = Object.fromEntries([...totalled.flatMap((sub) => (sub.totals ?? []).map((total) => [total.key, total.as === 'last' ? null : 0])), ...linked.map((one) => [one.key, 0])]);
  const found = new Map<number, Record<string, number | string | null>>(records.map((record) => [record, { ...nothing }]));
  const asked = [
    ...totalled.map((sub) => `select record_id, jsonb_build_object(${(sub.totals ?? []).map((total) => `'${total.key}', ${totalSql(sub, total)}`).join(', ')}) as totals from ${subTableOf(register, sub)} e
      where record_id = any ($1::bigint[]) and known_to is null and what <> 'taken-back' group by record_id`),
    ...linked.map(linkedSql),
  ];
  if (asked.length === 0 || records.length === 0) return found;
  const rows = await tx.rows<{ record_id: number; totals: Record<string, unknown> }>(asked.join(' union all '), [records]);
  for (const row of rows) Object.assign(found.get(row.record_id) ?? {}, Object.fromEntries(Object.entries(row.totals).map(([key, value]) => [key, asNumber(value)])));
  return found;
}

/** How many records of another register, as they stand now in the states meant, link to each. */
function linkedSql({ key, register, field, states }: LinkedTotal): string {
  const column = `t.${columnOf(field)}`;
  return `select ${column} as record_id, jsonb_build_object('${key}', count(*)) as totals from ${tableOf({ id: register })} t
    where ${column} = any ($1::bigint[]) and t.${CURRENT.replace(' and ', ' and t.')} and t.what <> 'taken-back' and t.state in (${states.map(quote).join(', ')}) group by ${column}`;
}

const asNumber = (value: unknown): number | string | null => (typeof value === 'number' ? value : typeof value === 'boolean' ? String(value) : typeof value === 'string' ? (/^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value) : null);

function totalSql(sub: SubRecord, total: Total): string {
  const only = whereSql(sub.fields, total.where, 'e').replace(/^ and /, '');
  const filter = only === '' ? '' : ` filter (where ${only})`;
  const column = total.of === 'person' ? 'e.person_id' : total.of === undefined ? '*' : total.of === 'day' ? 'e.on_day' : `e.${columnOf(total.of)}`;
  switch (total.as) {
    case 'count': return `count(*)${filter}`;
    case 'sum': return `coalesce(sum(${column})${filter}, 0)`;
    case 'distinct': return `count(distinct ${column})${filter}`;
    case 'last': return `(array_agg(${column} order by e.on_day desc, e.id desc)${filter})[1]`;
  }
}
