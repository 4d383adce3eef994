import { expect } from 'vitest';
import type { DemoPerson } from '../../../../src/kernel/records/demo-records.ts';
import type { Wire } from '../../../harness/bureau.ts';
import type { RegisterOffice } from '../register-office.ts';

type Values = Readonly<Record<string, unknown>>;
type Asked = { readonly day: string } | { readonly from: string; readonly to: string };

/** What a keeper does at a register's pages, in one line each; `refused…` gives the sentence of the rule that said no. */
export type Desk = ReturnType<typeof deskOf>;

export function deskOf(office: RegisterOffice) {
  const get = (register: string, record: number): Promise<Wire> => office.see('records.get', { register, record });
  const opening = (register: string, division: string, openedOn: string, values: Values, state?: string) => ({ register, division: office.divisionOf(division), openedOn, values, ...(state === undefined ? {} : { state }) });
  const stepping = async (register: string, record: number, state: string, on: string, values: Values) => ({ register, record, seen: (await get(register, record))['seen'], state, on, values, reason: '' });
  const adding = (register: string, record: number, sub: string, day: string, values: Values, person?: DemoPerson) => ({ register, record, sub, day, values, ...(person === undefined ? {} : { person }) });
  const statistician = () => office.bureau.at('statistician', '442000');

  /** A rule said no: its sentence. */
  async function refused(door: string, body: unknown): Promise<string> {
    const { status, body: answer } = await office.act(door, body);
    expect([status, answer['code']], JSON.stringify(answer)).toEqual([422, 'record.rule']);
    return String(answer['title']);
  }
  const figureAt = async (id: string, asked: Asked): Promise<Wire> => office.bureau.see(await statistician(), 'statistics.get-figure', { id, ...asked });

  return {
    get, refused,
    face: (register: string): Promise<Wire> => office.see('records.describe', { register }),
    open: async (register: string, division: string, openedOn: string, values: Values, state?: string): Promise<number> => (await office.done('records.open', opening(register, division, openedOn, values, state)))['record'] as number,
    refusedOpen: (register: string, division: string, openedOn: string, values: Values, state?: string) => refused('records.open', opening(register, division, openedOn, values, state)),
    step: async (register: string, record: number, state: string, on: string, values: Values = {}) => office.done('records.set-state', await stepping(register, record, state, on, values)),
    refusedStep: async (register: string, record: number, state: string, on: string, values: Values = {}) => refused('records.set-state', await stepping(register, record, state, on, values)),
    /** Fields a state asks for that are not written. */
    async missingAt(register: string, record: number, state: string, on: string): Promise<string[]> {
      const { body } = await office.act('records.set-state', await stepping(register, record, state, on, {}));
      return ((body['fields'] ?? []) as { path: string }[]).map((field) => field.path);
    },
    refusedChange: async (register: string, record: number, values: Values) => refused('records.change', { register, record, seen: (await get(register, record))['seen'], from: '2014-11-03', values, reason: '改' }),
    entry: async (register: string, record: number, sub: string, day: string, values: Values, person?: DemoPerson): Promise<number> => (await office.done('records.add-entry', adding(register, record, sub, day, values, person)))['entry'] as number,
    refusedEntry: (register: string, record: number, sub: string, day: string, values: Values, person?: DemoPerson) => refused('records.add-entry', adding(register, record, sub, day, values, person)),
    remindersOf: (page: Wire): unknown[] => (page['reminders'] as { id: string; day: string; overdue: boolean }[]).map((one) => [one.id, one.day, one.overdue]).toSorted(),
    warningsOf: (page: Wire): string[] => (page['warnings'] as { sentence: string }[]).map((one) => one.sentence),
    figure: async (id: string, asked: Asked): Promise<unknown> => (await figureAt(id, asked))['all']['value'],
    /** How many rows the figure opens into: as many as it says. */
    async opens(id: string, asked: Asked): Promise<number> {
      const rows = await office.bureau.see(await statistician(), 'statistics.list-rows', { id, ...asked });
      expect(rows['total']).toBe((await figureAt(id, asked))['all']['rows']);
      return rows['total'] as number;
    },
    async figureOf(id: string): Promise<readonly string[]> {
      const [register = '', count = ''] = id.split('.');
      return (await office.see('records.describe', { register }))['counts'].find((one: { id: string }) => one.id === count)['figures'];
    },
    /** All places that are to have one, and those without. */
    async missing(register: string, asOf: string): Promise<[number, number]> {
      const answer = await office.see('records.missing', { register, asOf });
      return [answer['all'] as number, (answer['rows'] as unknown[]).length];
    },
    /** A plan of the city for 2014 written down: plan and what came of it. */
    async target(register: string, target: string, planned: number): Promise<unknown[]> {
      await office.done('records.set-target', { register, target, year: 2014, division: office.divisionOf('442000'), planned, document: '演示民发〔2014〕1号' });
      const rows = await office.see('records.targets', { register, year: 2014 }) as unknown as { target: string; planned: number; actual: number }[];
      const row = rows.find((one) => one.target === target);
      return [row?.planned, row?.actual];
    },
    percent: (part: number, whole: number): number => Math.round((part / whole) * 1000) / 10,
  };
}
