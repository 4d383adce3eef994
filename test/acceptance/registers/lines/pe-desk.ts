import { expect } from 'vitest';
import type { DemoPerson, DemoRecord } from '../../../../src/kernel/records/demo-records.ts';
import type { Answer, Wire } from '../../../harness/bureau.ts';
import type { RegisterOffice } from '../register-office.ts';

type Written = Readonly<Record<string, unknown>>;
type Period = { readonly day: string } | { readonly from: string; readonly to: string };
/** The year up to the demo's day. */
export const YEAR = { from: '2014-01-01', to: '2014-11-04' } as const;
export const DAY = { day: '2014-11-03' } as const;

/** A keeper's hand: every act is one of the doors a register's pages use. */
export class Desk {
  readonly office: RegisterOffice;
  constructor(office: RegisterOffice) { this.office = office; }

  id(register: string, nth: number): number { return this.office.ids.get(register)?.[nth] ?? 0; }
  samples(register: string): readonly DemoRecord[] { return this.office.samples.get(register) ?? []; }
  page(register: string, record: number): Promise<Wire> { return this.office.see('records.get', { register, record }); }
  list(register: string, more: Written = {}): Promise<Wire> { return this.office.see('records.list', { register, limit: 2000, ...more }); }

  tryOpen(register: string, openedOn: string, values: Written, more: Written = {}): Promise<Answer> {
    return this.office.act('records.open', { register, division: this.office.divisionOf(this.office.ground.city), openedOn, values, ...more });
  }
  async open(register: string, openedOn: string, values: Written, more: Written = {}): Promise<number> { return good(await this.tryOpen(register, openedOn, values, more))['record'] as number; }

  async step(register: string, record: number, state: string, on: string, values: Written = {}, more: Written = {}): Promise<Answer> {
    return this.office.act('records.set-state', { register, record, seen: (await this.page(register, record))['seen'], state, on, values, reason: '测试', ...more });
  }
  async stepped(register: string, record: number, state: string, on: string, values: Written = {}, more: Written = {}): Promise<void> { good(await this.step(register, record, state, on, values, more)); }
  async change(register: string, record: number, from: string, values: Written): Promise<Answer> {
    return this.office.act('records.change', { register, record, seen: (await this.page(register, record))['seen'], from, values, reason: '情况变了' });
  }

  entry(register: string, record: number, sub: string, day: string, values: Written, person?: DemoPerson): Promise<Answer> {
    return this.office.act('records.add-entry', { register, record, sub, day, values, ...(person === undefined ? {} : { person }) });
  }
  async wrote(register: string, record: number, sub: string, day: string, values: Written, person?: DemoPerson): Promise<number> { return good(await this.entry(register, record, sub, day, values, person))['entry'] as number; }
  correctEntry(register: string, sub: string, entry: number, day: string, values: Written): Promise<Answer> { return this.office.act('records.correct-entry', { register, sub, entry, day, values, reason: '更正' }); }

  /** The reminders that stand for a record today, with the day each is about. */
  async due(register: string, record: number): Promise<Record<string, string>> {
    return Object.fromEntries(((await this.page(register, record))['reminders'] as { id: string; day: string }[]).map(({ id, day }) => [id, day]));
  }
  async warnings(register: string, record: number): Promise<string> { return ((await this.page(register, record))['warnings'] as { sentence: string }[]).map(({ sentence }) => sentence).join(''); }
  /** 在册 by the values of a field on a day. */
  async stock(register: string, by: string, asOf = '2014-11-03'): Promise<Record<string, number>> {
    const rows = await this.office.see('records.count', { register, by, asOf, from: '2014-01-01', to: '2014-11-04' }) as unknown as { key: string; stock: number }[];
    return Object.fromEntries(rows.filter(({ stock }) => stock > 0).map(({ key, stock }) => [key, stock]));
  }

  /** A figure, which opens into as many rows as it counted. */
  async figure(id: string, period: Period, role = 'statistician'): Promise<Wire> {
    const reader = await this.office.bureau.at(role, this.office.ground.city);
    const figure = await this.office.bureau.see(reader, 'statistics.get-figure', { id, ...period });
    const rows = await this.office.bureau.see(reader, 'statistics.list-rows', { id, ...period });
    expect(rows['total'], id).toBe(figure['all']['rows']);
    return figure['all'];
  }
  async value(id: string, period: Period, role?: string): Promise<number> { return (await this.figure(id, period, role))['value'] as number; }

  async target(register: string, target: string, year: number, planned: number): Promise<Wire> {
    good(await this.office.act('records.set-target', { register, target, year, division: this.office.divisionOf(this.office.ground.city), planned, document: '演示：年度计划' }));
    const rows = await this.office.see('records.targets', { register, year }) as unknown as Wire[];
    return rows.find((row) => row['target'] === target) ?? {};
  }
}

const good = ({ status, body }: Answer): Wire => { expect(status, JSON.stringify(body)).toBe(200); return body; };

/** The register's rule refuses, and says why. */
export function refusedByRule({ status, body }: Answer, words: string): void {
  expect([status, body['code']], JSON.stringify(body)).toEqual([422, 'record.rule']);
  expect(JSON.stringify(body)).toContain(words);
}
export function refused({ status, body }: Answer, code: string, words = ''): void {
  expect(body['code'], `${status} ${JSON.stringify(body)}`).toBe(code);
  expect(JSON.stringify(body)).toContain(words);
}

/** The sum of a value over entries or records of the demo, worked out apart from the platform. */
export const sum = (values: readonly unknown[]): number => values.reduce<number>((all, one) => all + Number(one ?? 0), 0);
/** Entries of the demo's records in a period [from, to). */
export const entriesOf = (samples: readonly DemoRecord[], sub: string, from: string, to: string): { on: string; values: Written }[] =>
  samples.flatMap((one) => one.entries?.[sub] ?? []).filter((entry) => entry.on >= from && entry.on < to).map(({ on, values }) => ({ on, values }));
/** A demo record with what its states wrote. */
export const lastOf = (one: DemoRecord): Written => Object.assign({}, one.values, ...(one.states ?? []).map((state) => state.values ?? {})) as Written;
