import { fen, sumFen, type Fen } from '../../values/money.ts';
import { parseWrittenDate } from '../../values/plain-date.ts';
import { BANK_FILE_FORMAT, decodeLines, FORMAT_VERSION, parseWhole } from './line-format.ts';
import { listBatchFaults, type BankBatch, type BankLine } from './write-bank-file.ts';

export type ReadBankFile =
  | { readonly ok: true; readonly batch: BankBatch; readonly count: number; readonly totalFen: Fen; }
  | { readonly ok: false; readonly fault: 'no-trailer' | 'changed' | 'header' | 'line' | 'totals'; };

/** Reads a bank file back: what the bank does with it, and how we show what was sent. */
export function readBankFile(bytes: Buffer): ReadBankFile {
  const decoded = decodeLines(bytes);
  if (decoded === undefined) return { ok: false, fault: 'no-trailer' };
  if (!decoded.intact) return { ok: false, fault: 'changed' };
  const [header = [], ...details] = decoded.lines;
  const [sign, format, version, batchNo = '', payDateText = '', purpose = '', agency = '', count, total] = header;
  const payDate = parseWrittenDate(payDateText);
  if (header.length !== 9 || sign !== 'H' || format !== BANK_FILE_FORMAT || version !== FORMAT_VERSION || payDate === undefined) {
    return { ok: false, fault: 'header' };
  }
  const lines = details.map(readLine);
  if (!lines.every((line) => line !== undefined)) return { ok: false, fault: 'line' };
  const batch = { batchNo, payDate, purpose, agency, lines };
  if (listBatchFaults(batch).length > 0) return { ok: false, fault: 'line' };
  const totalFen = sumFen(lines.map((line) => line.fen));
  const totals = `${lines.length}|${totalFen}`;
  if (`${count}|${total}` !== totals || decoded.trailer.join('|') !== totals) return { ok: false, fault: 'totals' };
  return { ok: true, batch, count: lines.length, totalFen };
}

function readLine(fields: readonly string[]): BankLine | undefined {
  const [sign, seqText, accountName = '', accountNumber = '', bankCode = '', fenText, idLast4 = '', reference = '', agentFor = ''] = fields;
  const seq = parseWhole(seqText);
  const amount = parseWhole(fenText);
  if (fields.length !== 9 || sign !== 'D' || seq === undefined || amount === undefined) return undefined;
  const line = { seq, accountName, accountNumber, bankCode, fen: fen(amount), idLast4, reference };
  return agentFor === '' ? line : { ...line, agentFor };
}
