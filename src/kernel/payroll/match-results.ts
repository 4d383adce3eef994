import { refused, type Refused } from '../contract/refusal.ts';
import type { ReturnResult } from './bank-file/read-return-file.ts';

/** A payment that went to the bank, and what is known of it so far. */
export interface SentPayment {
  readonly line: number;
  readonly reference: string;
  readonly fen: number;
  readonly status: string;
  /** The bank's code, when it came back before. */
  readonly code: string | null;
}

export type Matched = { readonly ok: true; readonly settle: readonly { readonly line: number; readonly result: ReturnResult }[] } | { readonly ok: false; readonly refused: Refused };

/**
 * Sets the bank's answers beside what was sent, by reference and amount. Answers known already are left out; one that says something
 * else than before refuses the file, and so does a payment we did not send. Pure.
 */
export function matchResults(results: readonly ReturnResult[], sent: readonly SentPayment[]): Matched {
  const byReference = new Map(sent.map((payment) => [payment.reference, payment]));
  const settle: { line: number; result: ReturnResult }[] = [];
  for (const result of results) {
    const payment = byReference.get(result.reference);
    const details = { reference: result.reference };
    if (!payment) return { ok: false, refused: refused('return-file.unknown-line', details) };
    if (payment.fen !== result.fen) return { ok: false, refused: refused('return-file.amount-differs', details) };
    if (payment.status === 'sent') settle.push({ line: payment.line, result });
    else if (payment.status !== result.status || (payment.code ?? undefined) !== result.code) return { ok: false, refused: refused('return-file.contradicts', details) };
  }
  return { ok: true, settle };
}
