import { z } from 'zod';
import { defineDownload } from '../../contract/download.ts';
import type { QueryContext } from '../../db/query.ts';
import type { Tx } from '../../db/tx.ts';
import { WORKBOOK_TYPE } from '../../documents/export-list.ts';
import { CSV_TYPE, streamCsv } from '../../documents/stream-csv.ts';
import { streamWorkbook } from '../../documents/workbook/stream-workbook.ts';
import { subTableOf, tableOf } from '../../registry/check-register.ts';
import { recordInput } from '../door-input.ts';
import { exportCells, type ExportCell } from '../read/export-columns.ts';
import { getReadable } from '../read/get-readable.ts';
import { listConditions, listInput } from '../read/list-conditions.ts';
import { streamRows } from '../read/stream-rows.ts';
import { getSub } from '../write/add-entries.ts';

const input = z.strictObject({ ...listInput, sub: z.string().max(40), record: recordInput.optional(), after: z.string().max(60).optional() });
type Asked = z.infer<typeof input>;

/** Entries of a sub-record: of one record, or of every record of a list as it is narrowed. */
export default defineDownload({
  id: 'records.entries', title: '导出子台账', allow: { staff: true }, sensitive: true, input,
  async open(tx, asked, by) {
    const { title, cells, rows } = await openEntries(tx, asked, by);
    return { fileName: `${title}-${by.today}.xlsx`, mediaType: WORKBOOK_TYPE, pieces: streamWorkbook({ name: title, head: [`${by.city.name}${title}`, `截至 ${by.today}；${by.caller.post?.divisionName ?? ''}${by.caller.account?.name ?? ''}导出${by.city.demo ? '；演示数据，人和户都是编的' : ''}`], columns: cells, rows }) };
  },
  async openCsv(tx, asked, by) {
    const { title, cells, rows } = await openEntries(tx, asked, by);
    return { fileName: `${title}-${by.today}${by.city.demo ? '-演示数据' : ''}.csv`, mediaType: CSV_TYPE, pieces: streamCsv(cells, rows) };
  },
});

async function openEntries(tx: Tx, asked: Asked, by: QueryContext): Promise<{ title: string; cells: readonly ExportCell[]; rows: ReturnType<typeof streamRows> }> {
  const home = await getReadable(tx, by, asked.register);
  const { register } = home;
  const sub = getSub(home, asked.sub);
  const meant = await listConditions(tx, by.caller, register, asked);
  const values = asked.record === undefined ? meant.values : [...meant.values, asked.record];
  const cells: ExportCell[] = [
    { title: '编号', width: 22, cell: (row) => row['of_number'] as string }, { title: register.title, width: 24, cell: (row) => (row['of_name'] as string | null) ?? null },
    { title: sub.day, kind: 'day', width: 12, cell: (row) => row['on_day'] as string }, ...(sub.person ? [{ title: sub.person.title, width: 12, cell: ((row, names) => (typeof row['person_id'] === 'number' ? names.person(row['person_id']) : null)) as ExportCell['cell'] }] : []),
    ...exportCells(sub.fields.filter((field) => field.kind !== 'files' && !field.hidden)),
  ];
  by.saw('person', [], `台账：${register.title}`);
  const rows = streamRows(tx, by, {
    sql: `select e.*, r.number as of_number, r.name as of_name from ${tableOf(register)} t join register_record r on r.id = t.record_id join ${subTableOf(register, sub)} e on e.record_id = t.record_id
      where ${meant.sql}${asked.record === undefined ? '' : ` and t.record_id = $${values.length}`} and e.known_to is null and e.what <> 'taken-back' order by t.record_id, e.on_day, e.id`,
    values, cells, fields: sub.fields, purpose: `台账：${register.title}`,
  });
  return { title: `${register.title}-${sub.title}`, cells, rows };
}
