import type { Tx } from '../db/tx.ts';
import { inBulk } from './in-bulk.ts';
import type { Payroll, RollChange } from './payroll.ts';
import { TOTALS, type Roll, type RollTotals } from './roll.ts';

export type BridgeKind = RollChange | 'arrears' | 'recovery' | 'arrears-before' | 'recovery-before' | 'moved-away';

export interface BridgeRow {
  readonly kind: BridgeKind;
  readonly title: string;
  /** Households it concerns. */
  readonly households: number;
  /** How many more or fewer households and persons are on the register by it. */
  readonly householdsMore: number;
  readonly persons: number;
  /** 分 */
  readonly fen: number;
}

export interface Bridge {
  readonly from: RollTotals & { readonly month: string | null };
  readonly rows: readonly BridgeRow[];
  readonly to: RollTotals & { readonly month: string };
}

const nothing: RollTotals = { lines: 0, households: 0, persons: 0, fen: 0 };

/** From last month's total to this month's, change by change, over the lines the caller may see. The rows add up exactly. */
export async function readBridge(tx: Tx, roll: Roll, payroll: Payroll): Promise<Bridge> {
  const totalsOf = (id: number): Promise<RollTotals> => tx.one<RollTotals & Record<string, unknown>>(`select ${TOTALS} from roll_line where roll_id = $1`, [id]);
  const previous = roll.previousId === null ? null : await tx.find<{ month: string }>('select month from roll where id = $1', [roll.previousId]);
  const rows = await inBulk(tx, () => tx.rows<Omit<BridgeRow, 'title'> & { first: number }>(
    `with mine as (select * from roll_line where roll_id = $1),
          gone as (select * from roll_line p where p.roll_id = $2 and not exists (select 1 from mine m where m.household_id = p.household_id))
     select change as kind, count(*)::int as households, sum((persons > 0)::int - (last_persons > 0)::int)::int as "householdsMore", sum(persons - last_persons)::int as persons, sum(regular_fen - last_regular_fen)::bigint as fen
       from mine where change is not null group by change
     union all select 'arrears', count(*)::int, 0, 0, sum(arrears_fen)::bigint from mine where arrears_fen <> 0 having count(*) > 0
     union all select 'recovery', count(*)::int, 0, 0, sum(recovery_fen)::bigint from mine where recovery_fen <> 0 having count(*) > 0
     union all select 'arrears-before', count(*)::int, 0, 0, -sum(last_arrears_fen)::bigint from mine where last_arrears_fen <> 0 having count(*) > 0
     union all select 'recovery-before', count(*)::int, 0, 0, -sum(last_recovery_fen)::bigint from mine where last_recovery_fen <> 0 having count(*) > 0
     union all select 'moved-away', count(*)::int, -sum((persons > 0)::int)::int, -sum(persons)::int, -sum(fen)::bigint from gone where persons > 0 or fen > 0 having count(*) > 0`, [roll.id, roll.previousId]));
  return {
    from: { ...(roll.previousId === null ? nothing : await totalsOf(roll.previousId)), month: previous?.month ?? null },
    rows: rows.map(({ kind, households, householdsMore, persons, fen }) => ({ kind, title: titleOf(kind, payroll), households, householdsMore, persons, fen }))
      .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
    to: { ...(await totalsOf(roll.id)), month: roll.month },
  };
}

const order: readonly BridgeKind[] = ['taken-over', 'new', 'resumed', 'stopped', 'moved-away', 'members-added', 'members-removed', 'standard', 'income-down', 'income-up', 'arrears', 'recovery', 'arrears-before', 'recovery-before'];

const titleOf = (kind: BridgeKind, payroll: Payroll): string =>
  kind === 'arrears-before' ? '上月补发，本月不再有' : kind === 'recovery-before' ? '上月扣回，本月不再扣' : kind === 'moved-away' ? '转到别的地方发' : payroll.words[kind];
