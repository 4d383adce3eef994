import { randomInt } from 'node:crypto';
import { Refusal } from '../contract/refusal.ts';
import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { nextNumber } from '../numbering/next-number.ts';
import { addMonthsToDay } from '../values/add-months-to-day.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { listHeld, type Held } from './list-held.ts';

export interface OpenRecognition {
  readonly kind: string;
  readonly householdId: number;
  readonly divisionId: number;
  readonly caseId: number;
  readonly decisionId: number;
  readonly persons: readonly number[];
  /** For how many months it holds. */
  readonly months: number;
  /** Words for a standing of the same group, for a refusal. */
  readonly titleOf: (standing: string) => string;
}
export interface OpenedRecognition { readonly id: number; readonly number: string; readonly validFrom: PlainDate; readonly validTo: PlainDate }

/** Letters and digits that are not taken for one another when read from paper. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 10;
const verifyCode = (): string => Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/**
 * A household is recognised from today, or from the day something that excludes it ends: a 低保 paid to the end of the month, or the same
 * status that is being renewed. Refuses while a member holds what excludes it without end, or the same status with another household; the database
 * refuses what slips past.
 */
export async function openRecognition(tx: Tx, by: CommandContext, open: OpenRecognition): Promise<OpenedRecognition> {
  const validFrom = await findFirstDay(tx, by, open);
  const validTo = addMonthsToDay(validFrom, open.months);
  const renewed = await tx.find<{ id: number }>('select id from recognition where household_id = $1 and kind = $2 and valid_from < $3 order by valid_from desc limit 1', [open.householdId, open.kind, validFrom]);
  const number = await nextNumber(tx, `${by.city.short}-RC`, Number(by.today.slice(0, 4)));
  const { id } = await tx.one<{ id: number }>(
    `insert into recognition (kind, number, verify_code, household_id, division_id, case_id, decision_id, renews, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [open.kind, number, verifyCode(), open.householdId, open.divisionId, open.caseId, open.decisionId, renewed?.id ?? null, validFrom, validTo]);
  await tx.run(
    `insert into recognition_person (recognition_id, kind, person_id, household_id, division_id, valid_from, valid_to) select $1, $2, p, $3, $4, $5, $6 from unnest($7::bigint[]) p`,
    [id, open.kind, open.householdId, open.divisionId, validFrom, validTo, open.persons]);
  return { id, number, validFrom, validTo };
}

async function findFirstDay(tx: Tx, by: CommandContext, open: OpenRecognition): Promise<PlainDate> {
  // two decisions on one person at the same moment come one after the other
  await tx.run(`select pg_advisory_xact_lock(hashtextextended('recognition:' || current_schema() || ':' || p, 0)) from (select p from unnest($1::bigint[]) p order by p) ordered`, [open.persons]);
  const held = await listHeld(tx, open.kind, open.persons, by.today);
  const endless = held.filter((one) => one.until === null);
  const first = endless[0];
  if (first) throw new Refusal('recognition.in-conflict', { count: endless.length, what: open.titleOf(first.standing) });
  await refuseElsewhere(tx, open, held);
  return held.reduce<PlainDate>((latest, one) => (one.until !== null && one.until > latest ? one.until : latest), by.today);
}

/** Whom another household's status of this kind covers is not to be renewed with ours: that household's ends for them first. */
async function refuseElsewhere(tx: Tx, open: OpenRecognition, held: readonly Held[]): Promise<void> {
  const same = [...new Set(held.filter((one) => one.standing === open.kind).map((one) => one.personId))];
  const ours = await tx.rows<{ personId: number }>('select distinct person_id as "personId" from recognition_person where household_id = $1 and kind = $2 and known_to is null and person_id = any ($3)', [open.householdId, open.kind, same]);
  if (ours.length < same.length) throw new Refusal('recognition.elsewhere', { count: same.length - ours.length, what: open.titleOf(open.kind) });
}
