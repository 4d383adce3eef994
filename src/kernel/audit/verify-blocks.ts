import type { PoolClient } from 'pg';
import type { Keyring } from '../db/keyring.ts';
import type { BlockHeads } from './block-heads.ts';
import type { Findings } from './findings.ts';
import { merkleRoot } from './merkle-root.ts';
import { blockText } from './seal-block.ts';

/** A block as it stands in the database. */
export interface Block { readonly no: number; readonly commands: number; readonly root: Buffer; readonly readings: number | null; readonly read_root: Buffer | null; readonly previous: Buffer; readonly key_id: string; readonly mac: Buffer; readonly sealed_at: string }

export interface Entry { readonly blockNo: number | null; readonly mac: Buffer }

const moment = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });
const named = (block: Block): string => `封存块 ${block.no}（${moment.format(new Date(block.sealed_at))} 封）`;

export const readBlocks = async (client: PoolClient): Promise<Block[]> =>
  (await client.query<Block>('select no, commands, root, readings, read_root, previous, key_id, mac, sealed_at from audit_block order by no')).rows;

/** Each block against what lies in it and against the block before. `entries` in the order of their numbers. */
export function verifyBlocks(blocks: readonly Block[], commands: readonly Entry[], readings: readonly Entry[], keys: Keyring, findings: Findings): void {
  const inside = { commands: Map.groupBy(commands, (one) => one.blockNo), readings: Map.groupBy(readings, (one) => one.blockNo) };
  let before = { no: 0, mac: Buffer.alloc(32) as Buffer };
  for (const block of blocks) {
    if (block.no !== before.no + 1) findings.add('block-gone', block.no === before.no + 2 ? `封存块 ${before.no + 1} 不见了` : `封存块 ${before.no + 1} 到 ${block.no - 1} 不见了`);
    else if (!block.previous.equals(before.mac)) findings.add('block-chain', `${named(block)}接不上前一块`);
    const held = [['项操作', block.commands, block.root, inside.commands.get(block.no)], ['条查看记录', block.readings ?? 0, block.read_root, inside.readings.get(block.no)]] as const;
    for (const [what, count, root, entries = []] of held) {
      if (entries.length !== count) findings.add('block-content', `${named(block)}封了 ${count} ${what}，现在有 ${entries.length} ${what.slice(0, 1)}：${entries.length < count ? '有的被删掉了' : '有的是后来塞进去的'}`);
      else if (root !== null && !merkleRoot(entries.map((one) => one.mac)).equals(root)) findings.add('block-content', `${named(block)}里的${what.slice(1)}被改过或调换过次序`);
    }
    const content = { no: block.no, commands: block.commands, root: block.root, readings: block.readings, readRoot: block.read_root, previous: block.previous };
    if (!isSigned(keys, blockText(content), block.key_id, block.mac)) findings.add('block-mac', `${named(block)}的签名不对`);
    before = block;
  }
  const numbers = new Set<number | null>(blocks.map((block) => block.no));
  for (const [what, groups] of [['操作', inside.commands], ['查看记录', inside.readings]] as const) {
    for (const [no, entries] of groups) if (no !== null && !numbers.has(no)) findings.add('block-gone', `有 ${entries.length} 条${what}写着在封存块 ${no} 里，这一块不在`);
  }
}

/** A key the file does not hold proves nothing. */
export function isSigned(keys: Keyring, text: string, keyId: string, mac: Buffer): boolean {
  return keys.ids.includes(keyId) && keys.verifyMac(text, keyId, mac);
}

/**
 * The blocks against the heads kept outside the database. `before` was read before the database was: every head in it has its block;
 * `after` was read after it: every block has its head there, or at least its announcement.
 */
export function verifyHeads(blocks: readonly Block[], before: BlockHeads | undefined, after: BlockHeads | undefined, findings: Findings): void {
  const where = (after ?? before)?.source;
  if (!after) {
    if (blocks.length > 0) findings.add('heads', '库外没有块头文件：它被删了，或者没有和数据库一起搬过来。没有它，整本改写和截尾都看不出来');
    return;
  }
  const byNo = new Map(blocks.map((block) => [block.no, block]));
  for (const [no, macs] of after.kept) {
    if (macs.size > 1) findings.add('heads-fork', `封存块 ${no} 在库外留过 ${macs.size} 个不同的块头（${where}）：库曾被换回旧的状态，又接着写了`);
  }
  const last = blocks.at(-1)?.no ?? 0;
  if ((before?.last ?? 0) > last) findings.add('heads-tail', `库外留存到第 ${before?.last} 块（${where}），库里只到第 ${last} 块：尾部被截去，或者库被换成了旧的副本`);
  for (const [no, block] of byNo) {
    const mac = block.mac.toString('hex');
    const kept = after.kept.get(no);
    if (kept ? !kept.has(mac) : !after.announced.get(no)?.has(mac)) findings.add('heads', kept ? `${named(block)}与库外留存的块头不一致（${where}）` : `${named(block)}在库外没有留存块头（${where}）`);
  }
}
