import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { recordHolds } from '../hold-lines.ts';
import { getRoll } from '../roll.ts';

/** 暂缓一户, or let it go again: until the roll goes to the bank it can be held, until it is submitted it can be let go. */
export default defineCommand({
  id: 'payroll.hold-line',
  title: '暂缓或放行一户',
  allow: { roles: ['payroll-officer', 'payroll-approver'] },
  input: z.strictObject({ line: z.number().int(), held: z.boolean(), reason: z.string().trim().min(1).max(200) }),
  async run(tx, input, by) {
    const line = await tx.find<{ id: number; roll_id: number }>('select id, roll_id from roll_line where id = $1', [input.line]);
    if (!line) throw new Refusal('not-found');
    const roll = await getRoll(tx, line.roll_id);
    if (!input.held) {
      if (roll.state !== 'drawn' && roll.state !== 'checked') throw new Refusal('roll.line-too-late');
      const must = await tx.rows<{ detail: string }>('select detail from roll_finding where line_id = $1 and must_hold order by id', [line.id]);
      if (must[0]) throw new Refusal('roll.must-hold', { detail: must[0].detail });
    }
    const moved = await tx.rows<{ id: number; roll_id: number; household_id: number; division_id: number }>(
      'update roll_line set status = $3 where id = $1 and status = $2 returning id, roll_id, household_id, division_id', [line.id, input.held ? 'open' : 'held', input.held ? 'held' : 'open']);
    if (moved.length === 0) throw new Refusal('roll.line-too-late');
    await recordHolds(tx, by, moved, input.held, input.reason);
    return { line: line.id, held: input.held };
  },
});
