import { z } from 'zod';
import { defineQuery } from '../../../contract/door.ts';
import { COMMON_MEANINGS as C } from '../../../contract/register-import.ts';
import type { City } from '../../../db/city.ts';
import type { Tx } from '../../../db/tx.ts';
import { cellOf } from '../../../documents/workbook/plain-sheet.ts';
import { indexDivisions, listOwnDivisions } from '../../../registers/division/written-divisions.ts';
import { trimAll } from '../../../values/chinese-text.ts';
import type { PlainDate } from '../../../values/plain-date.ts';
import { sourceInput } from '../../import/door-input.ts';
import { layOut, listDataRows } from '../../import/read-row.ts';
import { readHeaded, type ReadSource } from '../../import/read-source.ts';
import { DESKS, OWN_LINE } from '../../register-home.ts';
import { BUILDERS } from '../builders.ts';
import { kinds } from '../declaration-shape.ts';
import { NOT_READ, type ColumnUse, type DesignFromSheet } from '../design-face.ts';
import { guessUse, type GuessGround, type SeenColumn } from '../guess/guess-field.ts';
import { proposeDeclaration, titleOf } from '../guess/propose-declaration.ts';
import { listLines } from '../own-home.ts';

const SAMPLES = 3;
/** Rows a guess looks at. */
const MOST = 2_000;
const useInput = z.enum([...kinds, NOT_READ, C.town, C.village, C.division, C.state, C.since, C.openedOn]);

/** 从旧表开始: a design made out of the sheet an office keeps: a field for each column, its kind by what stands in it. `uses`: columns somebody has corrected. Nothing is written. */
export default defineQuery({
  id: 'records.guess-declaration', title: '照旧表设计台账', allow: { roles: BUILDERS },
  input: z.strictObject({ source: sourceInput, uses: z.record(z.string().regex(/^\d{1,3}$/), useInput).optional() }),
  async run(tx, input, by): Promise<DesignFromSheet> {
    const read = await readHeaded(tx, input.source, { first: () => true, known: () => [] });
    const columns = columnsOf(read);
    const ground = await readGuessGround(tx, by, read.sheet.date1904);
    const guessed = onceEach(columns.map((column) => { const said = input.uses?.[column.at]; return { ...column, ...(said === undefined ? guessUse(column, ground) : { use: said as ColumnUse, why: '您选的' }) }; }));
    const role = by.caller.post?.role ?? '';
    const line = (await listLines()).find((one) => `${one.id}-clerk` === role)?.id ?? OWN_LINE.id;
    return {
      fileName: read.fileName, sheet: read.sheet.name, rows: columns[0]?.cells.length ?? 0, headRows: read.header.rows,
      sheets: read.sheets.filter((sheet) => !sheet.hidden).map((sheet) => ({ name: sheet.name, rows: sheet.rows.length })),
      columns: guessed.map(({ at, heading, use, why, cells }) => ({ at, heading, use, why, samples: [...new Set(cells.map((cell) => trimAll(cell.text)).filter((text) => text !== ''))].slice(0, SAMPLES).map((text) => mask(use, text.slice(0, 40))) })),
      declaration: proposeDeclaration(guessed, { name: nameOf(read), keepers: [...(role.endsWith('-clerk') && !DESKS.includes(role) ? [role] : []), ...DESKS], line }),
    };
  },
});

/** The columns with all their cells, sums and signatures under the list left out. */
function columnsOf({ sheet, header }: Omit<ReadSource, 'target'>): SeenColumn[] {
  const nothing = { register: { id: '', title: '', unit: '', purpose: '', fields: [], states: {}, series: '', covers: [] }, sub: undefined };
  const rows = listDataRows(layOut(nothing, sheet, header, Object.fromEntries(header.titles.map(({ at }) => [at, `${at}`])))).slice(0, MOST);
  return header.titles.map(({ at, heading }) => ({ at, heading, cells: rows.map((row) => cellOf(row, at)) }));
}

async function readGuessGround(tx: Tx, { city, today }: { readonly city: City; readonly today: PlainDate }, date1904: boolean): Promise<GuessGround> {
  const find = indexDivisions(await listOwnDivisions(tx, today), city.name);
  return {
    date1904,
    levelOf(text) {
      const read = find({ any: text, town: '', village: '' });
      return 'division' in read ? read.division.level : 'several' in read ? read.several[0]?.level : undefined;
    },
  };
}

/** What every record has once, one column says; a second one like it becomes a field. The day of a state means nothing without the state. */
function onceEach<T extends { readonly use: ColumnUse; readonly why: string }>(columns: readonly T[]): T[] {
  const taken = new Set<string>();
  const stated = columns.some((column) => column.use === C.state);
  return columns.map((column) => {
    if (column.use === C.since && !stated) return { ...column, use: 'date', why: '没有哪一列是状态，做成日期字段' };
    if (!column.use.startsWith('$') || column.use === NOT_READ) return column;
    if (!taken.has(column.use)) { taken.add(column.use); return column; }
    return { ...column, use: column.use === C.state ? 'choice' : column.use === C.since || column.use === C.openedOn ? 'date' : 'division', why: `${column.why}；已有一列是，这一列做成字段` };
  });
}

/** How the list is called: by the title above its headings, by its sheet, by its file. */
function nameOf({ header, sheet, fileName }: Omit<ReadSource, 'target'>): string {
  const above = sheet.head.filter((row) => row.number < (header.rows[0] ?? 1)).flatMap((row) => row.cells.filter((cell) => cell.coveredBy === undefined).map((cell) => trimAll(cell.text)));
  const titled = above.filter((text) => /台账|一览|名册|花名册|清单|名单|目录|登记表|汇总|情况表|明细/.test(text));
  return [...titled, sheet.name, fileName].find((text) => titleOf(text) !== '') ?? '';
}

/** Numbers of documents and telephones are not shown again. */
const mask = (use: ColumnUse, text: string): string =>
  (['id-card', 'phone', 'bank-account'].includes(use) || /\d{11,}/.test(text) ? (text.length <= 4 ? '＊＊＊' : `${text.slice(0, 2)}${'*'.repeat(Math.min(8, text.length - 4))}${text.slice(-2)}`) : text);
