import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import type { Tx } from '../../db/tx.ts';
import { listDivisions, mainDraftOf } from '../draw-lines.ts';
import { FOLLOW_UP_DRAFT, followUpDraftValues } from '../draft-follow-up.ts';
import { MAIN_DRAFT, mainDraftValues } from '../draft-main.ts';
import { inBulk } from '../in-bulk.ts';
import { ROLL_HASH } from '../line-digest.ts';
import { getRoll, type Roll } from '../roll.ts';

/** 重编核对: draws the roll again from what was known then, writes nothing, and sets the fingerprints side by side; names lines that differ. */
export default defineQuery({
  id: 'payroll.redraw',
  title: '重编核对',
  allow: { roles: ['payroll-officer', 'payroll-approver', 'finance-officer', 'auditor'] },
  input: z.strictObject({ roll: z.number().int() }),
  async run(tx, input) {
    const roll = await getRoll(tx, input.roll);
    const { hash: drawn } = await tx.one<{ hash: Buffer | null }>(`select hash from roll_event where roll_id = $1 and step = 'draw'`, [roll.id]);
    const { hash: kept } = await tx.one<{ hash: Buffer }>(`select ${ROLL_HASH} as hash from roll_line where roll_id = $1`, [roll.id]);
    const { sql, values } = await draftOf(tx, roll);
    const { hash: again } = await inBulk(tx, () => tx.one<{ hash: Buffer }>(`${sql} select ${ROLL_HASH} as hash from line`, values));
    const identical = drawn !== null && again.equals(drawn) && kept.equals(drawn);
    return { identical, drawn: hex(drawn), kept: hex(kept), again: hex(again), differing: identical ? [] : await listDiffering(tx, roll, sql, values) };
  },
});

const hex = (hash: Buffer | null): string => hash?.toString('hex') ?? '';

async function draftOf(tx: Tx, roll: Roll): Promise<{ sql: string; values: unknown[] }> {
  if (roll.kind === 'main') {
    const divisions = await listDivisions(tx, roll, null);
    return { sql: MAIN_DRAFT, values: mainDraftValues(await mainDraftOf(tx, roll, divisions.map((d) => d.id), 0)) };
  }
  const retried = await tx.rows<{ retry_of: number }>('select retry_of from roll_line where roll_id = $1 order by line_no', [roll.id]);
  return { sql: FOLLOW_UP_DRAFT, values: followUpDraftValues({ lineIds: retried.map((line) => line.retry_of), knownAt: roll.knownAt, drawnOn: roll.drawnOn }) };
}

async function listDiffering(tx: Tx, roll: Roll, sql: string, values: unknown[]): Promise<string[]> {
  const rows = await tx.rows<{ number: string }>(
    `${sql} select coalesce(n.number, k.household_number) as number from line n full join (select household_number, digest from roll_line where roll_id = $${values.length + 1}) k on k.household_number = n.number
      where n.digest is distinct from k.digest order by 1 limit 100`, [...values, roll.id]);
  return rows.map((row) => row.number);
}
