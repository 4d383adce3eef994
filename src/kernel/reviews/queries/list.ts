import { z } from 'zod';
import { divisionInput, monthInput } from '../../contract/door-fields.ts';
import { pickCycle } from '../pick-cycle.ts';
import { readStart } from '../plan-grants.ts';
import { divisionCodes } from '../../casework/find-office.ts';
import type { ProcedureSource } from '../../casework/case-registry.ts';
import { plainTitleOf } from '../../contract/matter.ts';
import { defineQuery } from '../../contract/door.ts';
import { planForArea } from '../../db/area-plan.ts';
import { Refusal } from '../../contract/refusal.ts';
import { shortDivisionName } from '../../registers/division/short-division-name.ts';
import { loadRegistry } from '../../registry/find-declarations.ts';
import { COUNTED_TO } from '../../values/counted.ts';
import { maskName } from '../../values/name-mask.ts';
import { month, monthOf } from '../../values/month.ts';
import { dueDay } from '../next-review.ts';

interface Row extends Record<string, unknown> {
  readonly grant: number; readonly caseId: number | null; readonly seen: number | null; readonly number: string | null; readonly state: string | null; readonly household: number; readonly householdNumber: string; readonly head: string | null;
  readonly persons: number; readonly fen: number; readonly village: string; readonly town: string; readonly townId: number; readonly class: string; readonly because: string; readonly setBy: 'rules' | 'clerk'; readonly countedFrom: string; readonly due: string;
  readonly differences: readonly string[]; readonly checkedOn: string | null; readonly asked: number; readonly answered: number; readonly unsigned: number;
}

const STANDS = {
  /** Open and untouched: can be kept in bulk. */
  open: 'c.id is not null and c.state_seq = 1',
  overdue: `c.id is not null and p.due_month < date_trunc('month', $2::date)`,
  working: 'c.id is not null and c.state_seq > 1',
  /** Not yet open: its month has not come, or another case about the grant stands in the way. */
  coming: 'c.id is null',
} as const;

/** 定期复核: the households of one's area whose review is open, overdue, being looked into or coming, with what the check says of each. */
export const makeList = (source: ProcedureSource) => defineQuery({
  id: 'reviews.list', title: '定期复核', allow: { staff: true }, sensitive: true,
  input: z.strictObject({
    /** The only one that is reviewed, where nothing is said. */
    benefit: z.string().max(60).optional(), view: z.enum(['open', 'overdue', 'working', 'coming']).default('open'), town: divisionInput.optional(), class: z.string().max(40).optional(),
    /** YYYY-MM in which the review falls due. */
    month: monthInput.optional(), differing: z.boolean().optional(), limit: z.int().min(1).max(1000).default(200), skip: z.int().min(0).default(0),
  }),
  async run(tx, input, by) {
    const registry = await source();
    const reviewed = registry.matters.flatMap((matter) => (matter.benefits ?? []).filter((one) => one.reviews).map((benefit) => ({ matter, benefit })));
    const found = input.benefit === undefined ? reviewed[0] : reviewed.find((one) => one.benefit.id === input.benefit);
    if (!found) throw new Refusal('review.no-cycle');
    const benefit = found.benefit.id;
    const post = by.caller.post;
    const path = post ? await divisionCodes(tx, post.divisionId) : [by.city.code];
    const cycle = pickCycle(found.benefit, path, by.today);
    const values = [benefit, by.today, input.town ?? null, input.class ?? null, input.month === undefined ? null : `${input.month}-01`, input.differing ?? null];
    const ordered = <T>(read: () => Promise<T>): Promise<T> => (input.view === 'coming' ? planForArea(tx, by.caller, 'in-order', read) : read());
    const rows = await ordered(() => tx.rows<Row>(
      `select p.grant_id as grant, c.id as "caseId", c.version as seen, c.number, c.state, p.household_id as household, h.number as "householdNumber", hp.name as head,
              coalesce(v.persons, 0) as persons, coalesce(v.fen, 0) as fen, d.name as village, t.name as town, t.id as "townId", p.class, p.because, p.set_by as "setBy",
              to_char(p.counted_from, 'YYYY-MM') as "countedFrom", to_char(p.due_month, 'YYYY-MM') as due, p.differences, p.checked_on as "checkedOn",
              (select count(*)::int from verification_request r where r.case_id = c.id) as asked, (select count(*)::int from verification_request r where r.case_id = c.id and r.state in ('answered', 'manual')) as answered,
              (select count(*)::int from case_member m where m.case_id = c.id and not exists (select 1 from authorisation a where a.case_id = m.case_id and a.person_id = m.person_id)) as unsigned
         from (select p.*, c.id as case_id ${from(input.view, 'join household h on h.id = p.household_id join division d on d.id = p.division_id')} order by p.due_month, d.code, h.number limit $7 offset $8) p
         join household h on h.id = p.household_id join division d on d.id = p.division_id join division t on t.id = office_of(p.division_id, 'town')
         left join case_file c on c.id = p.case_id left join grant_version v on v.id = p.version_id left join person hp on hp.id = h.head_person_id
        order by p.due_month, d.code, h.number`, [...values, input.limit, input.skip]));
    const { total, clean } = await tx.one<{ total: number; clean: number }>(
      `select count(*)::int as total, count(*) filter (where n.differences = '{}')::int as clean from (select p.differences ${from(input.view)} limit ${COUNTED_TO + 1}) n`, values);
    const counts = await countViews(tx, benefit, by.today);
    by.saw('household', rows.map((row) => row.household), '定期复核');
    const start = await readStart(tx, benefit);
    return {
      today: by.today, benefit: { id: benefit, title: plainTitleOf(found.matter) }, benefits: reviewed.map((one) => ({ id: one.benefit.id, title: plainTitleOf(one.matter) })), start,
      cycle: cycle ? { id: cycle.id, title: cycle.title, law: cycle.law, postponed: cycle.postponed ?? null, classes: cycle.classes.map(({ id, title, months }) => ({ id, title, months })) } : null,
      counts, total, clean, dueNow: monthOf(by.today), towns: await listTowns(tx, benefit),
      rows: rows.map((row) => ({
        ...row, head: row.head === null ? null : maskName(row.head), village: shortDivisionName(row.village), town: shortDivisionName(row.town), dueOn: dueDay(month(row.due)),
        overdue: row.caseId !== null && row.due < monthOf(by.today), className: cycle?.classes.find((one) => one.id === row.class)?.title ?? row.class,
      })),
    };
  },
});
export default makeList(loadRegistry);

const from = (view: keyof typeof STANDS, joins = ''): string => `
  from review_plan p join benefit_grant g on g.id = p.grant_id and g.state = 'active'
  left join case_file c on c.grant_id = p.grant_id and c.outcome is null and c.kind = 'review' ${joins}
 where p.benefit = $1 and ${STANDS[view]} and $2::date is not null and ($3::int is null or p.division_id in (select divisions_under($3))) and ($4::text is null or p.class = $4)
   and ($5::date is null or p.due_month = $5) and ($6::boolean is null or (p.differences <> '{}') = $6)`;

async function countViews(tx: Parameters<typeof readStart>[0], benefit: string, today: string): Promise<Record<keyof typeof STANDS, number>> {
  // what is open is read from the open cases, few beside the plans of a whole city; each count stops where the screen would say 超过
  const open = `from case_file c join review_plan p on p.grant_id = c.grant_id and p.benefit = $1 join benefit_grant g on g.id = p.grant_id and g.state = 'active' where c.outcome is null and c.kind = 'review' and $2::date is not null`;
  const coming = `from review_plan p join benefit_grant g on g.id = p.grant_id and g.state = 'active' left join case_file c on c.grant_id = p.grant_id and c.outcome is null and c.kind = 'review' where p.benefit = $1 and $2::date is not null`;
  const views = Object.entries(STANDS).map(([id, where]) => `(select count(*)::int from (select 1 ${id === 'coming' ? coming : open} and ${where} limit ${COUNTED_TO + 1}) n) as ${id}`).join(', ');
  return tx.one(`select ${views}`, [benefit, today]);
}

const listTowns = (tx: Parameters<typeof readStart>[0], benefit: string): Promise<{ id: number; name: string }[]> => tx.rows(
  `select distinct t.id, t.name from places_of(array(select v.id from division v where v.id = any (caller_divisions()) and exists (select 1 from review_plan p where p.division_id = v.id and p.benefit = $1)), '-infinity', 'town') o
     join division t on t.id = o.place order by t.name`, [benefit]);
