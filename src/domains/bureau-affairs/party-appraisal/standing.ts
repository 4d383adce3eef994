import type { RecordAlongside, RecordSeen, Values } from '../../../kernel/contract/register.ts';

/** A branch's sheet of one period: what is written, what its items add up to. */
interface Sheet { readonly values: Values; readonly totals?: RecordSeen['totals'] }
type Standing = Pick<RecordSeen, 'values' | 'totals' | 'alongside' | 'state'>;

const JUDGED = new Set(['scored', 'confirmed']);
const HALVES = ['first-half', 'second-half'] as const;

/** Points of its own items; of a result of years before the points taken over; nothing where neither is there. */
export function ownPoints({ values, totals }: Sheet): number | undefined {
  if (Number(totals?.['items'] ?? 0) > 0) return Number(totals?.['scoreTotal'] ?? 0);
  return values['takenScore'] === undefined ? undefined : Number(values['takenScore']);
}

/** The branch's two halves of the year, once both are judged. */
export function halvesOf({ values }: Sheet, all: readonly RecordAlongside[]): readonly RecordAlongside[] | undefined {
  const halves = HALVES.flatMap((period) => all.filter((one) => one.values['branch'] === values['branch'] && one.values['period'] === period && JUDGED.has(one.state)).slice(0, 1));
  return halves.length === HALVES.length ? halves : undefined;
}

/** 得分率, in % to one decimal: points over full marks; of a year without a table of its own the mean of its two halves. Nothing while it cannot be said. */
export function rateOf(sheet: Sheet, all: readonly RecordAlongside[]): number | undefined {
  const [points, full] = [ownPoints(sheet), Number(sheet.values['fullMarks'])];
  if (points !== undefined) return full > 0 ? Math.round((points / full) * 1000) / 10 : undefined;
  const rates = sheet.values['period'] === 'year' ? (halvesOf(sheet, all) ?? []).flatMap((half) => rateOf(half, all) ?? []) : [];
  return rates.length === HALVES.length ? Math.round((rates.reduce((sum, rate) => sum + rate, 0) / rates.length) * 10) / 10 : undefined;
}

const peersOf = ({ values, alongside }: Standing): readonly RecordAlongside[] => alongside.filter((one) => one.values['period'] === values['period']);

/** 名次 among the branches judged for the same period: equal rates share a place, the next one counts on. */
export function placeOf(seen: Standing): number | undefined {
  const own = JUDGED.has(seen.state) ? rateOf(seen, seen.alongside) : undefined;
  return own === undefined ? undefined : 1 + peersOf(seen).filter((one) => JUDGED.has(one.state) && (rateOf(one, seen.alongside) ?? -1) > own).length;
}

/** Sheets of the period that are still to be judged: the places are not final before. */
export const stillOpen = (seen: Standing): number => peersOf(seen).filter((one) => ['self', 'submitted', 'returned'].includes(one.state)).length;

/** 认定名次 is the place the points give. */
export function placeAsScored(seen: Standing): string | undefined {
  const place = placeOf(seen);
  if (place === undefined) return '还没有得分，排不出名次。';
  return seen.values['rank'] === place ? undefined : `按得分率${rateOf(seen, seen.alongside)}%排在第${place}名，写的是第${String(seen.values['rank'])}名。请核对。`;
}
