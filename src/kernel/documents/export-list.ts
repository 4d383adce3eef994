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
      const first = await query.run(tx, { ...input, ...list.page }, by);
      const filter = (await list.filter?.(tx, input)) ?? [];
      const head = [`${by.city.name}${title}`, `截至 ${by.today}；${filter.length === 0 ? '没有筛选' : `筛选：${filter.join('，')}`}；${whoTook(by)}`];
      return {
        fileName: `${title}-${by.today}.xlsx`, mediaType: WORKBOOK_TYPE,
        pieces: streamWorkbook({ name: title, head, columns, rows: listRows(list, tx, { ...input, ...list.page }, first, by) }),
      };
    },
    async openCsv(tx, input, by) {
      const asked = { ...input, ...list.page };
      const first = await query.run(tx, asked, by);
      return { fileName: `${title}-${by.today}${by.city.demo ? '-演示数据' : ''}.csv`, mediaType: CSV_TYPE, pieces: streamCsv(columns, listRows(list, tx, asked, first, by)) };
    },
  };
}

async function* listRows<Input, Answer, Row>(list: ListExport<Input, Answer, Row>, tx: Tx, asked: Input, first: Answer, by: QueryContext): AsyncGenerator<CellValue[]> {
  let answer = first;
  let input: Input | undefined = asked;
  while (input !== undefined) {
    for (const row of list.rows(answer)) yield list.columns.map((column) => column.cell(row));
    input = list.next(answer, input);
    if (input !== undefined) answer = await list.query.run(tx, input, by);
  }
}

const whoTook = (by: QueryContext): string => `${by.caller.post?.divisionName ?? ''}${by.caller.account?.name ?? ''}导出${by.city.demo ? '；演示数据，人和户都是编的' : ''}`;
