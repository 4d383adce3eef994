import exceljs from 'exceljs';
import { defineQuery } from '../../contract/door.ts';
import { readRecognitions, recognitionFilter } from './list-recognitions.ts';

const COLUMNS = ['序号', '镇街、村居', '户号', '户主', '人数', '认定', '证明编号', '起', '止', '还有几天', '终止原因'] as const;
const WIDTHS = [6, 22, 18, 10, 6, 18, 20, 12, 12, 10, 30];
const MOST = 20_000;

/** 导出认定名册: the rows the list shows, as a workbook. */
export default defineQuery({
  id: 'recognitions.export-recognitions', title: '导出认定名册', allow: { staff: true }, sensitive: true, input: recognitionFilter,
  async run(tx, input, by) {
    const rows = await readRecognitions(tx, input, by.today, MOST);
    by.saw('household', rows.map((row) => row.householdId), '导出认定名册');
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('认定名册', { pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 }, views: [{ state: 'frozen', ySplit: 2 }] });
    sheet.columns = WIDTHS.map((width) => ({ width }));
    sheet.mergeCells(1, 1, 1, COLUMNS.length);
    sheet.getCell(1, 1).value = `认定名册（${by.today}）`;
    sheet.getCell(1, 1).font = { size: 16, bold: true };
    sheet.getRow(2).values = [...COLUMNS];
    sheet.getRow(2).font = { bold: true };
    rows.forEach((row, at) => sheet.addRow([at + 1, row.place, row.household, row.head ?? '', row.persons, row.title, row.number, row.from, row.lastDay, row.daysLeft ?? '', row.endReason ?? '']));
    const bytes = Buffer.from(await book.xlsx.writeBuffer());
    return { name: `认定名册${by.today}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', base64: bytes.toString('base64'), rows: rows.length };
  },
});
