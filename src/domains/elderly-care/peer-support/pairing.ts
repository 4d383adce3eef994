import { Refusal } from '../../../kernel/contract/refusal.ts';
import type { Tx } from '../../../kernel/db/tx.ts';
import { rankHelpers, readPoint, type Elder, type Helper, type Proposal } from './matching.ts';

/** Who keeps helpers and pairs: the line's post and the desks of town and village. */
export const KEEPERS = ['elderly-care-clerk', 'town-clerk', 'village-clerk'];
/** Helpers looked at for one elder: the nearest, as the crow flies. */
const MOST = 500;

export interface StoredPair extends Record<string, unknown> { readonly id: number; readonly record: number; readonly person: number; readonly division: number; readonly state: string; readonly helper: number | null; readonly wishes: readonly string[] | null; readonly limit: number | null; readonly point: string | null; readonly need: string }

/** A pair as it stands. Refuses `record.not-found`. */
export async function getPair(tx: Tx, pair: number): Promise<StoredPair> {
  const row = await tx.find<StoredPair>(
    `select id, record_id as record, person_id as person, division_id as division, state, helper, wishes, distance_limit as "limit", point[0] || ',' || point[1] as point, need from peer_pair where record_id = $1 and known_to is null and valid_to is null`, [pair]);
  if (!row) throw new Refusal('record.not-found');
  return row;
}

export const elderOf = (pair: StoredPair): Elder => ({ person: pair.person, division: pair.division, point: readPoint(pair.point), wishes: pair.wishes ?? [], limit: pair.limit });

/** Helpers of the caller's area who are well, have agreed, and have not been asked for this elder before, the nearest first. */
export async function proposeHelpers(tx: Tx, pair: StoredPair, helper?: number): Promise<Proposal[]> {
  const rows = await tx.rows<Omit<Helper, 'point'> & { point: string | null } & Record<string, unknown>>(
    `select h.record_id as record, h.person_id as person, h.division_id as division, h.point[0] || ',' || h.point[1] as point, coalesce(h.skills, '{}') as skills, h.farthest as "limit", h.most_pairs as most,
            (select count(*) from peer_pair p where p.helper = h.record_id and p.known_to is null and p.valid_to is null and p.state in ('proposed', 'paired'))::int as pairs
       from peer_helper h
      where h.known_to is null and h.valid_to is null and h.state in ('registered', 'active') and h.healthy and h.consented_on is not null and ($3::bigint is null or h.record_id = $3)
        and not exists (select 1 from peer_pair o where o.helper = h.record_id and o.person_id = $1 and o.known_to is null and o.valid_to is null and o.what <> 'taken-back' and o.state in ('proposed', 'paired', 'declined'))
      order by h.point <-> $2::point nulls last, h.division_id = $4 desc, h.record_id limit ${MOST}`, [pair.person, pair.point === null ? null : `(${pair.point})`, helper ?? null, pair.division]);
  return rankHelpers(elderOf(pair), rows.map((row) => ({ ...row, point: readPoint(row.point) })));
}
