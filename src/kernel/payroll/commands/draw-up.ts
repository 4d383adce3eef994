import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { AppError, Refusal } from '../../contract/refusal.ts';
import type { Tx } from '../../db/tx.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { nextNumber } from '../../numbering/next-number.ts';
import { addMonths, formatMonth, monthOf, parseMonth, type Month } from '../../values/month.ts';
import { drawNextPiece } from '../draw-lines.ts';
import { freezeKnowledge } from '../freeze-knowledge.ts';
import { findNeedsFinance } from '../needs-finance.ts';
import { getPayroll } from '../payroll.ts';
import { getRoll } from '../roll.ts';

/** 编制: the month's roll from all that is known now. A large one is finished in the background, piece by piece. */
export default defineCommand({
  id: 'payroll.draw-up',
  title: '编制花名册',
  allow: { roles: ['payroll-officer'] },
  input: z.strictObject({ benefit: z.string(), month: z.string().refine((text) => parseMonth(text) !== undefined, { message: '月份要写成 2014-12 这样。' }) }),
  async run(tx, input, by) {
    const payroll = await getPayroll(input.benefit);
    const month = input.month as Month;
    const office = by.caller.post?.divisionId;
    if (office === undefined) throw new AppError('payroll.no-office', 'a roll is drawn by a post');
    if (month > addMonths(monthOf(by.today), 1)) throw new Refusal('roll.not-yet', { month: formatMonth(month) });
    await freezeKnowledge(tx);
    const previous = await findPrevious(tx, input.benefit, month, office);
    const number = await nextNumber(tx, `${by.city.short}-PR`, Number(month.slice(0, 4)));
    const { id } = await tx.one<{ id: number }>(
      `insert into roll (number, benefit, month, kind, previous_id, division_id, known_at, drawn_on, needs_finance, state) values ($1, $2, $3, 'main', $4, $5, $6, $7, $8, 'drawing') returning id`,
      [number, input.benefit, `${month}-01`, previous, office, by.commandId, by.today, await findNeedsFinance(tx, payroll, office, month)]);
    const roll = await getRoll(tx, id);
    const finished = await drawNextPiece(tx, by, roll);
    const { lines } = await tx.one<{ lines: number }>('select count(*)::int as lines from roll_line where roll_id = $1', [id]);
    if (finished && lines === 0) throw new Refusal('roll.nobody');
    if (!finished) await enqueue(tx, 'payroll.draw-roll', { roll: id }, { key: String(id), ...(by.caller.post ? { post: by.caller.post.id } : {}) });
    return { roll: id, number, finished };
  },
});

/** The main roll before this month; refuses a month drawn already, here or by an office above or below, and one that is past. */
async function findPrevious(tx: Tx, benefit: string, month: Month, office: number): Promise<number | null> {
  const others = await tx.rows<{ id: number; number: string; month: string; state: string; division_id: number; name: string }>(
    `select r.id, r.number, to_char(r.month, 'YYYY-MM') as month, r.state, r.division_id, d.name from roll r join division d on d.id = r.division_id
      where r.benefit = $1 and r.kind = 'main' and r.state <> 'void'
        and (r.division_id in (select divisions_under($2)) or r.division_id in (select id from divisions_above($2))) order by r.month desc`, [benefit, office]);
  const own = others.filter((roll) => roll.division_id === office);
  const same = others.find((roll) => roll.month === month);
  if (same?.division_id === office) throw new Refusal('roll.exists', { month: formatMonth(month), number: same.number });
  if (same) throw new Refusal('roll.overlaps', { month: formatMonth(month), office: same.name, number: same.number });
  const later = own.find((roll) => roll.month > month);
  if (later) throw new Refusal('roll.month-passed', { later: formatMonth(later.month as Month) });
  const previous = own[0];
  if (previous && !['approved', 'confirmed', 'sent', 'returned', 'closed'].includes(previous.state)) throw new Refusal('roll.previous-open', { number: previous.number });
  return previous?.id ?? null;
}
