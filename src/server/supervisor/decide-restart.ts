/** A life shorter than this, in milliseconds, counts as a quick death. */
export const QUICK_MS = 10_000;
/** After so many quick deaths in a row there is no point in trying again. */
export const MOST_QUICK_DEATHS = 5;

/** Whether a process that ended is started again, and after how many milliseconds, from how long its lives lasted so far. */
export function decideRestart(livesMs: readonly number[]): { again: true; afterMs: number } | { again: false } {
  const lastLong = livesMs.findLastIndex((life) => life >= QUICK_MS);
  const quick = livesMs.length - 1 - lastLong;
  if (quick >= MOST_QUICK_DEATHS) return { again: false };
  return { again: true, afterMs: quick === 0 ? 0 : 200 * 2 ** (quick - 1) };
}
