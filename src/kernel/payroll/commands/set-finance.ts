import { z } from 'zod';
import { defineCommand } from '../../contract/door.ts';
import { AppError } from '../../contract/refusal.ts';
import { parseMonth } from '../../values/month.ts';
import { getPayroll } from '../payroll.ts';

/** An office decides from which month on finance confirms a benefit's rolls, or no longer does, with the document it rests on. */
export default defineCommand({
  id: 'payroll.set-finance',
  title: '设定是否须财政确认',
  allow: { roles: ['standards-officer'] },
  input: z.strictObject({ benefit: z.string(), fromMonth: z.string().refine((text) => parseMonth(text) !== undefined, { message: '月份要写成 2014-12 这样。' }), needsFinance: z.boolean(), document: z.string().trim().min(1).max(200) }),
  async run(tx, input, by) {
    await getPayroll(input.benefit);
    const office = by.caller.post?.divisionId;
    if (office === undefined) throw new AppError('payroll.no-office', 'a setting is made by a post');
    await tx.run('insert into payroll_setting (benefit, division_id, from_month, needs_finance, document) values ($1, $2, $3, $4, $5)',
      [input.benefit, office, `${input.fromMonth}-01`, input.needsFinance, input.document]);
    return { benefit: input.benefit, needsFinance: input.needsFinance };
  },
});
