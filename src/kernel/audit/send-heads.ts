import { appendFileSync, existsSync, openSync, readFileSync, readSync, closeSync, fstatSync, writeFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { City } from '../db/city.ts';
import { headsFile } from './block-heads.ts';

/** AUDIT_HEADS_TO: a second place for block heads, a folder that is there (another disk, a share) or an http(s) address that takes lines of text. */
export const headsTarget = (): string | undefined => process.env['AUDIT_HEADS_TO'] || undefined;

const isAddress = (target: string): boolean => /^https?:\/\//.test(target);
const inFolder = (target: string, city: Pick<City, 'code'>): string => join(target, `${city.code}.heads`);

/** The file of heads in the second place, where that is a folder. It is named even when it is gone: that is a finding. */
export function otherHeadsFile(city: Pick<City, 'code' | 'dataDir'>): string[] {
  const target = headsTarget();
  return target === undefined || isAddress(target) || !existsSync(sentFile(city)) ? [] : [inFolder(target, city)];
}

const sentFile = (city: Pick<City, 'code' | 'dataDir'>): string => join(city.dataDir, 'audit', `${city.code}.sent`);

const PIECE = 256 * 1024;

/**
 * Brings the heads kept since the last time to the second place; what could not be brought waits for the next time. How far it came stands in a file beside
 * the heads. Sent again after a crash is no harm: the same head twice says the same. Answers how many bytes went.
 */
export async function sendHeads(city: Pick<City, 'code' | 'dataDir'>, target: string | undefined = headsTarget()): Promise<number> {
  if (target === undefined || !existsSync(headsFile(city))) return 0;
  const from = existsSync(sentFile(city)) ? Number(readFileSync(sentFile(city), 'utf8')) || 0 : 0;
  const piece = readPiece(headsFile(city), from);
  if (piece === '') return 0;
  await bring(city, target, piece);
  writeFileSync(`${sentFile(city)}.half`, String(from + Buffer.byteLength(piece)), { mode: 0o600 });
  renameSync(`${sentFile(city)}.half`, sentFile(city));
  return Buffer.byteLength(piece);
}

/** Whole lines only. */
function readPiece(path: string, from: number): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(Math.min(PIECE, Math.max(0, fstatSync(file).size - from)));
    readSync(file, bytes, 0, bytes.length, from);
    return bytes.toString('utf8', 0, bytes.lastIndexOf('\n') + 1);
  } finally {
    closeSync(file);
  }
}

async function bring(city: Pick<City, 'code'>, target: string, lines: string): Promise<void> {
  if (!isAddress(target)) {
    appendFileSync(inFolder(target, city), lines, { mode: 0o600 });
    return;
  }
  const answer = await fetch(target, { method: 'POST', headers: { 'content-type': 'text/plain; charset=utf-8', 'x-city': city.code }, body: lines, signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw Object.assign(new Error('block heads were not taken'), { code: `http-${answer.status}` });
}
