import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import type { MainDraft } from './draft-main.ts';
import { ROLL_HASH } from './line-digest.ts';
import { benefitsOf, getPayroll } from './payroll.ts';
import { recordStep, TOTALS, type Roll, type RollTotals } from './roll.ts';
import { writeMainLines } from './write-lines.ts';

/** A roll of more households is drawn in several commands of about as many each; tests make it small. */
export const drawLimits = { households: 5000 };

/** The frozen input of a main roll, for all of its divisions or some. */
export async function mainDraftOf(tx: Tx, roll: Roll, divisions: readonly number[], offset: number): Promise<MainDraft> {
  const previous = roll.previousId === null ? null
    : await tx.one<{ id: number; month: string; knownAt: number }>('select id, month, known_at as "knownAt" from roll where id = $1', [roll.previousId]);
  const households = (await tx.rows<{ id: number }>('select distinct household_id as id from household_version where division_id = any ($1::int[])', [divisions])).map((row) => row.id);
  return { benefits: benefitsOf(await getPayroll(roll.benefit)), month: roll.month, knownAt: roll.knownAt, divisions, households, drawnOn: roll.drawnOn, previous, offset };
}

/** Every division under the office that has households of the benefit, in the order of their codes. */
export async function listDivisions(tx: Tx, roll: Pick<Roll, 'divisionId' | 'benefit'>, after: string | null): Promise<{ id: number; code: string; households: number }[]> {
  return tx.rows(
    `select d.id, d.code, count(g.id)::int as households from division d
       left join household_version hv on hv.division_id = d.id left join benefit_grant g on g.household_id = hv.household_id and g.benefit = any ($2::text[])
      where d.id in (select divisions_under($1)) and ($3::text is null or d.code collate "C" > $3)
      group by d.id, d.code having count(g.id) > 0 order by d.code collate "C", d.id`, [roll.divisionId, benefitsOf(await getPayroll(roll.benefit)), after]);
}

/** The next divisions whose households together keep within the limit; at least one code. Divisions of one code stay together. */
export function nextPiece<D extends { code: string; households: number }>(divisions: readonly D[], limit: number): D[] {
  const piece: D[] = [];
  let households = 0;
  for (const division of divisions) {
    const sameCode = piece.at(-1)?.code === division.code;
    if (piece.length > 0 && !sameCode && households + division.households > limit) break;
    piece.push(division);
    households += division.households;
  }
  return piece;
}

/**
 * Draws the next piece of a roll that is being drawn, and finishes it with the last one: totals, fingerprint, state. Resumable: what
 * is drawn so far stands on the roll itself, so a piece is drawn once whatever happens between two of them. Returns whether it is finished.
 */
export async function drawNextPiece(tx: Tx, by: CommandContext, roll: Roll): Promise<boolean> {
  const left = await listDivisions(tx, roll, roll.drawnTo);
  const piece = nextPiece(left, drawLimits.households);
  const { drawn } = await tx.one<{ drawn: number }>('select coalesce(max(line_no), 0)::int as drawn from roll_line where roll_id = $1', [roll.id]);
  if (piece.length > 0) await writeMainLines(tx, by, roll, await mainDraftOf(tx, roll, piece.map((d) => d.id), drawn));
  if (piece.length === left.length) {
    await finishDrawing(tx, by, roll);
    return true;
  }
  await tx.run('update roll set drawn_to = $2 where id = $1', [roll.id, piece.at(-1)?.code]);
  return false;
}

export async function finishDrawing(tx: Tx, by: CommandContext, roll: Roll): Promise<void> {
  const totals = await tx.one<RollTotals & { hash: Buffer } & Record<string, unknown>>(`select ${TOTALS}, ${ROLL_HASH} as hash from roll_line where roll_id = $1`, [roll.id]);
  await recordStep(tx, by, roll, 'draw', 'drawn', { totals });
}
