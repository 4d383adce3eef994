import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import exceljs from 'exceljs';
import type { ListedStandard } from './list-standards.ts';

const COLUMNS: readonly (readonly [string, number])[] = [['标准', 30], ['地方', 12], ['城乡', 8], ['现行（元/人·月）', 16], ['自', 12], ['原来（元/人·月）', 16], ['增幅（%）', 10], ['怎么定的', 26], ['文件', 36], ['文号', 22], ['备注', 30]];
const KIND = { urban: '城镇', rural: '农村' } as const;

/** 标准调整一览表 as a workbook: amounts are numbers in 元; what has no source says so. */
export async function writeStandardsWorkbook(at: { readonly city: string; readonly day: string }, standards: readonly ListedStandard[]): Promise<Buffer> {
  const stream = new PassThrough();
  const written = buffer(stream);
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = book.addWorksheet('标准调整一览表', { pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 }, views: [{ state: 'frozen', ySplit: 3 }] });
  sheet.columns = COLUMNS.map(([, width]) => ({ width }));
  sheet.mergeCells(1, 1, 1, COLUMNS.length);
  const title = sheet.getCell(1, 1);
  title.value = `${at.city}标准调整一览表`;
  title.font = { size: 16, bold: true };
  title.alignment = { horizontal: 'center' };
  sheet.getCell(2, 1).value = `${at.day}在用　单位：元/人·月`;
  const head = sheet.getRow(3);
  COLUMNS.forEach(([name], i) => { head.getCell(i + 1).value = name; });
  head.font = { bold: true };
  head.commit();
  const inYuan = (fen: number | null): number | string => (fen === null ? '' : fen / 100);
  for (const standard of standards) {
    for (const row of standard.rows) {
      const line = sheet.addRow([standard.title, row.divisionName, row.hukouKind === null ? '城乡' : KIND[row.hukouKind], row.fen === null ? '缺来源' : inYuan(row.fen), row.from ?? '', inYuan(row.before), row.growth ?? '',
        row.formula ?? '', row.document?.title ?? '', row.document === null ? '' : row.document.number ?? '文号未录入', [row.gap, row.demo ? '演示值' : null, row.kept ? '原来的数较高，不降' : null].filter(Boolean).join('；')]);
      for (const at4 of [4, 6, 7]) line.getCell(at4).numFmt = '#,##0.00';
      line.commit();
    }
    const mean = sheet.addRow([standard.title, '农村平均', '农村', standard.rural.fen === null ? '缺来源' : inYuan(standard.rural.fen), '', '', '', `${standard.rural.places} 个地方简单平均`, '', '', standard.rural.why ?? '']);
    mean.getCell(4).numFmt = '#,##0.00';
    mean.commit();
  }
  sheet.commit();
  await book.commit();
  return written;
}
