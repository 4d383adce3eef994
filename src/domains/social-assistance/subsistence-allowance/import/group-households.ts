import { normaliseTitle } from '../../../../kernel/documents/workbook/map-columns.ts';
import type { RosterColumn } from './roster-columns.ts';
import { hasOwn, textOf, type RosterLine } from './roster-lines.ts';

/** The lines of one household, in the order of the list. */
export interface RosterGroup {
  /** Its number in the list, or the row it begins with. */
  readonly key: string;
  readonly householdNo?: string;
  readonly headName?: string;
  readonly lines: readonly RosterLine[];
}

/** A merge over one of these holds a household together; a village or a street may be merged over many. */
const HOLDING_COLUMNS: readonly RosterColumn[] = ['sequence', 'householdNo', 'headName', 'amount', 'account'];

/**
 * Tells which lines make a household. What says so, strongest first: the household number; a merged cell; the head's name on
 * each line; a head with an amount or account of their own. In doubt a line stays with the household above, where it becomes
 * an error (two heads, two amounts): to split a household wrongly would pay half of it.
 */
export function groupHouseholds(lines: readonly RosterLine[]): RosterGroup[] {
  const groups: RosterLine[][] = [];
  for (const line of lines) {
    const current = groups.at(-1);
    if (current === undefined || startsHousehold(line, current)) groups.push([line]);
    else current.push(line);
  }
  return groups.map(describe);
}

function describe(lines: RosterLine[]): RosterGroup {
  const householdNo = firstText(lines, 'householdNo');
  const headName = firstText(lines, 'headName');
  const key = householdNo === '' ? `第${lines[0]?.row ?? 0}行` : householdNo;
  return { key, lines, ...(householdNo === '' ? {} : { householdNo }), ...(headName === '' ? {} : { headName }) };
}

function firstText(lines: readonly RosterLine[], key: RosterColumn): string {
  return lines.map((line) => textWithin(line, key, lines)).find((text) => text !== '') ?? '';
}

/** The text of a cell unless it comes from a merge that begins above these lines. */
export function textWithin(line: RosterLine, key: RosterColumn, lines: readonly RosterLine[]): string {
  const top = line.cells.get(key)?.coveredBy?.top;
  return top !== undefined && top < (lines[0]?.row ?? 0) ? '' : textOf(line, key);
}

function startsHousehold(line: RosterLine, current: readonly RosterLine[]): boolean {
  const first = current[0]?.row ?? 0;
  const number = textOf(line, 'householdNo');
  if (number !== '') return number !== firstText(current, 'householdNo');
  if (HOLDING_COLUMNS.some((key) => (line.cells.get(key)?.coveredBy?.top ?? 0) >= first)) return false;
  const headName = textOf(line, 'headName');
  const currentHeadName = firstText(current, 'headName');
  if (headName !== '' && currentHeadName !== '') return headName !== currentHeadName;
  if (isMarkedHead(line)) return hasOwn(line, 'amount') || hasOwn(line, 'account');
  return hasAmount(line) && current.some((other) => hasAmount(other)) && hasOwn(line, 'account') && !current.some((other) => textOf(other, 'account') === textOf(line, 'account'));
}

/** A line whose amount cell holds more than a stroke or a zero. */
export function hasAmount(line: RosterLine): boolean {
  return hasOwn(line, 'amount') && !/^(?:0+(?:\.0+)?|[-—–/无]+)(?:元)?$/.test(textOf(line, 'amount').normalize('NFKC'));
}

const HEAD_RELATIONS = new Set(['户主', '本人', '户主本人', '本人户主']);
const TICKS = new Set(['是', '√', '✓', '✔', '☑', 'v', 'y', 'yes', '1', 'true', '户主', '●', '★']);

/** 与户主关系 says 户主 or 本人. */
export function isHeadRelation(line: RosterLine): boolean {
  return HEAD_RELATIONS.has(normaliseTitle(textOf(line, 'relation')));
}

/** 是否户主 is ticked. */
export function isTicked(line: RosterLine): boolean {
  return TICKS.has(textOf(line, 'headMark').normalize('NFKC').toLowerCase());
}

export function isMarkedHead(line: RosterLine): boolean {
  return isHeadRelation(line) || isTicked(line);
}
