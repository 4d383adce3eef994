import { trimAll } from '../../values/chinese-text.ts';
import type { SheetCell, SheetRow } from './sheet-rows.ts';

/** A column a list may have: its own title and the other titles bureaus give it. */
export interface ColumnDeclaration<Key extends string = string> {
  readonly key: Key;
  readonly title: string;
  readonly synonyms: readonly string[];
  readonly required: boolean;
}

export interface ColumnMap<Key extends string> {
  /** The rows the header stands in; the data begin after the last. */
  readonly headerRows: readonly number[];
  /** 1-based column numbers. */
  readonly columns: ReadonlyMap<Key, number>;
  /** Titles no declaration knows: shown, so that nobody thinks they were read. */
  readonly unmapped: readonly { readonly column: number; readonly title: string; }[];
  /** Required columns the sheet has not. */
  readonly missing: readonly ColumnDeclaration<Key>[];
  /** Two columns with titles of one meaning: which one holds cannot be told. */
  readonly twice: readonly { readonly declaration: ColumnDeclaration<Key>; readonly columns: readonly number[]; }[];
}

const ROWS_SEARCHED = 30;
const HEADER_HEIGHT = 3;
const LEAST_MATCHES = 3;

/**
 * Finds the header among the first rows of a sheet and tells which column is which. Titles above it are skipped; a header
 * of two or three rows (银行 over 开户行, 账号) is joined. Undefined when no row has three known titles.
 */
export function mapColumns<Key extends string>(
  rows: readonly SheetRow[],
  declarations: readonly ColumnDeclaration<Key>[],
): ColumnMap<Key> | undefined {
  const names = new Map<string, ColumnDeclaration<Key>>();
  for (const declaration of declarations) {
    for (const name of [declaration.title, ...declaration.synonyms]) names.set(normaliseTitle(name), declaration);
  }
  let best: { matches: number; header: SheetRow[]; } | undefined;
  const searched = rows.slice(0, ROWS_SEARCHED);
  for (let height = 1; height <= HEADER_HEIGHT; height += 1) {
    for (let start = 0; start + height <= searched.length; start += 1) {
      const header = searched.slice(start, start + height);
      const matches = new Set(readTitles(header).flatMap((title) => findDeclaration(title, names) ?? [])).size;
      if (matches >= LEAST_MATCHES && matches > (best?.matches ?? 0)) best = { matches, header };
    }
  }
  return best === undefined ? undefined : describe(withLowerRows(best.header, searched), names, declarations);
}

/** A title merged downwards says that the header goes on, even where the lower row holds nothing we know. */
export function withLowerRows(header: readonly SheetRow[], rows: readonly SheetRow[]): readonly SheetRow[] {
  const bottom = Math.max(...header.flatMap((row) => row.cells.map((cell) => (cell.merge ?? cell.coveredBy)?.bottom ?? row.number)));
  const first = header[0]?.number ?? 0;
  return rows.filter((row) => row.number >= first && row.number <= Math.min(bottom, first + HEADER_HEIGHT - 1));
}

export interface ColumnTitle {
  readonly column: number;
  /** From the top: 银行, 账号. A title merged over several rows stands once; one merged over columns, in the first of them. */
  readonly levels: readonly string[];
}

export function readTitles(header: readonly SheetRow[]): ColumnTitle[] {
  const width = header.reduce((widest, row) => Math.max(widest, row.cells.length), 0);
  return Array.from({ length: width }, (_unused, index) => {
    const cells = header.flatMap((row) => row.cells[index] ?? []);
    const own = cells.filter((cell) => cell.text !== '' && !isCoveredFromAbove(cell));
    const lowest = own.at(-1)?.coveredBy;
    const continues = lowest !== undefined && lowest.left < index + 1;
    return { column: index + 1, levels: continues ? [] : own.map((cell) => cell.text) };
  });
}

function isCoveredFromAbove(cell: SheetCell): boolean {
  return cell.coveredBy !== undefined && cell.coveredBy.top < rowOf(cell);
}

function rowOf(cell: SheetCell): number {
  return Number(/\d+$/.exec(cell.address)?.[0] ?? 0);
}

/** The joined title says most (户主 over 姓名 is not the member's 姓名), then the lowest alone, then a lone one. */
function findDeclaration<Key extends string>(
  title: ColumnTitle,
  names: ReadonlyMap<string, ColumnDeclaration<Key>>,
): ColumnDeclaration<Key> | undefined {
  return names.get(normaliseTitle(title.levels.join(''))) ?? names.get(normaliseTitle(title.levels.at(-1) ?? ''));
}

function describe<Key extends string>(
  header: readonly SheetRow[],
  names: ReadonlyMap<string, ColumnDeclaration<Key>>,
  declarations: readonly ColumnDeclaration<Key>[],
): ColumnMap<Key> {
  const found = new Map<Key, number[]>();
  const unmapped: { column: number; title: string; }[] = [];
  for (const title of readTitles(header)) {
    const declaration = findDeclaration(title, names);
    if (declaration !== undefined) found.set(declaration.key, [...(found.get(declaration.key) ?? []), title.column]);
    else if (title.levels.length > 0) unmapped.push({ column: title.column, title: title.levels.map((level) => trimAll(level)).join(' ') });
  }
  return {
    headerRows: header.map((row) => row.number),
    columns: new Map([...found].map(([key, columns]) => [key, columns[0] ?? 0])),
    unmapped,
    missing: declarations.filter((declaration) => declaration.required && !found.has(declaration.key)),
    twice: declarations.flatMap((declaration) => {
      const columns = found.get(declaration.key) ?? [];
      return columns.length > 1 ? [{ declaration, columns }] : [];
    }),
  };
}

/** `姓  名`, `补差额（元/月）` and `*身份证号码：` are brought to one form: no spaces, brackets or punctuation. */
export function normaliseTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/[\s\u180E\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF*:、,.;/\\_-]/g, '')
    .toLowerCase();
}
