import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { Refusal } from '../../../../kernel/contract/refusal.ts';
import { maskName } from '../../../../kernel/values/name-mask.ts';
import { formatDateLong } from '../../../../kernel/values/plain-date.ts';
import type { RosterError } from '../import/errors.ts';
import { readStoredRoster, type StoredRoster } from '../import/read-stored-roster.ts';

export interface RosterCounts { readonly households: number; readonly persons: number; /** 分 a month */ readonly fen: number }

/** One thing about one cell, as the screen shows it. */
export interface RosterRemark {
  readonly row: number;
  readonly column: string;
  /** `C12`, empty when it is about no one cell. */
  readonly cell: string;
  /** Masked name on the line; empty when the line has none. */
  readonly who: string;
  readonly household: string;
  readonly code: string;
  readonly sentence: string;
}

export interface RosterPreview {
  readonly file: number;
  readonly name: string;
  readonly sheet: string;
  readonly lines: number;
  /** What pressing the button would import. */
  readonly good: RosterCounts;
  /** Households with an error, and their lines. */
  readonly bad: { readonly households: number; readonly persons: number };
  readonly errors: readonly RosterRemark[];
  readonly notes: readonly RosterRemark[];
  readonly hiddenRows: readonly number[];
  /** Columns that are not read. */
  readonly unread: readonly string[];
  readonly otherSheets: readonly string[];
}

/** What a roster would bring, and everything that is wrong with it, before anything is written. */
export default defineQuery({
  id: 'subsistence-allowance.preview-roster', title: '预览低保花名册', allow: { roles: ['town-clerk', 'approver'] }, sensitive: true,
  input: z.strictObject({ file: z.int().positive() }),
  async run(tx, { file }: { file: number }, by): Promise<RosterPreview> {
    const roster = await readStoredRoster(tx, by, file);
    if (roster.earlier) throw new Refusal('import.again', { who: roster.earlier.who, office: roster.earlier.office, on: formatDateLong(roster.earlier.on) });
    by.saw('person', roster.seen, '导入花名册核对');
    return toPreview(roster);
  },
});

function toPreview(roster: StoredRoster): RosterPreview {
  const { summary, errors, notes } = roster.read;
  const bad = new Map(errors.filter((e) => e.householdRows.length > 0).map((e) => [e.householdRows[0], e.householdRows.length]));
  const remark = (finding: RosterError): RosterRemark => ({
    row: finding.row, column: finding.column, cell: finding.address, who: maskName(roster.names.get(finding.row) ?? ''), household: finding.householdKey ?? '', code: finding.code, sentence: finding.sentence,
  });
  return {
    file: roster.file.id, name: roster.file.name, sheet: summary.sheetName, lines: summary.memberLines,
    good: { households: summary.householdsGood, persons: summary.membersGood, fen: summary.totalFenGood },
    bad: { households: bad.size, persons: [...bad.values()].reduce((sum, lines) => sum + lines, 0) },
    // that a whole household stays out is said by the count; on the sheet of bad rows each line says it
    errors: errors.filter((e) => e.code !== 'roster.household-not-imported').map(remark),
    notes: notes.map(remark), hiddenRows: summary.hiddenRows, unread: summary.unmappedColumns, otherSheets: summary.otherSheets,
  };
}
