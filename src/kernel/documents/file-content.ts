import { listZipEntries } from './workbook/zip-parts.ts';

/** What a paper that is handed in may be. Told by its bytes; its name has to agree. */
export interface KnownContent { readonly mediaType: string; readonly extensions: readonly string[] }

const IMAGE = ['jpg', 'jpeg', 'png', 'heic', 'heif', 'webp'];
const KNOWN = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  // a telephone names its pictures as it likes
  jpeg: { mediaType: 'image/jpeg', extensions: IMAGE }, png: { mediaType: 'image/png', extensions: IMAGE }, heic: { mediaType: 'image/heic', extensions: IMAGE }, webp: { mediaType: 'image/webp', extensions: IMAGE },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx', 'xlsm'] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods'] },
  // old office files and text are kept, so that the import can say what is wrong with them and how to go on
  old: { mediaType: 'application/x-ole-storage', extensions: ['xls', 'et', 'doc', 'wps', 'xlsx'] },
  text: { mediaType: 'text/plain', extensions: ['txt', 'csv', 'dat', 'json'] },
} satisfies Record<string, KnownContent>;

export type ContentRefusal = 'documents.not-allowed' | 'documents.web-page' | 'documents.wrong-name' | 'documents.inflates-too-large' | 'documents.empty';

/** The most a workbook or document may become when it is unpacked, bytes: a few kilobytes can be made to become gigabytes. */
const MOST_UNPACKED = 200 * 1024 * 1024;
const MOST_PARTS = 5000;

/** What the bytes are, or why they are not taken: a program, a page of the web (it could act in a browser), a bomb, another thing than the name says. */
export function judgeFile(bytes: Buffer, name: string): { readonly ok: true; readonly mediaType: string } | { readonly ok: false; readonly code: ContentRefusal } {
  if (bytes.length === 0) return { ok: false, code: 'documents.empty' };
  const known = contentOf(bytes);
  if (typeof known === 'string') return { ok: false, code: known };
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  if (extension !== undefined && !known.extensions.includes(extension)) return { ok: false, code: 'documents.wrong-name' };
  return { ok: true, mediaType: known.mediaType };
}

function contentOf(bytes: Buffer): KnownContent | ContentRefusal {
  const head = bytes.toString('latin1', 0, 16);
  if (head.startsWith('%PDF-')) return KNOWN.pdf;
  if (head.startsWith('\xFF\xD8\xFF')) return KNOWN.jpeg;
  if (head.startsWith('\x89PNG\r\n\x1A\n')) return KNOWN.png;
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return KNOWN.webp;
  if (head.slice(4, 8) === 'ftyp' && /^(?:heic|heix|heim|heis|mif1|msf1|hevc)$/.test(head.slice(8, 12))) return KNOWN.heic;
  if (head.startsWith('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1')) return KNOWN.old;
  if (head.startsWith('PK\x03\x04')) return packed(bytes);
  if (isMarkup(bytes)) return 'documents.web-page';
  return isText(bytes) && !head.startsWith('#!') ? KNOWN.text : 'documents.not-allowed';
}

/** A zip is taken when an office file is inside, and when it does not swell beyond measure. */
function packed(bytes: Buffer): KnownContent | ContentRefusal {
  const entries = listZipEntries(bytes);
  if (entries === undefined || entries.length > MOST_PARTS) return 'documents.not-allowed';
  if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > MOST_UNPACKED) return 'documents.inflates-too-large';
  const names = new Set(entries.map((entry) => entry.name));
  if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin')) return KNOWN.xlsx;
  if (names.has('word/document.xml')) return KNOWN.docx;
  return names.has('content.xml') && names.has('META-INF/manifest.xml') ? KNOWN.ods : 'documents.not-allowed';
}

/** HTML, SVG and XML, also behind a mark of byte order, comments or blanks, also in UTF-16. */
function isMarkup(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 4096);
  const text = start.toString('latin1').replaceAll('\u0000', '');
  return /^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?\s*</.test(text) || /<(?:html|script|svg|iframe|body|!doctype)\b/i.test(text);
}

/** UTF-8, GBK or marked UTF-16 without control bytes other than tabs and line ends. */
function isText(bytes: Buffer): boolean {
  if (bytes.length >= 2 && [0xfffe, 0xfeff].includes(bytes.readUInt16BE(0))) return true;
  return bytes.subarray(0, 65_536).every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
