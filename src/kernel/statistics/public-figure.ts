import type { Figure, Part } from './figure.ts';

/** A number the public may see; null when it is too small to be shown (fewer than `smallest`). */
export interface PublicFigure {
  readonly title: string; readonly unit: string; readonly definition: string; readonly from: string; readonly to: string;
  readonly all: number | null;
  readonly breakdown: readonly { readonly place: string; readonly value: number | null }[];
  readonly smallest: number;
}

/**
 * Hides every number that stands for fewer than `smallest` rows, and the next smallest where one alone could be worked out from the total. Pure.
 * Urban and rural are not given by place: two of three numbers would give away the third.
 */
export function toPublicFigure(figure: Figure, smallest: number): PublicFigure {
  const small = (part: Part): boolean => part.rows > 0 && part.rows < smallest;
  const hidden = new Set(figure.breakdown.filter((b) => small(b.all)).map((b) => b.place.id));
  if (hidden.size === 1 && !small(figure.all)) {
    const next = figure.breakdown.filter((b) => !hidden.has(b.place.id) && b.all.rows > 0).toSorted((a, b) => a.all.rows - b.all.rows)[0];
    if (next) hidden.add(next.place.id);
  }
  return {
    title: figure.indicator.title, unit: figure.indicator.unit, definition: figure.indicator.definition, from: figure.from, to: figure.to, smallest,
    all: small(figure.all) ? null : figure.all.value,
    breakdown: figure.breakdown.map((b) => ({ place: b.place.name, value: hidden.has(b.place.id) ? null : b.all.value })),
  };
}
