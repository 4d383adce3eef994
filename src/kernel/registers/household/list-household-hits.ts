import type { Tx } from '../../db/tx.ts';
import { maskName } from '../../values/name-mask.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { shortDivisionName } from '../division/short-division-name.ts';
import type { Hit } from '../search/hit.ts';

/** A household in a list, column by column; `fen` is what its grants pay in the month of the day, null when it has none. */
export interface HouseholdHit extends Hit { readonly number: string; readonly head: string | null; readonly members: number; readonly place: string; readonly fen: number | null }

interface Row { id: number; number: string; head: string | null; members: number; town: string | null; village: string; fen: number | null }

/** How households appear in a list, in the order of the ids given: masked head; number, persons on the day, place. */
export async function listHouseholdHits(tx: Tx, ids: readonly number[], day: PlainDate): Promise<HouseholdHit[]> {
  // `offset 0`: each is fetched by its id; a planner that guesses a short area would read all of it to find fifty
  const rows = await tx.rows<Row>(
    `select h.id, h.number, p.name as head, v.name as village, t.name as town,
            (select count(*) from household_member m where m.household_id = h.id and m.known_to is null and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2)) as members,
            (select sum(g.fen)::bigint from grant_version g where g.household_id = h.id and g.known_to is null and g.state = 'paid' and g.from_month <= $2 and (g.to_month is null or g.to_month > $2)) as fen
       from unnest($1::bigint[]) with ordinality as wanted (id, place) join lateral (select * from household one where one.id = wanted.id offset 0) h on true
            left join person p on p.id = h.head_person_id
            join division v on v.id = h.division_id left join division t on t.id = v.parent_id and t.level in ('town', 'county')
      order by wanted.place`, [ids, day]);
  return rows.map((r) => ({
    kind: 'household' as const, id: r.id, title: `${r.head === null ? '户主不在辖区' : maskName(r.head)} 一户`,
    note: [r.number, `${r.members} 人`, placeOf(r)].join(' · '),
    number: r.number, head: r.head === null ? null : maskName(r.head), members: r.members, place: placeOf(r), fen: r.fen,
  }));
}

const placeOf = (row: Row): string => `${row.town ?? ''}${shortDivisionName(row.village)}`;
