import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { getRoll } from '../roll.ts';

export interface PrintedLine {
  readonly lineNo: number; readonly place: string; readonly household: string; readonly householdId: number; readonly head: string; readonly persons: number; readonly hukouKind: 'urban' | 'rural';
  readonly fen: number; readonly payee: string | null; readonly agent: string | null; readonly lastFour: string | null; readonly reason: string; readonly held: boolean;
}
export interface PrintedPage {
  readonly lines: readonly PrintedLine[];
  /** Give it back as `after`; null after the last line. */
  readonly next: number | null;
  /** Fingerprint of the roll as drawn; null where the reader does not see the whole roll. */
  readonly hash: string | null;
  /** Head of the last sealed block: what was written before it cannot be changed unseen. */
  readonly block: { readonly no: number; readonly head: string } | null;
}

/** 打印花名册: the lines with whole names, as the office files them, some hundred at a time. Logged with every household shown. */
export default defineQuery({
  id: 'payroll.print-roll', title: '打印花名册', allow: { roles: ['payroll-officer', 'payroll-approver', 'finance-officer', 'auditor', 'approver', 'town-lead', 'town-clerk'] }, sensitive: true,
  input: z.strictObject({ roll: z.int().positive(), after: z.int().min(0).default(0), limit: z.int().min(1).max(1000).default(500) }),
  async run(tx, input, by): Promise<PrintedPage> {
    const roll = await getRoll(tx, input.roll);
    const lines = await tx.rows<PrintedLine & Record<string, unknown>>(
      `select l.line_no as "lineNo", t.name as place, l.household_number as household, l.household_id as "householdId", coalesce(h.name, '') as head, l.persons, l.hukou_kind as "hukouKind", l.fen,
              l.payee_name as payee, l.agent_relation as agent, l.account_last_four as "lastFour", l.reason, l.status in ('held', 'withdrawn') as held
         from roll_line l left join person h on h.id = l.head_person_id join division t on t.id = office_of(l.division_id, 'town')
        where l.roll_id = $1 and l.line_no > $2 order by l.line_no limit $3`, [roll.id, input.after, input.limit]);
    by.saw('household', lines.map((line) => line.householdId), `打印花名册 ${roll.number}`);
    const drawn = await tx.find<{ hash: Buffer | null }>(`select hash from roll_event where roll_id = $1 and step = 'draw'`, [roll.id]);
    const block = await tx.find<{ no: number; mac: Buffer }>('select no, mac from audit_block order by no desc limit 1');
    return {
      lines, next: lines.length === input.limit ? (lines.at(-1)?.lineNo ?? null) : null,
      hash: drawn?.hash?.toString('hex') ?? null, block: block ? { no: block.no, head: block.mac.toString('hex') } : null,
    };
  },
});
