/** One thing done again and again: its name, how often among ten thousand, and the doing. */
export interface Act { readonly what: string; readonly kind: 'read' | 'write'; readonly share: number; run(nth: number): Promise<void> }

export interface Waited { readonly what: string; readonly kind: 'read' | 'write'; readonly waits: readonly number[] }

/**
 * So many a second whether answers come or not: what a queue of people is. Each wait counts from the moment the act was due. Acts are drawn by their shares
 * from a fixed seed. Returns the waits in milliseconds.
 */
export async function runOpenLoop(acts: readonly Act[], options: { readonly perSecond: number; readonly seconds: number; draw(): number }): Promise<Waited[]> {
  const waits = new Map<Act, number[]>(acts.map((act) => [act, []]));
  const whole = acts.reduce((sum, act) => sum + act.share, 0);
  const running: Promise<void>[] = [];
  const began = performance.now();
  const total = options.perSecond * options.seconds;
  for (let nth = 0; nth < total; nth += 1) {
    const due = began + (nth * 1000) / options.perSecond;
    const pause = due - performance.now();
    if (pause > 0) await new Promise((resolve) => { setTimeout(resolve, pause); });
    let left = options.draw() * whole;
    const act = acts.find((one) => (left -= one.share) < 0) ?? (acts[0] as Act);
    running.push(act.run(nth).then(() => { waits.get(act)?.push(performance.now() - due); }));
  }
  await Promise.all(running);
  return acts.map((act) => ({ what: act.what, kind: act.kind, waits: waits.get(act) ?? [] }));
}

/** The value below which such a share of the waits lies; 0 for none. */
export function percentile(waits: readonly number[], share: number): number {
  const sorted = waits.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
