import { expect } from 'vitest';
import type { DemoPerson } from '../../../../src/kernel/records/demo-records.ts';
import type { Wire } from '../../../harness/bureau.ts';
import type { RegisterOffice } from '../register-office.ts';

type Values = Readonly<Record<string, unknown>>;
interface Opening { readonly on: string; readonly values: Values; readonly state?: string; readonly person?: DemoPerson; readonly division?: number }

/** A keeper's desk over one register: what he writes, what he is refused, what he reads. */
export function deskOf(office: RegisterOffice, register: string) {
  const read = (record: number): Promise<Wire> => office.see('records.get', { register, record });
  const body = ({ on, values, state, person, division }: Opening): object => ({ register, division: division ?? office.divisionOf('442000'), openedOn: on, values, ...(state === undefined ? {} : { state }), ...(person === undefined ? {} : { person }) });
  const stepOf = async (record: number, state: string, on: string, values: Values): Promise<object> => ({ register, record, seen: (await read(record))['seen'], state, on, values, reason: '办理' });
  const entryOf = (record: number, sub: string, day: string, values: Values, person?: DemoPerson): object => ({ register, record, sub, day, values, ...(person === undefined ? {} : { person }) });
  const figure = async (id: string, period: object): Promise<Wire> => office.bureau.see(await office.bureau.at('statistician', '442000'), 'statistics.get-figure', { id: `${register}.${id}`, ...period });
  return {
    read,
    open: async (opening: Opening): Promise<number> => (await office.done('records.open', body(opening)))['record'] as number,
    notOpen: async (opening: Opening, words: string): Promise<void> => refused(await office.act('records.open', body(opening)), words),
    step: async (record: number, state: string, on: string, values: Values = {}): Promise<void> => void await office.done('records.set-state', await stepOf(record, state, on, values)),
    notStep: async (record: number, state: string, on: string, values: Values, words: string): Promise<void> => refused(await office.act('records.set-state', await stepOf(record, state, on, values)), words),
    entry: async (record: number, sub: string, day: string, values: Values, person?: DemoPerson): Promise<number> => (await office.done('records.add-entry', entryOf(record, sub, day, values, person)))['entry'] as number,
    notEntry: async (record: number, sub: string, day: string, values: Values, words: string, person?: DemoPerson): Promise<void> => refused(await office.act('records.add-entry', entryOf(record, sub, day, values, person)), words),
    correctEntry: async (sub: string, entry: number, day: string, values: Values): Promise<void> => void await office.done('records.correct-entry', { register, entry, sub, day, values, reason: '核对' }),
    change: async (record: number, from: string, values: Values): Promise<void> => void await office.done('records.change', { register, record, seen: (await read(record))['seen'], from, values, reason: '有变' }),
    notChange: async (record: number, from: string, values: Values, words: string): Promise<void> => refused(await office.act('records.change', { register, record, seen: (await read(record))['seen'], from, values, reason: '有变' }), words),
    notTakeBackEntry: async (sub: string, entry: number, words: string): Promise<void> => refused(await office.act('records.take-back-entry', { register, entry, sub, reason: '不该有' }), words),
    target: async (target: string, year: number, planned: number): Promise<Wire> => {
      await office.done('records.set-target', { register, target, year, division: office.divisionOf('442000'), planned, document: '演示工作要点' });
      return (await office.see('records.targets', { register, year }) as unknown as Wire[]).find((one) => one['target'] === target) as Wire;
    },
    /** The number a count gives, which opens into as many rows as it counted. */
    async count(id: string, period: object): Promise<number | null> {
      const told = await figure(id, period);
      const rows = await office.bureau.see(await office.bureau.at('statistician', '442000'), 'statistics.list-rows', { id: `${register}.${id}`, ...period });
      expect(rows['total'], id).toBe(told['all']['rows']);
      return told['all']['value'] as number | null;
    },
    figure,
    /** Records a reminder stands for today. */
    due: async (title: string): Promise<number[]> => (await office.see('records.due', { register }) as unknown as Wire[]).filter((one) => one['reminder'] === title).map((one) => one['record'] as number),
    /** In stock on a day, broken down. */
    by: async (field: string, asOf: string, level = 'town'): Promise<Record<string, number>> => Object.fromEntries((await office.see('records.count', { register, asOf, from: '2014-01-01', to: '2014-11-04', by: field, level }) as unknown as Wire[]).map((one) => [one['title'] as string, one['stock'] as number])),
    warnings: async (record: number): Promise<string> => ((await read(record))['warnings'] as Wire[]).map((one) => one['sentence'] as string).join(''),
    ids: office.ids.get(register) ?? [],
  };
}

/** Refused with a sentence that says why: of a rule, or of a field that a state asks for. */
export function refused({ status, body }: { readonly status: number; readonly body: Wire }, words: string): void {
  expect([400, 409, 422], JSON.stringify(body)).toContain(status);
  expect(JSON.stringify(body)).toContain(words);
}

export const YEAR = { from: '2014-01-01', to: '2014-11-04' } as const;
export const TODAY = { day: '2014-11-03' } as const;
