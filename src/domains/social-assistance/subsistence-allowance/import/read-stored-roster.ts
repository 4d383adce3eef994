import type { City } from '../../../../kernel/db/city.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { createHash } from 'node:crypto';
import { readStoredFile } from '../../../../kernel/documents/store-file.ts';
import { fen, sumFen } from '../../../../kernel/values/money.ts';
import type { PlainDate } from '../../../../kernel/values/plain-date.ts';
import { checkAgainstRegister } from './check-against-register.ts';
import { rosterFindings, sentenceOf, type RosterError } from './errors.ts';
import { listVillages } from './list-villages.ts';
import { readInThread } from './read-in-thread.ts';
import type { ReadRoster } from './read-roster.ts';
import type { RosterHousehold } from './roster.ts';

/** An earlier import of the same bytes. */
export interface EarlierImport { readonly id: number; readonly on: PlainDate; readonly who: string; readonly office: string; readonly rows: readonly number[] }

export interface StoredRoster {
  readonly file: { readonly id: number; readonly name: string; readonly bytes: Buffer; readonly digest: Buffer };
  /** Of the households that are not imported yet: what the list and the register say. */
  readonly read: ReadRoster;
  readonly names: ReadonlyMap<number, string>;
  readonly earlier: EarlierImport | undefined;
  /** Persons of the register the findings speak of. */
  readonly seen: readonly number[];
}

interface By { readonly city: City; readonly today: PlainDate }

/**
 * Reads a roster that was handed in and holds it against the register. The same file gives the same answer until somebody changes the register.
 * Refuses with the workbook's codes what cannot be opened safely.
 */
export async function readStoredRoster(tx: Tx, by: By, fileId: number): Promise<StoredRoster> {
  const stored = await readStoredFile(tx, fileId);
  const digest = createHash('sha256').update(stored.bytes).digest();
  const earlier = await findEarlier(tx, digest);
  const { read, names, letters } = await readInThread({
    bytes: stored.bytes, fileName: stored.name, today: by.today, demo: by.city.demo, city: by.city.name, villages: await listVillages(tx, by.today),
  });
  const waiting = withoutRows(read, new Set(earlier?.rows));
  const check = await checkAgainstRegister(tx, by, waiting.households, letters);
  return { file: { id: fileId, name: stored.name, bytes: stored.bytes, digest }, read: addFindings(waiting, check.findings), names, earlier, seen: check.seen };
}

async function findEarlier(tx: Tx, digest: Buffer): Promise<EarlierImport | undefined> {
  const row = await tx.find<{ id: number; on_day: string; account_name: string; office: string; rows: number[] }>('select id, on_day, account_name, office, rows from roster_imported($1)', [digest]);
  return row && { id: row.id, on: row.on_day as PlainDate, who: row.account_name, office: row.office, rows: row.rows };
}

/** Households that were imported from this file before have nothing more to do. */
function withoutRows(read: ReadRoster, imported: ReadonlySet<number>): ReadRoster {
  return imported.size === 0 ? read : recount({ ...read, households: read.households.filter((h) => !imported.has(h.rowNumbers[0] ?? 0)) });
}

function addFindings(read: ReadRoster, findings: readonly RosterError[]): ReadRoster {
  const errors = findings.filter((finding) => finding.severity === 'error');
  const wrong = Map.groupBy(errors, (finding) => finding.householdRows[0]);
  const left = read.households.filter((h) => wrong.has(h.rowNumbers[0]));
  return recount({
    ...read,
    households: read.households.filter((h) => !wrong.has(h.rowNumbers[0])),
    errors: inOrder([...read.errors, ...errors, ...left.map((h) => notImported(h, wrong.get(h.rowNumbers[0]) ?? []))]),
    notes: inOrder([...read.notes, ...findings.filter((finding) => finding.severity === 'note')]),
  });
}

function notImported(household: RosterHousehold, errors: readonly RosterError[]): RosterError {
  const code = 'roster.household-not-imported';
  const row = household.rowNumbers[0] ?? 0;
  const sentence = sentenceOf(code, { count: household.rowNumbers.length, rows: household.rowNumbers, wrong: errors.map((e) => e.row) });
  return { severity: rosterFindings[code].severity, code, sentence, row, column: '', address: '', householdKey: household.key, householdRows: household.rowNumbers };
}

const inOrder = (findings: readonly RosterError[]): RosterError[] => findings.toSorted((a, b) => a.row - b.row);

function recount(read: ReadRoster): ReadRoster {
  const { households } = read;
  return {
    ...read,
    summary: {
      ...read.summary, householdsGood: households.length, membersGood: households.reduce((sum, h) => sum + h.members.length, 0),
      totalFenGood: households.length === 0 ? fen(0) : sumFen(households.map((h) => h.monthlyFen)),
    },
  };
}
