import { formatFen, type CellValue, type SheetColumn } from './workbook/stream-workbook.ts';

export const CSV_TYPE = 'text/csv; charset=utf-8';

const PIECE = 64 * 1024;
/** First characters by which a spreadsheet program takes a text for a formula, half- and full-width. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A list as CSV (RFC 4180) for another program: one line of titles, then the rows, and nothing else. UTF-8 with its mark, so that Excel reads Chinese;
 * a text that would begin a formula gets an apostrophe before it. Money in 元 with two decimals, days as YYYY-MM-DD. Memory stays flat.
 */
export async function* streamCsv(columns: readonly SheetColumn[], rows: AsyncIterable<readonly CellValue[]> | Iterable<readonly CellValue[]>): AsyncGenerator<Buffer> {
  let text = `\uFEFF${columns.map((column) => quote(column.title)).join(',')}\r\n`;
  for await (const row of rows) {
    for (let at = 0; at < columns.length; at += 1) text += `${at === 0 ? '' : ','}${csvCell(row[at] ?? null, columns[at]?.kind)}`;
    text += '\r\n';
    if (text.length > PIECE) { yield Buffer.from(text, 'utf8'); text = ''; }
  }
  yield Buffer.from(text, 'utf8');
}

/** Pure: one cell as it stands in the file. */
export function csvCell(value: CellValue, kind: SheetColumn['kind'] = 'text'): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return kind === 'money' ? formatFen(value) : String(value);
  return quote(FORMULA.test(value) ? `'${value}` : value);
}

const quote = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
