import { z } from 'zod';
import { defineQuery } from '../../contract/door.ts';
import { subTableOf, tableOf } from '../../registry/check-register.ts';
import { recordInput } from '../door-input.ts';
import { loadRegisters } from '../load-registers.ts';
import { mayRead } from '../read/face-of.ts';

export interface PersonRecordRow { readonly register: string; readonly registerTitle: string; readonly record: number; readonly title: string; readonly state: string; readonly from: string; readonly to: string | null; readonly note: string }
interface Row extends Record<string, unknown> { nth: number; record_id: number; name: string | null; number: string; state: string; from_day: string; to_day: string | null; entries: number }

/** Everything the registers say of a person: records that are his, and entries he is in, oldest first. */
export default defineQuery({
  id: 'records.of-person', title: '一人在各台账', allow: { staff: true }, sensitive: true, input: z.strictObject({ person: recordInput }),
  async run(tx, input, by): Promise<PersonRecordRow[]> {
    const homes = [...(await loadRegisters(tx)).values()].filter((home) => mayRead(home, by.caller.post?.role ?? ''));
    const asked = homes.flatMap(({ register }) => [
      ...(register.holder?.kind === 'person' ? [{ register, note: '', sql: `select t.record_id, r.name, t.number, t.state, coalesce(t.opened_on, t.valid_from) as from_day, t.ended_on as to_day, 0::bigint as entries from ${tableOf(register)} t join register_record r on r.id = t.record_id where t.person_id = $1 and t.known_to is null and t.valid_to is null` }] : []),
      ...(register.subRecords ?? []).filter((sub) => sub.person).map((sub) => ({ register, note: sub.title, sql: `select e.record_id, max(r.name) as name, max(r.number) as number, max(r.state) as state, min(e.on_day) as from_day, max(e.on_day) as to_day, count(*) as entries from ${subTableOf(register, sub)} e join register_record r on r.id = e.record_id where e.person_id = $1 and e.known_to is null and e.what <> 'taken-back' group by e.record_id` })),
    ]);
    by.saw('person', [input.person], '台账：一人在各台账');
    if (asked.length === 0) return [];
    const rows = await tx.rows<Row>(asked.map(({ sql }, at) => `(select ${at}::int as nth, q.* from (${sql}) q order by q.from_day limit 200)`).join(' union all '), [input.person]);
    return rows.map((row): PersonRecordRow => {
      const { register, note } = asked[row.nth] as (typeof asked)[number];
      return { register: register.id, registerTitle: register.title, record: row.record_id, title: row.name ?? row.number, state: register.states[row.state]?.title ?? row.state, from: row.from_day, to: row.to_day, note: note === '' ? '' : `${note} ${row.entries} 次` };
    }).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  },
});
