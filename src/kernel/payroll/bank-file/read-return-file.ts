import { fen, sumFen, type Fen } from '../../values/money.ts'
import { findDay } from '../../values/plain-date.ts'
import { decodeLines, FORMAT_VERSION, parseWhole, RETURN_FILE_FORMAT } from './line-format.ts'
import { isReturnCode, titleOfReturnCode } from './return-codes.ts'

/** What became of one payment. */
export interface ReturnResult {
  readonly seq: number
  readonly reference: string
  readonly fen: Fen
  readonly status: 'paid' | 'failed'
  /** Why it failed: as the bank wrote it, its title in Chinese, and whether our table knows it. */
  readonly code?: string
  readonly codeTitle?: string
  readonly codeKnown?: boolean
  /** When the bank booked it, `YYYY-MM-DDTHH:MM:SS` Beijing time. */
  readonly bankTime: string
}

export interface ReturnTotals {
  readonly paidCount: number
  readonly paidFen: Fen
  readonly failedCount: number
  readonly failedFen: Fen
}

/** Why a return file is not taken in; nothing of it is used then. */
export const returnFileRefusals = {
  'return-file-empty': '回盘文件是空的。请向银行重新取回单文件。',
  'return-file-bank-file': '这是我们发给银行的代发文件,不是银行的回盘文件。请选择银行返回的文件。',
  'return-file-no-trailer': '回盘文件没有结尾行,可能没传完整,也可能选错了文件。请向银行重新取回盘文件。',
  'return-file-changed': '回盘文件的校验码不对:文件被改动过,或被其他软件另存过。请向银行重新取原文件,不要打开另存。',
  'return-file-header': '回盘文件的首行不合格式。请确认文件来自约定的银行接口,并联系银行。',
  'return-file-version': '回盘文件的格式版本不同。请联系银行确认使用第 1 版格式。',
  'return-file-line': '回盘文件第 {line} 行不合格式。请把文件退给银行重新生成。',
  'return-file-repeated': '回盘文件第 {line} 行的序号或流水号与前面重复。请把文件退给银行重新生成。',
  'return-file-totals': '回盘文件的笔数或金额合计与明细不符。请把文件退给银行重新生成。',
} as const

export type ReturnFileRefusalCode = keyof typeof returnFileRefusals

export type ReadReturnFile =
  | { readonly ok: true; readonly batchNo: string; readonly results: readonly ReturnResult[]; readonly count: number; readonly totals: ReturnTotals }
  | { readonly ok: false; readonly code: ReturnFileRefusalCode; readonly sentence: string }

/**
 * Reads the file the bank sends back (`README.md` tells the format) and checks it in itself: check sum, form of every line,
 * count and totals. Whether its lines are those of the batch sent is for the settlement to compare, by reference and amount.
 */
export function readReturnFile(bytes: Buffer): ReadReturnFile {
  if (bytes.length === 0) return refuse('return-file-empty')
  if (bytes.subarray(0, 7).toString('latin1') === 'H|MZDF|') return refuse('return-file-bank-file')
  const decoded = decodeLines(bytes)
  if (decoded === undefined) return refuse('return-file-no-trailer')
  if (!decoded.intact) return refuse('return-file-changed')
  const [header = [], ...details] = decoded.lines
  if (header[0] !== 'H' || header[1] !== RETURN_FILE_FORMAT) return refuse('return-file-header')
  if (header[2] !== FORMAT_VERSION) return refuse('return-file-version')
  const batchNo = header[3]
  if (header.length !== 8 || batchNo === undefined || !/^[A-Za-z0-9-]{1,40}$/.test(batchNo)) return refuse('return-file-header')
  const results: ReturnResult[] = []
  const seen = new Set<string>()
  for (const [index, fields] of details.entries()) {
    const result = readResult(fields)
    if (result === undefined) return refuse('return-file-line', index + 2)
    if (seen.has(`seq ${result.seq}`) || seen.has(result.reference)) return refuse('return-file-repeated', index + 2)
    seen.add(`seq ${result.seq}`).add(result.reference)
    results.push(result)
  }
  const totals = totalsOf(results)
  const written = [totals.paidCount, totals.paidFen, totals.failedCount, totals.failedFen].join('|')
  const all = `${results.length}|${fen(totals.paidFen + totals.failedFen)}`
  if (header.slice(4).join('|') !== written || decoded.trailer.join('|') !== all) return refuse('return-file-totals')
  return { ok: true, batchNo, results, count: results.length, totals }
}

function refuse(code: ReturnFileRefusalCode, line?: number): ReadReturnFile {
  return { ok: false, code, sentence: returnFileRefusals[code].replace('{line}', String(line ?? '')) }
}

function readResult(fields: readonly string[]): ReturnResult | undefined {
  const [sign, seqText, reference, fenText, status, code, time] = fields
  const seq = parseWhole(seqText)
  const amount = parseWhole(fenText)
  const bankTime = readTime(time)
  if (fields.length !== 7 || sign !== 'D' || seq === undefined || seq === 0 || amount === undefined || bankTime === undefined) return undefined
  if (reference === undefined || !/^[A-Za-z0-9-]{1,40}$/.test(reference)) return undefined
  const result = { seq, reference, fen: fen(amount), bankTime }
  if (status === 'S') return code === '0000' ? { ...result, status: 'paid' } : undefined
  if (status !== 'F' || code === undefined || code === '' || code === '0000') return undefined
  return { ...result, status: 'failed', code, codeTitle: titleOfReturnCode(code), codeKnown: isReturnCode(code) }
}

function readTime(text: string | undefined): string | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})([01]\d|2[0-3])([0-5]\d)([0-5]\d)$/.exec(text ?? '')
  if (parts === null) return undefined
  const day = findDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  return day === undefined ? undefined : `${day}T${parts[4]}:${parts[5]}:${parts[6]}`
}

function totalsOf(results: readonly ReturnResult[]): ReturnTotals {
  const paid = results.filter((result) => result.status === 'paid')
  const failed = results.filter((result) => result.status === 'failed')
  return {
    paidCount: paid.length,
    paidFen: sumFen(paid.map((result) => result.fen)),
    failedCount: failed.length,
    failedFen: sumFen(failed.map((result) => result.fen)),
  }
}
