import type { Tx } from '../../../../kernel/db/tx.ts';

/** As known before a command ($2); before now where it is null. */
const known = (row: string): string => `(case when $2::bigint is null then ${row}.known_to is null else ${row}.command_id < $2::bigint and (${row}.known_to is null or ${row}.known_to >= $2::bigint) end) and ${row}.what <> 'taken-back'`;

/** 调查总体: the entitled persons a plan of service stands for on a day, whose case it is or who came to its group; as known before the command a sample was drawn by. Ids, in order. */
export async function listEntitled(tx: Tx, day: string, before: number | null): Promise<number[]> {
  const rows = await tx.rows<{ id: number }>(
    `with plan as (select t.record_id, t.person_id from special_care_plan t where t.state = 'serving' and t.valid_from <= $1::date and (t.valid_to is null or t.valid_to > $1::date) and ${known('t')})
     select p.person_id as id from plan p where p.person_id is not null
      union select e.person_id from special_care_plan__members e join plan p using (record_id) where e.came and e.person_id is not null and e.on_day <= $1::date and ${known('e')}
      order by id`, [day, before]);
  return rows.map((row) => row.id);
}

/** 社工 who serves a person now, by his plan or his group's; undefined where none does. */
export async function findWorker(tx: Tx, person: number): Promise<string | undefined> {
  const row = await tx.find<{ worker: string }>(
    `select t.worker from special_care_plan t where t.known_to is null and t.valid_to is null and t.what <> 'taken-back' and t.state = 'serving'
        and (t.person_id = $1 or exists (select from special_care_plan__members e where e.record_id = t.record_id and e.person_id = $1 and e.known_to is null and e.what <> 'taken-back'))
      order by t.person_id = $1 desc nulls last, t.record_id limit 1`, [person]);
  return row?.worker;
}
