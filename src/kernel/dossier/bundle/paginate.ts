import type { Paper, PaperPiece } from '../../contract/paper.ts';

/** One A4 side of a paper. A long paper has several, with its heading on each. */
export interface Side { readonly paper: Paper; readonly part: number; readonly parts: number; readonly pieces: readonly PaperPiece[] }

// Millimetres as the style sheet of the bundle sets them: 10.5 pt type (3.8 mm a character) on 5.2 mm lines
const LINE = 5.2;
const CHARACTER = 3.8;
const ACROSS = 172;
/** Room inside a cell: above and below, left and right. */
const [ROOM, SIDES] = [2.9, 3.6];
/** A side without its margins, heading and last line. */
const SIDE = 297 - 18 - 16 - 32;

type Table = Extract<PaperPiece, { is: 'table' }>;
type Field = Extract<PaperPiece, { is: 'fields' }>['fields'][number];

/** Pure: a paper laid out on A4 sides, long tables carried over with their titles. Heights are reckoned on the safe side, so that a side never runs over. */
export function paginate(paper: Paper): Side[] {
  const sheet = new Sheet();
  for (const piece of joinFields(paper.pieces)) {
    if (piece.is === 'table') sheet.addRows(piece.rows, 9 + rowHeight(piece, piece.head), (row) => rowHeight(piece, row), (rows) => ({ ...piece, rows }));
    else if (piece.is === 'fields') sheet.addRows(fieldRows(piece.fields), 3, fieldHeight, (rows) => ({ ...piece, fields: rows.flat() }));
    else if (piece.is === 'text') sheet.addRows(sentences(piece.text), 3 + LINE, (text) => (widthOf(text) * CHARACTER / ACROSS) * LINE, (parts) => ({ ...piece, text: parts.join('') }));
    else sheet.addRows([piece], 4, (one) => Math.ceil(one.places.length / 2) * 14, () => piece);
  }
  return sheet.sides.map((pieces, at) => ({ paper, part: at + 1, parts: sheet.sides.length, pieces }));
}

/** Sides as they fill up. */
class Sheet {
  readonly sides: PaperPiece[][] = [[]];
  private left = SIDE;

  addRows<T>(rows: readonly T[], head: number, height: (row: T) => number, make: (rows: readonly T[]) => PaperPiece): void {
    let held: T[] = [];
    const put = (): void => { if (held.length > 0) this.sides.at(-1)?.push(make(held)); held = []; };
    for (const row of rows) {
      const needed = height(row) + (held.length === 0 ? head : 0);
      if (needed > this.left && (held.length > 0 || (this.sides.at(-1)?.length ?? 0) > 0)) {
        put();
        this.sides.push([]);
        this.left = SIDE - head - height(row);
      } else this.left -= needed;
      held.push(row);
    }
    put();
  }
}

/** Width of a text in full-width characters. */
const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x2e80 ? 0.58 : 1), 0);
const linesIn = (text: string, millimetres: number): number => text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, Math.floor((millimetres - SIDES) / CHARACTER)))), 0);

const rowHeight = (table: Table, cells: readonly string[]): number => Math.max(...cells.map((cell, at) => linesIn(cell, ACROSS * (table.widths?.[at] ?? 100 / table.head.length) / 100))) * LINE + ROOM;
const fieldHeight = (row: readonly Field[]): number => Math.max(...row.map((field) => Math.max(linesIn(field.value, ACROSS * (row.length === 1 ? 0.81 : 0.31)), linesIn(field.label, ACROSS * 0.19)))) * LINE + ROOM;
const sentences = (text: string): string[] => text.match(/[^。\n]*[。\n]?/gu)?.filter((one) => one !== '') ?? [text];

/** Fields two and two, wide ones alone. */
export function fieldRows(fields: readonly Field[]): Field[][] {
  const rows: Field[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (field.wide !== true && last?.length === 1 && last[0]?.wide !== true) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

/** Sections of a form that follow one another stand in one table. */
function joinFields(pieces: readonly PaperPiece[]): PaperPiece[] {
  const joined: PaperPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.is === 'fields' && last?.is === 'fields') joined[joined.length - 1] = { is: 'fields', fields: [...last.fields, ...piece.fields] };
    else joined.push(piece);
  }
  return joined;
}
