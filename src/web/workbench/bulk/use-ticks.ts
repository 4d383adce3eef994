import { useMemo, useState } from 'react';
import type { Ticks } from '../../ui/table.tsx';

export interface TickState extends Ticks { readonly clear: () => void; readonly choose: (keys: readonly string[]) => void }

/** Which rows are ticked. Rows that left the list (somebody else did them) are not counted any more. */
export function useTicks(present: readonly string[]): TickState {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ticked = useMemo(() => new Set(present.filter((key) => chosen.has(key))), [present, chosen]);
  return {
    ticked,
    onTick: (keys, on) => setChosen((before) => (on ? new Set([...before, ...keys]) : new Set([...before].filter((key) => !keys.includes(key))))),
    clear: () => setChosen(new Set()),
    choose: (keys) => setChosen(new Set(keys)),
  };
}
