import { expect } from 'vitest';
import type { Values } from '../../../../src/kernel/contract/register.ts';
import type { DemoPerson, DemoRecord } from '../../../../src/kernel/records/demo-records.ts';
import type { Wire } from '../../../harness/bureau.ts';
import type { RegisterOffice } from '../register-office.ts';

export const TODAY = '2014-11-03';
export const YEAR = { from: '2014-01-01', to: '2014-11-04' };
type Period = { readonly day: string } | { readonly from: string; readonly to: string };
interface More { readonly on?: string; readonly state?: string; readonly person?: DemoPerson; readonly division?: number; readonly reason?: string }

/** A keeper's desk over the doors: what he does, what he is refused, what the figures say. */
export class Desk {
  readonly office: RegisterOffice;
  constructor(office: RegisterOffice) { this.office = office; }

  get city(): number { return this.office.divisionOf('442000'); }
  town(n: number): number { return this.office.divisionOf(this.office.ground.towns[n]?.code ?? ''); }
  id(register: string, nth: number): number { return this.office.ids.get(register)?.[nth] ?? 0; }
  samples(register: string): readonly DemoRecord[] { return this.office.samples.get(register) ?? []; }

  page(register: string, record: number): Promise<Wire> { return this.office.see('records.get', { register, record }); }
  async warnings(register: string, record: number): Promise<string[]> { return ((await this.page(register, record))['warnings'] as { title: string }[]).map((one) => one.title); }
  async reminders(register: string, record: number): Promise<string[]> { return ((await this.page(register, record))['reminders'] as { id: string; day: string }[]).map((one) => `${one.id} ${one.day}`).toSorted(); }
  async entries(register: string, record: number, sub: string): Promise<{ entry: number; day: string; person: { id: number } | null; values: Values }[]> { return (await this.office.see('records.entries', { register, record, sub }))['rows']; }

  #open(register: string, values: Values, more: More): object { return { register, division: more.division ?? this.city, openedOn: more.on ?? TODAY, values, ...(more.state === undefined ? {} : { state: more.state }), ...(more.person === undefined ? {} : { person: more.person }) }; }
  async open(register: string, values: Values, more: More = {}): Promise<number> { return (await this.office.done('records.open', this.#open(register, values, more)))['record'] as number; }
  notOpened(register: string, values: Values, more: More = {}): Promise<string> { return this.refused('records.open', this.#open(register, values, more)); }

  async #change(register: string, record: number, values: Values): Promise<object> { return { register, record, seen: (await this.page(register, record))['seen'], from: TODAY, values, reason: '情况变了' }; }
  async change(register: string, record: number, values: Values): Promise<void> { await this.office.done('records.change', await this.#change(register, record, values)); }
  async notChanged(register: string, record: number, values: Values): Promise<string> { return this.refused('records.change', await this.#change(register, record, values)); }

  async #step(register: string, record: number, state: string, values: Values, on: string): Promise<object> { return { register, record, seen: (await this.page(register, record))['seen'], state, on, values, reason: '走一步' }; }
  async step(register: string, record: number, state: string, values: Values = {}, on = TODAY): Promise<void> { await this.office.done('records.set-state', await this.#step(register, record, state, values, on)); }
  async notStepped(register: string, record: number, state: string, values: Values = {}, on = TODAY): Promise<string> { return this.refused('records.set-state', await this.#step(register, record, state, values, on)); }

  #entry(register: string, record: number, sub: string, day: string, values: Values, person?: DemoPerson): object { return { register, record, sub, day, values, ...(person === undefined ? {} : { person }) }; }
  async add(register: string, record: number, sub: string, day: string, values: Values, person?: DemoPerson): Promise<number> { return (await this.office.done('records.add-entry', this.#entry(register, record, sub, day, values, person)))['entry'] as number; }
  notAdded(register: string, record: number, sub: string, day: string, values: Values, person?: DemoPerson): Promise<string> { return this.refused('records.add-entry', this.#entry(register, record, sub, day, values, person)); }
  async correct(register: string, entry: number, sub: string, day: string, values: Values): Promise<void> { await this.office.done('records.correct-entry', { register, entry, sub, day, values, reason: '写错了' }); }

  /** Code and sentence of a no. */
  async refused(door: string, body: unknown, role?: string): Promise<string> {
    const answer = role === undefined ? await this.office.act(door, body) : await this.office.bureau.act(await this.office.bureau.at(role, '442000'), door, body);
    expect(answer.status, JSON.stringify(answer.body)).toBeGreaterThanOrEqual(400);
    return `${String(answer.body['code'])} ${JSON.stringify(answer.body)}`;
  }

  /** A figure's value; it opens into as many rows as it counted. */
  async figure(id: string, period: Period): Promise<number | null> {
    const reader = await this.office.bureau.at('statistician', '442000');
    const figure = await this.office.bureau.see(reader, 'statistics.get-figure', { id, ...period });
    const rows = await this.office.bureau.see(reader, 'statistics.list-rows', { id, ...period });
    expect(rows['total'], id).toBe(figure['all']['rows']);
    return figure['all']['value'] === null ? null : Number(figure['all']['value']);
  }
}

export const sumOf = (values: readonly unknown[]): number => values.reduce<number>((sum, value) => sum + Number(value ?? 0), 0);
