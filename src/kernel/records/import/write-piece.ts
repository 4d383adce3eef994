import { Refusal, refused } from '../../contract/refusal.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { loadRefusals, sentenceOf } from '../../registry/load-refusals.ts';
import type { RegisterHome } from '../register-home.ts';
import { readAroundOne } from '../rules/read-around.ts';
import { addEntries } from '../write/add-entries.ts';
import { loadRecord } from '../write/load-record.ts';
import { lockParent } from '../write/lock-parent.ts';
import { mergeValues } from '../write/merge-values.ts';
import { openRecords, type NewRecord } from '../write/open-records.ts';
import { findPeople } from '../write/read-holder.ts';
import { replaceVersions } from '../write/write-versions.ts';
import { announceState } from '../write/announce-state.ts';
import { changeOf } from './change-of.ts';
import type { JudgedRow } from './judge-rows.ts';
import type { Layout } from './read-row.ts';

/** What became of one row: nothing of it is lost, whatever happened. `id`: the record, or the entry. */
export interface RowResult { readonly row: number; readonly what: 'opened' | 'changed' | 'skipped' | 'refused'; readonly id?: number; readonly why?: string }

/** Writes the judged rows of one piece. What cannot be written is refused by itself, with its sentence; the others are written. */
export async function writePiece(tx: Tx, by: CommandContext, home: RegisterHome, layout: Layout, judged: readonly JudgedRow[], reason: string): Promise<RowResult[]> {
  const results: RowResult[] = judged.filter((row) => row.what === 'skip' || row.what === 'wrong').map((row) => (row.what === 'skip' ? { row: row.row, what: 'skipped' } : { row: row.row, what: 'refused', why: row.errors.map((one) => one.sentence).join(' ') }));
  const opens = judged.filter((row) => row.what === 'open' && row.open !== undefined);
  results.push(...await openAll(tx, by, home, opens, reason));
  for (const row of judged) {
    if (row.change !== undefined) results.push(await guarded(tx, row, () => changeOne(tx, by, home, row, reason)));
    else if (row.entry !== undefined) results.push(await guarded(tx, row, () => addOne(tx, by, home, layout, row, reason)));
  }
  return results.toSorted((a, b) => a.row - b.row);
}

/** All at once; if that fails, each by itself, so that one row does not keep the others out. */
async function openAll(tx: Tx, by: CommandContext, home: RegisterHome, rows: readonly JudgedRow[], reason: string): Promise<RowResult[]> {
  if (rows.length === 0) return [];
  await tx.run('savepoint all_rows');
  try {
    const results = await openRows(tx, by, home, rows, reason);
    await tx.run('release savepoint all_rows');
    return results;
  } catch (error) {
    if (!isAnswer(error)) throw error;
    await tx.run('rollback to savepoint all_rows');
    const results: RowResult[] = [];
    for (const row of rows) results.push(await guarded(tx, row, async () => (await openRows(tx, by, home, [row], reason))[0] as RowResult));
    return results;
  }
}

async function openRows(tx: Tx, by: CommandContext, home: RegisterHome, rows: readonly JudgedRow[], reason: string): Promise<RowResult[]> {
  const people = home.register.holder?.kind === 'person' ? await findPeople(tx, by, rows.map((row) => ({ person: row.person, division: row.open?.divisionId ?? 0 })), `导入台账：${home.register.title}`) : rows.map(() => null);
  const opened = await openRecords(tx, by, home, rows.map((row, at): NewRecord => {
    const open = row.open as NonNullable<JudgedRow['open']>;
    return { divisionId: open.divisionId, personId: people[at] ?? null, state: open.life.state, from: open.life.from, values: open.values, reason, ...(open.life.later === undefined ? {} : { later: [{ ...open.life.later, values: open.values }] }) };
  }), 'imported');
  return rows.map((row, at) => ({ row: row.row, what: 'opened', id: opened[at]?.record ?? 0 }));
}

async function changeOne(tx: Tx, by: CommandContext, home: RegisterHome, row: JudgedRow, reason: string): Promise<RowResult> {
  const change = row.change as NonNullable<JudgedRow['change']>;
  const { row: stored, values } = await loadRecord(tx, by, home.register.id, change.record, change.seen);
  const next = await mergeValues(tx, by, home.register.fields, values, change.values);
  const versions = changeOf(home.register, stored, values, next, change, { around: await readAroundOne(tx, home.register, { record: change.record, divisionId: stored.division_id, personId: stored.person_id, values: next }), today: by.today, reason });
  if (versions.length === 0) return { row: row.row, what: 'skipped' };
  await replaceVersions(tx, by, home.register, [stored], versions);
  if (change.state !== undefined) await announceState(tx, home.register, change.record, change.state.id);
  return { row: row.row, what: 'changed', id: change.record };
}

async function addOne(tx: Tx, by: CommandContext, home: RegisterHome, { target }: Layout, row: JudgedRow, reason: string): Promise<RowResult> {
  const entry = row.entry as NonNullable<JudgedRow['entry']>;
  if (target.sub === undefined) throw new Refusal('record.not-found');
  const of = await lockParent(tx, by, home, entry.record);
  const [personId] = await findPeople(tx, by, [{ person: row.person, division: of.divisionId }], `导入台账：${home.register.title}`);
  const [id] = await addEntries(tx, by, home, target.sub, of, [{ day: entry.day, personId: personId ?? null, values: entry.values, reason }]);
  return { row: row.row, what: 'opened', id: id ?? 0 };
}

/** One row behind a savepoint: a no leaves nothing behind but its sentence. */
async function guarded(tx: Tx, row: JudgedRow, write: () => Promise<RowResult>): Promise<RowResult> {
  await tx.run('savepoint one_row');
  try {
    const result = await write();
    await tx.run('release savepoint one_row');
    return result;
  } catch (error) {
    if (!isAnswer(error)) throw error;
    await tx.run('rollback to savepoint one_row');
    await tx.run('release savepoint one_row');
    return { row: row.row, what: 'refused', why: await whyNot(error) };
  }
}

/** A no of ours, or of the database about this row: everything else is a defect, and the piece is tried again. */
const isAnswer = (error: unknown): boolean => error instanceof Refusal || /^(?:22|23|42501)/.test((error as { code?: string }).code ?? '');

export async function whyNot(error: unknown): Promise<string> {
  const no = error instanceof Refusal ? error.refused : (error as { code?: string }).code === '42501' ? refused('access.outside-area') : refused('command.conflict');
  const fields = no.details?.['fields'];
  return Array.isArray(fields) ? fields.map((field: { sentence: string }) => field.sentence).join(' ') : sentenceOf(await loadRefusals(), no);
}
