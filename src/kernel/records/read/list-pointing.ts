import type { QueryContext } from '../../db/query.ts';
import type { Tx } from '../../db/tx.ts';
import { columnOf, tableOf } from '../../registry/check-register.ts';
import type { RecordPage } from '../face.ts';
import { listRecordHits } from '../list-record-hits.ts';
import { loadRegisters } from '../load-registers.ts';
import { CURRENT } from '../table/write-table.ts';
import { mayRead } from './face-of.ts';

const MOST = 20;

/** Records of other registers that link to this one: what an organisation has to do with the bureau, in one place. */
export async function listPointing(tx: Tx, by: Pick<QueryContext, 'saw' | 'caller'>, record: number): Promise<RecordPage['pointing']> {
  const registers = await loadRegisters(tx);
  const of = await tx.find<{ register: string }>('select register from register_record where id = $1', [record]);
  const asked = [...registers.values()].filter((home) => mayRead(home, by.caller.post?.role ?? '')).flatMap(({ register }) => register.fields.filter((field) => field.kind === 'link' && field.to === of?.register).map((field) => ({ register, field })));
  if (asked.length === 0) return [];
  const rows = await tx.rows<{ nth: number; record_id: number }>(asked.map(({ register, field }, at) => `(select ${at}::int as nth, record_id from ${tableOf(register)} where ${columnOf(field.key)} = $1 and ${CURRENT} order by record_id limit ${MOST + 1})`).join(' union all '), [record]);
  const hits = new Map((await listRecordHits(tx, by, rows.map((row) => row.record_id), '台账：关联的记录')).map((hit) => [hit.id, hit]));
  return asked.flatMap(({ register, field }, at) => {
    const found = rows.filter((row) => row.nth === at).flatMap((row) => { const hit = hits.get(row.record_id); return hit === undefined ? [] : [{ id: hit.id, title: hit.title, href: `/registers/${register.id}/${hit.id}` }]; });
    return found.length === 0 ? [] : [{ register: register.id, title: `${register.title}（${field.title}）`, rows: found.slice(0, MOST), more: found.length > MOST }];
  });
}
