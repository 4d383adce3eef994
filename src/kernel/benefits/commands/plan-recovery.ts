import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { Refusal } from '../../contract/refusal.ts';

/** 定扣回办法: how much a month is held back of what a household was overpaid, agreed or decided, with the reason. 分. */
export default defineCommand({
  id: 'benefits.plan-recovery',
  title: '定扣回办法',
  allow: { roles: ['payroll-officer', 'approver'] },
  input: z.strictObject({ grant: z.number().int(), totalFen: z.number().int().positive(), monthlyFen: z.number().int().positive(), reason: z.string().trim().min(1).max(200) }),
  async run(tx, input) {
    if (input.monthlyFen > input.totalFen) throw new Refusal('grant.nothing-overpaid');
    const grant = await tx.find<{ household_id: number; division_id: number }>('select household_id, division_id from benefit_grant where id = $1', [input.grant]);
    if (!grant) throw new Refusal('not-found');
    const { id } = await tx.one<{ id: number }>(
      'insert into recovery_plan (grant_id, household_id, division_id, total_fen, monthly_fen, reason) values ($1, $2, $3, $4, $5, $6) returning id',
      [input.grant, grant.household_id, grant.division_id, input.totalFen, input.monthlyFen, input.reason]);
    return { plan: id };
  },
});
