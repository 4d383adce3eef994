import { loadRegistry } from '../../registry/find-declarations.ts';
import type { Tx } from '../../db/tx.ts';
import { maskName } from '../../values/name-mask.ts';
import type { Hit } from './hit.ts';

interface Row { id: number; number: string; matter: string; opened_on: string; applicant: string | null }

/** How cases appear in a list, in the order of the ids given: number; matter, masked applicant, day opened. */
export async function listCaseHits(tx: Tx, ids: readonly number[]): Promise<Hit[]> {
  if (ids.length === 0) return [];
  // `offset 0`: each is fetched by its id; a planner that guesses a short area would read all of it to find fifty
  const rows = await tx.rows<Row>(
    `select c.id, c.number, c.matter, c.opened_on, p.name as applicant
       from unnest($1::bigint[]) with ordinality as wanted (id, place) join lateral (select * from case_file one where one.id = wanted.id offset 0) c on true left join person p on p.id = c.applicant_person_id
      order by wanted.place`, [ids]);
  const registry = await loadRegistry();
  return rows.map((r) => ({
    kind: 'case' as const, id: r.id, title: r.number,
    note: [registry.findMatter(r.matter)?.title ?? r.matter, r.applicant === null ? '申请人不在辖区' : maskName(r.applicant), `${r.opened_on} 申请`].join(' · '),
  }));
}
