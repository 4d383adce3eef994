import { Refusal } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';
import { adultBornBy } from '../publication/published.ts';
import { loadRegistry } from '../registry/find-declarations.ts';
import { addMonthsToDay } from '../values/add-months-to-day.ts';
import type { PlainDate } from '../values/plain-date.ts';
import { LONGEST_MONTHS } from './basis.ts';

/** Refuses a mandate that would begin in the past, never ends, or names what nobody can apply for. `to` is exclusive. */
export async function checkTerms(terms: { readonly from: PlainDate; readonly to: PlainDate; readonly matters: readonly string[] }, today: PlainDate): Promise<void> {
  if (terms.from < today || terms.to <= terms.from || terms.to > addMonthsToDay(terms.from, LONGEST_MONTHS)) throw new Refusal('mandate.wrong-period', { months: LONGEST_MONTHS });
  const { matters } = await loadRegistry();
  if (!terms.matters.every((id) => matters.some((matter) => matter.id === id && (matter.procedures ?? []).length > 0))) throw new Refusal('mandate.wrong-matter');
}

/** What the registers say of a person, as yes or no: the name is theirs, they live, they are of age. */
export interface Fitness { readonly named: boolean; readonly alive: boolean; readonly adult: boolean }

/** Asks the registers about a person of any area. Refuses where nobody knows from which age somebody is an adult. */
export async function readFitness(tx: Tx, person: number, name: string, at: { readonly today: PlainDate; readonly division: number }): Promise<Fitness> {
  const bornBy = await adultBornBy(tx, at, at.division);
  if (bornBy === '0001-01-01') throw new Refusal('mandate.age-unknown');
  return (await tx.find<{ named: boolean; alive: boolean; adult: boolean | null }>('select * from person_fits($1, $2, $3)', [person, name, bornBy]).then((row) => row && { ...row, adult: row.adult === true }))
    ?? { named: false, alive: true, adult: false };
}
