import { distanceInMetres, type Spot } from '../../../kernel/values/distance.ts';

/** A home that serves: where it stands and how far, in metres, the plan says it reaches. */
export interface Serving extends Spot { readonly title: string; readonly radius: number }

/** A community held against the homes there are: the one that comes nearest to reaching it, how far that is, by how much it falls short (0 = reached). Metres. */
export interface Reach { readonly facility: string; readonly metres: number; readonly radius: number; readonly beyond: number }

/** A city's home reaches farther than a community's: the one whose radius falls least short counts, not the nearest door. Undefined where there is no home at all. Pure. */
export function measureReach(community: Spot, facilities: readonly Serving[]): Reach | undefined {
  let best: Reach | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const { title, radius, ...at } of facilities) {
    const metres = distanceInMetres(community, at);
    if (metres - radius >= least) continue;
    least = metres - radius;
    best = { facility: title, metres, radius, beyond: Math.max(0, least) };
  }
  return best;
}
