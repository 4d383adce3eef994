import { Refusal } from '../../contract/refusal.ts';
import type { Register, Values } from '../../contract/register.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { nextNumbers } from '../../numbering/next-number.ts';
import { columnOf, tableOf } from '../../registry/check-register.ts';
import { namePinyin } from '../../values/pinyin.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import type { RegisterHome } from '../register-home.ts';
import { wordsOf } from '../read/words-of.ts';
import { isStanding, judgeRecord } from '../rules/judge-record.ts';
import { announceState } from './announce-state.ts';
import { lifeAfter } from './step-state.ts';
import { insertRows, readDivisions, toRow } from './to-row.ts';

/** A record about to be written: values checked, its person known. */
export interface NewRecord {
  readonly divisionId: number;
  readonly personId: number | null;
  readonly state: string;
  /** Day from which it holds: of its first state; as the paper says for what is taken over. */
  readonly from: PlainDate;
  readonly values: Values;
  readonly reason: string;
  /** Its life up to now, of what is taken over: further states with their days and what they wrote, in order. */
  readonly later?: readonly { readonly state: string; readonly on: PlainDate; readonly values: Values }[];
}

export interface OpenedRecord { readonly record: number; readonly number: string }

/** Rows of one statement. */
const CHUNK = 5_000;

/** Writes new records, one or many thousand, each with its number. Its rules were asked before. */
export async function openRecords(tx: Tx, by: CommandContext, home: RegisterHome, rows: readonly NewRecord[], what: 'opened' | 'imported'): Promise<OpenedRecord[]> {
  if (home.published?.withdrawn) throw new Refusal('record.withdrawn-register');
  const opened: OpenedRecord[] = [];
  for (let start = 0; start < rows.length; start += CHUNK) opened.push(...await openChunk(tx, by, home.register, rows.slice(start, start + CHUNK), what));
  return opened;
}

async function openChunk(tx: Tx, by: CommandContext, register: Register, rows: readonly NewRecord[], what: 'opened' | 'imported'): Promise<OpenedRecord[]> {
  const numbers = await nextNumbers(tx, `${by.city.short}-${register.series}`, Number(by.today.slice(0, 4)), rows.length);
  const ids = (await tx.rows<{ id: number }>(`select nextval('record_no') as id from generate_series(1, $1)`, [rows.length])).map((row) => row.id);
  const divisions = await readDivisions(tx, register.fields, rows.flatMap((row) => [row.values, ...(row.later ?? []).map((step) => step.values)]));
  const names = await readNames(tx, register, rows.map((row) => ({ ...row, ...row.later?.at(-1) })));
  await insertRows(tx, 'register_record', ['register', 'number', 'division_id', 'person_id', 'name', 'pinyin', 'initials', 'state', 'standing', 'taken_back', 'id'], rows.map((row, at) => ({
    ...indexRow(register, { ...row, ...row.later?.at(-1), name: names[at] ?? null }), number: numbers[at], taken_back: false, id: ids[at],
  })));
  await insertRows(tx, tableOf(register), columnsOf(register), rows.flatMap((row, at) => livesOf(register, row).map((life) => ({
    ...toRow(register.fields, life.values, { keys: by.city.keys, divisions }), ...life.columns,
    record_id: ids[at], number: numbers[at], division_id: row.divisionId, person_id: row.personId, what, reason: row.reason,
  }))));
  for (const [at, row] of rows.entries()) await announceState(tx, register, ids[at] as number, row.later?.at(-1)?.state ?? row.state);
  return ids.map((record, at) => ({ record, number: numbers[at] as string }));
}

/** A record's life as versions: each state from its day to the next. */
function livesOf(register: Register, row: NewRecord): { readonly values: Values; readonly columns: Readonly<Record<string, unknown>> }[] {
  const steps = [{ state: row.state, on: row.from, values: row.values }, ...(row.later ?? [])];
  let openedOn: string | null = null;
  return steps.map((step, at) => {
    openedOn = lifeAfter(register, step.state, step.on, { opened_on: openedOn }).openedOn;
    return { values: step.values, columns: { state: step.state, state_since: step.on, opened_on: openedOn, ended_on: register.states[step.state]?.ends ? step.on : null, valid_from: step.on, valid_to: steps[at + 1]?.on ?? null } };
  }).filter((life) => life.columns.valid_from !== life.columns.valid_to);
}

/** Every column a version of a register is written with. */
export const columnsOf = (register: Pick<Register, 'fields'>): string[] =>
  ['record_id', 'number', 'division_id', 'person_id', 'state', 'state_since', 'opened_on', 'ended_on', 'valid_from', 'valid_to', 'what', 'reason', 'secret', ...register.fields.map((field) => columnOf(field.key))];

interface Called { readonly divisionId: number; readonly values: Values }

/** What records are called: by a field, by what that field links to, by the division that is their holder. Of a register held by persons the person is the name: null. */
export async function readNames(tx: Tx, register: Register, rows: readonly Called[]): Promise<(string | null)[]> {
  const field = register.fields.find((one) => one.key === register.name);
  if (field?.kind === 'link') {
    const titles = new Map((await tx.rows<{ id: number; title: string }>('select t.id, coalesce(t.name, t.number) as title from record_titles($1::bigint[]) t', [rows.flatMap((row) => (typeof row.values[field.key] === 'number' ? [row.values[field.key]] : []))])).map((row) => [row.id, row.title]));
    return rows.map((row) => titles.get(row.values[field.key] as number) ?? null);
  }
  if (field !== undefined) return rows.map((row) => (typeof row.values[field.key] === 'string' ? wordsOf(field, row.values[field.key]) : null));
  if (register.holder?.kind !== 'division') return rows.map(() => null);
  const places = new Map((await tx.rows<{ id: number; name: string }>('select id, name from division where id = any ($1::int[])', [rows.map((row) => row.divisionId)])).map((row) => [row.id, row.name]));
  return rows.map((row) => places.get(row.divisionId) ?? null);
}

/** A record as the index of all records has it: what it is called and how that sounds, whether it stands. */
export function indexRow(register: Register, row: { readonly divisionId: number; readonly personId: number | null; readonly state: string; readonly name: string | null }): Record<string, unknown> {
  const spoken = row.name === null ? undefined : namePinyin(row.name);
  return { register: register.id, division_id: row.divisionId, person_id: row.personId, name: row.name, pinyin: spoken?.full ?? null, initials: spoken?.initials ?? null, state: row.state, standing: isStanding(register, row.state) };
}

/** Refuses with the first rule that would be broken; a record that is just opened has no entries yet. */
export function refuseBroken(register: Register, seen: Parameters<typeof judgeRecord>[1], entering?: string): void {
  const [broken] = judgeRecord(register, seen, entering).refused;
  if (broken) throw new Refusal('record.rule', { rule: broken.id, sentence: broken.sentence });
}

/** Fields a state asks for that are not written. Refuses `input.invalid` naming them. */
export function refuseMissing(register: Register, state: string, values: Values): void {
  const missing = (register.states[state]?.needs ?? []).filter((key) => values[key] === undefined);
  if (missing.length === 0) return;
  const titleOf = (key: string): string => register.fields.find((field) => field.key === key)?.title ?? key;
  throw new Refusal('input.invalid', { fields: missing.map((key) => ({ path: key, code: 'field.required', sentence: `到“${register.states[state]?.title ?? state}”要写“${titleOf(key)}”。` })) });
}
