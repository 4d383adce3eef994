import mainland from '../../../data/calendar/mainland.json' with { type: 'json' };
import type { Tx } from '../db/tx.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { makeCalendar, readCalendarData, type WorkingCalendar } from '../values/working-days.ts';

const published = readCalendarData(mainland);
const shipped = makeCalendar(published);

/** The working calendar: the notices that ship with the platform, and the years the city has entered since. */
export async function readCalendar(tx: Tx): Promise<WorkingCalendar> {
  const years = (await tx.rows<{ year: number }>('select year from calendar_year where not (year = any ($1))', [published.years])).map((row) => row.year);
  if (years.length === 0) return shipped;
  const days = await tx.rows<{ day: PlainDate; working: boolean }>('select day, working from calendar_day where extract(year from day) = any ($1)', [years]);
  return makeCalendar({
    years: [...published.years, ...years],
    holidays: [...published.holidays, ...days.filter((d) => !d.working).map((d) => d.day)],
    workdays: [...published.workdays, ...days.filter((d) => d.working).map((d) => d.day)],
  });
}
