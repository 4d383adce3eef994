import type { Tx } from '../../db/tx.ts';
import { shortDivisionName } from './short-division-name.ts';

/** 石岐区太平社区: from below the city down. Null for no division; the city itself by its own name. */
export async function divisionName(tx: Tx, division: number | null): Promise<string | null> {
  if (division === null) return null;
  const above = await tx.rows<{ name: string; level: string }>('select name, level from divisions_above($1) order by depth desc', [division]);
  const below = above.filter((d) => d.level !== 'province' && d.level !== 'city');
  return (below.length > 0 ? below : above.slice(-1)).map((d) => shortDivisionName(d.name)).join('');
}
