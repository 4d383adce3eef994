import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { lastSix } from '../values/id-card-number.ts';
import { fen } from '../values/money.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { listBatchFaults, writeBankFile, type BankFile, type BankLine } from './bank-file/write-bank-file.ts';
import type { Payroll } from './payroll.ts';
import type { Roll } from './roll.ts';

export const referenceOf = (rollNumber: string, lineNo: number): string => `${rollNumber}-${String(lineNo).padStart(6, '0')}`;

interface SentLine {
  readonly line_no: number; readonly payee_name: string; readonly account_cipher: Buffer; readonly bank_code: string; readonly fen: number; readonly agent_relation: string | null; readonly head: string; readonly document: Buffer | null;
}

/** The file for the bank from the lines marked as sent, in business order. Refuses, naming lines, what the bank's format cannot hold. */
export async function makeBankFile(tx: Tx, by: CommandContext, roll: Roll, payroll: Payroll, payDate: PlainDate): Promise<BankFile> {
  const rows = await tx.rows<SentLine & Record<string, unknown>>(
    `select l.line_no, l.payee_name, l.account_cipher, l.bank_code, l.fen, l.agent_relation, coalesce(h.name, '') as head,
            (select d.number_cipher from person_document d where d.person_id = l.payee_person_id and d.kind = 'id-card' and not d.withdrawn order by d.id desc limit 1) as document
       from roll_line l left join person h on h.id = l.head_person_id where l.roll_id = $1 and l.status = 'sent' order by l.line_no`, [roll.id]);
  const { name } = await tx.one<{ name: string }>('select name from division where id = $1', [roll.divisionId]);
  const batch = { batchNo: roll.number, payDate, purpose: payroll.purpose, agency: `${name}民政局`, lines: rows.map((row, i) => toBankLine(by, roll, row, i + 1)) };
  const faults = listBatchFaults(batch);
  if (faults.length > 0) {
    const wrong = [...new Set(faults.map((fault) => (fault.seq === undefined ? '文件首行' : `第 ${rows[fault.seq - 1]?.line_no} 行`)))];
    throw new Refusal('roll.file-faults', { count: wrong.length, lines: wrong.slice(0, 10).join('、') });
  }
  return writeBankFile(batch);
}

function toBankLine(by: CommandContext, roll: Roll, row: SentLine, seq: number): BankLine {
  const { keys } = by.city;
  return {
    seq, accountName: row.payee_name, accountNumber: keys.open(row.account_cipher), bankCode: row.bank_code, fen: fen(row.fen),
    idLast4: row.document === null ? '' : lastSix(keys.open(row.document)).slice(-4), reference: referenceOf(roll.number, row.line_no),
    // 代领: the bank is told whose money it is
    ...(row.agent_relation === null ? {} : { agentFor: row.head }),
  };
}
