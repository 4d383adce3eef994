import { distanceInMetres, type Spot } from '../../../kernel/values/distance.ts';

/** Someone who may be looked in on: where he lives, what he wishes, how far anybody is to come (米). */
export interface Elder { readonly person: number; readonly division: number; readonly point: Spot | null; readonly wishes: readonly string[]; readonly limit: number | null }
/** A helper who is free: `pairs` he has now, `most` he takes, how far he walks (米). */
export interface Helper { readonly record: number; readonly person: number; readonly division: number; readonly point: Spot | null; readonly skills: readonly string[]; readonly limit: number | null; readonly pairs: number; readonly most: number | null }
export interface Proposal { readonly helper: Helper; /** 米, straight; null where one of them has no point. */ readonly distance: number | null; readonly sameCommunity: boolean; readonly canDo: readonly string[] }

/** The point a register's text says, `113.38,22.52`. */
export function readPoint(text: unknown): Spot | null {
  const [lon, lat] = typeof text === 'string' ? text.split(',').map(Number) : [];
  return lon === undefined || lat === undefined || !Number.isFinite(lon) || !Number.isFinite(lat) ? null : { lon, lat };
}

/**
 * Helpers for an elder, the nearest first: within what both accept where their points are known; of the same community where one is not. Not himself, and nobody
 * who has as many pairs as he takes. Of equal distance who can do more of what is wished, then who has fewer pairs. Pure.
 */
export function rankHelpers(elder: Elder, helpers: readonly Helper[]): Proposal[] {
  return helpers.flatMap((helper): Proposal[] => {
    if (helper.person === elder.person || (helper.most !== null && helper.pairs >= helper.most)) return [];
    const distance = elder.point === null || helper.point === null ? null : distanceInMetres(elder.point, helper.point);
    const sameCommunity = helper.division === elder.division;
    const limit = Math.min(elder.limit ?? Infinity, helper.limit ?? Infinity);
    if (distance === null ? !sameCommunity : distance > limit) return [];
    return [{ helper, distance, sameCommunity, canDo: elder.wishes.filter((wish) => helper.skills.includes(wish)) }];
  }).toSorted((a, b) => (a.distance ?? Infinity) - (b.distance ?? Infinity) || b.canDo.length - a.canDo.length || a.helper.pairs - b.helper.pairs || a.helper.record - b.helper.record);
}
