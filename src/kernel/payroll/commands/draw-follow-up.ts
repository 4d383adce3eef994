import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { nextNumber } from '../../numbering/next-number.ts';
import { finishDrawing } from '../draw-lines.ts';
import { listFailedLines } from '../failed-lines.ts';
import { freezeKnowledge } from '../freeze-knowledge.ts';
import { getRoll, takeRoll } from '../roll.ts';
import { writeFollowUpLines } from '../write-lines.ts';

/** Nothing is wrong with the account: it can be tried again as it is (银行系统原因). */
const AS_IT_IS = 'E099';

/**
 * 编制补发册: only lines that came back, into the account known now. Without a choice: those whose account was changed, and those the
 * bank could not pay for reasons of its own. A line that another roll has taken up is never drawn again.
 */
export default defineCommand({
  id: 'payroll.draw-follow-up',
  title: '编制补发册',
  allow: { roles: ['payroll-officer'] },
  input: z.strictObject({ roll: z.number().int(), version: z.number().int(), lines: z.array(z.number().int()).max(5000).optional() }),
  async run(tx, input, by) {
    const followed = await takeRoll(tx, input, 'follow-up');
    await freezeKnowledge(tx);
    const failed = await listFailedLines(tx, followed.id, by.today);
    const chosen = failed.filter((line) => (input.lines === undefined ? line.accountChanged || line.code === AS_IT_IS : input.lines.includes(line.id)));
    if (chosen.length === 0 || (input.lines !== undefined && chosen.length !== new Set(input.lines).size)) throw new Refusal('roll.nothing-failed');
    const number = await nextNumber(tx, `${by.city.short}-PR`, Number(followed.month.slice(0, 4)));
    const { id } = await tx.one<{ id: number }>(
      `insert into roll (number, benefit, month, kind, follows, division_id, known_at, drawn_on, needs_finance, state) values ($1, $2, $3, 'follow-up', $4, $5, $6, $7, $8, 'drawing') returning id`,
      [number, followed.benefit, followed.month, followed.id, followed.divisionId, by.commandId, by.today, followed.needsFinance]);
    const roll = await getRoll(tx, id);
    await writeFollowUpLines(tx, by, roll, { lineIds: chosen.map((line) => line.id), knownAt: roll.knownAt, drawnOn: roll.drawnOn });
    await finishDrawing(tx, by, roll);
    return { roll: id, number, lines: chosen.length };
  },
});
