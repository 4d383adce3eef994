import type { Tx } from '../../db/tx.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { formatYuan, type Fen } from '../../values/money.ts';

/** One line of what happened to a person: the days it holds (valid time), and the business day the office came to know it (recorded time). */
export interface TimelineEntry {
  readonly kind: 'record' | 'household' | 'case' | 'grant' | 'payment';
  /** The household, case, grant or roll behind the line; the person's own id for a record. */
  readonly ref: number;
  readonly from: string;
  readonly to: string | null;
  readonly title: string;
  readonly note: string;
  /** Null for what came with the set-up. */
  readonly knownOn: string | null;
  /** Day from which the office knew better; null while it stands. */
  readonly correctedOn: string | null;
}

interface Row { kind: TimelineEntry['kind']; ref: number; valid_from: string; valid_to: string | null; title: string; note: string | null; fen: number | null; known_on: string | null; corrected_on: string | null }

const sql = `
  with line as (
    select 'record' as kind, v.person_id as ref, v.valid_from, v.valid_to, v.name as title, v.reason as note, null::bigint as fen, v.known_from, v.known_to
      from person_version v where v.person_id = $1
    union all
    select 'household', m.household_id, m.valid_from, m.valid_to, h.number, m.relation, null, m.known_from, m.known_to
      from household_member m join household h on h.id = m.household_id where m.person_id = $1
    union all
    select 'case', c.id, c.opened_on, null, c.number, m.relation, null, m.command_id, null
      from case_member m join case_file c on c.id = m.case_id where m.person_id = $1
    union all
    select 'grant', v.grant_id, v.from_month, v.to_month, v.benefit, v.reason, v.fen, v.known_from, v.known_to
      from version_person p join grant_version v on v.id = p.version_id where p.person_id = $1
    union all
    select 'payment', l.roll_id, e.on_day, e.on_day + 1, r.benefit, to_char(r.month, 'FMYYYY"年"FMMM"月"') || case e.kind when 'paid' then '，已到账' else '，银行退回：' || coalesce(e.reason, '') end, e.fen, e.command_id, null
      from (select distinct i.line_id from grant_person p join roll_line_item i on i.grant_id = p.grant_id and i.for_month >= p.from_month and (p.to_month is null or i.for_month < p.to_month) where p.person_id = $1) paid
      join roll_line l on l.id = paid.line_id join roll r on r.id = l.roll_id join payment_event e on e.line_id = l.id and e.kind in ('paid', 'failed')
  )
  select l.kind, l.ref, l.valid_from, l.valid_to, l.title, l.note, l.fen, f.business_day as known_on, t.business_day as corrected_on
    from line l
    left join command_days(array(select known_from from line union select known_to from line)) f on f.id = l.known_from
    left join command_days(array(select known_to from line)) t on t.id = l.known_to
   order by l.valid_from, l.known_from, l.kind`;

/** Everything recorded of a person that the caller may see, oldest first; what was corrected stays, with the day it was. */
export async function listTimeline(tx: Tx, person: number): Promise<TimelineEntry[]> {
  const rows = await tx.rows<Row>(sql, [person]);
  const registry = await loadRegistry();
  return rows.map((r) => ({
    kind: r.kind, ref: r.ref, from: r.valid_from, to: r.valid_to, title: r.kind === 'grant' || r.kind === 'payment' ? registry.findBenefit(r.title)?.benefit.title ?? r.title : r.title,
    note: [r.fen === null ? '' : `全户${r.kind === 'payment' ? '' : '每月'} ${formatYuan(r.fen as Fen)} 元`, r.note ?? ''].filter((s) => s !== '').join('，'),
    knownOn: r.known_on, correctedOn: r.corrected_on,
  }));
}
