import type { Download, ListExport } from '../contract/download.ts';
import type { QueryContext } from '../db/query.ts';
import type { Tx } from '../db/tx.ts';
import { CSV_TYPE, streamCsv } from './stream-csv.ts';
import { streamWorkbook, type CellValue } from './workbook/stream-workbook.ts';

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * A list as an Excel file: the list's own query, page after page inside one snapshot, so that rows, masks, area and log are the list's own.
 * Above the titles stand the filter, the day, and who took it. The same rows may be taken as CSV, without anything above them.
 */
export function exportList<Input, Answer, Row>(list: ListExport<Input, Answer, Row>): Download<Input> {
  const { query, title, columns } = list;
  return {
    id: query.id, title: `导出${title}`, allow: query.allow, input: query.input, ...(query.sensitive === undefined ? {} : { sensitive: query.sensitive }),
    async open(tx, input, by) {
      const rows = await begun(takeRows(list, tx, input, by));
      const filter = (await list.filter?.(tx, input)) ?? [];
      const head = [`${by.city.name}${title}`, `截至 ${by.today}；${filter.length === 0 ? '没有筛选' : `筛选：${filter.join('，')}`}；${whoTook(by)}`];
      return { fileName: `${title}-${by.today}.xlsx`, mediaType: WORKBOOK_TYPE, pieces: streamWorkbook({ name: title, head, columns, rows: cellsOf(list, rows) }) };
    },
    async openCsv(tx, input, by) {
      const rows = await begun(takeRows(list, tx, input, by));
      return { fileName: `${title}-${by.today}${by.city.demo ? '-演示数据' : ''}.csv`, mediaType: CSV_TYPE, pieces: streamCsv(columns, cellsOf(list, rows)) };
    },
  };
}

/** The rows of a list, some at a time: in one walk where the list knows one, else page after page. */
async function* takeRows<Input, Answer, Row>(list: ListExport<Input, Answer, Row>, tx: Tx, asked: Input, by: QueryContext): AsyncGenerator<readonly Row[]> {
  const all = await list.all?.(tx, asked, by);
  if (all) return yield* all;
  let input: Input | undefined = { ...asked, ...list.page };
  while (input !== undefined) {
    const answer: Answer = await list.query.run(tx, input, by);
    yield list.rows(answer);
    input = list.next(answer, input);
  }
}

/** With its first rows in hand: what refuses does so before a byte is on its way. */
async function begun<Row>(rows: AsyncGenerator<readonly Row[]>): Promise<AsyncGenerator<readonly Row[]>> {
  const first = await rows.next();
  return (async function* whole() {
    try {
      if (first.done !== true) { yield first.value; yield* rows; }
    } finally {
      await rows.return(undefined);
    }
  })();
}

async function* cellsOf<Input, Answer, Row>(list: ListExport<Input, Answer, Row>, batches: AsyncIterable<readonly Row[]>): AsyncGenerator<CellValue[]> {
  for await (const rows of batches) for (const row of rows) yield list.columns.map((column) => column.cell(row));
}

const whoTook = (by: QueryContext): string => `${by.caller.post?.divisionName ?? ''}${by.caller.account?.name ?? ''}导出${by.city.demo ? '；演示数据，人和户都是编的' : ''}`;
