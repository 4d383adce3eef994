import { mapColumns, type ColumnMap } from '../../../../kernel/documents/workbook/map-columns.ts';
import type { OpenedSheet, Workbook } from '../../../../kernel/documents/workbook/open-workbook.ts';
import { columnLetters } from '../../../../kernel/documents/workbook/sheet-outline.ts';
import { readAccount } from '../../../../kernel/documents/workbook/read-cell.ts';
import { hiddenColumns, sheetRows, type SheetRow } from '../../../../kernel/documents/workbook/sheet-rows.ts';
import type { PlainDate } from '../../../../kernel/values/plain-date.ts';
import { sumFen, type Fen } from '../../../../kernel/values/money.ts';
import type { RosterError } from './errors.ts';
import { collectFindings, type Findings } from './findings.ts';
import { groupHouseholds, isMarkedHead, textWithin, type RosterGroup } from './group-households.ts';
import { readHousehold } from './read-household.ts';
import { rosterColumns, titleOf, type RosterColumn } from './roster-columns.ts';
import { readRosterLines, type RosterLines, type SkippedRow } from './roster-lines.ts';
import type { RosterHousehold } from './roster.ts';

export interface ReadRosterOptions {
  /** Accept the invented id numbers of a demo city. */
  readonly demo: boolean;
  readonly today: PlainDate;
  /** The code of a 村居 by its names, or by the address where they stand nowhere else; undefined when there is none, or none in the importer's area. */
  readonly resolveDivision?: (place: { town: string; village: string; address: string }) => string | undefined;
  /** Where the list is from, when it has no column for it. */
  readonly division?: { readonly town?: string; readonly village?: string };
  /** Which sheet, when several look like a list. */
  readonly sheetName?: string;
  /** Import hidden rows too: only after somebody was shown their numbers and said yes. */
  readonly acceptHidden?: boolean;
}

export interface RosterSummary {
  readonly sheetName: string;
  readonly headerRows: readonly number[];
  readonly memberLines: number;
  readonly householdsRead: number;
  readonly householdsGood: number;
  readonly membersGood: number;
  /** The sum of the good households' 补差额, 分 a month. */
  readonly totalFenGood: Fen;
  readonly hiddenRows: readonly number[];
  readonly skipped: readonly SkippedRow[];
  /** Columns that are not read, so that nobody thinks they were. */
  readonly unmappedColumns: readonly string[];
  /** Hidden sheets and sheets without a list. */
  readonly otherSheets: readonly string[];
}

export interface ReadRoster {
  /** Whole and without an error: these may be imported. */
  readonly households: readonly RosterHousehold[];
  readonly errors: readonly RosterError[];
  /** What was put right or taken for granted, of good and of bad households. */
  readonly notes: readonly RosterError[];
  readonly summary: RosterSummary;
}

interface FoundSheet {
  readonly sheet: OpenedSheet;
  readonly rows: readonly SheetRow[];
  readonly map: ColumnMap<RosterColumn>;
}

/**
 * Reads a 低保花名册 as bureaus keep it: a title, a header of one or two rows, one line a member, the head marked, household
 * cells merged or filled once. Every error is told at once; a household with an error is left out whole.
 */
export function readRoster(workbook: Workbook, options: ReadRosterOptions): ReadRoster {
  const found = findSheets(workbook, options.sheetName);
  const [only, second] = found;
  const findings = collectFindings(only?.map.columns ?? new Map());
  if (only === undefined || second !== undefined) {
    const sheets = found.map((one) => one.sheet.name).join('、');
    if (only === undefined) findings.aboutSheet('roster.no-header');
    else findings.aboutSheet('roster.several-sheets', { count: found.length, sheets });
    return conclude(workbook, undefined, emptyLines, [], [], findings);
  }
  if (!checkColumns(only, options, findings)) return conclude(workbook, only, emptyLines, [], [], findings);
  const lines = readRosterLines(only.rows, only.map);
  const groups = groupHouseholds(lines.lines);
  if (groups.length === 0) findings.aboutSheet('roster.no-rows');
  const context = { ...options, acceptHidden: options.acceptHidden === true, date1904: workbook.date1904, findings };
  const households = groups.flatMap((group) => readHousehold(group, context) ?? []);
  checkAcross(groups, findings);
  checkStrayLines(lines, groups, findings);
  const wrong = new Set(findings.all.filter((finding) => finding.severity === 'error').map((finding) => finding.householdRows[0]));
  const good = households.filter((household) => !wrong.has(household.rowNumbers[0]));
  tellNotImported(groups, findings);
  return conclude(workbook, only, lines, groups, good, findings);
}

const emptyLines: RosterLines = { lines: [], skipped: [], withoutPerson: [] };

function findSheets(workbook: Workbook, sheetName: string | undefined): FoundSheet[] {
  const wanted = workbook.sheets.filter((sheet) => (sheetName === undefined ? !sheet.hidden : sheet.name === sheetName));
  return wanted.flatMap((sheet) => {
    const rows = [...sheetRows(workbook, sheet)];
    const map = mapColumns(rows, rosterColumns);
    return map === undefined || !(map.columns.has('name') || map.columns.has('idNumber')) ? [] : [{ sheet, rows, map }];
  });
}

/** Whether the columns allow reading at all. */
function checkColumns({ sheet, map }: FoundSheet, options: ReadRosterOptions, findings: Findings): boolean {
  const row = map.headerRows.at(-1) ?? 0;
  const missing = map.missing.map((declaration) => declaration.key);
  const byAddress = options.resolveDivision !== undefined;
  if (!map.columns.has('town') && options.division?.town === undefined && !byAddress) missing.push('town');
  if (!map.columns.has('village') && options.division?.village === undefined && !byAddress) missing.push('village');
  for (const key of missing) findings.aboutSheet('roster.column-missing', { column: titleOf(key) }, row);
  for (const { declaration, columns } of map.twice) {
    findings.aboutSheet('roster.column-twice', { column: declaration.title, columns: columns.map(columnLetters).join('、') }, row);
  }
  const hidden = options.acceptHidden === true ? new Set<number>() : hiddenColumns(sheet);
  for (const [key, column] of map.columns) {
    if (hidden.has(column)) findings.aboutSheet('roster.column-hidden', { column: titleOf(key) }, row);
  }
  return findings.all.length === 0;
}

/** What no household can tell alone: people in two of them, numbers given twice, people nobody can place. */
function checkAcross(groups: readonly RosterGroup[], findings: Findings): void {
  const members = groups.flatMap((group) => group.lines.map((line) => ({ group, line })));
  const byId = Map.groupBy(members, ({ line }) => comparableId(line.cells.get('idNumber')?.text ?? ''));
  for (const [id, places] of byId) {
    if (id === '' || new Set(places.map(({ group }) => group)).size < 2) continue;
    for (const { group, line } of places) {
      if (line.cells.get('idNumber')?.longNumber === true) continue;
      const rows = places.filter((place) => place.group !== group).map((place) => place.line.row);
      findings.about(group, line, 'idNumber', 'roster.person-in-two-households', { rows });
    }
  }
  const numbered = Map.groupBy(groups.filter((group) => group.householdNo !== undefined), (group) => group.key);
  for (const [text, places] of numbered) {
    if (places.length < 2) continue;
    const rows = places.flatMap((group) => group.lines.map((line) => line.row));
    for (const group of places) tellFirst(group, findings, 'householdNo', 'roster.household-number-twice', { text, rows });
  }
  tellNeighbours(groups, findings);
  tellSharedAccounts(groups, findings);
}

/** Without household numbers, people above the first head may belong to the household below. */
function tellNeighbours(groups: readonly RosterGroup[], findings: Findings): void {
  groups.forEach((group, index) => {
    const before = groups[index - 1];
    if (before === undefined || before.householdNo !== undefined || group.householdNo !== undefined) return;
    if (before.lines.some((line) => isMarkedHead(line))) return;
    tellFirst(group, findings, undefined, 'roster.neighbour-without-head', { rows: before.lines.map((line) => line.row) });
  });
}

function tellSharedAccounts(groups: readonly RosterGroup[], findings: Findings): void {
  const holders = groups.flatMap((group) => {
    const line = group.lines.find((one) => readAccount(textWithin(one, 'account', group.lines)) !== undefined);
    return line === undefined ? [] : [{ group, line, account: readAccount(textWithin(line, 'account', group.lines)) }];
  });
  for (const places of Map.groupBy(holders, (holder) => holder.account).values()) {
    if (places.length < 2) continue;
    for (const { group, line } of places) {
      const rows = places.filter((place) => place.group !== group).map((place) => place.line.row);
      findings.about(group, line, 'account', 'roster.account-shared', { rows });
    }
  }
}

function comparableId(text: string): string {
  return text.normalize('NFKC').replace(/[^0-9xX]/g, '').toUpperCase();
}

type SayArguments = Parameters<Findings['about']>;

function tellFirst(group: RosterGroup, findings: Findings, key: SayArguments[2], code: SayArguments[3], values: SayArguments[4]): void {
  const [first] = group.lines;
  if (first !== undefined) findings.about(group, first, key, code, values);
}

/** A line with contents but without a person may belong to the household above it, which then cannot be whole. */
function checkStrayLines(lines: RosterLines, groups: readonly RosterGroup[], findings: Findings): void {
  for (const { row, after } of lines.withoutPerson) {
    const group = groups.find((one) => after !== undefined && one.lines.includes(after));
    if (group === undefined) findings.aboutSheet('roster.line-without-person', {}, row);
    else findings.about(group, { row, hidden: false, cells: new Map() }, undefined, 'roster.line-without-person');
  }
}

function tellNotImported(groups: readonly RosterGroup[], findings: Findings): void {
  const byFirstRow = Map.groupBy(findings.all.filter((finding) => finding.severity === 'error'), (finding) => finding.householdRows[0]);
  for (const group of groups) {
    const errors = byFirstRow.get(group.lines[0]?.row);
    if (errors === undefined) continue;
    const rows = group.lines.map((line) => line.row);
    tellFirst(group, findings, undefined, 'roster.household-not-imported', { count: rows.length, rows, wrong: errors.map((error) => error.row) });
  }
}

function conclude(
  workbook: Workbook,
  found: FoundSheet | undefined,
  lines: RosterLines,
  groups: readonly RosterGroup[],
  good: readonly RosterHousehold[],
  findings: Findings,
): ReadRoster {
  const ordered = [...findings.all].sort((left, right) => left.row - right.row);
  return {
    households: good,
    errors: ordered.filter((finding) => finding.severity === 'error'),
    notes: ordered.filter((finding) => finding.severity === 'note'),
    summary: {
      sheetName: found?.sheet.name ?? '',
      headerRows: found?.map.headerRows ?? [],
      memberLines: lines.lines.length,
      householdsRead: groups.length,
      householdsGood: good.length,
      membersGood: good.reduce((sum, household) => sum + household.members.length, 0),
      totalFenGood: sumFen(good.map((household) => household.monthlyFen)),
      hiddenRows: lines.lines.filter((line) => line.hidden).map((line) => line.row),
      skipped: lines.skipped,
      unmappedColumns: found?.map.unmapped.map((column) => column.title) ?? [],
      otherSheets: workbook.sheets.filter((sheet) => sheet !== found?.sheet).map((sheet) => sheet.name),
    },
  };
}
