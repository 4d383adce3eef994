import type { Indicator } from '../contract/indicator.ts';
import { Refusal } from '../contract/refusal.ts';
import { loadRegistry } from '../registry/find-declarations.ts';

/** Every indicator the matters of this installation declare. */
export async function listIndicators(): Promise<Indicator[]> {
  return (await loadRegistry()).matters.flatMap((matter) => matter.indicators ?? []);
}

/** Throws Refusal when there is none of that id. */
export async function getIndicator(id: string): Promise<Indicator> {
  const found = (await listIndicators()).find((indicator) => indicator.id === id);
  if (!found) throw new Refusal('statistics.no-such-figure');
  return found;
}
