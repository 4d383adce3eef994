import type { Tx } from '../db/tx.ts';
import { maskName } from '../values/name-mask.ts';
import { problemTitles, type ProblemKind } from './find-problems.ts';

export interface Finding {
  readonly id: number; readonly kind: ProblemKind; readonly title: string; readonly detail: string; readonly mustHold: boolean;
  readonly line: number; readonly householdId: number; readonly head: string; readonly fen: number; readonly held: boolean;
  readonly resolution: { readonly action: 'hold' | 'pay'; readonly reason: string; readonly by: string } | null;
}

/** What the check found, unanswered first. */
export async function listFindings(tx: Tx, roll: number): Promise<Finding[]> {
  const rows = await tx.rows<{ id: number; kind: ProblemKind; detail: string; mustHold: boolean; line: number; householdId: number; head: string; fen: number; status: string; action: 'hold' | 'pay' | null; reason: string | null; by: string | null }>(
    `select f.id, f.kind, f.detail, f.must_hold as "mustHold", l.id as line, l.household_id as "householdId", coalesce(h.name, '') as head, l.fen, l.status, x.action, x.reason, a.name as by
       from roll_finding f join roll_line l on l.id = f.line_id left join person h on h.id = l.head_person_id
       left join finding_resolution x on x.finding_id = f.id left join account a on a.id = x.account_id
      where f.roll_id = $1 order by (x.id is not null), f.must_hold desc, l.line_no, f.id limit 2000`, [roll]);
  return rows.map(({ status, action, reason, by, ...row }) => ({
    ...row, title: problemTitles[row.kind], head: maskName(row.head), held: status === 'held' || status === 'withdrawn',
    resolution: action === null ? null : { action, reason: reason ?? '', by: maskName(by ?? '') },
  }));
}
