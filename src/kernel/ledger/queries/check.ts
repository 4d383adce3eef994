import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { checkLedger, ledgerRules } from '../check-ledger.ts';

/** 核对台账: rolls equal ledger, nothing paid twice, nothing lost. */
export default defineQuery({
  id: 'ledger.check',
  title: '核对台账',
  allow: { roles: ['auditor', 'payroll-officer', 'payroll-approver', 'finance-officer'] },
  input: z.strictObject({}),
  async run(tx) {
    const sums = await tx.rows<{ kind: string; fen: number }>('select kind, sum(fen)::bigint as fen from ledger_entry group by kind order by kind');
    const findings = await checkLedger(tx);
    return { even: findings.length === 0, rules: ledgerRules, findings, sums };
  },
});
