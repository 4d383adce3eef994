import { fen, sumFen, type Fen } from '../../values/money.ts';
import { findDay } from '../../values/plain-date.ts';
import { decodeLines, FORMAT_VERSION, parseWhole, RETURN_FILE_FORMAT } from './line-format.ts';
import returnFileRefusals from './refusals.ts';
import { isReturnCode, titleOfReturnCode } from './return-codes.ts';

/** What became of one payment. */
export interface ReturnResult {
  readonly seq: number;
  readonly reference: string;
  readonly fen: Fen;
  readonly status: 'paid' | 'failed';
  /** Why it failed: as the bank wrote it, its title in Chinese, and whether our table knows it. */
  readonly code?: string;
  readonly codeTitle?: string;
  readonly codeKnown?: boolean;
  /** When the bank booked it, `YYYY-MM-DDTHH:MM:SS` Beijing time. */
  readonly bankTime: string;
}

export interface ReturnTotals {
  readonly paidCount: number;
  readonly paidFen: Fen;
  readonly failedCount: number;
  readonly failedFen: Fen;
}

export type ReturnFileRefusalCode = keyof typeof returnFileRefusals;

export type ReadReturnFile =
  | { readonly ok: true; readonly batchNo: string; readonly results: readonly ReturnResult[]; readonly count: number; readonly totals: ReturnTotals; }
  | { readonly ok: false; readonly code: ReturnFileRefusalCode; readonly sentence: string; };

/**
 * Reads the file the bank sends back (`README.md` tells the format) and checks it in itself: check sum, form of every line,
 * count and totals. Whether its lines are those of the batch sent is for the settlement to compare, by reference and amount.
 */
export function readReturnFile(bytes: Buffer): ReadReturnFile {
  if (bytes.length === 0) return refuse('return-file.empty');
  if (bytes.subarray(0, 7).toString('latin1') === 'H|MZDF|') return refuse('return-file.bank-file');
  const decoded = decodeLines(bytes);
  if (decoded === undefined) return refuse('return-file.no-trailer');
  if (!decoded.intact) return refuse('return-file.changed');
  const [header = [], ...details] = decoded.lines;
  if (header[0] !== 'H' || header[1] !== RETURN_FILE_FORMAT) return refuse('return-file.header');
  if (header[2] !== FORMAT_VERSION) return refuse('return-file.version');
  const batchNo = header[3];
  if (header.length !== 8 || batchNo === undefined || !/^[A-Za-z0-9-]{1,40}$/.test(batchNo)) return refuse('return-file.header');
  const results: ReturnResult[] = [];
  const seen = new Set<string>();
  for (const [index, fields] of details.entries()) {
    const result = readResult(fields);
    if (result === undefined) return refuse('return-file.line', index + 2);
    if (seen.has(`seq ${result.seq}`) || seen.has(result.reference)) return refuse('return-file.repeated', index + 2);
    seen.add(`seq ${result.seq}`).add(result.reference);
    results.push(result);
  }
  const totals = totalsOf(results);
  const written = [totals.paidCount, totals.paidFen, totals.failedCount, totals.failedFen].join('|');
  const all = `${results.length}|${fen(totals.paidFen + totals.failedFen)}`;
  if (header.slice(4).join('|') !== written || decoded.trailer.join('|') !== all) return refuse('return-file.totals');
  return { ok: true, batchNo, results, count: results.length, totals };
}

function refuse(code: ReturnFileRefusalCode, line?: number): ReadReturnFile {
  return { ok: false, code, sentence: returnFileRefusals[code].sentence.replace('{line}', String(line ?? '')) };
}

function readResult(fields: readonly string[]): ReturnResult | undefined {
  const [sign, seqText, reference, fenText, status, code, time] = fields;
  const seq = parseWhole(seqText);
  const amount = parseWhole(fenText);
  const bankTime = readTime(time);
  if (fields.length !== 7 || sign !== 'D' || seq === undefined || seq === 0 || amount === undefined || bankTime === undefined) return undefined;
  if (reference === undefined || !/^[A-Za-z0-9-]{1,40}$/.test(reference)) return undefined;
  const result = { seq, reference, fen: fen(amount), bankTime };
  if (status === 'S') return code === '0000' ? { ...result, status: 'paid' } : undefined;
  if (status !== 'F' || code === undefined || code === '' || code === '0000') return undefined;
  return { ...result, status: 'failed', code, codeTitle: titleOfReturnCode(code), codeKnown: isReturnCode(code) };
}

function readTime(text: string | undefined): string | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/.exec(text ?? '');
  if (parts === null) return undefined;
  const day = findDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return day === undefined ? undefined : `${day}T${parts[4]}:${parts[5]}:${parts[6]}`;
}

function totalsOf(results: readonly ReturnResult[]): ReturnTotals {
  const paid = results.filter((result) => result.status === 'paid');
  const failed = results.filter((result) => result.status === 'failed');
  return {
    paidCount: paid.length,
    paidFen: sumFen(paid.map((result) => result.fen)),
    failedCount: failed.length,
    failedFen: sumFen(failed.map((result) => result.fen)),
  };
}
