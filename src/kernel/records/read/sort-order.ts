import { Refusal } from '../../contract/refusal.ts';
import type { Register } from '../../contract/register.ts';
import { columnOf } from '../../registry/check-register.ts';
import { columnType } from '../table/column-types.ts';
import { fieldOrRefuse } from './list-conditions.ts';
import type { StoredRow } from './from-row.ts';

export interface Sort { readonly by: string; readonly down?: boolean | undefined }
/** A stretch of a sorted list: which rows it has, beyond a place in it, and their order. */
export interface Stretch { readonly where: string; readonly order: string; readonly values: readonly unknown[] }

/** Columns beside the fields that a list is sorted by. */
const COMMON: Readonly<Record<string, string>> = { since: 'state_since', openedOn: 'opened_on', endedOn: 'ended_on' };

/**
 * The order of a list after a place in it, as the stretches it is read in: first the rows that have a value, then those without one, whichever way. Each stretch is
 * in the order of an index, forwards or backwards. Numbers of records are in the order of their ids.
 */
export function readSort(register: Register, sort: Sort | undefined, after: string | undefined, given: number): readonly Stretch[] {
  const way = sort?.down ? 'desc' : 'asc';
  const beyond = sort?.down ? '<' : '>';
  const place = after === undefined ? undefined : readPlace(after);
  if (sort === undefined || sort.by === 'number') {
    return [{ order: `t.record_id ${way}`, where: place === undefined ? '' : ` and t.record_id ${beyond} $${given + 1}::bigint`, values: place === undefined ? [] : [place.record] }];
  }
  const { column, type } = columnFor(register, sort.by);
  const order = `${column} ${way}, t.record_id ${way}`;
  const empty: Stretch = { order: `t.record_id ${way}`, where: ` and ${column} is null`, values: [] };
  if (place === undefined) return [{ order, where: ` and ${column} is not null`, values: [] }, empty];
  if (place.value === null) return [{ ...empty, where: `${empty.where} and t.record_id ${beyond} $${given + 1}::bigint`, values: [place.record] }];
  return [{ order, where: ` and (${column}, t.record_id) ${beyond} ($${given + 1}::${type}, $${given + 2}::bigint)`, values: [place.value, place.record] }, empty];
}

/** The order of a whole list, for a file of it. */
export function wholeOrder(register: Register, sort: Sort | undefined): string {
  const way = sort?.down ? 'desc' : 'asc';
  if (sort === undefined || sort.by === 'number') return `t.record_id ${way}`;
  return `${columnFor(register, sort.by).column} ${way} nulls last, t.record_id ${way}`;
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
