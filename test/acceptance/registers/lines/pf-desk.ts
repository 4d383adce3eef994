import { expect } from 'vitest';
import type { Answer, Wire } from '../../../harness/bureau.ts';
import type { RegisterOffice } from '../register-office.ts';

type Words = Readonly<Record<string, unknown>>;
export interface Entry { readonly entry: number; readonly day: string; readonly values: Record<string, unknown> }
export const TODAY = '2014-11-03';
/** The year up to today: a ratio reads its stocks on the last day of a period. */
export const SO_FAR = ['2014-01-01', '2014-11-04'] as const;
const reason = '按台账办';

/** A keeper's desk over the doors, in few words: what the stories of these lines say again and again. */
export class Desk {
  readonly office: RegisterOffice;
  /** Who asks for figures: of a register that only named posts read, one of them. */
  asks = 'statistician';
  constructor(office: RegisterOffice) { this.office = office; }

  /** The n-th record the demo city begins with. */
  nth(register: string, at: number): number { return this.office.ids.get(register)?.[at] ?? 0; }
  page(register: string, record: number): Promise<Wire> { return this.office.see('records.get', { register, record }); }

  async open(register: string, values: Words, more: Words = {}): Promise<number> {
    return (await this.office.done('records.open', { register, division: this.office.divisionOf('442000'), openedOn: TODAY, values, ...more }))['record'] as number;
  }
  tryOpen(register: string, values: Words, more: Words = {}): Promise<Answer> {
    return this.office.act('records.open', { register, division: this.office.divisionOf('442000'), openedOn: TODAY, values, ...more });
  }

  async tryStep(register: string, record: number, state: string, values: Words = {}, on = TODAY): Promise<Answer> {
    return this.office.act('records.set-state', { register, record, seen: (await this.page(register, record))['seen'], state, on, values, reason });
  }
  async step(register: string, record: number, state: string, values: Words = {}, on = TODAY): Promise<void> { allowed(await this.tryStep(register, record, state, values, on)); }

  async tryChange(register: string, record: number, values: Words, from = TODAY): Promise<Answer> {
    return this.office.act('records.change', { register, record, seen: (await this.page(register, record))['seen'], from, values, reason });
  }
  async change(register: string, record: number, values: Words, from = TODAY): Promise<void> { allowed(await this.tryChange(register, record, values, from)); }

  tryEntry(register: string, record: number, sub: string, values: Words, more: Words = {}): Promise<Answer> {
    return this.office.act('records.add-entry', { register, record, sub, day: TODAY, values, ...more });
  }
  async entry(register: string, record: number, sub: string, values: Words, more: Words = {}): Promise<void> { allowed(await this.tryEntry(register, record, sub, values, more)); }
  async entries(register: string, record: number, sub: string): Promise<Entry[]> {
    return (await this.office.see('records.entries', { register, record, sub }))['rows'] as Entry[];
  }
  /** An entry is written again as a whole, with what was wrong put right. */
  tryCorrect(register: string, sub: string, { entry, day, values: old }: Entry, values: Words): Promise<Answer> {
    return this.office.act('records.correct-entry', { register, sub, entry, day, values: { ...old, ...values }, reason });
  }
  async correct(register: string, sub: string, of: Entry, values: Words): Promise<void> { allowed(await this.tryCorrect(register, sub, of, values)); }

  /** Which of the demo's records a reminder stands for, by their place among them; others by -1. */
  async due(register: string, title: string): Promise<number[]> {
    const rows = await this.office.see('records.due', { register }) as unknown as { record: number; reminder: string }[];
    const ids = this.office.ids.get(register) ?? [];
    return rows.filter((row) => row.reminder === title).map((row) => ids.indexOf(row.record)).toSorted((a, b) => a - b);
  }
  async warnings(register: string, record: number): Promise<string> { return ((await this.page(register, record))['warnings'] as { sentence: string }[]).map((one) => one.sentence).join(' '); }

  /** A figure of a year, of a day, or of a period; it opens into as many rows as it counted. */
  async figure(id: string, of: number | string | readonly [string, string]): Promise<number> {
    const period = typeof of === 'number' ? { from: `${of}-01-01`, to: `${of + 1}-01-01` } : typeof of === 'string' ? { day: of } : { from: of[0], to: of[1] };
    const { bureau } = this.office;
    const reader = await bureau.at(this.asks, '442000');
    const figure = await bureau.see(reader, 'statistics.get-figure', { id, ...period });
    const rows = await bureau.see(reader, 'statistics.list-rows', { id, ...period });
    expect(rows['total'], id).toBe(figure['all']['rows']);
    return Number(figure['all']['value']);
  }
  async figures(of: number | string | readonly [string, string], ...ids: readonly string[]): Promise<number[]> {
    const found: number[] = [];
    for (const id of ids) found.push(await this.figure(id, of));
    return found;
  }

  /** The year's target against what has come of it. */
  async target(register: string, target: string, planned: number): Promise<{ planned: number; actual: number }> {
    await this.office.done('records.set-target', { register, target, year: 2014, division: this.office.divisionOf('442000'), planned, document: '2014年度工作计划' });
    const rows = await this.office.see('records.targets', { register, year: 2014 }) as unknown as { target: string; planned: number; actual: number }[];
    const row = rows.find((one) => one.target === target);
    return { planned: row?.planned ?? 0, actual: row?.actual ?? 0 };
  }

  /** How often it was said to other parts that this record entered a state. */
  async said(event: string, record: number): Promise<number> {
    return (await this.office.bureau.peek(`select 1 from city.job where kind = 'event:record.${event}' and (payload ->> 'record')::bigint = $1`, [record])).length;
  }
}

function allowed(answer: Answer): void { if (answer.status !== 200) throw new Error(JSON.stringify(answer.body)); }

/** Refused by a rule of the register, in these words. */
export function refusedBy(answer: Answer, words: string): void {
  expect([answer.status, answer.body['code']], JSON.stringify(answer.body)).toEqual([422, 'record.rule']);
  expect(JSON.stringify(answer.body)).toContain(words);
}
/** Refused because something that has to be written is not. */
export function wants(answer: Answer, field: string): void {
  expect(answer.body['code'], JSON.stringify(answer.body)).toBe('input.invalid');
  expect(JSON.stringify(answer.body)).toContain(field);
}
