import { expect } from 'vitest';
import type { RegisterField, Values } from '../../../src/kernel/contract/register.ts';
import type { DemoLink, DemoRecord } from '../../../src/kernel/records/demo-records.ts';
import type { RegisterHome } from '../../../src/kernel/records/register-home.ts';
import { firstState, standingStates } from '../../../src/kernel/records/rules/judge-record.ts';
import { needsPerson } from '../../../src/kernel/records/write/read-holder.ts';
import { isSecret } from '../../../src/kernel/records/table/column-types.ts';
import type { RegisterOffice } from './register-office.ts';
import { takesIn } from './walk-import.ts';

/** One register from a keeper's chair: what every register must be able to do. */
export async function walkRegister(office: RegisterOffice, home: RegisterHome): Promise<void> {
  const { register } = home;
  const sample = office.samples.get(register.id)?.[0];
  expect(sample, `${register.id} has no demo records`).toBeDefined();
  const opened = await openOne(office, home, sample as DemoRecord);
  await seesItself(office, home, opened);
  await changesAndCorrects(office, home, opened);
  await takesInRows(office, home, opened);
  await stepsOn(office, home, opened);
  await counts(office, home);
  await takesBack(office, home, opened);
}

interface Opened { readonly record: number; readonly number: string; readonly from: string; readonly values: Values; readonly state: string; readonly person: boolean; readonly division: string }

/** Kept: written by hand like the first demo record, in the same division, under the next free name. */
async function openOne(office: RegisterOffice, { register }: RegisterHome, sample: DemoRecord): Promise<Opened> {
  const numbered = nextNumber(office, register);
  const begins = sample.states?.[0]?.on === sample.openedOn ? sample.states[0] : undefined;
  const values = named(register.name, linked(office, { ...sample.values, ...begins?.values, ...numbered }), '（新）');
  const person = needsPerson(register) || sample.person ? office.ground.person(9000 + register.id.length * 31 + register.title.length) : undefined;
  const body = { register: register.id, division: office.divisionOf(sample.division), openedOn: sample.openedOn, state: begins?.state ?? firstState(register), values, ...(person ? { person } : {}) };
  const { status, body: wrong } = await office.act('records.open', { ...body, values: { ...values, noSuchField: 1 } });
  expect(status, JSON.stringify(wrong)).toBe(400);
  const answer = await office.done('records.open', body);
  return { record: answer['record'] as number, number: answer['number'] as string, from: sample.openedOn, values, state: begins?.state ?? firstState(register), person: person !== undefined, division: sample.division };
}

/** Editions follow one another: the number after the last. */
function nextNumber(office: RegisterOffice, { id, alongside, fields }: RegisterHome['register']): Values {
  const key = alongside?.order;
  if (key === undefined || fields.find((field) => field.key === key)?.kind !== 'integer') return {};
  return { [key]: 1 + Math.max(...(office.samples.get(id) ?? []).map((one) => Number(one.values[key] ?? 0))) };
}

async function seesItself(office: RegisterOffice, { register }: RegisterHome, opened: Opened): Promise<void> {
  const byNumber = await office.see('records.list', { register: register.id, text: opened.number });
  expect(byNumber['rows'].map((row: { record: number }) => row.record)).toEqual([opened.record]);
  const page = await office.see('records.get', { register: register.id, record: opened.record });
  for (const field of register.fields) {
    const written = opened.values[field.key];
    if (written === undefined) continue;
    if (isSecret(field)) expect(page['values'][field.key], field.title).not.toBe(written);
    else expect(page['values'][field.key], field.title).toEqual(asKept(field, written));
  }
  expect(page['history']).toHaveLength(1);
}

/** What was written, in the form it is kept: decimals to the end, a point without idle zeros, a choice once. */
function asKept(field: RegisterField, written: unknown): unknown {
  if (field.kind === 'number') return Number(written).toFixed(field.decimals ?? 2).replace(/\.$/, '');
  if (field.kind === 'place') return String(written).split(',').map(Number).join(',');
  return field.kind === 'text' || field.kind === 'long-text' ? String(written).trim() : written;
}

/** A field anybody may write freely: nothing else hangs on it. */
const freeField = (fields: readonly RegisterField[], values: Values): RegisterField => {
  const found = fields.find((field) => (field.kind === 'long-text' || field.kind === 'text') && !isSecret(field) && field.options === undefined && field.key === 'note') ?? fields.find((field) => field.kind === 'long-text' && !isSecret(field)) ?? fields.find((field) => field.kind === 'text' && !isSecret(field) && (field.maxLength ?? 200) > 30 && typeof values[field.key] !== 'number') ?? fields.find((field) => field.kind === 'long-text' || field.kind === 'text');
  if (found === undefined) throw new Error('the register has no words to change');
  return found;
};

async function changesAndCorrects(office: RegisterOffice, { register }: RegisterHome, opened: Opened): Promise<void> {
  const field = freeField(register.fields, opened.values);
  const { key } = field;
  // a confidential word comes back masked: that it was changed is read from the history
  const says = (values: Values, words: string): void => (isSecret(field) ? expect(values[key]).not.toBe(words) : expect(values[key]).toBe(words));
  const read = () => office.see('records.get', { register: register.id, record: opened.record });
  const before = await read();
  if (register.states[before['state'] as string]?.ends) return;
  await office.done('records.change', { register: register.id, record: opened.record, seen: before['seen'], from: '2014-11-02', values: { [key]: '从十一月二日起' }, reason: '情况变了' });
  const changed = await read();
  says(changed['values'], '从十一月二日起');
  // the day before stays as it was, and whoever looks there sees it
  const past = await office.see('records.list', { register: register.id, text: opened.number, asOf: '2014-11-01' });
  if (opened.from <= '2014-11-01') expect(past['rows'][0]['values'][key]).toEqual(before['values'][key]);
  // what was on the screen before is stale: nothing is overwritten
  const stale = await office.act('records.change', { register: register.id, record: opened.record, seen: before['seen'], from: '2014-11-03', values: { [key]: '丙' }, reason: '没看到' });
  expect([stale.status, stale.body['code']]).toEqual([409, 'record.changed-meanwhile']);
  expect(JSON.stringify(stale.body)).toContain(field.title);
  const at = changed['history'].find((version: { corrected: unknown }) => version.corrected === null)['id'];
  await office.done('records.correct', { register: register.id, record: opened.record, seen: changed['seen'], at, values: { [key]: '写错了，应是这样' }, reason: '笔误' });
  const corrected = await read();
  says(corrected['values'], '写错了，应是这样');
  const words = corrected['history'].map((version: { what: string; corrected: unknown }) => [version.what, version.corrected !== null]);
  expect(words).toContainEqual(['corrected', false]);
  expect(words).toContainEqual(['changed', true]);
  expect(corrected['history'][0].changes.map((change: { title: string }) => change.title)).toContain(field.title);
}

/** Imported: the row that is there by its number, a new one, and one that cannot be read. */
async function takesInRows(office: RegisterOffice, home: RegisterHome, opened: Opened): Promise<void> {
  const { register } = home;
  const page = await office.see('records.get', { register: register.id, record: opened.record });
  if (register.states[page['state'] as string]?.ends) return;
  const key = register.alongside?.order;
  const numbered = key !== undefined && typeof opened.values[key] === 'number' ? { [key]: (opened.values[key] as number) + 1 } : {};
  // the new row is about something else: another organisation, another place
  const { holder } = register;
  const called = register.fields.find((field) => field.key === (holder?.kind === 'link' ? holder.field : register.name));
  const other = called?.kind === 'link' ? office.ids.get(called.to ?? '')?.at(-1) : undefined;
  const town = register.holder?.kind === 'division' ? office.ground.villages.at(-1)?.code ?? opened.division : opened.division;
  await takesIn(office, home, opened.record, { ...opened, values: { ...opened.values, ...(opened.person ? { $person: true } : {}) }, town }, freeField(register.fields, opened.values), { ...named(register.name, opened.values, '（导入）'), ...(called === undefined || other === undefined ? {} : { [called.key]: other }), ...numbered });
}

/** Every state that is open is walked into once, if what it asks for can be written. */
async function stepsOn(office: RegisterOffice, { register }: RegisterHome, opened: Opened): Promise<void> {
  const page = await office.see('records.get', { register: register.id, record: opened.record });
  const [way] = page['ways'] as { state: string; needs: string[] }[];
  if (way === undefined) { expect(Object.keys(register.states)).toHaveLength(1); return; }
  const step = { register: register.id, record: opened.record, seen: page['seen'], state: way.state, on: '2014-11-03', values: {}, reason: '走一步' };
  const ahead = await office.act('records.set-state', { ...step, on: '2014-12-01' });
  expect([ahead.status, ahead.body['code']]).toEqual([422, 'record.day-ahead']);
  const answer = await office.act('records.set-state', step);
  if (answer.status === 200) expect((await office.see('records.get', { register: register.id, record: opened.record }))['state']).toBe(way.state);
  else expect(['input.invalid', 'record.rule'], JSON.stringify(answer.body)).toContain(answer.body['code']);
}

/** Counted as of today and of a day before anything was; every count opens into as many rows as it counted. */
async function counts(office: RegisterOffice, { register }: RegisterHome): Promise<void> {
  const asked = { register: register.id, from: '2014-01-01', to: '2014-11-04', by: 'division' };
  const today = await office.see('records.count', { ...asked, asOf: '2014-11-03' });
  const long = await office.see('records.count', { ...asked, asOf: '1900-01-01' });
  const stock = (rows: unknown): number => (rows as { stock: number }[]).reduce((sum, row) => sum + row.stock, 0);
  const listed = await office.see('records.list', { register: register.id, limit: 2000 });
  const standing = (listed['rows'] as { state: string }[]).filter((row) => standingStates(register).includes(row.state)).length;
  expect(stock(today)).toBe(standing);
  expect(stock(long)).toBe(0);
  const period = { from: '2014-01-01', to: '2014-11-03' };
  for (const what of ['opened', 'ended'] as const) {
    const counted = (today as unknown as Record<string, number>[]).reduce((sum, row) => sum + (row[what] ?? 0), 0);
    expect((await office.see('records.list', { register: register.id, [what]: period, limit: 2000 }))['rows'].length, what).toBe(counted);
  }
  for (const count of register.counts ?? []) {
    const period = count.over === undefined && count.of.what === 'stock' ? { day: '2014-11-03' } : { from: '2014-01-01', to: '2014-11-04' };
    const statistician = await office.bureau.at('statistician', '442000');
    const figure = await office.bureau.see(statistician, 'statistics.get-figure', { id: `${register.id}.${count.id}`, ...period });
    const rows = await office.bureau.see(statistician, 'statistics.list-rows', { id: `${register.id}.${count.id}`, ...period });
    expect(rows['total'], count.title).toBe(figure['all']['rows']);
  }
}

async function takesBack(office: RegisterOffice, { register }: RegisterHome, opened: Opened): Promise<void> {
  const page = await office.see('records.get', { register: register.id, record: opened.record });
  await office.done('records.take-back', { register: register.id, record: opened.record, seen: page['seen'], reason: '登记错了' });
  expect((await office.see('records.list', { register: register.id, text: opened.number }))['rows']).toEqual([]);
  expect((await office.act('records.change', { register: register.id, record: opened.record, seen: page['seen'], from: '2014-11-03', values: {}, reason: '再改' })).status).toBe(404);
}

/** Links of a demo record as the ids they became. */
function linked(office: RegisterOffice, values: Values): Values {
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]) => {
    if (typeof value !== 'object' || value === null || !('nth' in value)) return [[key, value]];
    const { register, nth } = value as DemoLink;
    const ids = office.ids.get(register) ?? [];
    return ids.length === 0 ? [] : [[key, ids[nth % ids.length]]];
  }));
}

const named = (name: string | undefined, values: Values, more: string): Values => (name === undefined || typeof values[name] !== 'string' ? values : { ...values, [name]: `${values[name] as string}${more}` });
