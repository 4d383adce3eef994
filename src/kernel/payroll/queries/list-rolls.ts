import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { loadPayrolls } from '../payroll.ts';
import { stateTitles, type RollState } from '../roll-states.ts';

interface Row extends Record<string, unknown> {
  readonly id: number; readonly number: string; readonly benefit: string; readonly month: string; readonly kind: 'main' | 'follow-up'; readonly follows: number | null; readonly state: RollState; readonly version: number; readonly office: string;
  readonly households: number; readonly persons: number; readonly fen: number; readonly failed: number;
}

/** 花名册一览, newest first; totals over the lines the caller may see. */
export default defineQuery({
  id: 'payroll.list-rolls',
  title: '花名册一览',
  allow: { staff: true },
  input: z.strictObject({ benefit: z.string().optional(), before: z.int().optional(), limit: z.int().min(1).max(60).default(24), void: z.boolean().default(false) }),
  async run(tx, input) {
    const payrolls = await loadPayrolls();
    const rows = await tx.rows<Row>(
      `select r.id, r.number, r.benefit, to_char(r.month, 'YYYY-MM') as month, r.kind, r.follows, r.state, r.version, d.name as office, l.households, l.persons, l.fen, l.failed
         from (select * from roll where ($1::text is null or benefit = $1) and ($2::bigint is null or id < $2) and ($3 or state <> 'void') order by id desc limit $4) r
         join division d on d.id = r.division_id
         cross join lateral (select count(*) filter (where persons > 0)::int as households, coalesce(sum(persons), 0)::int as persons, coalesce(sum(fen), 0)::bigint as fen,
                                    count(*) filter (where status = 'failed')::int as failed from roll_line where roll_id = r.id) l order by r.id desc`,
      [input.benefit ?? null, input.before ?? null, input.void, input.limit]);
    return {
      rolls: rows.map((row) => ({ ...row, title: payrolls.get(row.benefit)?.title ?? row.benefit, stateTitle: stateTitles[row.state] })),
      benefits: [...payrolls.values()].map((payroll) => ({ id: payroll.benefit, title: payroll.title })),
    };
  },
});
