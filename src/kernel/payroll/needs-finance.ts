import type { Tx } from '../db/tx.ts';
import type { Month } from '../values/month.ts';
import type { Payroll } from './payroll.ts';

/** Whether finance confirms: as the office (or one above it) last decided for the month, else as the benefit declares. */
export async function findNeedsFinance(tx: Tx, payroll: Payroll, office: number, month: Month): Promise<boolean> {
  const setting = await tx.find<{ needs_finance: boolean }>(
    `select s.needs_finance from payroll_setting s join divisions_above($2) a on a.id = s.division_id
      where s.benefit = $1 and s.from_month <= $3 order by a.depth, s.from_month desc, s.command_id desc limit 1`, [payroll.benefit, office, `${month}-01`]);
  return setting?.needs_finance ?? payroll.needsFinance;
}
