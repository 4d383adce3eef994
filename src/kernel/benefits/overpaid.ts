import type { Tx } from '../db/tx.ts';

export interface OverpaidMonth {
  /** YYYY-MM */
  readonly month: string;
  /** 分: what reached the household for the month, before anything was held back. */
  readonly paidFen: number;
  /** 分: what the month is worth as we know now. */
  readonly dueFen: number;
  readonly overpaidFen: number;
  /** 分 held back since for this month. */
  readonly recoveredFen: number;
}
export interface Overpaid { readonly months: readonly OverpaidMonth[]; readonly overpaidFen: number; readonly recoveredFen: number; readonly restFen: number }

/** What a grant was paid too much, month by month: the ledger's payments that arrived, against what each month is worth as known now. */
export async function readOverpaid(tx: Tx, grantId: number): Promise<Overpaid> {
  const months = await tx.rows<OverpaidMonth & Record<string, unknown>>(
    `with paid as (
       select for_month, coalesce(sum(fen) filter (where fen > 0), 0)::bigint as paid, -coalesce(sum(fen) filter (where fen < 0), 0)::bigint as recovered
         from ledger_entry where grant_id = $1 and kind = 'paid' group by for_month),
     worth as (
       select p.for_month, coalesce((select sum(l.fen) from grant_version v join grant_line l on l.version_id = v.id
                where v.grant_id = $1 and v.known_to is null and v.from_month <= p.for_month and (v.to_month is null or v.to_month > p.for_month)), 0)::bigint as due from paid p)
     select to_char(p.for_month, 'YYYY-MM') as month, p.paid as "paidFen", w.due as "dueFen", (p.paid - w.due)::bigint as "overpaidFen", p.recovered as "recoveredFen"
       from paid p join worth w using (for_month) where p.paid > w.due order by p.for_month`, [grantId]);
  const sum = (key: 'overpaidFen' | 'recoveredFen'): number => months.reduce((total, one) => total + one[key], 0);
  return { months, overpaidFen: sum('overpaidFen'), recoveredFen: sum('recoveredFen'), restFen: sum('overpaidFen') - sum('recoveredFen') };
}
