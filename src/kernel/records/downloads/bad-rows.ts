import { z } from 'zod';
import { defineDownload } from '../../contract/download.ts';
import { WORKBOOK_TYPE } from '../../documents/export-list.ts';
import { textOf } from '../../documents/workbook/plain-sheet.ts';
import { streamWorkbook } from '../../documents/workbook/stream-workbook.ts';
import { recordInput, registerInput } from '../door-input.ts';
import { importInput } from '../import/door-input.ts';
import { WHAT_IS_WRONG, WHICH_ROW } from '../import/find-header.ts';
import { getRun, readRun } from '../import/import-run.ts';
import { listDataRows, type Layout } from '../import/read-row.ts';
import type { JudgedRow } from '../import/judge-rows.ts';
import { judgeData, trySheet } from '../import/try-rows.ts';
import type { RowResult } from '../import/write-piece.ts';
import { getKept } from '../write/load-record.ts';

const whyOf = (row: JudgedRow): string => row.errors.map((one) => one.sentence).join('\n');

/** Rows that were not written, under their own headings, with what is wrong: corrected there and imported again. Of a trial, or of an import that has run: then also those it left out from the first, judged as the register stands now. */
export default defineDownload({
  id: 'records.bad-rows', title: '取回没有导入的行', allow: { staff: true },
  input: z.union([z.strictObject(importInput), z.strictObject({ register: registerInput, import: recordInput })]),
  async open(tx, input, by) {
    const home = await getKept(tx, by, input.register);
    if ('import' in input) {
      const run = await getRun(tx, input.import);
      const { layout } = await readRun(tx, home, run);
      const frozen = new Set(run.rows);
      const left = (await judgeData(tx, by, home, layout, run.plan, listDataRows(layout))).filter((row) => row.what === 'wrong' && !frozen.has(row.row));
      const refused = await tx.rows<{ result: RowResult }>(`select r as result from record_import_piece p cross join lateral jsonb_array_elements(p.results) r where p.import_id = $1 and not p.undoes and r->>'what' = 'refused'`, [run.id]);
      return file(layout, new Map([...left.map((row) => [row.row, whyOf(row)] as const), ...refused.map(({ result }) => [result.row, result.why ?? ''] as const)]));
    }
    const { layout, judged } = await trySheet(tx, by, home, input.source, input.plan);
    return file(layout, new Map(judged.filter((row) => row.what === 'wrong').map((row) => [row.row, whyOf(row)])));
    function file(of: Layout, wrong: ReadonlyMap<number, string>) {
      return { fileName: `${home.register.title}-要改的行-${by.today}.xlsx`, mediaType: WORKBOOK_TYPE, pieces: streamWorkbook({ name: '要改的行', head: [], columns: columnsOf(of), rows: listWrong(of, wrong) }) };
    }
  },
});

const OWN = new Set([WHAT_IS_WRONG, WHICH_ROW]);
/** Every column of the sheet in its place, so that the same mapping holds. */
function columnsOf({ header }: Layout): { title: string; width: number }[] {
  const width = Math.max(0, ...header.titles.map(({ at }) => at + 1));
  const titles = new Map(header.titles.map(({ at, heading }) => [at, heading]));
  return [...Array.from({ length: width }, (_unused, at) => ({ title: OWN.has(titles.get(at) ?? '') ? '' : titles.get(at) ?? '', width: 16 })), { title: WHAT_IS_WRONG, width: 60 }, { title: WHICH_ROW, width: 12 }];
}

function* listWrong(layout: Layout, wrong: ReadonlyMap<number, string>): Generator<string[]> {
  const width = columnsOf(layout).length - 2;
  const own = new Set(layout.header.titles.filter(({ heading }) => OWN.has(heading)).map(({ at }) => at));
  for (const row of listDataRows(layout)) {
    const why = wrong.get(row.number);
    if (why !== undefined) yield [...Array.from({ length: width }, (_unused, at) => (own.has(at) ? '' : textOf(row, at))), why, String(row.number)];
  }
}
