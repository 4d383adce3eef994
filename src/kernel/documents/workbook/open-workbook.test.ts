import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from './open-workbook.ts';
import { listZipEntries, packZip, readZipEntry } from './zip-parts.ts';

async function makeWorkbook(fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('花名册 & 名单'), book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Takes a workbook apart, changes its parts and puts it together again. */
async function changeParts(bytes: Buffer, change: (parts: Map<string, Buffer>) => void): Promise<Buffer> {
  const parts = new Map<string, Buffer>();
  for (const entry of listZipEntries(bytes) ?? []) parts.set(entry.name, (await readZipEntry(bytes, entry)) ?? Buffer.alloc(0));
  change(parts);
  return packZip(parts);
}

async function codeOf(bytes: Buffer, fileName = '花名册.xlsx'): Promise<string> {
  const opened = await openWorkbook(bytes, fileName);
  if (opened.ok) return 'opened';
  expect(opened.sentence).toMatch(/请/);
  return opened.code;
}

/** An OLE compound file as far as anybody looks: header, then a directory sector whose entries bear these names. */
function oleFile(...streams: string[]): Buffer {
  const bytes = Buffer.alloc(512 * 3);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  streams.forEach((name, index) => bytes.write(name, 512 + 128 * index, 'utf16le'));
  return bytes;
}

describe('openWorkbook', () => {
  test('opens an .xlsx, also under a wrong name, and keeps the tabs in order', async () => {
    const bytes = await makeWorkbook((sheet, book) => {
      sheet.getCell('A1').value = '姓名';
      book.addWorksheet('草稿', { state: 'hidden' });
    });
    const opened = await openWorkbook(bytes, '花名册.xls');
    expect(opened.ok && opened.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['花名册 & 名单', false],
      ['草稿', true],
    ]);
  });

  test('refuses what is no .xlsx, each with its own way out', async () => {
    expect(await codeOf(Buffer.alloc(0))).toBe('workbook.empty');
    expect(await codeOf(oleFile('Root Entry', 'Workbook'), '花名册.xls')).toBe('workbook.old-format');
    expect(await codeOf(oleFile('Root Entry', 'Workbook'), '花名册.et')).toBe('workbook.old-format');
    expect(await codeOf(oleFile('Root Entry', 'EncryptionInfo', 'EncryptedPackage'))).toBe('workbook.encrypted');
    expect(await codeOf(Buffer.from('姓名,身份证号\r\n张三,442099198001010017\r\n'))).toBe('workbook.plain-text');
    expect(await codeOf(Buffer.from('\uFEFF姓名\t身份证号\n', 'utf16le'))).toBe('workbook.plain-text');
    expect(await codeOf(Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'), '名单.xls')).toBe('workbook.web-page');
    expect(await codeOf(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]))).toBe('workbook.not-a-workbook');
    expect(await codeOf(packZip(new Map([['word/document.xml', Buffer.from('<w/>')]])))).toBe('workbook.not-a-workbook');
    expect(await codeOf(packZip(new Map([['xl/workbook.bin', Buffer.alloc(9)]])))).toBe('workbook.binary');
    expect(await codeOf(Buffer.alloc(20 * 1024 * 1024 + 1))).toBe('workbook.too-large');
  });

  test('refuses macros by name, by part and by declared type', async () => {
    const bytes = await makeWorkbook((sheet) => (sheet.getCell('A1').value = 1));
    expect(await codeOf(bytes, '花名册.XLSM')).toBe('workbook.macros');
    expect(await codeOf(await changeParts(bytes, (parts) => parts.set('xl/vbaProject.bin', Buffer.alloc(4))))).toBe('workbook.macros');
    const typed = await changeParts(bytes, (parts) => {
      const types = parts.get('[Content_Types].xml')?.toString() ?? '';
      parts.set('[Content_Types].xml', Buffer.from(types.replace('spreadsheetml.sheet.main', 'sheet.macroEnabled.main')));
    });
    expect(await codeOf(typed)).toBe('workbook.macros');
    const listed = await changeParts(bytes, (parts) => {
      const types = parts.get('[Content_Types].xml')?.toString() ?? '';
      const bin = '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>';
      parts.set('[Content_Types].xml', Buffer.from(types.replace(/(<Types[^>]*>)/, `$1${bin}`)));
    });
    expect(await codeOf(listed), 'a type for parts the file does not have').toBe('opened');
  });

  test('a zip that announces more than 200 MB is not unpacked', async () => {
    const bytes = await makeWorkbook((sheet) => (sheet.getCell('A1').value = 1));
    bytes.writeUInt32LE(250 * 1024 * 1024, bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    expect(await codeOf(bytes)).toBe('workbook.inflates-too-large');
  });

  test('a zip that lies about its size is stopped at the size it announced', async () => {
    const content = Buffer.alloc(30 * 1024 * 1024, '<row/>');
    const bomb = deflateRawSync(content);
    const zip = packZip(new Map([['xl/workbook.xml', Buffer.from('<workbook/>')], ['xl/worksheets/sheet1.xml', bomb]]));
    for (const name of ['local', 'directory'] as const) {
      const at = zip.lastIndexOf('xl/worksheets/sheet1.xml', name === 'local' ? zip.indexOf('PK\x01\x02') : undefined);
      zip.writeUInt16LE(8, name === 'local' ? at - 22 : at - 36);
    }
    expect(await codeOf(zip)).toBe('workbook.damaged');
    zip.writeUInt32LE(content.length, zip.lastIndexOf('xl/worksheets/sheet1.xml') - 22);
    expect(await codeOf(zip), 'the same zip telling the truth').toBe('workbook.too-many-rows');
  });

  test('counts rows and cells before building them', async () => {
    const bytes = await makeWorkbook((sheet) => (sheet.getCell('A1').value = 1));
    const withSheet = (xml: string) =>
      changeParts(bytes, (parts) => parts.set('xl/worksheets/sheet1.xml', Buffer.from(`<worksheet><sheetData>${xml}</sheetData></worksheet>`)));
    expect(await codeOf(await withSheet('<row/>'.repeat(200_001)))).toBe('workbook.too-many-rows');
    expect(await codeOf(await withSheet(`<row r="1">${'<c />'.repeat(4_000_001)}</row>`))).toBe('workbook.too-many-cells');
  });

  test('a torn file, and one whose sheet is missing, are damaged', async () => {
    const bytes = await makeWorkbook((sheet) => (sheet.getCell('A1').value = 1));
    expect(await codeOf(bytes.subarray(0, bytes.length - 200))).toBe('workbook.damaged');
    expect(await codeOf(await changeParts(bytes, (parts) => parts.delete('xl/worksheets/sheet1.xml')))).toBe('workbook.damaged');
    expect(await codeOf(await changeParts(bytes, (parts) => parts.set('xl/styles.xml', Buffer.from('<styleSheet><a></styleSheet>'))))).toBe('workbook.damaged');
  });

  test('whole columns of validations, merges and filters cost nothing', async () => {
    const bytes = await makeWorkbook((sheet) => (sheet.getCell('A1').value = '性别'));
    const heavy = await changeParts(bytes, (parts) => {
      const xml = parts.get('xl/worksheets/sheet1.xml')?.toString() ?? '';
      const extra =
        '<mergeCells count="1"><mergeCell ref="B1:XFD1048576"/></mergeCells>' +
        '<dataValidations count="1"><dataValidation type="list" sqref="A1:Z1048576"><formula1>"男,女"</formula1></dataValidation></dataValidations>';
      parts.set('xl/worksheets/sheet1.xml', Buffer.from(xml.replace('</sheetData>', `</sheetData>${extra}`)));
      const book = parts.get('xl/workbook.xml')?.toString() ?? '';
      const names = '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0">Sheet1!$A$1:$XFD$1048576</definedName></definedNames>';
      parts.set('xl/workbook.xml', Buffer.from(book.replace('</sheets>', `</sheets>${names}`)));
    });
    expect(await codeOf(heavy)).toBe('opened');
  }, 5000);

  test('reads tags written with a prefix, as some government systems export them', async () => {
    const bytes = await makeWorkbook((sheet) => (sheet.getCell('B2').value = 533));
    const prefixed = await changeParts(bytes, (parts) => {
      for (const name of ['xl/worksheets/sheet1.xml', 'xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/styles.xml']) {
        const xml = parts.get(name)?.toString();
        if (xml !== undefined) parts.set(name, Buffer.from(xml.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace(' xmlns=', ' xmlns:x=')));
      }
    });
    const opened = await openWorkbook(prefixed, '花名册.xlsx');
    expect(opened.ok && opened.sheets[0]?.worksheet.getCell('B2').value).toBe(533);
  });
});
