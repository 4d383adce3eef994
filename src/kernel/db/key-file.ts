import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../contract/refusal.ts';

/** One key as the file holds it, hexadecimal. Of a retired key only what proves old records is left. */
export interface StoredKey {
  /** SM4, 16 bytes */
  readonly encrypt?: string;
  /** HMAC-SM3 over an encrypted value */
  readonly authenticate?: string;
  /** Keyed hash by which numbers are found */
  readonly find: string;
  /** HMAC-SM3 over records and blocks: stays as long as there are records of its time */
  readonly seal: string;
  /** ISO instant */
  readonly madeAt?: string;
  readonly retiredAt?: string;
}

/** The key file of one city. `fingerprint` names the key of hashes that rolls and receipts rest on: it does not change. */
export interface StoredKeys { readonly current: string; readonly fingerprint: string; readonly keys: Readonly<Record<string, StoredKey>> }

export const keyFile = (city: { readonly dataDir: string; readonly code: string }): string => join(city.dataDir, 'keys', `${city.code}.json`);

const hex = (bytes: number): string => randomBytes(bytes).toString('hex');
const freshKey = (): StoredKey => ({ encrypt: hex(16), authenticate: hex(32), find: hex(32), seal: hex(32), madeAt: new Date().toISOString() });

/** Reads the key file; makes one with fresh keys where none is. Lose it and encrypted numbers are lost: back it up apart from the database. */
export function readKeyFile(file: string): StoredKeys {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // two processes may start at once: the first file stays
    try {
      writeFileSync(file, textOf({ current: 'k1', fingerprint: 'k1', keys: { k1: freshKey() } }), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error;
    }
  }
  const stored = JSON.parse(readFileSync(file, 'utf8')) as Omit<StoredKeys, 'fingerprint'> & { readonly fingerprint?: string };
  return { ...stored, fingerprint: stored.fingerprint ?? Object.keys(stored.keys)[0] ?? stored.current };
}

/** Changes when the file does. */
export function keyFileState(file: string): string {
  const { ino, mtimeMs, size } = statSync(file);
  return `${ino} ${mtimeMs} ${size}`;
}

const textOf = (stored: StoredKeys): string => `${JSON.stringify(stored, null, 2)}\n`;

/** Whole or not at all, readable by its owner only. */
export function writeKeyFile(file: string, stored: StoredKeys): void {
  const half = `${file}.${process.pid}.half`;
  writeFileSync(half, textOf(stored), { mode: 0o600 });
  const handle = openSync(half, 'r');
  fsyncSync(handle);
  closeSync(handle);
  renameSync(half, file);
}

/** One more key, known to everyone who reads the file, written with by nobody yet. */
export function addKey(stored: StoredKeys): { readonly stored: StoredKeys; readonly id: string } {
  const id = `k${Math.max(...Object.keys(stored.keys).map((known) => Number(known.slice(1)) || 0)) + 1}`;
  return { id, stored: { ...stored, keys: { ...stored.keys, [id]: freshKey() } } };
}

export function useKey(stored: StoredKeys, id: string): StoredKeys {
  if (!stored.keys[id]?.encrypt) throw new AppError('keys.unknown', `no usable key called ${id} in the key file`);
  return { ...stored, current: id };
}

/** Takes away what opens and authenticates values; what proves old records and rolls stays. Whether no value uses it has been looked at before. */
export function retireKey(stored: StoredKeys, id: string): StoredKeys {
  const key = stored.keys[id];
  if (!key || id === stored.current) throw new AppError('keys.in-use', `${id} is the key now written with, or unknown`);
  return { ...stored, keys: { ...stored.keys, [id]: { find: key.find, seal: key.seal, ...(key.madeAt ? { madeAt: key.madeAt } : {}), retiredAt: new Date().toISOString() } } };
}
