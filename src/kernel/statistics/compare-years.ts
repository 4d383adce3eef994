import type { Indicator } from '../contract/indicator.ts';
import { growthOf } from '../values/growth.ts';
import type { Figure, Part } from './figure.ts';

/** 同比: this period against the one a year before, in per cent (two decimals) or as a difference. Null where either has nothing to divide. Pure. */
export function compareYears(now: number | null, before: number | null, as: NonNullable<Indicator['compared']>['as']): number | null {
  if (now === null || before === null || (as === 'percent' && before === 0)) return null;
  return as === 'percent' ? growthOf(before, now) : Math.round((now - before) * 100) / 100;
}

/** The figure of this period with each value set against the year before. */
export function asComparison(indicator: Indicator, now: Figure, before: Figure): Figure {
  const as = indicator.compared?.as ?? 'difference';
  const set = (a: Part, b: Part | undefined): Part => ({ ...a, value: compareYears(a.value, b?.value ?? null, as) });
  return {
    ...now, indicator: { id: indicator.id, title: indicator.title, unit: indicator.unit, kind: indicator.kind, definition: indicator.definition },
    all: set(now.all, before.all), urban: set(now.urban, before.urban), rural: set(now.rural, before.rural),
    breakdown: now.breakdown.map((one) => {
      const other = before.breakdown.find((past) => past.place.id === one.place.id);
      return { place: one.place, all: set(one.all, other?.all), urban: set(one.urban, other?.urban), rural: set(one.rural, other?.rural) };
    }),
  };
}
