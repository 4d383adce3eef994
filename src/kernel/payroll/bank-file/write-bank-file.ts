import { fen, sumFen, type Fen } from '../../values/money.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { BANK_FILE_FORMAT, checkSum, encodeLines, findFieldFault, FORMAT_VERSION } from './line-format.ts';

/** One payment into one account. */
export interface BankLine {
  /** From 1, without gaps, in the order of the file. */
  readonly seq: number;
  /** 户名, as the account holder's identity card writes it. */
  readonly accountName: string;
  readonly accountNumber: string;
  /** The bank's number in the payment system (联行号). */
  readonly bankCode: string;
  /** 分, more than 0. */
  readonly fen: Fen;
  /** The last four characters of the account holder's id number: the bank compares them with its own. */
  readonly idLast4: string;
  /** Our own sign of the payment, unique for ever: the bank gives it back. */
  readonly reference: string;
  /** For an agent payee (代领人): the name of the person the money belongs to. */
  readonly agentFor?: string;
}

/** A batch of payments as it goes to the bank in one file. */
export interface BankBatch {
  /** 批次号, unique for ever: letters, digits and `-`. */
  readonly batchNo: string;
  readonly payDate: PlainDate;
  /** 用途, as it stands on the payee's statement. */
  readonly purpose: string;
  /** The paying bureau. */
  readonly agency: string;
  readonly lines: readonly BankLine[];
}

export interface BankFile {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly count: number;
  readonly totalFen: Fen;
  /** Of the whole file, hexadecimal: what the roll keeps and the bank reads back on the telephone. */
  readonly sha256: string;
}

/**
 * Writes the bank file (`README.md` tells the format). The same batch gives the same bytes. Throws on what the checks of the
 * roll must have found before: see `listBatchFaults`.
 */
export function writeBankFile(batch: BankBatch): BankFile {
  const faults = listBatchFaults(batch);
  if (faults.length > 0) throw new RangeError(`bank file refused: ${faults.map((fault) => `${fault.seq ?? 'batch'} ${fault.field} ${fault.fault}`).join('; ')}`);
  const totalFen = sumFen(batch.lines.map((line) => line.fen));
  const totals = [String(batch.lines.length), String(totalFen)];
  const payDate = batch.payDate.replaceAll('-', '');
  const header = ['H', BANK_FILE_FORMAT, FORMAT_VERSION, batch.batchNo, payDate, batch.purpose, batch.agency, ...totals];
  const bytes = encodeLines([header, ...batch.lines.map(writeLine)], totals);
  return {
    fileName: `${BANK_FILE_FORMAT}_${batch.batchNo}_${payDate}.txt`,
    bytes,
    count: batch.lines.length,
    totalFen,
    sha256: checkSum(bytes),
  };
}

function writeLine(line: BankLine): string[] {
  const amount = String(fen(line.fen));
  return ['D', String(line.seq), line.accountName, line.accountNumber, line.bankCode, amount, line.idLast4, line.reference, line.agentFor ?? ''];
}

/** What keeps a batch from being written: the line (none for the batch itself), the field, and why. Names nobody. */
export interface BatchFault {
  readonly seq?: number;
  readonly field: string;
  readonly fault: 'empty' | 'shape' | 'repeated' | 'out-of-order' | 'separator' | 'control' | 'encoding';
}

/** All that keeps a batch from being written, for the checks of a roll before it is submitted. */
export function listBatchFaults(batch: BankBatch): BatchFault[] {
  const faults: BatchFault[] = [];
  if (!/^[A-Za-z0-9-]{1,40}$/.test(batch.batchNo)) faults.push({ field: 'batchNo', fault: 'shape' });
  for (const field of ['purpose', 'agency'] as const) {
    const fault = faultOfText(batch[field]);
    if (fault !== undefined) faults.push({ field, fault });
  }
  if (batch.lines.length === 0) faults.push({ field: 'lines', fault: 'empty' });
  const references = new Set<string>();
  batch.lines.forEach((line, index) => {
    if (line.seq !== index + 1) faults.push({ seq: line.seq, field: 'seq', fault: 'out-of-order' });
    if (references.has(line.reference)) faults.push({ seq: line.seq, field: 'reference', fault: 'repeated' });
    references.add(line.reference);
    faults.push(...listLineFaults(line));
  });
  return faults;
}

const SHAPES = {
  accountNumber: /^[0-9]{6,34}$/,
  bankCode: /^[0-9A-Z]{1,14}$/,
  idLast4: /^[0-9]{3}[0-9X]$/,
  reference: /^[A-Za-z0-9-]{1,40}$/,
} as const;

function listLineFaults(line: BankLine): BatchFault[] {
  const faults: BatchFault[] = [];
  const nameFault = faultOfText(line.accountName);
  if (nameFault !== undefined) faults.push({ seq: line.seq, field: 'accountName', fault: nameFault });
  const agentFault = line.agentFor === undefined ? undefined : faultOfText(line.agentFor);
  if (agentFault !== undefined) faults.push({ seq: line.seq, field: 'agentFor', fault: agentFault });
  if (!Number.isSafeInteger(line.fen) || line.fen <= 0) faults.push({ seq: line.seq, field: 'fen', fault: 'shape' });
  for (const field of ['accountNumber', 'bankCode', 'idLast4', 'reference'] as const) {
    if (!SHAPES[field].test(line[field])) faults.push({ seq: line.seq, field, fault: 'shape' });
  }
  return faults;
}

function faultOfText(text: string): BatchFault['fault'] | undefined {
  return text.trim() === '' ? 'empty' : findFieldFault(text);
}
