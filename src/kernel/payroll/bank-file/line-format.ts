import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';

/** The name and version every file of this format begins with. */
export const BANK_FILE_FORMAT = 'MZDF';
export const RETURN_FILE_FORMAT = 'MZHP';
export const FORMAT_VERSION = '1';

const LINE_END = '\r\n';

/**
 * Why a text cannot stand in a field: `separator` (it holds `|`), `control` (a control or line-end character), `encoding`
 * (half a character, or one of the code points GB18030 cannot bring back). Undefined when it can.
 */
export function findFieldFault(text: string): 'separator' | 'control' | 'encoding' | undefined {
  if (text.includes('|')) return 'separator';
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) return 'control';
  if (!text.isWellFormed() || decodeText(encodeText(text)) !== text) return 'encoding';
  return undefined;
}

/** GB18030 holds every character of Unicode, so a name like 𠅤 or 䶮 goes to the bank as it is in the identity card. */
export function encodeText(text: string): Buffer {
  return iconv.encode(text, 'gb18030');
}

export function decodeText(bytes: Buffer): string {
  return iconv.decode(bytes, 'gb18030', { stripBOM: false });
}

/** Lines of fields as bytes: `|` between fields, CRLF after every line, closed by a trailer with a check sum over all before it. */
export function encodeLines(lines: readonly (readonly string[])[], trailer: readonly string[]): Buffer {
  const body = encodeText(lines.map((fields) => fields.join('|') + LINE_END).join(''));
  return Buffer.concat([body, encodeText(['T', ...trailer, checkSum(body)].join('|') + LINE_END)]);
}

/** SHA-256 in lower-case hexadecimal. */
export function checkSum(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The lines of a file before its trailer, and the trailer, all split into fields. */
export interface DecodedLines {
  readonly lines: readonly (readonly string[])[];
  readonly trailer: readonly string[];
  /** The check sum in the trailer is that of the bytes before it. */
  readonly intact: boolean;
}

/** Undefined when the file does not end with a trailer line: it was cut off, or is something else. */
export function decodeLines(bytes: Buffer): DecodedLines | undefined {
  const start = bytes.lastIndexOf('\r\nT|', undefined, 'latin1') + LINE_END.length;
  if (start < LINE_END.length) return undefined;
  const trailerText = decodeText(bytes.subarray(start));
  if (!trailerText.endsWith(LINE_END) || trailerText.indexOf(LINE_END) !== trailerText.length - LINE_END.length) return undefined;
  const body = bytes.subarray(0, start);
  const trailer = trailerText.slice(0, -LINE_END.length).split('|').slice(1);
  const lines = decodeText(body).slice(0, -LINE_END.length).split(LINE_END).map((line) => line.split('|'));
  return { lines, trailer: trailer.slice(0, -1), intact: trailer.at(-1) === checkSum(body) };
}

/** A whole number of 0 or more as the format writes it: digits, no leading zero. Undefined for anything else. */
export function parseWhole(text: string | undefined): number | undefined {
  if (text === undefined || !/^(?:0|[1-9]\d{0,15})$/.test(text)) return undefined;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : undefined;
}
