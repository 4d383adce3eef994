import { daysBetween, plainDate } from '../../values/plain-date.ts';
import { streamZip, type ZipPart } from '../stream-zip.ts';

/** What stands in one cell. Text is always text: nothing a person typed can become a formula. */
export type CellValue = string | number | null;
export type CellKind = 'text' | 'number' | 'money' | 'day';
export interface SheetColumn { readonly title: string; readonly kind?: CellKind; /** In characters. */ readonly width?: number }

export interface SheetContent {
  readonly name: string;
  /** Lines above the titles: what the list is, as of which day, by which filter. */
  readonly head: readonly string[];
  readonly columns: readonly SheetColumn[];
  /** Money in 分, days as YYYY-MM-DD. Taken one after the other, once. */
  readonly rows: AsyncIterable<readonly CellValue[]> | Iterable<readonly CellValue[]>;
}

/** A sheet holds 1,048,576 rows; a longer list goes on in a further sheet. */
const ROWS_A_SHEET = 1_000_000;
const STYLE: Readonly<Record<CellKind | 'title' | 'head', number>> = { text: 1, number: 2, money: 3, day: 4, title: 5, head: 6 };
const PIECE = 64 * 1024;

/** An .xlsx as it is made, row by row: memory stays flat however long the list is. */
export const streamWorkbook = (content: SheetContent, rowsASheet: number = ROWS_A_SHEET): AsyncGenerator<Buffer> => streamZip(listParts(content, rowsASheet));

async function* listParts(content: SheetContent, rowsASheet: number): AsyncGenerator<ZipPart> {
  const source = toIterator(content.rows);
  const state = { done: false };
  let sheets = 0;
  do {
    sheets += 1;
    yield { name: `xl/worksheets/sheet${sheets}.xml`, content: sheetXml(content, source, state, rowsASheet) };
  } while (!state.done);
  const numbers = Array.from({ length: sheets }, (_unused, at) => at + 1);
  const nameOf = (n: number): string => attribute(`${content.name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 25)}${n === 1 ? '' : ` ${n}`}`);
  yield { name: 'xl/styles.xml', content: [STYLES] };
  yield { name: 'xl/workbook.xml', content: [`${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${numbers.map((n) => `<sheet name="${nameOf(n)}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`] };
  yield { name: 'xl/_rels/workbook.xml.rels', content: [`${XML}<Relationships xmlns="${PACKAGE}/relationships">${numbers.map((n) => `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="rId${sheets + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`] };
  yield { name: '_rels/.rels', content: [`${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`] };
  const overrides = numbers.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/>`).join('');
  yield { name: '[Content_Types].xml', content: [`${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${overrides}</Types>`] };
}

type Source = Iterator<readonly CellValue[]> | AsyncIterator<readonly CellValue[]>;
const toIterator = (rows: SheetContent['rows']): Source => (Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]());

async function* sheetXml(content: SheetContent, source: Source, state: { done: boolean }, most: number): AsyncGenerator<string> {
  const { columns, head } = content;
  const titleRow = head.length + 1;
  let text = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${titleRow}" topLeftCell="A${titleRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.map((column, at) => `<col min="${at + 1}" max="${at + 1}" width="${column.width ?? 14}" customWidth="1"/>`).join('')}</cols><sheetData>`;
  text += head.map((line, at) => `<row r="${at + 1}">${cell(at + 1, 0, line, at === 0 ? 'head' : 'text')}</row>`).join('');
  text += `<row r="${titleRow}">${columns.map((column, at) => cell(titleRow, at, column.title, 'title')).join('')}</row>`;
  let row = titleRow;
  while (row < titleRow + most) {
    const next = await source.next();
    if (next.done === true) { state.done = true; break; }
    row += 1;
    const number = row;
    text += `<row r="${number}">${columns.map((column, at) => cell(number, at, next.value[at] ?? null, column.kind ?? 'text')).join('')}</row>`;
    if (text.length > PIECE) { yield text; text = ''; }
  }
  yield `${text}</sheetData></worksheet>`;
}

function cell(row: number, at: number, value: CellValue, kind: keyof typeof STYLE): string {
  const place = `r="${columnLetters(at)}${row}" s="${STYLE[kind]}"`;
  if (value === null || value === '') return `<c ${place}/>`;
  if (typeof value === 'number') return `<c ${place}><v>${kind === 'money' ? formatFen(value) : value}</v></c>`;
  if (kind === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return `<c ${place}><v>${daysBetween(plainDate('1899-12-30'), plainDate(value))}</v></c>`;
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

/** 分 as a decimal of 元, without passing through a fraction. */
export function formatFen(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function columnLetters(at: number): string {
  return at < 26 ? String.fromCodePoint(65 + at) : columnLetters(Math.floor(at / 26) - 1) + columnLetters(at % 26);
}

// oxlint-disable-next-line no-control-regex -- these may not stand in XML at all
const escapeXml = (text: string): string => text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const attribute = (text: string): string => escapeXml(text).replaceAll('"', '&quot;');

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>`
  + '<fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font><font><b/><sz val="14"/><name val="宋体"/></font></fonts>'
  + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
  + '<cellXfs count="7"><xf/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="1" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyFont="1" applyNumberFormat="1"/><xf fontId="2" applyFont="1"/></cellXfs></styleSheet>';
