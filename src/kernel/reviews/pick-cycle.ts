import type { Benefit } from '../contract/matter.ts';
import type { ReviewClass, ReviewCycle } from '../contract/reviews.ts';
import { AppError } from '../contract/refusal.ts';
import { searchPath, shortDivisionCode } from '../policy/division-path.ts';
import { contains } from '../values/period.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** The cycle that holds for a place (division codes, most specific first) on a day: the most specific one in force. Undefined where no law asks for reviews. */
export function pickCycle<F>(benefit: Pick<Benefit<F>, 'reviews'>, divisions: readonly string[], day: PlainDate): ReviewCycle<F> | undefined {
  const inForce = (benefit.reviews?.cycles ?? []).filter((cycle) => contains(cycle.applies, day));
  for (const division of searchPath(divisions)) {
    const here = inForce.find((cycle) => shortDivisionCode(cycle.applies.division) === division);
    if (here) return here;
  }
  return undefined;
}

/** Throws AppError('reviews.no-class') for a class that the cycle does not declare. */
export function getClass(cycle: Pick<ReviewCycle<unknown>, 'id' | 'classes'>, id: string): ReviewClass {
  const found = cycle.classes.find((one) => one.id === id);
  if (!found) throw new AppError('reviews.no-class', `cycle ${cycle.id} declares no class ${id}`);
  return found;
}
