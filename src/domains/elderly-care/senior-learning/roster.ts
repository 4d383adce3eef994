import type { PlainDate } from '../../../kernel/values/plain-date.ts';

/** One line of the enrolment book: who, on which day, what happened. In the order it was written. */
export interface EnrolmentStep { readonly entry: number; readonly person: number; readonly day: string; readonly step: string }

/** 在读、候补、结业、退了 */
export type Standing = 'sits' | 'waits' | 'completed' | 'gone';
export interface Enrolled { readonly person: number; readonly standing: Standing; /** Day of the step he stands by. */ readonly since: string }
export interface Roster { readonly all: readonly Enrolled[]; readonly sitting: readonly Enrolled[]; /** First come, first served. */ readonly waiting: readonly Enrolled[] }

const STANDING: Readonly<Record<string, Standing>> = { seated: 'sits', 'moved-up': 'sits', waiting: 'waits', 'left-list': 'gone', 'left-course': 'gone', completed: 'completed' };

/** Where everybody stands after these steps, up to a day: by his last step. A learner who completed still has his seat. Pure. */
export function readRoster(steps: readonly EnrolmentStep[], until?: PlainDate | string): Roster {
  const inOrder = steps.filter((one) => until === undefined || one.day <= until).toSorted((a, b) => (a.day === b.day ? a.entry - b.entry : a.day < b.day ? -1 : 1));
  // a person who left and comes again goes to the end
  const last = new Map<number, Enrolled>();
  for (const { person, day, step } of inOrder) {
    last.delete(person);
    last.set(person, { person, standing: STANDING[step] ?? 'gone', since: day });
  }
  const all = [...last.values()];
  return { all, sitting: all.filter((one) => one.standing === 'sits' || one.standing === 'completed'), waiting: all.filter((one) => one.standing === 'waits') };
}

/** What a newcomer gets: a seat if one is free and nobody waits for it, else the end of the list. Pure. */
export const placeFor = (roster: Roster, seats: number): 'seated' | 'waiting' => (roster.waiting.length === 0 && roster.sitting.length < seats ? 'seated' : 'waiting');

/** Who moves up when so many seats are there: the first who wait, never more than seats are free. Pure. */
export const movesUp = (roster: Roster, seats: number): readonly Enrolled[] => roster.waiting.slice(0, Math.max(0, seats - roster.sitting.length));
