import type { QueryContext } from '../db/query.ts';
import type { Tx } from '../db/tx.ts';
import { shortDivisionName } from '../registers/division/short-division-name.ts';
import { listPersonHits } from '../registers/person/list-person-hits.ts';
import { loadRegisters } from './load-registers.ts';

/** One record as a list of mixed things shows it. Whoever holds it is masked. */
export interface RecordHit { readonly id: number; readonly register: string; readonly title: string; readonly note: string; readonly division: string; readonly divisionId: number }

/** Records by their ids, those the caller sees. Persons shown are named in the log of readings. */
export async function listRecordHits(tx: Tx, by: Pick<QueryContext, 'saw'>, ids: readonly number[], purpose: string): Promise<RecordHit[]> {
  const rows = ids.length === 0 ? [] : await tx.rows<{ id: number; register: string; number: string; name: string | null; person_id: number | null; state: string; division: string; division_id: number }>(
    `select r.id, r.register, r.number, r.name, r.person_id, r.state, d.name as division, r.division_id from register_record r join division d on d.id = r.division_id
      where r.id = any ($1::bigint[]) and not r.taken_back order by array_position($1::bigint[], r.id)`, [ids]);
  const people = [...new Set(rows.flatMap((row) => (row.name === null && row.person_id !== null ? [row.person_id] : [])))];
  // whose data is shown is told; where it is nobody's, which records
  if (people.length > 0) by.saw('person', people, purpose);
  else if (ids.length > 0) by.saw('record', rows.map((row) => row.id), purpose);
  const names = new Map((people.length === 0 ? [] : await listPersonHits(tx, people)).map((hit) => [hit.id, hit.title]));
  const registers = rows.length === 0 ? new Map() : await loadRegisters(tx);
  return rows.map((row) => {
    const register = registers.get(row.register)?.register;
    return { id: row.id, register: row.register, title: row.name ?? names.get(row.person_id ?? 0) ?? row.number, note: [register?.title, register?.states[row.state]?.title, shortDivisionName(row.division)].filter(Boolean).join(' · '), division: shortDivisionName(row.division), divisionId: row.division_id };
  });
}
