import { Refusal } from '../../contract/refusal.ts';
import type { Register } from '../../contract/register.ts';
import { columnOf } from '../../registry/check-register.ts';
import { columnType } from '../table/column-types.ts';
import { fieldOrRefuse } from './list-conditions.ts';
import type { StoredRow } from './from-row.ts';

export interface Sort { readonly by: string; readonly down?: boolean | undefined }
interface Order { readonly order: string; readonly later: string; readonly values: readonly unknown[] }

/** Columns beside the fields that a list is sorted by. */
const COMMON: Readonly<Record<string, string>> = { since: 'state_since', openedOn: 'opened_on', endedOn: 'ended_on' };

/** The order of a list, and what comes after a place in it. Numbers of records are in the order of their ids; empty values come last whichever way. */
export function readSort(register: Register, sort: Sort | undefined, after: string | undefined, given: number): Order {
  const way = sort?.down ? 'desc' : 'asc';
  const place = after === undefined ? undefined : readPlace(after);
  if (sort === undefined || sort.by === 'number') {
    return { order: `t.record_id ${way}`, later: place === undefined ? '' : ` and t.record_id ${sort?.down ? '<' : '>'} $${given + 1}::bigint`, values: place === undefined ? [] : [place.record] };
  }
  const { column, type } = columnFor(register, sort.by);
  const order = `${column} ${way} nulls last, t.record_id ${way}`;
  if (place === undefined) return { order, later: '', values: [] };
  const beyond = sort.down ? '<' : '>';
  if (place.value === null) return { order, later: ` and ${column} is null and t.record_id ${beyond} $${given + 1}::bigint`, values: [place.record] };
  return { order, later: ` and (${column} ${beyond} $${given + 1}::${type} or (${column} = $${given + 1}::${type} and t.record_id ${beyond} $${given + 2}::bigint) or ${column} is null)`, values: [place.value, place.record] };
}

function columnFor(register: Register, by: string): { readonly column: string; readonly type: string; readonly plain: string } {
  const common = COMMON[by];
  if (common !== undefined) return { column: `t.${common}`, type: 'date', plain: common };
  const field = fieldOrRefuse(register, by);
  const type = columnType(field).split(' ')[0] ?? 'text';
  const plain = columnOf(field.key);
  return { column: `t.${plain}${type === 'text' ? ' collate "C"' : ''}`, type, plain };
}

/** Where a page ended, as the next one is asked with. */
export function sortValue(register: Register, sort: Sort | undefined, row: StoredRow): string {
  const value = sort === undefined || sort.by === 'number' ? null : row[columnFor(register, sort.by).plain] ?? null;
  return JSON.stringify([value, row.record_id]);
}

function readPlace(after: string): { readonly value: string | number | null; readonly record: number } {
  try {
    const [value, record] = JSON.parse(after) as [unknown, unknown];
    if (typeof record === 'number' && Number.isSafeInteger(record) && (value === null || typeof value === 'string' || typeof value === 'number')) return { value, record };
  } catch { /* told below */ }
  throw new Refusal('input.invalid', { fields: [{ path: 'after', code: 'field.type', sentence: '翻页的位置没有看懂，请从第一页再看。' }] });
}
