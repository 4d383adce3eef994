import type { Benefit } from '../contract/matter.ts';
import { getRatio } from '../policy/derive-money.ts';
import type { ParameterBook } from '../policy/parameter-book.ts';
import { addMonths, monthsBetween, type Month } from '../values/month.ts';
import { fen, scaleFen } from '../values/money.ts';
import { firstDayOf } from '../values/plain-date.ts';
import type { PaidVersion, Stretch } from './price-version.ts';

/** What a grant's new amounts come to, in 分. */
export interface Measured {
  readonly firstMonth: Month;
  readonly oldFen: number;
  readonly newFen: number;
  /** Difference of the months before the present one: 补发, or overpaid. */
  readonly pastFen: number;
  /** Difference from the effective month to the end of its year. */
  readonly yearFen: number;
  readonly cityFen: number;
  readonly countyFen: number;
  readonly undividedFen: number;
}

interface Priced { readonly version: PaidVersion; readonly stretches: readonly Stretch[] }

const sum = (lines: readonly { readonly fen: number }[]): number => lines.reduce((total, line) => total + line.fen, 0);

/** Months of a stretch that lie before `end`. */
const monthsIn = (stretch: Stretch, end: Month): number => Math.max(0, monthsBetween(stretch.from, stretch.to !== null && stretch.to < end ? stretch.to : end));

/** Undefined when nothing changes. Pure. */
export function measure(priced: readonly Priced[], at: { readonly benefit: Benefit; readonly book: ParameterBook; readonly divisions: readonly string[]; readonly from: Month; readonly present: Month }): Measured | undefined {
  const changed = priced.flatMap(({ version, stretches }) => stretches.filter((stretch) => stretch.assessment !== null).map((stretch) => ({ version, stretch })));
  const first = changed[0];
  if (first === undefined) return undefined;
  const endOfYear = addMonths(`${at.from.slice(0, 4)}-12` as Month, 1);
  const over = (end: Month): number => changed.reduce((total, { version, stretch }) => total + monthsIn(stretch, end) * (sum(stretch.lines) - sum(version.lines)), 0);
  return {
    firstMonth: first.stretch.from, oldFen: sum(first.version.lines), newFen: sum(first.stretch.lines), pastFen: over(at.present), yearFen: over(endOfYear),
    ...shareOut(first, at),
  };
}

/** Who bears the difference of a month, item by item. A place without a document is not divided, and nothing waits for it. */
function shareOut({ version, stretch }: { readonly version: PaidVersion; readonly stretch: Stretch }, at: { readonly benefit: Benefit; readonly book: ParameterBook; readonly divisions: readonly string[] }) {
  const shares = { cityFen: 0, countyFen: 0, undividedFen: 0 };
  for (const item of new Set([...version.lines, ...stretch.lines].map((line) => line.item))) {
    const of = (lines: readonly { readonly item: string; readonly fen: number }[]): number => sum(lines.filter((line) => line.item === item));
    const difference = of(stretch.lines) - of(version.lines);
    const parameter = at.benefit.funding?.[item];
    const answer = parameter === undefined ? undefined : at.book.read(parameter, at.divisions, firstDayOf(stretch.from), version.hukouKind);
    if (answer?.is === 'value') {
      const city = scaleFen(fen(difference), getRatio(String(answer.reading.value)), 'half-up');
      shares.cityFen += city;
      shares.countyFen += difference - city;
    } else shares.undividedFen += difference;
  }
  return shares;
}
