import { z } from 'zod';
import { defineDownload } from '../../contract/download.ts';
import type { QueryContext } from '../../db/query.ts';
import type { Tx } from '../../db/tx.ts';
import { WORKBOOK_TYPE } from '../../documents/export-list.ts';
import { CSV_TYPE, streamCsv } from '../../documents/stream-csv.ts';
import { streamWorkbook } from '../../documents/workbook/stream-workbook.ts';
import { tableOf } from '../../registry/check-register.ts';
import { recordCells, type ExportCell } from '../read/export-columns.ts';
import { getReadable } from '../read/get-readable.ts';
import { listConditions, listInput } from '../read/list-conditions.ts';
import { wholeOrder } from '../read/sort-order.ts';
import { streamRows } from '../read/stream-rows.ts';
import { addWorkedOut } from '../read/add-worked-out.ts';

const input = z.strictObject({ ...listInput, sort: z.strictObject({ by: z.string().max(40), down: z.boolean().optional() }).optional(), after: z.string().max(400).optional(), limit: z.int().optional(), plain: z.boolean().optional() });
type Asked = z.infer<typeof input>;

/** A register's list as it is narrowed and sorted, all of it and every field, in one snapshot. */
export default defineDownload({
  id: 'records.list', title: '导出台账', allow: { staff: true }, sensitive: true, input,
  async open(tx, asked, by) {
    const { title, cells, rows } = await openList(tx, asked, by);
    const head = [`${by.city.name}${title}`, `截至 ${asked.asOf ?? by.today}；${by.caller.post?.divisionName ?? ''}${by.caller.account?.name ?? ''}导出${by.city.demo ? '；演示数据，人和户都是编的' : ''}`];
    return { fileName: `${title}-${by.today}.xlsx`, mediaType: WORKBOOK_TYPE, pieces: streamWorkbook({ name: title, head, columns: cells, rows }) };
  },
  async openCsv(tx, asked, by) {
    const { title, cells, rows } = await openList(tx, asked, by);
    return { fileName: `${title}-${by.today}${by.city.demo ? '-演示数据' : ''}.csv`, mediaType: CSV_TYPE, pieces: streamCsv(cells, rows) };
  },
});

async function openList(tx: Tx, asked: Asked, by: QueryContext): Promise<{ title: string; cells: readonly ExportCell[]; rows: ReturnType<typeof streamRows> }> {
  const { register } = await getReadable(tx, by, asked.register);
  const meant = await listConditions(tx, by.caller, register, asked);
  const order = wholeOrder(register, asked.sort);
  const cells = recordCells(register);
  by.saw('person', [], `台账：${register.title}`);
  const rows = streamRows(tx, by, {
    sql: `select t.* from ${tableOf(register)} t where ${meant.sql} order by ${order}`, values: meant.values, cells, fields: register.fields, purpose: `台账：${register.title}`,
    more: (page) => addWorkedOut(tx, register, page, by.today),
  });
  return { title: register.title, cells, rows };
}
