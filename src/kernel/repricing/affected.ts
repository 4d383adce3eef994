import type { Benefit } from '../contract/matter.ts';
import type { HukouKind } from '../contract/parameter.ts';
import { searchPath, shortDivisionCode } from '../policy/division-path.ts';
import type { ParameterBook } from '../policy/parameter-book.ts';
import type { Registry } from '../registry/registry.ts';
import { addMonths, monthOf, type Month } from '../values/month.ts';
import { firstDayOf, type PlainDate } from '../values/plain-date.ts';

/** A parameter and every other that follows it by a formula, near or far. */
export function listFollowing(book: Pick<ParameterBook, 'values'>, parameter: string): string[] {
  const found = new Set([parameter]);
  for (let before = 0; before !== found.size;) {
    before = found.size;
    for (const value of book.values) if (value.is === 'derived' && found.has(value.base)) found.add(value.parameter);
  }
  return [...found];
}

/** Benefits whose matters read any of these parameters. */
export function listBenefits(registry: Pick<Registry, 'matters'>, parameters: readonly string[]): Benefit[] {
  return registry.matters.filter((matter) => matter.parameters?.some((one) => parameters.includes(one.id))).flatMap((matter) => matter.benefits ?? []);
}

/** Standards hold by whole months, read on the first: one that begins on the 15th counts from the next month. */
export const firstMonthOf = (day: PlainDate): Month => (day.endsWith('-01') ? monthOf(day) : addMonths(monthOf(day), 1));

/** Where and for whom figures are read. */
export interface Place { readonly divisions: readonly string[]; readonly hukouKind: HukouKind }

/** Months after `from` (before `to`) in which one of the amounts is another than in the month before; a gap changes nothing. */
export function listChanges(book: ParameterBook, parameters: readonly string[], place: Place, from: Month, to: Month | null): readonly Month[] {
  const known = changes.get(book) ?? new Map<string, readonly Month[]>();
  changes.set(book, known);
  const key = `${place.hukouKind}|${from}|${to ?? ''}|${parameters.join(',')}|${place.divisions.join(',')}`;
  const months = known.get(key) ?? findChanges(book, parameters, place, from, to);
  known.set(key, months);
  return months;
}

/** The same for every household of a kind and place: worked out once a book. */
const changes = new WeakMap<ParameterBook, Map<string, readonly Month[]>>();

function findChanges(book: ParameterBook, parameters: readonly string[], place: Place, from: Month, to: Month | null): Month[] {
  const money = parameters.filter((id) => book.findParameter(id)?.kind === 'money');
  const last = new Map(money.map((id) => [id, readAmount(book, id, place, firstDayOf(from))]));
  return listCandidates(book, parameters, place).filter((month) => month > from && (to === null || month < to)).filter((month) => {
    const changed = money.map((id) => {
      const amount = readAmount(book, id, place, firstDayOf(month));
      if (amount === undefined || amount === last.get(id)) return false;
      last.set(id, amount);
      return true;
    });
    return changed.includes(true);
  });
}

/** An amount on a day; undefined where nobody entered one. */
export function readAmount(book: ParameterBook, id: string, place: Place, day: PlainDate): number | undefined {
  const answer = book.read(id, place.divisions, day, place.hukouKind);
  return answer.is === 'gap' ? undefined : Number(answer.reading.value);
}

const candidates = new WeakMap<ParameterBook, Map<string, Month[]>>();

/** Months in which some entry for the place begins or ends, in order; worked out once a book and place. */
function listCandidates(book: ParameterBook, parameters: readonly string[], place: Place): Month[] {
  const known = candidates.get(book) ?? new Map<string, Month[]>();
  candidates.set(book, known);
  const key = `${parameters.join(',')}|${place.divisions.join(',')}`;
  let months = known.get(key);
  if (months === undefined) {
    const path = searchPath(place.divisions);
    const days = book.values.filter((value) => parameters.includes(value.parameter) && path.includes(shortDivisionCode(value.division))).flatMap((value) => (value.to === null ? [value.from] : [value.from, value.to]));
    months = [...new Set(days.map(firstMonthOf))].sort();
    known.set(key, months);
  }
  return months;
}
