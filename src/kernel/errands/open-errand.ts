import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';

export interface NewErrand {
  /** redecide, correct-facts, correct-record: what kind of thing it came from; with `sourceId` once only. */
  readonly kind: string;
  readonly title: string;
  readonly divisionId: number;
  readonly roles: readonly string[];
  readonly because: string;
  readonly sourceId: number;
  readonly caseId?: number;
  readonly grantId?: number;
  readonly householdId?: number;
  readonly personId?: number;
}

/** Leaves a piece of work to an office that no procedure opened: it stands on the list of errands until somebody says what became of it. */
export async function openErrand(tx: Tx, by: CommandContext, one: NewErrand): Promise<number> {
  const { id } = await tx.one<{ id: number }>(
    `insert into errand (kind, title, division_id, roles, opened_on, because, case_id, grant_id, household_id, person_id, source_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [one.kind, one.title, one.divisionId, one.roles, by.today, one.because, one.caseId ?? null, one.grantId ?? null, one.householdId ?? null, one.personId ?? null, one.sourceId]);
  return id;
}

/** Closes the errand that came from something, when that was settled in its own place. */
export async function closeErrandOf(tx: Tx, by: CommandContext, kind: string, sourceId: number, result: string): Promise<void> {
  await tx.run('update errand set done_on = $3, done_by = $4, result = $5 where kind = $1 and source_id = $2 and done_on is null', [kind, sourceId, by.today, by.caller.account?.name ?? '', result]);
}
