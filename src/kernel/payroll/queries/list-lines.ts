import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { maskName } from '../../values/name-mask.ts';
import { getPayroll, type RollChange } from '../payroll.ts';
import { getRoll } from '../roll.ts';

const views = {
  all: 'true',
  changed: '(l.change is not null or l.arrears_fen <> 0 or l.recovery_fen <> 0)',
  new: `l.change in ('new', 'resumed', 'taken-over')`,
  stopped: `l.change = 'stopped'`,
  members: `l.change like 'members-%'`,
  income: `l.change in ('income-down', 'income-up')`,
  standard: `l.change = 'standard'`,
  'arrears-recovery': '(l.arrears_fen <> 0 or l.recovery_fen <> 0)',
  held: `l.status in ('held', 'withdrawn')`,
  failed: `l.status = 'failed'`,
} as const;

interface Row extends Record<string, unknown> {
  readonly id: number; readonly lineNo: number; readonly householdId: number; readonly household: string; readonly head: string; readonly place: string; readonly persons: number; readonly fen: number; readonly lastFen: number;
  readonly arrearsFen: number; readonly recoveryFen: number; readonly change: RollChange | null; readonly reason: string; readonly status: string; readonly lastFour: string | null; readonly agent: string | null;
}

/** Lines of a roll by view, in business order, a page at a time. */
export default defineQuery({
  id: 'payroll.list-lines',
  title: '花名册各户',
  allow: { staff: true },
  sensitive: true,
  input: z.strictObject({ roll: z.int().positive(), view: z.enum(Object.keys(views) as [keyof typeof views]).default('changed'), after: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }),
  async run(tx, input, by) {
    const roll = await getRoll(tx, input.roll);
    const { words } = await getPayroll(roll.benefit);
    const rows = await tx.rows<Row>(
      `select l.id, l.line_no as "lineNo", l.household_id as "householdId", l.household_number as household, coalesce(h.name, '') as head, d.name as place, l.persons, l.fen, l.last_fen as "lastFen", l.arrears_fen as "arrearsFen",
              l.recovery_fen as "recoveryFen", l.change, l.reason, l.status, l.account_last_four as "lastFour", l.agent_relation as agent
         from roll_line l left join person h on h.id = l.head_person_id join division d on d.id = office_of(l.division_id, 'town')
        where l.roll_id = $1 and l.line_no > $2::bigint and ${views[input.view]} order by l.line_no limit $3`, [roll.id, input.after, input.limit]);
    const { total } = await tx.one<{ total: number }>(`select count(*)::int as total from (select 1 from roll_line l where l.roll_id = $1 and ${views[input.view]} limit 1001) n`, [roll.id]);
    by.saw('household', rows.map((row) => row.householdId), `看花名册 ${roll.number}`);
    return {
      lines: rows.map((row) => ({ ...row, head: maskName(row.head), difference: row.fen - row.lastFen, changeTitle: row.change ? words[row.change] : row.arrearsFen !== 0 ? words.arrears : row.recoveryFen !== 0 ? words.recovery : null })),
      total, more: rows.length === input.limit ? (rows.at(-1)?.lineNo ?? null) : null,
    };
  },
});
