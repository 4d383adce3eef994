import { globSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { checkForm } from '../../src/kernel/contract/check-form.ts';
import { defineCommand } from '../../src/kernel/contract/door.ts';
import type { RegisterField, SubRecord, Values } from '../../src/kernel/contract/register.ts';
import type { CommandContext } from '../../src/kernel/db/command.ts';
import type { Tx } from '../../src/kernel/db/tx.ts';
import type { DemoGround, DemoLink, DemoRecord, DemoRecords } from '../../src/kernel/records/demo-records.ts';
import { loadDeclaredRegisters } from '../../src/kernel/records/load-registers.ts';
import type { RegisterHome } from '../../src/kernel/records/register-home.ts';
import { formOf } from '../../src/kernel/records/register-form.ts';
import { firstState, judgeRecord } from '../../src/kernel/records/rules/judge-record.ts';
import { plantEntries } from '../../src/kernel/records/write/add-entries.ts';
import { openRecords, type NewRecord } from '../../src/kernel/records/write/open-records.ts';
import { findPeople } from '../../src/kernel/records/write/read-holder.ts';
import { plainDate } from '../../src/kernel/values/plain-date.ts';

const root = join(import.meta.dirname, '../..');

/** What every register starts with, shared ones first: later ones link to them. */
export async function findDemoRecords(): Promise<DemoRecords[]> {
  const files = globSync(['demo/records/shared/*.ts', 'src/domains/*/*/demo.ts'], { cwd: root }).toSorted();
  return (await Promise.all(files.map(async (file) => (await import(join(root, file)) as { records?: readonly DemoRecords[] }).records ?? []))).flat();
}

/** Registers in an order in which each finds what it links to already there. */
export function inOrder(found: readonly DemoRecords[], ground: DemoGround): DemoRecords[] {
  const targets = new Map(found.map((one) => [one, new Set(one.rows(ground).flatMap((row) => [row.values, ...(row.states ?? []).map((step) => step.values ?? {})])
    .flatMap((values) => Object.values(values)).flatMap((value) => (typeof value === 'object' && value !== null && 'nth' in value ? [(value as DemoLink).register] : [])))]));
  const ordered: DemoRecords[] = [];
  const waiting = new Set(found);
  while (waiting.size > 0) {
    const still = new Set([...waiting].map((one) => one.register));
    const ready = [...waiting].filter((one) => [...(targets.get(one) ?? [])].every((to) => to === one.register || !still.has(to)));
    if (ready.length === 0) throw new Error(`demo records link in a circle: ${[...still].join(', ')}`);
    for (const one of ready) { ordered.push(one); waiting.delete(one); }
  }
  return ordered;
}

/** Fills all registers of a demo city. `act` carries a command out under a post that keeps them all. */
export async function plantAll(found: readonly DemoRecords[], ground: DemoGround, act: (door: ReturnType<typeof plantRecords> | ReturnType<typeof plantEntriesOf>, register: string) => Promise<void>): Promise<ReadonlyMap<string, readonly number[]>> {
  const ids = new Map<string, number[]>();
  const ordered = inOrder(found, ground);
  for (const one of ordered) await act(plantRecords(one, ground, ids), one.register);
  for (const one of ordered) if (one.rows(ground).some((row) => row.entries !== undefined)) await act(plantEntriesOf(one, ground, ids), one.register);
  return ids;
}

/** The records of one register, in one command. A wrong demo row stops the filling and names itself. */
export const plantRecords = (found: DemoRecords, ground: DemoGround, ids: Map<string, number[]>) => defineCommand({
  id: 'demo.plant-records', title: '演示台账', allow: { staff: true }, input: z.strictObject({ register: z.string() }),
  async run(tx, input, by) {
    const home = (await loadDeclaredRegisters()).get(input.register);
    if (home === undefined) throw new Error(`demo records of ${input.register}: no such register`);
    const rows = found.rows(ground);
    const divisions = await readDivisionIds(tx, rows, by);
    const people = await findPeople(tx, by, rows.map((row) => ({ person: row.person, division: divisions.get(row.division) ?? 0 })), '演示台账');
    const opened: number[] = [];
    ids.set(input.register, opened);
    // a record that links to an earlier one of its own register waits for it
    for (const wave of inWaves(input.register, rows)) {
      const written = await openRecords(tx, by, home, wave.map(({ row, at }) => toNew(home, row, { by, ids, divisionId: divisions.get(row.division) ?? 0, personId: people[at] ?? null })), 'imported');
      opened.push(...written.map((one) => one.record));
    }
    return { records: opened.length };
  },
});

/** The entries under them, when every register has its records. */
export const plantEntriesOf = (found: DemoRecords, ground: DemoGround, ids: ReadonlyMap<string, readonly number[]>) => defineCommand({
  id: 'demo.plant-entries', title: '演示子台账', allow: { staff: true }, input: z.strictObject({ register: z.string() }),
  async run(tx, input, by) {
    const home = (await loadDeclaredRegisters()).get(input.register);
    const rows = found.rows(ground);
    const divisions = await readDivisionIds(tx, rows, by);
    for (const sub of home?.register.subRecords ?? []) if (home) await plantSub(tx, by, home, sub, rows, ids.get(input.register) ?? [], divisions, ids);
    return {};
  },
});

interface Placed { readonly row: DemoRecord; readonly at: number }

/** Rows in their order, a new wave before each that links into its own register. */
function inWaves(register: string, rows: readonly DemoRecord[]): Placed[][] {
  const linksHome = (values: Values | undefined): boolean => Object.values(values ?? {}).some((value) => typeof value === 'object' && value !== null && (value as DemoLink).register === register);
  const waves: Placed[][] = [[]];
  rows.forEach((row, at) => {
    if (at > 0 && (linksHome(row.values) || (row.states ?? []).some((step) => linksHome(step.values)))) waves.push([]);
    waves.at(-1)?.push({ row, at });
  });
  return waves;
}

/** A town that was renamed later has its code twice: the demo's records lie in the one of the demo's day. */
async function readDivisionIds(tx: Tx, rows: readonly DemoRecord[], { today }: Pick<CommandContext, 'today'>): Promise<Map<string, number>> {
  return new Map((await tx.rows<{ code: string; id: number }>(`select code, id from division where code = any ($1) and valid_from <= $2::date and (valid_to is null or valid_to > $2::date)`, [[...new Set(rows.map((row) => row.division))], today])).map((row) => [row.code, row.id]));
}

interface At { readonly by: CommandContext; readonly ids: ReadonlyMap<string, readonly number[]>; readonly divisionId: number; readonly personId: number | null }

function toNew(home: RegisterHome, row: DemoRecord, at: At): NewRecord {
  const where = `${home.register.id} ${row.division} ${row.openedOn}`;
  const steps = (row.states ?? []).map((step) => ({ ...step, on: plainDate(step.on) }));
  const [first, ...others] = steps;
  // a state on the very first day is where the record begins
  const begins = first !== undefined && first.on === row.openedOn ? first : undefined;
  let values = check(home.register.fields, { ...link(row.values, at.ids), ...link(begins?.values ?? {}, at.ids) }, at.by, where);
  const opened = values;
  const later = (begins === undefined ? steps : others).map((step) => {
    values = check(home.register.fields, { ...values, ...link(step.values ?? {}, at.ids) }, at.by, where);
    return { state: step.state, on: step.on, values };
  });
  const state = begins?.state ?? firstState(home.register);
  for (const one of [state, ...later.map((step) => step.state)]) if (home.register.states[one] === undefined) throw new Error(`demo record ${where}: no state ${one}`);
  const [broken] = judgeRecord(home.register, { values, totals: {}, alongside: [], state: later.at(-1)?.state ?? state, today: at.by.today }).refused;
  if (broken) throw new Error(`demo record ${where}: ${broken.sentence}`);
  return { divisionId: at.divisionId, personId: at.personId, state, from: plainDate(row.openedOn), values: opened, reason: '演示数据', later };
}

async function plantSub(tx: Tx, by: CommandContext, home: RegisterHome, sub: SubRecord, rows: readonly DemoRecord[], records: readonly number[], divisions: ReadonlyMap<string, number>, ids: ReadonlyMap<string, readonly number[]>): Promise<void> {
  const entries = rows.flatMap((row, at) => (row.entries?.[sub.id] ?? []).map((entry) => ({ entry, record: records[at] ?? 0, divisionId: divisions.get(row.division) ?? 0 })));
  const people = await findPeople(tx, by, entries.map(({ entry, divisionId }) => ({ person: entry.person, division: divisionId })), '演示台账');
  await plantEntries(tx, by, home, sub, entries.map(({ entry, record, divisionId }, at) => ({
    record, divisionId, day: entry.on, personId: people[at] ?? null, reason: '', values: check(sub.fields, link(entry.values, ids), by, `${home.register.id}.${sub.id} ${entry.on}`),
  })));
}

function check(fields: readonly RegisterField[], values: Values, by: CommandContext, where: string): Values {
  const checked = checkForm(formOf('demo', '演示', fields), values, { today: by.today, demo: true });
  if (!checked.ok) throw new Error(`demo record ${where}: ${checked.errors.map((error) => `${error.path} ${error.sentence}`).join(' ')}`);
  return checked.values;
}

/** Links to other demo records become their ids; those that point beyond what there is are left out. */
function link(values: Values, ids: ReadonlyMap<string, readonly number[]>): Values {
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]) => {
    if (typeof value !== 'object' || value === null || !('nth' in value)) return [[key, value]];
    const { register, nth } = value as DemoLink;
    const known = ids.get(register);
    return known === undefined || known.length === 0 ? [] : [[key, known[nth % known.length]]];
  }));
}
