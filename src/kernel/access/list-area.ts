import type { Tx } from '../db/tx.ts';

const areas = new Map<string, { readonly stamp: string; readonly ids: readonly number[] }>();

/**
 * Every division a post at `root` may see. Read once for each state of the tree and kept by this process: a city's list has hundreds of entries and is
 * wanted at every request. The database says with each asking whether the list still holds.
 */
export async function listArea(tx: Tx, root: number): Promise<readonly number[]> {
  const key = `${tx.city}:${root}`;
  const known = areas.get(key);
  const now = await tx.one<{ stamp: string; ids: number[] | null }>('select stamp, ids from area_of($1, $2)', [root, known?.stamp ?? null]);
  if (known && now.ids === null) return known.ids;
  const ids = now.ids ?? [];
  areas.set(key, { stamp: now.stamp, ids });
  return ids;
}
