import { createHash } from 'node:crypto';

const MILLION = 1_000_000;

/** The lot of a subject under a seed, in millionths: the first 48 bits of SHA-256 over the seed (hex), a line break and the subject. Pure: the same again for ever. */
export function drawLot(seed: Buffer, subject: string): number {
  const digest = createHash('sha256').update(`${seed.toString('hex')}\n${subject}`, 'utf8').digest();
  return Math.floor((digest.readUIntBE(0, 6) / 2 ** 48) * MILLION);
}

/** Whether a lot falls into a share written as decimal text: `0.3` is three in ten. */
export const isDrawn = (lot: number, ratio: string): boolean => lot < Math.round(Number(ratio) * MILLION);
