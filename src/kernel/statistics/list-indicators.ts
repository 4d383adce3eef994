import type { Indicator } from '../contract/indicator.ts';
import { Refusal } from '../contract/refusal.ts';
import type { Tx } from '../db/tx.ts';
import { indicatorsOf } from '../records/counts/indicators-of.ts';
import { loadDeclaredRegisters, loadRegisters } from '../records/load-registers.ts';
import { loadRegistry } from '../registry/find-declarations.ts';

/** Every indicator of this installation: those the matters declare, and what the registers of the city count. */
export async function listIndicators(tx?: Tx): Promise<Indicator[]> {
  const declared = (await loadRegistry()).matters.flatMap((matter) => matter.indicators ?? []);
  const ids = new Set(declared.map((indicator) => indicator.id));
  const registers = tx === undefined ? await loadDeclaredRegisters() : await loadRegisters(tx);
  return [...declared, ...[...registers.values()].flatMap((home) => indicatorsOf(home.register)).filter((indicator) => !ids.has(indicator.id))];
}

/** Throws Refusal when there is none of that id. */
export async function getIndicator(id: string, tx?: Tx): Promise<Indicator> {
  const found = (await listIndicators(tx)).find((indicator) => indicator.id === id);
  if (!found) throw new Refusal('statistics.no-such-figure');
  return found;
}
