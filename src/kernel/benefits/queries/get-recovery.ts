import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';
import { maskName } from '../../values/name-mask.ts';
import { readOverpaid } from '../overpaid.ts';

/** 多发与扣回 of one grant: month by month what was too much, by which plan it is held back, what is left. */
export default defineQuery({
  id: 'benefits.get-recovery', title: '多发与扣回', allow: { staff: true }, sensitive: true, input: z.strictObject({ grant: z.int().positive() }),
  async run(tx, input, by) {
    const grant = await tx.find<{ id: number; benefit: string; state: string; householdId: number; household: string; head: string }>(
      `select g.id, g.benefit, g.state, g.household_id as "householdId", h.number as household, p.name as head from benefit_grant g join household h on h.id = g.household_id join person p on p.id = h.head_person_id where g.id = $1`, [input.grant]);
    if (!grant) throw new Refusal('not-found');
    by.saw('household', [grant.householdId], '看多发与扣回');
    const plans = await tx.rows<{ id: number; totalFen: number; monthlyFen: number; reason: string; on: string | null }>(
      `select id, total_fen as "totalFen", monthly_fen as "monthlyFen", reason, null as on from recovery_plan where grant_id = $1 order by id desc`, [grant.id]);
    const held = await tx.rows<{ rollMonth: string; fen: number; status: string }>(
      `select to_char(r.month, 'YYYY-MM') as "rollMonth", (-sum(i.fen))::bigint as fen, max(l.status) as status from roll_line_item i join roll_line l on l.id = i.line_id join roll r on r.id = l.roll_id
        where i.grant_id = $1 and i.cause = 'recovery' and i.known_to is null group by r.id, r.month order by r.month`, [grant.id]);
    return { ...grant, head: maskName(grant.head), ...(await readOverpaid(tx, grant.id)), plans, held };
  },
});
