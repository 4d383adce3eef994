import type { QueryContext } from '../../db/query.ts';
import type { Register } from '../../contract/register.ts';
import type { Tx } from '../../db/tx.ts';
import { columnOf, tableOf } from '../../registry/check-register.ts';
import type { Linked } from '../face.ts';
import { listRecordHits } from '../list-record-hits.ts';
import { CURRENT } from '../table/write-table.ts';
import type { StoredRow } from './from-row.ts';

/** Records that say by their key that they may be the same thing, and nobody has looked yet. */
export async function listTwins(tx: Tx, by: Pick<QueryContext, 'saw'>, register: Register, row: StoredRow): Promise<Linked[]> {
  if (register.key === undefined) return [];
  const columns = register.key.map((key) => (key === 'person' ? 'person_id' : key === 'division' ? 'division_id' : columnOf(key)));
  if (columns.some((column) => row[column] === null || row[column] === undefined)) return [];
  const found = await tx.rows<{ record_id: number }>(
    `select t.record_id from ${tableOf(register)} t where t.${CURRENT.replace(' and ', ' and t.')} and t.record_id <> $1 and ${columns.map((column, at) => `t.${column}::text = $${at + 2}`).join(' and ')}
        and not exists (select 1 from record_twin w where w.low = least(t.record_id, $1) and w.high = greatest(t.record_id, $1) and not w.same) limit 10`,
    [row.record_id, ...columns.map((column) => String(row[column]))]);
  return (await listRecordHits(tx, by, found.map((one) => one.record_id), '台账：查重')).map((hit) => ({ id: hit.id, title: `${hit.title}（${hit.division}）`, href: `/registers/${register.id}/${hit.id}` }));
}
