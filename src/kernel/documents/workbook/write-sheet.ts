import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import exceljs from 'exceljs';

export interface SheetContent {
  /** File name without ending. */
  readonly name: string;
  readonly title: string;
  /** Under the title: office, day, unit. */
  readonly note: string;
  readonly columns: readonly (readonly [title: string, width: number])[];
  readonly rows: Iterable<readonly (string | number)[]>;
}
export interface WrittenFile { readonly name: string; readonly type: string; readonly base64: string; readonly rows: number }

/** A text that begins like a formula gets an apostrophe, so that nothing runs in the reader's spreadsheet. */
const safe = (value: string | number): string | number => (typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

/** A list as clerks print it: title, a line below it, heads, rows; A4 across. Written as a stream. */
export async function writeSheet(content: SheetContent): Promise<WrittenFile> {
  const stream = new PassThrough();
  const written = buffer(stream);
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = book.addWorksheet(content.title.slice(0, 28).replaceAll(/[\\/?*[\]:]/g, ' '), { pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 }, views: [{ state: 'frozen', ySplit: 3 }] });
  sheet.columns = content.columns.map(([, width]) => ({ width }));
  sheet.mergeCells(1, 1, 1, content.columns.length);
  const title = sheet.getCell(1, 1);
  title.value = content.title;
  title.font = { size: 16, bold: true };
  title.alignment = { horizontal: 'center' };
  sheet.getCell(2, 1).value = content.note;
  const head = sheet.getRow(3);
  content.columns.forEach(([name], at) => { head.getCell(at + 1).value = name; });
  head.font = { bold: true };
  head.commit();
  let rows = 0;
  for (const row of content.rows) {
    sheet.addRow(row.map(safe)).commit();
    rows += 1;
  }
  sheet.commit();
  await book.commit();
  const bytes = await written;
  return { name: `${content.name}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', base64: bytes.toString('base64'), rows };
}
