import type { Register } from '../../../contract/register.ts';
import type { ColumnMeaning, ImportPlan, SheetSource } from '../../../contract/register-import.ts';
import type { Tx } from '../../../db/tx.ts';
import type { Linked } from '../../face.ts';
import { WHAT_IS_WRONG, WHICH_ROW } from '../../import/find-header.ts';
import { judgeRecords } from '../../import/judge-records.ts';
import type { JudgedRow, Reader } from '../../import/judge-rows.ts';
import { proposeMeanings, proposeOpening } from '../../import/meanings.ts';
import { layOut, listDataRows, readRow, type WrittenRow } from '../../import/read-row.ts';
import { readSource } from '../../import/read-source.ts';
import { homeOfPublished } from '../../load-registers.ts';
import { firstState, judgeRecord } from '../../rules/judge-record.ts';
import type { KeptDeclaration } from '../declaration-rows.ts';
import type { TriedRow } from './judge-trial.ts';

export interface TrialSheet { readonly rows: readonly TriedRow[]; /** Headings no field goes by. */ readonly unknown: readonly string[]; /** Fields without a column. */ readonly missing: readonly string[] }

const NUMBERING = /^(?:序号|行号|no\.?)$/i;
const OURS = new Set([WHAT_IS_WRONG, WHICH_ROW]);

/**
 * Rows of a sheet as an import would read and judge them, were the design in force: the same headings, the same cells, the same rules. Only what is in a register
 * already is not asked: it has none. `most`: rows that are read.
 */
export async function readTrialRows(tx: Tx, by: Reader, declaration: KeptDeclaration, source: SheetSource, most: number): Promise<TrialSheet> {
  const home = homeOfPublished({ register: declaration.id, version: 0, state: 'draft', declaration });
  const { target, sheet, header } = await readSource(tx, home, { ...source, into: '' });
  const meanings = proposeMeanings(header, target, []);
  const layout = layOut(target, sheet, header, Object.fromEntries(meanings));
  const written = listDataRows(layout).slice(0, most).map((row) => readRow(layout, row));
  const judged = await judgeRecords(tx, by, { home, layout, plan: planOf(by, declaration, proposeOpening(target, meanings.values()), meanings), unmade: true }, written);
  return {
    rows: judged.map((row, at) => toTried(by, declaration, row, written[at])),
    unknown: header.titles.filter(({ at, heading }) => (meanings.get(at) ?? null) === null && !NUMBERING.test(heading) && !OURS.has(heading)).map(({ heading }) => heading),
    missing: declaration.fields.filter((field) => !field.hidden && field.kind !== 'files' && ![...meanings.values()].includes(field.key)).map((field) => field.title),
  };
}

/** What holds where a row does not say it: in the caller's own area, from the day the sheet tells, else from today. */
const planOf = ({ caller, today }: Reader, register: Register, opening: string | undefined, meanings: ReadonlyMap<number, ColumnMeaning>): ImportPlan =>
  ({ columns: Object.fromEntries(meanings), division: caller.post?.divisionId ?? 0, openedOn: opening ?? today, state: firstState(register), present: 'skip' });

/** A row as the trial shows it: what could be read of a wrong one, all of a good one. Links and places keep the words they were written in. */
function toTried({ today }: Reader, register: Register, row: JudgedRow, written: WrittenRow | undefined): TriedRow {
  const values = row.open?.values ?? written?.values ?? {};
  const life = row.open?.life;
  const state = life?.later?.state ?? life?.state ?? written?.state ?? firstState(register);
  const labels = Object.fromEntries(Object.entries(written?.pointing ?? {}).map(([key, title]): [string, Linked] => [key, { id: 0, title, href: null }]));
  const warned = row.open === undefined ? [] : judgeRecord(register, { values, totals: {}, alongside: [], state, today }, state).warned;
  return {
    no: row.row, title: row.title, state, values, labels, totals: {}, openedOn: life?.from ?? null, endedOn: register.states[state]?.ends ? life?.later?.on ?? life?.from ?? null : null,
    refused: row.errors.map((one) => one.sentence), warned: warned.map((one) => one.sentence),
  };
}
