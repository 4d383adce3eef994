import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { distanceInMetres } from '../../../../kernel/values/distance.ts';
import { measureReach, type Reach, type Serving } from '../measure-radius.ts';
import { readCommunities, readGaps, readHomes, readPlots, readTownOf, readTowns, type Plot } from '../read-layout.ts';

export interface TownLayout { readonly id: number; readonly name: string; readonly villages: number; readonly measured: number; readonly plots: number; readonly hectares: number; readonly plannedBeds: number; readonly builtBeds: number; readonly gaps: number; readonly eldersBeyond: number }
/** A community that no home reaches. `plot`: one in the plan that would, once built. `known`: its record in the register of gaps. */
export interface MeasuredGap { readonly division: number; readonly name: string; readonly town: string; readonly elders: number; readonly reach: Reach; readonly plot: { readonly record: number; readonly title: string; readonly metres: number } | null; readonly known: number | null }
/** A gap still in the register although a home reaches the community now. */
export interface ClosedGap { readonly record: number; readonly name: string; readonly reach: Reach }

/** 服务半径测算: which communities lie beyond the radius of every home there is, and what the plan holds for each town. `radius`: of homes the plan says none for; left out, the one it says most often. */
export default defineQuery({
  id: 'facility-layout.measure', title: '养老设施布局测算', allow: { roles: ['elderly-care-clerk', 'statistician', 'auditor'] }, input: z.strictObject({ radius: z.int().min(100).max(100_000).optional() }),
  async run(tx, input, by) {
    const [plots, homes, communities, known, towns] = [await readPlots(tx), await readHomes(tx), await readCommunities(tx), await readGaps(tx), await readTowns(tx, by)];
    const radius = input.radius ?? mostCommon(plots.flatMap((plot) => plot.radius ?? []));
    const built = plots.filter((plot) => plot.built);
    const facilities = [...built.flatMap((plot) => serving(plot, radius)), ...(radius === undefined ? [] : homes.map((home): Serving => ({ ...home, radius })))];
    const townOf = await readTownOf(tx, [...plots.map((plot) => plot.division), ...communities.map((one) => one.division)], by);
    const names = new Map(towns.map((town) => [town.id, town.name]));
    const measured = communities.map((community) => ({ community, reach: measureReach(community.at, facilities) }));
    const gaps = measured.flatMap(({ community: { at, division, name, elders }, reach }): MeasuredGap[] => (reach === undefined || reach.beyond === 0 ? [] : [{
      division, name, elders, reach, town: names.get(townOf.get(division) ?? 0) ?? '', plot: nearestPlan(at, plots), known: known.find((gap) => gap.division === division)?.record ?? null }]));
    const inTown = <Row extends { readonly division: number }>(rows: readonly Row[], town: number): Row[] => rows.filter((row) => townOf.get(row.division) === town);
    return {
      radius: radius ?? null,
      // whoever does not see the whole city does not see the homes next door either
      whole: by.caller.post?.divisionCode === by.city.code,
      facilities: facilities.length,
      /** Built homes that could not be measured from: not on the map, or without a radius. */
      unmeasured: built.filter((plot) => serving(plot, radius).length === 0).length + (radius === undefined ? homes.length : 0),
      plots: plots.length, hectares: total(plots.map((plot) => plot.hectares)), plannedBeds: total(plots.map((plot) => plot.plannedBeds)), builtBeds: total(plots.map((plot) => plot.builtBeds)),
      villages: total(towns.map((town) => town.villages)), measured: communities.length,
      gaps: gaps.toSorted((a, b) => b.reach.beyond - a.reach.beyond),
      closed: measured.flatMap(({ community, reach }): ClosedGap[] => (reach === undefined || reach.beyond > 0 ? [] : known.filter((gap) => gap.division === community.division).map(({ record }) => ({ record, name: community.name, reach })))),
      towns: towns.map(({ id, name, villages }): TownLayout => {
        const [own, beyond] = [inTown(plots, id), inTown(gaps, id)];
        return { id, name, villages, measured: inTown(communities, id).length, plots: own.length, hectares: total(own.map((plot) => plot.hectares)), plannedBeds: total(own.map((plot) => plot.plannedBeds)), builtBeds: total(own.map((plot) => plot.builtBeds)), gaps: beyond.length, eldersBeyond: total(beyond.map((gap) => gap.elders)) };
      }),
    };
  },
});

/** A built plot as a home that serves; none where it is not on the map or nobody says how far it reaches. */
const serving = ({ at, radius, title }: Plot, asked: number | undefined): Serving[] => (at === null || (radius ?? asked) === undefined ? [] : [{ ...at, title, radius: radius ?? asked ?? 0 }]);

/** The nearest plot not yet built whose radius would reach. */
function nearestPlan(at: Plot['at'], plots: readonly Plot[]): MeasuredGap['plot'] {
  const near = plots.flatMap((plot) => {
    if (plot.built || plot.at === null || at === null || plot.radius === null) return [];
    const metres = distanceInMetres(at, plot.at);
    return metres <= plot.radius ? [{ record: plot.record, title: plot.title, metres }] : [];
  });
  return near.toSorted((a, b) => a.metres - b.metres)[0] ?? null;
}

/** What the plan says most often; of two as often, the shorter. Undefined where it says nothing. */
function mostCommon(radii: readonly number[]): number | undefined {
  const often = [...Map.groupBy(radii, (one) => one)].toSorted((a, b) => b[1].length - a[1].length || a[0] - b[0]);
  return often[0]?.[0];
}

/** To four decimals: hectares are kept so. */
const total = (numbers: readonly number[]): number => Math.round(numbers.reduce((sum, one) => sum + one, 0) * 10_000) / 10_000;
