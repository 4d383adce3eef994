import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';

/** Runs over the register after a standard was signed, the latest first: how far, how many changed, how many wait for a person. */
export default defineQuery({
  id: 'repricing.list-runs', title: '标准调整重算', allow: { staff: true }, input: z.strictObject({}),
  async run(tx) {
    const titles = new Map((await loadRegistry()).parameters.map((one) => [one.id, one.title]));
    const rows = await tx.rows<{ run: number; proposal: number; parameter: string; fromMonth: string; state: 'running' | 'done'; grants: number; unchanged: number; changed: number; review: number; monthFen: number; onDay: string }>(
      `select r.id as run, r.proposal_id as proposal, r.parameter, to_char(r.from_month, 'YYYY-MM') as "fromMonth", r.state, (select coalesce(sum(p.grants), 0)::int from repricing_part p where p.run_id = r.id) as grants, (select coalesce(sum(p.unchanged), 0)::int from repricing_part p where p.run_id = r.id) as unchanged, r.on_day as "onDay",
              count(x.id) filter (where x.outcome = 'changed')::int as changed, count(x.id) filter (where x.outcome = 'review')::int as review, coalesce(sum(x.new_fen - x.old_fen) filter (where x.outcome = 'changed'), 0)::bigint as "monthFen"
         from repricing_run r left join repricing_result x on x.run_id = r.id where r.kind = 'real' group by r.id order by r.id desc limit 20`);
    return rows.map((row) => ({ ...row, title: titles.get(row.parameter) ?? row.parameter }));
  },
});
