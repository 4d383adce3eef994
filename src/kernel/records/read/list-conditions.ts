import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { dayInput, divisionInput } from '../../contract/door-fields.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { Register, RegisterField } from '../../contract/register.ts';
import { areaCondition } from '../../db/area-plan.ts';
import type { Tx } from '../../db/tx.ts';
import { afterPrefix } from '../../registers/search/read-search-text.ts';
import { columnOf } from '../../registry/check-register.ts';
import { normaliseDigits } from '../../values/chinese-text.ts';
import { registerInput } from '../door-input.ts';
import { columnType, isSecret } from '../table/column-types.ts';

const bound = z.union([z.string().max(60), z.number()]);
const days = z.strictObject({ from: dayInput, to: dayInput });
/** What may be asked of a register's list. */
export const listInput = {
  register: registerInput, text: z.string().trim().max(60).optional(), division: divisionInput.optional(), state: z.string().max(40).optional(),
  filters: z.array(z.strictObject({ field: z.string().max(40), is: z.union([z.string().max(120), z.number(), z.boolean(), z.array(z.string().max(120)).max(50)]).optional(), from: bound.optional(), to: bound.optional() })).max(12).optional(),
  asOf: dayInput.optional(),
  /** Came to stand, or ceased to, in these days: what a count of additions or exits counted. */
  opened: days.optional(), ended: days.optional(),
};
const asked = z.strictObject(listInput);
export type Asked = z.infer<typeof asked>;

export interface Conditions { readonly sql: string; readonly values: readonly unknown[] }

/** The rows of a register's table `t` that are meant: as they stand now, or stood on a past day as known now. `state` is left out where all states are counted. */
export async function listConditions(tx: Tx, caller: Caller, register: Register, input: Omit<Asked, 'register'>): Promise<Conditions> {
  const conditions: string[] = ['t.known_to is null'];
  const values: unknown[] = [];
  const add = (write: (...slots: string[]) => string, ...more: unknown[]): void => { conditions.push(write(...more.map((_one, at) => `$${values.length + at + 1}`))); values.push(...more); };
  if (input.asOf === undefined) conditions.push('t.valid_to is null');
  else add((day) => `t.valid_from <= ${day}::date and (t.valid_to is null or t.valid_to > ${day}::date)`, input.asOf);
  if (input.state !== undefined) add((state) => `t.state = ${state}`, input.state);
  for (const [column, period] of [['opened_on', input.opened], ['ended_on', input.ended]] as const) if (period !== undefined) add((from, to) => `t.${column} between ${from}::date and ${to}::date`, period.from, period.to);
  if (input.division !== undefined) add((ids) => `t.division_id = any (${ids}::int[])`, (await tx.one<{ ids: number[] }>('select array(select divisions_under($1)) as ids', [input.division])).ids);
  if (input.text !== undefined && input.text !== '') addText(register, input.text, add);
  for (const filter of input.filters ?? []) addFilter(register, filter, add);
  const area = register.across ? undefined : areaCondition(caller, ['t.division_id'], values.length + 1);
  if (area) { conditions.push(area.sql); values.push(area.value); }
  return { sql: conditions.join(' and '), values };
}

type Add = (write: (...slots: string[]) => string, ...more: unknown[]) => void;

/** By number, by name, by how the name sounds, from the beginning. */
function addText(register: Register, typed: string, add: Add): void {
  const text = normaliseDigits(typed).normalize('NFKC').trim();
  const within = (column: string, a: string, b: string): string => `select r.id from register_record r where r.register = '${register.id}' and r.${column} ~>=~ ${a} and r.${column} ~<~ ${b}`;
  if (/^[a-z]+-[a-z\d-]*$/i.test(text)) return add((a, b) => `t.record_id in (select r.id from register_record r where r.number >= ${a} and r.number < ${b} and r.register = '${register.id}')`, text.toUpperCase(), afterPrefix(text.toUpperCase()));
  if (/^[a-z]+$/i.test(text)) return add((a, b) => `t.record_id in (${within('initials', a, b)} union all ${within('pinyin', a, b)})`, text.toLowerCase(), afterPrefix(text.toLowerCase()));
  // where the name is a field of its own, the register's own index answers; else what it is called stands in the index of all records
  const own = register.fields.find((field) => field.key === register.name && field.kind === 'text' && !isSecret(field));
  if (own) return add((a, b) => `t.${columnOf(own.key)} collate "C" >= ${a} and t.${columnOf(own.key)} collate "C" < ${b}`, text, afterPrefix(text));
  add((a, b) => `t.record_id in (${within('name', a, b)})`, text, afterPrefix(text));
}

/** One filter on one field, in the terms of its kind. Refuses a field that is confidential or is none, and a bound that cannot be read. */
function addFilter(register: Register, filter: NonNullable<Asked['filters']>[number], add: Add): void {
  const field = fieldOrRefuse(register, filter.field);
  const column = `t.${columnOf(field.key)}`;
  const type = columnType(field).split(' ')[0] ?? 'text';
  const text = type === 'text' ? ' collate "C"' : '';
  if (filter.is !== undefined) {
    if (Array.isArray(filter.is)) add((list) => (field.kind === 'choices' ? `${column} && ${list}::text[]` : `${column}::text = any (${list}::text[])`), filter.is);
    else if (field.kind === 'choices') add((one) => `${column} @> array[${one}::text]`, String(filter.is));
    else if (type === 'text' && !('options' in field && field.options)) add((a, b) => `${column}${text} >= ${a} and ${column}${text} < ${b}`, String(filter.is), afterPrefix(String(filter.is)));
    else if (field.kind === 'division') add((code) => `${column} in (select u from division d, divisions_under(d.id) u where d.code = ${code})`, String(filter.is));
    else add((one) => `${column} = ${one}::${type}`, readBound(field, type, filter.is));
  }
  if (filter.from !== undefined) add((low) => `${column}${text} >= ${low}::${type}`, readBound(field, type, filter.from));
  if (filter.to !== undefined) add((high) => `${column}${text} <= ${high}::${type}`, readBound(field, type, filter.to));
}

export function fieldOrRefuse(register: Pick<Register, 'fields'>, key: string): RegisterField {
  const field = register.fields.find((one) => one.key === key);
  if (field === undefined || isSecret(field) || field.kind === 'place' || field.kind === 'files') throw wrongBound(key, '这一栏不能用来筛选或排序。');
  return field;
}

const NUMBERS = new Set(['bigint', 'int', 'numeric']);
function readBound(field: RegisterField, type: string, value: string | number | boolean): string | number | boolean {
  if (type === 'boolean') return value === true || value === 'true';
  if (NUMBERS.has(type)) {
    const number = Number(value);
    if (!Number.isFinite(number) || (type !== 'numeric' && !Number.isSafeInteger(number)) || (type === 'int' && Math.abs(number) > 2_147_483_647)) throw wrongBound(field.key, `“${field.title}”请写数字。`);
    return number;
  }
  if (type === 'date' && !dayInput.safeParse(value).success) throw wrongBound(field.key, `“${field.title}”请写成 2014-11-03 这样的日期。`);
  return String(value);
}

const wrongBound = (key: string, sentence: string): Refusal => new Refusal('input.invalid', { fields: [{ path: `filters.${key}`, code: 'field.filter', sentence }] });
