import { lineDigest } from './line-digest.ts';

/** The frozen input of a main roll. Everything read is read as known at `knownAt`, so it can be computed again on any later day. */
export interface MainDraft {
  /** All that is paid on the roll. */
  readonly benefits: readonly string[];
  /** First day of the month. */
  readonly month: string;
  readonly knownAt: number;
  /** Divisions whose households are drawn. */
  readonly divisions: readonly number[];
  /** Every household that ever stood in one of them: all that is read is read of these, so that a piece costs what its own households cost. */
  readonly households: readonly number[];
  readonly drawnOn: string;
  readonly previous: { readonly id: number; readonly month: string; readonly knownAt: number } | null;
  /** Lines before the first of this piece. */
  readonly offset: number;
}

export const mainDraftValues = (draft: MainDraft): unknown[] => [
  draft.benefits, draft.month, draft.knownAt, draft.divisions, draft.drawnOn, draft.previous?.id ?? null, draft.previous?.month ?? null, draft.previous?.knownAt ?? 0, draft.offset, draft.households,
];

/** Where a household stood, and what its grants were worth month by month, as known at the draw. */
const entitlement = `
  place as materialized (
    select distinct on (hv.household_id) hv.household_id, hv.division_id, hv.head_person_id
      from household_version hv
     where hv.household_id = any ($10::bigint[]) and hv.known_from <= $3 and (hv.known_to is null or hv.known_to > $3)
       and hv.household_id in (select g.household_id from benefit_grant g where g.household_id = any ($10::bigint[]) and g.benefit = any ($1::text[]))
     order by hv.household_id, (hv.valid_from <= $5) desc, hv.valid_from desc
  ),
  -- grants of which something is known now that the roll before did not know, or of which it left something to recover
  mine as materialized (select id, household_id, command_id from benefit_grant where household_id = any ($10::bigint[]) and benefit = any ($1::text[])),
  touched as materialized (
    select grant_id from grant_version where household_id = any ($10::bigint[]) and benefit = any ($1::text[]) and (known_from > $8 and known_from <= $3 or known_to > $8 and known_to <= $3)
    union
    select grant_id from roll_line_item where grant_id = any (array(select id from mine)) and known_to > $8 and known_to <= $3
    union
    select g.id from roll_line l join mine g on g.household_id = l.household_id where l.roll_id = $6 and l.household_id = any ($10::bigint[]) and l.outstanding_fen > 0
  ),
  -- of the others, all months up to the roll before are settled
  grants as materialized (
    select g.id as grant_id, g.household_id,
           case when $6::bigint is null or t.grant_id is not null then date '0001-01-01' else ($7::date + interval '1 month')::date end as since
      from mine g join place p using (household_id) left join touched t on t.grant_id = g.id
     where g.command_id <= $3 and p.division_id = any ($4::int[])
  ),
  versions as materialized (
    select v.id, v.grant_id, g.household_id, g.since, v.from_month, v.to_month, v.state, v.persons, v.hukou_kind, v.change, v.basis, v.reason,
           ($6::bigint is null or v.known_from > $8 or v.from_month > $7::date) as fresh
      from grant_version v join grants g using (grant_id)
     where v.household_id = any ($10::bigint[]) and v.known_from <= $3 and (v.known_to is null or v.known_to > $3) and v.from_month <= $2 and (v.to_month is null or v.to_month > g.since)
  ),
  entitled as (
    select v.grant_id, m.month::date as for_month, l.item, coalesce(l.person_id, 0) as person, sum(l.fen)::bigint as fen, max(l.funding) as funding
      from versions v join (select * from grant_line where version_id = any (array(select id from versions))) l on l.version_id = v.id
     cross join lateral generate_series(greatest(v.from_month, v.since)::timestamp, least(coalesce(v.to_month - interval '1 month', $2::date), $2::date)::timestamp, interval '1 month') as m (month)
     group by 1, 2, 3, 4
  ),
  booked as (
    select i.grant_id, i.for_month, i.item, coalesce(i.person_id, 0) as person, sum(i.fen)::bigint as fen, max(i.funding) as funding, bool_or(i.cause = 'regular') as regular,
           coalesce(max(i.occurrence) filter (where i.cause = 'arrears'), 0) as arrears_no, coalesce(max(i.occurrence) filter (where i.cause = 'recovery'), 0) as recovery_no
      from roll_line_item i join grants g using (grant_id)
     where i.grant_id = any (array(select grant_id from grants)) and i.command_id < $3 and (i.known_to is null or i.known_to > $3) and i.for_month >= g.since and i.for_month <= $2
     group by 1, 2, 3, 4
  )`;

/** What is due against what rolls already carry: the month itself, arrears, and what was overpaid. */
const differences = `
  compared as (
    select grant_id, for_month, item, person, sum(due)::bigint as due, sum(done)::bigint as done, max(funding) as funding,
           bool_or(bool_or(regular)) over (partition by grant_id, for_month) as month_booked, max(arrears_no) as arrears_no, max(recovery_no) as recovery_no
      from (select grant_id, for_month, item, person, fen as due, 0 as done, funding, false as regular, 0 as arrears_no, 0 as recovery_no from entitled
            union all
            select grant_id, for_month, item, person, 0, fen, funding, regular, arrears_no, recovery_no from booked) both_sides
     group by 1, 2, 3, 4
  ),
  caused as (
    select *, due - done as fen, case when not month_booked and due <> 0 and (done = 0 or due > done) then 'regular' when due > done then 'arrears' else 'recovery' end as cause
      from compared where due <> done
  ),
  -- overpaid: first set against what the same month has too little of, then by the recovery plan, never more than this month's amount
  overpaid as (
    select c.grant_id, c.for_month, c.item, c.person, c.funding, c.recovery_no, -c.fen as owed,
           least(-c.fen, greatest(0, m.short - (sum(-c.fen) over (partition by c.grant_id, c.for_month order by c.item collate "C", c.person) + c.fen)))::bigint as offset_fen
      from caused c
      join (select grant_id, for_month, greatest(0, coalesce(sum(fen) filter (where cause <> 'recovery' and for_month < $2), 0)) as short from caused group by 1, 2) m using (grant_id, for_month)
     where c.cause = 'recovery'
  ),
  recoverable as (
    select o.grant_id, sum(o.owed - o.offset_fen)::bigint as rest, p.monthly_fen, p.total_fen,
           least(coalesce(p.monthly_fen, 0), greatest(0, coalesce(r.fen, 0)), sum(o.owed - o.offset_fen))::bigint as planned
      from overpaid o
      left join lateral (select monthly_fen, total_fen from recovery_plan where grant_id = o.grant_id and command_id <= $3 order by command_id desc limit 1) p on true
      left join (select grant_id, sum(fen) as fen from caused where cause = 'regular' and for_month = $2 group by 1) r on r.grant_id = o.grant_id
     group by o.grant_id, p.monthly_fen, p.total_fen, r.fen
  ),
  recovered as (
    select o.grant_id, o.for_month, o.item, o.person, o.funding, o.recovery_no,
           (o.offset_fen + least(o.owed - o.offset_fen,
             greatest(0, r.planned - (sum(o.owed - o.offset_fen) over (partition by o.grant_id order by o.for_month, o.item collate "C", o.person) - (o.owed - o.offset_fen)))))::bigint as fen
      from overpaid o join recoverable r using (grant_id)
  ),
  item as materialized (
    select c.grant_id, c.for_month, c.item, c.person, c.fen, c.funding, c.cause, case when c.cause = 'regular' then 1 else c.arrears_no + 1 end as occurrence from caused c where c.cause <> 'recovery'
    union all
    select grant_id, for_month, item, person, -fen, funding, 'recovery', recovery_no + 1 from recovered where fen > 0
  )`;

/** Words for a stretch of months: 10月, or 10月至11月; with the year when it is another. */
const months = (low: string, high: string): string =>
  `case when extract(year from ${low}) = extract(year from $2::date) then '' else to_char(${low}, 'YYYY"年"') end || to_char(${low}, 'FMMM"月"')
   || case when ${low} = ${high} then '' else '至' || to_char(${high}, 'FMMM"月"') end`;

/** One line a household, in business order, with the reason of every change. */
const lines = `
  paid_now as (
    select household_id, sum(persons)::int as persons, max(hukou_kind) as hukou_kind,
           coalesce(bool_and(basis = 'takeover') filter (where state = 'paid'), false) as taken_over, bool_or(change = 'resumed') as resumed, bool_or(change = 'standard' and fresh) as standard, bool_or(change = 'phase-out' and fresh) as phasing_out,
           string_agg(distinct reason, '；' order by reason) filter (where fresh and reason <> '') as reason
      from versions where from_month <= $2 and (to_month is null or to_month > $2) group by household_id
  ),
  money as (
    select g.household_id,
           coalesce(sum(i.fen) filter (where i.for_month = $2 and i.cause <> 'recovery'), 0)::bigint as regular, coalesce(sum(i.fen) filter (where i.for_month < $2 and i.cause <> 'recovery'), 0)::bigint as arrears,
           coalesce(sum(i.fen) filter (where i.cause = 'recovery'), 0)::bigint as recovery,
           min(i.for_month) filter (where i.for_month < $2 and i.cause <> 'recovery') as arrears_from, max(i.for_month) filter (where i.for_month < $2 and i.cause <> 'recovery') as arrears_to,
           bool_or(i.for_month < $2 and i.cause = 'arrears') as differs,
           string_agg(i.for_month || ':' || i.item || ':' || i.cause || ':' || i.occurrence || ':' || i.fen, ',' order by i.for_month, i.item collate "C", i.cause collate "C", i.occurrence, i.fen) as items
      from item i join grants g using (grant_id) group by g.household_id
  ),
  late_reason as (
    select v.household_id, string_agg(distinct v.reason, '；' order by v.reason) as reason
      from item i join versions v on v.grant_id = i.grant_id and v.from_month <= i.for_month and (v.to_month is null or v.to_month > i.for_month)
     where i.for_month < $2 and i.cause <> 'regular' and v.fresh and v.reason <> '' group by v.household_id
  ),
  owing as (
    select g.household_id, sum(r.rest - r.planned)::bigint as outstanding,
           string_agg('多发 ' || to_char(r.total_fen / 100.0, 'FM999,999,990.00') || '，分 ' || ceil(r.total_fen::numeric / r.monthly_fen) || ' 期，第 '
             || ceil(greatest(0, r.total_fen - r.rest)::numeric / r.monthly_fen) + 1 || ' 期', '；') filter (where r.planned > 0) as plan
      from recoverable r join grants g using (grant_id) group by g.household_id
  ),
  before as (select household_id, persons, fen, regular_fen, arrears_fen, recovery_fen from roll_line where roll_id = $6 and household_id = any ($10::bigint[])),
  facts as (
    select p.household_id, p.division_id, p.head_person_id, h.number, d.code, coalesce(n.hukou_kind, h.hukou_kind) as hukou_kind, coalesce(n.persons, 0) as persons,
           coalesce(m.regular, 0) as regular, coalesce(m.arrears, 0) as arrears, coalesce(m.recovery, 0) as recovery, coalesce(o.outstanding, 0) as outstanding, coalesce(m.items, '') as items,
           coalesce(b.persons, 0) as last_persons, coalesce(b.fen, 0) as last_fen, coalesce(b.regular_fen, 0) as last_regular, coalesce(b.arrears_fen, 0) as last_arrears, coalesce(b.recovery_fen, 0) as last_recovery,
           case when coalesce(n.persons, 0) > 0 and coalesce(b.persons, 0) = 0 then case when n.resumed then 'resumed' when n.taken_over then 'taken-over' else 'new' end
                when coalesce(n.persons, 0) = 0 and b.persons > 0 then 'stopped'
                when n.persons > b.persons then 'members-added' when n.persons < b.persons then 'members-removed'
                when coalesce(m.regular, 0) <> coalesce(b.regular_fen, 0) then case when n.standard then 'standard' when coalesce(m.regular, 0) > b.regular_fen then 'income-down' else 'income-up' end end as change,
           coalesce(n.reason, '') as now_reason, n.phasing_out, m.arrears_from, m.arrears_to, m.differs, coalesce(l.reason, '') as late_reason, coalesce(o.plan, '') as plan
      from place p join (select * from household where id = any ($10::bigint[])) h on h.id = p.household_id join division d on d.id = p.division_id
      left join paid_now n on n.household_id = p.household_id left join money m on m.household_id = p.household_id
      left join late_reason l on l.household_id = p.household_id left join owing o on o.household_id = p.household_id left join before b on b.household_id = p.household_id
     where p.division_id = any ($4::int[]) and (n.persons > 0 or m.household_id is not null or o.outstanding > 0 or b.persons > 0 or b.fen > 0)
  ),
  worded as (
    select f.*, f.regular + f.arrears + f.recovery as fen,
           concat_ws('；', case when f.change is not null or f.phasing_out then nullif(f.now_reason, '') end,
             case when f.arrears <> 0 then '补发' || ${months('f.arrears_from', 'f.arrears_to')} || case when f.differs then '差额' else '' end end,
             case when f.differs or f.recovery <> 0 then nullif(case when f.change is null or f.late_reason <> f.now_reason then f.late_reason else '' end, '') end,
             case when f.recovery <> 0 then coalesce(nullif(f.plan, ''), '与补发相抵') end) as reason
      from facts f
  ),
  account as (
    select distinct on (p.household_id) p.* from payee_account p join facts f on f.household_id = p.household_id
     where p.household_id = any ($10::bigint[]) and p.known_from <= $3 and (p.known_to is null or p.known_to > $3) and p.valid_from <= $5 and (p.valid_to is null or p.valid_to > $5)
     order by p.household_id, p.valid_from desc
  ),
  line as materialized (
    select w.*, row_number() over (order by w.code collate "C", w.number collate "C") + $9::int as line_no,
           a.id as account_id, a.holder_name, a.holder_person_id, a.agent_relation, a.bank_code, a.bank_name, a.number_cipher, a.number_hash, a.last_four,
           ${lineDigest('w.number', 'w.persons', 'w.fen', 'w.items', 'a.number_hash', 'w.change', 'w.reason')} as digest
      from worded w left join account a using (household_id)
  )`;

/** `with …` up to the tables `line` and `item` of a main roll; values by `mainDraftValues`. */
export const MAIN_DRAFT = `with ${entitlement}, ${differences}, ${lines}`;
