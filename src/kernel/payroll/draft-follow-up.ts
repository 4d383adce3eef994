import { lineDigest } from './line-digest.ts';

/** The frozen input of a follow-up roll: failed lines of one roll, paid again into the account known at `knownAt`. */
export interface FollowUpDraft {
  readonly lineIds: readonly number[];
  readonly knownAt: number;
  readonly drawnOn: string;
}

export const followUpDraftValues = (draft: FollowUpDraft): unknown[] => [draft.lineIds, draft.knownAt, draft.drawnOn];

/** `with …` up to the tables `line` and `item` of a follow-up roll; amounts as they were on the failed lines, accounts of now. */
export const FOLLOW_UP_DRAFT = `with
  failed as (
    select l.*, d.code, e.code as failed_code, e.reason as failed_reason
      from roll_line l join division d on d.id = l.division_id join payment_event e on e.line_id = l.id and e.kind = 'failed' where l.id = any ($1::bigint[])
  ),
  item as materialized (
    select i.line_id as retry_of, i.grant_id, i.for_month, i.item, coalesce(i.person_id, 0) as person, i.fen, i.funding, i.cause, i.occurrence from roll_line_item i join failed f on f.id = i.line_id
  ),
  items as (
    select retry_of, string_agg(for_month || ':' || item || ':' || cause || ':' || occurrence || ':' || fen, ',' order by for_month, item collate "C", cause collate "C", occurrence, fen) as items from item group by retry_of
  ),
  worded as (
    select f.id as retry_of, f.household_id, f.household_number as number, f.code, f.division_id, f.head_person_id, f.hukou_kind, f.persons, f.fen, f.regular_fen as regular, f.arrears_fen as arrears,
           f.recovery_fen as recovery, f.account_hash as old_hash, i.items, f.failed_reason, a.id as account_id, a.holder_name, a.holder_person_id, a.agent_relation, a.bank_code, a.bank_name, a.number_cipher, a.number_hash, a.last_four
      from failed f join items i on i.retry_of = f.id
      left join lateral (
        select * from payee_account p
         where p.household_id = f.household_id and p.known_from <= $2 and (p.known_to is null or p.known_to > $2) and p.valid_from <= $3 and (p.valid_to is null or p.valid_to > $3)
         order by p.valid_from desc limit 1) a on true
  ),
  reasoned as (
    select w.*, '上次退回：' || coalesce(w.failed_reason, '') || case when w.number_hash is distinct from w.old_hash then '，已换账号' else '，原账号再发' end as reason from worded w
  ),
  line as materialized (
    select w.*, row_number() over (order by w.code collate "C", w.number collate "C") as line_no, null::text as change, 0 as outstanding,
           0 as last_persons, 0 as last_fen, 0 as last_regular, 0 as last_arrears, 0 as last_recovery,
           ${lineDigest('w.number', 'w.persons', 'w.fen', 'w.items', 'w.number_hash', 'null::text', 'w.reason')} as digest
      from reasoned w
  )`;
