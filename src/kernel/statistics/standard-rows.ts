import { formatYuan, type Fen } from '../values/money.ts';
import type { Indicator } from '../contract/indicator.ts';
import type { Tx } from '../db/tx.ts';
import { divisionPath } from '../policy/division-path.ts';
import { loadBook } from '../policy/load-book.ts';
import { addDays, type PlainDate } from '../values/plain-date.ts';

interface At { readonly from: PlainDate; readonly to: PlainDate; readonly known: number; readonly division: number | null }
interface Place { readonly id: number; readonly code: string; readonly name: string }

/**
 * The rows of a figure that is a standard: one a district (the city itself where there are none) and kind of household, so that their mean is
 * 区县平均标准. A kind for which one district has no source has no rows: a mean over some would be taken for the whole. As JSON text.
 */
export async function listStandardRows(tx: Tx, standard: NonNullable<Indicator['standard']>, at: At): Promise<string> {
  const day = addDays(at.to, -1);
  const book = await loadBook(tx, at.known);
  const places = await listPlaces(tx, at.division, day);
  const read = (place: Place, on: PlainDate, kind: 'urban' | 'rural'): number | null => {
    const answer = book.read(standard.parameter, divisionPath(place.code), on, kind);
    return answer.is === 'gap' ? null : Number(answer.reading.value);
  };
  const rows = (['urban', 'rural'] as const).flatMap((kind) => {
    const own = places.map((place) => {
      const now = read(place, day, kind);
      const before = standard.as === 'growth' ? read(place, addDays(at.from, -1), kind) : 0;
      if (now === null || before === null) return null;
      return { division_id: place.id, urban_rural: kind, row_kind: 'standard', row_id: place.id, label: `${place.name} ${formatYuan(now as Fen)}`, ...(standard.as === 'growth' ? { measure: (now - before) * 100, weight: before } : { measure: now, weight: 1 }) };
    });
    return own.includes(null) ? [] : own;
  });
  return JSON.stringify(rows);
}

/** The districts under the division asked for on the day; without any, the division itself or the city. */
async function listPlaces(tx: Tx, division: number | null, day: PlainDate): Promise<Place[]> {
  const inForce = 'd.valid_from <= $2 and (d.valid_to is null or d.valid_to > $2)';
  const districts = await tx.rows<Place & Record<string, unknown>>(
    `select d.id, d.code, d.name from division d where d.level = 'county' and ${inForce} and d.id in (select divisions_under(r.id) from division r where case when $1::int is null then r.code = $3 else r.id = $1 end)
        order by d.code`, [division, day, tx.city]);
  if (districts.length > 0) return districts;
  return tx.rows<Place & Record<string, unknown>>(`select d.id, d.code, d.name from division d where case when $1::int is null then d.code = $3 else d.id = $1 end and ${inForce}`, [division, day, tx.city]);
}
