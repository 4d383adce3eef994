import { Refusal } from '../../contract/refusal.ts';
import type { RegisterField, SubRecord, Values } from '../../contract/register.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { columnOf, subTableOf } from '../../registry/check-register.ts';
import type { RegisterHome } from '../register-home.ts';
import { readAroundOne } from '../rules/read-around.ts';
import { whereSql } from '../rules/where-sql.ts';
import { refuseBroken } from './open-records.ts';
import { insertRows, readDivisions, toRow } from './to-row.ts';

/** An entry about to be written: values checked, its person known. */
export interface NewEntry { readonly day: string; readonly personId: number | null; readonly values: Values; readonly reason: string }

/** Refuses `record.own-page` where the matter's own page writes these. */
export function refuseOwnPage(sub: SubRecord): void {
  if (sub.page !== undefined) throw new Refusal('record.own-page', { sub: sub.title, page: sub.page.title });
}

/** A record as its entries need it. */
export interface EntryOf { readonly record: number; readonly divisionId: number; readonly personId: number | null; readonly state: string; readonly values: Values }

/** Finds the sub-record by its id; refuses `record.not-found`. */
export function getSub(home: RegisterHome, id: string): SubRecord {
  const sub = home.register.subRecords?.find((one) => one.id === id);
  if (sub === undefined) throw new Refusal('record.not-found');
  return sub;
}

/**
 * Writes entries under one record, `replaces` naming the entry each stands for when it corrects one. Afterwards the record's rules are asked with the new totals:
 * a broken one refuses everything.
 */
export async function addEntries(tx: Tx, by: CommandContext, home: RegisterHome, sub: SubRecord, of: EntryOf, entries: readonly NewEntry[], replaces?: number): Promise<number[]> {
  const table = subTableOf(home.register, sub);
  const divisions = await readDivisions(tx, sub.fields, entries.map((entry) => entry.values));
  for (const entry of entries) {
    await refuseTwice(tx, table, sub, of.record, entry, divisions, replaces);
    await refuseStranger(tx, home, sub, of.record, entry, divisions);
  }
  const ids = replaces === undefined ? (await tx.rows<{ id: number }>(`select nextval('record_no') as id from generate_series(1, $1)`, [entries.length])).map((row) => row.id) : [replaces];
  await insertRows(tx, table, entryColumns(sub), entries.map((entry, at) => ({
    ...toRow(sub.fields, entry.values, { keys: by.city.keys, divisions }),
    entry_id: ids[at], record_id: of.record, division_id: of.divisionId, person_id: entry.personId, on_day: entry.day, what: replaces === undefined ? 'written' : 'corrected', reason: entry.reason,
  })));
  const around = await readAroundOne(tx, home.register, of);
  for (const entry of entries) refuseBroken(home.register, { values: of.values, ...around, state: of.state, today: by.today, entry: { of: sub.id, values: { ...entry.values, day: entry.day }, person: entry.personId } });
  return ids;
}

/** Entries of many records at once, of what is taken over: nothing of them stands yet, their rules were asked before. */
export async function plantEntries(tx: Tx, by: CommandContext, home: RegisterHome, sub: SubRecord, entries: readonly (NewEntry & Pick<EntryOf, 'record' | 'divisionId'>)[]): Promise<void> {
  if (entries.length === 0) return;
  const ids = await tx.rows<{ id: number }>(`select nextval('record_no') as id from generate_series(1, $1)`, [entries.length]);
  const divisions = await readDivisions(tx, sub.fields, entries.map((entry) => entry.values));
  await insertRows(tx, subTableOf(home.register, sub), entryColumns(sub), entries.map((entry, at) => ({
    ...toRow(sub.fields, entry.values, { keys: by.city.keys, divisions }),
    entry_id: ids[at]?.id, record_id: entry.record, division_id: entry.divisionId, person_id: entry.personId, on_day: entry.day, what: 'written', reason: entry.reason,
  })));
}

/** What an entry names stands in the sub-record it is taken from. */
async function refuseStranger(tx: Tx, home: RegisterHome, sub: SubRecord, record: number, { values }: NewEntry, divisions: ReadonlyMap<string, number>): Promise<void> {
  for (const { key, title, kind, among } of sub.fields) {
    if (among === undefined || values[key] === undefined) continue;
    const from = getSub(home, among.sub);
    const value = kind === 'division' ? divisions.get(String(values[key])) : values[key];
    const there = await tx.find(`select 1 from ${subTableOf(home.register, from)} e where e.record_id = $1 and e.known_to is null and e.what <> 'taken-back' and e.${columnOf(among.field)}::text = $2${whereSql(from.fields, among.where, 'e')} limit 1`, [record, String(value)]);
    if (!there) throw new Refusal('record.rule', { rule: `${sub.id}.${key}`, sentence: `这个“${title}”不在“${from.title}”里，请先在“${from.title}”登记，或改正写错的。` });
  }
}

export const entryColumns = (sub: Pick<SubRecord, 'fields'>): string[] => ['entry_id', 'record_id', 'division_id', 'person_id', 'on_day', 'what', 'reason', 'secret', ...sub.fields.map((field) => columnOf(field.key))];

/** The same entry is not written twice: same day, person and values of the declared key. */
async function refuseTwice(tx: Tx, table: string, sub: SubRecord, record: number, entry: NewEntry, divisions: ReadonlyMap<string, number>, replaces: number | undefined): Promise<void> {
  if (sub.key === undefined) return;
  const fieldOf = (key: string): RegisterField | undefined => sub.fields.find((field) => field.key === key);
  const asked = sub.key.map((key) => (key === 'day' ? { column: 'on_day', value: entry.day } : key === 'person' ? { column: 'person_id', value: entry.personId } : { column: columnOf(key), value: fieldOf(key)?.kind === 'division' ? divisions.get(String(entry.values[key])) ?? null : entry.values[key] ?? null }));
  const twin = await tx.find(
    `select 1 from ${table} where record_id = $1 and known_to is null and what <> 'taken-back' and entry_id <> $2 and ${asked.map(({ column }, at) => `${column}::text is not distinct from $${at + 3}::text`).join(' and ')} limit 1`,
    [record, replaces ?? 0, ...asked.map(({ value }) => (value === null ? null : String(value)))]);
  if (twin) throw new Refusal('record.entry-twice', { what: `${sub.title} ${entry.day}` });
}
