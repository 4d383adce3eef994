import { streamRows } from '../../db/stream-rows.ts';
import type { Tx } from '../../db/tx.ts';
import { maskName } from '../../values/name-mask.ts';
import type { PlainDate } from '../../values/plain-date.ts';
import { shortDivisionName } from '../division/short-division-name.ts';
import type { Hit } from '../search/hit.ts';

/** A household in a list, column by column; `fen` is what its grants pay in the month of the day, null when it has none. */
export interface HouseholdHit extends Hit { readonly number: string; readonly head: string | null; readonly members: number; readonly place: string; readonly fen: number | null }

/** A household as one line of a file. */
export type HouseholdLine = Pick<HouseholdHit, 'number' | 'head' | 'members' | 'place' | 'fen'>;

interface Row { id: number; number: string; head: string | null; members: number; town: string | null; village: string; fen: number | null }

/** What is shown of `household h` on the day `$n`, and where it lives. */
const shown = (n: number): string => `h.id, h.number, p.name as head, v.name as village, t.name as town,
            (select count(*) from household_member m where m.household_id = h.id and m.known_to is null and m.valid_from <= $${n} and (m.valid_to is null or m.valid_to > $${n})) as members,
            (select sum(g.fen)::bigint from grant_version g where g.household_id = h.id and g.known_to is null and g.state = 'paid' and g.from_month <= $${n} and (g.to_month is null or g.to_month > $${n})) as fen`;
const PLACES = `left join person p on p.id = h.head_person_id
            join division v on v.id = h.division_id left join division t on t.id = v.parent_id and t.level in ('town', 'county')`;

/** How households appear in a list, in the order of the ids given: masked head; number, persons on the day, place. */
export async function listHouseholdHits(tx: Tx, ids: readonly number[], day: PlainDate): Promise<HouseholdHit[]> {
  // `offset 0`: each is fetched by its id; a planner that guesses a short area would read all of it to find fifty
  const rows = await tx.rows<Row>(
    `select ${shown(2)}
       from unnest($1::bigint[]) with ordinality as wanted (id, place) join lateral (select * from household one where one.id = wanted.id offset 0) h on true
            ${PLACES}
      order by wanted.place`, [ids, day]);
  return rows.map((r) => ({
    kind: 'household' as const, id: r.id, title: `${r.head === null ? '户主不在辖区' : maskName(r.head)} 一户`,
    note: [r.number, `${r.members} 人`, placeOf(r)].join(' · '), ...lineOf(r),
  }));
}

/** Every household a condition on `household h` means, in the order of numbers, read in one walk: the same lines as the list shows page after page. */
export async function* streamHouseholdLines(tx: Tx, condition: { readonly sql: string; readonly values: readonly unknown[] }, day: PlainDate, saw: (ids: readonly number[]) => void): AsyncGenerator<HouseholdLine[]> {
  // none there is a reading too
  saw([]);
  for await (const rows of streamRows<Row>(tx, `select ${shown(condition.values.length + 1)} from household h ${PLACES} where ${condition.sql} order by h.number collate "C", h.id`, [...condition.values, day])) {
    saw(rows.map((row) => row.id));
    yield rows.map(lineOf);
  }
}

const lineOf = (row: Row): HouseholdLine => ({ number: row.number, head: row.head === null ? null : maskName(row.head), members: row.members, place: placeOf(row), fen: row.fen });

const placeOf = (row: Row): string => `${row.town ?? ''}${shortDivisionName(row.village)}`;
