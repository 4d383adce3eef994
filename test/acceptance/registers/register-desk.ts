import { expect } from 'vitest';
import type { Values } from '../../../src/kernel/contract/register.ts';
import type { DemoPerson, DemoRecord } from '../../../src/kernel/records/demo-records.ts';
import type { Answer, Wire } from '../../harness/bureau.ts';
import type { RegisterOffice } from './register-office.ts';

/** The day of the demo. */
export const TODAY = '2014-11-03';
/** The year up to that day: a stock, or a rate over one, is read on the last day of a period. */
export const SO_FAR = { from: '2014-01-01', to: '2014-11-04' } as const;

/** A year, a day, or the days from one up to another; of one place, when one is named. */
export type When = number | string | { readonly from: string; readonly to: string; readonly division?: number } | { readonly day: string; readonly division?: number };
export interface Entry { readonly entry: number; readonly day: string; readonly person: { readonly id: number } | null; readonly values: Record<string, unknown> }
export interface Place { readonly id: number; readonly code: string; readonly name: string }
/** Of a record that is opened: where, when not in the city itself; in which state, when not the first; whose it is. */
interface Opening { readonly division?: number | string; readonly state?: string; readonly person?: DemoPerson }

const REASON = '情况变了';
const CITY = '442000';

/**
 * A keeper's desk over the doors of the registers. Every act says the register, the record, what is done, the day, and what is written;
 * it has to succeed. `try…` does the same and hands back the answer, for `refusedByRule` or `refused`.
 */
export class Desk {
  readonly office: RegisterOffice;
  constructor(office: RegisterOffice) { this.office = office; }

  // what the demo city begins with

  /** The n-th record of a register; from the end when negative. */
  nth(register: string, n: number): number { return this.office.ids.get(register)?.at(n) ?? 0; }
  samples(register: string): readonly DemoRecord[] { return this.office.samples.get(register) ?? []; }
  /** Entries of all its records, of one kind; those of a period alone. */
  sampleEntries(register: string, sub: string, { from, to }: { readonly from: string; readonly to: string } = { from: '', to: '9' }) {
    return this.samples(register).flatMap((one) => one.entries?.[sub] ?? []).filter((one) => one.on >= from && one.on < to);
  }
  /** Codes of its towns and villages. */
  town(n: number): string { return this.office.ground.towns.at(n)?.code ?? ''; }
  village(n: number): string { return this.office.ground.villages.at(n)?.code ?? ''; }

  // acts

  async open(register: string, on: string, values: Values, more: Opening = {}): Promise<number> { return allowed(await this.tryOpen(register, on, values, more))['record'] as number; }
  tryOpen(register: string, on: string, values: Values, { division = CITY, ...more }: Opening = {}): Promise<Answer> {
    return this.office.act('records.open', { register, division: typeof division === 'number' ? division : this.office.divisionOf(division), openedOn: on, values, ...more });
  }

  /** Takes the record to a state, with what the state asks for; of a record that belongs to nobody yet, with its person. */
  async step(register: string, record: number, state: string, on: string, values: Values = {}, more: Pick<Opening, 'person'> = {}): Promise<void> { allowed(await this.tryStep(register, record, state, on, values, more)); }
  async tryStep(register: string, record: number, state: string, on: string, values: Values = {}, more: Pick<Opening, 'person'> = {}): Promise<Answer> {
    return this.office.act('records.set-state', { register, record, seen: await this.#seen(register, record), state, on, values, reason: REASON, ...more });
  }
  /** The fields a state asks for that are not written yet. */
  async lacking(register: string, record: number, state: string, on: string): Promise<string[]> {
    const { body } = await this.tryStep(register, record, state, on);
    return ((body['fields'] ?? []) as { path: string }[]).map((field) => field.path);
  }

  async change(register: string, record: number, from: string, values: Values): Promise<void> { allowed(await this.tryChange(register, record, from, values)); }
  async tryChange(register: string, record: number, from: string, values: Values): Promise<Answer> {
    return this.office.act('records.change', { register, record, seen: await this.#seen(register, record), from, values, reason: REASON });
  }

  async entry(register: string, record: number, sub: string, day: string, values: Values, person?: DemoPerson): Promise<number> { return allowed(await this.tryEntry(register, record, sub, day, values, person))['entry'] as number; }
  tryEntry(register: string, record: number, sub: string, day: string, values: Values, person?: DemoPerson): Promise<Answer> {
    return this.office.act('records.add-entry', { register, record, sub, day, values, ...(person === undefined ? {} : { person }) });
  }
  /** Only what was wrong is written; the rest of the entry stays. */
  async correct(register: string, sub: string, entry: number, day: string, values: Values): Promise<void> { allowed(await this.tryCorrect(register, sub, entry, day, values)); }
  tryCorrect(register: string, sub: string, entry: number, day: string, values: Values): Promise<Answer> { return this.office.act('records.correct-entry', { register, sub, entry, day, values, reason: REASON }); }
  tryTakeBackEntry(register: string, sub: string, entry: number): Promise<Answer> { return this.office.act('records.take-back-entry', { register, sub, entry, reason: REASON }); }

  /** Plans a number for a year, and reads what has come of it. */
  async target(register: string, target: string, year: number, planned: number): Promise<{ planned: number; actual: number | null }> {
    await this.office.done('records.set-target', { register, target, year, division: this.office.divisionOf(CITY), planned, document: '年度工作计划（演示）' });
    const rows = await this.office.see('records.targets', { register, year }) as unknown as { target: string; planned: number; actual: number | null }[];
    const row = rows.find((one) => one.target === target);
    if (row === undefined) throw new Error(`${register}: no target ${target}`);
    return { planned: row.planned, actual: row.actual };
  }

  // what the pages of a register show

  page(register: string, record: number): Promise<Wire> { return this.office.see('records.get', { register, record }); }
  list(register: string, more: Values = {}): Promise<Wire> { return this.office.see('records.list', { register, limit: 2000, ...more }); }
  face(register: string): Promise<Wire> { return this.office.see('records.describe', { register }); }
  async entries(register: string, record: number, sub: string): Promise<Entry[]> { return (await this.office.see('records.entries', { register, record, sub }))['rows'] as Entry[]; }

  /** What stands on the record as a warning: its sentences, one after the other. */
  async warnings(register: string, record: number): Promise<string> { return (await this.#warned(register, record)).map((one) => one.sentence).join(''); }
  /** The same by the titles of the checks that warn. */
  async warningChecks(register: string, record: number): Promise<string[]> { return (await this.#warned(register, record)).map((one) => one.title); }

  /** Reminders of a record that stand today: each with the day it is about, and `overdue` behind it once that is over. */
  async reminders(register: string, record: number): Promise<Record<string, string>> {
    const standing = (await this.page(register, record))['reminders'] as { id: string; day: string; overdue: boolean }[];
    const days = Object.fromEntries(standing.map((one) => [one.id, one.overdue ? `${one.day} overdue` : one.day]));
    expect(Object.keys(days), 'a reminder stands once').toHaveLength(standing.length);
    return days;
  }
  /** A register's list of what is due today, of one reminder by its title. */
  async dueList(register: string, reminder: string): Promise<{ record: number; day: string; overdue: boolean }[]> {
    return (await this.office.see('records.due', { register }) as unknown as { record: number; day: string; overdue: boolean; reminder: string }[]).filter((one) => one.reminder === reminder);
  }
  /** The records on it, in its order. */
  async due(register: string, reminder: string): Promise<number[]> { return (await this.dueList(register, reminder)).map((one) => one.record); }
  /** Which of the demo's records are on it, by their place among them; any other is -1. */
  async dueSamples(register: string, reminder: string): Promise<number[]> {
    const ids = this.office.ids.get(register) ?? [];
    return (await this.due(register, reminder)).map((record) => ids.indexOf(record)).toSorted((a, b) => a - b);
  }
  /** Places that are to have one: how many, and which of them are without. */
  async missing(register: string, asOf = TODAY): Promise<{ all: number; without: number; places: Place[]; names: string[] }> {
    const { all, rows } = await this.office.see('records.missing', { register, asOf }) as { all: number; rows: Place[] };
    return { all, without: rows.length, places: rows, names: rows.map((one) => one.name) };
  }

  // numbers

  /** What a figure says on a statistician's desk, or on that of another post; it opens into as many rows as it counted. */
  async statistic(id: string, when: When, role = 'statistician'): Promise<{ readonly value: number; readonly weight: number; readonly rows: number }> {
    const { bureau } = this.office;
    const reader = await bureau.at(role, CITY);
    const asked = { id, ...spanOf(when) };
    const [{ all }, opened] = [await bureau.see(reader, 'statistics.get-figure', asked), await bureau.see(reader, 'statistics.list-rows', asked)];
    expect(opened['total'], id).toBe(all.rows);
    return all;
  }
  async figure(id: string, when: When, role?: string): Promise<number> { return (await this.statistic(id, when, role)).value; }
  /** Several figures of one register. */
  figures(register: string, counts: readonly string[], when: When, role?: string): Promise<number[]> { return Promise.all(counts.map((count) => this.figure(`${register}.${count}`, when, role))); }
  /** The figures of the catalogue that a count gives. */
  async givesFigures(id: string): Promise<readonly string[]> {
    const [register = '', count = ''] = id.split('.');
    return (await this.face(register))['counts'].find((one: { id: string }) => one.id === count)['figures'];
  }

  /** In stock on a day by the values of a field: by their keys without those that have none, or by their titles. */
  async stock(register: string, by: string, asOf = TODAY): Promise<Record<string, number>> {
    return Object.fromEntries((await this.#counted(register, by, asOf)).filter((one) => one.stock > 0).map((one) => [one.key, one.stock]));
  }
  async stockByTitle(register: string, by: string, asOf = TODAY, level = 'town'): Promise<Record<string, number>> {
    return Object.fromEntries((await this.#counted(register, by, asOf, level)).map((one) => [one.title, one.stock]));
  }

  /** How often it was said to other parts that this record entered a state. */
  async said(event: string, record: number): Promise<number> {
    return (await this.office.bureau.peek(`select 1 from city.job where kind = 'event:record.${event}' and (payload ->> 'record')::bigint = $1`, [record])).length;
  }

  async #seen(register: string, record: number): Promise<number> { return (await this.page(register, record))['seen']; }
  async #warned(register: string, record: number): Promise<{ title: string; sentence: string }[]> { return (await this.page(register, record))['warnings']; }
  async #counted(register: string, by: string, asOf: string, level = 'town'): Promise<{ key: string; title: string; stock: number }[]> {
    return await this.office.see('records.count', { register, asOf, ...SO_FAR, by, level }) as unknown as { key: string; title: string; stock: number }[];
  }
}

const spanOf = (when: When): object => typeof when === 'number' ? { from: `${when}-01-01`, to: `${when + 1}-01-01` } : typeof when === 'string' ? { day: when } : when;

function allowed({ status, body }: Answer): Wire { expect(status, JSON.stringify(body)).toBe(200); return body; }

/** Refused by a rule of the register, whose sentence has these words. */
export function refusedByRule({ status, body }: Answer, words: string): void {
  expect([status, body['code']], JSON.stringify(body)).toEqual([422, 'record.rule']);
  expect(body['title']).toContain(words);
}
/** Refused for another reason: its code, and words of the answer; of `input.invalid` those that name the field. */
export function refused({ status, body }: Answer, code: string, words = ''): void {
  expect(body['code'], `${status} ${JSON.stringify(body)}`).toBe(code);
  expect(JSON.stringify(body)).toContain(words);
}

// the same numbers worked out from the demo, apart from the platform

export const sumOf = (values: readonly unknown[]): number => values.reduce<number>((all, one) => all + Number(one ?? 0), 0);
export const percent = (part: number, whole: number): number => Math.round((part / whole) * 1000) / 10;
