import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { listStandards } from '../list-standards.ts';
import { loadBook } from '../load-book.ts';
import { writeStandardsWorkbook } from '../standards-workbook.ts';

/** 导出标准调整一览表. */
export default defineQuery({
  id: 'policy.export-standards', title: '导出标准调整一览表', allow: { staff: true }, input: z.strictObject({}),
  async run(tx, _input, by) {
    const standards = await listStandards(tx, await loadBook(tx), by.city, by.today);
    const bytes = await writeStandardsWorkbook({ city: by.city.name, day: by.today }, standards);
    return { name: `${by.city.name}标准调整一览表${by.today}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', base64: bytes.toString('base64') };
  },
});
