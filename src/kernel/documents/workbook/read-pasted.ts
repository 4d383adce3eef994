import type { PlainSheet } from './plain-sheet.ts';
import type { SheetRow } from './sheet-rows.ts';
import { columnLetters } from './sheet-outline.ts';

/** Rows among which a header is looked for. */
const HEAD = 30;

/** Cells copied from a sheet: lines of cells parted by tabs; a cell with a line end or a tab in it stands in quotes, its own quotes doubled. Pure. */
export function readPasted(text: string): PlainSheet {
  const lines = splitLines(text.replace(/^\uFEFF/, ''));
  const head = lines.slice(0, HEAD).map((cells, at): SheetRow => ({
    number: at + 1, hidden: false,
    cells: cells.map((one, column) => ({ address: `${columnLetters(column + 1)}${at + 1}`, column: column + 1, kind: one === '' ? 'empty' as const : 'text' as const, text: one, formula: false, withoutResult: false, longNumber: false })),
  }));
  return { name: '贴进来的', hidden: false, date1904: false, head, rows: lines.map((cells, at) => ({ number: at + 1, hidden: false, cells })) };
}

function splitLines(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"' ? /^"((?:[^"]|"")*)"(?=[\t\r\n]|$)/.exec(text.slice(at, at + 40_000)) : null;
    const cell = quoted === null ? (/^[^\t\r\n]*/.exec(text.slice(at))?.[0] ?? '') : quoted[0];
    line.push(quoted === null ? cell : (quoted[1] ?? '').replaceAll('""', '"'));
    at += cell.length;
    if (text[at] === '\t') { at += 1; if (at === text.length) line.push(''); continue; }
    lines.push(line);
    line = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  // the last line may end in an empty cell, with no line end behind it
  if (line.length > 0) lines.push(line);
  return lines;
}
