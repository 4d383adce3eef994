import type { Tx } from '../../db/tx.ts';
import { maskName } from '../../values/name-mask.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { shortDivisionName } from '../division/short-division-name.ts';
import type { Hit } from '../search/hit.ts';

interface Row { id: number; number: string; head: string | null; members: number; town: string | null; village: string }

/** How households appear in a list, in the order of the ids given: masked head; number, persons on the day, place. */
export async function listHouseholdHits(tx: Tx, ids: readonly number[], day: PlainDate): Promise<Hit[]> {
  const rows = await tx.rows<Row>(
    `select h.id, h.number, p.name as head, v.name as village, t.name as town,
            (select count(*) from household_member m where m.household_id = h.id and m.known_to is null and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2)) as members
       from unnest($1::bigint[]) with ordinality as wanted (id, place) join household h on h.id = wanted.id
            left join person p on p.id = h.head_person_id
            join division v on v.id = h.division_id left join division t on t.id = v.parent_id and t.level in ('town', 'county')
      order by wanted.place`, [ids, day]);
  return rows.map((r) => ({
    kind: 'household' as const, id: r.id, title: `${r.head === null ? '户主不在辖区' : maskName(r.head)} 一户`,
    note: [r.number, `${r.members} 人`, `${r.town ?? ''}${shortDivisionName(r.village)}`].join(' · '),
  }));
}
