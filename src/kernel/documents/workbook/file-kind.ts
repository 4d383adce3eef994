import type { WorkbookRefusalCode } from './refusals.ts';

const OLE_MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');
const OLE_DIRECTORY_ENTRY = 128;
const OLE_HEADER = 512;

/**
 * What a file is by its first bytes, whatever its name says: `zip` (an .xlsx may be inside) or the refusal it deserves.
 * A password-protected .xlsx is an OLE file with a stream named EncryptedPackage (MS-OFFCRYPTO 2.3.4).
 */
export function fileKind(bytes: Buffer): 'zip' | WorkbookRefusalCode {
  if (bytes.length === 0) return 'workbook.empty';
  if (bytes.subarray(0, 8).equals(OLE_MAGIC)) return hasEncryptedPackage(bytes) ? 'workbook.encrypted' : 'workbook.old-format';
  if (bytes.length > 4 && bytes.readUInt32BE(0) === 0x504b0304) return 'zip';
  // An .xls of Excel 2–4 has no OLE container: it begins with a BIFF beginning-of-file record.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1] ?? -1) && bytes[3] === 0x00) return 'workbook.old-format';
  const start = bytes.subarray(0, 4096);
  if (/^(?:\uFEFF|\xEF\xBB\xBF)?\s*<(?:\?xml|html|!doctype|table|meta|head)/i.test(start.toString('latin1'))) return 'workbook.web-page';
  return isText(start) ? 'workbook.plain-text' : 'workbook.not-a-workbook';
}

function hasEncryptedPackage(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(ENCRYPTED_STREAM); at >= 0; at = bytes.indexOf(ENCRYPTED_STREAM, at + 2)) {
    if ((at - OLE_HEADER) % OLE_DIRECTORY_ENTRY === 0) return true;
  }
  return false;
}

/** UTF-8 or GBK text holds no control bytes but tabs and line ends; UTF-16 begins with its mark. */
function isText(start: Buffer): boolean {
  if (start.length >= 2 && [0xfffe, 0xfeff].includes(start.readUInt16BE(0))) return true;
  const hasSeparator = /[,;\t\r\n]/.test(start.toString('latin1'));
  return hasSeparator && start.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
