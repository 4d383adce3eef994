import type { Stair } from './standard-stairs.tsx';

interface Period { readonly division: string; readonly hukouKind: string | null; readonly from: string; readonly to: string | null; readonly fen: number | null; readonly demo: boolean }

/** The periods of one place and kind up to a day, the stated before the stand-in, the first gap before any figure left out. Pure. */
export function stairsOf(history: readonly Period[], division: string, hukouKind: string | null, today: string): Stair[] {
  const own = history.filter((one) => one.division === division && one.from <= today && (one.hukouKind === null || hukouKind === null || one.hukouKind === hukouKind));
  const covered = (gap: Period): boolean => own.some((one) => one !== gap && one.fen !== null && one.from === gap.from);
  const kept = own.filter((one) => !(one.fen === null && covered(one))).filter((one) => !(one.demo && own.some((real) => !real.demo && real.fen !== null && real.from <= one.from && (real.to === null || real.to > one.from))));
  const sorted = kept.toSorted((a, b) => a.from.localeCompare(b.from));
  return sorted.slice(Math.max(0, sorted.findIndex((one) => one.fen !== null)));
}
