import { readCalendar } from '../../../../kernel/casework/read-calendar.ts';
import type { Tx } from '../../../../kernel/db/tx.ts';
import { loadBook } from '../../../../kernel/policy/load-book.ts';
import { shortDivisionName } from '../../../../kernel/registers/division/short-division-name.ts';
import { loadRegistry } from '../../../../kernel/registry/find-declarations.ts';
import type { PlainDate } from '../../../../kernel/values/plain-date.ts';
import { addWorkingDays } from '../../../../kernel/values/working-days.ts';
import { seriousDays, warningDays } from '../parameters.ts';
import { daysLeft, DELAYS, delayOf, type Delay, type DelayLimits } from './delay.ts';

/** A running limit, whoever keeps it. */
export interface ClockLine {
  readonly source: string; readonly subjectId: number; readonly matter: string; readonly office: string; readonly title: string; readonly number: string; readonly openedOn: PlainDate; readonly dueOn: PlainDate; readonly path: string;
  readonly divisionId: number; readonly left: number; readonly delay: Delay; readonly delayTitle: string; readonly notes: number; readonly openNotes: number;
}
interface Row { source: string; subject_id: number; division_id: number; matter: string; office: string; title: string; number: string; opened_on: PlainDate; due_on: PlainDate; path: string; notes: number; open_notes: number }

/** Tasks of every matter's procedures. What stands still (公示, 等补材料) is not late. */
const TASKS = `select 'task' as source, t.id as subject_id, t.division_id, c.matter, o.name as office, t.title, c.number, t.opened_on, t.due_on, '/cases/' || c.id as path
  from case_task t join case_file c on c.id = t.case_id join division o on o.id = t.office_division_id
 where t.done_on is null and t.dropped_on is null and t.due_on is not null and not t.waits and c.paused_since is null and t.opened_on <= $1::date`;

const MOST = 5000;

export async function readDelayLimits(tx: Tx, city: string, day: PlainDate): Promise<DelayLimits> {
  const book = await loadBook(tx);
  const read = (id: string): number | null => {
    const answer = book.read(id, [city, city.slice(0, 2)], day);
    return answer.is === 'gap' ? null : Number(answer.reading.value);
  };
  return { warningDays: read(warningDays.id), seriousDays: read(seriousDays.id) };
}

/** Every clock in the caller's sight that is over, due, or near its end, the latest first: procedures of all matters and the limits matters declare. */
export async function listClocks(tx: Tx, city: string, today: PlainDate): Promise<{ lines: ClockLine[]; limits: DelayLimits }> {
  const [registry, calendar, limits] = [await loadRegistry(), await readCalendar(tx), await readDelayLimits(tx, city, today)];
  const until = addWorkingDays(calendar, today, limits.warningDays ?? 0).day;
  const watches = registry.watches.map((watch) => `select '${watch.id}' as source, w.subject_id, w.division_id, '${watch.title}' as matter, w.office, w.title, w.number, w.opened_on, w.due_on, w.path from (${watch.sql}) w`);
  const rows = await tx.rows<Row & Record<string, unknown>>(
    `select k.*, (select count(*)::int from supervision_note n where n.source = k.source and n.subject_id = k.subject_id) as notes,
            (select count(*)::int from supervision_note n where n.source = k.source and n.subject_id = k.subject_id and n.state = 'open') as open_notes
       from (${[TASKS, ...watches].join(' union all ')}) k where k.due_on <= greatest($2::date, $1::date) order by k.due_on, k.source, k.subject_id limit ${MOST}`, [today, until]);
  return {
    limits,
    lines: rows.map((row) => {
      const delay = delayOf(row.due_on, today, calendar, limits);
      return {
        source: row.source, subjectId: row.subject_id, divisionId: row.division_id, matter: registry.findMatter(row.matter)?.title ?? row.matter, office: shortDivisionName(row.office), title: row.title, number: row.number, openedOn: row.opened_on,
        dueOn: row.due_on, path: row.path, left: daysLeft(row.due_on, today, calendar), delay, delayTitle: DELAYS[delay], notes: row.notes, openNotes: row.open_notes,
      };
    }),
  };
}
