import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import type { CommandContext } from '../../db/command.ts';
import type { Tx } from '../../db/tx.ts';
import { parsePlainDate, type PlainDate } from '../../values/plain-date.ts';
import { makeBankFile, referenceOf } from '../make-bank-file.ts';
import { readPayable } from '../payable.ts';
import { getPayroll } from '../payroll.ts';
import { recordStep, takeRoll, type Roll } from '../roll.ts';
import { settleLines, withdrawLines } from '../settle-lines.ts';

/**
 * 送银行: held lines leave the roll, the others are marked as sent, and the file is made and kept. Asked again it gives the same
 * file, byte for byte: a lost answer costs nothing.
 */
export default defineCommand({
  id: 'payroll.send',
  title: '生成代发文件，送银行',
  allow: { roles: ['payroll-officer'] }, stepUp: true,
  input: z.strictObject({ roll: z.number().int(), version: z.number().int(), payDate: z.string().refine((text) => parsePlainDate(text) !== undefined, { message: '日期要写成 2014-12-10 这样。' }).optional() }),
  async run(tx, input, by) {
    await tx.run('select 1 from roll where id = $1 for update', [input.roll]);
    const before = await findFile(tx, input.roll);
    if (before) return { ...before, repeated: true };
    const roll = await takeRoll(tx, input, 'send');
    const sent = await tx.run(`update roll_line set status = 'sent' where roll_id = $1 and status = 'open'`, [roll.id]);
    const held = await tx.rows<{ id: number }>(`select id from roll_line where roll_id = $1 and status = 'held'`, [roll.id]);
    await withdrawLines(tx, by, held.map((line) => line.id), null);
    // set off in full against what was overpaid: nothing to send, yet settled
    const even = await tx.rows<{ id: number }>(`select id from roll_line where roll_id = $1 and status = 'nothing'`, [roll.id]);
    await settleLines(tx, by, even.map((line) => line.id), 'paid');
    if (sent === 0) return { fileName: null, sha256: null, lines: 0, fen: 0, version: await recordStep(tx, by, roll, 'send', 'returned', { note: '没有要付的款，未生成文件' }), repeated: false };
    const file = await keepFile(tx, by, roll, (input.payDate ?? by.today) as PlainDate);
    return { ...file, version: await recordStep(tx, by, roll, 'send', 'sent', { totals: await readPayable(tx, roll.id) }), repeated: false };
  },
});

async function keepFile(tx: Tx, by: CommandContext, roll: Roll, payDate: PlainDate): Promise<{ fileName: string; sha256: string; lines: number; fen: number }> {
  const file = await makeBankFile(tx, by, roll, await getPayroll(roll.benefit), payDate);
  const sealed = by.city.keys.seal(file.bytes.toString('base64'));
  await tx.run('insert into bank_file (roll_id, division_id, batch_no, file_name, sha256, cipher, key_id, lines, fen, pay_date) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [roll.id, roll.divisionId, roll.number, file.fileName, file.sha256, sealed.cipher, sealed.keyId, file.count, file.totalFen, payDate]);
  const lines = await tx.rows<{ id: number; line_no: number }>(`select id, line_no from roll_line where roll_id = $1 and status = 'sent'`, [roll.id]);
  await tx.run(
    `insert into payment_event (roll_id, line_id, household_id, division_id, kind, fen, reference, on_day)
     select l.roll_id, l.id, l.household_id, l.division_id, 'sent', l.fen, s.reference, $3 from unnest($1::bigint[], $2::text[]) as s (line, reference) join roll_line l on l.id = s.line`,
    [lines.map((line) => line.id), lines.map((line) => referenceOf(roll.number, line.line_no)), by.today]);
  return { fileName: file.fileName, sha256: file.sha256, lines: file.count, fen: file.totalFen };
}

async function findFile(tx: Tx, roll: number): Promise<{ fileName: string; sha256: string; lines: number; fen: number; version: number } | undefined> {
  return tx.find(`select f.file_name as "fileName", f.sha256, f.lines, f.fen, r.version from bank_file f join roll r on r.id = f.roll_id where f.roll_id = $1`, [roll]);
}
