import { z } from 'zod';
import { roleTitle } from '../../access/roles.ts';
import { defineQuery } from '../../contract/door.ts';
import type { City } from '../../db/city.ts';
import type { Tx } from '../../db/tx.ts';
import { personCondition } from '../../registers/person/person-condition.ts';
import { readSearchText } from '../../registers/search/read-search-text.ts';
import { maskName } from '../../values/name-mask.ts';

export interface ReadingLine {
  readonly id: number; readonly at: string; readonly day: string;
  /** Who looked: the account's name, role and office; a resident looks at what is their own. */
  readonly who: string; readonly office: string; readonly door: string; readonly purpose: string | null;
  readonly kind: string; readonly count: number; /** The first few, masked; of one person also where to open them. */ readonly whom: readonly string[]; readonly person: number | null;
}

const day = z.iso.date();
const MOST_PEOPLE = 50;

/** 查看记录: who looked at whom, what for, the newest first. For the auditor alone, and of the offices of the auditor's area; what is shown of the people is masked. */
export default defineQuery({
  id: 'audit.list-readings', title: '查看记录', allow: { roles: ['auditor'] },
  input: z.strictObject({
    /** Whom: a name, pinyin, or a number, whole or its last six. */
    whom: z.string().trim().max(60).optional(),
    /** Who: part of the name of an account, from its beginning. */
    who: z.string().trim().max(60).optional(),
    from: day.optional(), to: day.optional(), after: z.int().positive().optional(), limit: z.int().min(1).max(5000).default(100),
  }),
  async run(tx, input, by): Promise<{ readings: readonly ReadingLine[]; next: number | null }> {
    const people = input.whom ? await findPeople(tx, by.city, input.whom) : null;
    if (people?.length === 0) return { readings: [], next: null };
    const rows = await tx.rows<{ id: number; at: string; day: string; name: string | null; kind_of: string | null; role: string | null; division: string | null; door: string; purpose: string | null; kind: string; count: number; names: string[] | null; person: number | null }>(
      `select l.id, l.at, l.business_day as day, a.name, a.kind as kind_of, p.role, d.name as division, l.query as door, l.purpose, l.subject_kind as kind, cardinality(l.subjects) as count,
              case when l.subject_kind = 'person' then (select array_agg(x.name order by x.id) from person x where x.id = any (l.subjects[1:3])) end as names,
              case when l.subject_kind = 'person' and cardinality(l.subjects) = 1 then l.subjects[1] end as person
         from read_log l left join account a on a.id = l.account_id left join post p on p.id = l.post_id left join division d on d.id = p.division_id
        where (p.division_id = any ((select caller_divisions())::int[]) or (l.post_id is null and exists (select 1 from person x where x.id = l.person_id)))
          and ($1::bigint is null or l.id < $1) and ($2::date is null or l.business_day >= $2) and ($3::date is null or l.business_day <= $3) and ($4::text is null or starts_with(a.name, $4))
          and ($5::bigint[] is null or (l.subject_kind = 'person' and l.subjects && $5)
               or (l.subject_kind = 'household' and l.subjects && array(select m.household_id from household_member m where m.person_id = any ($5)))
               or (l.subject_kind = 'case' and l.subjects && array(select m.case_id from case_member m where m.person_id = any ($5)))
               or (l.subject_kind = 'file' and l.subjects && array(select d.file_id from dossier_paper d where d.person_id = any ($5) or d.household_id in (select m.household_id from household_member m where m.person_id = any ($5)))))
        order by l.id desc limit $6`,
      [input.after ?? null, input.from ?? null, input.to ?? null, input.who || null, people, input.limit + 1]);
    const shown = rows.slice(0, input.limit);
    return {
      readings: shown.map((row) => ({
        id: row.id, at: row.at, day: row.day, who: row.name ?? '没有登录的人', office: row.role === null ? (row.kind_of === 'resident' ? '本人' : '') : `${row.division ?? ''}，${roleTitle(row.role)}`,
        door: row.door, purpose: row.purpose, kind: row.kind, count: row.count, whom: (row.names ?? []).map(maskName), person: row.person,
      })),
      next: rows.length > input.limit ? (shown.at(-1)?.id ?? null) : null,
    };
  },
});

async function findPeople(tx: Tx, city: City, text: string): Promise<number[]> {
  const meant = personCondition(readSearchText(text), city, 1);
  if (!meant) return [];
  return (await tx.rows<{ id: number }>(`select p.id from person p where ${meant.sql} order by p.id limit ${MOST_PEOPLE}`, meant.values)).map((row) => row.id);
}
