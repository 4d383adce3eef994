import { z } from 'zod';
import { defineQuery } from '../../../../kernel/contract/door.ts';
import { getReadable } from '../../../../kernel/records/read/get-readable.ts';
import { listPersonHits } from '../../../../kernel/registers/person/list-person-hits.ts';

export interface PersonHours { readonly person: number; readonly title: string; readonly place: string; readonly classes: number; readonly hours: number; readonly certificates: number; readonly last: string }
export interface HoursAPerson { readonly persons: number; readonly hours: number; readonly rows: readonly PersonHours[]; readonly next: number | null }

const PAGE = 200;
/** Attendances of the year as known now: who came, with the hours credited; classes taken back are out. */
const CAME = `from community_worker_training__attendance e join register_record r on r.id = e.record_id and not r.taken_back
  where e.known_to is null and e.what <> 'taken-back' and e.came and e.person_id is not null and e.on_day >= make_date($1, 1, 1) and e.on_day < make_date($1 + 1, 1, 1)`;

/** 个人学时: what each community worker took part in within a year, most hours first. A person counts once, with all his classes. */
export default defineQuery({
  id: 'community-worker-training.hours-a-person', title: '社区工作者个人学时', allow: { staff: true }, sensitive: true,
  input: z.strictObject({ year: z.int().min(1990).max(2100), after: z.int().min(0).max(1_000_000).optional() }),
  async run(tx, input, by): Promise<HoursAPerson> {
    await getReadable(tx, by, 'community-worker-training');
    const all = await tx.one<{ persons: number; hours: number }>(`select count(distinct e.person_id) as persons, coalesce(sum(e.credit_hours), 0)::float8 as hours ${CAME}`, [input.year]);
    const found = await tx.rows<Omit<PersonHours, 'title' | 'place'> & Record<string, unknown>>(
      `select e.person_id as person, count(distinct e.record_id) as classes, coalesce(sum(e.credit_hours), 0)::float8 as hours, count(distinct e.certificate) as certificates, max(e.on_day) as last ${CAME}
        group by e.person_id order by hours desc, e.person_id offset $2 limit ${PAGE + 1}`, [input.year, input.after ?? 0]);
    const page = found.slice(0, PAGE);
    const hits = new Map((await listPersonHits(tx, page.map((row) => row.person))).map((hit) => [hit.id, hit]));
    by.saw('person', page.map((row) => row.person), '社区工作者个人学时');
    return { ...all, rows: page.map((row) => ({ ...row, title: hits.get(row.person)?.title ?? '（不在辖区）', place: hits.get(row.person)?.place ?? '' })), next: found.length > PAGE ? (input.after ?? 0) + PAGE : null };
  },
});
