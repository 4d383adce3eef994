import { createHash } from 'node:crypto';

/** Merkle root over signatures in order; of nothing: the digest of nothing. Pure. */
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
