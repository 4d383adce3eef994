import type { PoolClient } from 'pg';
import { stand, type City } from '../db/city.ts';
import { canonicalJson } from '../values/canonical-json.ts';
import { announceHead, findAnnounced, keepHead, type BlockHead } from './block-heads.ts';
import { merkleRoot } from './merkle-root.ts';

/** What a block's signature covers. Blocks made before readings were sealed have `readings` null. */
export interface BlockContent { readonly no: number; readonly commands: number; readonly root: Buffer; readonly readings: number | null; readonly readRoot: Buffer | null; readonly previous: Buffer }

export const blockText = ({ no, commands, root, readings, readRoot, previous }: BlockContent): string =>
  canonicalJson({ no, commands, root: root.toString('hex'), previous: previous.toString('hex'), ...(readings === null ? {} : { readings, readRoot: readRoot?.toString('hex') }) });

/** As many of each go into one block. */
const AT_MOST = 10_000;

/**
 * Puts every signed command and every signed reading below the oldest running transaction into one block, chained to the block before.
 * The head also goes to a file outside the database, so that a cut tail or a rewrite shows. Returns how many entries were sealed.
 */
export async function sealBlock(city: City): Promise<number> {
  city.keys.refresh();
  const client = await city.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    await stand(client, city, { role: 'definer', divisions: [], person: null, auditor: false, actor: 'sealer' });
    const { rows: [lock] } = await client.query<{ taken: boolean }>('select pg_try_advisory_xact_lock(hashtext($1)) as taken', [`seal ${city.code}`]);
    if (!lock?.taken) { await client.query('rollback'); return 0; }
    await keepAnnounced(client, city);
    const head = await writeBlock(client, city);
    if (!head) { await client.query('rollback'); return 0; }
    announceHead(city, head);
    await client.query('commit');
    keepHead(city, head);
    return head.entries;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => { broken = lost; });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** A head whose block was committed by a process that died before it wrote so. */
async function keepAnnounced(client: PoolClient, city: City): Promise<void> {
  const announced = findAnnounced(city);
  if (!announced) return;
  const { rows: [block] } = await client.query<{ mac: Buffer }>('select mac from audit_block where no = $1', [announced.no]);
  if (block?.mac.toString('hex') === announced.mac) keepHead(city, announced);
}

async function writeBlock(client: PoolClient, city: City): Promise<BlockHead | undefined> {
  const open = async (table: string): Promise<{ id: number; mac: Buffer }[]> => (await client.query<{ id: number; mac: Buffer }>(
    `select id, mac from ${table} where block_no is null and xid < pg_snapshot_xmin(pg_current_snapshot()) order by id limit ${AT_MOST}`)).rows;
  const [commands, readings] = [await open('command_log'), await open('read_log')];
  if (commands.length + readings.length === 0) return undefined;
  const { rows: [last] } = await client.query<{ no: number; mac: Buffer }>('select no, mac from audit_block order by no desc limit 1');
  const content: BlockContent = {
    no: (last?.no ?? 0) + 1, previous: last?.mac ?? Buffer.alloc(32),
    commands: commands.length, root: merkleRoot(commands.map((row) => row.mac)), readings: readings.length, readRoot: merkleRoot(readings.map((row) => row.mac)),
  };
  const mac = city.keys.mac(blockText(content));
  await client.query('insert into audit_block (no, commands, root, readings, read_root, previous, key_id, mac, sealed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, now())',
    [content.no, content.commands, content.root, content.readings, content.readRoot, content.previous, city.keys.current, mac]);
  await client.query('update command_log set block_no = $1 where id = any ($2)', [content.no, commands.map((row) => row.id)]);
  await client.query('update read_log set block_no = $1 where id = any ($2)', [content.no, readings.map((row) => row.id)]);
  return { no: content.no, entries: commands.length + readings.length, mac: mac.toString('hex') };
}
