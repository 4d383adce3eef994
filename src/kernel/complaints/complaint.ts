import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { STATES, type ComplaintState } from './states.ts';

export type ComplaintAbout = 'household' | 'office' | 'staff';

export interface ComplaintRow {
  readonly id: number; readonly number: string; readonly about: ComplaintAbout; readonly matter: string; readonly division_id: number; readonly received_on: PlainDate; readonly how: string; readonly content: string;
  readonly named: boolean; readonly restricted: boolean; readonly about_office_id: number | null; readonly answer_by: PlainDate | null; readonly household_id: number | null; readonly state: ComplaintState; readonly version: number;
}

/** Pure: named or about an office or its people, a complaint is for supervisors alone. */
export const isRestricted = (about: ComplaintAbout, named: boolean): boolean => named || about !== 'household';

/** Locks a complaint the caller may see, in one of the states a step starts from, as the caller last saw it. */
export async function takeComplaint(tx: Tx, id: number, seen: number, from: readonly ComplaintState[]): Promise<ComplaintRow> {
  const row = await tx.find<ComplaintRow & Record<string, unknown>>('select * from complaint where id = $1 for update', [id]);
  if (!row) throw new Refusal('complaint.not-found');
  if (row.version !== seen) throw new Refusal('complaint.stale');
  if (!from.includes(row.state)) throw new Refusal('complaint.not-now', { state: STATES[row.state] });
  return row;
}

export interface ComplaintMove { readonly step: 'assigned' | 'investigated' | 'concluded' | 'answered' | 'handed-over'; readonly to: ComplaintState; readonly data: Readonly<Record<string, unknown>>; readonly outcome?: string; readonly householdId?: number | null }

/** Appends what was done and brings the current row up. */
export async function moveComplaint(tx: Tx, by: CommandContext, row: ComplaintRow, move: ComplaintMove): Promise<{ complaintId: number; version: number; state: ComplaintState }> {
  await tx.run(
    'insert into complaint_action (complaint_id, division_id, seq, step, on_day, actor_name, data) values ($1, $2, $3, $4, $5, $6, $7)',
    [row.id, row.division_id, row.version + 1, move.step, by.today, by.caller.account?.name ?? '', JSON.stringify(move.data)]);
  await tx.run('update complaint set state = $2, version = version + 1, outcome = coalesce($3, outcome), household_id = coalesce($4, household_id) where id = $1', [row.id, move.to, move.outcome ?? null, move.householdId ?? null]);
  return { complaintId: row.id, version: row.version + 1, state: move.to };
}
