import type { Tx } from '../db/tx.ts';
import { maskName } from '../values/name-mask.ts';
import { isReturnCode, returnCodes } from './bank-file/return-codes.ts';
import { listFailedLines } from './failed-lines.ts';

export interface Amount { readonly lines: number; readonly fen: number }

export interface BankSide {
  readonly file: { readonly name: string; readonly sha256: string; readonly payDate: string } | null;
  readonly sent: Amount;
  readonly paid: Amount;
  readonly failed: Amount;
  readonly waiting: Amount;
  /** 成功加退回等于送出，分文不差 */
  readonly even: boolean;
}

/** What went to the bank and what became of it, over the lines the caller may see. */
export async function readBankSide(tx: Tx, roll: number): Promise<BankSide> {
  const file = await tx.find<{ name: string; sha256: string; payDate: string }>('select file_name as name, sha256, pay_date as "payDate" from bank_file where roll_id = $1', [roll]);
  const rows = await tx.rows<{ status: 'sent' | 'paid' | 'failed'; lines: number; fen: number }>(
    `select status, count(*)::int as lines, sum(fen)::bigint as fen from roll_line where roll_id = $1 and status in ('sent', 'paid', 'failed') group by status`, [roll]);
  const of = (...states: string[]): Amount => rows.filter((row) => states.includes(row.status)).reduce((sum, row) => ({ lines: sum.lines + row.lines, fen: sum.fen + row.fen }), { lines: 0, fen: 0 });
  const { told } = await tx.one<{ told: number }>(`select coalesce(sum(fen), 0)::bigint as told from payment_event where roll_id = $1 and kind = 'sent'`, [roll]);
  return { file: file ?? null, sent: of('sent', 'paid', 'failed'), paid: of('paid'), failed: of('failed'), waiting: of('sent'), even: told === of('sent', 'paid', 'failed').fen };
}

export interface FailedPayment {
  readonly line: number; readonly householdId: number; readonly head: string; readonly place: string; readonly fen: number;
  readonly code: string; readonly reason: string; /** What the office does now. */ readonly remedy: string; readonly accountChanged: boolean;
  /** Whether it still waits for a follow-up roll. */ readonly open: boolean;
}

/** Every payment that came back, and whether it can go again. */
export async function listFailures(tx: Tx, roll: number, today: string): Promise<FailedPayment[]> {
  const open = new Map((await listFailedLines(tx, roll, today)).map((line) => [line.id, line]));
  const rows = await tx.rows<{ line: number; householdId: number; head: string; place: string; fen: number; code: string; reason: string }>(
    `select l.id as line, l.household_id as "householdId", coalesce(h.name, '') as head, d.name as place, l.fen, e.code, e.reason
       from roll_line l join payment_event e on e.line_id = l.id and e.kind = 'failed' left join person h on h.id = l.head_person_id join division d on d.id = office_of(l.division_id, 'town')
      where l.roll_id = $1 order by l.line_no`, [roll]);
  return rows.map((row) => ({ ...row, head: maskName(row.head), remedy: isReturnCode(row.code) ? returnCodes[row.code].remedy : '请向银行问明原因。', accountChanged: open.get(row.line)?.accountChanged ?? false, open: open.has(row.line) }));
}
