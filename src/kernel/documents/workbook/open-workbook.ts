import ExcelJS from 'exceljs';
import { fileKind } from './file-kind.ts';
import { attribute, readSheetOutline, type SheetOutline } from './sheet-outline.ts';
import { refuseWorkbook, type WorkbookRefusal, type WorkbookRefusalCode } from './refusals.ts';
import { listZipEntries, packZip, readZipEntry, type ZipEntry } from './zip-parts.ts';

const MAX_BYTES = 20 * 1024 * 1024;
const MAX_UNPACKED = 200 * 1024 * 1024;
const MAX_ROWS = 200_000;
const MAX_CELLS = 4_000_000;

/** A sheet one can see or not, with what was read about it before its cells. */
export interface OpenedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly outline: SheetOutline;
  readonly worksheet: ExcelJS.Worksheet;
}

export interface Workbook {
  readonly ok: true;
  readonly fileName: string;
  /** Days are counted from 1904 instead of 1900 (files made on old Macs). */
  readonly date1904: boolean;
  /** In the order of the tabs. */
  readonly sheets: readonly OpenedSheet[];
}

export type OpenedWorkbook = Workbook | WorkbookRefusal;

/**
 * Opens an .xlsx a clerk uploads, or says why not and what to do. What the file is, is told by its bytes; its name decides
 * only about `.xlsm`. Sizes, rows and cells are counted before anything is built from them. Only the parts that carry values
 * are read: drawings, comments, links, validations and printing set-ups (on which readers stumble) are left aside.
 */
export async function openWorkbook(bytes: Buffer, fileName: string): Promise<OpenedWorkbook> {
  if (bytes.length > MAX_BYTES) return refuseWorkbook('workbook.too-large');
  const kind = fileKind(bytes);
  if (kind !== 'zip') return refuseWorkbook(kind);
  const entries = listZipEntries(bytes);
  if (entries === undefined) return refuseWorkbook('workbook.damaged');
  const refusal = refuseByNames(entries, fileName) ?? refuseBySize(entries);
  if (refusal !== undefined) return refuseWorkbook(refusal);
  const parts = await readValueParts(bytes, entries);
  if (parts === undefined) return refuseWorkbook('workbook.damaged');
  if (hasMacroType(parts)) return refuseWorkbook('workbook.macros');
  const tooMuch = refuseByAmount(parts);
  if (tooMuch !== undefined) return refuseWorkbook(tooMuch);
  return buildWorkbook(parts, readOutlines(parts), fileName);
}

function refuseByNames(entries: readonly ZipEntry[], fileName: string): WorkbookRefusalCode | undefined {
  const names = entries.map((entry) => entry.name.toLowerCase());
  if (/\.(?:xlsm|xltm|xlam)$/i.test(fileName)) return 'workbook.macros';
  if (names.some((name) => name.includes('vbaproject') || name.startsWith('xl/macrosheets/'))) return 'workbook.macros';
  if (names.includes('xl/workbook.bin')) return 'workbook.binary';
  if (names.includes('content.xml') && names.includes('meta-inf/manifest.xml')) return 'workbook.open-document';
  if (!names.includes('xl/workbook.xml')) return 'workbook.not-a-workbook';
  if (entries.some((entry) => entry.encrypted)) return 'workbook.encrypted';
  return undefined;
}

function refuseBySize(entries: readonly ZipEntry[]): WorkbookRefusalCode | undefined {
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  return total > MAX_UNPACKED ? 'workbook.inflates-too-large' : undefined;
}

const VALUE_PARTS = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/sheet\d+\.xml)$/;

async function readValueParts(bytes: Buffer, entries: readonly ZipEntry[]): Promise<Map<string, string> | undefined> {
  const parts = new Map<string, string>();
  for (const entry of entries) {
    if (!VALUE_PARTS.test(entry.name)) continue;
    const content = await readZipEntry(bytes, entry);
    if (content === undefined) return undefined;
    parts.set(entry.name, plainXml(content));
  }
  return parts;
}

/** Some government systems write every tag as `<x:row>`; the reader below knows only `<row>`. */
function plainXml(content: Buffer): string {
  const xml = content.toString('utf8').replace(/^\uFEFF/, '');
  const prefix = /<(\w+):(?:worksheet|workbook|sst|styleSheet)[\s>]/.exec(xml.slice(0, 2000))?.[1];
  return prefix === undefined ? xml : xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
}

/** The type of the workbook part itself: some programs list macro types as defaults for parts they do not write. */
function hasMacroType(parts: ReadonlyMap<string, string>): boolean {
  const overrides = (parts.get('[Content_Types].xml') ?? '').matchAll(/<Override\s([^>]*)>/g);
  return [...overrides].some(([, inside = '']) => attribute(inside, 'PartName') === '/xl/workbook.xml' && /macroEnabled/i.test(inside));
}

function readOutlines(parts: ReadonlyMap<string, string>): Map<string, SheetOutline> {
  const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/'));
  return new Map(sheets.map(([name, xml]) => [name, readSheetOutline(xml)]));
}

function refuseByAmount(parts: ReadonlyMap<string, string>): WorkbookRefusalCode | undefined {
  const sheets = [...parts].filter(([name]) => name.startsWith('xl/worksheets/')).map(([, xml]) => xml);
  if (countIn(sheets, '<row') > MAX_ROWS) return 'workbook.too-many-rows';
  const cells = countIn(sheets, '<c ') + countIn(sheets, '<c>');
  const strings = countIn([parts.get('xl/sharedStrings.xml') ?? ''], '<si>');
  return cells > MAX_CELLS || strings > MAX_CELLS ? 'workbook.too-many-cells' : undefined;
}

function countIn(texts: readonly string[], needle: string): number {
  let found = 0;
  for (const text of texts) {
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) found += 1;
  }
  return found;
}

const IGNORED_NODES = [
  'sheetPr', 'sheetViews', 'autoFilter', 'mergeCells', 'rowBreaks', 'hyperlinks', 'pageMargins', 'dataValidations',
  'pageSetup', 'headerFooter', 'printOptions', 'picture', 'drawing', 'sheetProtection', 'tableParts',
  'conditionalFormatting', 'extLst',
];

async function buildWorkbook(
  parts: ReadonlyMap<string, string>,
  outlines: ReadonlyMap<string, SheetOutline>,
  fileName: string,
): Promise<OpenedWorkbook> {
  const tabs = listTabs(parts);
  const packed = packZip(new Map([...parts].map(([name, xml]) => [name, Buffer.from(withoutNames(name, xml), 'utf8')])));
  const book = new ExcelJS.Workbook();
  try {
    // The types of the reader name a Buffer of another age.
    await book.xlsx.load(packed as unknown as ExcelJS.Buffer, { ignoreNodes: IGNORED_NODES });
  } catch {
    return refuseWorkbook('workbook.damaged');
  }
  const sheets = book.worksheets.flatMap((worksheet) => {
    const outline = outlines.get(tabs.get(worksheet.name) ?? '');
    return outline === undefined ? [] : [{ name: worksheet.name, hidden: worksheet.state !== 'visible', outline, worksheet }];
  });
  if (sheets.length === 0) return refuseWorkbook('workbook.damaged');
  return { ok: true, fileName, date1904: book.properties.date1904 === true, sheets };
}

/** Print areas and filters are kept as names over whole columns, which the reader would unfold cell by cell. */
function withoutNames(name: string, xml: string): string {
  return name === 'xl/workbook.xml' ? xml.replace(/<definedNames>[\s\S]*<\/definedNames>/, '') : xml;
}

/** Which part holds the sheet of each name. */
function listTabs(parts: ReadonlyMap<string, string>): Map<string, string> {
  const targets = new Map<string, string>();
  for (const [, inside = ''] of (parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship\s([^>]*)>/g)) {
    const target = (attribute(inside, 'Target') ?? '').trim().replace(/^\/xl\//, '');
    targets.set(attribute(inside, 'Id') ?? '', `xl/${target}`);
  }
  const tabs = new Map<string, string>();
  for (const [, inside = ''] of (parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet\s([^>]*)>/g)) {
    tabs.set(decodeXml(attribute(inside, 'name') ?? ''), targets.get(attribute(inside, 'r:id') ?? '') ?? '');
  }
  return tabs;
}

function decodeXml(text: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole: string, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
