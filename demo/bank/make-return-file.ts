import { encodeLines, FORMAT_VERSION, RETURN_FILE_FORMAT } from '../../src/kernel/payroll/bank-file/line-format.ts';
import { readBankFile } from '../../src/kernel/payroll/bank-file/read-bank-file.ts';
import { sumFen } from '../../src/kernel/values/money.ts';
import type { BankLine } from '../../src/kernel/payroll/bank-file/write-bank-file.ts';

/** A payment the demo bank refuses, and with which code. */
export interface FailingLine {
  readonly seq: number;
  readonly code: string;
}

/**
 * The demo bank: takes a bank file and answers it line by line, refusing the given ones. `bankTime` is when it books,
 * `YYYY-MM-DDTHH:MM:SS`. Throws when the file does not hold together or a failing line is not in it, as a bank would not book it.
 */
export function makeReturnFile(bankFile: Buffer, failing: readonly FailingLine[], bankTime: string): Buffer {
  const read = readBankFile(bankFile);
  if (!read.ok) throw new Error(`the demo bank cannot read this file: ${read.fault}`);
  const codes = new Map(failing.map((line) => [line.seq, line.code]));
  const { lines, batchNo } = read.batch;
  for (const seq of codes.keys()) {
    if (!lines.some((line) => line.seq === seq)) throw new RangeError(`no line ${seq} in batch ${batchNo}`);
  }
  const time = bankTime.replace(/[-:T]/g, '');
  const paid = lines.filter((line) => !codes.has(line.seq));
  const failed = lines.filter((line) => codes.has(line.seq));
  const header = ['H', RETURN_FILE_FORMAT, FORMAT_VERSION, batchNo, ...totalsOf(paid), ...totalsOf(failed)];
  const details = lines.map((line) => {
    const code = codes.get(line.seq);
    return ['D', String(line.seq), line.reference, String(line.fen), code === undefined ? 'S' : 'F', code ?? '0000', time];
  });
  return encodeLines([header, ...details], totalsOf(lines));
}

function totalsOf(lines: readonly BankLine[]): string[] {
  return [String(lines.length), String(sumFen(lines.map((line) => line.fen)))];
}
