import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { readReturnFile, type ReturnResult } from '../bank-file/read-return-file.ts';
import { matchResults, type SentPayment } from '../match-results.ts';
import { recordStep, takeRoll, type Roll } from '../roll.ts';
import { settleLines } from '../settle-lines.ts';

/**
 * 读回盘: each payment arrived or came back, with the bank's reason. The same file read twice changes nothing and says so. A file
 * may answer a part; the roll goes on when all are answered. Refused whole: a file of another roll, with an unknown payment, with
 * another amount, or that contradicts an earlier one.
 */
export default defineCommand({
  id: 'payroll.read-return',
  title: '读银行回盘文件',
  allow: { roles: ['payroll-officer'] },
  input: z.strictObject({ roll: z.number().int(), version: z.number().int(), fileName: z.string().min(1).max(200), content: z.base64() }),
  async run(tx, input, by) {
    const bytes = Buffer.from(input.content, 'base64');
    const digest = createHash('sha256').update(bytes).digest();
    await tx.run('select 1 from roll where id = $1 for update', [input.roll]);
    const before = await tx.find<{ paid: number; failed: number; version: number }>(
      'select b.paid_lines as paid, b.failed_lines as failed, r.version from bank_return b join roll r on r.id = b.roll_id where b.digest = $1 and b.roll_id = $2', [digest, input.roll]);
    if (before) return { ...before, waiting: 0, already: true };
    const file = readReturnFile(bytes);
    if (!file.ok) throw new Refusal(file.code, { line: /第 (\d+) 行/.exec(file.sentence)?.[1] });
    const roll = await takeRoll(tx, input, 'read-return');
    if (file.batchNo !== roll.number) throw new Refusal('return-file.other-roll', { batch: file.batchNo });
    const matched = matchResults(file.results, await listSent(tx, roll.id));
    if (!matched.ok) throw new Refusal(matched.refused.code, matched.refused.details);
    const kept = await keepReturn(tx, by, roll, input.fileName, bytes, digest, file.totals);
    await book(tx, by, matched.settle, kept);
    const { waiting } = await tx.one<{ waiting: number }>(`select count(*)::int as waiting from roll_line where roll_id = $1 and status = 'sent'`, [roll.id]);
    const version = await recordStep(tx, by, roll, 'read-return', waiting === 0 ? 'returned' : 'sent', { note: `到账 ${file.totals.paidCount} 笔，退回 ${file.totals.failedCount} 笔` });
    return { paid: file.totals.paidCount, failed: file.totals.failedCount, waiting, version, already: false };
  },
});

async function listSent(tx: Tx, roll: number): Promise<SentPayment[]> {
  return tx.rows<SentPayment & Record<string, unknown>>(
    `select s.line_id as line, s.reference, s.fen, l.status, f.code from payment_event s join roll_line l on l.id = s.line_id
       left join payment_event f on f.line_id = s.line_id and f.kind = 'failed' where s.roll_id = $1 and s.kind = 'sent'`, [roll]);
}

async function keepReturn(tx: Tx, by: CommandContext, roll: Roll, fileName: string, bytes: Buffer, digest: Buffer, totals: { paidCount: number; paidFen: number; failedCount: number; failedFen: number }): Promise<number> {
  const sealed = by.city.keys.seal(bytes.toString('base64'));
  const { id } = await tx.one<{ id: number }>(
    'insert into bank_return (roll_id, division_id, file_name, digest, cipher, key_id, paid_lines, paid_fen, failed_lines, failed_fen) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id',
    [roll.id, roll.divisionId, fileName, digest, sealed.cipher, sealed.keyId, totals.paidCount, totals.paidFen, totals.failedCount, totals.failedFen]);
  return id;
}

async function book(tx: Tx, by: CommandContext, settle: readonly { line: number; result: ReturnResult }[], bankReturn: number): Promise<void> {
  await tx.run(
    `update roll_line l set status = s.kind from unnest($1::bigint[], $2::text[]) as s (line, kind) where l.id = s.line and l.status = 'sent'`, [settle.map((s) => s.line), settle.map((s) => s.result.status)]);
  await tx.run(
    `insert into payment_event (roll_id, line_id, household_id, division_id, kind, fen, code, reason, bank_time, bank_return_id, on_day)
     select l.roll_id, l.id, l.household_id, l.division_id, s.kind, l.fen, s.code, s.reason, s.at, $6, $7
       from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[]) as s (line, kind, code, reason, at) join roll_line l on l.id = s.line`,
    [settle.map((s) => s.line), settle.map((s) => s.result.status), settle.map((s) => s.result.code ?? null), settle.map((s) => s.result.codeTitle ?? null), settle.map((s) => s.result.bankTime), bankReturn, by.today]);
  const linesOf = (status: ReturnResult['status']): number[] => settle.filter((s) => s.result.status === status).map((s) => s.line);
  await settleLines(tx, by, linesOf('paid'), 'paid');
  await settleLines(tx, by, linesOf('failed'), 'returned');
}
