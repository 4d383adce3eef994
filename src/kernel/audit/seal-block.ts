import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stand, type City } from '../db/city.ts';
import { canonicalJson } from '../values/canonical-json.ts';

export const headsFile = (city: Pick<City, 'dataDir' | 'code'>): string => join(city.dataDir, 'audit', `${city.code}.heads`);

/** Merkle root over signatures in the order of their command numbers; of nothing: the digest of nothing. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  let level: Buffer[] = leaves.map((leaf) => createHash('sha256').update('leaf').update(leaf).digest());
  if (level.length === 0) return createHash('sha256').digest();
  while (level.length > 1) {
    const next: Buffer[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const right = level[i + 1];
      next.push(right ? createHash('sha256').update('node').update(level[i] as Buffer).update(right).digest() : (level[i] as Buffer));
    }
    level = next;
  }
  return level[0] as Buffer;
}

export const blockText = (no: number, commands: number, root: Buffer, previous: Buffer): string =>
  canonicalJson({ no, commands, root: root.toString('hex'), previous: previous.toString('hex') });

/**
 * Puts every signed command below the oldest running transaction into one block, chained to the block before.
 * The head also goes to a file outside the database, so that a cut tail or a rewrite shows. Returns how many were sealed.
 */
export async function sealBlock(city: City): Promise<number> {
  const client = await city.pool.connect();
  try {
    await client.query('begin');
    await stand(client, city, { role: 'definer', divisions: [], person: null, auditor: false, actor: 'sealer' });
    const { rows: [lock] } = await client.query<{ taken: boolean }>('select pg_try_advisory_xact_lock(hashtext($1)) as taken', [`seal ${city.code}`]);
    if (!lock?.taken) { await client.query('rollback'); return 0; }
    const { rows: open } = await client.query<{ id: number; mac: Buffer }>(
      'select id, mac from command_log where block_no is null and xid < pg_snapshot_xmin(pg_current_snapshot()) order by id limit 10000');
    if (open.length === 0) { await client.query('rollback'); return 0; }
    const { rows: [last] } = await client.query<{ no: number; mac: Buffer }>('select no, mac from audit_block order by no desc limit 1');
    const no = (last?.no ?? 0) + 1;
    const previous = last?.mac ?? Buffer.alloc(32);
    const root = merkleRoot(open.map((row) => row.mac));
    const mac = city.keys.mac(blockText(no, open.length, root, previous));
    await client.query('insert into audit_block (no, commands, root, previous, key_id, mac, sealed_at) values ($1, $2, $3, $4, $5, $6, now())', [no, open.length, root, previous, city.keys.current, mac]);
    await client.query('update command_log set block_no = $1 where id = any ($2)', [no, open.map((row) => row.id)]);
    await client.query('commit');
    mkdirSync(dirname(headsFile(city)), { recursive: true, mode: 0o700 });
    appendFileSync(headsFile(city), `${no} ${open.length} ${mac.toString('hex')}\n`);
    return open.length;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
