import type { CommandContext } from '../db/command.ts';
import type { Tx } from '../db/tx.ts';
import { FOLLOW_UP_DRAFT, followUpDraftValues, type FollowUpDraft } from './draft-follow-up.ts';
import { MAIN_DRAFT, mainDraftValues, type MainDraft } from './draft-main.ts';
import { applyGrantHolds } from './apply-grant-holds.ts';
import { inBulk } from './in-bulk.ts';

/** Writes a draft's lines with their items and makes them due, in one statement whatever their number. Returns how many lines. */
export async function writeMainLines(tx: Tx, by: CommandContext, roll: { id: number; benefit: string }, draft: MainDraft): Promise<number> {
  const values = mainDraftValues(draft);
  const own = values.length + 1;
  await inBulk(tx, () => tx.run(`${MAIN_DRAFT}, ${insertLines('null::bigint', own)}, ${insertItems(own, 'join grants g on g.grant_id = i.grant_id join written w on w.household_id = g.household_id')} ${bookDue(own + 1)}`, [...values, roll.id, by.today]));
  return holdAndCount(tx, by, roll.id, draft.offset);
}

/** The same for a follow-up roll. */
export async function writeFollowUpLines(tx: Tx, by: CommandContext, roll: { id: number; benefit: string }, draft: FollowUpDraft): Promise<number> {
  const values = followUpDraftValues(draft);
  const own = values.length + 1;
  await inBulk(tx, () => tx.run(`${FOLLOW_UP_DRAFT}, ${insertLines('l.retry_of', own)}, ${insertItems(own, 'join written w on w.retry_of = i.retry_of')} ${bookDue(own + 1)}`, [...values, roll.id, by.today]));
  return holdAndCount(tx, by, roll.id, 0);
}

const insertLines = (retryOf: string, roll: number): string => `written as (
  insert into roll_line (roll_id, line_no, household_id, household_number, division_id, head_person_id, hukou_kind, persons, fen, regular_fen, arrears_fen, recovery_fen, outstanding_fen,
                         last_persons, last_fen, last_regular_fen, last_arrears_fen, last_recovery_fen, change, reason, account_id, payee_name, payee_person_id, agent_relation,
                         bank_code, bank_name, account_cipher, account_hash, account_last_four, retry_of, digest, status)
  select $${roll}, l.line_no, l.household_id, l.number, l.division_id, l.head_person_id, l.hukou_kind, l.persons, l.fen, l.regular, l.arrears, l.recovery, l.outstanding,
         l.last_persons, l.last_fen, l.last_regular, l.last_arrears, l.last_recovery, l.change, l.reason, l.account_id, l.holder_name, l.holder_person_id, l.agent_relation,
         l.bank_code, l.bank_name, l.number_cipher, l.number_hash, l.last_four, ${retryOf}, l.digest, case when l.fen > 0 then 'open' else 'nothing' end
    from line l order by l.line_no
  returning id, household_id, division_id, hukou_kind, retry_of)`;

const insertItems = (roll: number, join: string): string => `itemised as (
  insert into roll_line_item (roll_id, line_id, division_id, household_id, grant_id, for_month, item, person_id, fen, funding, cause, occurrence)
  select $${roll}, w.id, w.division_id, w.household_id, i.grant_id, i.for_month, i.item, nullif(i.person, 0), i.fen, i.funding, i.cause, i.occurrence from item i ${join}
  returning id, roll_id, line_id, division_id, household_id, grant_id, for_month, item, person_id, fen)`;

const bookDue = (today: number): string => `
  insert into ledger_entry (division_id, household_id, benefit, roll_id, line_id, item_id, grant_id, for_month, item, person_id, hukou_kind, kind, fen, booked_on)
  select i.division_id, i.household_id, g.benefit, i.roll_id, i.line_id, i.id, i.grant_id, i.for_month, i.item, i.person_id, w.hukou_kind, 'due', i.fen, $${today}
    from itemised i join written w on w.id = i.line_id join (select id, benefit from benefit_grant where id = any (array(select distinct grant_id from item))) g on g.id = i.grant_id`;

async function holdAndCount(tx: Tx, by: CommandContext, roll: number, offset: number): Promise<number> {
  await applyGrantHolds(tx, by, roll);
  const { lines } = await tx.one<{ lines: number }>('select count(*) as lines from roll_line where roll_id = $1 and line_no > $2', [roll, offset]);
  return lines;
}
