import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { listFailedLines } from '../failed-lines.ts';
import { recordStep, takeRoll } from '../roll.ts';

/**
 * 关账: every payment has its answer and every follow-up roll is closed. What came back and was not paid again is left to the next
 * month, with the reason: its roll will carry it by itself.
 */
export default defineCommand({
  id: 'payroll.close',
  title: '关账',
  allow: { roles: ['payroll-officer', 'payroll-approver'] },
  input: z.strictObject({ roll: z.number().int(), version: z.number().int(), carryReason: z.string().trim().min(1).max(200).optional() }),
  async run(tx, input, by) {
    const roll = await takeRoll(tx, input, 'close');
    const { waiting } = await tx.one<{ waiting: number }>(`select count(*)::int as waiting from roll_line where roll_id = $1 and status in ('open', 'held', 'sent')`, [roll.id]);
    if (waiting > 0) throw new Refusal('roll.not-settled', { count: waiting });
    const open = await tx.rows<{ number: string }>(`select number from roll where follows = $1 and state not in ('closed', 'void') order by id`, [roll.id]);
    if (open[0]) throw new Refusal('roll.follow-up-open', { number: open[0].number });
    const left = await listFailedLines(tx, roll.id, by.today);
    if (left.length > 0 && input.carryReason === undefined) throw new Refusal('roll.carry-reason', { count: left.length });
    return { version: await recordStep(tx, by, roll, 'close', 'closed', left.length > 0 ? { note: `${left.length} 笔留到下月：${input.carryReason}` } : {}), carried: left.length };
  },
});
