import { streamRows } from '../../db/stream-rows.ts';
import type { Tx } from '../../db/tx.ts';
import { maskName } from '../../values/name-mask.ts';
import { shortDivisionName } from '../division/short-division-name.ts';
import type { Hit } from '../search/hit.ts';

/** A person in a list, column by column. */
export interface PersonHit extends Hit { readonly sex: string; readonly born: string | null; readonly place: string; readonly masked: string | null; readonly died: string | null }

/** A person as one line of a file. */
export type PersonLine = Pick<PersonHit, 'title' | 'sex' | 'born' | 'place' | 'masked' | 'died'>;

interface Row { id: number; name: string; sex: string; birth_date: string | null; death_date: string | null; town: string | null; village: string | null; masked: string | null }

const sexes: Readonly<Record<string, string>> = { male: '男', female: '女', unknown: '性别未录入' };

/** What is shown of `person p`, and where it lives. */
const SHOWN = `p.id, p.name, p.sex, p.birth_date, p.death_date, v.name as village, t.name as town,
            (select d.masked from person_document d where d.person_id = p.id and not d.withdrawn order by d.kind = 'id-card' desc, d.id limit 1) as masked`;
const PLACES = `left join division v on v.id = coalesce(p.handling_division_id, p.residence_division_id, p.hukou_division_id)
            left join division t on t.id = v.parent_id and t.level in ('town', 'county')`;

/** How people appear in a list, in the order of the ids given: masked name; sex, year of birth, place, masked number. People outside the area fall out. */
export async function listPersonHits(tx: Tx, ids: readonly number[]): Promise<PersonHit[]> {
  // `offset 0`: each is fetched by its id; a planner that guesses a short area would read all of it to find fifty
  const rows = await tx.rows<Row & { household: number | null }>(
    `select ${SHOWN},
            (select m.household_id from household_member m where m.person_id = p.id and m.known_to is null and m.valid_to is null order by m.id desc limit 1) as household
       from unnest($1::bigint[]) with ordinality as wanted (id, place) join lateral (select * from person one where one.id = wanted.id offset 0) p on true
            ${PLACES}
      order by wanted.place`, [ids]);
  return rows.map((r) => ({ kind: 'person' as const, id: r.id, ...(r.household === null ? {} : { household: r.household }), note: noteOf(r), ...lineOf(r) }));
}

/** Everybody a condition on `person p` means, in the order of pinyin, read in one walk: the same lines as the list shows page after page. */
export async function* streamPersonLines(tx: Tx, condition: { readonly sql: string; readonly values: readonly unknown[] }, saw: (ids: readonly number[]) => void): AsyncGenerator<PersonLine[]> {
  // nobody there is a reading too
  saw([]);
  for await (const rows of streamRows<Row>(tx, `select ${SHOWN} from person p ${PLACES} where ${condition.sql} order by p.name_pinyin collate "C", p.id`, condition.values)) {
    saw(rows.map((row) => row.id));
    yield rows.map(lineOf);
  }
}

const lineOf = (row: Row): PersonLine => ({ title: maskName(row.name), sex: sexes[row.sex] ?? '', born: row.birth_date, place: placeOf(row), masked: row.masked, died: row.death_date });

const placeOf = (row: Row): string => `${row.town ?? ''}${row.village === null ? '' : shortDivisionName(row.village)}`;

function noteOf(row: Row): string {
  return [
    sexes[row.sex] ?? '', row.birth_date === null ? '出生日期未录入' : `${row.birth_date.slice(0, 4)}年生`, placeOf(row), row.masked ?? '无证件', row.death_date === null ? '' : '已故',
  ].filter((part) => part !== '').join(' · ');
}
