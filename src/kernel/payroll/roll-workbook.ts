import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import exceljs from 'exceljs';

export interface PrintedLine {
  readonly lineNo: number; readonly place: string; readonly household: string; readonly head: string; readonly persons: number; readonly hukouKind: string; readonly regularFen: number; readonly arrearsFen: number; readonly recoveryFen: number;
  readonly fen: number; readonly payee: string | null; readonly agent: string | null; readonly lastFour: string | null; readonly reason: string; readonly held: boolean;
}
export interface PrintedRoll { readonly title: string; readonly office: string; readonly number: string; readonly fingerprint: string; readonly signatures: readonly string[] }

const columns: readonly (readonly [title: string, width: number])[] = [
  ['序号', 6], ['镇街', 10], ['户号', 18], ['户主', 10], ['人数', 6], ['类别', 6], ['本月（元）', 12], ['补发（元）', 12], ['扣回（元）', 12], ['实发（元）', 12], ['收款人', 10], ['代领关系', 10], ['账号尾号', 10], ['变动原因', 36], ['备注', 8],
];
const inYuan = (amount: number): number => amount / 100;

/** 花名册 as bureaus print it: title, unit line, one household a row, totals, signatures. Written as a stream; amounts are numbers in 元. */
export async function writeRollWorkbook(roll: PrintedRoll, lines: readonly PrintedLine[]): Promise<Buffer> {
  const stream = new PassThrough();
  const written = buffer(stream);
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = book.addWorksheet('花名册', { pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 }, views: [{ state: 'frozen', ySplit: 3 }] });
  sheet.columns = columns.map(([, width]) => ({ width }));
  sheet.mergeCells(1, 1, 1, columns.length);
  const title = sheet.getCell(1, 1);
  title.value = roll.title;
  title.font = { size: 16, bold: true };
  title.alignment = { horizontal: 'center' };
  sheet.getCell(2, 1).value = `${roll.office}　编号 ${roll.number}　指纹 ${roll.fingerprint}　单位：元`;
  const head = sheet.getRow(3);
  columns.forEach(([name], i) => { head.getCell(i + 1).value = name; });
  head.font = { bold: true };
  head.commit();
  for (const line of lines) {
    const row = sheet.addRow([line.lineNo, line.place, line.household, line.head, line.persons, line.hukouKind === 'urban' ? '城镇' : '农村', inYuan(line.regularFen), inYuan(line.arrearsFen), inYuan(line.recoveryFen), inYuan(line.fen),
      line.payee ?? '', line.agent ?? '', line.lastFour ?? '', line.reason, line.held ? '暂缓' : '']);
    for (let i = 7; i <= 10; i += 1) row.getCell(i).numFmt = '#,##0.00';
    row.commit();
  }
  const sum = (of: (line: PrintedLine) => number): number => inYuan(lines.reduce((total, line) => total + of(line), 0));
  const total = sheet.addRow(['合计', '', `${lines.filter((l) => l.persons > 0).length} 户`, '', lines.reduce((n, l) => n + l.persons, 0), '', sum((l) => l.regularFen), sum((l) => l.arrearsFen), sum((l) => l.recoveryFen), sum((l) => l.fen)]);
  for (let i = 7; i <= 10; i += 1) total.getCell(i).numFmt = '#,##0.00';
  total.font = { bold: true };
  total.commit();
  sheet.addRow([roll.signatures.join('　　')]).commit();
  sheet.commit();
  await book.commit();
  return written;
}
