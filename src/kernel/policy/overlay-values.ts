import type { ParameterValue } from '../contract/parameter.ts';
import type { PlainDate } from '../values/plain-date.ts';

/** Whether `b` takes the place of `a`. A figure for town and country alike also replaces those of one kind. */
const sameSeries = (a: ParameterValue, b: ParameterValue): boolean =>
  a.parameter === b.parameter && a.division === b.division && (b.hukouKind === undefined || a.hukouKind === b.hukouKind) && (a.demo ?? false) === (b.demo ?? false);

/** What is left of a period once another has been laid over it: nothing, one piece or two. */
function cut(value: ParameterValue, from: PlainDate, to: PlainDate | null): ParameterValue[] {
  const untouched = (value.to !== null && value.to <= from) || (to !== null && value.from >= to);
  if (untouched) return [value];
  const pieces: ParameterValue[] = [];
  if (value.from < from) pieces.push({ ...value, to: from });
  if (to !== null && (value.to === null || value.to > to)) pieces.push({ ...value, from: to });
  return pieces;
}

/** Lays later entries over earlier ones, in order: from its first day on, a signed value takes the place of what stood there. Pure. */
export function overlayValues(base: readonly ParameterValue[], later: readonly ParameterValue[]): ParameterValue[] {
  return later.reduce<ParameterValue[]>(
    (values, entry) => [...values.flatMap((value) => (sameSeries(value, entry) ? cut(value, entry.from, entry.to) : [value])), entry], [...base]);
}
