import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { allowsStep, stateTitles, stepTitles, type RollState, type RollStep } from './roll-states.ts';

export interface Roll {
  readonly id: number;
  readonly number: string;
  readonly benefit: string;
  /** First day of the month. */
  readonly month: string;
  readonly kind: 'main' | 'follow-up';
  readonly follows: number | null;
  readonly previousId: number | null;
  readonly divisionId: number;
  readonly knownAt: number;
  readonly drawnOn: string;
  readonly needsFinance: boolean;
  readonly state: RollState;
  readonly version: number;
  readonly drawnTo: string | null;
}

const columns = 'id, number, benefit, month, kind, follows, previous_id as "previousId", division_id as "divisionId", known_at as "knownAt", drawn_on as "drawnOn", needs_finance as "needsFinance", state, version, drawn_to as "drawnTo"';

/** A roll the caller may see, or refuses. */
export async function getRoll(tx: Tx, id: number): Promise<Roll> {
  const roll = await tx.find<Roll & Record<string, unknown>>(`select ${columns} from roll where id = $1`, [id]);
  if (!roll) throw new Refusal('not-found');
  return roll;
}

/**
 * Takes a roll for a step: locks it, refuses when it is not as the caller saw it (saying what changed and by whom), and when its
 * state does not allow the step.
 */
export async function takeRoll(tx: Tx, seen: { readonly roll: number; readonly version: number }, step: RollStep): Promise<Roll> {
  const roll = await tx.find<Roll & Record<string, unknown>>(`select ${columns} from roll where id = $1 for update`, [seen.roll]);
  if (!roll) throw new Refusal('not-found');
  if (roll.version !== seen.version) throw new Refusal('roll.stale', await whatChanged(tx, roll));
  if (!allowsStep(roll.state, step, roll.needsFinance)) throw new Refusal('roll.wrong-state', { state: stateTitles[roll.state], step: stepTitles[step] });
  return roll;
}

async function whatChanged(tx: Tx, roll: Roll): Promise<Record<string, unknown>> {
  const last = await tx.find<{ step: RollStep; on_day: string; name: string }>(
    'select e.step, e.on_day, a.name from roll_event e join account a on a.id = e.account_id where e.roll_id = $1 order by e.version desc limit 1', [roll.id]);
  return { by: last?.name ?? '同事', day: last?.on_day ?? '', step: last ? stepTitles[last.step] : '', state: stateTitles[roll.state], version: roll.version };
}

export interface RollTotals { readonly lines: number; readonly households: number; readonly persons: number; readonly fen: number; readonly hash?: Buffer }

/** Moves a roll to a state and records who did it, under which version, with the totals they saw. Returns the new version. */
export async function recordStep(tx: Tx, by: CommandContext, roll: Pick<Roll, 'id' | 'divisionId'>, step: RollStep, state: RollState, more: { totals?: RollTotals; note?: string } = {}): Promise<number> {
  const { version } = await tx.one<{ version: number }>('update roll set state = $2, version = version + 1 where id = $1 returning version', [roll.id, state]);
  const { totals } = more;
  await tx.run(
    `insert into roll_event (roll_id, division_id, version, step, state, account_id, post_id, on_day, lines, households, persons, fen, hash, note) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [roll.id, roll.divisionId, version, step, state, by.caller.account?.id ?? null, by.caller.post?.id ?? null, by.today,
      totals?.lines ?? null, totals?.households ?? null, totals?.persons ?? null, totals?.fen ?? null, totals?.hash ?? null, more.note ?? null]);
  return version;
}

/** Totals over the lines the caller sees; 户 and 人 are those paid for the month itself. */
export const TOTALS = `count(*)::int as lines, count(*) filter (where persons > 0)::int as households, coalesce(sum(persons), 0)::int as persons, coalesce(sum(fen), 0)::bigint as fen`;

/** The accounts that took part in a roll by these steps: they may not approve it. */
export async function listActors(tx: Tx, roll: number, steps: readonly RollStep[]): Promise<number[]> {
  const rows = await tx.rows<{ account_id: number }>('select distinct account_id from roll_event where roll_id = $1 and step = any ($2)', [roll, steps]);
  return rows.map((row) => row.account_id);
}
