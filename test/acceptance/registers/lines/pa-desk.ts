import { expect } from 'vitest';
import type { Wire } from '../../../harness/bureau.ts';
import type { RegisterOffice } from '../register-office.ts';

/** A keeper's words, short: what is written, refused, counted, due. */
export class Desk {
  readonly #office: () => RegisterOffice;
  constructor(office: () => RegisterOffice) { this.#office = office; }

  async open(register: string, division: string | number, openedOn: string, values: object, more: object = {}): Promise<number> {
    return (await this.#office().done('records.open', this.#opening(register, division, openedOn, values, more)))['record'] as number;
  }
  refusesToOpen(register: string, division: string | number, openedOn: string, values: object, more: object = {}): Promise<string> {
    return this.refused('records.open', this.#opening(register, division, openedOn, values, more));
  }
  #opening(register: string, division: string | number, openedOn: string, values: object, more: object): object {
    return { register, division: typeof division === 'number' ? division : this.#office().divisionOf(division), openedOn, values, ...more };
  }

  page(register: string, record: number): Promise<Wire> { return this.#office().see('records.get', { register, record }); }
  async warnings(register: string, record: number): Promise<string> { return ((await this.page(register, record))['warnings'] as { sentence: string }[]).map((one) => one.sentence).join(' '); }
  async reminders(register: string, record: number): Promise<string[]> { return ((await this.page(register, record))['reminders'] as { id: string; day: string }[]).map((one) => `${one.id} ${one.day}`); }

  async step(register: string, record: number, state: string, on: string, values: object = {}): Promise<void> { await this.#office().done('records.set-state', await this.#seen(register, record, { state, on, values, reason: '办理' })); }
  async refusesStep(register: string, record: number, state: string, on: string, values: object = {}): Promise<string> { return this.refused('records.set-state', await this.#seen(register, record, { state, on, values, reason: '办理' })); }
  async change(register: string, record: number, values: object, from = '2014-11-03'): Promise<void> { await this.#office().done('records.change', await this.#seen(register, record, { from, values, reason: '情况变了' })); }
  async refusesChange(register: string, record: number, values: object, from = '2014-11-03'): Promise<string> { return this.refused('records.change', await this.#seen(register, record, { from, values, reason: '情况变了' })); }
  async #seen(register: string, record: number, more: object): Promise<object> { return { register, record, seen: (await this.page(register, record))['seen'], ...more }; }

  async entry(register: string, record: number, sub: string, day: string, values: object, more: object = {}): Promise<void> { await this.#office().done('records.add-entry', { register, record, sub, day, values, ...more }); }
  refusesEntry(register: string, record: number, sub: string, day: string, values: object, more: object = {}): Promise<string> { return this.refused('records.add-entry', { register, record, sub, day, values, ...more }); }

  /** Code and sentence of a refusal; fails where it was let through. */
  async refused(door: string, body: unknown): Promise<string> {
    const answer = await this.#office().act(door, body);
    expect(answer.status, JSON.stringify(answer.body)).not.toBe(200);
    return `${String(answer.body['code'])} ${JSON.stringify(answer.body)}`;
  }

  /** A figure of the city's statistician; it opens into as many rows as it counted. */
  async figure(id: string, period: object): Promise<number | null> {
    const { bureau } = this.#office();
    const statistician = await bureau.at('statistician', '442000');
    const [figure, rows] = [await bureau.see(statistician, 'statistics.get-figure', { id, ...period }), await bureau.see(statistician, 'statistics.list-rows', { id, ...period })];
    expect(rows['total'], id).toBe(figure['all']['rows']);
    return figure['all']['value'] as number | null;
  }
  /** Several of one register, in the order asked. */
  figures(register: string, ids: readonly string[], period: object): Promise<(number | null)[]> { return Promise.all(ids.map((id) => this.figure(`${register}.${id}`, period))); }

  async missing(register: string, asOf = '2014-11-03'): Promise<{ all: number; names: string[] }> {
    const { all, rows } = await this.#office().see('records.missing', { register, asOf });
    return { all: all as number, names: (rows as { name: string }[]).map((row) => row.name) };
  }
  /** Everything of a register that is due today, of one reminder by its title. */
  async due(register: string, reminder: string): Promise<{ record: number; day: string }[]> {
    return (await this.#office().see('records.due', { register }) as unknown as { record: number; day: string; reminder: string }[]).filter((one) => one.reminder === reminder);
  }

  /** Plans a number for a year, and reads what has come of it: planned, actual. */
  async target(register: string, target: string, year: number, planned: number): Promise<[number, number]> {
    const division = this.#office().divisionOf('442000');
    await this.#office().done('records.set-target', { register, target, year, division, planned, document: '年度工作计划（演示）' });
    const row = (await this.#office().see('records.targets', { register, year }) as unknown as { target: string; planned: number; actual: number }[]).find((one) => one.target === target);
    return [row?.planned ?? Number.NaN, row?.actual ?? Number.NaN];
  }
}

export const YEAR = { from: '2014-01-01', to: '2015-01-01' };
export const LAST_YEAR = { from: '2013-01-01', to: '2014-01-01' };
/** The period that ends with the day of the demo: stocks within it are read on that day. */
export const SO_FAR = { from: '2014-01-01', to: '2014-11-04' };
export const TODAY = { day: '2014-11-03' };
export const share = (part: number, whole: number): number => Math.round((part / whole) * 1000) / 10;
