import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { recordHolds } from '../hold-lines.ts';
import { takeRoll } from '../roll.ts';

/** 处理一条检查结果: hold the line, or pay it all the same; either way with a reason. */
export default defineCommand({
  id: 'payroll.resolve-finding',
  title: '处理检查结果',
  allow: { roles: ['payroll-officer'] },
  input: z.strictObject({ roll: z.number().int(), version: z.number().int(), finding: z.number().int(), action: z.enum(['hold', 'pay']), reason: z.string().trim().min(1).max(200) }),
  async run(tx, input, by) {
    const roll = await takeRoll(tx, input, 'resolve');
    const finding = await tx.find<{ id: number; line_id: number; division_id: number; detail: string; must_hold: boolean }>(
      'select id, line_id, division_id, detail, must_hold from roll_finding where id = $1 and roll_id = $2', [input.finding, roll.id]);
    if (!finding) throw new Refusal('not-found');
    const done = await tx.find<{ name: string }>('select a.name from finding_resolution r join account a on a.id = r.account_id where r.finding_id = $1', [finding.id]);
    if (done) throw new Refusal('roll.finding-done', { by: done.name });
    if (input.action === 'pay' && finding.must_hold) throw new Refusal('roll.must-hold', { detail: finding.detail });
    await tx.run('insert into finding_resolution (finding_id, roll_id, division_id, action, reason, account_id) values ($1, $2, $3, $4, $5, $6)',
      [finding.id, roll.id, finding.division_id, input.action, input.reason, by.caller.account?.id]);
    if (input.action === 'hold') {
      const held = await tx.rows<{ id: number; roll_id: number; household_id: number; division_id: number }>(
        `update roll_line set status = 'held' where id = $1 and status = 'open' returning id, roll_id, household_id, division_id`, [finding.line_id]);
      await recordHolds(tx, by, held, true, input.reason);
    }
    return { finding: finding.id };
  },
});
