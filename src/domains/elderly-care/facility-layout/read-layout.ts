import type { QueryContext } from '../../../kernel/db/query.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import type { Spot } from '../../../kernel/values/distance.ts';

/** A plot of the plan as it stands now. Hectares as a number; radius in metres, as the plan says. */
export interface Plot { readonly record: number; readonly title: string; readonly division: number; readonly hectares: number; readonly plannedBeds: number; readonly builtBeds: number; readonly built: boolean; readonly radius: number | null; readonly at: Spot | null }
export interface Community { readonly division: number; readonly name: string; readonly elders: number; readonly at: Spot }
/** A gap that stands in the register of gaps. */
export interface KnownGap { readonly record: number; readonly division: number }
export interface Town { readonly id: number; readonly name: string; readonly villages: number }

const CURRENT = 't.known_to is null and t.valid_to is null';
const spotOf = (row: { lon: number | null; lat: number | null }): Spot | null => (row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat });

/** Plots in the plan, built or not: of the whole city, as everybody of the line reads them. */
export async function readPlots(tx: Tx): Promise<Plot[]> {
  const rows = await tx.rows<{ record: number; title: string; division: number; hectares: string | number; planned: number; built_beds: number; built: boolean; radius: number | null; lon: number | null; lat: number | null }>(
    `select t.record_id as record, t.name as title, t.division_id as division, t.hectares, t.planned_beds as planned, coalesce(t.built_beds, 0) as built_beds, t.state in ('completed', 'opened') as built, t.service_radius as radius, t.point[0] as lon, t.point[1] as lat
       from care_plot t where ${CURRENT} and t.state in ('planned', 'supplied', 'started', 'completed', 'opened') order by t.record_id`);
  return rows.map((row) => ({ record: row.record, title: row.title, division: row.division, hectares: Number(row.hectares), plannedBeds: row.planned, builtBeds: row.built_beds, built: row.built, radius: row.radius, at: spotOf(row) }));
}

/** Homes of the towns that are open and stand on the map. */
export async function readHomes(tx: Tx): Promise<(Spot & { readonly title: string })[]> {
  return tx.rows<Spot & { title: string } & Record<string, unknown>>(`select t.name as title, t.point[0] as lon, t.point[1] as lat from rural_home t where ${CURRENT} and t.state = 'open' and t.point is not null order by t.record_id`);
}

export async function readCommunities(tx: Tx): Promise<Community[]> {
  const rows = await tx.rows<{ division: number; name: string; elders: number; lon: number; lat: number }>(
    `select t.division_id as division, d.name, t.elders, t.point[0] as lon, t.point[1] as lat from community_point t join division d on d.id = t.division_id where ${CURRENT} and t.state = 'used' order by d.code, t.record_id`);
  return rows.map(({ lon, lat, ...row }) => ({ ...row, at: { lon, lat } }));
}

export const readGaps = (tx: Tx): Promise<KnownGap[]> =>
  tx.rows<KnownGap & Record<string, unknown>>(`select t.record_id as record, t.division_id as division from service_radius_gap t where ${CURRENT} and t.state in ('gap', 'planned') order by t.record_id`);

/** Towns of the reader's area with the number of their villages and communities. */
export const readTowns = (tx: Tx, by: Pick<QueryContext, 'today'>): Promise<Town[]> =>
  tx.rows<Town & Record<string, unknown>>(
    `with there as (select * from division d where d.id = any ((select caller_divisions())::int[]) and d.valid_from <= $1::date and (d.valid_to is null or d.valid_to > $1::date))
     select t.id, t.name, (select count(*) from there v where v.parent_id = t.id and v.level = 'village') as villages from there t where t.level = 'town' order by t.code`, [by.today]);

/** In which town divisions lie now; what lies above the towns lies in none. */
export async function readTownOf(tx: Tx, divisions: readonly number[], by: Pick<QueryContext, 'today'>): Promise<ReadonlyMap<number, number>> {
  return new Map((await tx.rows<{ division_id: number; place: number }>(`select division_id, place from places_of($1::int[], $2::date, 'town')`, [[...new Set(divisions)], by.today])).map((row) => [row.division_id, row.place]));
}
