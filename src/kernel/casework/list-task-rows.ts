import type { Post } from '../access/caller.ts';
import type { Tx } from '../db/tx.ts';
import { shortDivisionName } from '../registers/division/short-division-name.ts';
import { COUNTED_TO } from '../values/counted.ts';
import { addDays, weekdayOf, type PlainDate } from '../values/plain-date.ts';
import type { WorkingCalendar } from '../values/working-days.ts';
import type { OverallState } from './overall-clock.ts';
import { taskClock, type TaskClock } from './task-clock.ts';

export type TaskGroup = 'overdue' | 'today' | 'week' | 'later' | 'waiting';

export interface TaskLine {
  readonly caseId: number; readonly number: string; readonly matter: string; readonly state: string; readonly version: number;
  readonly task: string; readonly title: string; readonly group: TaskGroup; readonly name: string; readonly headcount: number; readonly division: string;
  readonly openedOn: PlainDate; readonly clock: TaskClock | null;
  /** True when the limit of the whole case ends before the task's own, or the task has none: the clock is then the whole case's. */
  readonly wholeCase: boolean;
  /** Objections to the running notice that nobody has answered: something to do although the notice runs. */
  readonly objections: number;
  /** Why this post put it aside for now (稍后); null when it did not, the case has moved since, or a new day has begun. */
  readonly later: string | null;
  /** What it waits for: materials, a notice, others' answers. */
  readonly waiting: { readonly for: 'materials' | 'notice' | 'others'; readonly since: PlainDate; readonly until: PlainDate | null } | null;
}

interface Row {
  caseId: number; number: string; matter: string; state: string; version: number; task: string; title: string; waits: boolean; openedOn: PlainDate; countedFrom: PlainDate; dueOn: PlainDate | null;
  calendar: 'working' | 'calendar' | null; assumed: boolean; pausedSince: PlainDate | null; name: string; headcount: number; division: string; objections: number;
  overall: OverallState | null; overallDueOn: PlainDate | null; later: string | null;
}

// reviews that nobody has touched are thousands in one morning: they have a list of their own, and come here once somebody looks into them
const OPEN = `from case_task t join case_file c on c.id = t.case_id
  where t.done_on is null and t.dropped_on is null and not (c.kind = 'review' and c.state_seq = 1) and t.office_division_id = $1 and $2 = any (t.roles) and ($3::text is null or c.matter = $3) and ($4::bigint is null or c.id = $4)
    and ($5::int is null or c.division_id = $5)`;

/** Tasks that wait for a post: those of its role at its office, most urgent first. Counted exactly to 1,000. */
export async function listTaskRows(tx: Tx, post: Post, today: PlainDate, calendar: WorkingCalendar, wanted: { matter?: string | undefined; caseId?: number | undefined; divisionId?: number | undefined; limit: number; skip?: number | undefined }): Promise<{ lines: TaskLine[]; total: number; more: boolean }> {
  const values = [post.divisionId, post.role, wanted.matter ?? null, wanted.caseId ?? null, wanted.divisionId ?? null];
  const rows = await tx.rows<Row & Record<string, unknown>>(
    `select c.id as "caseId", c.number, c.matter, c.state, c.version, t.task, t.title, t.waits, t.opened_on as "openedOn", t.counted_from as "countedFrom", t.due_on as "dueOn",
            t.limit_calendar as calendar, t.assumed, c.overall, c.overall_due_on as "overallDueOn", c.paused_since as "pausedSince", d.name as division,
            (select m.name_masked from case_member m where m.case_id = c.id and m.person_id = c.applicant_person_id) as name,
            (select count(*)::int from case_member m where m.case_id = c.id) as headcount,
            (select count(*)::int from objection o join public_notice n on n.id = o.notice_id and n.withdrawn_on is null and n.state = c.state
              where o.case_id = c.id and not exists (select 1 from objection_answer a where a.objection_id = o.id)) as objections,
            (select l.reason from task_later l where l.case_id = c.id and l.seen = c.version and l.post_id = $8 and l.put_on = $9) as later
       from (select t.* ${OPEN} order by least(t.due_on, c.overall_due_on) nulls last, t.id limit $6 offset $7) t join case_file c on c.id = t.case_id join division d on d.id = c.division_id
      order by least(t.due_on, c.overall_due_on) nulls last, t.id`, [...values, wanted.limit, wanted.skip ?? 0, post.id, today]);
  const { total } = await tx.one<{ total: number }>(`select count(*)::int as total from (select 1 ${OPEN} limit ${COUNTED_TO + 1}) n`, values);
  const clockOf = rememberClocks(today, calendar);
  return { lines: rows.map((row) => toLine(row, today, clockOf)), total: Math.min(total, COUNTED_TO), more: total > COUNTED_TO };
}

type Limit = NonNullable<ReturnType<typeof urgentLimit>>;

/** Working days are counted once for each pair of days: of a thousand tasks most began and end on the same few. */
function rememberClocks(today: PlainDate, calendar: WorkingCalendar): (limit: Limit) => TaskClock {
  const known = new Map<string, TaskClock>();
  return (limit) => {
    const key = `${limit.from} ${limit.dueOn} ${limit.calendar} ${limit.assumed} ${limit.wholeCase}`;
    const clock = known.get(key) ?? taskClock(limit, today, calendar);
    known.set(key, clock);
    return clock;
  };
}

function toLine(row: Row, today: PlainDate, clockOf: (limit: Limit) => TaskClock): TaskLine {
  const limit = urgentLimit(row);
  const clock = limit ? clockOf(limit) : null;
  const waiting = waitingFor(row, today);
  const { caseId, number, matter, state, version, task, title, name, headcount, division, openedOn, objections, later } = row;
  return {
    caseId, number, matter, state, version, task, title, name, headcount, division: shortDivisionName(division), openedOn, objections, clock, waiting, later, wholeCase: limit?.wholeCase === true,
    group: groupOf(limit?.dueOn ?? null, waiting !== null, today),
  };
}

/** The limit that ends first: the task's own or the whole case's. */
function urgentLimit(row: Row): { from: PlainDate; dueOn: PlainDate; calendar: 'working' | 'calendar'; assumed: boolean; wholeCase: boolean } | undefined {
  const { overall, overallDueOn } = row;
  if (overall && overallDueOn && (row.dueOn === null || overallDueOn < row.dueOn)) return { from: overall.from, dueOn: overallDueOn, calendar: overall.calendar, assumed: overall.assumed, wholeCase: true };
  return row.dueOn && row.calendar ? { from: row.countedFrom, dueOn: row.dueOn, calendar: row.calendar, assumed: row.assumed, wholeCase: false } : undefined;
}

function waitingFor(row: Row, today: PlainDate): TaskLine['waiting'] {
  if (row.pausedSince) return { for: 'materials', since: row.pausedSince, until: null };
  if (row.objections > 0) return null;
  if (row.countedFrom >= today && row.countedFrom > row.openedOn) return { for: 'notice', since: row.openedOn, until: row.countedFrom };
  return row.waits ? { for: 'others', since: row.openedOn, until: row.dueOn } : null;
}

/** Pure: where a line stands in the worklist. The week ends on Sunday. */
export function groupOf(dueOn: PlainDate | null, waiting: boolean, today: PlainDate): TaskGroup {
  if (waiting) return 'waiting';
  if (dueOn === null) return 'later';
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return dueOn <= addDays(today, 7 - weekdayOf(today)) ? 'week' : 'later';
}
