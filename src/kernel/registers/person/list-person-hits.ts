import type { Tx } from '../../db/tx.ts';
import { maskName } from '../../values/name-mask.ts';
import { shortDivisionName } from '../division/short-division-name.ts';
import type { Hit } from '../search/hit.ts';

/** A person in a list, column by column. */
export interface PersonHit extends Hit { readonly sex: string; readonly born: string | null; readonly place: string; readonly masked: string | null; readonly died: string | null }

interface Row { id: number; name: string; sex: string; birth_date: string | null; death_date: string | null; town: string | null; village: string | null; masked: string | null; household: number | null }

const sexes: Readonly<Record<string, string>> = { male: '男', female: '女', unknown: '性别未录入' };

/** How people appear in a list, in the order of the ids given: masked name; sex, year of birth, place, masked number. People outside the area fall out. */
export async function listPersonHits(tx: Tx, ids: readonly number[]): Promise<PersonHit[]> {
  // `offset 0`: each is fetched by its id; a planner that guesses a short area would read all of it to find fifty
  const rows = await tx.rows<Row>(
    `select p.id, p.name, p.sex, p.birth_date, p.death_date, v.name as village, t.name as town,
            (select d.masked from person_document d where d.person_id = p.id and not d.withdrawn order by d.kind = 'id-card' desc, d.id limit 1) as masked,
            (select m.household_id from household_member m where m.person_id = p.id and m.known_to is null and m.valid_to is null order by m.id desc limit 1) as household
       from unnest($1::bigint[]) with ordinality as wanted (id, place) join lateral (select * from person one where one.id = wanted.id offset 0) p on true
            left join division v on v.id = coalesce(p.handling_division_id, p.residence_division_id, p.hukou_division_id)
            left join division t on t.id = v.parent_id and t.level in ('town', 'county')
      order by wanted.place`, [ids]);
  return rows.map((r) => ({ kind: 'person' as const, id: r.id, ...(r.household === null ? {} : { household: r.household }), title: maskName(r.name), note: noteOf(r), sex: sexes[r.sex] ?? '', born: r.birth_date, place: placeOf(r), masked: r.masked, died: r.death_date }));
}

const placeOf = (row: Row): string => `${row.town ?? ''}${row.village === null ? '' : shortDivisionName(row.village)}`;

function noteOf(row: Row): string {
  return [
    sexes[row.sex] ?? '', row.birth_date === null ? '出生日期未录入' : `${row.birth_date.slice(0, 4)}年生`, placeOf(row), row.masked ?? '无证件', row.death_date === null ? '' : '已故',
  ].filter((part) => part !== '').join(' · ');
}
