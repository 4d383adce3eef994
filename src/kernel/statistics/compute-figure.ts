import type { Tx } from '../db/tx.ts';
import { addDays, plainDate, type PlainDate } from '../values/plain-date.ts';
import { asDefiner } from './as-definer.ts';
import { addSums, nothing, takeSums, toPart, type Figure, type Place, type Sums } from './figure.ts';
import { asComparison } from './compare-years.ts';
import { withRows, type FigureRequest } from './figure-request.ts';
import { getIndicator } from './list-indicators.ts';
import { rowValues, selectRows } from './select-rows.ts';

export type Level = 'county' | 'town' | 'village';

interface Group { id: number; code: string; name: string; urban_rural: string | null; rows: number; measure: number; weight: number }

/**
 * A figure as the caller may see it: value, urban and rural, by town (or another level) as the divisions stand at the end of the period,
 * and how many rows, with how much measure, lie outside the caller's area, so that nobody takes a part for the whole.
 */
export async function computeFigure(tx: Tx, asked: FigureRequest, level: Level = 'town'): Promise<Figure> {
  if (asked.indicator.compared !== undefined) return computeComparison(tx, asked, level);
  const request = await withRows(tx, asked);
  const { indicator, from, to, known } = request;
  const divisions = await listScope(tx, request.division);
  const whole = await asDefiner(tx, () => countRows(tx, request, divisions));
  const groups = await groupRows(tx, request, divisions, level);
  const sums = (wanted: (g: Group) => boolean): Sums => groups.filter(wanted).reduce<Sums>(addSums, nothing);
  const split = (wanted: (g: Group) => boolean): Pick<Figure, 'all' | 'urban' | 'rural'> => ({
    all: toPart(indicator, sums(wanted)),
    urban: toPart(indicator, sums((g) => wanted(g) && g.urban_rural === 'urban')),
    rural: toPart(indicator, sums((g) => wanted(g) && g.urban_rural === 'rural')),
  });
  const places = [...new Map(groups.map((g) => [g.id, { id: g.id, code: g.code, name: g.name }])).values()];
  return {
    indicator: { id: indicator.id, title: indicator.title, unit: indicator.unit, kind: indicator.kind, definition: indicator.definition },
    from, to, known, division: await findPlace(tx, request.division),
    ...split(() => true),
    breakdown: places.map((place) => ({ place, ...split((g) => g.id === place.id) })),
    outside: takeSums(whole, sums(() => true)),
  };
}

/** 同比: the indicator compared, this period and the one a year before. */
async function computeComparison(tx: Tx, asked: FigureRequest, level: Level): Promise<Figure> {
  const indicator = await getIndicator(asked.indicator.compared?.indicator ?? '');
  const now = await computeFigure(tx, { ...asked, indicator }, level);
  const before = await computeFigure(tx, { ...asked, indicator, from: yearBefore(asked.from), to: yearBefore(asked.to) }, level);
  return asComparison(asked.indicator, now, before);
}

/** The same day a year before; of 29 February the 28th. */
const yearBefore = (day: PlainDate): PlainDate => plainDate(`${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.endsWith('-02-29') ? '-02-28' : day.slice(4)}`);

/** Ids of the division and everything under it; null = no limit. */
export async function listScope(tx: Tx, division: number | null): Promise<readonly number[] | null> {
  return division === null ? null : (await tx.one<{ ids: number[] }>('select array(select divisions_under($1)) as ids', [division])).ids;
}

/** Totals only: safe to ask as definer. */
export const countRows = (tx: Tx, request: FigureRequest, divisions: readonly number[] | null): Promise<Sums> => tx.one<Sums & Record<string, number>>(
  `${selectRows(request)} select count(*) as rows, coalesce(sum(measure), 0)::bigint as measure, coalesce(sum(weight), 0)::bigint as weight from counted`, rowValues(request, divisions));

export const groupRows = (tx: Tx, request: FigureRequest, divisions: readonly number[] | null, level: Level): Promise<Group[]> => tx.rows<Group & Record<string, unknown>>(
  `${selectRows(request)},
   by_division as (select division_id, urban_rural, count(*) as rows, sum(measure) as measure, sum(weight) as weight from counted group by 1, 2),
   placed as (select * from places_of(array(select distinct division_id from by_division), $5, $6))
   select p.id, p.code, p.name, b.urban_rural, sum(b.rows)::bigint as rows, sum(b.measure)::bigint as measure, sum(b.weight)::bigint as weight
     from by_division b join placed using (division_id) join division p on p.id = placed.place
    group by p.id, p.code, p.name, b.urban_rural order by p.code, p.id, b.urban_rural`,
  [...rowValues(request, divisions), addDays(request.to, -1), level]);

async function findPlace(tx: Tx, division: number | null): Promise<Place | null> {
  return division === null ? null : ((await tx.find<Place & Record<string, unknown>>('select id, code, name from division where id = $1', [division])) ?? null);
}
