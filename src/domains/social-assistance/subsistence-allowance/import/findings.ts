import { columnLetters } from '../../../../kernel/documents/workbook/sheet-outline.ts';
import { rosterFindings, sentenceOf, type FindingValues, type RosterCode, type RosterError } from './errors.ts';
import type { RosterGroup } from './group-households.ts';
import { titleOf, type RosterColumn } from './roster-columns.ts';
import { textOf, type RosterLine } from './roster-lines.ts';

/** Collects what is said about a list while it is read. */
export interface Findings {
  /** About a line, or one of its cells, of a household. */
  about(group: RosterGroup, line: RosterLine, key: RosterColumn | undefined, code: RosterCode, values?: FindingValues): void;
  /** About the whole sheet. */
  aboutSheet(code: RosterCode, values?: FindingValues, row?: number): void;
  readonly all: readonly RosterError[];
}

/** `columns` tells where each column of the list stands, for the address of an empty cell. */
export function collectFindings(columns: ReadonlyMap<RosterColumn, number>): Findings {
  const all: RosterError[] = [];
  return {
    all,
    about(group, line, key, code, values = {}) {
      const column = key === undefined ? undefined : columns.get(key);
      const title = key === undefined ? '' : titleOf(key);
      const text = key === undefined ? '' : textOf(line, key);
      all.push({
        severity: rosterFindings[code].severity,
        code,
        sentence: sentenceOf(code, { row: line.row, column: title, text, ...values }),
        row: line.row,
        column: title,
        address: column === undefined ? '' : `${columnLetters(column)}${line.row}`,
        householdKey: group.key,
        householdRows: group.lines.map((other) => other.row),
      });
    },
    aboutSheet(code, values = {}, row = 0) {
      const sentence = sentenceOf(code, { row, ...values });
      all.push({ severity: rosterFindings[code].severity, code, sentence, row, column: String(values['column'] ?? ''), address: '', householdRows: [] });
    },
  };
}
