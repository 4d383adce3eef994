import type { RegisterField } from '../../contract/register.ts';
import { cellOf, textOf, type PlainRow, type PlainSheet } from '../../documents/workbook/plain-sheet.ts';
import { readName } from '../../documents/workbook/read-cell.ts';
import type { WrittenDivision } from '../../registers/division/written-divisions.ts';
import { trimAll } from '../../values/chinese-text.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { COMMON_MEANINGS as C, type ImportPlan } from '../../contract/register-import.ts';
import type { Header } from './find-header.ts';
import { fieldsOf, type Target } from './meanings.ts';
import { plainWords, readDayCell, readField } from './read-field.ts';

/** Something wrong, or worth a look, in one cell; `at` is undefined where no column is to blame. */
export interface CellRemark { readonly at: number | undefined; readonly title: string; readonly sentence: string }

/** A row as it is written, before anything is asked of the register. */
export interface WrittenRow {
  readonly row: number;
  readonly values: Readonly<Record<string, unknown>>;
  /** As written: links and divisions of fields. */
  readonly pointing: Readonly<Record<string, string>>;
  readonly place: WrittenDivision;
  readonly number: string;
  readonly parent: string;
  readonly personName: string;
  readonly personNumber: string;
  readonly state: string | undefined;
  readonly since: PlainDate | undefined;
  readonly openedOn: PlainDate | undefined;
  readonly day: PlainDate | undefined;
  readonly errors: readonly CellRemark[];
  readonly notes: readonly CellRemark[];
}

/** How a sheet's columns are read: which column each meaning is in. */
export interface Layout { readonly target: Target; readonly sheet: PlainSheet; readonly header: Header; readonly columns: ReadonlyMap<string, number> }

export function layOut(target: Target, sheet: PlainSheet, header: Header, columns: ImportPlan['columns']): Layout {
  return { target, sheet, header, columns: new Map(Object.entries(columns).flatMap(([at, meaning]): [string, number][] => (meaning === null ? [] : [[meaning, Number(at)]]))) };
}

const TOTALS = /^(?:合计|总计|小计|共计|汇总|制表人|填表人|审核人|备注|注|说明)[:：]?/;

/** Rows below the headings that hold anything in a column that is read; sums and signatures under a list are left out. Pure. */
export function listDataRows({ sheet, header, columns }: Layout): PlainRow[] {
  const last = Math.max(0, ...header.rows);
  const read = [...columns.values()];
  return sheet.rows.filter((row) => {
    if (row.number <= last) return false;
    const own = row.cells.filter((cell) => typeof cell === 'string' ? cell.trim() !== '' : cell.text.trim() !== '' && cell.covered !== true);
    if (own.length === 0 || read.every((at) => trimAll(textOf(row, at)) === '')) return false;
    const first = own[0];
    return !(TOTALS.test(trimAll(typeof first === 'string' ? first : first?.text ?? '').replaceAll(' ', '')) && own.length < Math.max(3, read.length * 0.6));
  });
}

/** Reads one row. Everything that is wrong is told at once. Pure. */
export function readRow(layout: Layout, row: PlainRow): WrittenRow {
  const { columns, target, sheet, header } = layout;
  const errors: CellRemark[] = [];
  const notes: CellRemark[] = [];
  const text = (meaning: string): string => { const at = columns.get(meaning); return at === undefined ? '' : trimAll(textOf(row, at)); };
  const wrong = (meaning: string, title: string, sentence: string): void => { errors.push({ at: columns.get(meaning), title, sentence }); };
  const values: Record<string, unknown> = {};
  const pointing: Record<string, string> = {};
  const headings = new Map(header.titles.map((title) => [title.at, title.heading]));
  for (const field of fieldsOf(target)) {
    const at = columns.get(field.key);
    if (at === undefined) continue;
    const read = readField(field, cellOf(row, at), headings.get(at) ?? '', sheet.date1904);
    if ('wrong' in read) errors.push({ at, title: field.title, sentence: read.wrong });
    else if ('value' in read) {
      if (pointsElsewhere(field)) pointing[field.key] = String(read.value);
      else values[field.key] = read.value;
      if (read.note !== undefined) notes.push({ at, title: field.title, sentence: read.note });
    }
  }
  const day = (meaning: string, title: string): PlainDate | undefined => {
    const at = columns.get(meaning);
    if (at === undefined) return undefined;
    const read = readDayCell(title, cellOf(row, at), sheet.date1904);
    if ('wrong' in read) wrong(meaning, title, read.wrong);
    return 'day' in read ? read.day : undefined;
  };
  if (row.hidden) notes.push({ at: undefined, title: '', sentence: '这一行在表里是隐藏的，也会读。' });
  const number = cellNumber(layout, row, wrong);
  return {
    row: row.number, values, pointing, place: { any: text(C.division), town: text(C.town), village: text(C.village) }, number: text(C.number).normalize('NFKC').toUpperCase(), parent: text(C.parent),
    personName: text(C.personName) === '' ? '' : readName(text(C.personName)).name, personNumber: number, state: readState(target, text(C.state), wrong), since: day(C.since, '状态日期'), openedOn: day(C.openedOn, '开始日期'), day: day(C.day, target.sub?.day ?? '日期'),
    errors, notes,
  };
}

const pointsElsewhere = (field: RegisterField): boolean => field.kind === 'link' || field.kind === 'division';
type Wrong = (meaning: string, title: string, sentence: string) => void;

/** An id number that was kept as a number has lost its end: it must not be guessed. */
function cellNumber({ columns }: Layout, row: PlainRow, wrong: Wrong): string {
  const at = columns.get(C.personNumber);
  if (at === undefined) return '';
  const cell = cellOf(row, at);
  if (cell.longNumber) wrong(C.personNumber, '身份证号码', '身份证号码被当成数字存，Excel 已经丢了后面几位。请把这一列设成文本，照证件重写。');
  return cell.longNumber ? '' : trimAll(cell.text).normalize('NFKC').replace(/^['‘’`]/, '').replaceAll(/\s/g, '').toUpperCase();
}

function readState({ register, sub }: Target, text: string, wrong: Wrong): string | undefined {
  if (text === '' || sub) return undefined;
  const states = Object.entries(register.states);
  const plain = plainWords(text).replace(/^已/, '');
  const exact = states.find(([id, state]) => plainWords(state.title) === plainWords(text) || id === text);
  const near = exact ? [exact] : states.filter(([, state]) => plainWords(state.title).replace(/^已/, '') === plain || (plain.length >= 2 && plainWords(state.title).includes(plain)));
  const [only] = near;
  if (only !== undefined && near.length === 1) return only[0];
  wrong(C.state, '状态', `没有“${text}”这个状态，请从这些里写一个：${states.map(([, state]) => state.title).join('、')}。`);
  return undefined;
}
